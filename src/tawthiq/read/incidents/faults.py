"""What can be wrong with a table of incidents, in Arabic and English."""

from collections.abc import Iterable

from tawthiq.errors import InputError, OptionError

SHOWN = 12
"""Columns or fields that a message lists."""


def not_a_table(where: str, reason: str) -> InputError:
    """Say that a file is neither CSV nor JSON; ``reason`` is the parser's word."""
    return InputError(
        ar=f"لا يُقرأ الجدول: {reason}",
        en=f"the table cannot be read: {reason}",
        where=where,
        remedy_ar="احفظه CSV بترميز UTF-8، أو JSON سطراً سطراً",
        remedy_en="save it as CSV in UTF-8, or as one JSON object a line",
    )


def no_column(where: str, columns: Iterable[str]) -> InputError:
    """Say that no column of a table is known."""
    told = ", ".join(list(columns)[:SHOWN])
    return InputError(
        ar=f"لا يُعرف من أعمدة الجدول رمز ولا تاريخ ولا مكان: {told}",
        en=f"no column is known as code, date or place: {told}",
        where=where,
        remedy_ar="قل أي عمود يحمل ماذا: --map date=العمود",
        remedy_en="say which column holds what: --map date=COLUMN",
    )


def not_an_object(where: str, reason: str) -> InputError:
    """Say that a line is no JSON object."""
    return InputError(
        ar=f"السطر ليس كائن JSON: {reason}",
        en=f"the line is not a JSON object: {reason}",
        where=where,
        remedy_ar="اكتب واقعة واحدة في كل سطر",
        remedy_en="write one incident a line",
    )


def wrong_length(where: str, *, got: int, wanted: int) -> InputError:
    """Say that a row has more cells than the heading."""
    return InputError(
        ar=f"في السطر {got} خلية وفي العنوان {wanted}",
        en=f"the row has {got} cells, the heading {wanted}",
        where=where,
        remedy_ar="ضع بين علامتي اقتباس كل خلية فيها فاصلة",
        remedy_en="put quotation marks round cells that hold a comma",
    )


def wrong_cell(where: str, field: str, value: object) -> InputError:
    """Say that a cell does not hold what its column promises."""
    told = str(value)[:40]
    return InputError(
        ar=f"الخلية {field} لا تُفهم: «{told}»",
        en=f"the cell {field} cannot be understood: {told!r}",
        where=where,
        remedy_ar="التاريخ YYYY-MM-DD، والعدد رقم صحيح، والإحداثي بالدرجات العشرية",
        remedy_en="days are YYYY-MM-DD, counts whole numbers, coordinates decimal degrees",
    )


def empty_row(where: str) -> InputError:
    """Say that a row has neither code nor date nor place."""
    return InputError(
        ar="لا رمز في السطر ولا تاريخ ولا مكان",
        en="the row has no code, no date and no place",
        where=where,
        remedy_ar="أكمل السطر أو احذفه",
        remedy_en="complete the row, or delete it",
    )


def unknown_field(field: str, fields: Iterable[str]) -> OptionError:
    """Say that ``--map`` names no field."""
    told = " ".join(sorted(fields))
    return OptionError(
        ar=f"لا حقل باسم {field!r}",
        en=f"there is no field {field!r}",
        where="--map",
        remedy_ar=f"الحقول: {told} ومثل civilians_killed_min",
        remedy_en=f"the fields are: {told} and such as civilians_killed_min",
    )


def missing_column(column: str, columns: Iterable[str]) -> OptionError:
    """Say that ``--map`` names a column that the table lacks."""
    told = ", ".join(list(columns)[:SHOWN])
    return OptionError(
        ar=f"لا عمود باسم {column!r} في الجدول",
        en=f"the table has no column {column!r}",
        where="--map",
        remedy_ar=f"أعمدته: {told}",
        remedy_en=f"its columns are: {told}",
    )
