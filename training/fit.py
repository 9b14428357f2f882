"""Logistic regression over named features, with folds by cluster of texts."""

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

WEIGHTS = Path(__file__).resolve().parents[1] / "src" / "tawthiq" / "weigh" / "weights"
FOLDS = 5
ROUNDS = 40
STILL = 1e-6
"""A step that is no step any more."""

LEAST = 0.005
"""A weight below it is left out: it would be written as nothing."""


class Example(NamedTuple):
    """Features, the right answer, and the cluster of texts it comes from."""

    features: dict[str, float]
    answer: bool
    cluster: str


def fit(examples: Sequence[Example], *, penalty: float = 1.0) -> dict[str, float]:
    """Fit weights by Newton's method with a squared penalty (the bias has none)."""
    names = sorted({n for e in examples for n in e.features})
    at = {n: i for i, n in enumerate(names)}
    x = np.zeros((len(examples), len(names)))
    for row, example in enumerate(examples):
        for name, value in example.features.items():
            x[row, at[name]] = value
    y = np.array([e.answer for e in examples], dtype=float)
    ridge = np.full(len(names), penalty)
    if "bias" in at:
        ridge[at["bias"]] = 1e-6
    w = np.zeros(len(names))
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        gradient = x.T @ (y - p) - ridge * w
        curve = (x * (p * (1 - p))[:, None]).T @ x + np.diag(ridge)
        step = np.linalg.solve(curve, gradient)
        w += step
        if np.abs(step).max() < STILL:
            break
    return {n: round(float(w[i]), 3) for n, i in at.items() if abs(w[i]) >= LEAST}


def common(examples: Sequence[Example], *, least: int) -> list[Example]:
    """Leave out the features that fewer examples than ``least`` have."""
    counts = Counter(n for e in examples for n, v in e.features.items() if v)
    kept = {n for n, count in counts.items() if count >= least}
    return [
        e._replace(features={n: v for n, v in e.features.items() if n in kept})
        for e in examples
    ]


def log_odds(weights: dict[str, float], features: dict[str, float]) -> float:
    """Give the log-odds of yes."""
    return sum(weights.get(n, 0.0) * v for n, v in features.items())


def fold_of(cluster: str) -> int:
    """Give the fold of a cluster of texts, the same in every run."""
    return int(hashlib.sha256(cluster.encode()).hexdigest(), 16) % FOLDS


def folds(examples: Sequence[Example], *, penalty: float = 1.0) -> list[float]:
    """Give each example's log-odds by weights that have not seen its cluster."""
    fold = [fold_of(e.cluster) for e in examples]
    out = [0.0] * len(examples)
    for held in range(FOLDS):
        rest = [e for e, f in zip(examples, fold, strict=True) if f != held]
        weights = fit(rest, penalty=penalty)
        for i, e in enumerate(examples):
            if fold[i] == held:
                out[i] = log_odds(weights, e.features)
    return out


def report(examples: Sequence[Example], name: str, *, penalty: float = 1.0) -> None:
    """Print precision, recall and accuracy on folds not seen."""
    odds = folds(examples, penalty=penalty)
    yes = sum(e.answer for e in examples)
    for bar in (-0.5, 0.0, 0.5):
        said = [o > bar for o in odds]
        hit = sum(s and e.answer for s, e in zip(said, examples, strict=True))
        right = sum(s == e.answer for s, e in zip(said, examples, strict=True))
        precision, recall = hit / max(1, sum(said)), hit / max(1, yes)
        print(
            f"{name} bar {bar:+.1f}: precision {precision:.3f} recall {recall:.3f} "
            f"accuracy {right / len(examples):.3f} of {len(examples)}"
        )


def write(
    name: str,
    weights: dict[str, float],
    examples: Sequence[Example],
    *,
    says: str,
    source: str = "the dev gold",
) -> None:
    """Write weights as text that a person can review."""
    trained = json.dumps([(e.features, e.answer) for e in examples], sort_keys=True)
    digest = hashlib.sha256(trained.encode()).hexdigest()
    lines = [
        f"# {says}",
        f"# fitted by training/{Path(sys.argv[0]).name} on {len(examples)} examples of {source}",
        f"# sha256 of the examples: {digest}",
        "feature,weight",
        *(f"{n},{w}" for n, w in sorted(weights.items())),
    ]
    WEIGHTS.mkdir(exist_ok=True)
    (WEIGHTS / f"{name}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
