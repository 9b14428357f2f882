"""Guards the places where other people's parsers meet other people's files."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from tawthiq.errors import InputError
from tawthiq.read import container_faults

LONGEST_REASON = 120
"""Code points kept of what a parser says."""


@contextmanager
def guarded(where: str, kind: str) -> Iterator[None]:
    """Turn whatever a parser raises into one fault.

    A parser meets hostile bytes here and raises what it meets them with (KeyError,
    struct.error, RecursionError, …): no list of its errors is ever whole.

    Args:
        where: the input, for messages.
        kind: what it should be, such as ``PDF``.

    Raises:
        InputError: in place of any other error.
    """
    try:
        yield
    except InputError:
        raise
    except Exception as fault:  # noqa: BLE001
        raise container_faults.damaged(where, kind, reason(fault)) from None


@contextmanager
def quiet() -> Iterator[None]:
    """Keep a parser's warnings to itself; never hold it over a ``yield``."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def reason(fault: BaseException) -> str:
    """Give what a parser says, on one short line."""
    first = fault.args[0] if fault.args else ""
    told = first.decode("utf-8", "replace") if isinstance(first, bytes) else str(fault)
    said = " ".join(told.split()) or type(fault).__name__
    printable = "".join(c if c.isprintable() else "�" for c in said)
    return printable[:LONGEST_REASON]
