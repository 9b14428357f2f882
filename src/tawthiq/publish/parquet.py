"""parquet: the columns of csv with their types (Apache Parquet, by pyarrow)."""

import io
import json
from dataclasses import asdict
from typing import Any

from tawthiq.lang.codebook import Codebook
from tawthiq.model.publication import ExportFile, Publication
from tawthiq.publish.flat import flat_sheet
from tawthiq.publish.libraries import library

REALS = {"lat", "lon"}
DAYS = {"date_from", "date_to"}
WHOLE = {"radius_m", "independent_sources", "reports", "victims_named"}


def write_parquet(
    publication: Publication, codebook: Codebook
) -> tuple[ExportFile, ...]:
    """Give ``incidents.parquet``: text as it is, since nothing in it is computed.

    Raises:
        OptionError: pyarrow is not installed.
    """
    arrow = library("pyarrow", extra="parquet")
    parquet = library("pyarrow.parquet", extra="parquet")
    table = flat_sheet(publication, codebook)
    columns = list(zip(*table.rows, strict=True)) or [() for _ in table.columns]
    arrays = [
        _array(arrow, name, list(cells))
        for name, cells in zip(table.columns, columns, strict=True)
    ]
    about = json.dumps(asdict(publication.about), ensure_ascii=False)
    made = arrow.table(arrays, names=list(table.columns))
    made = made.replace_schema_metadata({"tawthiq": about})
    out = io.BytesIO()
    parquet.write_table(made, out)
    return (ExportFile(name="incidents.parquet", data=out.getvalue()),)


def _array(arrow: Any, name: str, cells: list[object]) -> Any:  # noqa: ANN401
    if name in REALS:
        return arrow.array(cells, type=arrow.float64())
    if name in DAYS:
        return arrow.array(cells, type=arrow.string()).cast(arrow.date32())
    if name in WHOLE or name.endswith(("_min", "_max")):
        return arrow.array(cells, type=arrow.int64())
    return arrow.array(cells, type=arrow.string())
