"""Victims' names: two lists read and matched."""

from dataclasses import dataclass
from pathlib import Path

from tawthiq.errors import InputError
from tawthiq.link.person_matching import PersonMatch, match_persons
from tawthiq.model.person import Person
from tawthiq.read import faults
from tawthiq.read.person_lists import read_persons

__all__ = ["MatchedLists", "PersonMatch", "match_lists"]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchedLists:
    """One answer for each person of the first list, and what could not be read."""

    matches: tuple[PersonMatch, ...]
    faults: tuple[InputError, ...]


def match_lists(first: Path, second: Path) -> MatchedLists:
    """Find for each person of one list the person of another that it is.

    Args:
        first: a list of persons (``read.person_lists`` says of which form).
        second: another.

    Raises:
        InputError: a file cannot be opened, or is no list of persons.
    """
    wrong: list[InputError] = []
    left, right = (_persons(path, wrong) for path in (first, second))
    return MatchedLists(matches=match_persons(left, right), faults=tuple(wrong))


def _persons(path: Path, wrong: list[InputError]) -> list[Person]:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise faults.missing(str(path)) from None
    except OSError as fault:
        reason = fault.strerror or type(fault).__name__
        raise faults.unreadable(str(path), reason) from None
    persons: list[Person] = []
    for item in read_persons(data, str(path)):
        if isinstance(item, InputError):
            wrong.append(item)
        else:
            persons.append(item)
    return persons
