"""Machine code beside the sources is run only where no source of it is newer.

Setting up compiles the rooms that read (``compile_modules.py``): each module then has a
compiled file beside its source, and Python takes that one, whatever the source says. An
edit, or a ``git pull``, must not be read by yesterday's rules: before the first room is
opened the package asks :func:`is_stale`, and then, as with ``TAWTHIQ_PURE=1``, every
compiled file is passed by. It is all or nothing, for compiled modules call each other
without a look at the source.
"""

import os
import sys
from collections.abc import Iterable
from importlib.machinery import (
    EXTENSION_SUFFIXES,
    SOURCE_SUFFIXES,
    FileFinder,
    SourceFileLoader,
)
from pathlib import Path

SUFFIX = EXTENSION_SUFFIXES[0]
PURE = "TAWTHIQ_PURE"
"""The variable that asks for the sources; any value but ``0`` and nothing does."""


def compiled(package: Path) -> list[Path]:
    """Give the compiled files that stand in ``package``, for this Python."""
    return [
        Path(folder, name)
        for folder, _, names in os.walk(package)
        for name in names
        if name.endswith(SUFFIX)
    ]


def is_stale(made: Iterable[Path]) -> bool:
    """Say whether any compiled file of ``made`` is older than its source, or has none."""
    for path in made:
        try:
            source = path.with_name(path.name.removesuffix(SUFFIX) + ".py").stat()
        except FileNotFoundError:
            return True
        if source.st_mtime > path.stat().st_mtime:
            return True
    return False


def is_run(package: Path) -> bool:
    """Say whether this process runs machine code: it stands there, and is not passed by."""
    made = compiled(package)
    return bool(made) and not _is_unwanted() and not is_stale(made)


def _is_unwanted() -> bool:
    return os.environ.get(PURE, "0") not in {"", "0"}


def choose(package: Path) -> None:
    """Let this process pass by the compiled files of ``package`` where they are not run.

    Call it before a room of ``package`` is imported.
    """
    made = compiled(package)
    if not made or not (_is_unwanted() or is_stale(made)):
        return
    under = str(package)

    def finder(path: str) -> FileFinder:
        if path != under and not path.startswith(under + os.sep):
            raise ImportError(path)
        return FileFinder(path, (SourceFileLoader, SOURCE_SUFFIXES))

    sys.path_hooks.insert(0, finder)
    for path in [p for p in sys.path_importer_cache if p.startswith(under)]:
        del sys.path_importer_cache[path]
