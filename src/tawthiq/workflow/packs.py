"""Packs: checking one as a whole, and trying a sentence on it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from tawthiq.lang.check import SILENCE, check_rules, check_slots, check_words
from tawthiq.lang.codebook import load_codebook
from tawthiq.lang.faults import Fault
from tawthiq.lang.language import Language, load_language
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.rules import Example, Rule
from tawthiq.model.mention import Mention
from tawthiq.model.reading import Reading
from tawthiq.model.report import Report
from tawthiq.model.vocabulary import PublishedBasis
from tawthiq.workflow.cases import check_cases
from tawthiq.workflow.reading import Reader, place_index

EXAMPLE_DAY = date(2031, 3, 5)
"""The day of publication of every example in a rule file: a Wednesday."""


def check_pack(name: str, *, home: Path | None = None) -> list[Fault]:
    """Check all of a pack: words, rules, their examples, the cases.

    Args:
        name: the pack, such as ``ar``.
        home: the user's own folder of places, if they are to be known.

    Raises:
        PackError: if there is no such pack, or a file of it cannot be read at all.
    """
    faults = list(check_rules(name))
    if faults:
        return faults
    language = load_language(name)
    reader = Reader(places=place_index(home))
    faults.extend(check_words(language, load_codebook()))
    faults.extend(check_slots(language))
    faults.extend(_examples(language, reader))
    faults.extend(check_cases(name, reader))
    return faults


def try_text(name: str, text: str, *, home: Path | None = None) -> tuple[Reading, tuple[Mention, ...]]:
    """Read one text as if published on the examples' day; give events and mentions.

    Raises:
        PackError: if there is no such pack.
    """
    load_language(name)
    reader = Reader(places=place_index(home))
    report = example_report(text, name)
    return reader.read(report), reader.spot(report)


def example_report(text: str, language: str, published: date = EXAMPLE_DAY) -> Report:
    """Make a report of an example's text."""
    return Report(
        id="example",
        text=text,
        language=language,
        published=published,
        published_basis=PublishedBasis.GIVEN,
    )


def _examples(language: Language, reader: Reader) -> Iterator[Fault]:
    for family in language.families.values():
        for rule in family.rules:
            silences = dict(rule.gives) == SILENCE
            for example in rule.yes:
                check = _silences if silences else _reads
                yield from check(language, reader, rule, example)
            for example in rule.no:
                yield from _silent(language, reader, rule, example)


def _silences(
    language: Language, reader: Reader, rule: Rule, example: Example
) -> Iterator[Fault]:
    """Check a rule that keeps its family from reading the quoted words."""
    quote = example.expect.get("quote", example.text)
    start = example.text.find(quote)
    end = start + len(quote)
    sheet = rule.family.removesuffix("s")
    for scan in reader.scans(example_report(example.text, language.name)):
        for hit in scan.of(sheet):
            if hit.start < end and start < hit.end:
                yield Fault(
                    file=rule.file,
                    line=example.line,
                    value=example.text,
                    ar=f"القاعدة {rule.name} لا تُسكت قراءة «{quote}»",
                    en=f"the rule {rule.name} does not keep {quote!r} from being read",
                    remedy_ar="أصلح النمط أو المثال",
                    remedy_en="mend the pattern or the example",
                )


def _hits(language: Language, reader: Reader, rule: Rule, text: str) -> list[Hit]:
    scans = reader.scans(example_report(text, language.name))
    return [h for scan in scans for h in scan.every() if h.rule == rule.name]


def _reads(
    language: Language, reader: Reader, rule: Rule, example: Example
) -> Iterator[Fault]:
    found = _hits(language, reader, rule, example.text)
    got = "؛ ".join(
        f"«{example.text[h.start : h.end]}» "
        + " ".join(f"{k}={_plain(h.values.get(k))}" for k in example.expect if k != "quote")
        for h in found
    )
    if not any(_fits(h, example) for h in found):
        yield Fault(
            file=rule.file,
            line=example.line,
            value=example.text,
            ar=f"القاعدة {rule.name} لا تقرأ مثالها كما ينبغي؛ قرأت: {got or 'لا شيء'}",
            en=f"the rule {rule.name} does not read its example; it read: {got or 'nothing'}",
            remedy_ar="أصلح النمط أو المثال",
            remedy_en="mend the pattern or the example",
        )


def _fits(hit: Hit, example: Example) -> bool:
    for key, wanted in example.expect.items():
        got = example.text[hit.start : hit.end] if key == "quote" else hit.values.get(key)
        if _plain(got) != wanted:
            return False
    return True


def _plain(value: object) -> str:
    return "" if value is None else str(value)


def _silent(
    language: Language, reader: Reader, rule: Rule, example: Example
) -> Iterator[Fault]:
    for hit in _hits(language, reader, rule, example.text):
        yield Fault(
            file=rule.file,
            line=example.line,
            value=example.text,
            ar=f"القاعدة {rule.name} تقرأ مثالها المضاد: «{example.text[hit.start : hit.end]}»",
            en=f"the rule {rule.name} reads its counter-example",
            remedy_ar="ضيّق النمط",
            remedy_en="narrow the pattern",
        )
