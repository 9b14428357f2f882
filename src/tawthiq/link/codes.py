"""Codes: a short name for an incident that people can say and write."""

import re
import unicodedata
from collections.abc import Sequence

from tawthiq.model.incident import IncidentDate, IncidentPlace

_WORD = re.compile(r"[a-z0-9]+")
NOWHERE = "unplaced"
UNDATED = "undated"


def code_of(
    when: IncidentDate | None, places: Sequence[IncidentPlace], identity: str
) -> str:
    """Give a code such as ``SYR-20181117-abu-al-hassan``.

    Args:
        when: the days of the incident.
        places: its places, best first.
        identity: its id, whose first letters stand where no place has a Latin name.
    """
    country = next((p.country for p in places if p.country), "XX")
    day = when.start.strftime("%Y%m%d") if when and when.start else UNDATED
    name = next((s for p in places[:1] if (s := slug(p.name_en or ""))), "")
    return f"{country}-{day}-{name or identity[:8]}"


def slug(name: str) -> str:
    """Give a Latin name as words in lower case joined by hyphens."""
    plain = unicodedata.normalize("NFKD", name.replace("'", "").replace("’", ""))  # noqa: RUF001
    return "-".join(_WORD.findall(plain.casefold()))
