"""Pages of the second step: the passkey or code at the door, and setting a device up."""

from base64 import b32encode

from django.contrib import auth, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from tawthiq.desk.people import passkeys, second_step
from tawthiq.desk.people.accounts import Account
from tawthiq.desk.people.onward import onward, wanted
from tawthiq.desk.people.roles import Role, needs, open_to_all
from tawthiq.desk.phrases import plain

PAGE = ["GET", "HEAD", "POST"]
BACKEND = "django.contrib.auth.backends.ModelBackend"


@open_to_all
@never_cache
@sensitive_post_parameters()
@require_http_methods(PAGE)
def code(request: HttpRequest) -> HttpResponse:
    """Ask who gave a right password for a passkey or a code, and let them in."""
    person = second_step.held(request)
    if person is None:
        return redirect("people:login")
    wrong = False
    if request.method == "POST":
        if _showed(request, person):
            auth.login(request, person, backend=BACKEND)
            return redirect(onward(request))
        wrong = True
    options = passkeys.draw_showing(request, person)
    elsewhere = not options and second_step.has_passkey(person)
    context = {
        "wrong": wrong,
        "next": wanted(request),
        "options": options,
        "device": second_step.has_device(person),
        "elsewhere": elsewhere,
        "by_name": "" if passkeys.is_named(request) else passkeys.by_name(request),
    }
    return render(request, "people/code.html", context, status=400 if wrong else 200)


def _showed(request: HttpRequest, person: Account) -> bool:
    """Whether a passkey signed, or a code is right; what was drawn is spent either way."""
    told = request.POST.get("credential", "")
    if told:
        return passkeys.is_shown(request, person, told)
    return second_step.is_right(person, request.POST.get("code", ""))


@never_cache
@sensitive_post_parameters()
@require_http_methods(PAGE)
@needs(Role.VIEWER)
def two_factor(request: HttpRequest) -> HttpResponse:
    """Set a device up, or give it up again; either asks for a code it shows."""
    person = request.user
    assert isinstance(person, Account)  # noqa: S101 - for the checker: `needs`
    told = request.POST.get("code", "")
    if request.method == "POST" and "give_up" in request.POST:
        if second_step.is_right(person, told):
            second_step.give_up(person)
            messages.success(request, plain("people_two_gone"))
            return redirect("people:two-factor")
        return _page(request, person, wrong=True)
    if request.method == "POST":
        codes = second_step.confirm(person, told)
        if codes:
            return render(request, "people/recovery.html", {"codes": codes})
        return _page(request, person, wrong=True)
    return _page(request, person, wrong=False)


def _page(request: HttpRequest, person: Account, *, wrong: bool) -> HttpResponse:
    context: dict[str, object] = {"wrong": wrong, "used": False}
    if second_step.has_device(person):
        context["used"] = True
    else:
        device = second_step.device_to_be(person)
        secret = device.bin_key
        context["picture"] = second_step.picture(device)
        context["secret"] = _base32(secret)
    return render(
        request, "people/two_factor.html", context, status=400 if wrong else 200
    )


def _base32(secret: bytes) -> str:
    told = b32encode(secret).decode().rstrip("=")
    return " ".join(told[at : at + 4] for at in range(0, len(told), 4))
