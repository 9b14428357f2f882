"""An admin gives a new first password to who forgot theirs; its owner must change it."""

from django import forms
from django.contrib import messages
from django.contrib.auth.password_validation import validate_password
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from tawthiq.desk.people.accounts import Account
from tawthiq.desk.people.giving import give
from tawthiq.desk.people.others import another, refused
from tawthiq.desk.people.own_password import OwnPasswordForm
from tawthiq.desk.people.roles import Role, needs
from tawthiq.desk.phrases import plain


class GiveForm(OwnPasswordForm):
    """The password that another enters with once, and that of who gives it."""

    given = forms.CharField(
        strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "new-password"})
    )
    field_order = ("given", "password")

    def __init__(
        self, told: object = None, *, request: HttpRequest, person: Account
    ) -> None:
        super().__init__(told, request=request, prefix="give")
        self._person = person
        self.fields["given"].label = plain("people_give_password")
        self.fields["given"].help_text = plain("people_password_help")
        self.fields["password"].label = plain("people_give_own")

    def clean_given(self) -> str:
        """Refuse a password that is weak."""
        told: str = self.cleaned_data["given"]
        validate_password(told, self._person)
        return told


@sensitive_post_parameters()
@require_POST
@needs(Role.ADMIN)
def given(request: HttpRequest, number: int) -> HttpResponse:
    """Give another's account a new first password; their sessions end.

    Raises:
        Http404: there is no such account, or it is one's own.
    """
    person = another(request, number)
    form = GiveForm(request.POST, request=request, person=person)
    if not form.is_valid():
        return refused(request, form, number)
    give(person, form.cleaned_data["given"], by=request.user.get_username())
    messages.success(request, plain("people_given"))
    return redirect("people:account", number=number)
