"""What a user says of the inputs, how much is read of them, what they say themselves."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from tawthiq.model.vocabulary import PublishedBasis


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much is read of an input; what is beyond is set aside with its reason.

    ``item_bytes`` is one report as received, a file or a record of a web archive;
    ``record_bytes`` a line, a row, a message or an entry. ``page_bytes`` counts a page
    once its scripts and pictures are out, and from ``page_tags`` on the quick extractor
    reads it, for the thorough one takes a fifth of a millisecond a tag. ``text_length``
    counts code points. ``unpacked_bytes`` is what one archive may unpack to, ``ratio``
    how many times its packed size; ``members`` its files, ``depth`` archives within
    archives. ``seconds`` are for the pages of one PDF, of which there may be
    ``pdf_pages``.
    """

    item_bytes: int = 50_000_000
    record_bytes: int = 5_000_000
    page_bytes: int = 5_000_000
    page_tags: int = 12_000
    text_length: int = 300_000
    unpacked_bytes: int = 1_000_000_000
    ratio: int = 200
    members: int = 10_000
    depth: int = 2
    pdf_pages: int = 2_000
    seconds: float = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """What the user knows of the inputs, for reports that do not say it themselves.

    ``language`` is a code such as ``ar``; where given it is taken as it is. ``columns``
    tells for a table which column holds what (``{"text": "Body"}``; see
    ``read.columns``); where it is empty, plain names are known.
    """

    published: date | None = None
    outlet: str | None = None
    language: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a file, a page, a line or an archive says of a report.

    ``via`` is the account that a post was forwarded from.
    """

    id: str | None = None
    language: str | None = None
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    published: date | None = None
    published_basis: PublishedBasis | None = None
    via: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found(Said):
    """A text with what its file, page or line says of it, before anything is inferred."""

    text: str
