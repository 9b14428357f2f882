"""Rows of a table are reports; what cannot be told apart is asked about."""

import csv
import io
from datetime import date

import pytest
from tests.read import made
from tests.read.taken import captured, good, read, told

from tawthiq.errors import InputError, OptionError
from tawthiq.model.report import Report
from tawthiq.model.vocabulary import PublishedBasis
from tawthiq.read.capture import Capture
from tawthiq.read.containers.columns import parse_columns


def test_plain_names_of_columns_are_known_in_both_languages() -> None:
    english = made.CSV.replace(
        "النص,تاريخ النشر,الرابط,العنوان", "Body,Published,Link,Title"
    )
    for table in (made.CSV, english, made.CSV.replace("النص", "النصّ")):
        first, second = good("t.csv", table)
        assert (first.text, first.url, first.title) == (
            made.TEXT,
            made.ADDRESS,
            made.TITLE,
        )
        assert (first.published, first.published_basis) == (
            date(2031, 3, 3), PublishedBasis.GIVEN,
        )  # fmt: skip
        assert (second.text, second.url) == (made.OTHER, None)


def test_columns_may_be_named() -> None:
    table = f"م,قصة,يوم\n1,{made.OTHER.replace('،', '')},2031-03-04\n"
    (report,) = good("t.csv", table, "text=قصة, published=يوم, id=م")
    assert (report.id, report.published) == ("1", date(2031, 3, 4))


def test_columns_that_cannot_be_told_apart_are_asked_about() -> None:
    (none,) = told("t.csv", "قصة,كلام\nأ,ب\n")
    assert "قصة" in none.en
    assert "--map text=" in none.remedy_en
    (two,) = told("t.csv", "النص,المحتوى\nأ,ب\n")
    assert "more than one" in two.en
    (lost,) = told("t.csv", "النص\nأ\n", "text=Body")
    assert "no column" in lost.en


def test_a_bare_date_is_not_taken_for_the_day_of_publication() -> None:
    found = read("t.csv", "text,date\nقتل رجل,2031-03-03\n")
    assert [type(item) for item in found] == [InputError, Report]
    assert isinstance(found[1], Report)
    assert found[1].published is None


@pytest.mark.parametrize(
    "words", ["text", "text=", "body=a", "text=a,text=b", "order=year"]
)
def test_a_mapping_that_is_none_is_refused(words: str) -> None:
    with pytest.raises(OptionError, match="--map"):
        parse_columns(words)


@pytest.mark.parametrize(
    ("cells", "order", "expected"),
    [
        (["05/03/2031", "25/03/2031"], "", date(2031, 3, 5)),
        (["05/03/2031", "03/25/2031"], "", date(2031, 5, 3)),
        (["05/03/2031"], ",order=day", date(2031, 3, 5)),
        (["05/03/2031"], ",order=month", date(2031, 5, 3)),
        (["5 آذار 2031"], "", date(2031, 3, 5)),
        (["March 5, 2031"], "", date(2031, 3, 5)),
        (["2031-03-05 08:00:00"], "", date(2031, 3, 5)),
        (["٥/٣/٢٠٣١", "٢٥/٣/٢٠٣١"], "", date(2031, 3, 5)),
    ],
)
def test_days_of_a_column_are_read(
    cells: list[str], order: str, expected: date
) -> None:
    rows = "".join(f'قتل رجل,"{cell}"\n' for cell in cells)
    found = good("t.csv", f"text,published\n{rows}", f"text=text{order}")
    assert found[0].published == expected


def test_a_day_that_can_be_read_both_ways_is_never_guessed() -> None:
    (fault,) = told("t.csv", "text,published\nقتل رجل,05/03/2031\n")
    assert "order=day" in fault.remedy_en


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
def test_tables_are_read_however_a_spreadsheet_wrote_them(
    mark: str, encoding: str
) -> None:
    rows = [["النص", "الرابط"], [made.OTHER.replace("\u064f", ""), made.ADDRESS]]
    text = io.StringIO()
    csv.writer(text, delimiter=mark).writerows(rows)
    (report,) = good("t.csv", text.getvalue().encode(encoding))
    assert [report.text, report.url] == rows[1]


def test_a_bad_row_is_told_by_its_line_and_the_others_are_read() -> None:
    table = 'text,url\nأ,1\n"ب,2\nج,3\nد,4,5\n\n,6\nه,7\n'
    found = read("t.csv", table)
    texts = [item.text for item in found if isinstance(item, Report)]
    assert texts == ["أ", "ج", "ه"]
    assert [item.where for item in found if isinstance(item, InputError)] == [
        "t.csv:3", "t.csv:5", "t.csv:7",
    ]  # fmt: skip


def test_a_cell_may_hold_lines_and_the_rows_below_keep_their_numbers() -> None:
    items = captured("t.csv", 'text\n"أ\nب"\nج\n')
    assert [i.where for i in items if isinstance(i, Capture)] == ["t.csv:2", "t.csv:4"]


def test_bytes_that_are_broken_spoil_their_row_alone() -> None:
    table = made.CSV.encode() + b"\xd9,,,\n" + made.OTHER.encode() + b",,,\n"
    found = read("t.csv", table)
    assert [type(item) for item in found] == [Report, Report, InputError, Report]


def test_sheets_with_a_text_are_read_and_others_left() -> None:
    book = made.xlsx([["عدد"], [5]], [["النص", "id"], [made.TEXT, 7.0], [None, None]])
    (report,) = good("t.xlsx", book)
    assert (report.text, report.id) == (made.TEXT, "7")
    assert len(told("t.xlsx", made.xlsx([["عدد"], [5]]))) == 1


def test_a_formula_is_text_and_never_run() -> None:
    (report,) = good("t.csv", "text\n\"=cmd|' /C calc'!A0\"\n")
    assert report.text.startswith("=cmd")
