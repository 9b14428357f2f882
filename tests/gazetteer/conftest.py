"""Small indexes of invented places."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tawthiq.gazetteer.index import PlaceIndex
from tawthiq.gazetteer.rows import Draft, entry_of
from tawthiq.gazetteer.store import Source, write_index


@pytest.fixture
def shipped(tmp_path: Path) -> Callable[..., Path]:
    """Give a maker of shipped indexes."""

    def make(*drafts: Draft) -> Path:
        path = tmp_path / "shipped.sqlite"
        path.unlink(missing_ok=True)
        entries = [entry_of(one, source="shipped", country="SY") for one in drafts]
        source = Source(name="shipped", file="x", sha256="", places=len(entries))
        write_index(path, source=source, entries=entries)
        return path

    return make


@pytest.fixture
def index(shipped: Callable[..., Path]) -> Callable[..., PlaceIndex]:
    """Give a maker of indexes without tables of the user's own."""

    def make(*drafts: Draft) -> PlaceIndex:
        return PlaceIndex(shipped=shipped(*drafts))

    return make
