"""Fit "are these two persons one?" on the dev half of the lists of names.

    python training/persons.py [--write]

A person of the first list chooses among the candidates of the second, or none of them: a
conditional logit (D. McFadden, 1974), fitted by Newton's method. Since every person of
this list has a match, each is also shown without it, at a lower weight, so that the
weights know how nobody looks. Prints precision and recall on folds not seen; ``--write``
writes ``src/tawthiq/weigh/weights/persons.csv``.
"""

import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import fit
import numpy as np
import numpy.typing as npt

from tawthiq.link.person_matching import compare_lists
from tawthiq.link.persons import named
from tawthiq.model.person import Person

LISTS = Path(__file__).resolve().parents[2] / "shared" / "bench" / "names"
ABSENT = 0.3
"""Weight of a person shown without the match."""

PENALTY = 1.0
LONGEST_STEP = 3.0
STILL = 1e-3
"""A step smaller than what is written."""

BY_HAND = {
    "given_sound": -0.8,
    "father_sound": -0.5,
    "family_sound": -0.5,
    "middle_sound": -0.3,
    "sex_apart": -3.0,
}
"""Weights of what these lists cannot tell: names in two scripts, sex on one side."""

Vector = npt.NDArray[np.float64]


class Choice(NamedTuple):
    """Candidates by features, which of them is right (-1: none), weight, fold."""

    rows: Vector
    right: int
    weight: float
    fold: int
    real: bool


def lists() -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """Read the two lists."""
    first, second = (
        [json.loads(x) for x in (LISTS / n).read_text("utf-8").splitlines()]
        for n in ("dev.a.jsonl", "b.jsonl")
    )
    return first, second


def _person(row: dict[str, str]) -> Person:
    age = row.get("age") or ""
    known = age.replace(".", "", 1).isdigit()
    return Person(id=row["id"], name=row["name"], age=float(age) if known else None)


def choices() -> tuple[list[str], list[Choice]]:
    """Give the names of features, and a choice for each person, with and without match."""
    first, second = lists()
    compared = compare_lists(
        [named(_person(r)) for r in first], [named(_person(r)) for r in second]
    )
    places = {r["id"]: i for i, r in enumerate(second)}
    found: dict[int, dict[int, dict[str, float]]] = defaultdict(dict)
    for (one, other), told in compared.items():
        found[one][other] = told
    names = sorted({n for told in compared.values() for n in told} - set(BY_HAND))
    made = [
        choice
        for one, row in enumerate(first)
        for choice in _choices(row, found[one], places[row["match"]], names=names)
    ]
    return names, made


def _choices(
    row: dict[str, str],
    told: dict[int, dict[str, float]],
    match: int,
    *,
    names: Sequence[str],
) -> Iterator[Choice]:
    at = {n: i for i, n in enumerate(names)}
    rows = np.zeros((len(told), len(names)))
    for line, candidate in enumerate(told.values()):
        for name, value in candidate.items():
            if name in at:
                rows[line, at[name]] = value
    right = list(told).index(match) if match in told else -1
    fold = int(hashlib.sha256(row["id"].encode()).hexdigest(), 16) % fit.FOLDS
    yield Choice(rows, right, 1.0, fold, real=True)
    if right >= 0:
        yield Choice(np.delete(rows, right, 0), -1, ABSENT, fold, real=False)


def shares(rows: Vector, weights: Vector) -> Vector:
    """Give the probability of each candidate; what is left is that of none."""
    raised = np.exp(np.clip(rows @ weights, -30, 30))
    answer: Vector = raised / (1.0 + raised.sum())
    return answer


def fitted(made: Sequence[Choice], size: int) -> Vector:
    """Fit the weights by Newton's method with a squared penalty."""
    told = [c for c in made if len(c.rows)]
    rows = np.concatenate([c.rows for c in told])
    starts = np.cumsum([0, *(len(c.rows) for c in told[:-1])])
    lengths = [len(c.rows) for c in told]
    worth = np.array([c.weight for c in told])
    goal = sum(c.weight * c.rows[c.right] for c in told if c.right >= 0)
    weights = np.zeros(size)
    for _ in range(fit.ROUNDS):
        raised = np.exp(np.clip(rows @ weights, -30, 30))
        total = 1.0 + np.add.reduceat(raised, starts)
        p = raised / np.repeat(total, lengths)
        spread = rows * (p * np.repeat(worth, lengths))[:, None]
        means = np.add.reduceat(rows * p[:, None], starts)
        gradient = goal - worth @ means - PENALTY * weights
        curve = rows.T @ spread - means.T @ (means * worth[:, None])
        step = np.linalg.solve(curve + np.eye(size) * PENALTY, gradient)
        step *= min(1.0, LONGEST_STEP / max(np.abs(step).max(), 1e-9))
        weights += step
        if np.abs(step).max() < STILL:
            break
    return weights


def report(made: Sequence[Choice], size: int) -> None:
    """Print precision and recall on folds not seen, at several bars."""
    said: list[tuple[float, bool]] = []
    for held in range(fit.FOLDS):
        weights = fitted([c for c in made if c.fold != held], size)
        for choice in made:
            if choice.real and choice.fold == held and len(choice.rows):
                p = shares(choice.rows, weights)
                said.append((float(p.max()), int(p.argmax()) == choice.right))
    people = sum(c.real for c in made)
    for bar in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        over = [right for p, right in said if p > bar]
        print(
            f"persons bar {bar}: precision {sum(over) / len(over):.4f} "
            f"recall {sum(over) / people:.4f} wrong {len(over) - sum(over)}"
        )


def main() -> None:
    """Fit, print, write."""
    names, made = choices()
    values = fitted(made, len(names))
    weights = {n: round(float(v), 3) for n, v in zip(names, values, strict=True)}
    weights = {n: w for n, w in weights.items() if abs(w) >= fit.LEAST} | BY_HAND
    print(sorted(weights.items(), key=lambda p: -abs(p[1])))
    if "--write" in sys.argv:
        write(weights, made)
    report(made, len(names))


def write(weights: dict[str, float], made: Sequence[Choice]) -> None:
    """Write weights as text that a person can review."""
    digest = hashlib.sha256(b"".join(c.rows.tobytes() for c in made)).hexdigest()
    lines = [
        "# Are two persons of two lists one?",
        f"# fitted by training/persons.py on {sum(c.real for c in made)} persons (dev)",
        f"# sha256 of the candidates' features: {digest}",
        f"# by hand, since the lists cannot tell: {' '.join(sorted(BY_HAND))}",
        "feature,weight",
        *(f"{n},{w}" for n, w in sorted(weights.items())),
    ]
    (fit.WEIGHTS / "persons.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
