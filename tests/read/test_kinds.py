"""Every kind of input gives its reports with what it says of them."""

import csv
import io
import json
from datetime import date

import pytest
from tests.read import made
from tests.read.taken import captured, good, read, told

from tawthiq.errors import InputError
from tawthiq.model.report import Report
from tawthiq.model.vocabulary import PublishedBasis
from tawthiq.read.capture import Capture, Form
from tawthiq.read.inputs import reports_of
from tawthiq.read.options import Found, ReadOptions

# What an input is.


@pytest.mark.parametrize("name", list(made.each_kind()))
def test_a_kind_is_told_by_its_bytes_where_they_tell(name: str) -> None:
    if name in {"report.txt", "table.csv"}:
        return
    data = made.each_kind()[name]
    for other in ("x", "x.bin", "x.html"):
        found = read(other, data)
        assert any(made.TEXT[:30] in r.text for r in found if isinstance(r, Report))


def test_a_text_stays_a_text_though_it_quotes_markup_or_json() -> None:
    for text in ("<p>قتل رجل</p>", '{"text": "قتل رجل"}', "a,b\nc,d"):
        assert [r.text for r in good("r.txt", text)] == [text]


def test_a_text_with_commas_is_no_table_unless_columns_are_named() -> None:
    assert good("r", made.CSV)[0].text == made.CSV
    assert len(good("r", made.CSV, "text=النص")) == 2


# PDF.


def test_arabic_of_a_pdf_is_read_as_it_is_read() -> None:
    (report,) = good("r.pdf", made.pdf(made.TEXT, made.OTHER))
    assert report.text == f"{made.TEXT}\n\n{made.OTHER}"


def test_lines_that_the_page_broke_are_joined_and_paragraphs_are_not() -> None:
    words = made.TEXT.split()
    broken = "\n".join(" ".join(words[at : at + 6]) for at in range(0, len(words), 6))
    (report,) = good("r.pdf", made.pdf(f"{broken}\n{broken}"))
    assert report.text.split("\n") == [made.TEXT, made.TEXT]


def test_a_pdf_without_words_needs_ocr_and_says_so() -> None:
    (fault,) = told("r.pdf", made.pdf("", ""))
    assert "OCR" in fault.remedy_en


def test_a_pdf_some_of_whose_pages_are_pictures_is_read_and_told() -> None:
    found = read("r.pdf", made.pdf(made.TEXT, ""))
    assert [type(item) for item in found] == [InputError, Report]
    assert "2 of 2" in str(found[0])


def test_a_locked_and_a_broken_pdf_are_told() -> None:
    assert "password" in told("r.pdf", made.pdf(made.TEXT, encrypted=True))[0].en
    assert "damaged" in told("r.pdf", b"%PDF-1.5 nothing")[0].en


# Web archives.


def test_a_page_of_an_archive_comes_with_its_address_and_day_of_capture() -> None:
    for packed in (True, False):
        (item,) = captured(
            "a.warc", made.warc((made.ADDRESS, made.PAGE), packed=packed)
        )
        assert isinstance(item, Capture)
        assert item.form is Form.PAGE
        assert item.data == made.PAGE.encode()
        assert item.captured_at is not None
        assert item.captured_at.date() == date(2031, 3, 4)
        (report,) = reports_of(item, ReadOptions())
        assert isinstance(report, Report)
        assert report.url == made.ADDRESS


@pytest.mark.parametrize(
    ("status", "media_type"),
    [
        ("404 Not Found", "text/html"),
        ("302 Found", "text/html"),
        ("200 OK", "image/png"),
    ],
)
def test_what_is_no_page_is_passed_over(status: str, media_type: str) -> None:
    archive = made.warc((made.ADDRESS, made.PAGE), status=status, media_type=media_type)
    assert [f.en for f in told("a.warc", archive)] == [
        "no text to read was found in it"
    ]


def test_pdf_and_text_of_an_archive_are_read() -> None:
    for media_type, body in (
        ("application/pdf", made.pdf(made.TEXT)),
        ("text/plain", made.TEXT.encode()),
    ):
        archive = made.warc((made.ADDRESS, body), media_type=media_type)
        assert made.TEXT in good("a.warc", archive)[0].text


def test_chunks_are_joined() -> None:
    data = made.PAGE.encode()
    body = b"%x\r\n%s\r\n%x;a=b\r\n%s\r\n0\r\n\r\n" % (
        9,
        data[:9],
        len(data) - 9,
        data[9:],
    )
    archive = made.warc(
        (made.ADDRESS, body), headers=[("Transfer-Encoding", "chunked")]
    )
    (item,) = captured("a.warc", archive)
    assert isinstance(item, Capture)
    assert item.data == data


def test_damage_in_an_archive_costs_one_record() -> None:
    pages = [(f"{made.ADDRESS}/{n}", made.PAGE) for n in range(3)]
    archive = bytearray(made.warc(*pages, packed=False))
    second = archive.index(b"WARC/1.", 10)
    archive[second + 12] = 0
    archive[second + 20 : second + 30] = b""
    found = read("a.warc", bytes(archive))
    kept = {item.url for item in found if isinstance(item, Report)}
    assert {pages[0][0], pages[2][0]} <= kept
    assert any(isinstance(item, InputError) for item in found) or len(kept) == 3


