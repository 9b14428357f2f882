"""A user's own places, each with its source, and tables fetched from their publishers."""

import csv
import io
import json
import zipfile
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from tawthiq.errors import InputError, OptionError
from tawthiq.gazetteer.imports import Imported, import_table
from tawthiq.workflow.fetching.options import FetchOptions
from tawthiq.workflow.fetching.pages import fetch

OWN = "own_places.csv"
OWN_SOURCE = "user"
COLUMNS = ("name_ar", "name_en", "lat", "lon", "type", "country", "origin")

GEONAMES = "https://download.geonames.org/export/dump"
OCHA = "https://data.humdata.org/api/3/action"
LARGEST_TABLE = 1_000_000_000
"""Bytes of a table once unpacked: the largest dump of a country has some 400 MB."""
POLE, DATE_LINE = 90, 180


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPlace:
    """A place that a user adds; ``origin`` says how its point is known."""

    name_ar: str
    name_en: str
    lat: float
    lon: float
    kind: str
    country: str
    origin: str


def add_place(place: OwnPlace, home: Path) -> Imported:
    """Add a place of one's own to the user's index.

    It is kept as a row of ``own_places.csv`` under the user's data folder, which can be
    edited with a spreadsheet and imported again under the source ``user``.

    Raises:
        OptionError: no name, no source, or a point that is none.
        GazetteerError: the index cannot be written.
    """
    _check(place)
    home.mkdir(parents=True, exist_ok=True)
    file = home / OWN
    is_new = not file.exists()
    with file.open("a", encoding="utf-8", newline="") as sheet:
        out = csv.writer(sheet)
        if is_new:
            out.writerow(COLUMNS)
        out.writerow(
            [
                place.name_ar,
                place.name_en,
                place.lat,
                place.lon,
                place.kind,
                place.country,
                place.origin,
            ]
        )
    return import_table(file, home, source=OWN_SOURCE)


def fetch_places(
    country: str,
    home: Path,
    *,
    publisher: str,
    base: str = "",
    options: FetchOptions | None = None,
) -> Imported:
    """Fetch the table of a country from its publisher and import it.

    Args:
        country: ISO 3166, such as ``SY``.
        home: the folder of the user's index; the table is kept in ``tables`` there.
        publisher: ``geonames`` or ``ocha``.
        base: another address to fetch from, such as a mirror's.
        options: how it is fetched.

    Raises:
        OptionError: the country is no such code.
        InputError: there is no network, or the publisher has no such table.
        GazetteerError: the index cannot be written.
    """
    code = country.upper()
    if not (len(code) == 2 and code.isascii() and code.isalpha()):  # noqa: PLR2004
        raise OptionError(
            ar=f"«{country}» ليس رمز بلد",
            en=f"{country!r} is no code of a country",
            where="gazetteer fetch",
            remedy_ar="اكتب رمز ISO من حرفين، مثل SY",
            remedy_en="write the ISO code of two letters, such as SY",
        )
    how = options or FetchOptions()
    if publisher == "ocha":
        name, data = _from_ocha(code, base or OCHA, how)
    else:
        name, data = _from_geonames(code, base or GEONAMES, how)
    tables = home / "tables"
    tables.mkdir(parents=True, exist_ok=True)
    file = tables / name
    file.write_bytes(data)
    return import_table(file, home, source=f"{publisher}-{code}", country=code)


def _from_geonames(code: str, base: str, how: FetchOptions) -> tuple[str, bytes]:
    address = f"{base}/{code}.zip"
    packed = fetch(address, how).data
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            member = archive.getinfo(f"{code}.txt")
            if member.file_size > LARGEST_TABLE:
                raise _no_table(address, f"{member.file_size} bytes")
            return f"{code}.txt", archive.read(member)
    except (zipfile.BadZipFile, KeyError) as fault:
        raise _no_table(address, str(fault)) from fault


def _from_ocha(code: str, base: str, how: FetchOptions) -> tuple[str, bytes]:
    """Fetch the finest table of places of the country's COD-AB (CKAN's API, HDX)."""
    from babel import Locale  # noqa: PLC0415 - half a second, for one command

    asked = Locale("en").territories.get(code, code)
    query = quote(f'cod-ab "{asked}"')
    address = f"{base}/package_search?q={query}&rows=5"
    try:
        found = json.loads(fetch(address, how).data)["result"]["results"]
        tables = [
            resource["url"]
            for package in found
            for resource in package["resources"]
            if resource["format"].upper() == "CSV"
        ]
    except (ValueError, KeyError, TypeError) as fault:
        raise _no_table(address, str(fault)) from fault
    if not tables:
        raise _no_table(address, "no CSV")
    finest = max(tables, key=lambda url: (_level(url), url))
    return f"ocha-{code}.csv", fetch(finest, how).data


def _level(url: str) -> int:
    """Give the level of administration that a table's name tells; 0 if none."""
    name = url.rsplit("/", 1)[-1].lower()
    return max(
        (n for n in range(5) if f"adm{n}" in name or f"admin{n}" in name), default=0
    )


def _check(place: OwnPlace) -> None:
    wrong = ""
    if not (place.name_ar.strip() or place.name_en.strip()):
        wrong = "--ar"
    elif not place.origin.strip():
        wrong = "--origin"
    elif not (abs(place.lat) <= POLE and abs(place.lon) <= DATE_LINE):
        wrong = "--lat --lon"
    if wrong:
        raise OptionError(
            ar="للمكان اسم ونقطة ومصدر يعرف منه",
            en="a place has a name, a point, and a source from which it is known",
            where=wrong,
            remedy_ar="مثلا: tawthiq gazetteer add --ar «قرية» --lat 35.1 --lon 38.2"
            " --origin «صورة جوية»",
            remedy_en="for example: tawthiq gazetteer add --ar NAME --lat 35.1 --lon 38.2"
            ' --origin "satellite image"',
        )


def _no_table(address: str, why: str) -> InputError:
    return InputError(
        ar=f"لا جدول أماكن هنا: {why}",
        en=f"there is no table of places here: {why}",
        where=address,
        remedy_ar="نزل الجدول بنفسك ثم: tawthiq gazetteer import ملف",
        remedy_en="download the table yourself, then: tawthiq gazetteer import FILE",
    )
