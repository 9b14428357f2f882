"""Standing behind a proxy that speaks HTTPS: a team's desk, under one name.

The desk itself still listens on the loopback address alone. It believes the proxy on the
same computer who asks and that they asked over HTTPS (``X-Forwarded-For``,
``X-Forwarded-Proto``), and nobody else; by what name it is asked for is not believed but
told here. Cookies then are ``__Host-`` ones (RFC 6265bis, 4.1.3.2): of this host, this
path, over HTTPS alone.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from django.conf import settings

from tawthiq.errors import OptionError

ADDRESS = re.compile(
    r"https://(?P<name>[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?)(?::(?P<port>\d{1,5}))?/?",
    re.IGNORECASE,
)
"""A whole host over HTTPS: no path, no user, no number in brackets, no wild card."""
YEAR_SECONDS = 365 * 24 * 3600
PROXY: Mapping[str, object] = MappingProxyType(
    {
        "trusted_proxy": "127.0.0.1",
        "trusted_proxy_count": 1,
        "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-proto"},
    }
)
"""What waitress believes of a proxy on this computer."""


def stand_behind(address: str) -> str:
    """Let the desk be asked for under the address that a proxy serves it at.

    Args:
        address: ``https://desk.example.org``, with a port where it is not 443.

    Returns:
        the address as browsers name it.

    Raises:
        OptionError: it is no address of a whole host over HTTPS.
    """
    host = _host(address)
    settings.ALLOWED_HOSTS = [host.partition(":")[0]]
    settings.CSRF_TRUSTED_ORIGINS = [f"https://{host}"]
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_HSTS_SECONDS = YEAR_SECONDS
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    settings.SESSION_COOKIE_NAME = "__Host-sessionid"
    settings.CSRF_COOKIE_NAME = "__Host-csrftoken"
    return f"https://{host}"


def _host(address: str) -> str:
    """Give the name, and the port where it is told and is not that of HTTPS."""
    found = ADDRESS.fullmatch(address)
    if found is None:
        raise _no_address(address)
    name, port = found["name"].lower(), found["port"]
    return name if port in {None, "443"} else f"{name}:{port}"


def _no_address(address: str) -> OptionError:
    return OptionError(
        ar=f"ليس عنوان خادم عبر HTTPS: {address!r}",
        en=f"not the address of a host over HTTPS: {address!r}",
        where="--behind",
        remedy_ar="اكتبه هكذا: https://desk.example.org",
        remedy_en="write it like https://desk.example.org",
    )