def test_an_archive_that_is_cut_short_gives_what_came_before() -> None:
    pages = [(f"{made.ADDRESS}/{n}", made.PAGE) for n in range(2)]
    for packed in (True, False):
        found = read("a.warc", made.warc(*pages, packed=packed)[:-60])
        first, *rest = found
        assert isinstance(first, Report)
        assert rest
        assert all(isinstance(item, InputError) for item in rest)


def test_only_the_listed_pages_of_a_wacz_are_read() -> None:
    archive = made.warc((made.ADDRESS, made.PAGE), ("https://ads.example/", made.PAGE))
    (report,) = good("a.wacz", made.wacz(archive, f"{made.ADDRESS}#part"))
    assert report.url == made.ADDRESS
    assert len(good("a.wacz", made.wacz(archive))) == 2


# Chats, archivers, feeds.


def test_messages_come_with_channel_address_day_and_forward() -> None:
    first, second = captured("result.json", made.telegram())
    assert isinstance(first, Capture)
    assert isinstance(first.said, Found)
    assert first.said.via == "مرصد الوادي"
    assert first.said.text == f"عاجل: {made.TEXT} {made.ADDRESS}"
    assert (first.said.id, first.said.url) == ("telegram-77-2", "https://t.me/c/77/2")
    assert first.said.outlet == "شبكة السنبلة"
    assert first.said.published == date(2031, 3, 2), "the day in UTC, as on t.me"
    assert isinstance(second, Capture)
    assert second.said.published == date(2031, 3, 4)


def test_a_whole_account_is_read_chat_by_chat() -> None:
    found = good("result.json", made.telegram(account=True))
    assert [r.id for r in found] == [
        "telegram-77-2", "telegram-77-4", "telegram-78-2", "telegram-78-4",
    ]  # fmt: skip


def test_what_is_no_message_is_told_and_the_others_are_read() -> None:
    found = read(
        "result.json", made.telegram(messages=[7, {"text": 5}, made.MESSAGES[3]])
    )
    assert [type(item) for item in found] == [InputError, InputError, Report]


def test_records_of_the_archiver_are_read_in_every_form() -> None:
    record = made.archiver_record()
    plain = io.StringIO()
    writer = csv.writer(plain)
    writer.writerow(["status", "metadata", "media"])
    told_in_python = (
        "{'_processed_at': datetime.datetime(2031, 3, 4, 10, 0, tzinfo=datetime"
        f".timezone.utc), 'url': 'https://x.com/sunbula/status/1', 'content': {made.TEXT!r},"
        " 'timestamp': datetime.datetime(2031, 3, 3, 6, 0)}"
    )
    writer.writerow(["twitter: success", told_in_python, "[]"])
    sheet = [
        ["Link", "Archive status", "Upload timestamp", "Text content"],
        [
            "https://x.com/sunbula/status/1",
            "success",
            "2031-03-03T06:00:00+00:00",
            made.TEXT,
        ],
    ]
    for name, data in (
        ("metadata.json", json.dumps(record, indent=4)),
        ("all.json", json.dumps([{"result": record}])),
        ("all.jsonl", json.dumps(record)),
        ("db.csv", plain.getvalue()),
        ("sheet.xlsx", made.xlsx(sheet)),
    ):
        (report,) = good(name, data)
        assert report.text == made.TEXT
        assert report.url == "https://x.com/sunbula/status/1"
        assert report.published == date(2031, 3, 3)


def test_what_the_archiver_could_not_keep_is_told_with_its_status() -> None:
    record = {
        "status": "nothing archived",
        "metadata": {"url": "https://x.com/a"},
        "media": [],
    }
    (fault,) = told("metadata.json", json.dumps(record))
    assert "nothing archived" in fault.en


def test_the_archivers_notation_is_never_run() -> None:
    cell = "{'content': __import__('os').getcwd(), 'title': open('/etc/passwd').read()}"
    (fault,) = told("db.csv", f'status,metadata,media\nok,"{cell}",[]\n')
    assert "kept no text" in fault.en


def test_entries_of_a_feed_come_with_title_body_author_and_day() -> None:
    for name, feed in (("feed.xml", made.RSS), ("feed.atom", made.ATOM)):
        report = good(name, feed)[0]
        assert report.text.startswith(f"{made.TITLE}\n\n{made.TEXT}")
        assert (report.outlet, report.author) == ("شبكة السنبلة", "رامي الحصّاد")
        assert (report.url, report.published) == (made.ADDRESS, date(2031, 3, 3))
        assert report.published_basis is PublishedBasis.METADATA


def test_a_broken_feed_is_read_as_far_as_it_goes_and_told() -> None:
    found = read("feed.xml", made.RSS[:-60])
    assert any(isinstance(item, Report) for item in found)
    assert any(isinstance(item, InputError) for item in found)
