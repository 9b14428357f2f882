"""Addresses of the site: permanent, and safe as names of files everywhere."""

import re
from hashlib import sha256

LANGUAGES = ("ar", "en")
_SAFE = re.compile(r"[a-z0-9][a-z0-9_-]{0,99}")


def slug(name: str) -> str:
    """Give the name of an incident's file: its id, or a hash of one that no file bears.

    Names that differ in capitals alone would be one file on some systems.
    """
    if _SAFE.fullmatch(name):
        return name
    return f"x{sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:24]}"


def page_of(name: str) -> str:
    """Give the address of an incident's page within a language."""
    return f"incidents/{slug(name)}.html"


def list_page(number: int) -> str:
    """Give the address of a page of the list, from 1."""
    return "incidents/index.html" if number == 1 else f"incidents/page-{number}.html"
