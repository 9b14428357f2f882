"""Name marks: brackets, quotation marks, an age, a line's start that set a name apart."""

from collections.abc import Sequence

from tawthiq.find.departures import told_outcomes
from tawthiq.find.persons.ages import age_after
from tawthiq.find.persons.lists import HARMED, MANY_WORDS
from tawthiq.find.persons.runs import NameRuns
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import COLON

OWNING = "'s"
OWNINGS = (OWNING, "\u2019s")
"""What a name that owns the next word ends in."""

HARM_REACH = 6
"""Words between a word of harm and whom it names."""

MARKED_REACH = 4
"""Words between a word for people and the names in marks behind it."""


QUOTING = frozenset({"called", "naming", "aimed"})
"""Codes of ``name_cues.csv`` behind which a name may stand that no list knows."""


def starts_of(scan: Scan) -> set[int]:
    """Give the words at which a name may begin: known names, words after a title."""
    starts = {h.first for h in scan.of("given_names")}
    starts.update(h.first for h in scan.of("name_cues") if h.code == "kunya")
    introduced = [h for h in scan.of("titles") if h.code == "victim" or _sure(h)]
    introduced += [h for h in scan.of("name_cues") if h.code in QUOTING]
    introduced += scan.of("kin")
    starts.update(h.last for h in introduced)
    starts.update(at + 1 for at in list(starts) if at + 1 < len(scan.tokens))
    if len(scan.tokens) <= MANY_WORDS:
        starts.update((0, 1))
    starts.discard(len(scan.tokens))
    return starts


def _sure(title: Hit) -> bool:
    """«الدكتور»: a title with its article stands before a name alone."""
    return title.code == "either" and "the" in title.means


def harms_of(scan: Scan) -> list[Hit]:
    """Give the words of harm that may befall a named person, in order.

    Who "lost" his life is dead, not missing: «فقد فلان وفلان حياتهما».
    """
    dead = [h for h in scan.of("titles") if h.values.get("outcome")]
    outcomes = told_outcomes(scan)
    harms = [h for h in outcomes if h.code in HARMED]
    if any(h.code == "life" for h in outcomes):
        harms = [h._replace(code="killed") if h.code == "missing" else h for h in harms]
    told = [h for h in harms if h.code != "missing"] or harms
    told += [h._replace(code=str(h.values["outcome"])) for h in dead]
    told += _headed(scan)
    return sorted(told, key=lambda h: h.first)


def _headed(scan: Scan) -> list[Hit]:
    """Give what a heading inside the sentence tells: «والمصابون هم: فلان وفلان»."""
    cues = [h for h in scan.of("name_cues") if h.code in {"naming", "heading"}]
    people = [(c, g) for c in cues for g in scan.at(c.first, "groups")]
    return [
        cue._replace(code=str(group.values["outcome"]))
        for cue, group in people
        if group.values.get("outcome") in HARMED and _heads(scan, cue)
    ]


def _heads(scan: Scan, cue: Hit) -> bool:
    """Say whether a heading says that names follow: «القتلى هم», «القتلى:»."""
    colon = cue.last < len(scan.tokens) and ":" in scan.tokens[cue.last].between
    return colon or cue.last - cue.first > 1


def nearest_harm(harms: Sequence[Hit], at: int) -> str | None:
    """Give the harm nearest before the word ``at``, else the first one after it."""
    before = [h for h in harms if h.first < at]
    near = before[-1:] or [h for h in harms if h.first >= at][:1]
    return near[0].code if near else None


def is_marked(scan: Scan, runs: NameRuns, *, harms: Sequence[Hit], at: int) -> bool:
    """Say whether marks set a name apart behind those harmed.

    «مقتل مدنيين اثنين (فلان الفلاني وفلان الفلاني)»، «مقتل القيادي في التنظيم
    "فلان الفلاني"».

    Args:
        scan: the sentence; its sheets ``groups`` and ``reporting`` are read.
        runs: its names.
        harms: its words of harm, in order.
        at: the first word of the name.
    """
    bracket = "(" in scan.tokens[at].between
    if not bracket and not runs.opens_quote(at):
        return False
    last = runs.end(at, sure=1) if bracket else runs.quoted(at)
    if last is None or last - at == 1 or (not bracket and names_band(scan, at)):
        return False
    near = [h for h in harms if 0 <= at - h.last <= HARM_REACH]
    said = [h for h in scan.of("reporting") if h.last <= at]
    if not near or (said and said[-1].first > near[-1].first):
        return False
    people = range(max(near[-1].last, at - MARKED_REACH), at)
    return any(scan.at(w, "groups") for w in people) or _kin_named(scan, at)


