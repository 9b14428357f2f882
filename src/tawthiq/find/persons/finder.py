"""Persons: victims whom a report names.

A name alone is nobody's harm. It is a victim's where a title («الطفل»), a word of harm
(«مقتل …»), a naming word («يدعى»), an age in brackets or a list of the dead introduces
it; a speaker, an official or a street of that name is none.
"""

from tawthiq.find.named_subjects import harmed_by_title, outcome_of_title
from tawthiq.find.persons.ages import AGE_REACH, age_after, age_of
from tawthiq.find.persons.clauses import (
    aged_kin_harmed,
    group_beside,
    harm_behind,
    held_office,
    is_kin_of,
    names_counted,
)
from tawthiq.find.persons.lists import (
    HARMED,
    announced_before,
    harm_before,
    heading_before,
    own_heading,
)
from tawthiq.find.persons.marks import (
    HARM_REACH,
    PLACES,
    WEIGHTS,
    harms_of,
    is_account,
    is_aged,
    is_marked,
    is_quoted_name,
    names_band,
    names_other,
    nearest_harm,
    opens_line,
    owning,
    rank,
    starts_of,
)
from tawthiq.find.persons.openings import FULL, HEARD, NO_NAME, QUOTED, WRITTEN, Opening
from tawthiq.find.persons.runs import NameRuns
from tawthiq.find.persons.series import NameSeries
from tawthiq.lang.language import Language
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import BRACKET, COLON, COMMA

STEPS = 4
"""Words of nationality or party that may stand between a title and a name."""

_TELLING = ("titles", "kin", "name_cues", "outcomes")
"""Sheets of which a sentence must have a word to name a victim, unless it is a list's."""


def find_persons(scan: Scan, language: Language) -> list[Hit]:
    """Give the victims whom a sentence names.

    Args:
        scan: the sentence; the sheets ``given_names``, ``titles``, ``kin``,
            ``name_cues``, ``name_stops``, ``outcomes`` and the family ``number`` are
            read, and the text before it where it is an item of a list.
        language: the pack.

    Returns:
        Hits of the sheet ``person`` with ``name``, ``age`` (years or None), ``sex``
        (male, female or None) and ``outcome`` (a code or None).
    """
    told = any(map(scan.of, _TELLING))
    announced = announced_before(scan, language)
    if not (told or announced or heading_before(scan, language) is not None):
        return []
    starts = starts_of(scan) | ({0} if announced else set())
    if not starts:
        return []
    reader = _Reader(scan, language)
    found: list[Hit] = []
    for at in range(min(starts), len(scan.tokens)):
        listed = bool(found) and at - found[-1].last <= AGE_REACH
        if (found and at < found[-1].last) or not (listed or at in starts):
            continue
        hit = reader.person(at, found)
        if hit is not None:
            found.append(hit)
    return found


