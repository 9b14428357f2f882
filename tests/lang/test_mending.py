"""What ``--fix`` mends, what it leaves to a person, and that no meaning changes."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tawthiq.lang import language as room
from tawthiq.lang.language import Language, folding_key, load_language, pack_folder
from tawthiq.lang.mending import Mended, mended_pack, mended_sheet, mended_text

KEY = folding_key("ar")
HEAD = "form,code,note\n"


def mended(rows: str, head: str = HEAD) -> tuple[str, list[tuple[int, str]]]:
    made = mended_sheet("words.csv", (head + rows).encode(), KEY)
    again = mended_sheet("words.csv", made.data, KEY)
    assert again == Mended(data=made.data, faults=())
    assert all(f.mends and f.ar and f.remedy_ar for f in made.faults)
    text = made.data.decode().removeprefix(HEAD)
    return text, [(f.line, f.en) for f in made.faults]


@pytest.mark.parametrize(
    "rows",
    [
        "",
        "منجنيق,other,\n",
        "منجنيق,other,\nمنجنيقات,other,\nعرادة,siege,\n",
        'منجنيق,other,"one, two"\n',
        "منجنیق,other,a Persian ya is a person's to judge\n",
        "منجنيق,other,\nمَنجنيق,other,spelt otherwise\n",
        "منجنيق,other,,,too many cells\n",
    ],
)
def test_what_is_sound_or_needs_a_person_stays(rows: str) -> None:
    assert mended(rows) == (rows, [])


@pytest.mark.parametrize(
    "data",
    [
        "form,code\nمنجنيق,other\n".encode("cp1256"),
        b'form,code\nx,"never closed\ny,other\n',
        b"",
    ],
)
def test_a_file_that_cannot_be_understood_stays(data: bytes) -> None:
    assert mended_sheet("words.csv", data, KEY) == Mended(data=data, faults=())


@pytest.mark.parametrize(
    ("rows", "better", "line", "said"),
    [
        (' منجنيق , other,""\n', "منجنيق,other,\n", 2, "quoted or spaced"),
        ("منجن\u200fيق,other,\n", "منجنيق,other,\n", 2, "hidden"),
        ("منجنـيق,other,\n", "منجنيق,other,\n", 2, "tatweel"),
        ("\ufee3نجنيق,other,\n", "منجنيق,other,\n", 2, "presentation"),
        ("ا\u0654منجنيق,other,\n", "أمنجنيق,other,\n", 2, "NFC"),
        ("منجنيق,other\n", "منجنيق,other,\n", 2, "2 cells instead of 3"),
        ("منجنيق,other,\n\n", "منجنيق,other,\n", 3, "empty row"),
        ("منجنيق,other,\n,,\n", "منجنيق,other,\n", 3, "empty row"),
        ("منجنيق,other,\nمنجنيق,other,\n", "منجنيق,other,\n", 3, "twice"),
        ("منجنيق,other,", "منجنيق,other,\n", 2, "last line"),
        ("منجنيق,other,\r\n", "منجنيق,other,\n", 0, "line ends"),
    ],
)
def test_what_is_mended_is_told_with_its_line(
    rows: str, better: str, line: int, said: str
) -> None:
    text, told = mended(rows)
    assert text == better
    assert [(n, said in what) for n, what in told] == [(line, True)]


def test_the_mark_of_a_spreadsheet_is_taken_away() -> None:
    assert mended("منجنيق,other,\n", head="\ufeff" + HEAD)[0] == "منجنيق,other,\n"


def test_the_words_of_one_code_come_together_in_the_order_of_codes() -> None:
    text, told = mended("أ,x,\nب,y,\nت,x,\nث,z,\nج,y,\n")
    assert [row.split(",")[0] for row in text.split()] == ["أ", "ت", "ب", "ج", "ث"]
    assert [line for line, _ in told] == [4]


def test_rows_of_one_word_keep_their_order_and_move_together() -> None:
    text, _ = mended("أ,y,\nب,x,\nب,y,\nت,y,\nث,x,\n")
    assert [row[:3] for row in text.split()] == ["أ,y", "ت,y", "ب,x", "ب,y", "ث,x"]


def test_a_form_whose_words_would_change_is_left() -> None:
    """Between two letters parted by a tatweel stands no word of its own."""
    key: Callable[[str], str] = str
    made = mended_sheet("words.csv", (HEAD + "منجنـيق,other,\n").encode(), key)
    assert made.faults == ()


def test_rules_are_trimmed_where_they_say_the_same() -> None:
    made = mended_text("dates.yml", b"\xef\xbb\xbf- rule: a  \r\n  on: b")
    assert made.data == b"- rule: a\n  on: b\n"
    assert len(made.faults) == 4
    assert mended_text("dates.yml", made.data).faults == ()


@pytest.mark.parametrize("data", [b"- rule: |\n    a  \n", b"- [", b"\xe3 \n"])
def test_rules_that_would_say_something_else_stay(data: bytes) -> None:
    assert mended_text("dates.yml", data) == Mended(data=data, faults=())


def test_cases_are_trimmed() -> None:
    made = mended_text("silence.md", "# عنوان  \n\n> نص \n".encode())
    assert made.data.decode() == "# عنوان\n\n> نص\n"
    assert [f.line for f in made.faults] == [1, 3]


def meaning(language: Language) -> object:
    """Give what a pack means: its words in the order of trial, and its rules."""
    words: dict[tuple[str, str], list[tuple[tuple[str, str], ...]]] = {}
    for sheet, entries in language.sheets.items():
        for entry in entries:
            cells = {k: v for k, v in entry.cells.items() if k != "form"}
            kept = words.setdefault((sheet, entry.form), [])
            if tuple(cells.items()) not in kept:
                kept.append(tuple(cells.items()))
    rules = [
        (r.name, tuple(p.source for p in r.patterns), r.gives, r.on, r.yes, r.no)
        for family in language.families.values()
        for r in family.rules
    ]
    stems = [language.affixes.stems(f) for f in sorted(language.forms("attacks"))]
    return words, rules, stems, language.settings


@pytest.mark.parametrize("name", ["ar", "en"])
def test_no_pack_means_anything_else_once_mended(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / name
    shutil.copytree(str(pack_folder(name)), folder)
    for source in folder.glob("words/*.csv"):
        _roughen(source)
    monkeypatch.setattr(room, "pack_folder", lambda _: folder)
    before = meaning(load_language.__wrapped__(name))
    told = 0
    for file, made in mended_pack(folder, folding_key(name)):
        told += len(made.faults)
        Path(str(file)).write_bytes(made.data)
    assert told
    assert meaning(load_language.__wrapped__(name)) == before
    assert not [f for _, made in mended_pack(folder, KEY) for f in made.faults]


def _roughen(source: Path) -> None:
    """Do to a sheet what spreadsheets and hurried hands do: rows apart and twice."""
    head, *rows = source.read_text("utf-8").splitlines()
    apart = [*rows[::2], *rows[1::2]]
    text = "\r\n".join([head, *apart, *rows[:3]]) + " "
    source.write_text(text, encoding="utf-8-sig")
