"""A password that an admin gave opens one page alone: where its owner chooses their own.

Until then it has two owners, so that nothing it does is one person's deed.
"""

from collections.abc import Callable
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from tawthiq.desk.api.answers import Problem
from tawthiq.desk.people.accounts import Account

ANSWERED = ("people:password", "people:logout")
"""What answers all the same; the languages are answered before who asks is known."""


def given_passwords_middleware(
    answer: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Lead who has a given password to the page that changes it; tell programs so."""

    def middleware(request: HttpRequest) -> HttpResponse:
        person = request.user
        if not isinstance(person, Account) or not person.password_given:
            return answer(request)
        if request.path in map(reverse, ANSWERED):
            return answer(request)
        if request.path.startswith(reverse("api:landing")):
            return Problem(403, "the first password must be changed").answer(request)
        wanted = request.get_full_path() if request.method == "GET" else ""
        onward = f"?{urlencode({'next': wanted})}" if wanted not in {"", "/"} else ""
        return redirect(f"{reverse('people:password')}{onward}")

    return middleware
