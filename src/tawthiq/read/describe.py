"""Takes a text and what its input says of it, gives a Report."""

import hashlib

from tawthiq.model.report import Report
from tawthiq.model.vocabulary import PublishedBasis
from tawthiq.read.language import language_of, settled
from tawthiq.read.options import Found, ReadOptions
from tawthiq.read.published import Published, infer_published


def describe(found: Found, options: ReadOptions) -> Report:
    """Make the Report; what the input does not say is inferred or left open."""
    day = _published(found, options)
    language = options.language or settled(found.language, found.text)
    return Report(
        id=found.id or hashlib.sha256(found.text.encode()).hexdigest(),
        text=found.text,
        language=language or language_of(found.text),
        title=found.title,
        outlet=found.outlet or options.outlet,
        author=found.author,
        url=found.url,
        published=day.day if day else None,
        published_basis=day.basis if day else None,
    )


def _published(found: Found, options: ReadOptions) -> Published | None:
    """Choose the day of publication: a line's own, the user's, the page's, inferred."""
    if found.published and found.published_basis is PublishedBasis.GIVEN:
        return Published(found.published, PublishedBasis.GIVEN)
    if options.published:
        return Published(options.published, PublishedBasis.GIVEN)
    if found.published and found.published_basis:
        return Published(found.published, found.published_basis)
    return infer_published(found.text, found.url)
