"""Inputs made to break a reader are set aside with their reason, and the rest is read."""

import gzip
import io
import json
import os
from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.read import made

from tawthiq.errors import InputError
from tawthiq.model.report import Report
from tawthiq.read.inputs import captures_of, open_inputs, reports_of
from tawthiq.read.options import Limits, ReadOptions
from tawthiq.read.source import Source

SMALL = Limits(
    item_bytes=20_000,
    record_bytes=5_000,
    page_bytes=15_000,
    page_tags=100,
    text_length=4_000,
    unpacked_bytes=200_000,
    members=20,
)
ENTITIES = '<!DOCTYPE a [<!ENTITY x "harm"><!ENTITY y SYSTEM "file:///etc/passwd">]>'


def read(
    name: str, data: bytes | str, limits: Limits | None = None
) -> list[Report | InputError]:
    options = ReadOptions(limits=limits or Limits())
    raw = data.encode() if isinstance(data, str) else data
    found: list[Report | InputError] = []
    for item in captures_of(Source.of_bytes(raw, name), options):
        found += [item] if isinstance(item, InputError) else reports_of(item, options)
    return found


def told(name: str, data: bytes | str, limits: Limits | None = None) -> list[str]:
    found = read(name, data, limits)
    return [item.en for item in found if isinstance(item, InputError)]


def texts(name: str, data: bytes | str, limits: Limits | None = None) -> list[str]:
    found = read(name, data, limits)
    return [item.text for item in found if isinstance(item, Report)]


def test_a_file_beyond_the_limit_is_set_aside_by_its_size() -> None:
    for name in ("r.txt", "r.html", "r.pdf"):
        (fault,) = told(
            name, b"%PDF-" * 5_000 if name == "r.pdf" else "قتل " * 5_000, SMALL
        )
        assert "larger" in fault


def test_a_page_full_of_pictures_is_read_for_its_words() -> None:
    picture = f'<img src="data:image/png;base64,{"A" * 900_000}">'
    script = "<script>" + "x" * 400_000 + "</script><style>y</style>"
    page = made.PAGE.replace("<article>", f"<article>{picture}{script}")
    (report,) = read("p.html", page)
    assert isinstance(report, Report)
    assert made.TEXT in report.text
    assert report.published is not None
    assert "AAAA" not in report.text


def test_linked_data_of_a_large_page_is_kept() -> None:
    stated = json.dumps({"@type": "NewsArticle", "datePublished": "2031-03-07"})
    head = f'<script type="application/ld+json">{stated}</script><script>'
    page = made.PAGE.replace("</head>", head + "x" * 600_000 + "</script></head>")
    (report,) = read("p.html", page)
    assert isinstance(report, Report)
    assert str(report.published) == "2031-03-07"


def test_a_script_that_is_never_closed_ends_the_page() -> None:
    page = made.PAGE.replace("</body>", "<script>" + "<p>x" * 200_000)
    (text,) = texts("p.html", page)
    assert made.TEXT in text


def test_a_page_of_very_many_elements_is_read_all_the_same() -> None:
    page = made.PAGE.replace("</article>", "<p>خبر</p>" * 90 + "</article>")
    (text,) = texts("p.html", page, SMALL)
    assert made.TEXT in text


@pytest.mark.parametrize("name", ["r.jsonl", "r.json"])
def test_what_nests_without_end_is_told(name: str) -> None:
    assert told(name, "[" * 100_000)
    assert told(name, '{"text": ' + "[" * 100_000)


def test_a_line_that_never_ends_is_set_aside_and_the_next_is_read() -> None:
    long = json.dumps({"text": "a" * 30_000})
    found = read("r.jsonl", f'{{"text": "أ"}}\n{long}\n{{"text": "ب"}}\n', SMALL)
    assert [type(item) for item in found] == [Report, InputError, Report]
    assert isinstance(found[1], InputError)
    assert found[1].where == "r.jsonl:2"


def test_zeros_are_no_text() -> None:
    assert told("r.txt", bytes(9_000)) == ["the file is not text"]