def _kin_named(scan: Scan, at: int) -> bool:
    """«أصيبت زوجة فلان "فلانة الفلانية"»: kin, whose kin, and then the name in marks."""
    owned = any(h.last == at - 1 and not h.suffix for h in scan.of("kin"))
    return owned and not any(scan.at(at - 1, s) for s in ("titles", "roles", "groups"))


def names_band(scan: Scan, at: int) -> bool:
    """Say whether a brigade or a place bears the name: «لواء "خالد بن الوليد"»."""
    before = [
        hit
        for sheet in ("actors", "source_nouns", "place_heads", "struck_objects")
        for hit in scan.at(at - 1, sheet)
    ]
    return any("the" not in hit.means for hit in before)


def is_quoted_name(scan: Scan, runs: NameRuns, *, at: int) -> bool:
    """Say whether a full name stands in quotation marks, and nobody speaks before it.

    «أطلقوا النار على القيادي "فلان الفلاني" … ما أدى لمقتله».
    """
    if not runs.opens_quote(at) or any(h.last <= at for h in scan.of("reporting")):
        return False
    last = runs.quoted(at)
    return last is not None and last - at > 1 and runs.given(at) is not None


def opens_line(scan: Scan, runs: NameRuns, *, harms: Sequence[Hit], at: int) -> bool:
    """«فلان الفلاني … استشهد»: a line that begins with a name and its harm.

    Args:
        scan: the line.
        runs: its names.
        harms: its words of harm.
        at: the first word of the name.
    """
    last = runs.end(at, sure=1)
    if (at > 0 and scan.tokens[at].gap < COLON) or last - at == 1:
        return False
    ahead = [h for h in harms if 0 <= h.first - last < HARM_REACH]
    said = [h for h in scan.of("reporting") if 0 <= h.first - last < HARM_REACH]
    return bool(ahead) and not said


def is_aged(scan: Scan, runs: NameRuns, *, at: int) -> bool:
    """Say whether an age follows the full name that begins with the word ``at``."""
    if at >= len(scan.tokens):
        return False
    last = runs.end(at, sure=1)
    return last - at > 1 and age_after(scan, last) is not None


def is_account(scan: Scan, runs: NameRuns, *, at: int) -> bool:
    """Say whether an account's handle follows the name: its writer, no victim."""
    last = runs.end(at, sure=1)
    return last < len(scan.tokens) and "@" in scan.tokens[last].between


PLACES = frozenset({"place_heads", "struck_objects"})
"""Sheets of what a place, and no victim, may be named after."""

WEIGHTS = {
    "nationalities": 0,
    "actors": 0,
    "struck_objects": 1,
    "place_heads": 1,
    "reporting": 2,
    "roles": 2,
    "name_cues": 3,
    "outcomes": 4,
    "kin": 5,
    "titles": 6,
}
"""Which sheet is believed where words of equal length stand in several."""


def rank(hit: Hit) -> tuple[int, int]:
    """Rank what stands before a name: the longest first, then by its sheet.

    «المدعو»، «يدعى» are titles too, but a name follows them whatever it is.
    """
    called = hit.sheet == "name_cues" and hit.code == "called"
    return hit.last - hit.first, max(WEIGHTS.values()) + 1 if called else WEIGHTS[
        hit.sheet
    ]


def owning(scan: Scan, last: int) -> int:
    """Give the letters of the ending by which a name owns what follows: "Velt's".

    Args:
        scan: the sentence.
        last: the word after the name's last.
    """
    token = scan.tokens[last - 1]
    return len(OWNING) * scan.text[token.start : token.end].casefold().endswith(OWNINGS)


def names_other(scan: Scan, last: int, harms: Sequence[Hit]) -> bool:
    """``Martyr … School``, ``… told reporters``: a place's name, a speaker's, an owner's.

    Args:
        scan: the sentence.
        last: the word after the name's last.
        harms: its words of harm.
    """
    other = any(h.first == last for h in scan.of("struck_objects", "reporting"))
    return other or owns_another(scan, last, harms)


def owns_another(scan: Scan, last: int, harms: Sequence[Hit]) -> bool:
    """``Velt's wife was shot``: harm that is not his own: ``Velt's killing``.

    Args:
        scan: the sentence.
        last: the word after the name's last.
        harms: its words of harm.
    """
    return bool(owning(scan, last)) and all(h.first != last for h in harms)
