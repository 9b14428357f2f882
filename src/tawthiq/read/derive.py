"""Takes a capture, gives its text and what is said of the report, within limits."""

from dataclasses import replace

from tawthiq.errors import InputError
from tawthiq.model.vocabulary import PublishedBasis
from tawthiq.read import container_faults
from tawthiq.read.capture import Capture, Derived, Form
from tawthiq.read.encoding import decode
from tawthiq.read.options import Found, Limits, Said
from tawthiq.read.pages.plain import read_plain

_NAMED = ("id", "language", "title", "outlet", "author", "url", "via")


def derive(capture: Capture, limits: Limits) -> Derived:
    """Take the text out of a capture.

    What the container says of the report stands before what its page says itself.
    The bytes are kept whatever comes of it: a text that cannot be taken out today may
    be tomorrow.

    Args:
        capture: the report as received.
        limits: how much is read.

    Returns:
        the text with what is known of it, and what went wrong; never an error.
    """
    try:
        found, told = _opened(capture, limits)
        if len(found.text) > limits.text_length:
            raise container_faults.too_long(capture.where, limits.text_length)
    except InputError as fault:
        return Derived(found=None, faults=(fault,))
    return Derived(found=_joined(capture.said, found), faults=told)


def _opened(capture: Capture, limits: Limits) -> tuple[Found, tuple[InputError, ...]]:
    if isinstance(capture.said, Found):
        return capture.said, ()
    match capture.form:
        case Form.PAGE:
            # lxml and trafilatura take half a second to load: only a page pays.
            from tawthiq.read.pages.html import read_html  # noqa: PLC0415

            text = decode(capture.data, capture.where, page=True)
            return read_html(text, capture.where, limits), ()
        case Form.PDF:
            from tawthiq.read.pages.pdf import read_pdf  # noqa: PLC0415

            return read_pdf(capture.data, capture.where, limits)
        case Form.TEXT | Form.RECORD:
            return read_plain(decode(capture.data, capture.where)), ()


def _joined(said: Said, found: Found) -> Found:
    """Put the container's word before the page's."""
    if isinstance(said, Found):
        return found
    known = {name: getattr(said, name) for name in _NAMED if getattr(said, name)}
    if said.published and found.published_basis is not PublishedBasis.GIVEN:
        known |= {
            "published": said.published,
            "published_basis": said.published_basis,
        }
    return replace(found, **known)
