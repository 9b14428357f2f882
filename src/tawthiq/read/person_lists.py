"""Takes a list of persons as bytes, gives a Person or an InputError for each line.

JSON lines or CSV with a header, with ``id``, ``name`` and, where known, ``age`` (years)
and ``sex``; other keys are passed over. An age or a sex that cannot be understood is
told, and the person is read without it.
"""

import csv
import io
import json
from collections.abc import Iterator, Mapping

from tawthiq.errors import InputError
from tawthiq.model.person import Person
from tawthiq.read import faults
from tawthiq.read.encoding import decode

SEXES = {
    "m": "male", "male": "male", "ذكر": "male",
    "f": "female", "female": "female", "أنثى": "female", "انثى": "female",
}  # fmt: skip
DELIMITERS = ",;\t"
SHOWN = 40
"""Characters of a wrong value that a message shows."""

Numbered = tuple[str, Mapping[str, object]]
"""The place of a line, for messages, and its cells."""


def read_persons(data: bytes, name: str) -> Iterator[Person | InputError]:
    """Read a list of persons, bad lines told and passed over.

    Args:
        data: the file's bytes.
        name: the file, for messages; they say ``name:line``.

    Yields:
        a Person for each line that names one, an InputError for whatever is wrong.

    Raises:
        InputError: if the bytes are no text, or a table has no ``id`` or ``name``.
    """
    text = decode(data, name)
    seen: set[str] = set()
    lines = _json_lines if text.lstrip().startswith("{") else _table
    for row in lines(text, name):
        if isinstance(row, InputError):
            yield row
            continue
        where, cells = row
        known = _string(cells.get("id"))
        if known is None or not known.strip() or known in seen:
            yield _wrong_id(where, known or "")
            continue
        seen.add(known)
        yield from _person(known, cells, where)


def _json_lines(text: str, name: str) -> Iterator[Numbered | InputError]:
    for number, line in enumerate(text.splitlines(), start=1):
        where = f"{name}:{number}"
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as fault:
            yield _no_person(where, f"{fault.msg} ({fault.colno})")
        except RecursionError:
            yield _no_person(where, "nested too deep")
        else:
            if isinstance(row, dict):
                yield where, row
            else:
                yield _no_person(where, type(row).__name__)


def _table(text: str, name: str) -> Iterator[Numbered | InputError]:
    head = text.split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=head.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    columns = {c.strip().lower() for c in reader.fieldnames or ()}
    if not {"id", "name"} <= columns:
        raise _no_columns(name)
    try:
        for row in reader:
            cells = {k.strip().lower(): v for k, v in row.items() if isinstance(k, str)}
            yield f"{name}:{reader.line_num}", cells
    except csv.Error as fault:
        yield _no_person(f"{name}:{reader.line_num}", str(fault))


def _person(
    known: str, cells: Mapping[str, object], where: str
) -> Iterator[Person | InputError]:
    name = _string(cells.get("name"))
    if name is None:
        yield faults.wrong_value(where, "name")
        return
    if any(_halved(v) for v in (known, name)):
        yield faults.half_characters(where)
        return
    told_age, told_sex = _told(cells.get("age")), _told(cells.get("sex"))
    age, sex = _age(told_age), SEXES.get(told_sex.lower())
    if told_age and age is None:
        yield _not_understood(where, "age", told_age)
    if told_sex and sex is None:
        yield _not_understood(where, "sex", told_sex)
    yield Person(id=known, name=name, age=age, sex=sex)


def _string(value: object) -> str | None:
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return str(value)


def _told(value: object) -> str:
    return "" if value is None else str(value).strip()


def _age(told: str) -> float | None:
    """Read years, in the digits of any script; «٣٫٥» too."""
    try:
        age = float(told.replace("٫", "."))
    except ValueError:
        return None
    return age if 0 <= age < float("inf") else None


def _halved(text: str) -> bool:
    """Whether a text holds lone surrogates, which JSON can spell and UTF-8 cannot."""
    return any("\ud800" <= c <= "\udfff" for c in text)


def _no_person(where: str, reason: str) -> InputError:
    return InputError(
        ar=f"السطر لا يُقرأ: {reason}",
        en=f"the line cannot be read: {reason}",
        where=where,
        remedy_ar='اكتب شخصا واحدا في كل سطر: {"id": "…", "name": "…"}',
        remedy_en='write one person a line: {"id": "…", "name": "…"}',
    )


def _wrong_id(where: str, known: str) -> InputError:
    return InputError(
        ar=f"المعرّف مكرر: {known[:SHOWN]}" if known else "لا معرّف في السطر",
        en=f"the id stands twice: {known[:SHOWN]}" if known else "the line has no id",
        where=where,
        remedy_ar="أعط كل شخص معرّفا خاصا به في id",
        remedy_en="give each person an id of their own under id",
    )


def _no_columns(where: str) -> InputError:
    return InputError(
        ar="الملف ليس قائمة أشخاص: لا عمودين باسم id و name",
        en="the file is no list of persons: it has no columns id and name",
        where=where,
        remedy_ar="أعط جدول CSV فيه id,name,age,sex أو أسطر JSON",
        remedy_en="give a CSV table with id,name,age,sex, or JSON lines",
    )


def _not_understood(where: str, key: str, value: str) -> InputError:
    return InputError(
        ar=f"{key} غير مفهوم وتُرك: {value[:SHOWN]}",
        en=f"{key} is not understood and was left out: {value[:SHOWN]}",
        where=where,
        remedy_ar="اكتب العمر سنوات بالأرقام، والجنس male أو female",
        remedy_en="write the age in years as a number, the sex as male or female",
    )
