"""Checks the data of a pack: every fault at once, with file, line and remedy.

What is checked: columns and codes against ``packs/sheets.csv`` and the codebook, the
spelling of forms (NFC, no hidden direction marks, presentation forms or tatweel), and
forms that say two things. The examples of rules run in ``workflow/packs.py``, since
they need the finders.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

from tawthiq.errors import PackError
from tawthiq.lang.checked_sheet import Row, read_sheet
from tawthiq.lang.codebook import Codebook
from tawthiq.lang.faults import Fault
from tawthiq.lang.language import Language, pack_folder
from tawthiq.lang.rules import Family, Rule, load_family

PLAN_COLUMNS = ("sheet", "columns", "codes", "twice", "note")
LEAST_YES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a sheet must look like.

    ``codes`` is a table of the codebook, a list of codes, or empty where any will do;
    ``twice`` says that one form may have several codes.
    """

    sheet: str
    columns: tuple[str, ...]
    codes: frozenset[str] | None
    twice: bool


def plans(codebook: Codebook) -> dict[str, Plan]:
    """Read ``packs/sheets.csv``: the sheets that a pack may have."""
    source = files("tawthiq").joinpath("packs", "sheets.csv")
    found = {}
    for row in read_sheet(source, PLAN_COLUMNS).rows:
        cells = row.cells
        found[cells["sheet"]] = Plan(
            sheet=cells["sheet"],
            columns=tuple(cells["columns"].split()),
            codes=_codes(cells["codes"], codebook),
            twice=cells["twice"] == "yes",
        )
    return found


def _codes(cell: str, codebook: Codebook) -> frozenset[str] | None:
    """Give the codes that a cell allows: tables of the codebook and single codes."""
    if not cell:
        return None
    allowed: set[str] = set()
    for word in cell.split():
        table = codebook.tables.get(word.removeprefix("@"))
        allowed.update(table.codes if word.startswith("@") and table else {word})
    return frozenset(allowed)


def check_words(language: Language, codebook: Codebook) -> Iterator[Fault]:
    """Check the word lists of a pack."""
    known = plans(codebook)
    folder = pack_folder(language.name).joinpath("words")
    for source in sorted(folder.iterdir(), key=lambda p: p.name):
        name = source.name.removesuffix(".csv")
        if source.name.endswith(".csv"):
            plan = known.get(name)
            if plan is None:
                yield _fault(source.name, 0, name, "unknown_sheet")
            else:
                yield from _sheet(source, plan, language)


def _sheet(source: Traversable, plan: Plan, language: Language) -> Iterator[Fault]:
    sheet = read_sheet(source, plan.columns)
    yield from sheet.faults
    seen: dict[str, Row] = {}
    for row in sheet.rows:
        form = row.cells["form"]
        yield from _spelling(source.name, row.line, form)
        code = row.cells.get("code", "")
        if plan.codes is not None and code not in plan.codes:
            yield _fault(source.name, row.line, code, "unknown_code")
        key = language.key(form)
        if not key:
            yield _fault(source.name, row.line, form, "no_letters")
        before = seen.get(key)
        if before is not None and (
            before.cells == row.cells or not (plan.twice or _clear(before, row))
        ):
            yield _fault(source.name, row.line, form, "twice", line_before=before.line)
        seen[key] = row


def _clear(one: Row, other: Row) -> bool:
    """Say whether two rows of one form tell what parts them (a ``needs`` or ``when``)."""
    telling = ("needs", "when")
    return any(one.cells.get(c, "") != other.cells.get(c, "") for c in telling)


def _spelling(file: str, line: int, form: str) -> Iterator[Fault]:
    if unicodedata.normalize("NFC", form) != form:
        yield _fault(file, line, form, "not_nfc")
    if any(c in _HIDDEN for c in form):
        yield _fault(file, line, form, "hidden_mark")
    if "\u0640" in form:
        yield _fault(file, line, form, "tatweel")
    if any("\ufb50" <= c <= "\ufdff" or "\ufe70" <= c <= "\ufefc" for c in form):
        yield _fault(file, line, form, "presentation_form")
    if any(c in "\u06a9\u06cc\u06c1\u06be" for c in form):
        yield _fault(file, line, form, "persian")


