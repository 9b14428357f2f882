"""Agreement as published worked examples give it."""

import pytest

from tawthiq.weigh.agreement import cohen_kappa, krippendorff_alpha


def test_kappa_of_a_table_of_fifty_grants() -> None:
    # 20 both yes, 15 both no, 5 and 10 apart: observed .70, by chance .50.
    pairs = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
    assert cohen_kappa(pairs) == pytest.approx(0.4)


def test_alpha_of_two_coders_and_ten_articles() -> None:
    # Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), example A: 0.095.
    one = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0]
    two = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
    assert krippendorff_alpha(zip(one, two, strict=True)) == pytest.approx(
        0.095, abs=5e-4
    )


def test_alpha_of_four_coders_who_left_some_out() -> None:
    # The same paper, example C: four coders, twelve units, some not coded: 0.743.
    rows = ["1 2 3 3 2 1 4 1 2 - - -", "1 2 3 3 2 2 4 1 2 5 - 3"]
    rows += ["- 3 3 3 2 3 4 2 2 5 1 -", "1 2 3 3 2 4 4 1 2 5 1 -"]
    units = zip(*(row.split() for row in rows), strict=True)
    items = [[code for code in unit if code != "-"] for unit in units]
    assert krippendorff_alpha(items) == pytest.approx(0.743, abs=5e-4)


def test_what_cannot_be_told_from_chance_is_not_a_number() -> None:
    assert cohen_kappa([]) is None
    assert cohen_kappa([("y", "y")] * 9) is None
    assert krippendorff_alpha([["y"], ["n"]]) is None
    assert krippendorff_alpha([["y", "y"], ["y", "y"]]) is None


def test_full_agreement_is_one_and_coders_who_turn_all_round_are_below_chance() -> None:
    assert cohen_kappa([("y", "y"), ("n", "n")]) == pytest.approx(1)
    assert krippendorff_alpha([["y", "y"], ["n", "n"]]) == pytest.approx(1)
    assert (cohen_kappa([("y", "n"), ("n", "y")]) or 0) < 0
