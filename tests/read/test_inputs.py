"""Files, folders and standard input; one that cannot be read never stops the rest."""

import io
from datetime import date
from pathlib import Path

from tawthiq.errors import InputError
from tawthiq.model.report import Report
from tawthiq.model.vocabulary import PublishedBasis
from tawthiq.read.inputs import open_inputs
from tawthiq.read.options import ReadOptions

PAGES = Path(__file__).parent / "pages"
LINES = '{"text": "قتل رجل"}\nnot JSON\n{"text": "قتلت امرأة"}\n'


def read(
    *paths: Path, stdin: bytes | None = None, options: ReadOptions | None = None
) -> list[Report | InputError]:
    stream = None if stdin is None else io.BytesIO(stdin)
    return list(open_inputs(paths, stdin=stream, options=options or ReadOptions()))


def only(found: list[Report | InputError]) -> Report:
    assert len(found) == 1
    assert isinstance(found[0], Report)
    return found[0]


def fault(found: list[Report | InputError]) -> InputError:
    assert len(found) == 1
    assert isinstance(found[0], InputError)
    return found[0]


def write(folder: Path, name: str, data: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_a_path_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    assert "no such file" in fault(read(tmp_path / "absent.txt")).en


def test_a_folder_without_reports_is_told(tmp_path: Path) -> None:
    assert "no text" in fault(read(tmp_path)).en


def test_empty_standard_input_is_told() -> None:
    assert "empty" in fault(read(Path("-"), stdin=b"")).en
    assert "empty" in fault(read(Path("-"))).en


def test_an_unknown_kind_of_binary_is_told_by_its_kind(tmp_path: Path) -> None:
    path = write(tmp_path, "photo.jpg", b"\xff\xd8\xff\xe0 picture")
    assert ".html" in fault(read(path)).remedy_en


def test_a_bad_file_never_stops_the_others(tmp_path: Path) -> None:
    bad = write(tmp_path, "a.txt", b"")
    good = write(tmp_path, "b.txt", "قتل رجل")
    found = read(bad, tmp_path / "absent", good)
    assert [type(item) for item in found] == [InputError, InputError, Report]


def test_a_text_is_read_as_it_stands(tmp_path: Path) -> None:
    path = write(tmp_path, "r.txt", "عنوان\r\n\r\nقتل رجل.\r\n")
    report = only(read(path))
    assert report.text == "عنوان\r\n\r\nقتل رجل.\r\n"
    assert report.title == "عنوان"
    assert report.language == "ar"


def test_a_page_is_read_by_its_name_and_by_its_looks(tmp_path: Path) -> None:
    page = (PAGES / "news.html").read_bytes()
    for name in ("p.html", "p.HTM", "p", "p.saved"):
        report = only(read(write(tmp_path, name, page)))
        assert report.outlet == "شبكة الوادي"
        assert "<" not in report.text


def test_lines_are_read_by_name_by_looks_and_in_utf16(tmp_path: Path) -> None:
    for name, data in (
        ("r.jsonl", LINES.encode()),
        ("r", LINES.encode()),
        ("w.jsonl", LINES.encode("utf-16")),
    ):
        found = read(write(tmp_path, name, data))
        assert [type(item) for item in found] == [Report, InputError, Report]


def test_lines_whose_first_is_bad_are_still_lines() -> None:
    found = read(Path("-"), stdin=b'{"text": \n{"text": "a"}\n')
    assert [type(item) for item in found] == [InputError, Report]


def test_standard_input_may_hold_a_text_or_a_page() -> None:
    assert only(read(Path("-"), stdin="قتل رجل".encode())).text == "قتل رجل"
    page = (PAGES / "tweet.html").read_bytes()
    assert only(read(Path("-"), stdin=page)).url == (
        "https://x.com/wadi_net/status/1862841598775644229"
    )


def test_a_folder_is_read_whole_and_in_order(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "ثان")
    write(tmp_path, "a/z.txt", "أول")
    write(tmp_path, ".hidden.txt", "لا")
    write(tmp_path, ".git/c.txt", "لا")
    write(tmp_path, "c.zip", b"PK\x03\x04")
    found = read(tmp_path)
    texts = [item.text if isinstance(item, Report) else item.en for item in found]
    assert texts == ["أول", "ثان", "the kind of file is not known"]


def test_a_text_that_begins_with_a_bracket_is_no_page_and_no_line(
    tmp_path: Path,
) -> None:
    for text in ("<عاجل> قتل رجل", "{عاجل} قتل رجل"):
        assert only(read(write(tmp_path, "r", text))).text == text


def test_the_user_s_word_stands_where_the_file_says_nothing(tmp_path: Path) -> None:
    path = write(tmp_path, "r.txt", "Bomb kills two in 2019")
    options = ReadOptions(published=date(2031, 3, 5), outlet="شبكة", language="xx")
    report = only(read(path, options=options))
    assert (report.published, report.outlet) == (date(2031, 3, 5), "شبكة")
    assert report.language == "xx"
    assert report.published_basis is PublishedBasis.GIVEN


def test_a_file_that_the_system_refuses_is_told(tmp_path: Path) -> None:
    loop = tmp_path / "loop.txt"
    loop.symlink_to(loop)
    long = tmp_path / ("n" * 300)
    for path in (loop, long):
        assert fault(read(path)).where == str(path)
