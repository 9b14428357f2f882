"""The page where an admin makes tokens for programs, and revokes them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from tawthiq.desk.api.tokens import (
    LEAST,
    LONGEST_NAME,
    ApiToken,
    Scope,
    make_token,
    revoke,
)
from tawthiq.desk.people.accounts import Account
from tawthiq.desk.people.roles import Role, needs
from tawthiq.desk.phrases import plain


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Role.ADMIN)
def tokens(request: HttpRequest) -> HttpResponse:
    """Show the tokens, and make one; its words are shown this once."""
    words = ""
    if request.method == "POST":
        words = _made(request)
    context = {
        "tokens": ApiToken.objects.select_related("person"),
        "people": Account.objects.filter(is_active=True).order_by("username"),
        "scopes": [(str(scope), str(LEAST[scope])) for scope in Scope],
        "words": words,
        "longest": LONGEST_NAME,
    }
    return render(request, "api/tokens.html", context)


@require_POST
@needs(Role.ADMIN)
def revoked(request: HttpRequest, number: int) -> HttpResponse:
    """Let a token open nothing any more."""
    token = ApiToken.objects.filter(pk=number).first()
    if token is not None:
        revoke(token)
        messages.success(request, plain("api_token_revoked", name=token.name))
    return redirect("api:tokens")


def _made(request: HttpRequest) -> str:
    name = " ".join(request.POST.get("name", "").replace("\0", "").split())
    told = set(request.POST.getlist("scopes")) & set(Scope)
    person = Account.objects.filter(
        username=request.POST.get("person", "").replace("\0", ""), is_active=True
    ).first()
    if not name or person is None or not told:
        messages.error(request, plain("api_token_incomplete"))
        return ""
    scopes = frozenset(Scope(word) for word in told)
    _, words = make_token(person, name, scopes)
    return words
