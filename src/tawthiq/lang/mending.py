"""Mends the files of a pack where no judgement is needed, and says what it mended.

What is mended never changes what a pack means: a form is respelled only where it folds
to the same words, a row is moved only past rows of other words, a rule file is trimmed
only where it still says the same. The check of a pack lists the same faults, so both
agree on what ``--fix`` will do; what is mended once is found sound the next time.
"""

import csv
import io
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.resources.abc import Traversable
from itertools import chain

import yaml

from tawthiq.lang.alternatives import BadAlternativesError, spread
from tawthiq.lang.check_sayings import fault
from tawthiq.lang.faults import Fault
from tawthiq.lang.sheets import wrong_length
from tawthiq.lang.yaml_text import BaseLoader

Key = Callable[[str], str]
"""Folds a form to its words: two forms of one key are one word to the reader."""

MARK = "\ufeff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """A file as it should be, and what was wrong with it; no faults: nothing was."""

    data: bytes
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A row: the line where it stood, and its cells."""

    number: int
    cells: tuple[str, ...]


def mended_pack(folder: Traversable, key: Key) -> Iterator[tuple[Traversable, Mended]]:
    """Mend every file of a pack that can be mended, in memory.

    Args:
        folder: the pack.
        key: folds a form by the pack's own table.

    Returns:
        Each file with what it should hold, sound ones too; nothing is written.
    """
    for source in _files(folder):
        data = source.read_bytes()
        if source.name.endswith(".csv"):
            yield source, mended_sheet(source.name, data, key)
        elif source.name.endswith((".yml", ".md")):
            yield source, mended_text(source.name, data)


def _files(folder: Traversable) -> Iterator[Traversable]:
    for source in sorted(folder.iterdir(), key=lambda p: p.name):
        if source.is_file():
            yield source
        elif source.is_dir():
            yield from _files(source)


def mended_text(file: str, data: bytes) -> Mended:
    """Mend a file of rules or of cases: its line ends and the spaces before them."""
    try:
        before = data.decode("utf-8")
    except UnicodeDecodeError:
        return Mended(data=data, faults=())
    told = _Told(file)
    lines = _framed(before, told).split("\n")
    for number, line in enumerate(lines, start=1):
        if line != line.rstrip():
            told.add(number, "", "trailing_space")
    after = "\n".join(line.rstrip() for line in lines)
    if file.endswith(".yml") and not _same_yaml(before, after):
        return Mended(data=data, faults=())
    return Mended(data=after.encode(), faults=tuple(told.faults))


def _same_yaml(before: str, after: str) -> bool:
    try:
        # BaseLoader builds strings, lists and mappings of strings, nothing else.
        old = yaml.load(before.removeprefix(MARK), BaseLoader)  # noqa: S506
        new = yaml.load(after, BaseLoader)  # noqa: S506
    except yaml.YAMLError:
        return False
    return bool(old == new)


