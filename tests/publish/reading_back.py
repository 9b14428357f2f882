"""Reading exports back, and publications of one changed incident."""

import csv
import io
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.publish.conftest import let_out

from tawthiq.lang.codebook import Codebook
from tawthiq.model.incident import Tally
from tawthiq.model.publication import ExportFile, Material, Publication
from tawthiq.publish.formats import Format, export

Rows = list[dict[str, str]]


def file(files: tuple[ExportFile, ...], name: str) -> bytes:
    return next(one.data for one in files if one.name == name)


def rows(data: bytes) -> Rows:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))


def row(publication: Publication, form: Format, codebook: Codebook) -> dict[str, str]:
    files = export(publication, form, codebook)
    return rows(next(f.data for f in files if f.name.endswith(".csv")))[0]


def written(files: tuple[ExportFile, ...], folder: Path) -> Path:
    for one in files:
        (folder / one.name).write_bytes(one.data)
    return folder


def changed(material: Material, codebook: Codebook, **fields: Any) -> Publication:  # noqa: ANN401
    own = replace(material.incidents[0], **fields)
    return let_out(replace(material, incidents=(own,)), codebook, "internal")


def killed(low: int | None, high: int | None, group: str = "civilians") -> Tally:
    return Tally(outcome="killed", group=group, low=low, high=high, rule="one voice")
