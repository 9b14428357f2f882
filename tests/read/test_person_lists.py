"""Lists of persons: JSON lines or CSV; what is wrong is told with its line."""

import json

import pytest

from tawthiq.errors import InputError
from tawthiq.model.person import Person
from tawthiq.read.person_lists import read_persons


def read(data: bytes) -> tuple[list[Person], list[str]]:
    found = list(read_persons(data, "list"))
    return (
        [p for p in found if isinstance(p, Person)],
        [p.where for p in found if isinstance(p, InputError)],
    )


def line(**cells: object) -> bytes:
    return json.dumps(cells, ensure_ascii=False).encode() + b"\n"


@pytest.mark.parametrize(
    "data", [b"", b"  \n", b"\x00\x01\x02\x03", b"name,age\na,3\n"]
)
def test_what_is_no_list_is_refused(data: bytes) -> None:
    with pytest.raises(InputError):
        list(read_persons(data, "list"))


@pytest.mark.parametrize(
    "bad",
    [
        b"{broken\n",
        b"[1, 2]\n",
        line(name="سلوى المرجان"),
        line(id="", name="سلوى المرجان"),
        line(id="good", name="سلوى المرجان"),
        line(id="x", name=["سلوى"]),
        line(id="x"),
        b'{"id": "x", "name": "\\ud800"}\n',
        b"{" + b'"a":{' * 20_000 + b"\n",
    ],
)
def test_a_bad_line_is_told_by_its_number_and_the_rest_read(bad: bytes) -> None:
    good, last = line(id="good", name="نجيب"), line(id="last", name="هدى")
    persons, wrong = read(good + bad + last)
    assert [p.id for p in persons] == ["good", "last"]
    assert wrong == ["list:2"]


@pytest.mark.parametrize(
    ("age", "years"),
    [("7", 7.0), (12, 12.0), ("0.3", 0.3), ("٣٥", 35.0), ("٣٫٥", 3.5), ("", None),
     (None, None)],
)  # fmt: skip
def test_ages_in_any_digits(age: object, years: float | None) -> None:
    (found,), wrong = read(line(id="a", name="سلوى", age=age))
    assert (found.age, wrong) == (years, [])


@pytest.mark.parametrize("cells", [{"age": "young"}, {"age": "-3"}, {"sex": "?"}])
def test_what_is_not_understood_is_told_and_left_out(cells: dict[str, str]) -> None:
    (found,), wrong = read(line(id="a", name="سلوى", **cells))
    assert (found.age, found.sex) == (None, None)
    assert wrong == ["list:1"]


@pytest.mark.parametrize(
    ("sex", "told"), [("m", "male"), ("F", "female"), ("أنثى", "female"), ("", None)]
)
def test_sexes(sex: str, told: str | None) -> None:
    (found,), wrong = read(line(id="a", name="سلوى", sex=sex))
    assert (found.sex, wrong) == (told, [])


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_table_as_spreadsheets_write_it(mark: str) -> None:
    table = "\ufeff" + mark.join(["ID", "Name", "Age"]) + "\r\n"
    table += mark.join(["1", "سلوى المرجان", "7"]) + "\r\n"
    table += mark.join(["", "نجيب", "8"]) + "\r\n"
    persons, wrong = read(table.encode())
    assert persons == [Person(id="1", name="سلوى المرجان", age=7.0)]
    assert wrong == ["list:3"]


def test_a_name_may_be_empty_for_the_person_is_still_counted() -> None:
    persons, wrong = read(line(id="a", name="", age=4))
    assert ([p.id for p in persons], wrong) == (["a"], [])
