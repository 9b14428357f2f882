"""One report a line; a bad line is told by its number and the others are read."""

import json
from datetime import date

import pytest

from tawthiq.errors import InputError
from tawthiq.model.report import Report
from tawthiq.model.vocabulary import PublishedBasis
from tawthiq.read.containers.jsonl import lines_captured
from tawthiq.read.inputs import reports_of
from tawthiq.read.options import ReadOptions

OPTIONS = ReadOptions()


def read(
    *lines: str | bytes, options: ReadOptions = OPTIONS
) -> list[Report | InputError]:
    raw = [n.encode() if isinstance(n, str) else n for n in lines]
    found: list[Report | InputError] = []
    for item in lines_captured(raw, "reports.jsonl", options.limits):
        found += [item] if isinstance(item, InputError) else reports_of(item, options)
    return found


def good(*lines: str | bytes, options: ReadOptions = OPTIONS) -> Report:
    found = read(*lines, options=options)
    assert isinstance(found[0], Report)
    return found[0]


def bad(line: str | bytes) -> InputError:
    found = read('{"text": "قتل رجل"}', line, '{"text": "قتلت امرأة"}')
    assert isinstance(found[0], Report)
    assert isinstance(found[2], Report), "the lines after a bad one are read"
    assert isinstance(found[1], InputError)
    assert found[1].where == "reports.jsonl:2"
    return found[1]


@pytest.mark.parametrize(
    "line",
    [
        "not JSON",
        '{"text": "قتل',
        "[1, 2]",
        '"text"',
        "null",
        '{"id": "a"}',
        '{"text": ""}',
        '{"text": "  "}',
        '{"text": 7}',
        '{"text": "a", "title": 7}',
        '{"text": "a", "url": ["b"]}',
        '{"text": "a \\ud83d b"}',
        b'{"text": "\xd9\x82\xd8"}',
        "[" * 100_000,
        '{"text": "a", "id": []}',
        '{"text": "a", "id": {"b": 1}}',
        '{"text": "a", "size": ' + "9" * 5000 + "}",
    ],
)
def test_a_bad_line_is_told_by_its_number_and_the_others_are_read(
    line: str | bytes,
) -> None:
    assert bad(line).remedy_ar


@pytest.mark.parametrize(
    "value",
    ["2018-13-01", "19/11/2018", "yesterday", "2018", "2018-11-19x", 20181119, True],
)
def test_a_wrong_day_of_publication_is_told(value: object) -> None:
    fault = bad(json.dumps({"text": "a", "published": value}))
    assert "2018-11-19" in fault.remedy_en


def test_a_file_of_blank_lines_is_empty() -> None:
    assert isinstance(read("\n", "  \n")[0], InputError)


def test_blank_lines_count_for_the_numbers_and_are_passed_over() -> None:
    found = read('{"text": "a"}', "\n", "{")
    assert isinstance(found[1], InputError)
    assert found[1].where == "reports.jsonl:3"
    assert len(found) == 2


def test_what_a_line_says_of_its_report_is_kept() -> None:
    row = {
        "id": "x-7",
        "text": "قُتل رجل.",
        "title": "عنوان",
        "outlet": "شبكة الوادي",
        "author": "ليان",
        "url": "https://wadi.example/7",
        "published": "2031-03-05",
        "lang": "ar",
        "stratum": "unknown keys are passed over",
    }
    report = good(json.dumps(row))
    assert report.id == "x-7"
    assert report.text == "قُتل رجل."
    assert (report.title, report.outlet, report.author) == (
        "عنوان",
        "شبكة الوادي",
        "ليان",
    )
    assert report.published == date(2031, 3, 5)
    assert report.published_basis is PublishedBasis.GIVEN


def test_without_an_id_the_hash_of_the_text_is_it() -> None:
    assert good('{"text": "a"}').id == (
        "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
    )


def test_a_number_is_an_id_too() -> None:
    assert good('{"text": "a", "id": 0}').id == "0"


def test_a_time_of_publication_gives_its_day() -> None:
    report = good('{"text": "a", "published": "2031-03-05T23:10:00+03:00"}')
    assert report.published == date(2031, 3, 5)


def test_a_line_s_own_day_stands_above_the_user_s() -> None:
    options = ReadOptions(published=date(2020, 1, 1), outlet="عام")
    report = good('{"text": "a", "published": "2031-03-05"}', options=options)
    assert report.published == date(2031, 3, 5)
    assert report.outlet == "عام"


def test_the_user_s_day_stands_for_a_line_without_one() -> None:
    options = ReadOptions(published=date(2020, 1, 1))
    report = good('{"text": "a", "published": null}', options=options)
    assert report.published == date(2020, 1, 1)
    assert report.published_basis is PublishedBasis.GIVEN


def test_a_mark_at_the_start_of_the_file_is_no_part_of_the_first_line() -> None:
    assert good(b'\xef\xbb\xbf{"text": "a"}').text == "a"


@pytest.mark.parametrize(
    ("hint", "text", "language"),
    [
        ("en", "قتل ثلاثة مدنيين", "ar"),
        ("mixed", "قتل ثلاثة مدنيين Breaking", "ar"),
        ("fr", "Trois civils tués", "fr"),
        ("ar", "12/3/2017", "ar"),
    ],
)
def test_letters_overrule_the_language_named(
    hint: str, text: str, language: str
) -> None:
    assert good(json.dumps({"text": text, "lang": hint})).language == language
