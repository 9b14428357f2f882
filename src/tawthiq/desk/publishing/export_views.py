"""The page of an export that was asked for by the command line: look, then agree or not."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from tawthiq.desk.people.accounts import Account
from tawthiq.desk.people.roles import Role, needs
from tawthiq.desk.phrases import plain
from tawthiq.desk.publishing.exports import ExportWish, decide


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Role.LEAD)
def export(request: HttpRequest, number: int) -> HttpResponse:
    """Show what would leave and what of it could harm; let another person decide."""
    one = get_object_or_404(ExportWish, pk=number)
    if request.method == "POST":
        return _decided(request, one)
    context = {"wish": one, "own": one.asked_by == request.user, "risks": one.found}
    return render(request, "publishing/export.html", context)


def _decided(request: HttpRequest, one: ExportWish) -> HttpResponse:
    assert isinstance(request.user, Account)  # noqa: S101 - for the checker: `needs`
    agreed = request.POST.get("verdict") == "agree"
    if agreed and one.asked_by == request.user:
        messages.error(request, plain("publishing_second_person"))
    elif not decide(one, request.user, agreed=agreed):
        messages.error(request, plain("publishing_decided_already"))
    else:
        key = "publishing_export_is_agreed" if agreed else "publishing_is_refused"
        messages.success(request, plain(key))
    return redirect("publishing:export", number=one.pk)
