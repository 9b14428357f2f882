"""Clause cuts: where, in a sentence, what begins may tell of another happening.

Arabic news chains happenings for a whole paragraph. A sentence is cut where a word
turns to something else, and where what is told behind has a place and an attack of its
own; what was cut too finely is joined again by ``joining``.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from tawthiq.assemble.day_cuts import days_turned, had_been, recall_left
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import COLON

ELSEWHERE = frozenset({"from", "origin", "transfer", "held", "dateline"})
"""Relations of places (``find.places``) at which nothing told here happened."""


def may_be_struck(place: Hit) -> bool:
    """Say whether a place can be where it struck; no launch site or hometown is."""
    return place.values.get("relation") not in ELSEWHERE


def cuts_of(scan: Scan) -> list[int]:
    """Find the words where a new clause begins that may tell of something else."""
    cuts = {h.first for h in scan.of("event_cues") if opens_clause(scan, h)}
    for hit in scan.of("attack"):
        if "and" in hit.means and hit.values["part"] == "verb":
            cuts.add(hit.first)
    for hit in scan.of("outcomes"):
        verb = hit.values.get("part") == "verb"
        if verb and "and" in hit.means and scan.tokens[hit.first].gap == COLON:
            cuts.add(hit.first)
    cuts.update(tolls_reached(scan))
    cuts.update(_places_turned(scan, cuts))
    cuts.update(_attacks_beside(scan, cuts))
    cuts.update(_attacks_added(scan, cuts))
    cuts.update(_attacks_answered(scan, cuts))
    if not scan.shouted:
        cuts.update((*days_turned(scan), *had_been(scan), *recall_left(scan)))
    return sorted(c for c in cuts if c > 0)


def opens_clause(scan: Scan, cue: Hit) -> bool:
    """Say whether a word turns to something else; «وسط مدينة …» says where, «وسط قصف» turns."""
    if cue.code != "clause":
        return False
    amid = any(h.code == "amid" for h in scan.at(cue.first, "event_cues"))
    return not (amid and any(scan.at(cue.last, sheet) for sheet in GROUNDS))


GROUNDS = ("place", "place_heads", "struck_objects")
"""Sheets of what one may stand in the middle of."""


def tolls_reached(scan: Scan) -> Iterator[int]:
    """Find where people were counted, and then what the toll since a day came to.

    «… إلى مقتل 40 شخصا، ليرتفع بذلك عدد القتلى منذ … إلى نحو 100»; those who are named
    before it died on the day as well.
    """
    for cue in scan.of("event_cues"):
        if cue.code == "rising" and _counted_since(scan, cue.first):
            before = [h for h in scan.of("casualty") if h.first < cue.first]
            named = any(h.first < cue.first for h in scan.of("person"))
            if named or any(h.values.get("low") is not None for h in before):
                yield cue.first


def _counted_since(scan: Scan, first: int) -> bool:
    """Say whether people are counted from a day long ago on, behind a word."""
    since = any(h.first >= first and is_long_since(h) for h in scan.of("date"))
    return since and any(h.first >= first for h in scan.of("casualty"))


WEEK = 7
"""Days from which on a toll since a day is not of one happening that goes on."""


def is_long_since(when: Hit) -> bool:
    """Say whether a date is a stretch from a day on of a week or more."""
    start, end = when.values.get("from"), when.values.get("to")
    if not (isinstance(start, date) and isinstance(end, date)):
        return False
    return when.values.get("role") == "since" and (end - start).days >= WEEK


def _around(scan: Scan, cuts: Iterable[int], word: int) -> tuple[int, int]:
    """Give where the stretch between two cuts begins and ends that a word stands in."""
    bounds = (0, *cuts, len(scan.tokens))
    return max(b for b in bounds if b <= word), min(b for b in bounds if b > word)


def _attacks_added(scan: Scan, cuts: Iterable[int]) -> Iterator[int]:
    """Find where an attack at a place of its own is added to one told with its place.

    «غارتين على بلدة …، فضلا عن مقتل امرأة جراء قصف استهدف بلدة …»,
    «قتل خمسة في غارة على قرية … وجرح ثلاثة في غارة على قرية …» tell two.
    """
    for link in sorted({*_links(scan), *_verbs_joined(scan)}):
        first, last = _around(scan, cuts, link)
        here, there = struck_in(scan, first, link), struck_in(scan, link, last)
        apart = here and there and not here & there
        if apart and _attacked_in(scan, first, link) and _attacked_in(scan, link, last):
            yield link


def _links(scan: Scan) -> Iterator[int]:
    """Find what adds a happening, and what goes on to a later one: «وبعد ساعتين»."""
    for hit in scan.of("count_words"):
        if hit.code == "plus" and hit.last - hit.first >= ADDING:
            yield hit.first
    for hit in scan.of("event_cues"):
        if hit.code == "afterwards" and hit.means & TURNING:
            yield hit.first


def _verbs_joined(scan: Scan) -> Iterator[int]:
    """Find the verbs of harm, and those that carry an attack, that an "and" joins."""
    for hit in scan.of("outcomes", "actor_cues"):
        verb = hit.values.get("side") == "both" or hit.code == "light"
        if verb and "and" in hit.means:
            yield hit.first


def _places_turned(scan: Scan, cuts: Iterable[int]) -> Iterator[int]:
    """Find where a round-up turns to the next place: «وفي مدينة … قتل ثلاثة بقصف».

    Before and behind it people are counted or an attack is told, at other places.
    """
    begins = {h.first: h for h in scan.of("place")}
    turned = set(cuts)
    for word in scan.of("place_words"):
        place = begins.get(word.last)
        if word.code != "in" or not word.means & TURNING or place is None:
            continue
        first, last = _around(scan, turned, word.first)
        before = {
            h.values.get("name")
            for h in scan.of("place")
            if first <= h.first < word.first
        }
        told = _told_in(scan, first, word.first) and _told_in(scan, word.first, last)
        if told and before and place.values.get("name") not in before:
            turned.add(word.first)
            yield word.first


TURNING = frozenset({"and", "then"})
"""What is joined to the front of «في» where a round-up goes on."""


def _told_in(scan: Scan, first: int, last: int) -> bool:
    """Say whether a stretch tells of an attack, or of people who are counted."""
    return any(
        first <= h.first < last
        for sheet in ("attack", "casualty")
        for h in scan.of(sheet)
    )


ADDING = 2
"""Words of a link that adds a happening, «إضافة إلى»; «مع» and «كما» add people."""


def struck_in(scan: Scan, first: int, last: int) -> set[object]:
    """Give the places struck that are named in a stretch."""
    return {
        h.values.get("name")
        for h in scan.of("place")
        if first <= h.first < last
        and h.values.get("role") in {"at", "near"}
        and may_be_struck(h)
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
    for hit in scan.of("attack"):
        if "and" not in hit.means or hit.values["part"] == "verb":
            continue
        first, last = _around(scan, cuts, hit.first)
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
