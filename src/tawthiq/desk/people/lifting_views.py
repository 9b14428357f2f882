"""An admin lifts a second step; the person is told when they next enter."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from tawthiq.desk.figures import moment
from tawthiq.desk.people.accounts import Account
from tawthiq.desk.people.lifting import lift, lifted_since
from tawthiq.desk.people.others import another, refused
from tawthiq.desk.people.own_password import OwnPasswordForm
from tawthiq.desk.people.roles import Role, needs
from tawthiq.desk.phrases import plain

REASON_LENGTH = 500


class LiftForm(OwnPasswordForm):
    """Why the second step of another is lifted, and the password of who lifts it."""

    reason = forms.CharField(max_length=REASON_LENGTH, strip=True)
    field_order = ("reason", "password")

    def __init__(self, told: object = None, *, request: HttpRequest) -> None:
        super().__init__(told, request=request)
        self.fields["reason"].label = plain("people_lift_reason")
        self.fields["reason"].help_text = plain("people_lift_reason_help")


@sensitive_post_parameters()
@require_POST
@needs(Role.ADMIN)
def lifted(request: HttpRequest, number: int) -> HttpResponse:
    """Lift the second step of another's account, with a reason and one's own password.

    Raises:
        Http404: there is no such account, or it is one's own.
    """
    person = another(request, number)
    form = LiftForm(request.POST, request=request)
    if not form.is_valid():
        return refused(request, form, number)
    reason = form.cleaned_data["reason"]
    if lift(person, by=request.user.get_username(), reason=reason):
        messages.success(request, plain("people_lifted"))
    else:
        messages.info(request, plain("people_lift_nothing"))
    return redirect("people:account", number=number)


def tell_of_lifting(request: HttpRequest, person: Account) -> None:
    """Tell who enters that their second step was lifted since they last entered.

    Must be called before the entry is noted, which moves `Account.last_login` on.
    """
    one = lifted_since(person, person.last_login)
    if one is not None:
        told = {"who": one.by, "moment": moment(one.at), "reason": one.reason}
        messages.warning(request, plain("people_lifted_told", **told))
