"""Codes given for ever: each leads to one incident, and to no other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count

from tawthiq.register.models import CodeRow

PAGE = 500


class Codes:
    """Gives incidents their codes: their own again, or one that no other ever had.

    Args:
        wanted: the codes that will be asked for, looked up all at once.

    Attributes:
        given: the codes given here that are not in the database yet, each with the id
            of its incident.
    """

    def __init__(self, wanted: Iterable[str]) -> None:
        self.given: dict[str, str] = {}
        self._first = _owners(sorted(set(wanted)))

    def take(self, incident: str, wanted: str) -> str:
        """Give an incident the code it wants, or the next of its numbers: «-2», «-3»."""
        for names, kept in self._pages(wanted):
            for name in names:
                owner = kept.get(name) or self.given.get(name)
                if owner is None:
                    self.given[name] = incident
                    return name
                if owner == incident:
                    return name
        raise AssertionError  # numbers have no end

    def _pages(self, wanted: str) -> Iterator[tuple[Sequence[str], Mapping[str, str]]]:
        """Give the names that will do, best first, some with those who have them."""
        yield (wanted,), self._first
        for start in count(2, PAGE):
            names = [f"{wanted}-{number}" for number in range(start, start + PAGE)]
            yield names, _owners(names)


def _owners(names: Sequence[str]) -> dict[str, str]:
    """Name the incidents to which codes lead."""
    found: dict[str, str] = {}
    for at in range(0, len(names), PAGE):
        rows = CodeRow.objects.filter(code__in=names[at : at + PAGE])
        found.update(rows.values_list("code", "incident_id"))
    return found
