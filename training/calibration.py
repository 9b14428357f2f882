"""How far probabilities may be believed: reliability, error, and what a bar costs."""

from collections.abc import Mapping, Sequence

BINS = 10

Pairs = Sequence[tuple[float, bool]]
"""A probability that was given, and whether it came true."""

Table = dict[str, float]


def brier(pairs: Pairs) -> float:
    """Give the mean square of what was given less what came true (Brier 1950)."""
    return sum((p - right) ** 2 for p, right in pairs) / max(1, len(pairs))


def reliability(pairs: Pairs) -> list[Table]:
    """Give, for each tenth of the scale, how many, what was given, what came true."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for p, right in pairs:
        bins[min(BINS - 1, int(p * BINS))].append((p, right))
    return [
        {
            "from": number / BINS,
            "n": float(len(held)),
            "given": sum(p for p, _ in held) / max(1, len(held)),
            "right": sum(right for _, right in held) / max(1, len(held)),
        }
        for number, held in enumerate(bins)
    ]


def calibration_error(pairs: Pairs) -> float:
    """Give the expected calibration error: the mean gap of the bins, by their size."""
    gaps = (b["n"] * abs(b["given"] - b["right"]) for b in reliability(pairs))
    return sum(gaps) / max(1, len(pairs))


def told(by_slot: Mapping[str, Pairs]) -> dict[str, Table]:
    """Sum up each slot, and all of them."""
    every = [pair for pairs in by_slot.values() for pair in pairs]
    return {
        slot: {
            "n": float(len(pairs)),
            "right": sum(right for _, right in pairs) / max(1, len(pairs)),
            "given": sum(p for p, _ in pairs) / max(1, len(pairs)),
            "brier": brier(pairs),
            "error": calibration_error(pairs),
        }
        for slot, pairs in {**by_slot, "all": every}.items()
    }
