"""Captures: the bytes as received, as a file or as a page in which nothing runs."""

import re

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tawthiq.desk.opened import register_for
from tawthiq.desk.people.roles import Role, needs
from tawthiq.desk.restricting.carriers import hidden_captures
from tawthiq.register.models import CaptureRow, ReceiptRow
from tawthiq.workflow.registers.capture_page import page_of

DIGEST = re.compile("[0-9a-f]{64}")
SANDBOX = (
    "sandbox; default-src 'none'; base-uri 'none'; form-action 'none';"
    " frame-ancestors 'none'"
)
"""No script, no style, no form, no address, and an origin of its own.

The browser gives a sandboxed page an origin that equals no other, the desk's neither: it
reads no cookie and sends none. That is what another host name is for, with one server.
"""


@require_safe
@needs(Role.CODER)
def download(request: HttpRequest, digest: str) -> HttpResponse:
    """Hand out the bytes as received; never shown by the browser in our name."""
    data = register_for(request.user).vault.read(_known(digest))
    answer = HttpResponse(data, content_type="application/octet-stream")
    name = ReceiptRow.objects.filter(capture=digest).order_by("pk")[0].name
    ending = re.sub(r"[^A-Za-z0-9.]", "", name.rpartition(".")[2])[:8] or "bin"
    answer["Content-Disposition"] = f'attachment; filename="{digest[:16]}.{ending}"'
    return _sealed(answer)


@require_safe
@needs(Role.CODER)
def sandboxed(request: HttpRequest, digest: str) -> HttpResponse:
    """Show a captured page as it looked, with all that could act taken out.

    Raises:
        Http404: there is no such capture, or it is no page.
    """
    data = register_for(request.user).vault.read(_known(digest))
    page = page_of(data)
    if page is None:
        raise Http404
    return _sealed(HttpResponse(page, content_type="text/html; charset=utf-8"))


def _known(digest: str) -> str:
    if not DIGEST.fullmatch(digest):
        raise Http404
    if not CaptureRow.objects.filter(digest=digest).exists():
        raise Http404
    if digest in hidden_captures():
        raise Http404
    return digest


def _sealed(answer: HttpResponse) -> HttpResponse:
    """Put our own policy in the place of the desk's."""
    answer["Content-Security-Policy"] = SANDBOX
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Referrer-Policy"] = "no-referrer"
    answer["Cross-Origin-Resource-Policy"] = "same-origin"
    return answer
