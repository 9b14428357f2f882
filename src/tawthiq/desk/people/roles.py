"""Roles, each with all that those before it may do, and the guard of every page."""

from collections.abc import Callable
from enum import StrEnum
from functools import wraps
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import add_never_cache_headers

View = Callable[..., HttpResponseBase]


class Role(StrEnum):
    """What a person may do, from the least to the most."""

    VIEWER = "viewer"
    CODER = "coder"
    REVIEWER = "reviewer"
    LEAD = "lead"
    ADMIN = "admin"

    def covers(self, other: "Role") -> bool:
        """Whether who has this role may do what the other may."""
        order = list(Role)
        return order.index(self) >= order.index(other)


def may(request: HttpRequest, role: Role | str) -> bool:
    """Whether who asks has an account that may do what a role may."""
    person = request.user
    return person.is_authenticated and person.may(role)


OPEN_VIEWS = "tawthiq_open_to_all"
"""Mark of a view that answers people without an account."""


def needs(role: Role | str) -> Callable[[View], View]:
    """Guard a view: strangers go to the login page, a lesser role is refused.

    Args:
        role: the least role that may open the page, or its name.

    Raises:
        PermissionDenied: from the view, where the person's role is too small.
    """
    least = Role(role)

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(
            request: HttpRequest, *words: object, **named: object
        ) -> HttpResponseBase:
            if not request.user.is_authenticated:
                back = urlencode({"next": request.get_full_path()})
                return redirect(f"{reverse('people:login')}?{back}")
            if not Role(request.user.role).covers(least):
                raise PermissionDenied
            answer = view(request, *words, **named)
            if not answer.has_header("Cache-Control"):
                add_never_cache_headers(answer)
            return answer

        return guarded

    return guard


def open_to_all(view: View) -> View:
    """Mark a view that people without an account may open (login, first run)."""

    @wraps(view)
    def opened(
        request: HttpRequest, *words: object, **named: object
    ) -> HttpResponseBase:
        return view(request, *words, **named)

    setattr(opened, OPEN_VIEWS, True)
    return opened
