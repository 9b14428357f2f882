"""One row may stand for words that go with each other in every way."""

from pathlib import Path

import pytest

from tawthiq.errors import PackError
from tawthiq.lang.alternatives import spread
from tawthiq.lang.sheets import read_sheet, rows

COLUMNS = ("form", "code")


@pytest.mark.parametrize(
    ("cell", "forms"),
    [
        ("غارة", ["غارة"]),
        ("(شمال|جنوب) غربي", ["شمال غربي", "جنوب غربي"]),
        ("(شمال|جنوب) (شرقي|غربي)", ["شمال شرقي", "شمال غربي", "جنوب شرقي", "جنوب غربي"]),
        ("(was|were) (badly|) hurt", ["was badly hurt", "was hurt", "were badly hurt", "were hurt"]),
        ("English (US)", ["English (US)"]),
    ],
)  # fmt: skip
def test_a_cell_stands_for_its_forms(cell: str, forms: list[str]) -> None:
    assert list(spread(cell)) == forms


def test_each_form_keeps_its_line_and_the_other_cells(tmp_path: Path) -> None:
    sheet = tmp_path / "places.csv"
    sheet.write_text("form,code\n(شمال|جنوب) غربي,direction\nقرب,near\n", "utf-8")
    found = [(r.line, r.cells["form"], r.cells["code"]) for r in rows(sheet)]
    assert found == [
        (2, "شمال غربي", "direction"),
        (2, "جنوب غربي", "direction"),
        (3, "قرب", "near"),
    ]


@pytest.mark.parametrize(
    "cell", ["شمال|جنوب غربي", "((شمال|جنوب) غربي", "(شمال|(جنوب))"]
)
def test_a_bar_outside_brackets_is_told_with_its_line(
    cell: str, tmp_path: Path
) -> None:
    sheet = tmp_path / "places.csv"
    sheet.write_text(f"form,code\nقرب,near\n{cell},direction\n", "utf-8")
    (fault,) = read_sheet(sheet, COLUMNS).faults
    assert fault.where == "places.csv:3"
    assert "قوسين" in fault.message("ar")
    with pytest.raises(PackError):
        list(rows(sheet))
