"""What an admin does to another's account, from forms on that account's page."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from tawthiq.desk.people.accounts import Account


def another(request: HttpRequest, number: int) -> Account:
    """Give the account of a number, which is somebody else's.

    Raises:
        Http404: there is no such account, or it is one's own.
    """
    person = Account.objects.filter(pk=number).first()
    if person is None or person == request.user:
        raise Http404
    return person


def refused(request: HttpRequest, form: forms.Form, number: int) -> HttpResponse:
    """Lead back to the account's page, which then says what the form lacked."""
    for faults in form.errors.values():
        messages.error(request, " ".join(map(str, faults)))
    return redirect("people:account", number=number)
