"""Checks the data of a pack: every fault at once, with file, line and remedy.

What is checked (design/style.md, section 7): columns and codes against
``packs/sheets.csv`` and the codebook, all that ``lang/mending.py`` mends (quoting,
order, spelling of forms), forms that say two things, codes without a word, words that
nothing reaches, rules without examples or with slots that no word can fill. The
examples themselves run in ``workflow/packs/checking.py``, since they need the finders.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from importlib.resources import files
from importlib.resources.abc import Traversable

from tawthiq.errors import PackError
from tawthiq.lang.check_sayings import fault
from tawthiq.lang.codebook import Codebook
from tawthiq.lang.faults import Fault
from tawthiq.lang.language import Language, pack_folder
from tawthiq.lang.mending import letters, mended_pack
from tawthiq.lang.rule_files import load_family
from tawthiq.lang.rules import Family, Rule
from tawthiq.lang.sheets import Row, read_sheet

PLAN_COLUMNS = ("sheet", "columns", "codes", "twice", "note")
LEAST_YES = 2
OTHER_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "clitics.csv": ("form", "kind", "instead", "means", "note"),
    "columns.csv": ("form", "code", "note"),
    "fold.csv": ("from", "to", "why"),
    "name_folds.csv": ("from", "to", "when", "why"),
    "no_word_yet.csv": ("table", "code", "why"),
    "search_kin.csv": ("form", "word", "note"),
    "search_operators.csv": ("form", "code", "note"),
    "search_stems.csv": ("form", "kind", "least", "note"),
    "sounds.csv": ("from", "to", "why"),
}
"""The sheets that every pack has beside its word lists, with their columns."""

TELLING = ("needs", "when", "case")
"""Columns that part two rows of one form: each holds where the other does not."""

SILENCE = {"form": "none"}
"""What a rule gives that keeps others from reading its words, and reads nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a sheet must look like.

    ``tables`` names the tables of the codebook whose codes the sheet gives words for;
    ``codes`` are all codes it may hold, None where any will do; ``twice`` says that one
    form may have several codes, because its reader decides between them.
    """

    sheet: str
    columns: tuple[str, ...]
    tables: tuple[str, ...]
    codes: frozenset[str] | None
    twice: bool


def plans(codebook: Codebook) -> dict[str, Plan]:
    """Read ``packs/sheets.csv``: the sheets that a pack may have.

    Its ``codes`` are words: ``@table`` for all codes of a table of the codebook, ``-``
    for the empty code, anything else for itself.

    Raises:
        PackError: where a table is named that the codebook does not have.
    """
    source = files("tawthiq").joinpath("packs", "sheets.csv")
    found = {}
    for row in read_sheet(source, PLAN_COLUMNS).rows:
        cells = row.cells
        words = cells["codes"].split()
        tables = tuple(w.removeprefix("@") for w in words if w.startswith("@"))
        singles = {"" if w == "-" else w for w in words if not w.startswith("@")}
        allowed = singles.union(*(_codes(t, codebook, row.line) for t in tables))
        found[cells["sheet"]] = Plan(
            sheet=cells["sheet"],
            columns=tuple(cells["columns"].split()),
            tables=tables,
            codes=frozenset(allowed) if words else None,
            twice=cells["twice"] == "yes",
        )
    return found


def _codes(table: str, codebook: Codebook, line: int) -> tuple[str, ...]:
    if table not in codebook.tables:
        raise PackError(
            ar=f"لا جدول باسم «{table}» في كتاب الرموز",
            en=f"the codebook has no table {table!r}",
            where=f"sheets.csv:{line}",
            remedy_ar="استعمل اسما من codebook/codebook.yml",
            remedy_en="use a name of codebook/codebook.yml",
        )
    return codebook.tables[table].codes


def check_shapes(name: str, codebook: Codebook) -> Iterator[Fault]:
    """Check that every sheet of a pack can be read: without that no word can be.

    Args:
        name: the pack.
        codebook: its tables are named by ``packs/sheets.csv``.
    """
    folder = pack_folder(name)
    for file, columns in OTHER_COLUMNS.items():
        yield from read_sheet(folder.joinpath(file), columns).faults
    for source, plan in _sheets(folder, plans(codebook)):
        if plan is None:
            sheet = source.name.removesuffix(".csv")
            yield fault((source.name, 0), sheet, "unknown_sheet")
        else:
            yield from read_sheet(source, plan.columns).faults


def _sheets(
    folder: Traversable, known: Mapping[str, Plan]
) -> Iterator[tuple[Traversable, Plan | None]]:
    for source in sorted(folder.joinpath("words").iterdir(), key=lambda p: p.name):
        if source.name.endswith(".csv"):
            yield source, known.get(source.name.removesuffix(".csv"))


def check_words(language: Language, codebook: Codebook) -> Iterator[Fault]:
    """Check the word lists of a pack, and that each code has its word."""
    worded: dict[str, set[str]] = defaultdict(set)
    folder = pack_folder(language.name)
    for _, mended in mended_pack(folder, language.key):
        yield from mended.faults
    for source, plan in _sheets(folder, plans(codebook)):
        if plan is None:
            continue
        yield from _sheet(source, plan, language)
        for table in plan.tables:
            words = language.sheets.get(plan.sheet, ())
            worded[table].update(e.code for e in words)
    yield from _wordless(language.name, worded, codebook)


def _wordless(
    name: str, worded: Mapping[str, set[str]], codebook: Codebook
) -> Iterator[Fault]:
    """Give the codes without a word that ``no_word_yet.csv`` does not admit to."""
    source = pack_folder(name).joinpath("no_word_yet.csv")
    sheet = read_sheet(source, OTHER_COLUMNS[source.name])
    admitted = {(r.cells["table"], r.cells["code"]): r.line for r in sheet.rows}
    for table, codes in sorted(worded.items()):
        for code in codebook.tables[table].codes:
            line = admitted.pop((table, code), None)
            if code not in codes and line is None:
                yield fault((source.name, 0), f"{table},{code}", "wordless")
            if code in codes and line is not None:
                yield fault((source.name, line), f"{table},{code}", "has_word")
    for (table, code), line in admitted.items():
        yield fault((source.name, line), f"{table},{code}", "unknown_code")


def _sheet(source: Traversable, plan: Plan, language: Language) -> Iterator[Fault]:
    sheet = read_sheet(source, plan.columns)
    seen: dict[str, list[Row]] = defaultdict(list)
    for row in sheet.rows:
        form = row.cells["form"]
        if not PERSIAN.isdisjoint(form):
            yield replace(fault((source.name, row.line), form, "persian"), warns=True)
        code = row.cells.get("code", "")
        if plan.codes is not None and code not in plan.codes:
            yield fault((source.name, row.line), code, "unknown_code")
        key = language.key(form)
        if not key:
            yield fault((source.name, row.line), form, "no_letters")
        rival = next((r for r in seen[key] if not _apart(r, row, plan)), None)
        # The same row once more is told, and mended, by ``lang/mending.py``.
        if rival is not None and rival.cells != row.cells:
            yield fault((source.name, row.line), form, "twice", before=rival.line)
        seen[key].append(row)


def _apart(one: Row, other: Row, plan: Plan) -> bool:
    """Say whether two rows of one form may both stand.

    They may where a column tells which of them holds, and where the sheet's reader
    chooses between codes.
    """
    if any(one.cells.get(c, "") != other.cells.get(c, "") for c in TELLING):
        return True
    more = one.cells.keys() - {"form", "note"}
    return plan.twice and any(one.cells[c] != other.cells[c] for c in more)


PERSIAN = letters((0x6A9, 0x6A9), (0x6CC, 0x6CC), (0x6C1, 0x6C1), (0x6BE, 0x6BE))
"""The Persian and Urdu kaf, ya and ha, which look like Arabic ones: which was meant, a
person knows."""


def check_rules(name: str) -> Iterator[Fault]:
    """Check that the rule files can be read and that every rule has its examples."""
    folder = pack_folder(name).joinpath("rules")
    for source in sorted(folder.iterdir(), key=lambda p: p.name):
        if not source.name.endswith(".yml"):
            continue
        try:
            family = load_family(source)
        except PackError as error:
            yield _of_error(error, source.name)
        else:
            yield from _rules(family)


def _rules(family: Family) -> Iterator[Fault]:
    names: dict[str, Rule] = {}
    for rule in family.rules:
        if rule.name in names:
            before = names[rule.name].line
            yield fault((rule.file, rule.line), rule.name, "rule_twice", before=before)
        names[rule.name] = rule
        if len(rule.yes) < LEAST_YES:
            yield fault((rule.file, rule.line), rule.name, "few_yes")
        if not rule.no:
            yield fault((rule.file, rule.line), rule.name, "no_no")
        if not rule.says_ar or not rule.says_en:
            yield fault((rule.file, rule.line), rule.name, "says_nothing")


def check_slots(language: Language) -> Iterator[Fault]:
    """Find rules that ask for a code which no word of their sheet has."""
    for family in language.families.values():
        for rule in family.rules:
            wanted = {w for p in rule.patterns for w in p.wanted}
            for sheet, code in sorted(wanted):
                words = language.sheets.get(sheet)
                if code and words and all(e.code != code for e in words):
                    value = f"{rule.name}: {{{sheet}={code}}}"
                    yield fault((rule.file, rule.line), value, "no_such_word")


def _of_error(error: PackError, file: str) -> Fault:
    name, _, line = error.where.partition(":")
    return Fault(
        file=name or file,
        line=int(line) if line.isdigit() else 0,
        value="",
        ar=error.ar,
        en=error.en,
        remedy_ar=error.remedy_ar,
        remedy_en=error.remedy_en,
    )
