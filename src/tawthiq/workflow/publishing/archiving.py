"""Archiving: a site that was published as one archive beside it, whole or not at all.

The archive is named by the hash over the site's files, so that it is never that of
another edition: one whose name the site no longer bears is not given to anybody.
"""

import json
import os
import secrets
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from tawthiq.model.publication import ExportFile
from tawthiq.publish.archives import pack
from tawthiq.workflow.publishing.sites import MARK

NAMED = 16
"""Letters of the hash in an archive's name."""


def archive_of(folder: Path) -> Path | None:
    """Give the archive of a site as it stands; None where it is not packed yet."""
    place = _place(folder)
    return place if place is not None and place.is_file() else None


def pack_site(folder: Path) -> Path | None:
    """Pack a site that was written into one archive; the same site, the same bytes.

    It is written aside and takes its place when it is whole; archives of former editions
    go. A stop half-way leaves nothing that anybody is given.

    Returns:
        the archive; None where there is no site, or another took its place meanwhile.

    Raises:
        OSError: it cannot be written.
    """
    place = _place(folder)
    if place is None or place.is_file():
        return place
    aside = place.with_name(f".{place.name}.{secrets.token_hex(4)}")
    hashes: list[str] = []
    try:
        with aside.open("wb") as out:
            pack(_files(folder, hashes), out)
            out.flush()
            os.fsync(out.fileno())
        whole = sha256("".join(sorted(hashes)).encode()).hexdigest()
        if _named(folder, whole) != place or _place(folder) != place:
            return None
        os.replace(aside, place)  # noqa: PTH105 - atomic on every system
    except FileNotFoundError:  # the site was replaced while it was packed
        return None
    finally:
        aside.unlink(missing_ok=True)
    _clear(folder, place)
    return place


def _files(folder: Path, hashes: list[str]) -> Iterator[ExportFile]:
    """Give the files of a site in order, and note the hash of each as publishing does."""
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        name, data = path.relative_to(folder).as_posix(), path.read_bytes()
        if name != MARK:
            hashes.append(f"{sha256(data).hexdigest()}  {name}\n")
        yield ExportFile(name=name, data=data)


def _place(folder: Path) -> Path | None:
    """Give where the archive of a site as it stands belongs; None without a site."""
    try:
        told = json.loads((folder / MARK).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    return _named(folder, str(told["sha256"]))


def _named(folder: Path, digest: str) -> Path:
    return folder.with_name(f"{folder.name}-{digest[:NAMED]}.zip")


def _clear(folder: Path, kept: Path) -> None:
    """Remove archives of former editions, and what stops left half-written."""
    letters = "[0-9a-f]" * NAMED
    for pattern in (f"{folder.name}-{letters}.zip", f".{folder.name}-{letters}.zip.*"):
        for path in folder.parent.glob(pattern):
            if path != kept:
                path.unlink(missing_ok=True)
