"""Which persons of two lists are worth comparing: those who share a key.

A key is two parts of the name, alone or with an age band, or the first or last part
with a band. Keys are spelt by consonants, so that a slip in a vowel parts no one; a key
that too many share is passed over, so that the work grows with the lists and not with
their product. Exchanging the lists exchanges the answer's sides.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from tawthiq.link.persons import Named

LARGEST = 400
"""Persons of one list who may share a key."""

Key = tuple[str, ...]
Blocks = Mapping[Key, Sequence[int]]


def candidates(
    left: Sequence[Named], right: Sequence[Named]
) -> Iterator[tuple[int, list[int]]]:
    """Give for each person of ``left`` the persons of ``right`` worth comparing.

    Yields:
        the place in ``left`` and, sorted, those in ``right``.
    """
    here, there = _blocks(left), _blocks(right)
    small = {
        key
        for key, block in here.items()
        if len(block) <= LARGEST and len(there.get(key, ())) <= LARGEST
    }
    for place, one in enumerate(left):
        found: set[int] = set()
        for key in _keys(one):
            if key in small:
                found.update(there.get(key, ()))
        yield place, sorted(found)


def _blocks(persons: Sequence[Named]) -> Blocks:
    blocks: dict[Key, list[int]] = defaultdict(list)
    for place, one in enumerate(persons):
        for key in _keys(one):
            blocks[key].append(place)
    return blocks


def _keys(one: Named) -> set[Key]:
    """Give the keys of a person; each age stands in two bands, so neighbours meet."""
    sounds = [p.sound for p in one.name.parts]
    twos: list[Key] = list(combinations(sounds, 2))
    if one.age is None or not sounds:
        return set(twos)
    ends: list[Key] = [(sounds[0], "first"), (sounds[-1], "last")]
    bands = (f"{one.age - 1}", f"{one.age}")
    return {*twos, *((*key, band) for key in (*twos, *ends) for band in bands)}
