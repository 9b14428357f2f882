"""The ways through the desk, as the head of every page shows them."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.template import Context
from django.urls import reverse

from tawthiq.desk.people.roles import Role

WAYS = (
    ("incidents:map", "nav_map", Role.VIEWER),
    ("incidents:list", "nav_incidents", Role.VIEWER),
    ("reviewing:queue", "nav_queue", Role.VIEWER),
    ("search:search", "nav_search", Role.VIEWER),
    ("incidents:trends", "nav_trends", Role.VIEWER),
    ("adding:add", "nav_add", Role.CODER),
    ("following:follow-up", "follow", Role.CODER),
    ("publishing:publish", "nav_publish", Role.LEAD),
    ("people:audit", "nav_audit", Role.REVIEWER),
    ("people:accounts", "nav_people", Role.ADMIN),
)
"""URL name, phrase, and the least role that follows it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One link of the head; ``here`` says that the page stands under it."""

    address: str
    phrase: str
    here: bool


def entries(context: Context) -> tuple[Way, ...]:
    """Give the links that the reader of this page may follow."""
    request: HttpRequest = context["request"]
    if not getattr(request, "user", None) or not request.user.is_authenticated:
        return ()
    if request.user.password_given:
        return ()
    found = []
    for name, phrase, least in WAYS:
        if request.user.may(least):
            address = reverse(name)
            here = request.path.startswith(address)
            found.append(Way(address=address, phrase=phrase, here=here))
    return tuple(found)