@pytest.mark.parametrize("name", ["r.txt", "r.jsonl", "r.csv"])
def test_zeros_in_a_text_break_nothing(name: str) -> None:
    assert read(name, b'{"text": "a\0b"}\n')


def test_a_feed_never_resolves_entities_of_its_own() -> None:
    feed = made.RSS.partition("?>")[2].replace("ملخص", "&x;&y;")
    found = " ".join(texts("f.xml", ENTITIES + feed))
    assert "root:" not in found
    assert made.TEXT in found


def test_entities_that_swell_are_told_or_left_alone() -> None:
    swelling = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    feed = made.RSS.partition("?>")[2].replace("ملخص", "&e11;")
    found = read("f.xml", f'<!DOCTYPE a [<!ENTITY e0 "harm">{swelling}]>{feed}')
    assert found
    assert all(len(r.text) < 2_000 for r in found if isinstance(r, Report))


@pytest.mark.parametrize("name", ["z.xlsx", "z.wacz", "z.jsonl.gz", "z.warc.gz"])
def test_what_unpacks_to_far_more_than_it_holds_is_refused(name: str) -> None:
    zeros = bytes(400_000)
    data: Mapping[str, bytes] = {
        "z.xlsx": made.zipped({"xl/workbook.xml": b"<a/>", "xl/a.xml": zeros}),
        "z.wacz": made.zipped({"archive/a.warc": zeros}),
        "z.jsonl.gz": gzip.compress(zeros),
        "z.warc.gz": gzip.compress(
            b"WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 399999\r\n\r\n" + zeros
        ),
    }
    (fault,) = told(name, data[name], SMALL)
    assert "more than is allowed" in fault or "larger" in fault


def test_an_archive_of_very_many_files_is_not_opened() -> None:
    many = made.zipped({f"archive/{n}.warc": b"" for n in range(40)})
    assert "more than 20 files" in told("m.wacz", many, SMALL)[0]


def test_archives_within_archives_are_read_two_deep_and_no_deeper() -> None:
    inner = made.wacz(made.warc((made.ADDRESS, made.PAGE)), made.ADDRESS)
    for depth in range(4):
        found = read("n.wacz", inner)
        good = [item for item in found if isinstance(item, Report)]
        assert len(good) == (depth <= 2)
        assert bool(good) or "deeper" in str(found[0])
        inner = made.zipped({"inner.wacz": inner})


def test_names_in_an_archive_are_never_paths(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    archive = made.warc((made.ADDRESS, made.PAGE))
    read("p.wacz", made.zipped({"../../archive/evil.warc.gz": archive}))
    assert list(tmp_path.iterdir()) == []


def test_a_locked_zip_is_told() -> None:
    data = bytearray(made.zipped({"archive/a.warc": b"WARC/1.0"}))
    at = data.rfind(b"PK\x01\x02")
    data[6] |= 1
    data[at + 8] |= 1
    assert told("l.wacz", bytes(data))


def test_a_page_of_a_kilobyte_that_holds_a_gigabyte_is_refused() -> None:
    body = gzip.compress(b"<p>" + b"a" * 3_000_000)
    archive = made.warc((made.ADDRESS, body), headers=[("Content-Encoding", "gzip")])
    assert "more than is allowed" in told("a.warc", archive, SMALL)[0]


def test_a_pipe_in_a_folder_is_told_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text("قتل رجل", encoding="utf-8")
    found = list(open_inputs([tmp_path], stdin=None, options=ReadOptions()))
    assert [type(item) for item in found] == [InputError, Report]


def test_standard_input_holds_any_kind() -> None:
    for name, data in made.each_kind().items():
        if name.endswith(".csv"):
            continue  # a table and a text look the same: it needs --map, or a name
        found = list(
            open_inputs([Path("-")], stdin=io.BytesIO(data), options=ReadOptions())
        )
        assert any(isinstance(item, Report) for item in found), name


def test_a_zip_that_is_no_archive_of_reports_is_told() -> None:
    assert told("d.zip", made.zipped({"a.txt": b"a"})) == [
        "the kind of file is not known"
    ]
    assert "damaged" in told("d.xlsx", b"PK\x03\x04 broken")[0]
