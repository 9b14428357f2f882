"""Accounts: made, given roles and retired by an admin; one's own password."""

from django.contrib import auth, messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from tawthiq.desk.people import second_step
from tawthiq.desk.people.account_forms import ChangeForm, NewAccountForm, PasswordForm
from tawthiq.desk.people.accounts import Account
from tawthiq.desk.people.giving_views import GiveForm
from tawthiq.desk.people.lifting_views import LiftForm
from tawthiq.desk.people.onward import onward, wanted
from tawthiq.desk.people.roles import Role, needs
from tawthiq.desk.people.sessions import end_sessions, sessions_of
from tawthiq.desk.phrases import plain
from tawthiq.model.custody import Act
from tawthiq.register.services.ledger import Deed, append
from tawthiq.register.services.together import together

PAGE = ["GET", "HEAD", "POST"]


@sensitive_post_parameters()
@require_http_methods(PAGE)
@needs(Role.ADMIN)
def accounts(request: HttpRequest) -> HttpResponse:
    """List the accounts, and make one."""
    form = NewAccountForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with together():
            made = form.save()
            _note(request, made)
        messages.success(request, plain("people_made"))
        return redirect("people:accounts")
    context = {"form": form, "accounts": Account.objects.order_by("username")}
    return render(request, "people/accounts.html", context, status=_status(form))


@require_http_methods(PAGE)
@needs(Role.ADMIN)
def account(request: HttpRequest, number: int) -> HttpResponse:
    """Give an account another role, or retire it; the last admin stays one."""
    person = Account.objects.filter(pk=number).first()
    if person is None:
        raise Http404
    if request.method == "POST" and "end_sessions" in request.POST:
        here = request.session.session_key
        ended = end_sessions(person, but=here, by=request.user.get_username())
        messages.success(request, plain("people_session_ended", number=ended))
        return redirect("people:account", number=number)
    now = {"role": person.role, "is_active": person.is_active}
    form = ChangeForm(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        role, active = form.cleaned_data["role"], form.cleaned_data["is_active"]
        with together():
            if _last_admin(person) and (role != Role.ADMIN.value or not active):
                form.add_error(None, plain("people_last_admin"))
            else:
                person.role, person.is_active = role, active
                person.save(update_fields=["role", "is_active"])
                _note(request, person)
        if form.is_valid():
            messages.success(request, plain("people_changed"))
            return redirect("people:accounts")
    context = {
        "form": form,
        "person": person,
        "sessions": sessions_of(person),
        "lift": _lift_form(request, person),
        "give": _give_form(request, person),
    }
    return render(request, "people/account.html", context, status=_status(form))


@sensitive_post_parameters()
@require_http_methods(PAGE)
@needs(Role.VIEWER)
def password(request: HttpRequest) -> HttpResponse:
    """Change one's own password; every other session of this account ends."""
    person = request.user
    assert isinstance(person, Account)  # noqa: S101 - for the checker: `needs`
    form = PasswordForm(request.POST or None, person=person)
    if request.method == "POST" and form.is_valid():
        person.set_password(form.cleaned_data["new"])
        person.password_given = False
        person.save(update_fields=["password", "password_given"])
        auth.update_session_auth_hash(request, person)
        messages.success(request, plain("people_password_changed"))
        return redirect(onward(request))
    context = {"form": form, "next": wanted(request)}
    return render(request, "people/password.html", context, status=_status(form))


def _lift_form(request: HttpRequest, person: Account) -> LiftForm | None:
    """Give the form that lifts a second step, where another's is asked for."""
    if person == request.user or not second_step.is_asked_of(person):
        return None
    return LiftForm(request=request)


def _give_form(request: HttpRequest, person: Account) -> GiveForm | None:
    """Give the form that gives another a new first password."""
    return None if person == request.user else GiveForm(request=request, person=person)


def _last_admin(person: Account) -> bool:
    admins = Account.objects.filter(role=Role.ADMIN.value, is_active=True)
    return set(admins.values_list("pk", flat=True)) == {person.pk}


def _note(request: HttpRequest, person: Account) -> None:
    """Write into the ledger who gave whom which role."""
    body = {"role": person.role, "active": person.is_active}
    deed = Deed(act=Act.ACCOUNT, subject=f"account:{person.get_username()}", body=body)
    append([deed], by=request.user.get_username())


def _status(form: ChangeForm | NewAccountForm | PasswordForm) -> int:
    return 400 if form.is_bound and not form.is_valid() else 200
