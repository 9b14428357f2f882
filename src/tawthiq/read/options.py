"""ReadOptions: what a user says of the inputs; Found: what an input says of itself."""

from dataclasses import dataclass
from datetime import date

from tawthiq.model.vocabulary import PublishedBasis


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """What the user knows of the inputs, for reports that do not say it themselves.

    ``language`` is a code such as ``ar``; where given it is taken as it is.
    """

    published: date | None = None
    outlet: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A text with what its file, page or line says of it, before anything is inferred."""

    text: str
    id: str | None = None
    language: str | None = None
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    published: date | None = None
    published_basis: PublishedBasis | None = None
