"""Reads one invented sentence up to its casualties; shared by the tests beside it."""

from collections.abc import Sequence

from tawthiq.find.casualties.counts import find_counts
from tawthiq.find.casualties.finder import find_casualties, settle
from tawthiq.find.numbers import find_numbers
from tawthiq.lang.language import load_language
from tawthiq.lang.scan import Scan
from tawthiq.model.report import Segment

Row = tuple[str, str, int | None, int | None]


def scan_of(text: str, language: str = "ar", *, start: int = 0, end: int = 0) -> Scan:
    pack = load_language(language)
    segment = Segment(
        start=start, end=end or len(text), kind="sentence", order=0, paragraph=0
    )
    scan = pack.scan(text, segment)
    for finder in (find_numbers, find_counts, find_casualties):
        scan.add(finder(scan, pack))
    return scan


def scans_of(sentences: Sequence[str]) -> list[Scan]:
    text = " ".join(sentences)
    scans, at = [], 0
    for sentence in sentences:
        scans.append(scan_of(text, start=at, end=at + len(sentence)))
        at += len(sentence) + 1
    settle(scans)
    return scans


def rows_of(text: str, language: str = "ar") -> list[Row]:
    """Give outcome, group, low and high of each casualty, in the order of the words."""
    return [_row(h.values) for h in scan_of(text, language).of("casualty")]


def settled_rows(*sentences: str) -> list[Row]:
    return [_row(h.values) for s in scans_of(sentences) for h in s.of("casualty")]


def _row(values: object) -> Row:
    return tuple(values[k] for k in ("outcome", "group", "low", "high"))  # type: ignore[index]
