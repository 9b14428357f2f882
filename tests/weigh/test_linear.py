"""Linear models: text weights, answers that can be taken apart."""

import math
from importlib.resources import files

import pytest

from tawthiq.weigh.linear import Model, load_model

MODEL = Model(name="invented", weights={"bias": -1.0, "near": 3.0})
SHIPPED = sorted(
    p.name.removesuffix(".csv")
    for p in files("tawthiq").joinpath("weigh", "weights").iterdir()
    if p.name.endswith(".csv")
)


def test_a_feature_that_it_does_not_know_adds_nothing() -> None:
    assert MODEL.log_odds({"far": 9.0}) == 0.0
    assert MODEL.parts({"far": 9.0}) == {}


def test_no_features_are_an_even_chance() -> None:
    assert MODEL.probability({}) == 0.5


def test_the_parts_sum_to_the_log_odds() -> None:
    features = {"bias": 1.0, "near": 0.5, "far": 2.0}
    assert MODEL.parts(features) == {"bias": -1.0, "near": 1.5}
    assert math.isclose(sum(MODEL.parts(features).values()), MODEL.log_odds(features))


def test_a_probability_stays_one_however_far_the_features() -> None:
    assert (
        0.0 < MODEL.probability({"near": -1e9}) < MODEL.probability({"near": 1e9}) <= 1
    )


def test_a_model_that_is_none_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        load_model("divination")


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_weights_are_finite_and_say_where_they_come_from(name: str) -> None:
    model = load_model(name)
    assert model.weights
    assert all(math.isfinite(w) for w in model.weights.values())
    source = files("tawthiq").joinpath("weigh", "weights", f"{name}.csv")
    head = [x for x in source.read_text("utf-8").splitlines() if x.startswith("#")]
    assert any("training/" in line for line in head)
