"""Shingles: runs of words by which near-copies of a telling are found.

Near-duplicates by shingles and their smallest hashes: Broder, "On the resemblance and
containment of documents" (1997).
"""

from collections.abc import Sequence
from heapq import nsmallest
from zlib import crc32

RUN = 3
"""Words in a run: shorter than in prose, since posts are of some twenty words."""

SAMPLE = 64
"""Least hashes of a long telling that stand for all of it."""

BANDS = 4
ROWS = 2
_PRIME = (1 << 61) - 1
_FACTORS = tuple(
    (0x9E3779B97F4A7C15 * (2 * n + 1)) % _PRIME for n in range(BANDS * ROWS)
)


def shingles(words: Sequence[str]) -> frozenset[int]:
    """Give the hashes of all runs of words; of the whole where it is shorter."""
    last = max(1, len(words) - RUN + 1)
    return frozenset(
        crc32(" ".join(words[at : at + RUN]).encode("utf-8", "replace"))
        for at in range(last)
    )


def sketch(pieces: frozenset[int]) -> tuple[str, ...]:
    """Give keys of which two near-copies share at least one (bands of two rows)."""
    if not pieces:
        return ()
    sample = nsmallest(SAMPLE, pieces)
    least = [min((piece + 1) * f % _PRIME for piece in sample) for f in _FACTORS]
    bands = (least[at : at + ROWS] for at in range(0, BANDS * ROWS, ROWS))
    return tuple(
        f"{band}.{'.'.join(f'{row:x}' for row in rows)}"
        for band, rows in enumerate(bands)
    )


def resemblance(left: frozenset[int], right: frozenset[int]) -> float:
    """Give the share of runs that two tellings have in common, from 0 to 1."""
    shared = len(left & right)
    return shared / (len(left) + len(right) - shared) if shared else 0.0


def containment(left: frozenset[int], right: frozenset[int]) -> float:
    """Give the share of the shorter telling's runs that stand in the longer one."""
    least = min(len(left), len(right))
    return len(left & right) / least if least else 0.0
