"""Packs: checking one as a whole, and trying a sentence on it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tawthiq.gazetteer.index import PlaceIndex
from tawthiq.lang.check import SILENCE, check_rules, check_slots, check_words
from tawthiq.lang.codebook import load_codebook
from tawthiq.lang.faults import Fault
from tawthiq.lang.language import Language, load_language
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.rules import Example, Rule
from tawthiq.lang.scan import Scan
from tawthiq.model.mention import Mention
from tawthiq.model.reading import Reading
from tawthiq.model.report import Report
from tawthiq.model.vocabulary import PublishedBasis
from tawthiq.workflow.cases import check_cases
from tawthiq.workflow.reading import MENTIONED, Reader

EXAMPLE_DAY = date(2031, 3, 5)
"""The day of publication of every example in a rule file: a Wednesday."""


def check_pack(name: str, *, home: Path | None = None) -> list[Fault]:
    """Check all of a pack: words, rules, their examples, the cases.

    Args:
        name: the pack, such as ``ar``.
        home: the user's own folder of places, if they are to be known.

    Returns:
        Every fault. Rules that cannot be read end the check before words are tried.

    Raises:
        PackError: if there is no such pack, or a file of it cannot be read at all.
    """
    faults = list(check_rules(name))
    if faults:
        return faults
    language = load_language(name)
    reader = Reader(places=PlaceIndex(home))
    faults.extend(check_words(language, load_codebook()))
    faults.extend(check_slots(language))
    faults.extend(_Examples(language, reader).check())
    faults.extend(check_cases(name, reader))
    return faults


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

    def _scans(self, text: str) -> list[Scan]:
        return self.reader.scans(example_report(text, self.language.name))

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
