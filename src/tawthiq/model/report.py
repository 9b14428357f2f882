"""Report: one text as published; Segment: a stretch of it that is read as a unit."""

from dataclasses import dataclass
from datetime import date

from tawthiq.model.vocabulary import PublishedBasis


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A text as published and what is known of where it stood.

    ``text`` is never altered: all offsets count its code points.
    """

    id: str
    text: str
    language: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    published: date | None = None
    published_basis: PublishedBasis | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A sentence of a report: half-open offsets, with the paragraph it stands in.

    ``kind`` is ``headline``, ``sentence``, ``caption``, ``item`` or ``quotation``.
    """

    start: int
    end: int
    kind: str
    order: int
    paragraph: int