class _Reader:
    """Reads the persons of one sentence."""

    def __init__(self, scan: Scan, language: Language) -> None:
        self.scan = scan
        self._language = language
        self.runs = NameRuns(scan, language.settings)
        self.series = NameSeries(scan, self.runs, language)
        self.harms = harms_of(scan)
        self.ltr = language.settings["direction"] == "ltr"
        self._heading: tuple[str | None] | None = None
        self._ending: dict[int, list[Hit]] = {}
        for sheet in WEIGHTS:
            for hit in scan.of(sheet):
                if sheet == "titles" and hit.suffix not in {"", "نا"}:
                    continue  # «مدرسة» is a school, no teacher; «مراسلنا» is ours
                self._ending.setdefault(hit.last, []).append(hit)

    @property
    def listed(self) -> str | None:
        """Give what the list that the line stands in is headed by; looked for once."""
        if self._heading is None:
            self._heading = (heading_before(self.scan, self._language),)
        return self._heading[0]

    def person(self, at: int, found: list[Hit]) -> Hit | None:
        """Give the victim whose name begins with the word ``at``."""
        opening = self._opening(at, found)
        if opening is None:
            return None
        last = self._end(at, opening)
        if last is None:
            return None
        return self._made(at, last, opening)

    def _end(self, at: int, opening: Opening) -> int | None:
        """Give where the name ends; None where the words are no name."""
        if self.runs.opens_quote(at) and opening.kind in QUOTED:
            last = self.runs.quoted(at)
            known = any(self.runs.given(w) for w in range(at, last or at))
            if last is not None and (
                known or (last - at > 1 and opening.kind != "called")
            ):
                return last
        if opening.kind in WRITTEN and is_account(self.scan, self.runs, at=at):
            return None
        given = self.runs.given(at)
        kunya = self.runs.kunya(at)
        if given is None and kunya is None:
            return self._unheard(at, opening)
        last = self.runs.end(at, sure=given.last - at if given else 2)
        if self._is_plain(at, last, opening):
            return None
        if self.ltr and names_other(self.scan, last, self.harms):
            return None
        return min(last, len(self.scan.tokens))

    def _is_plain(self, at: int, last: int, opening: Opening) -> bool:
        """Tell a word of every day from a name: «مقتل سائق صباح الخميس»."""
        common = self.runs.common(at)
        if last - at == 1:  # «الواردة أسماؤهم آيات (12 عاما)»: an age makes it a name
            aged = opening.kind == "naming" and age_after(self.scan, last) is not None
            return common or (opening.kind in FULL and not aged)
        return common and bool(self.scan.at(at + 1, "weekdays"))

    def _unheard(self, at: int, opening: Opening) -> int | None:
        """Read a name whose first word no list knows, where the words around are sure."""
        if opening.kind not in HEARD or self.runs.common(at):
            return None
        if self.scan.at(at, "groups") or (opening.kind == "item" and at == 0):
            return None
        last = self.runs.end(at, sure=1)
        sure = (
            opening.kind in {"called", "list"}
            or age_after(self.scan, last) is not None
            or (opening.kind == "title" and self._definite_title(at))
        )
        if opening.kind == "item":
            sure = (
                last == len(self.scan.tokens) or age_after(self.scan, last) is not None
            )
        known = last - at > 1 or self._age_told(last)
        return last if known and sure else None

    def _age_told(self, last: int) -> bool:
        """«الطفلة ريماس (5 سنوات)»: an age in brackets makes one word a name."""
        bracket = last < len(self.scan.tokens) and self.scan.tokens[last].gap == BRACKET
        return bracket and age_after(self.scan, last) is not None

    def _definite_title(self, at: int) -> bool:
        """«المواطنة رحيمة صبري»: a title with its article, the father's name known."""
        titles = [h for h in self._ending.get(at, ()) if h.sheet == "titles"]
        definite = any("the" in h.means for h in titles)
        return definite and self.runs.given(at + 1) is not None

    def _opening(self, at: int, found: list[Hit]) -> Opening | None:
        """Say what introduces the word ``at`` as a victim's name."""
        if any(h.code in NO_NAME for h in self.scan.at(at, "name_cues")):
            return None
        announced = at == 0 or at in self._ending or self.listed is not None
        if not (found or announced or self.runs.given(at)):
            return None  # most words: nothing could make them a name
        if at == 0 and announced_before(self.scan, self._language):
            return Opening("list", None, harm_before(self.scan, self._language))
        if found and self.series.goes_on(at, found[-1]):
            before = found[-1].values
            return Opening("list", None, str(before["outcome"] or "") or None)
        if self._speaks(at):
            return None
        return self._introduced(at) or self._listed(at) or self._unannounced(at)

    def _listed(self, at: int) -> Opening | None:
        """A line under a heading such as «أسماء الشهداء»."""
        if self.listed is None or not self._is_item(at):
            return None
        told = self.listed if self.listed != "named" else None
        return Opening("item", None, told or harm_before(self.scan, self._language))

    def _unannounced(self, at: int) -> Opening | None:
        """A name that an age or the harm itself makes a victim's."""
        if self.runs.given(at) is None:
            return None
        common = self.runs.common(at)
        aged = self.harms and is_aged(self.scan, self.runs, at=at)
        if aged and not (common and not self._age_told(self.runs.end(at, sure=1))):
            return Opening("aged", None, None)
        if common:
            return None
        behind = harm_behind(self.scan, self.runs, at=at)
        if behind is not None:
            return Opening("first", None, behind)
        return self._beside_harm(at) if self.harms else None

    def _beside_harm(self, at: int) -> Opening | None:
        """A name that stands with the harm: by its office, in marks, at a line's head."""
        held = held_office(self.scan, self.runs, harms=self.harms, at=at)
        if held is not None:
            return held
        if names_counted(self.scan, harms=self.harms, at=at):
            return Opening("naming", None, None)
        marked = is_marked(self.scan, self.runs, harms=self.harms, at=at)
        first = marked or opens_line(self.scan, self.runs, harms=self.harms, at=at)
        return Opening("first", None, None) if first else None

    def _introduced(self, at: int) -> Opening | None:
        """Judge by the title, kin word, harm or naming word before a name."""
        first = at
        sex: str | None = None
        for _ in range(STEPS):
            hits = self._ending.get(first, ())
            if not hits:
                return None
            hit = max(hits, key=rank)
            apart = self.scan.tokens[first].gap
            parted = apart >= COLON and not (
                hit.sheet == "titles" and self._short(first)
            )
            if parted and hit.sheet != "name_cues":
                return None
            praised = hit.sheet == "name_cues" and hit.code == "praise"
            if praised or hit.sheet in {"nationalities", "actors"}:
                first = hit.first
                continue
            if hit.sheet == "titles" and hit.code in {"either", "official"}:
                sex = sex or str(hit.values.get("sex") or "") or None
                return self._of_office(hit, sex, at=at)
            judge = _JUDGES.get(hit.sheet)
            return judge(self, hit, sex) if judge is not None else None
        return None

    def _short(self, at: int) -> bool:
        """Say whether a full stop only shortens the title before: "Mr. Rashwani"."""
        return self.scan.tokens[at].between == ". "

    def _of_office(self, hit: Hit, sex: str | None, *, at: int) -> Opening | None:
        """«القيادي "فلان"»: an office, where harm is told and no brigade meant."""
        if self.runs.opens_quote(at) and names_band(self.scan, at):
            return None
        near = self._harmed_before(hit, sex)
        told = harmed_by_title(self.scan, hit) if near is None else None
        if told is not None:
            return Opening("title", sex, told)
        if near or not (self.harms and is_quoted_name(self.scan, self.runs, at=at)):
            return near
        return Opening("title", sex, None)

    def _titled(self, hit: Hit, sex: str | None) -> Opening | None:
        if hit.code != "victim" or self._named_after(hit):
            return None
        sex = sex or str(hit.values.get("sex") or "") or None
        return Opening("title", sex, outcome_of_title(hit, self.harms))

    def _named_after(self, title: Hit) -> bool:
        """«مشفى الشهيد …»: a place that bears the name."""
        return any(
            h.sheet in {"struck_objects", "place_heads"}
            and h.values.get("kind") != "unit"
            for h in self._ending.get(title.first, ())
        )

    def _harmed_before(self, title: Hit, sex: str | None) -> Opening | None:
        """«مقتل القيادي …»: an office makes a victim only under a word of harm."""
        near = [h for h in self.harms if 0 <= title.first - h.last < HARM_REACH]
        said = [h for h in self.scan.of("reporting") if h.last <= title.first]
        if not near or (said and said[-1].first > near[-1].first):
            return None
        return Opening("title", sex, near[-1].code)

    def _of_kin(self, hit: Hit, sex: str | None) -> Opening | None:
        """«وإصابة والده …»: kin are harmed where a word of harm is near."""
        if is_kin_of(self.scan, hit):
            return None
        near = [h for h in self.harms if 0 <= hit.first - h.last < HARM_REACH]
        told = near[-1].code if near else self._aged_kin(hit)
        if told is None and "and" not in hit.means:
            return None
        sex = sex or str(hit.values.get("sex") or "") or None
        return Opening("kin", sex, told)

    def _aged_kin(self, kin: Hit) -> str | None:
        return aged_kin_harmed(self.scan, self.runs, harms=self.harms, at=kin.last)

    def _harmed(self, hit: Hit, sex: str | None) -> Opening | None:
        if hit.code not in HARMED:
            return None
        return Opening("harm", sex, hit.code)

    def _named(self, hit: Hit, sex: str | None) -> Opening | None:
        if hit.code == "killed":
            return Opening("harm", sex, "killed")
        told = (
            bool(self.harms)
            or self.listed is not None
            or is_aged(self.scan, self.runs, at=hit.last)
        )
        sex = sex or str(hit.values.get("sex") or "") or None
        quoted = hit.code == "aimed" and self.runs.opens_quote(hit.last)
        if (
            hit.code == "heading"
            or quoted
            or (hit.code in {"naming", "aimed"} and told)
        ):
            return Opening("naming", sex, None)
        if hit.code == "called" and told:
            return Opening("called", sex, own_heading(self.scan, self._language))
        before = harm_before(self.scan, self._language)
        if before is not None and hit.code in {"naming", "called"}:
            return Opening(hit.code, sex, before)
        return None

    def _speaks(self, at: int) -> bool:
        """Say whether the name stands where a speaker does, or names a place."""
        hits = self._ending.get(at, ())
        if self.scan.tokens[at].gap >= COMMA:  # «… من سكان المدينة، وفلان الفلاني»
            hits = [h for h in hits if h.sheet not in PLACES]
        longest = max((h.last - h.first for h in hits), default=0)
        return any(
            h.sheet in {"reporting", "roles", "place_heads", "struck_objects"}
            for h in hits
            if h.last - h.first == longest and h.sheet not in {"titles", "outcomes"}
        ) and not any(h.sheet in {"titles", "kin", "outcomes"} for h in hits)

    def _is_item(self, at: int) -> bool:
        """Say whether ``at`` begins an item: first in the line, or after its number."""
        if at == 0:
            return True
        return at == 1 and self.scan.tokens[0].is_number

    def _made(self, at: int, last: int, opening: Opening) -> Hit:
        given = self.runs.given(at) or self.runs.kunya(at)
        sex = opening.sex
        if sex is None and given is not None:
            told = str(given.values.get("sex") or given.code)
            sex = told if told in {"male", "female"} else None
        outcome = opening.outcome or nearest_harm(self.harms, at)
        if outcome is None and opening.kind == "naming":
            outcome = harm_before(self.scan, self._language)
        if outcome is None and self.listed not in {None, "named"}:
            outcome = self.listed  # «1. السيدة فلانة» under «الشهداء»
        made = self.scan.make(
            "person",
            words=(at, last),
            values={
                "name": "",
                "age": age_of(self.scan, at, last),
                "sex": sex,
                "outcome": outcome,
                "group": group_beside(self.scan, at, last),
            },
            rule=f"person_{opening.kind}",
            like=given,
        )
        start = made.start + (self.series.front(at) if given is None else 0)
        end = made.end - owning(self.scan, last)
        name = self.scan.text[start:end]
        return made._replace(start=start, end=end, values={**made.values, "name": name})


_JUDGES = {
    "titles": _Reader._titled,  # noqa: SLF001
    "kin": _Reader._of_kin,  # noqa: SLF001
    "outcomes": _Reader._harmed,  # noqa: SLF001
    "name_cues": _Reader._named,  # noqa: SLF001
}
