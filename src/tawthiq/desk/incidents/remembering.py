"""Answers that many ask for, kept until the register changes.

A map is moved about in many small steps, and every reader opens it at the same view.
What is kept is named by the register, the number of the last entry of its ledger and
all that was asked, and by what who asks may not see: any deed that an incident shows
makes it void.
"""

from collections.abc import Callable, Hashable
from functools import lru_cache
from threading import Lock
from typing import TypeVar, cast

from django.conf import settings

from tawthiq.desk.restricting import sight
from tawthiq.register.models import LedgerRow

Answer = TypeVar("Answer")
MANY = 512
ASIDE = ("revision:", "assignment:")
"""How entries of the ledger begin that no list or map shows."""
_GATES = Lock()


class _Maker:
    """Carries what makes an answer past the key under which it is kept."""

    def __init__(self, make: Callable[[], object]) -> None:
        self.make = make

    def __eq__(self, other: object) -> bool:
        """All makers of one key make the same."""
        return isinstance(other, _Maker)

    def __hash__(self) -> int:
        """All makers of one key make the same."""
        return 0


@lru_cache(maxsize=MANY)
def _gate(key: Hashable) -> Lock:
    del key
    return Lock()


@lru_cache(maxsize=MANY)
def _kept(key: Hashable, maker: _Maker) -> object:
    del key
    return maker.make()


def remembered(key: Hashable, make: Callable[[], Answer]) -> Answer:
    """Give what ``make`` gives, from memory where nothing has changed since.

    Args:
        key: all that the answer depends on beside the register itself: the filters,
            the language. What the reader may not see is added here.
        make: makes the answer; must not give a query that is still to be asked.
    """
    whole = (standing(), sight.current(), key)
    # Many ask for the same at once, after a deed or in the morning: one works it out.
    with _GATES:
        gate = _gate(whole)
    with gate:
        return cast("Answer", _kept(whole, _Maker(make)))


def standing() -> tuple[str, int]:
    """Name the state of the open register: its folder and its last entry.

    Rulings on one report change no incident until its review is closed, which has an
    entry of its own; nor does who has a report in hand.
    """
    register = settings.REGISTER
    entries = LedgerRow.objects.order_by("-number")
    for aside in ASIDE:
        entries = entries.exclude(subject__startswith=aside)
    newest = entries.values_list("number", flat=True)
    return (str(register.folder) if register else "", newest.first() or 0)
