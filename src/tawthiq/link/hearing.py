"""Hearing: what of one telling stands in the words with which another report begins.

Two events are compared by it beside all that was read of them; a trace, in which
nothing was read, by it alone.
"""

from collections.abc import Iterator
from math import sqrt

from tawthiq.link.facts import Facts, Names

PERSON_WORDS = 2
"""Words of a victim's name that must be heard: a given name alone is anybody's."""

MOST_SHARED = 5
LONGEST_GAP = 3


def hearing(left: Facts, right: Facts) -> dict[str, float]:
    """Give the named features of what two reports' first words share.

    Args:
        left: one account or trace.
        right: another, of another report.

    Returns:
        Features with their values from 0 to 1; what is not shared gives none.
    """
    found = dict.fromkeys(_named(left, right), 1.0)
    mine, theirs = left.heard.rare, right.heard.rare
    shared = len(mine & theirs)
    if shared:
        found["rare_words"] = shared / sqrt(len(mine) * len(theirs))
        found["rare_words_of_shorter"] = shared / min(len(mine), len(theirs))
    return found


def trace_features(left: Facts, right: Facts) -> dict[str, float]:
    """Give the named features of a trace and an account of another report.

    Args:
        left: one of the two.
        right: the other.
    """
    found = {"bias": 1.0, **hearing(left, right)}
    found.update(dict.fromkeys(_days(left, right), 1.0))
    shared = len(left.heard.rare & right.heard.rare)
    found[f"rare_shared_{min(shared, MOST_SHARED)}"] = 1.0
    mine, theirs = left.heard.lead.plain, right.heard.lead.plain
    shared = len(mine & theirs)
    if shared:
        found["plain_words"] = shared / sqrt(len(mine) * len(theirs))
        found["plain_words_of_shorter"] = shared / min(len(mine), len(theirs))
    return found


def _named(left: Facts, right: Facts) -> Iterator[str]:
    """Name what the one names and the other's first words hold."""
    ways = ((left.heard, right.heard.lead.words), (right.heard, left.heard.lead.words))
    if any(_holds(words, told.places) for told, words in ways):
        yield "place_heard"
    if any(_holds(words, told.towns) for told, words in ways):
        yield "town_heard"
    if any(
        len(name & words) >= PERSON_WORDS
        for told, words in ways
        for name in told.persons
    ):
        yield "victim_heard"


def _holds(words: frozenset[str], names: Names) -> bool:
    return any(name and name <= words for name in names)


def _days(left: Facts, right: Facts) -> Iterator[str]:
    if left.stated or right.stated:
        yield "trace_day_stated"
    if None in (left.first, left.last, right.first, right.last):
        return
    gap = max(
        0,
        (right.first or 0) - (left.last or 0),
        (left.first or 0) - (right.last or 0),
    )
    yield f"trace_days_apart_{min(gap, LONGEST_GAP)}"
