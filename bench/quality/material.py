"""The evaluation material of ``../shared``, read where it stands, and the scorers."""

import hashlib
import importlib.util
import json
import tempfile
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

from marks import marked
from split import SHARED, part_of

from tawthiq import gazetteer
from tawthiq.gazetteer.index import PlaceIndex
from tawthiq.model.reading_format import mentions_to_dict, reading_to_dict
from tawthiq.model.report import Report
from tawthiq.model.vocabulary import PublishedBasis
from tawthiq.read.describe import describe
from tawthiq.read.options import Found, ReadOptions
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
    """Make a report of a row of the material, as ``tawthiq read`` would of its line."""
    published = row.get("published")
    found = Found(
        text=row["text"],
        id=row["id"],
        language=row.get("lang"),
        title=row.get("title"),
        outlet=row.get("outlet"),
        url=row.get("url"),
        published=date.fromisoformat(published) if published else None,
        published_basis=PublishedBasis.GIVEN if published else None,
    )
    return describe(found, ReadOptions())


def gold(part: str) -> tuple[list[Row], list[Row]]:
    """Give the reports and the gold of ``seen``, ``unseen`` or ``all`` of dev.

    ``marked`` are news that we marked ourselves beside it (``marks.py``).
    """
    if part == "marked":
        return marked()
    wanted = [
        r
        for r in rows(BENCH / "gold" / "dev.reports.jsonl")
        if part in {"all", part_of(r["id"])}
    ]
    ids = {r["id"] for r in wanted}
    return wanted, [
        g for g in rows(BENCH / "gold" / "dev.gold.jsonl") if g["doc"] in ids
    ]


def home() -> Path:
    """Give a ``TAWTHIQ_HOME`` into which the three tables have been imported.

    It is built anew whenever the code that imports has changed: an index of an older
    build lacks keys that the reader asks for.
    """
    folder = Path(tempfile.gettempdir()) / f"tawthiq-quality-home-{_build()}"
    if not (folder / "gazetteer.sqlite").exists():
        from tawthiq.workflow.places import import_table  # noqa: PLC0415

        folder.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder) as fresh:
            for table in TABLES:
                import_table(SHARED / "gazetteers" / table, home=Path(fresh))
            (Path(fresh) / "gazetteer.sqlite").replace(folder / "gazetteer.sqlite")
    return folder


def _build() -> str:
    """Give a mark of the code and sheets that a user's index is made with."""
    digest = hashlib.sha256()
    room = Path(gazetteer.__file__).parent
    sheets = sorted(room.parent.glob("packs/*/fold.csv"))
    for file in (*sorted(room.glob("*.py")), *sorted(room.glob("*.csv")), *sheets):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


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
        mentions_to_dict(report, made.spot(report))
        for report in map(report_of, reports)
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
