"""`tawthiq gazetteer`: import tables of places, find a name, list what is there."""

import json
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tawthiq.cli.options_told import mapping
from tawthiq.cli.settings import settings_of
from tawthiq.model.place import Place

if TYPE_CHECKING:
    from rich.table import Table

    from tawthiq.workflow.places import Imported, RowFault

app = typer.Typer(
    help="الأماكن: استيراد الجداول والبحث فيها · Places: import tables, find names.",
    no_args_is_help=True,
)
SHOWN = 20
"""Rows left out that are named on the screen; the rest are counted."""


class Output(StrEnum):
    """How `find` and `list` answer."""

    TABLE = "table"
    JSON = "json"


class Publisher(StrEnum):
    """Who publishes tables of places."""

    GEONAMES = "geonames"
    OCHA = "ocha"


@app.command("import")
def import_(
    file: Annotated[
        Path, typer.Argument(help="الجدول · the table (GeoNames, OCHA, CSV)")
    ],
    *,
    map_: Annotated[
        list[str] | None,
        typer.Option("--map", help="حقل=عمود · field=column", metavar="FIELD=COLUMN"),
    ] = None,
    source: Annotated[
        str | None, typer.Option(help="اسم المصدر · name to keep the rows under")
    ] = None,
    country: Annotated[
        str | None, typer.Option(help="رمز البلد · country of the rows, as SY")
    ] = None,
) -> None:
    """استورد جدول أماكن · Import a table of places."""
    from tawthiq.workflow.places import import_places  # noqa: PLC0415

    done = import_places(
        file,
        settings_of().home,
        columns=mapping(map_ or (), "name_ar=NAME"),
        source=source,
        country=country,
    )
    _report(done, file)


@app.command()
def find(
    name: Annotated[str, typer.Argument(help="اسم المكان · name of the place")],
    output: Annotated[
        Output, typer.Option("--format", help="جدول أو JSON · table or JSON")
    ] = Output.TABLE,
) -> None:
    """ابحث عن مكان باسمه · Find the places of a name."""
    from tawthiq.workflow.places import open_places  # noqa: PLC0415

    found = open_places(settings_of().home).find(name)
    if output is Output.JSON:
        _print_json([_as_json(place) for place in found])
    elif found:
        _print_table(_places_table(found))
    else:
        typer.echo(f"لا مكان بهذا الاسم في الفهرس · no place of this name: {name}")
    if not found:
        raise typer.Exit(1)


@app.command()
def add(  # noqa: PLR0913 - typer makes an option of each
    *,
    ar: Annotated[str, typer.Option(help="الاسم بالعربية · name in Arabic")] = "",
    en: Annotated[str, typer.Option(help="الاسم بالإنكليزية · name in English")] = "",
    lat: Annotated[float, typer.Option(help="خط العرض · latitude")],
    lon: Annotated[float, typer.Option(help="خط الطول · longitude")],
    origin: Annotated[str, typer.Option(help="كيف عُرف · how it is known")],
    kind: Annotated[
        str, typer.Option(help="قرية أو بلدة… · village, town …")
    ] = "village",
    country: Annotated[str, typer.Option(help="رمز البلد · country, as SY")] = "",
) -> None:
    """أضف مكاناً ومصدره · Add a place of one's own, with its source."""
    from tawthiq.workflow.own_places import OwnPlace, add_place  # noqa: PLC0415

    place = OwnPlace(
        name_ar=ar,
        name_en=en,
        lat=lat,
        lon=lon,
        kind=kind,
        country=country,
        origin=origin,
    )
    _report(add_place(place, settings_of().home), Path("own_places.csv"))


@app.command()
def fetch(
    country: Annotated[str, typer.Argument(help="رمز البلد · the country, as SY")],
    *,
    publisher: Annotated[
        Publisher, typer.Option("--from", help="الناشر · who publishes it")
    ] = Publisher.GEONAMES,
    base: Annotated[
        str, typer.Option("--base", help="عنوان آخر، كمرآة · another address")
    ] = "",
    proxy: Annotated[
        str,
        typer.Option(
            help="وكيل، مثل socks5h://127.0.0.1:9050 · a proxy to fetch through"
        ),
    ] = "",
) -> None:
    """نزّل جدول بلد واستورده · Fetch a country's table and import it."""
    from tawthiq.workflow.fetching.options import FetchOptions  # noqa: PLC0415
    from tawthiq.workflow.own_places import fetch_places  # noqa: PLC0415

    done = fetch_places(
        country,
        settings_of().home,
        publisher=publisher,
        base=base,
        options=FetchOptions(seconds=600, proxy=proxy or None),
    )
    _report(done, Path(done.source))


@app.command("list")
def list_(
    output: Annotated[
        Output, typer.Option("--format", help="جدول أو JSON · table or JSON")
    ] = Output.TABLE,
) -> None:
    """اعرض مصادر الأماكن · List the tables that places come from."""
    from rich.table import Table  # noqa: PLC0415

    from tawthiq.workflow.places import open_places  # noqa: PLC0415

    sources = open_places(settings_of().home).sources()
    if output is Output.JSON:
        _print_json(
            [{"source": s.name, "file": s.file, "places": s.places} for s in sources]
        )
        return
    table = Table("المصدر · source", "الملف · file", "الأماكن · places")
    for source in sources:
        table.add_row(source.name, source.file, f"{source.places:,}")
    _print_table(table)


def _report(done: "Imported", file: Path) -> None:
    """Say what came of an import; the rows left out go to standard error."""
    country = f" ({done.country})" if done.country else ""
    typer.echo(
        f"استُورد {done.places:,} مكاناً من {file.name}{country}، المصدر {done.source}\n"
        f"imported {done.places:,} places from {file.name}{country},"
        f" source {done.source}, format {done.format}"
    )
    for fault in done.faults[:SHOWN]:
        typer.echo(_fault_line(file, fault), err=True)
    more = len(done.faults) - SHOWN
    if more > 0:
        typer.echo(f"… و{more:,} غيرها · and {more:,} more rows left out", err=True)


def _fault_line(file: Path, fault: "RowFault") -> str:
    return f"{file.name}:{fault.line}: {fault.ar} · {fault.en}"


def _as_json(place: Place) -> Mapping[str, object]:
    return {
        "place_id": place.id,
        "name_ar": place.name_ar,
        "name_en": place.name_en,
        "lat": place.lat,
        "lon": place.lon,
        "kind": place.kind,
        "precision": place.precision,
        "radius_m": place.radius_m,
        "population": place.population or None,
        "country": place.country or None,
        "pcode": place.pcode,
        "parents": list(place.parent_names),
    }


def _places_table(places: Iterable[Place]) -> "Table":
    """Lay out candidates for a person; figures stay left to right."""
    from rich.table import Table  # noqa: PLC0415

    table = Table("الاسم · name", "النوع · kind", "ضمن · within")
    table.add_column("الموقع · point", no_wrap=True)
    table.add_column("المعرّف · id", no_wrap=True)
    for place in places:
        names = [name for name in (place.name_ar, place.name_en) if name]
        table.add_row(
            " · ".join(names),
            place.kind,
            "، ".join((*place.parent_names[:4], place.country)),
            f"\u2066{place.lat:.3f}, {place.lon:.3f} ± {place.radius_m / 1000:g} km\u2069",
            place.id,
        )
    return table


def _print_table(table: "Table") -> None:
    from rich.console import Console  # noqa: PLC0415

    Console().print(table)


def _print_json(value: object) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))
