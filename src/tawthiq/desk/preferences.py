"""What a reader chose: language, theme, digits. Kept in cookies, changed in place.

A link ``?lang=en`` (or ``theme=``, ``digits=``) keeps the choice and leads back to the
same address without it. What is chosen holds for the request in hand.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation

CHOICES = {
    "lang": ("ar", "en"),
    "theme": ("auto", "light", "dark"),
    "digits": ("auto", "arab", "latn"),
}
"""Each choice with its values; the first is the one where nothing was chosen."""

YEAR_SECONDS = 365 * 24 * 3600


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """What holds for a request; digits ``auto`` go with the language."""

    lang: str = "ar"
    theme: str = "auto"
    digits: str = "auto"

    @property
    def direction(self) -> str:
        """Give the direction of the page."""
        return "rtl" if self.lang == "ar" else "ltr"

    @property
    def writing(self) -> tuple[str, bool]:
        """Give what words and numbers on a page depend on; colours are the browser's."""
        return self.lang, self.arabic_digits

    @property
    def arabic_digits(self) -> bool:
        """Whether numbers are written ٠١٢٣."""
        return self.digits == "arab" or (self.digits == "auto" and self.lang == "ar")


_CURRENT: ContextVar[Preferences] = ContextVar("preferences")


def current() -> Preferences:
    """Give what holds for the request in hand; the defaults outside of one."""
    return _CURRENT.get(Preferences())


@contextmanager
def read_as(chosen: Preferences) -> Iterator[None]:
    """Let choices hold for a block outside of any request."""
    before = _CURRENT.set(chosen)
    try:
        with translation.override(chosen.lang):
            yield
    finally:
        _CURRENT.reset(before)


def preferences_middleware(
    answer: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Let each request know its reader's choices, and keep one that is made."""

    def middleware(request: HttpRequest) -> HttpResponse:
        made = {
            name: request.GET[name]
            for name, values in CHOICES.items()
            if request.GET.get(name) in values
        }
        chosen = replace(Preferences(), **{**_kept(request), **made})
        _CURRENT.set(chosen)
        translation.activate(chosen.lang)
        if made and request.method == "GET":
            response: HttpResponse = HttpResponseRedirect(_without(request))
        else:
            response = answer(request)
            response.headers.setdefault("Content-Language", chosen.lang)
        for name, value in made.items():
            response.set_cookie(
                f"tawthiq_{name}",
                value,
                max_age=YEAR_SECONDS,
                samesite="Lax",
                httponly=True,
                secure=request.is_secure(),
            )
        return response

    return middleware


def preferences_of(request: HttpRequest) -> dict[str, object]:
    """Hand the choices to templates, as ``prefs``."""
    del request
    return {"prefs": current()}


def _kept(request: HttpRequest) -> dict[str, str]:
    kept = {name: request.COOKIES.get(f"tawthiq_{name}", "") for name in CHOICES}
    return {name: value for name, value in kept.items() if value in CHOICES[name]}


def _without(request: HttpRequest) -> str:
    rest = request.GET.copy()
    for name in CHOICES:
        rest.pop(name, None)
    # One slash at the start: two would name another host.
    path = "/" + request.path.lstrip("/")
    return f"{path}?{rest.urlencode()}" if rest else path
