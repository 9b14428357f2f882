"""Language: a pack opened and compiled; what every finder is given."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import yaml

from tawthiq.errors import PackError
from tawthiq.lang.everyday import everyday, is_shouted
from tawthiq.lang.initials import joined_initials
from tawthiq.lang.lexicon import Entry, Lexicon
from tawthiq.lang.rule_files import load_family
from tawthiq.lang.rules import Family
from tawthiq.lang.scan import Scan
from tawthiq.lang.sheets import read_sheet, rows
from tawthiq.lang.yaml_text import BaseLoader
from tawthiq.model.report import Segment
from tawthiq.text.affixes import Affix, Affixes
from tawthiq.text.fold import Folder
from tawthiq.text.tokens import tokenize


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A pack ready for use.

    ``sheets`` holds the rows of each word list, forms folded; ``families`` the rules;
    ``kept`` what `forms` has worked out.
    """

    name: str
    version: str
    direction: str
    settings: Mapping[str, str]
    folder: Folder
    affixes: Affixes
    lexicon: Lexicon
    sheets: Mapping[str, tuple[Entry, ...]]
    families: Mapping[str, Family]
    kept: dict[tuple[str, str | None], frozenset[str]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def key(self, text: str) -> str:
        """Fold ``text`` to its words, one space between them."""
        return " ".join(t.word for t in tokenize(self.folder.fold(text)))

    def forms(self, sheet: str, code: str | None = None) -> frozenset[str]:
        """Give the folded forms of a sheet, or of one code in it."""
        known = self.kept.get((sheet, code))
        if known is None:
            found = self.sheets.get(sheet, ())
            known = frozenset(e.form for e in found if code is None or e.code == code)
            self.kept[sheet, code] = known
        return known

    def family(self, name: str) -> Family:
        """Give the rules of a family; one without rules if the pack has none."""
        return self.families.get(name) or Family(name, ())

    def sought(self) -> Iterator[Entry]:
        """Give the entries that are looked up in sentences; lists are read otherwise."""
        return _sought(self.sheets, self.families)

    def scan(self, text: str, segment: Segment) -> Scan:
        """Cut a segment into words and look each of them up."""
        # A line end inside a sentence is where the sender's page was full: it says nothing.
        written = text[segment.start : segment.end]
        written = written.replace("\n", " ").replace("\r", " ")
        folded = self.folder.fold(written)
        tokens = tokenize(folded, segment.start)
        if self.direction == "ltr" and "." in folded.text:
            tokens = joined_initials(tokens, self.forms("abbreviations"))
        return Scan(
            text=text,
            segment=segment,
            tokens=tokens,
            hits=self.lexicon.hits(tokens),
            everyday=everyday(self.name) if is_shouted(written) else None,
        )


def pack_folder(name: str) -> Traversable:
    """Give the folder of a pack.

    Raises:
        PackError: if there is no pack of that name.
    """
    folder = files("tawthiq").joinpath("packs", name)
    if not folder.joinpath("pack.yml").is_file():
        known = ", ".join(languages())
        raise PackError(
            ar=f"لا توجد حزمة للغة «{name}»",
            en=f"there is no pack for the language {name!r}",
            remedy_ar=f"الحزم الموجودة: {known}",
            remedy_en=f"packs present: {known}",
        )
    return folder


@cache
def languages() -> tuple[str, ...]:
    """Give the names of the packs that are installed."""
    folder = files("tawthiq").joinpath("packs")
    return tuple(
        sorted(p.name for p in folder.iterdir() if p.joinpath("pack.yml").is_file())
    )


@cache
def pack_settings(name: str) -> Mapping[str, str]:
    """Read what a pack says of itself, ``version`` among it, without its words.

    Raises:
        PackError: if there is no such pack.
    """
    told = pack_folder(name).joinpath("pack.yml").read_text("utf-8")
    settings: Mapping[str, str] = yaml.load(told, BaseLoader)  # noqa: S506
    return settings


@cache
def load_language(name: str) -> Language:
    """Open and compile a pack; the same object for the same name.

    Raises:
        PackError: if there is no such pack, or a file of it has a fault.
    """
    folder = pack_folder(name)
    settings = pack_settings(name)
    table = _fold_table(folder)
    folding = Folder(table)
    affixes = _affixes(folder, folding)
    sheets = {
        sheet: tuple(entries)
        for sheet, entries in _word_lists(folder.joinpath("words"), folding)
    }
    families = {f.name: f for f in _families(folder.joinpath("rules"))}
    return Language(
        name=name,
        version=settings["version"],
        direction=settings["direction"],
        settings=settings,
        folder=Folder(table, knows=_broken_words(sheets, affixes)),
        affixes=affixes,
        lexicon=Lexicon(_sought(sheets, families), affixes),
        sheets=sheets,
        families=families,
    )


def folding_key(name: str) -> Callable[[str], str]:
    """Give what folds a form of a pack to its words, without opening its word lists.

    Raises:
        PackError: if there is no such pack, or its ``fold.csv`` has a fault.
    """
    folding = Folder(_fold_table(pack_folder(name)))
    return lambda form: _words_of(form, folding)


def _fold_table(folder: Traversable) -> dict[str, str]:
    sheet = read_sheet(folder.joinpath("fold.csv"), ("from", "to", "why"))
    for fault in sheet.faults:
        raise fault.error()
    return {r.cells["from"]: r.cells["to"] for r in sheet.rows}


def _words_of(form: str, folding: Folder) -> str:
    return " ".join(t.word for t in tokenize(folding.fold(form)))


_BROKEN_SHEETS = ("attacks", "actors", "outcomes", "weapons", "titles")
"""Sheets whose words people break to pass the filters of platforms."""

_BROKEN_LETTERS = 4
"""Letters that such a word has at least; of fewer, two words make one by chance."""


def _broken_words(
    sheets: Mapping[str, Sequence[Entry]], affixes: Affixes
) -> Callable[[str], bool]:
    words = {
        word
        for sheet in _BROKEN_SHEETS
        for entry in sheets.get(sheet, ())
        for word in entry.form.split()
        if len(word) >= _BROKEN_LETTERS
    }
    return lambda word: any(stem.text in words for stem in affixes.stems(word))


_LISTS = frozenset(
    {"abbreviations", "furniture", "list_headings", "place_parts", "theatres"}
)
"""Sheets that are read as lists: nothing looks for their words in a sentence, which
would find a fifth of all words there in vain."""

_IN_A_LIST = {"not_places": "phrase"}
"""Sheets of which a sentence is asked for the words of one code alone."""


def _sought(
    sheets: Mapping[str, Sequence[Entry]], families: Mapping[str, Family]
) -> Iterator[Entry]:
    """Give the entries that a rule or a finder looks for in sentences."""
    asked = {
        sheet
        for family in families.values()
        for rule in family.rules
        for pattern in rule.patterns
        for sheet, _ in pattern.wanted
    }
    for name, entries in sheets.items():
        for entry in entries:
            if name in asked or _is_sought(entry):
                yield entry


def _is_sought(entry: Entry) -> bool:
    """Say whether a finder looks for an entry in sentences."""
    if entry.sheet in _LISTS:
        return False
    return entry.code == _IN_A_LIST.get(entry.sheet, entry.code)


def _affixes(folder: Traversable, folding: Folder) -> Affixes:
    found: dict[str, list[Affix]] = {"prefix": [], "suffix": []}
    for row in rows(folder.joinpath("clitics.csv")):
        cells = row.cells
        affix = Affix(
            form=folding.key(cells["form"]),
            instead=folding.key(cells["instead"]),
            means=frozenset(cells["means"].split()),
        )
        found[cells["kind"]].append(affix)
    return Affixes(prefixes=found["prefix"], suffixes=found["suffix"])


def _word_lists(
    folder: Traversable, folding: Folder
) -> Iterator[tuple[str, Sequence[Entry]]]:
    for sheet in sorted(folder.iterdir(), key=lambda p: p.name):
        if not sheet.name.endswith(".csv"):
            continue
        name = sheet.name.removesuffix(".csv")
        entries = []
        for row in rows(sheet):
            form = _words_of(row.cells["form"], folding)
            if form:
                code = row.cells.get("code", "")
                entries.append(Entry(name, form, code, row.cells, row.line))
        yield name, entries


def _families(folder: Traversable) -> Iterator[Family]:
    for source in sorted(folder.iterdir(), key=lambda p: p.name):
        if source.name.endswith(".yml"):
            yield load_family(source)
