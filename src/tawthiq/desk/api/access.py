"""Who asks, what they may see, and how often: the guard of every address of the API."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import wraps
from threading import Lock

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from tawthiq.desk.api.answers import Problem
from tawthiq.desk.api.tokens import Scope, token_of
from tawthiq.desk.people.accounts import Account
from tawthiq.desk.restricting import sight
from tawthiq.errors import RegisterError, TawthiqError
from tawthiq.workflow.publishing.features import View

MINUTE = 60
RATE = 300
"""Requests that one who asks has in a minute."""
STRANGERS_RATE = 60
"""Requests without a token or a session, in a minute, from one address."""
MOST_KNOWN = 10_000
PUBLIC, INTERNAL = "public", "internal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """Who asks: a person, with what the token opens; a session reads alone."""

    person: Account
    scopes: frozenset[Scope]

    @property
    def view(self) -> View:
        """Give what may be seen."""
        exact = Scope.EXACT in self.scopes
        profile = INTERNAL if exact else PUBLIC
        return View(profile=profile, today=datetime.now(UTC).date())


Endpoint = Callable[..., HttpResponse]


def endpoint(
    scope: Scope | None, *, methods: tuple[str, ...] = ("GET", "HEAD")
) -> Callable[[Endpoint], Endpoint]:
    """Guard an address of the API, and tell its problems.

    Args:
        scope: what must be open; None lets everybody in.
        methods: those that are answered.
    """

    def guard(view: Endpoint) -> Endpoint:
        @csrf_exempt  # what writes takes tokens alone, which no foreign page can send
        @wraps(view)
        def guarded(request: HttpRequest, **named: str) -> HttpResponse:
            try:
                _allow_method(request, methods)
                asker = _asker(request, writes=scope is Scope.WRITE)
                _count(request, asker)
                sight.asks(asker.person if asker else None)
                if scope is None:
                    return view(request, **named)
                return view(request, _opened(asker, scope), **named)
            except Problem as problem:
                return problem.answer(request)
            except RegisterError as error:
                return Problem(404, error.message("en")).answer(request)
            except TawthiqError as error:
                return Problem(400, error.message("en")).answer(request)

        return guarded

    return guard


def _allow_method(request: HttpRequest, methods: tuple[str, ...]) -> None:
    if request.method not in methods:
        raise Problem(405, headers={"Allow": ", ".join(methods)})


def _asker(request: HttpRequest, *, writes: bool) -> Asker | None:
    """Give who asks; None where nobody says who they are.

    Raises:
        Problem: a token is told that does not stand.
    """
    told = request.headers.get("Authorization", "")
    if told:
        kind, _, words = told.partition(" ")
        token = token_of(words.strip()) if kind.casefold() == "bearer" else None
        if token is None:
            raise _unknown()
        return Asker(person=token.person, scopes=token.opens)
    person = request.user
    if writes or not isinstance(person, Account) or not person.is_active:
        return None
    return Asker(person=person, scopes=frozenset({Scope.READ}))


def _opened(asker: Asker | None, scope: Scope) -> Asker:
    if asker is None:
        raise _unknown()
    if scope not in asker.scopes:
        raise Problem(403, f"the token does not open: {scope}")
    return asker


def _unknown() -> Problem:
    return Problem(401, headers={"WWW-Authenticate": 'Bearer realm="tawthiq"'})


_asked: dict[str, tuple[int, int]] = {}
_lock = Lock()


def _count(request: HttpRequest, asker: Asker | None) -> None:
    """Count a request of this minute.

    Raises:
        Problem: there were too many.
    """
    now = int(time.time())
    minute = now // MINUTE
    stranger = asker is None
    who = str(request.META.get("REMOTE_ADDR")) if asker is None else asker.person.pk
    with _lock:
        if len(_asked) > MOST_KNOWN:
            _asked.clear()
        before, number = _asked.get(f"{stranger} {who}", (minute, 0))
        number = number + 1 if before == minute else 1
        _asked[f"{stranger} {who}"] = minute, number
    if number > (STRANGERS_RATE if stranger else RATE):
        raise Problem(429, headers={"Retry-After": str(MINUTE - now % MINUTE)})
