"""The place of an incident as tables write it: names by script, units, country."""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tawthiq.model.incident import Incident, IncidentPlace

_ARABIC = re.compile("[\u0621-\u064a\u0671-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
_LEVELLED = re.compile(r"[A-Z]{2}(?:\d{2}){1,4}")
"""An OCHA p-code that holds those of the units above it: SY, then two digits a level."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country as the formats name it: ISO 3166 codes, names, ACLED's region."""

    iso2: str
    iso3: str
    numeric: int
    name_ar: str
    name_en: str
    region: str


def best_place(incident: Incident) -> IncidentPlace | None:
    """Give the place that stands first; None where there is none."""
    return incident.places[0] if incident.places else None


def name_ar(place: IncidentPlace | None) -> str | None:
    """Give a place's name in Arabic letters, if it has one."""
    return place.in_arabic if place is not None else None


def name_en(place: IncidentPlace | None) -> str | None:
    """Give a place's name in Latin letters, if it has one."""
    if place is None:
        return None
    own = place.name if _ARABIC.search(place.name) is None else None
    return place.name_en or own or None


def units(place: IncidentPlace | None, *, arabic: bool) -> tuple[str, ...]:
    """Give the names of a place's units in one script, the widest first."""
    told = place.admin if place is not None else ()
    mine = [name for name in told if (_ARABIC.search(name) is not None) == arabic]
    return tuple(reversed(mine))


def unit(
    place: IncidentPlace | None, level: int, *, arabic: bool = False
) -> str | None:
    """Give the name of one unit: 1 is the widest (the governorate)."""
    told = units(place, arabic=arabic)
    return told[level - 1] if len(told) >= level else None


def unit_code(place: IncidentPlace | None, level: int) -> str | None:
    """Give the p-code of the unit of a level, where the place's own code holds it."""
    code = (place.pcode or "") if place is not None else ""
    length = len("SY") + 2 * level
    known = _LEVELLED.fullmatch(code) is not None and len(code) >= length
    return code[:length] if known else None


def country_of(place: IncidentPlace | None) -> Country | None:
    """Give a place's country; None where it is not told or not among those known."""
    told = (place.country or "") if place is not None else ""
    return _countries().get(told) or _countries().get(told.casefold())


def country_code(place: IncidentPlace | None) -> str | None:
    """Give the ISO 3166 code of three letters, else the country as it is told."""
    known = country_of(place)
    if known is not None:
        return known.iso3
    return place.country if place is not None else None


@cache
def _countries() -> Mapping[str, Country]:
    """Give the countries by their code, and by both names in small letters."""
    source = files("tawthiq").joinpath("publish", "countries.csv")
    found: dict[str, Country] = {}
    for row in csv.DictReader(source.read_text(encoding="utf-8-sig").splitlines()):
        country = Country(
            iso2=row["iso2"],
            iso3=row["iso3"],
            numeric=int(row["numeric"]),
            name_ar=row["name_ar"],
            name_en=row["name_en"],
            region=row["region"],
        )
        for key in (
            row["iso2"],
            row["iso3"],
            row["name_ar"],
            row["name_en"].casefold(),
        ):
            found[key] = country
    return found
