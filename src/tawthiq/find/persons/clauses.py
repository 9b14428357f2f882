"""Name clauses: what is said around a name, words apart, that makes it a victim's."""

from collections.abc import Sequence

from tawthiq.find.persons.ages import age_after
from tawthiq.find.persons.lists import HARMED
from tawthiq.find.persons.openings import Opening
from tawthiq.find.persons.runs import NameRuns
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import BRACKET, COMMA, JOINED

SEAT = 3
"""Words at most between an office and who holds it: «قائد شرطة بيت جبر فلان»."""

_SAYING = {"children", "combatants", "medics", "journalists", "rescuers"}
_OFFICES = ("titles", "roles")


def harm_behind(scan: Scan, runs: NameRuns, *, at: int) -> str | None:
    """Give the harm told right behind a full name.

    «فلان الفلاني الذي ارتقى بغارة», «فلان الفلاني شهيدا إثر …».

    Args:
        scan: the sentence.
        runs: its names.
        at: the first word of the name.

    Returns:
        The outcome, or None where nothing of the kind is said.
    """
    last = runs.end(at, sure=1)
    if last - at == 1 or last >= len(scan.tokens) or scan.tokens[last].gap > JOINED:
        return None
    for title in scan.at(last, "titles"):
        if title.values.get("outcome") and title.suffix == "ا" and not title.means:
            return str(title.values["outcome"])
    who = next((h for h in scan.at(last, "source_bounds") if h.code == "who"), None)
    if who is None:
        return None
    verbs = [h for h in scan.at(who.last, "outcomes") if h.code in HARMED]
    passive = [h for h in verbs if not h.suffix and not _acts(scan, h)]
    return passive[0].code if passive else None


def names_counted(scan: Scan, *, harms: Sequence[Hit], at: int) -> bool:
    """«مقتل ثلاثة مدنيين: فلان وفلان وفلان»: names behind a colon and those harmed.

    Args:
        scan: the sentence; its sheet ``groups`` is read.
        harms: its words of harm.
        at: the first word of the name.
    """
    if ":" not in scan.tokens[at].between:
        return False
    people = [h for h in scan.of("groups") if h.last == at]
    return any(
        0 <= g.first - h.last <= SEAT and g.values["number"] not in {"one", "force"}
        for g in people
        for h in harms
    )


def group_beside(scan: Scan, at: int, last: int) -> str | None:
    """Give who a person is said to be beside the name: «والطفل فلان», «فلان، القيادي …».

    Args:
        scan: the sentence; its sheet ``groups`` is read.
        at: the name's first word.
        last: the word after the name's last.

    Returns:
        A code of ``groups.csv``, or None where it says no more than a name does.
    """
    told = [h for h in scan.at(at - 1, "groups") if at and h.last == at]
    if last < len(scan.tokens) and scan.tokens[last].gap <= COMMA:
        told += [h for h in scan.at(last, "groups") if h.means == {"the"}]
    known = (h.code for h in told if "the" in h.means and h.values["number"] == "one")
    return next((code for code in known if code in _SAYING), None)


def _acts(scan: Scan, verb: Hit) -> bool:
    """Tell whether a verb of harm has an object: «الذي قتل المدنيين»."""
    return bool(scan.at(verb.last, "groups") or scan.at(verb.last, "number"))


def held_office(
    scan: Scan, runs: NameRuns, *, harms: Sequence[Hit], at: int
) -> Opening | None:
    """Read «استشهاد قائد شرطة بيت جبر فلان الفلاني»: an office of somewhere, harmed.

    Args:
        scan: the sentence; its sheets ``titles`` and ``roles`` are read.
        runs: its names.
        harms: its words of harm.
        at: the first word of the name.
    """
    if runs.end(at, sure=1) - at == 1 or scan.tokens[at].gap > JOINED:
        return None
    for sheet in _OFFICES:
        for office in scan.of(sheet):
            if not 0 < at - office.last <= SEAT or "the" in office.means:
                continue
            harm = next((h for h in harms if h.last == office.first), None)
            tokens = scan.tokens[office.first : at]
            joined = all(t.gap == JOINED for t in tokens[1:])
            if harm is not None and joined and not office.means:
                sex = str(office.values.get("sex") or "") or None
                return Opening("harm", sex, harm.code)
    return None


def is_kin_of(scan: Scan, kin: Hit) -> bool:
    """Tell whether the name behind a kin word is another's: «زوجة فلان».

    «شقيقه» and «شقيقة» fold to one word; the source tells them apart.
    """
    last = scan.text[kin.end - 1]
    if last == "ة" and str(kin.values["form"]).endswith("ه"):
        return not kin.suffix  # «اعتقال إخوة فلان»
    owned = kin.suffix or "the" in kin.means or last == "ه"
    return kin.code == "kin_of" and not owned


def aged_kin_harmed(
    scan: Scan, runs: NameRuns, *, harms: Sequence[Hit], at: int
) -> str | None:
    """Read «ودّعت أطفالها فلانا (8 أعوام) … وهم ضحايا القصف»: the harm comes last.

    Args:
        scan: the sentence; its sheet ``groups`` is read.
        runs: its names.
        harms: its words of harm.
        at: the first word of the name, behind a kin word.

    Returns:
        What met them, told behind a name whose age stands in brackets; else None.
    """
    if at >= len(scan.tokens) or runs.given(at) is None:
        return None
    last = runs.end(at, sure=1)
    bracket = last < len(scan.tokens) and scan.tokens[last].gap == BRACKET
    if not bracket or age_after(scan, last) is None:
        return None
    people = (h for h in scan.of("groups") if h.values.get("outcome") in HARMED)
    told = [(h.first, str(h.values["outcome"])) for h in people]
    told += [(h.first, h.code) for h in harms]
    return next((code for first, code in sorted(told) if first >= last), None)
