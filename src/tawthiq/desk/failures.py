"""Pages for what went wrong: said in the reader's language, with a way on."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tawthiq.desk.phrases import plain
from tawthiq.desk.preferences import current
from tawthiq.errors import TawthiqError

BAD, FORBIDDEN, MISSING, TOO_MANY, FAULT = 400, 403, 404, 429, 500


def told_middleware(
    answer: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Show an error that knows what went wrong as a page, not as a fault."""

    class Told:
        def __call__(self, request: HttpRequest) -> HttpResponse:
            return answer(request)

        def process_exception(
            self, request: HttpRequest, error: Exception
        ) -> HttpResponse | None:
            if not isinstance(error, TawthiqError):
                return None
            return _page(request, BAD, error.message(current().lang))

    return Told()


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer what cannot be understood."""
    del exception
    return _page(request, BAD)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer who may not open a page."""
    del exception
    return _page(request, FORBIDDEN)


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer an address that leads nowhere."""
    del exception
    return _page(request, MISSING)


def fault(request: HttpRequest) -> HttpResponse:
    """Answer when the program itself has failed."""
    return _page(request, FAULT)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form that was not sent from our own page, or too late."""
    del reason
    return _page(request, FORBIDDEN, plain("failure_forged"))


def locked_out(
    request: HttpRequest, credentials: dict[str, object], *_: object
) -> HttpResponse:
    """Answer after too many wrong passwords."""
    del credentials
    return _page(request, TOO_MANY)


def _page(request: HttpRequest, status: int, told: str = "") -> HttpResponse:
    context = {
        "status": status,
        "heading": plain(f"failure_{status}"),
        "told": told or plain(f"failure_{status}_more"),
    }
    return render(request, "desk/failure.html", context, status=status)
