"""The page of one's passkeys: made, named, listed, taken away; each with the password."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from tawthiq.desk.people import passkeys, second_step
from tawthiq.desk.people.accounts import Account
from tawthiq.desk.people.own_password import OwnPasswordForm
from tawthiq.desk.people.passkeys import Passkey
from tawthiq.desk.people.roles import Role, needs
from tawthiq.desk.phrases import plain
from tawthiq.model.custody import Act
from tawthiq.register.services.ledger import Deed, append
from tawthiq.register.services.together import together

NAME_LENGTH = 60


class PasskeyForm(OwnPasswordForm):
    """What a person calls a key, and their password."""

    name = forms.CharField(max_length=NAME_LENGTH, strip=True)
    field_order = ("name", "password")

    def __init__(self, told: object, *, request: HttpRequest) -> None:
        super().__init__(told, request=request)
        self.fields["name"].label = plain("people_passkey_name")
        self.fields["name"].help_text = plain("people_passkey_name_help")


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@needs(Role.VIEWER)
def passkeys_page(request: HttpRequest) -> HttpResponse:
    """List one's keys; add one in two steps, the second of which is the browser's."""
    person = request.user
    assert isinstance(person, Account)  # noqa: S101 - for the checker: `needs`
    if request.method != "POST":
        return _page(request, person, PasskeyForm(None, request=request))
    if "credential" in request.POST:
        return _made(request, person, request.POST["credential"])
    if "remove" in request.POST:
        return _removed(request, person, request.POST["remove"])
    form = PasskeyForm(request.POST, request=request)
    if not (form.is_valid() and passkeys.is_named(request)):
        return _page(request, person, form, status=400)
    name = form.cleaned_data["name"]
    options = passkeys.draw_making(request, person, name)
    context = {"options": options, "name": name}
    return render(request, "people/passkey_touch.html", context)


def _made(request: HttpRequest, person: Account, told: str) -> HttpResponse:
    first = not second_step.is_asked_of(person)
    with together():
        row = passkeys.keep(request, person, told)
        codes = second_step.codes_for_need(person) if row and first else []
        if row:
            _note(person, "passkey_added")
    if row is None:
        messages.error(request, plain("people_passkey_failed"))
        return redirect("people:passkeys")
    if codes:
        return render(request, "people/recovery.html", {"codes": codes})
    messages.success(request, plain("people_passkey_made"))
    return redirect("people:passkeys")


def _removed(request: HttpRequest, person: Account, number: str) -> HttpResponse:
    """Take a key away; the codes for need go with the last way of showing oneself."""
    told = {"name": "-", "password": request.POST.get("password", "")}
    form = PasskeyForm(told, request=request)
    if not form.is_valid():
        messages.error(request, plain("people_password_wrong"))
        return redirect("people:passkeys")
    with together():
        rows = Passkey.objects.filter(person=person, pk=_number(number))
        gone = rows.delete()[0]
        if gone:
            second_step.forget_codes_of_nothing(person)
            _note(person, "passkey_removed")
    if gone:
        messages.success(request, plain("people_passkey_gone"))
    return redirect("people:passkeys")


def _number(told: str) -> int:
    return int(told) if told.isascii() and told.isdigit() and len(told) < 10 else 0  # noqa: PLR2004


def _note(person: Account, deed: str) -> None:
    subject = f"account:{person.get_username()}"
    append(
        [Deed(act=Act.ACCOUNT, subject=subject, body={"deed": deed})],
        by=person.get_username(),
    )


def _page(
    request: HttpRequest, person: Account, form: PasskeyForm, *, status: int = 200
) -> HttpResponse:
    context = {
        "form": form,
        "keys": Passkey.objects.filter(person=person),
        "host": passkeys.host_of(request),
        "by_name": "" if passkeys.is_named(request) else passkeys.by_name(request),
    }
    return render(request, "people/passkeys.html", context, status=status)
