"""The evaluation material of ``../shared``, read where it stands, and the scorers."""

import importlib.util
import json
import tempfile
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

from split import SHARED, part_of

from tawthiq.gazetteer.index import PlaceIndex
from tawthiq.model.reading_format import mentions_to_dict, reading_to_dict
from tawthiq.model.report import Report
from tawthiq.model.vocabulary import PublishedBasis
from tawthiq.read.language import language_of
from tawthiq.workflow.reading import Reader

BENCH = SHARED / "bench"
TABLES = (
    "ocha_syria_admin1-3_2018.csv",
    "ocha_syria_city_neighbourhoods_2016.csv",
    "syria_communities_syrianarchive.csv",
)
Row = dict[str, Any]


def rows(path: Path) -> Iterator[Row]:
    """Give the rows of a JSON-lines file."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            if line.strip():
                yield json.loads(line)


def report_of(row: Row) -> Report:
    """Make a report of a row of the material."""
    published = row.get("published")
    known = row.get("lang") in {"ar", "en"}
    return Report(
        id=row["id"],
        text=row["text"],
        language=row["lang"] if known else language_of(row["text"]),
        title=row.get("title"),
        outlet=row.get("outlet"),
        url=row.get("url"),
        published=date.fromisoformat(published) if published else None,
        published_basis=PublishedBasis.GIVEN if published else None,
    )


def gold(part: str) -> tuple[list[Row], list[Row]]:
    """Give the reports and the gold of ``seen``, ``unseen`` or ``all`` of dev."""
    wanted = [
        r
        for r in rows(BENCH / "gold" / "dev.reports.jsonl")
        if part in {"all", part_of(r["id"])}
    ]
    ids = {r["id"] for r in wanted}
    return wanted, [g for g in rows(BENCH / "gold" / "dev.gold.jsonl") if g["doc"] in ids]


def home() -> Path:
    """Give a ``TAWTHIQ_HOME`` into which the three tables have been imported."""
    folder = Path(tempfile.gettempdir()) / "tawthiq-quality-home"
    if not (folder / "gazetteer.sqlite").exists():
        from tawthiq.workflow.places import import_table  # noqa: PLC0415

        for table in TABLES:
            import_table(SHARED / "gazetteers" / table, home=folder)
    return folder


def reader() -> Reader:
    """Make the reader that is measured."""
    return Reader(places=PlaceIndex(home()))


def read(reports: Iterable[Row]) -> list[Row]:
    """Read rows of the material as ``tawthiq read --format jsonl`` would."""
    made = reader()
    return [reading_to_dict(made.read(report_of(r))) for r in reports]


def spot(reports: Iterable[Row]) -> list[Row]:
    """Spot rows of the material as ``tawthiq spot --format jsonl`` would."""
    made = reader()
    return [
        mentions_to_dict(report, made.spot(report)) for report in map(report_of, reports)
    ]


def scorer(name: str) -> ModuleType:
    """Load a scorer of the material, such as ``score_reading``."""
    spec = importlib.util.spec_from_file_location(name, BENCH / f"{name}.py")
    if spec is None or spec.loader is None:
        message = f"no scorer {name} in {BENCH}"
        raise FileNotFoundError(message)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
