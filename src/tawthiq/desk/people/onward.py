"""Where a person wanted to go before a page came in between."""

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def wanted(request: HttpRequest) -> str:
    """Give the address that a form or an address carries as ``next``; it is not checked."""
    return request.POST.get("next", request.GET.get("next", ""))


def onward(request: HttpRequest) -> str:
    """Give where the person wanted to go, if that is a page of the desk; else the first."""
    told = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(told, allowed_hosts={request.get_host()})
    return told if told and safe else "home:home"
