"""Telling: a stretch of a sentence that tells one happening.

Arabic news chains clauses for a whole paragraph, so the clause, not the sentence, is
the unit that a value belongs to. A sentence is cut where a new happening begins; what
was cut too finely is joined again by ``joining``.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import COLON

SLOTS = (
    "attack",
    "casualty",
    "place",
    "date",
    "actor",
    "weapon",
    "struck",
    "person",
    "source",
    "event_cues",
    "topics",
)


HARMED = frozenset({"killed", "injured", "abducted"})
"""Outcomes of a named person that an attack brings."""

NAMED_WITH_HARM = frozenset({"person_harm", "person_unheard", "person_first"})
"""Rules of ``find/persons.py`` by which a word of harm itself names the person."""

ONE_SIDED = frozenset({"agent", "accused", "claimer"})
"""Positions of actors in which they are said to have done it; a clash has two sides."""

_SURE = {"person_title", "person_harm"}
"""Rules by which a person named above any telling is its victim all the same."""

_ABOVE = _SURE | {"person_item", "person_list", "person_kin"}


ELSEWHERE = frozenset({"from", "origin", "transfer", "held", "dateline"})
"""Relations of places (``find.places``) at which nothing told here happened."""


@dataclass(slots=True)
class Telling:
    """The words ``first`` to ``last - 1`` of a sentence and what they name.

    ``told`` keeps what ``evidence`` compares it by; ``is_total`` says that it sums up
    happenings told apart, ``part_of`` whose part it is (``totals``).
    """

    scan: Scan
    sentence: int
    first: int
    last: int
    hits: dict[str, list[Hit]] = field(default_factory=dict)
    told: dict[str, set[object]] = field(default_factory=dict)
    is_total: bool = False
    part_of: "Telling | None" = None

    def of(self, sheet: str) -> list[Hit]:
        """Give the hits of one sheet inside the telling."""
        return self.hits.get(sheet, [])

    @property
    def start(self) -> int:
        """Give the source offset where the telling begins."""
        return self.scan.tokens[self.first].start

    @property
    def end(self) -> int:
        """Give the source offset where the telling ends."""
        return self.scan.tokens[self.last - 1].end

    @property
    def is_headline(self) -> bool:
        """Say whether it stands in a headline."""
        return self.scan.segment.kind == "headline"

    @property
    def cues(self) -> set[str]:
        """Give the codes of the cues that stand in the telling."""
        return {h.code for h in self.of("event_cues")}

    def cued(self, code: str) -> bool:
        """Say whether a cue of this code stands in the telling."""
        return code in self.cues


def tellings(scans: Sequence[Scan]) -> list[Telling]:
    """Cut sentences into tellings; a sentence that names no harm gives none."""
    found: list[Telling] = []
    waiting: list[Hit] = []
    for number, scan in enumerate(scans):
        if scan.of("attack") or scan.of("casualty") or names_harmed(scan):
            found.extend(_of_sentence(scan, number))
            if len(waiting) > 1 or any(h.rule in _SURE for h in waiting):
                # One name alone is that of who posts.
                found[-1].hits["person"][:0] = waiting
            waiting = []
        elif found:
            # A list of names below the telling, or a victim named a sentence later.
            found[-1].hits["person"].extend(
                h for h in scan.of("person") if not _speaks(h, scan)
            )
        else:  # a list of names above it
            waiting.extend(h for h in scan.of("person") if h.rule in _ABOVE)
    return found


def names_harmed(scan: Scan) -> bool:
    """Say whether a sentence tells by a name alone who was harmed, and by whom or what.

    "Gunmen killed Arno Velt" counts nobody and names no attack; a singer's death does
    neither. A wire in capitals need not say who did it.
    """
    harmed = any(
        h.values.get("outcome") in HARMED and h.rule in NAMED_WITH_HARM
        for h in scan.of("person")
    )
    if not harmed or scan.shouted:
        return harmed
    doers = (h for h in scan.of("actor") if h.values.get("position") in ONE_SIDED)
    return any(doers) or bool(scan.of("weapon"))


def _of_sentence(scan: Scan, number: int) -> Iterator[Telling]:
    cuts = [0, *_cuts(scan), len(scan.tokens)]
    pieces: list[tuple[int, int]] = []
    for first, last in pairwise(cuts):
        if not pieces or (_tells(scan, first, last) and _tells(scan, *pieces[-1])):
            pieces.append((first, last))
        else:
            pieces[-1] = (pieces[-1][0], last)
    for first, last in pieces:
        hits = {
            sheet: [h for h in scan.of(sheet) if first <= h.first < last]
            for sheet in SLOTS
        }
        hits["person"] = [h for h in hits["person"] if not _speaks(h, scan)]
        hits["place"] = [
            h for h in hits["place"] if _may_be_struck(h) and not _is_surname(h, scan)
        ]
        yield Telling(scan, number, first, last, hits)


def _speaks(person: Hit, scan: Scan) -> bool:
    """Say whether a name is that of who speaks: «قال أحد السكان، ويدعى …»."""
    return person.rule == "person_called" and any(
        s.first <= person.first and person.last <= s.last for s in scan.of("source")
    )


def _is_surname(place: Hit, scan: Scan) -> bool:
    """Say whether a place's name is part of a victim's: «محمد علي الرشيد»."""
    return any(
        p.first < place.first and place.last <= p.last for p in scan.of("person")
    )


def _may_be_struck(place: Hit) -> bool:
    """Say whether a place can be where it struck; no launch site or hometown is."""
    return place.values.get("relation") not in ELSEWHERE


def _tells(scan: Scan, first: int, last: int) -> bool:
    """Say whether a stretch can stand alone: an attack, or harm with its own place."""
    if any(first <= h.first < last for h in scan.of("attack")):
        return True
    if first in _tolls_reached(scan):
        return True
    hurt = [h for h in scan.of("casualty") if first <= h.first < last]
    if hurt and all(h.values["_other"] for h in hurt):
        return False  # «فيما أصيب 163 آخرون في القرية»: others than those just told of
    dead = any(h.values["outcome"] == "killed" for h in hurt)
    by_arms = dead and any(first <= h.first < last for h in scan.of("weapon"))
    return bool(hurt) and (by_arms or bool(_struck_in(scan, first, last)))


def _cuts(scan: Scan) -> list[int]:
    """Find the words where a new clause begins that may tell of something else."""
    cuts = {h.first for h in scan.of("event_cues") if h.code == "clause"}
    for hit in scan.of("attack"):
        if "and" in hit.means and hit.values["part"] == "verb":
            cuts.add(hit.first)
    for hit in scan.of("outcomes"):
        verb = hit.values.get("part") == "verb"
        if verb and "and" in hit.means and scan.tokens[hit.first].gap == COLON:
            cuts.add(hit.first)
    cuts.update(_tolls_reached(scan))
    cuts.update(_attacks_beside(scan, cuts))
    cuts.update(_attacks_added(scan, cuts))
    cuts.update(_attacks_answered(scan, cuts))
    return sorted(c for c in cuts if c > 0)


def _tolls_reached(scan: Scan) -> Iterator[int]:
    """Find where people were counted, and then what the toll since a day came to.

    «… إلى مقتل 40 شخصا، ليرتفع بذلك عدد القتلى منذ … إلى نحو 100».
    """
    for cue in scan.of("event_cues"):
        if cue.code == "rising" and _counted_since(scan, cue.first):
            before = [h for h in scan.of("casualty") if h.first < cue.first]
            if any(h.values.get("low") is not None for h in before):
                yield cue.first


def _counted_since(scan: Scan, first: int) -> bool:
    """Say whether people are counted from a day long ago on, behind a word."""
    since = any(
        h.first >= first and h.values.get("role") == "since" and days_of(h) >= WEEK
        for h in scan.of("date")
    )
    return since and any(h.first >= first for h in scan.of("casualty"))


WEEK = 7
"""Days from which on a toll since a day is not of one happening that goes on."""


def days_of(when: Hit) -> int:
    """Give how many days lie between the two ends of a date; 0 where one is unknown."""
    start, end = when.values.get("from"), when.values.get("to")
    if not (isinstance(start, date) and isinstance(end, date)):
        return 0
    return (end - start).days


def _around(scan: Scan, cuts: Iterable[int], word: int) -> tuple[int, int]:
    """Give where the stretch between two cuts begins and ends that a word stands in."""
    bounds = [0, *sorted(cuts), len(scan.tokens)]
    return max(b for b in bounds if b <= word), min(b for b in bounds if b > word)


def _attacks_added(scan: Scan, cuts: Iterable[int]) -> Iterator[int]:
    """Find where an attack at a place of its own is added to one told with its place.

    «غارتين على بلدة …، فضلا عن مقتل امرأة جراء قصف استهدف بلدة …» tells two.
    """
    for link in scan.of("count_words"):
        if link.code != "plus" or link.last - link.first < ADDING:
            continue
        first, last = _around(scan, cuts, link.first)
        before, behind = (first, link.first), (link.last, last)
        here, there = _struck_in(scan, *before), _struck_in(scan, *behind)
        if (
            here
            and there
            and not here & there
            and _attacked_in(scan, *before)
            and _attacked_in(scan, *behind)
        ):
            yield link.first


ADDING = 2
"""Words of a link that adds a happening, «إضافة إلى»; «مع» and «كما» add people."""


def _struck_in(scan: Scan, first: int, last: int) -> set[object]:
    """Give the places struck that are named in a stretch."""
    return {
        h.values.get("name")
        for h in scan.of("place")
        if first <= h.first < last
        and h.values.get("role") in {"at", "near"}
        and _may_be_struck(h)
    }


def _attacked_in(scan: Scan, first: int, last: int) -> set[str]:
    """Give the codes of the attack words of a stretch."""
    return {h.code for h in scan.of("attack") if first <= h.first < last}


PLANTED = frozenset({"explosive_device", "suicide_attack", "mine_or_uxo"})
"""Attacks by what lies or is carried there, and is never fired from afar."""

FIRED = frozenset(
    {"bombardment", "shelling", "air_strike", "drone_strike", "naval_bombardment"}
)
"""Attacks from afar, which answer another rather than bring it about."""

ANSWERED = 2
"""Words from "after" to the attack that is answered: «بعد وقوع انفجار عبوة»."""


def _attacks_answered(scan: Scan, cuts: Iterable[int]) -> Iterator[int]:
    """Find where a bombardment is told, and then the blast that it came after.

    «قصف الجيش مواقع … بعد انفجار عبوة ناسفة قرب آلية»: two happenings, two doers.
    """
    for cue in scan.of("event_cues"):
        if cue.code != "after":
            continue
        first, _ = _around(scan, cuts, cue.first)
        blast = _attacked_in(scan, cue.last, cue.last + ANSWERED)
        if blast & PLANTED and _attacked_in(scan, first, cue.first) & FIRED:
            yield cue.first


def _attacks_beside(scan: Scan, cuts: Iterable[int]) -> Iterator[int]:
    """Find the attacks that an "and" sets beside one that has its own dead.

    «الهجوم على المتحف … قتل فيه 22 شخصا والهجوم على الفندق … قتل فيه 38», «تفجير …
    وتفجير آخر»; «غارات وقصف» with one toll is one happening.
    """
    bounds = [0, *sorted(cuts), len(scan.tokens)]
    for hit in scan.of("attack"):
        if "and" not in hit.means or hit.values["part"] == "verb":
            continue
        first = max(b for b in bounds if b <= hit.first)
        last = min(b for b in bounds if b > hit.first)
        other = any(
            h.first == hit.last for h in scan.of("event_cues") if h.code == "another"
        )
        if other or _harmed(scan, first, hit.first) & _harmed(scan, hit.last, last):
            yield hit.first


def _harmed(scan: Scan, first: int, last: int) -> set[object]:
    """Give what befell the people counted in a stretch, those of a whole left out."""
    return {
        h.values["outcome"]
        for h in scan.of("casualty")
        if first <= h.first < last and h.values.get("part_of") is None
    }
