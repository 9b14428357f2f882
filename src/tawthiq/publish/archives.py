"""ZIP archives that are the same bytes for the same files."""

import io
import zipfile
from collections.abc import Iterable
from typing import IO

from tawthiq.model.publication import ExportFile

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first day that a ZIP archive can bear: no clock is read."""
READABLE = 0o644 << 16


def zipped(files: Iterable[ExportFile]) -> bytes:
    """Pack files into an archive, in their order, without the time of packing."""
    out = io.BytesIO()
    pack(files, out)
    return out.getvalue()


def pack(files: Iterable[ExportFile], out: IO[bytes]) -> None:
    """Write files into an archive one after the other; see `zipped`."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in files:
            entry = zipfile.ZipInfo(file.name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = READABLE
            archive.writestr(entry, file.data)
