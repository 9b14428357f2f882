"""Cases: golden reports in Markdown, and what is said where one is not met."""

from importlib.resources import files
from pathlib import Path

import pytest

from tawthiq.gazetteer.index import PlaceIndex
from tawthiq.lang.faults import Fault
from tawthiq.workflow.packs import cases as room
from tawthiq.workflow.packs.cases import cases, check_cases
from tawthiq.workflow.reading import Reader

CASE = """# A strike

published: 2031-03-05

> قُتل 3 مدنيين في غارة روسية على سوق بلدة كفر مشمش أمس الثلاثاء.

| slot | quote | expect |
|---|---|---|
| casualty | 3 مدنيين | killed civilians 3 |
| date | أمس الثلاثاء | 2031-03-04 relative |
| event | | air_strike incident |

must not: casualty 4 · event toll
"""


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(places=PlaceIndex(None))


def checked(
    case: str, reader: Reader, folder: Path, patch: pytest.MonkeyPatch
) -> list[Fault]:
    (folder / "cases").mkdir()
    (folder / "cases" / "one.md").write_text(case, encoding="utf-8")
    patch.setattr(room, "pack_folder", lambda _: folder)
    return list(check_cases("ar", reader))


def test_a_case_that_is_met_says_nothing(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert checked(CASE, reader, tmp_path, monkeypatch) == []


@pytest.mark.parametrize(
    ("before", "after", "line", "said"),
    [
        ("killed civilians 3", "killed civilians 5", 9, "not read"),
        ("| 3 مدنيين", "| 9 مدنيين", 9, "just once"),
        ("casualty 4", "casualty 3", 1, "must not"),
        ("event toll", "event air_strike", 1, "must not"),
    ],
)
def test_a_case_that_is_not_met_is_told_with_its_line(
    reader: Reader,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    before: str,
    after: str,
    line: int,
    said: str,
) -> None:
    case = CASE.replace(before, after)
    (fault,) = checked(case, reader, tmp_path, monkeypatch)
    assert fault.where == f"one.md:{line}"
    assert said in fault.en
    assert "A strike" in fault.ar


@pytest.mark.parametrize(("name", "least"), [("ar", 12), ("en", 5)])
def test_the_packs_carry_cases_with_counter_examples(name: str, least: int) -> None:
    found = list(cases(name))
    assert len(found) >= least
    assert all(case.text and (case.expected or case.barred) for case in found)
    assert any(not case.expected for case in found)


@pytest.mark.parametrize("name", ["ar", "en"])
def test_the_packs_cases_are_met(name: str, reader: Reader) -> None:
    assert files("tawthiq").joinpath("packs", name, "cases").is_dir()
    assert [f.message("en") for f in check_cases(name, reader)] == []
