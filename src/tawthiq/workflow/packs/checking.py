"""Packs: checking one as a whole, and trying a sentence on it."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from tawthiq.errors import PackError
from tawthiq.gazetteer.index import PlaceIndex
from tawthiq.lang.check import (
    SILENCE,
    check_rules,
    check_shapes,
    check_slots,
    check_words,
)
from tawthiq.lang.check_reach import check_reach
from tawthiq.lang.codebook import load_codebook
from tawthiq.lang.faults import Fault
from tawthiq.lang.language import Language, folding_key, load_language, pack_folder
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.mending import mended_pack
from tawthiq.lang.rules import Example, Rule
from tawthiq.lang.scan import Scan
from tawthiq.model.mention import Mention
from tawthiq.model.reading import Reading
from tawthiq.model.report import Report
from tawthiq.model.vocabulary import PublishedBasis
from tawthiq.workflow.packs.cases import check_cases
from tawthiq.workflow.packs.rule_rivals import check_made, check_rivals
from tawthiq.workflow.reading import MENTIONED, Reader

EXAMPLE_DAY = date(2031, 3, 5)
"""The day of publication of every example in a rule file: a Wednesday."""


def check_pack(name: str, *, home: Path | None = None) -> list[Fault]:
    """Check all of a pack: words, rules, their examples, the cases.

    Args:
        name: the pack, such as ``ar``.
        home: the user's own folder of places, if they are to be known.

    Returns:
        Every fault, and what it only warns of (``Fault.warns``). Rules or sheets that
        cannot be read end the check before words are tried.

    Raises:
        PackError: if there is no such pack, or a file of it cannot be read at all.
    """
    codebook = load_codebook()
    faults = [*check_rules(name), *check_shapes(name, codebook)]
    if faults:
        return faults
    language = load_language(name)
    reader = Reader(places=PlaceIndex(home))
    faults.extend(check_words(language, codebook))
    faults.extend(check_slots(language))
    faults.extend(check_reach(language))
    examples = _Examples(language, reader)
    faults.extend(examples.check())
    scans = examples.scans()
    faults.extend(check_rivals(language, scans))
    faults.extend(check_made(language, scans))
    faults.extend(check_cases(name, reader))
    return faults


def fix_pack(name: str, *, folder: Path | None = None) -> list[Fault]:
    """Mend in a pack what needs no judgement; what it means stays as it is.

    Each file is written whole or not at all. A second call mends nothing.

    Args:
        name: the pack, such as ``ar``.
        folder: where its files lie, where that is not where the package keeps them.

    Returns:
        What was mended.

    Raises:
        PackError: if there is no such pack, its ``fold.csv`` cannot be read, or its
            files cannot be written.
    """
    place = folder or Path(str(pack_folder(name)))
    mended: list[Fault] = []
    for source, made in mended_pack(place, folding_key(name)):
        if made.faults:
            _write(Path(str(source)), made.data)
            mended.extend(made.faults)
    load_language.cache_clear()
    return mended


def _write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    half = path.with_name(f".{path.name}.part")
    try:
        half.write_bytes(data)
        os.replace(half, path)  # noqa: PTH105 - atomic on every system
    except OSError as error:
        half.unlink(missing_ok=True)
        raise PackError(
            ar="لا يمكن كتابة ملف الحزمة",
            en="a file of the pack cannot be written",
            where=str(path),
            remedy_ar="شغّل الأمر على نسخة يُسمح لك بتعديلها",
            remedy_en="run the command on a copy that you may change",
        ) from error


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """A mention with the rule that made it and the words of the pack inside it.

    ``says`` explains the rule in Arabic and English where it is one of the pack's;
    ``words`` are the sheet, the code and the words of each entry found inside.
    """

    mention: Mention
    says: tuple[str, str]
    words: tuple[tuple[str, str, str], ...]


def try_text(
    name: str, text: str, *, home: Path | None = None
) -> tuple[Reading, tuple[Tree, ...]]:
    """Read one text as if published on the examples' day; give events and mentions.

    Raises:
        PackError: if there is no such pack.
    """
    language = load_language(name)
    reader = Reader(places=PlaceIndex(home))
    report = example_report(text, name)
    said = {
        r.name: (r.says_ar, r.says_en)
        for f in language.families.values()
        for r in f.rules
    }
    trees = [
        _tree(scan, hit, kind=MENTIONED[hit.sheet], says=said.get(hit.rule, ("", "")))
        for scan in reader.scans(report)
        for hit in scan.every()
        if hit.sheet in MENTIONED
    ]
    return reader.read(report), tuple(
        sorted(trees, key=lambda t: (t.mention.span.start, t.mention.kind))
    )


def _tree(scan: Scan, hit: Hit, *, kind: str, says: tuple[str, str]) -> Tree:
    inside = {
        (h.start, h.end, h.sheet, h.code)
        for h in scan.every()
        if h.rule == h.sheet and hit.start <= h.start and h.end <= hit.end
    }
    return Tree(
        mention=Mention(
            kind=kind,
            span=scan.span(hit.start, hit.end),
            rule=hit.rule,
            values={k: v for k, v in hit.values.items() if not k.startswith("_")},
        ),
        says=says,
        words=tuple((s, c, scan.text[a:b]) for a, b, s, c in sorted(inside)),
    )


def example_report(text: str, language: str, published: date = EXAMPLE_DAY) -> Report:
    """Make a report of an example's text."""
    return Report(
        id="example",
        text=text,
        language=language,
        published=published,
        published_basis=PublishedBasis.GIVEN,
    )


