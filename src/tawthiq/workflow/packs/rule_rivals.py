"""Rules against each other: two that read the same words, one that reads none.

Both are told from the examples of a pack: what its rules say they read is where a
clash shows first.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tawthiq.find.dates.finder import FAMILY as DATES
from tawthiq.find.dates.parts import date_parts
from tawthiq.lang.check_sayings import fault
from tawthiq.lang.faults import Fault
from tawthiq.lang.language import Language
from tawthiq.lang.rules import Family, Rule
from tawthiq.lang.scan import Scan


def check_rivals(language: Language, scans: Sequence[Scan]) -> Iterator[Fault]:
    """Find rules that read the same words in two ways, unless both say ``ambiguous``.

    Args:
        language: the pack.
        scans: sentences, the examples of its rules among them.
    """
    for family in language.families.values():
        told: set[tuple[str, str]] = set()
        for scan in seen_by(family, scans):
            for one, other in family.rivals(scan):
                pair = (one.rule.name, other.rule.name)
                both = one.rule.ambiguous and other.rule.ambiguous
                if pair not in told and not both:
                    told.add(pair)
                    start = scan.tokens[one.first].start
                    words = scan.text[start : scan.tokens[one.last - 1].end]
                    value = f"{' · '.join(pair)}: {words}"
                    yield fault((other.rule.file, other.rule.line), value, "rivals")


def check_made(language: Language, scans: Sequence[Scan]) -> Iterator[Fault]:
    """Warn of rules that ask for what neither a sheet nor a finder ever gives.

    Args:
        language: the pack.
        scans: sentences, the examples of its rules among them.
    """
    for family in language.families.values():
        seen = seen_by(family, scans)
        made = {hit.sheet for scan in seen for hit in scan.every()}
        for rule in family.rules:
            for sheet in sorted(_wanted(rule) - made - language.sheets.keys()):
                value = f"{rule.name}: {{{sheet}}}"
                found = fault((rule.file, rule.line), value, "unmade")
                yield replace(found, warns=True)


def _wanted(rule: Rule) -> set[str]:
    return {sheet for pattern in rule.patterns for sheet, _ in pattern.wanted}


def seen_by(family: Family, scans: Sequence[Scan]) -> list[Scan]:
    """Give sentences as the rules of a family see them: dates see parts of their own."""
    if family.name != DATES:
        return list(scans)
    return [parts for scan in scans if (parts := date_parts(scan)) is not None]
