"""Invented reports through the finders: what joining, telling and kinds are given.

Villages and people are invented; no index of places knows them, so each village has
its head noun.
"""

from collections.abc import Sequence
from datetime import date
from functools import cache

from tawthiq.assemble.events import assemble
from tawthiq.assemble.evidence import Cluster
from tawthiq.assemble.joining import join
from tawthiq.assemble.telling import Telling, tellings
from tawthiq.lang.scan import Scan
from tawthiq.model.event import EventReport
from tawthiq.model.report import Report
from tawthiq.model.vocabulary import PublishedBasis
from tawthiq.read.describe import describe
from tawthiq.read.options import Found, ReadOptions
from tawthiq.workflow.reading import Reader

WEDNESDAY = date(2031, 3, 5)
"""The day of publication of every example."""


class NoPlaces:
    """Stands for the list of places: it knows none, so that head nouns decide."""

    def knows(self, key: str) -> bool:
        """Say that no list has the name."""
        del key
        return False

    def begins(self, key: str) -> bool:
        """Say that no name begins so."""
        del key
        return False


@cache
def reader() -> Reader:
    """Make the reader of every example."""
    return Reader(places=NoPlaces())  # type: ignore[arg-type]


def report_of(*paragraphs: str) -> Report:
    """Make a report of paragraphs, published on the Wednesday."""
    found = Found(
        text="\n\n".join(paragraphs),
        published=WEDNESDAY,
        published_basis=PublishedBasis.GIVEN,
    )
    return describe(found, ReadOptions())


def scanned(*paragraphs: str) -> list[Scan]:
    """Cut and scan a report."""
    return reader().scans(report_of(*paragraphs))


def told(*paragraphs: str) -> list[Telling]:
    """Give the tellings of a report."""
    return tellings(scanned(*paragraphs))


def joined(*paragraphs: str) -> list[Cluster]:
    """Give the events of a report as tellings."""
    scans = scanned(*paragraphs)
    return join(tellings(scans), scans)


def events(*paragraphs: str) -> tuple[EventReport, ...]:
    """Give the events of a report."""
    return assemble(scanned(*paragraphs), published=WEDNESDAY)


def words_of(parts: Sequence[Telling]) -> list[str]:
    """Give the words of tellings."""
    return [part.scan.text[part.start : part.end] for part in parts]