def _hidden() -> frozenset[str]:
    letters = set()
    for part in ("\u200b-\u200f", "\u202a-\u202e", "\u2060-\u2069"):
        letters.update(chr(c) for c in range(ord(part[0]), ord(part[2]) + 1))
    return frozenset(letters | {"\u061c", "\ufeff"})


_HIDDEN = _hidden()


def check_rules(name: str) -> Iterator[Fault]:
    """Check that the rule files can be read and that every rule has its examples."""
    folder = pack_folder(name).joinpath("rules")
    for source in sorted(folder.iterdir(), key=lambda p: p.name):
        if not source.name.endswith(".yml"):
            continue
        try:
            family = load_family(source)
        except PackError as error:
            yield Fault(
                file=source.name, line=0, value="",
                ar=f"{error.where}: {error.ar}", en=f"{error.where}: {error.en}",
                remedy_ar=error.remedy_ar, remedy_en=error.remedy_en,
            )  # fmt: skip
        else:
            yield from _rules(family)


def _rules(family: Family) -> Iterator[Fault]:
    names: dict[str, Rule] = {}
    for rule in family.rules:
        if rule.name in names:
            yield _fault(rule.file, rule.line, rule.name, "twice", line_before=names[rule.name].line)
        names[rule.name] = rule
        if len(rule.yes) < LEAST_YES:
            yield _fault(rule.file, rule.line, rule.name, "few_yes")
        if not rule.no:
            yield _fault(rule.file, rule.line, rule.name, "no_no")
        if not rule.says_ar or not rule.says_en:
            yield _fault(rule.file, rule.line, rule.name, "says_nothing")


_SAYINGS: Mapping[str, tuple[str, str, str, str]] = {
    "unknown_sheet": (
        "قائمة لا يعرفها المشروع", "a sheet that nothing reads",
        "احذفها أو عرّفها في packs/sheets.csv", "delete it or name it in packs/sheets.csv",
    ),
    "unknown_code": (
        "رمز ليس في كتاب الرموز", "a code that the codebook does not know",
        "استعمل رمزا من codebook/ أو أضفه هناك", "use a code of codebook/ or add it there",
    ),
    "no_letters": (
        "لا حروف في الكلمة", "the form has no letters",
        "اكتب كلمة أو احذف السطر", "write a word or delete the row",
    ),
    "twice": (
        "مكرر بعد توحيد الإملاء؛ سبق في السطر {line_before}",
        "stands twice once spelling is folded; first on line {line_before}",
        "احذف أحد السطرين", "delete one of the two rows",
    ),
    "not_nfc": (
        "حروف مفككة (ليست NFC)", "decomposed letters (not NFC)",
        "أعد كتابة الكلمة", "type the word again",
    ),
    "hidden_mark": (
        "علامة اتجاه مخفية", "a hidden direction mark",
        "أعد كتابة الكلمة دون نسخ", "type the word instead of pasting it",
    ),
    "tatweel": (
        "تطويل في الكلمة", "tatweel in the form",
        "احذف ـ", "delete the ـ",
    ),
    "presentation_form": (
        "حروف عرض قديمة", "presentation forms",
        "أعد كتابة الكلمة بحروف عادية", "type the word in plain letters",
    ),
    "persian": (
        "حرف فارسي يشبه العربي (ک ی)", "a Persian look-alike letter",
        "اكتب ك أو ي", "write ك or ي",
    ),
    "few_yes": (
        "للقاعدة أقل من مثالين yes", "the rule has fewer than two yes examples",
        "أضف مثالا تقرؤه القاعدة", "add an example that the rule reads",
    ),
    "no_no": (
        "ليس للقاعدة مثال مضاد no", "the rule has no counter-example",
        "أضف مثالا تسكت عنده القاعدة", "add an example on which it keeps silent",
    ),
    "says_nothing": (
        "لا شرح للقاعدة بالعربية والإنكليزية", "the rule is not explained in both languages",
        "أضف says_ar و says_en", "add says_ar and says_en",
    ),
}  # fmt: skip


def _fault(
    file: str, line: int, value: str, saying: str, *, line_before: int = 0
) -> Fault:
    ar, en, remedy_ar, remedy_en = _SAYINGS[saying]
    return Fault(
        file=file,
        line=line,
        value=value,
        ar=ar.format(line_before=line_before),
        en=en.format(line_before=line_before),
        remedy_ar=remedy_ar,
        remedy_en=remedy_en,
    )
