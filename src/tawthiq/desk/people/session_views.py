"""The page of one's own sessions: where one is logged in, and how that is ended."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from tawthiq.desk.people.accounts import Account
from tawthiq.desk.people.roles import Role, needs
from tawthiq.desk.people.sessions import end_session, end_sessions, sessions_of
from tawthiq.desk.phrases import plain


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Role.VIEWER)
def sessions(request: HttpRequest) -> HttpResponse:
    """List one's sessions; end one of them, or all but this one."""
    person = request.user
    assert isinstance(person, Account)  # noqa: S101 - for the checker: `needs`
    here = request.session.session_key
    if request.method == "POST":
        by = person.get_username()
        mark = request.POST.get("end", "")
        if mark == "others":
            ended = end_sessions(person, but=here, by=by)
        else:
            ended = end_session(person, mark, by=by)
        if ended:
            messages.success(request, plain("people_session_ended", number=ended))
        else:
            messages.info(request, plain("people_session_none"))
        return redirect("people:sessions")
    context = {"sessions": sessions_of(person, here)}
    return render(request, "people/sessions.html", context)