@dataclass(frozen=True, slots=True)
class _Examples:
    """Runs the examples and counter-examples of a pack's rules."""

    language: Language
    reader: Reader
    read: dict[str, list[Scan]] = field(default_factory=dict, compare=False)

    def check(self) -> Iterator[Fault]:
        """Give every example that is read otherwise than it expects."""
        for family in self.language.families.values():
            for rule in family.rules:
                silences = dict(rule.gives) == SILENCE
                for example in rule.yes:
                    check = self._silences if silences else self._reads
                    yield from check(rule, example)
                for example in rule.no:
                    yield from self._silent(rule, example)

    def scans(self) -> list[Scan]:
        """Give the sentences of all examples and counter-examples."""
        return [
            scan
            for family in self.language.families.values()
            for rule in family.rules
            for example in (*rule.yes, *rule.no)
            for scan in self._scans(example.text)
        ]

    def _scans(self, text: str) -> list[Scan]:
        known = self.read.get(text)
        if known is None:
            known = self.reader.scans(example_report(text, self.language.name))
            self.read[text] = known
        return known

    def _hits(self, rule: Rule, text: str) -> list[Hit]:
        return [h for s in self._scans(text) for h in s.every() if h.rule == rule.name]

    def _silences(self, rule: Rule, example: Example) -> Iterator[Fault]:
        """Check a rule that keeps its family from reading the quoted words."""
        quote = example.expect.get("quote", example.text)
        start = example.text.find(quote)
        end = start + len(quote)
        sheet = rule.family.removesuffix("s")
        for scan in self._scans(example.text):
            if any(h.start < end and start < h.end for h in scan.of(sheet)):
                yield _fault(
                    rule, example, ar=f"القاعدة {rule.name} لا تُسكت قراءة «{quote}»",
                    en=f"the rule {rule.name} does not keep {quote!r} from being read",
                )  # fmt: skip

    def _reads(self, rule: Rule, example: Example) -> Iterator[Fault]:
        found = self._hits(rule, example.text)
        if any(_fits(h, example) for h in found):
            return
        got = " · ".join(_shown(h, example) for h in found)
        yield _fault(
            rule, example,
            ar=f"القاعدة {rule.name} لا تقرأ مثالها كما ينبغي؛ قرأت: {got or 'لا شيء'}",
            en=f"the rule {rule.name} misreads its example; it read: {got or 'nothing'}",
        )  # fmt: skip

    def _silent(self, rule: Rule, example: Example) -> Iterator[Fault]:
        for hit in self._hits(rule, example.text):
            quote = example.text[hit.start : hit.end]
            yield _fault(
                rule, example, ar=f"القاعدة {rule.name} تقرأ مثالها المضاد: «{quote}»",
                en=f"the rule {rule.name} reads its counter-example: {quote!r}",
            )  # fmt: skip


def _fits(hit: Hit, example: Example) -> bool:
    for key, wanted in example.expect.items():
        quoted = example.text[hit.start : hit.end]
        if _plain(quoted if key == "quote" else hit.values.get(key)) != wanted:
            return False
    return True


def _shown(hit: Hit, example: Example) -> str:
    keys = (k for k in example.expect if k != "quote")
    values = " ".join(f"{k}={_plain(hit.values.get(k))}" for k in keys)
    return f"«{example.text[hit.start : hit.end]}» {values}".strip()


def _plain(value: object) -> str:
    return "" if value is None else str(value)


def _fault(rule: Rule, example: Example, *, ar: str, en: str) -> Fault:
    return Fault(
        file=rule.file,
        line=example.line,
        value=example.text,
        ar=ar,
        en=en,
        remedy_ar="أصلح النمط أو المثال",
        remedy_en="mend the pattern or the example",
    )