class _Told:
    """What was mended in one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []

    def add(self, line: int, value: str, key: str) -> None:
        found = fault((self.file, line), value, key)
        self.faults.append(replace(found, mends=True))


def _framed(text: str, told: _Told) -> str:
    """Mend what stands around the lines: the mark before, their ends, the last one."""
    if text.startswith(MARK):
        text = text.removeprefix(MARK)
        told.add(1, "", "byte_order_mark")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        told.add(0, "", "line_ends")
    if text and not text.endswith("\n"):
        told.add(text.count("\n") + 1, "", "no_last_newline")
        text += "\n"
    return text


def mended_sheet(file: str, data: bytes, key: Key) -> Mended:
    """Mend a sheet: its frame, spaces, quoting, spelling of forms, rows and order.

    A file that is not UTF-8 or holds a cell of several lines (a quotation mark that is
    never closed, mostly) is left to a person, as is a row with too many cells.

    Args:
        file: the sheet's name, for what is said.
        data: its bytes.
        key: folds a form by the pack's own table.
    """
    told = _Told(file)
    try:
        text = _framed(data.decode("utf-8"), told)
        table = list(csv.reader(io.StringIO(text, newline="")))
    except (UnicodeDecodeError, csv.Error):
        return Mended(data=data, faults=())
    raw = text.split("\n")[:-1]
    if not table or len(table) != len(raw):
        return Mended(data=text.encode(), faults=tuple(told.faults))
    header = tuple(cell.strip() for cell in table[0])
    rows = enumerate(zip(raw, table, strict=True), start=1)
    lines = [
        _Line(number=number, cells=_padded(cells, number, width=len(header), told=told))
        for number, (line, given) in rows
        if (cells := _trimmed(given, number, raw=line, told=told))
    ]
    if "form" in header:
        lines = [lines[0], *_Forms(header, key, told).mended(lines[1:])]
    out = "".join(f"{_written(line.cells)}\n" for line in lines)
    return Mended(data=out.encode(), faults=tuple(told.faults))


def _trimmed(
    given: Sequence[str], number: int, *, raw: str, told: _Told
) -> tuple[str, ...]:
    """Trim the cells of a row; an empty row has none."""
    cells = tuple(cell.strip() for cell in given)
    if not any(cells):
        told.add(number, "", "empty_row")
        return ()
    if _written(cells) != raw:
        told.add(number, raw, "quoting")
    return cells


def _padded(
    cells: tuple[str, ...], number: int, *, width: int, told: _Told
) -> tuple[str, ...]:
    """Add the empty cells that a row lacks at its end."""
    missing = width - len(cells)
    if missing > 0:
        got = len(cells)
        told.faults.append(wrong_length(told.file, number, got=got, wanted=width))
    return (*cells, *[""] * missing)


def _written(cells: Sequence[str]) -> str:
    """Write a row as spreadsheets do: a cell is quoted only where it must be."""
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(cells)
    return out.getvalue()


class _Forms:
    """Mends rows that hold a form: its spelling, what stands twice, their order."""

    def __init__(self, header: Sequence[str], key: Key, told: _Told) -> None:
        self._width = len(header)
        self._form = header.index("form")
        self._code = header.index("code") if "code" in header else None
        self._key = key
        self._told = told

    def mended(self, lines: Sequence[_Line]) -> list[_Line]:
        """Give the rows as they should be; rows too long stay where they are."""
        seen: set[tuple[str, ...]] = set()
        kept = []
        for line in map(self._spelled, lines):
            if line.cells in seen:
                self._told.add(line.number, line.cells[self._form], "row_twice")
            else:
                seen.add(line.cells)
                kept.append(line)
        if self._code is None or any(len(row.cells) != self._width for row in kept):
            return kept
        return self._grouped(kept, self._code)

    def _spelled(self, line: _Line) -> _Line:
        """Spell a form plainly, where that leaves its words what they are."""
        form = line.cells[self._form]
        for name, mend in _MENDS.items():
            plain = mend(form)
            if plain != form and self._key(plain) == self._key(form):
                self._told.add(line.number, form, name)
                form = plain
        before, after = line.cells[: self._form], line.cells[self._form + 1 :]
        return replace(line, cells=(*before, form, *after))

    def _grouped(self, lines: Sequence[_Line], code: int) -> list[_Line]:
        """Bring the rows of a code together, in the order in which codes first stand.

        Rows of one word move together, with the first of them: where a word has
        several codes, the reader tries them in the order of the sheet.
        """
        groups: dict[str, list[_Line]] = {}
        for together in self._of_one_word(lines):
            groups.setdefault(together[0].cells[code], []).extend(together)
        ordered = [line for group in groups.values() for line in group]
        moved = (new for old, new in zip(lines, ordered, strict=True) if old is not new)
        first = next(moved, None)
        if first is not None:
            self._told.add(first.number, first.cells[self._form], "order")
        return ordered

    def _of_one_word(self, lines: Sequence[_Line]) -> list[list[_Line]]:
        """Give the rows that share a word, each lot in the order of the sheet."""
        lots: dict[str, list[_Line]] = {}
        for line in lines:
            keys = self._keys(line.cells[self._form])
            shared = {id(lots[k]): lots[k] for k in keys if k in lots}
            lot = sorted([*chain(*shared.values()), line], key=lambda row: row.number)
            if shared:
                lots |= {k: lot for k, old in lots.items() if id(old) in shared}
            lots |= dict.fromkeys(keys, lot)
        return list({id(lot): lot for lot in lots.values()}.values())

    def _keys(self, form: str) -> list[str]:
        """Give the words of a form, or of each for which its alternatives stand."""
        try:
            return [self._key(each) for each in spread(form)]
        except BadAlternativesError:
            return [self._key(form)]


def letters(*ranges: tuple[int, int]) -> frozenset[str]:
    """Give the letters of ranges of code points, both ends included."""
    return frozenset(chr(c) for low, high in ranges for c in range(low, high + 1))


HIDDEN = letters(
    (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2069), (0x61C, 0x61C),
    (0xFEFF, 0xFEFF),
)  # fmt: skip
TATWEEL = letters((0x640, 0x640))
PRESENTATION = letters((0xFB50, 0xFDFF), (0xFE70, 0xFEFC))


def _without(some: frozenset[str]) -> Callable[[str], str]:
    return lambda form: "".join(c for c in form if c not in some).strip()


def _plain_letters(form: str) -> str:
    return "".join(
        unicodedata.normalize("NFKC", c) if c in PRESENTATION else c for c in form
    )


_MENDS: Mapping[str, Callable[[str], str]] = {
    "hidden_mark": _without(HIDDEN),
    "tatweel": _without(TATWEEL),
    "presentation_form": _plain_letters,
    "not_nfc": lambda form: unicodedata.normalize("NFC", form),
}
"""How each fault of spelling is mended, in the order in which they are."""
