"""Codes: a short name for an incident that people can say and write.

Country, day and place; letters of another script become Latin ones by a plain table
(``codebook/conventions/latin_letters.csv``): a code is said, never read back.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache

from tawthiq.lang.conventions import convention
from tawthiq.model.incident import IncidentDate, IncidentPlace

_WORD = re.compile(r"[a-z0-9]+")
_APOSTROPHES = str.maketrans("", "", "'’ʿʾ`")  # noqa: RUF001
NOWHERE = "unplaced"
UNDATED = "undated"
NO_COUNTRY = "XXX"


def code_of(when: IncidentDate | None, places: Sequence[IncidentPlace]) -> str:
    """Give a code such as ``SYR-20310305-tall-al-qunfudh``.

    Two incidents may share one; whoever keeps them tells them apart.

    Args:
        when: the days of the incident.
        places: its places, best first.
    """
    country = next((c for p in places if (c := p.country)), None)
    alpha3 = _alpha3().get(country, country) if country else NO_COUNTRY
    day = when.start.strftime("%Y%m%d") if when and when.start else UNDATED
    first = places[0] if places else None
    name = slug(first.name_en or first.name) if first else ""
    return f"{alpha3}-{day}-{name or NOWHERE}"


def slug(name: str) -> str:
    """Give a name as Latin words in lower case joined by hyphens."""
    letters = _latin()
    latin = "".join(letters.get(letter, letter) for letter in name)
    plain = unicodedata.normalize("NFKD", latin.translate(_APOSTROPHES))
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    return "-".join(_WORD.findall(kept.casefold()))


@cache
def _alpha3() -> Mapping[str, str]:
    return {row["alpha2"]: row["alpha3"] for row in convention("country_codes")}


@cache
def _latin() -> Mapping[str, str]:
    return {row["letter"]: row["latin"] for row in convention("latin_letters")}
