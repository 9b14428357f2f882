"""Read the dev gold (and other sets) with the working tree; used by score and errors."""

import importlib.util
import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

from split import GOLD, SHARED, part_of

from tawthiq.model.reading_format import reading_to_dict
from tawthiq.model.report import Report
from tawthiq.model.vocabulary import PublishedBasis
from tawthiq.workflow.reading import Reader

BENCH = SHARED / "bench"


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """Give the rows of a JSON-lines file."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            if line.strip():
                yield json.loads(line)
