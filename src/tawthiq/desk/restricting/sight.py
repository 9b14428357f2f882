"""What the person who asks may not see, for the request in hand.

Every list, page, map window, count, search, feed and item of the API goes through here.
Where nobody is known to ask, all that is restricted is hidden.
"""

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TypeVar

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse

from tawthiq.desk.restricting.restrictions import Restriction, hidden_by

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """The incidents (by id) and reports (by name) that somebody may not see."""

    incidents: frozenset[str] = frozenset()
    reports: frozenset[str] = frozenset()

    def of_incidents(self, rows: QuerySet[Row], column: str = "pk") -> QuerySet[Row]:
        """Leave out rows of incidents that may not be seen."""
        return _without(rows, column, self.incidents)

    def of_reports(self, rows: QuerySet[Row], column: str = "name") -> QuerySet[Row]:
        """Leave out rows of reports that may not be seen."""
        return _without(rows, column, self.reports)

    def check_incident(self, name: str) -> None:
        """Refuse an incident that may not be seen, as if there were none.

        Raises:
            Http404: it may not be seen.
        """
        if name in self.incidents:
            raise Http404

    def check_report(self, name: str) -> None:
        """Refuse a report that may not be seen, as if there were none.

        Raises:
            Http404: it may not be seen.
        """
        if name in self.reports:
            raise Http404


ALL = Sight()
SEES_ALL = "reviewer"
"""The least role from which nothing is hidden."""
_PERSON: ContextVar[object] = ContextVar("person", default=None)
_SIGHT: ContextVar[Sight | None] = ContextVar("sight", default=None)


def current() -> Sight:
    """Give what whoever asks may not see; it is found once a request."""
    found = _SIGHT.get()
    if found is None:
        found = sight_of(_PERSON.get())
        _SIGHT.set(found)
    return found


def sight_of(person: object) -> Sight:
    """Give what a person may not see; who is no account sees nothing restricted."""
    held = list(Restriction.objects.filter(lifted_at="").order_by("pk"))
    if held and isinstance(person, AbstractBaseUser) and person.is_active:
        if getattr(person, "may", lambda _: False)(SEES_ALL):
            return ALL
        own = Restriction.objects.filter(people=person.pk)
        let_in = set(own.values_list("pk", flat=True))
        held = [one for one in held if one.pk not in let_in]
    if not held:
        return ALL
    hidden = hidden_by(held)
    return Sight(incidents=hidden.incidents, reports=hidden.reports)


def asks(person: object) -> None:
    """Say who asks: a session's person, or the one whose token was told."""
    _PERSON.set(person)
    _SIGHT.set(None)


def sight_middleware(
    answer: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Let each request know who asks, and forget it afterwards."""

    def middleware(request: HttpRequest) -> HttpResponse:
        asks(getattr(request, "user", None))
        try:
            return answer(request)
        finally:
            asks(None)

    return middleware


def _without(rows: QuerySet[Row], column: str, hidden: frozenset[str]) -> QuerySet[Row]:
    return rows.exclude(**{f"{column}__in": sorted(hidden)}) if hidden else rows
