"""Blocking: keys that two accounts of one incident share, so that few are compared.

Keys join a day with a place, so that work grows with the number of reports and not
with its square; names of victims and near-copies have keys without a day, the copies
with their place, since who posts every day has a formula for all villages. The rare
words with which a report begins are keys too: so a village that was not read as a place
is met, and a report in which nothing was read.
"""

from collections.abc import Iterator
from math import floor

from tawthiq.link.facts import Facts, Heard, Spot

MANY = 4
"""People from which a toll tells an event of a day from others, wherever it was."""

UNIT = "|unit "
"""What keys of a unit of administration hold, to tell them from other keys."""

HEARD = "|heard "
"""What keys of rare words hold."""

TOWN = "|town "
"""What keys of plain words hold, by which traces alone are met: of a town, of a village
whose name no rare word tells."""

LATE = 2
"""Days before its publication and the night before that a trace may speak of."""

CELL = 0.15
"""Degrees of a cell of the grid, some 16 km: two points nearer than that share one."""


def keys_of(facts: Facts) -> frozenset[str]:
    """Give the keys of the blocks to which an account belongs."""
    return frozenset(_keys(facts))


def _keys(facts: Facts) -> Iterator[str]:
    days = _days(facts)
    for where in {*_wheres(facts)}:
        for day in days:
            yield f"{day}|{where}"
    for word in _heard(facts):
        for day in days:
            yield f"{day}{word}"
    for band in facts.sketch:
        for name in facts.names or ("",):
            yield f"text|{band}|{name}"
    for words in facts.victims:
        yield f"victim|{' '.join(sorted(words))}"


def _days(facts: Facts) -> range:
    """Give the days of an account and the next: a night belongs to both its days."""
    if facts.first is None or facts.last is None:
        return range(0)
    early = LATE if facts.is_trace else 0
    return range(facts.first - early, facts.last + 2)


def _heard(facts: Facts) -> Iterator[str]:
    """Give the words by which a telling and what is heard of it meet."""
    if not facts.founds and not facts.is_trace:
        return
    for word in facts.heard.rare:
        yield f"{HEARD}{word}"
    heard = facts.heard
    plain = heard.lead.words - heard.rare if facts.is_trace else _plain_names(heard)
    for word in plain:
        yield f"{TOWN}{word}"


def _plain_names(heard: Heard) -> Iterator[str]:
    """Give the words of towns, and one of each other name that has no rare word."""
    for name in heard.towns:
        yield from name
    for name in heard.places:
        if name and name.isdisjoint(heard.rare):
            yield max(name, key=lambda word: (len(word), word))  # one is enough


def _wheres(facts: Facts) -> Iterator[str]:
    for spot in facts.spots:
        yield from _cells(spot)
    for name in facts.names:
        yield f"name {name}"
    for unit in facts.units | facts.named_units:
        yield f"unit {unit}"
    least = MANY if facts.names else 2
    for outcome, numbers in facts.totals.items():
        yield from (f"{outcome} {n}" for n in numbers if n >= least)


def _cells(spot: Spot) -> set[str]:
    """Give the cells that a point lies in or is half a cell away from."""
    rows = {floor(spot.lat / CELL - 0.5), floor(spot.lat / CELL + 0.5)}
    columns = {floor(spot.lon / CELL - 0.5), floor(spot.lon / CELL + 0.5)}
    return {f"cell {row} {column}" for row in rows for column in columns}
