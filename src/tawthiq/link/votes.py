"""Votes: each voice has one, so that copies weigh once."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from tawthiq.model.link import Account

Value = TypeVar("Value", bound=Hashable)


def votes(
    members: Sequence[Account],
    voices: Mapping[str, str],
    of: Callable[[Account], Iterable[Value]],
) -> dict[Value, int]:
    """Count the voices that say each value.

    Args:
        members: the accounts of one incident.
        voices: for the key of each account, the key that stands for its voice.
        of: the values that an account says.

    Returns:
        Values with their voices, most first, then in the order of their text.
    """
    said: dict[Value, set[str]] = {}
    for account in members:
        for value in of(account):
            said.setdefault(value, set()).add(voices[account.key])
    ranked = sorted(said.items(), key=lambda item: (-len(item[1]), repr(item[0])))
    return {value: len(by) for value, by in ranked}
