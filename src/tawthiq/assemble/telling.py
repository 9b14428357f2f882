"""Telling: a stretch of a sentence that tells one happening.

Arabic news chains clauses for a whole paragraph, so the clause, not the sentence, is
the unit that a value belongs to. A sentence is cut where a new happening begins; what
was cut too finely is joined again by ``joining``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tawthiq.assemble.clause_cuts import (
    cuts_of,
    may_be_struck,
    struck_in,
    tolls_reached,
)
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan

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
"""Rules of ``find/persons`` by which a word of harm itself names the person."""

ONE_SIDED = frozenset({"agent", "accused", "claimer"})
"""Positions of actors in which they are said to have done it; a clash has two sides."""

_SURE = {"person_title", "person_harm"}
"""Rules by which a person named above any telling is its victim all the same."""

_ABOVE = _SURE | {"person_item", "person_list", "person_kin"}


@dataclass(slots=True, kw_only=True)
class Traits:
    """What a telling is compared by with those before it, worked out once (``traits``).

    ``told`` are the values of each slot; ``counts`` the numbers of each outcome,
    ``groups`` who was counted, ``sources`` who says it; ``fresh`` says that a strong
    attack word is indefinite, ``definite`` that the first attack word is not.
    """

    told: dict[str, set[object]]
    counts: dict[str, set[int]]
    groups: set[object]
    sources: set[object]
    fresh: bool
    definite: bool
    over_time: bool
    sums_up: bool
    turns_aside: bool


@dataclass(slots=True)
class Telling:
    """The words ``first`` to ``last - 1`` of a sentence and what they name.

    ``traits`` keeps what it is compared by, once that is worked out; ``is_total`` says
    that it sums up happenings told apart, ``part_of`` whose part it is (``totals``).
    ``cues`` are the codes of the cues that stand in it.
    """

    scan: Scan
    sentence: int
    first: int
    last: int
    hits: dict[str, list[Hit]] = field(default_factory=dict)
    is_total: bool = False
    part_of: "Telling | None" = None
    traits: Traits | None = field(default=None, init=False)
    cues: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Take the codes of the cues, which are asked for time and again."""
        cues = self.of("event_cues")
        days = [h for h in cues if h.code == "same_day"]
        self.cues = frozenset([h.code for h in cues if not _dates_it(h, days)])

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

    def cued(self, code: str) -> bool:
        """Say whether a cue of this code stands in the telling."""
        return code in self.cues


def _dates_it(cue: Hit, days: Sequence[Hit]) -> bool:
    """Say whether a cue only says when today: "earlier" in "hours earlier"."""
    return any(d.first <= cue.first and cue.last <= d.last for d in days)


def tellings(scans: Sequence[Scan]) -> list[Telling]:
    """Cut sentences into tellings; a sentence that names no harm gives none."""
    found: list[Telling] = []
    waiting: list[Hit] = []
    below: list[Hit] = []
    for number, scan in enumerate(scans):
        if scan.of("attack") or scan.of("casualty") or names_harmed(scan):
            _lay_names(below, found)
            below = []
            found.extend(_of_sentence(scan, number))
            if len(waiting) > 1 or any(h.rule in _SURE for h in waiting):
                # One name alone is that of who posts.
                found[-1].hits["person"][:0] = waiting
            waiting = []
        elif found:
            # A list of names below the telling, or a victim named a sentence later.
            below.extend(h for h in scan.of("person") if not _speaks(h, scan))
        else:  # a list of names above it
            waiting.extend(h for h in scan.of("person") if h.rule in _ABOVE)
    _lay_names(below, found)
    return found


def _lay_names(below: list[Hit], found: Sequence[Telling]) -> None:
    """Lay names that stand below tellings at the one whose dead they may be.

    That is the last, unless several are named, it counts fewer dead, and one before it
    counts enough: «قُتل سبعة … وأصيب رجل بلغم … وعُرف من القتلى: …».
    """
    if not below:
        return
    fates = [h.values.get("outcome") for h in below]
    # Who is named behind the first of the dead often has no word of harm of their own.
    dead = sum(fate in {"killed", None} for fate in fates) if "killed" in fates else 0
    holds = (t for t in reversed(found) if _counted_dead(t) >= dead)
    home = next(holds, found[-1]) if dead > 1 else found[-1]
    home.hits["person"].extend(below)


def _counted_dead(telling: Telling) -> int:
    """Give the greatest number of dead that a telling counts; 0 where it counts none."""
    counts = (
        h.values.get("low")
        for h in telling.of("casualty")
        if h.values["outcome"] == "killed"
    )
    return max((n for n in counts if isinstance(n, int)), default=0)


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
    cuts = [0, *cuts_of(scan), len(scan.tokens)]
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
            h for h in hits["place"] if may_be_struck(h) and not _is_surname(h, scan)
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


def _tells(scan: Scan, first: int, last: int) -> bool:
    """Say whether a stretch can stand alone: an attack, or harm with its own place."""
    if any(first <= h.first < last for h in scan.of("attack")):
        return True
    if first in set(tolls_reached(scan)):
        return True
    hurt = [h for h in scan.of("casualty") if first <= h.first < last]
    if hurt and all(h.values["_other"] for h in hurt):
        return False  # «فيما أصيب 163 آخرون في القرية»: others than those just told of
    dead = any(h.values["outcome"] == "killed" for h in hurt)
    by_arms = dead and any(first <= h.first < last for h in scan.of("weapon"))
    return bool(hurt) and (by_arms or bool(struck_in(scan, first, last)))
