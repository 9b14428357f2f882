"""Linear models over named features: what is learned can be read, and each answer too.

Weights are a CSV file ``weights/<model>.csv`` with the columns ``feature,weight``; its
first lines, after ``#``, tell what the model decides, the script that fitted it and the
hash of what it was trained on.
"""

import csv
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

Features = Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A logistic model: the log-odds are the sum of weights times features."""

    name: str
    weights: Mapping[str, float]

    def parts(self, features: Features) -> dict[str, float]:
        """Give what each feature adds to the log-odds; an unknown one adds nothing."""
        weights = self.weights
        return {
            name: weights[name] * value
            for name, value in features.items()
            if name in weights
        }

    def log_odds(self, features: Features) -> float:
        """Give the log-odds; above zero the answer is yes."""
        known = self.weights.get
        total = 0.0
        for name, value in features.items():
            if value and (weight := known(name)) is not None:
                total += weight * value
        return total

    def probability(self, features: Features) -> float:
        """Give the probability of yes."""
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, self.log_odds(features)))))


@cache
def load_model(name: str) -> Model:
    """Read the weights of a model that the package carries.

    Raises:
        FileNotFoundError: if there is no model of that name.
    """
    source = files("tawthiq").joinpath("weigh", "weights", f"{name}.csv")
    lines = source.read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    return Model(name=name, weights={r["feature"]: float(r["weight"]) for r in rows})
