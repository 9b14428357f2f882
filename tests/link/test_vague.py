"""Vague counts: no number of their own; a convention's where one is chosen."""

import pytest

from tawthiq.errors import OptionError
from tawthiq.lang.conventions import convention
from tawthiq.link.vague import vague_bounds
from tawthiq.model.claim import Attribute, Claim
from tawthiq.model.span import Span


def claim(quote: str, wording: str = "vague") -> Claim:
    return Claim(
        id="c",
        report_id="r",
        event_id="e1",
        attribute=Attribute.CASUALTY,
        value=(("low", None), ("high", None), ("wording", wording)),
        stance="asserted",
        span=Span(start=0, end=len(quote), quote=quote),
        claimants=(),
        rule="by_hand",
    )


def test_without_a_convention_there_is_no_number() -> None:
    assert vague_bounds(claim("عشرات القتلى"), None) == (None, None)


def test_what_is_not_vague_is_left_alone() -> None:
    assert vague_bounds(claim("عشرات القتلى", "about"), "ucdp") == (None, None)


def test_words_of_no_size_have_no_number() -> None:
    assert vague_bounds(claim("قتلى"), "ucdp") == (None, None)


@pytest.mark.parametrize(
    ("quote", "chosen", "bounds"),
    [
        ("عشرات القتلى", "ucdp", (20, 20)),
        ("عشرات القتلى", "acled", (10, 12)),
        ("عدد من المدنيين", "acled", (3, 3)),
        ("dozens of people", "airwars", (20, None)),
        ("hundreds of people", "ucdp", (200, 200)),
    ],
)
def test_a_convention_sets_the_bounds(
    quote: str, chosen: str, bounds: tuple[int | None, int | None]
) -> None:
    assert vague_bounds(claim(quote), chosen) == bounds


def test_an_unknown_convention_says_which_there_are() -> None:
    with pytest.raises(OptionError, match="acled"):
        vague_bounds(claim("عشرات"), "guess")


@pytest.mark.parametrize(
    "row", convention("vague_counts"), ids=lambda r: f"{r['convention']}-{r['word']}"
)
def test_each_row_names_its_source_and_a_possible_range(row: dict[str, str]) -> None:
    assert row["source"]
    assert not row["high"] or int(row["low"]) <= int(row["high"])
