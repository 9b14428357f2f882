"""Intake: words on the command line, files or addresses, to the reports behind them."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from tawthiq.errors import InputError
from tawthiq.model.report import Report
from tawthiq.read.capture import Capture
from tawthiq.read.inputs import captures, reports_of
from tawthiq.read.options import ReadOptions
from tawthiq.workflow.fetching import faults as fetching_faults
from tawthiq.workflow.fetching.options import FetchOptions


def is_address(word: str) -> bool:
    """Whether a word on the command line is an address of the web and no path."""
    return word.lower().startswith(("http://", "https://"))


def taken_in(
    words: Sequence[str | Path],
    *,
    stdin: BinaryIO | None,
    options: ReadOptions,
    fetching: FetchOptions | None = None,
) -> Iterator[Capture | InputError]:
    """Give the reports behind files, folders and addresses, as received.

    Args:
        words: paths, ``-`` for standard input, and addresses.
        stdin: where ``-`` reads from; None if there is none.
        options: what the user says of the reports, and how much is read.
        fetching: how addresses are fetched; None if they are not to be.

    Yields:
        a Capture for each report, an InputError for each item that is set aside, an
        address that was not to be fetched among them.
    """
    for word in words:
        if not isinstance(word, str) or not is_address(word):
            yield from captures([Path(word)], stdin=stdin, options=options)
        elif fetching is None:
            yield fetching_faults.not_asked(word)
        else:
            # What speaks to the network is loaded by those who ask for it.
            from tawthiq.workflow.fetching.pages import fetched_captures  # noqa: PLC0415

            yield from fetched_captures(word, options, fetching)


def reports_from(
    words: Sequence[str | Path],
    *,
    stdin: BinaryIO | None,
    options: ReadOptions,
    fetching: FetchOptions | None = None,
) -> Iterator[Report | InputError]:
    """Give the reports behind files, folders and addresses; see ``taken_in``."""
    for item in taken_in(words, stdin=stdin, options=options, fetching=fetching):
        if isinstance(item, InputError):
            yield item
        else:
            yield from reports_of(item, options)
