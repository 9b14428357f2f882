"""Takes a zip: a spreadsheet (XLSX) or a web archive (WACZ), opened within bounds.

Nothing is unpacked under its own name: no name in an archive is taken for a path.
"""

import struct
import zipfile
from collections.abc import Iterator
from zipfile import ZipFile, ZipInfo

from tawthiq.errors import InputError
from tawthiq.read import container_faults, faults
from tawthiq.read.capture import Capture
from tawthiq.read.foreign import reason
from tawthiq.read.options import Limits, ReadOptions
from tawthiq.read.source import FREE_BYTES, Metered, Source

LONGEST_NAME = 200
"""Code points kept of a member's name."""
_END = b"PK\x05\x06"
_END_LENGTH = 22
_LONGEST_COMMENT = 65_535
_UNTOLD = 0xFFFF
"""Members that an end record names where a second one (zip64) has the figure."""
_DIRECTORY_ENTRY = 2_048
"""Bytes of the directory that a member may take; a name has at most a few hundred."""


def archive_captured(
    source: Source, options: ReadOptions
) -> Iterator[Capture | InputError]:
    """Read a spreadsheet or a web archive, told by what is in it.

    Raises:
        InputError: if it is damaged, neither of the two, or too large inside.
    """
    if source.depth > options.limits.depth:
        raise container_faults.nested(source.name, options.limits.depth)
    known = {".xlsx": "XLSX", ".xlsm": "XLSX", ".wacz": "WACZ"}.get(source.suffix)
    try:
        with opened(source, options.limits) as archive:
            yield from _read(archive, source, options)
    except zipfile.BadZipFile as fault:
        if known is None:
            raise faults.unknown_kind(source.name) from None
        raise container_faults.damaged(source.name, known, str(fault)) from None


def _read(
    archive: ZipFile, source: Source, options: ReadOptions
) -> Iterator[Capture | InputError]:
    names = set(archive.namelist())
    if "xl/workbook.xml" in names:
        from tawthiq.read.workbooks import workbook_captured  # noqa: PLC0415

        yield from workbook_captured(archive, source, options)
    elif any(name.endswith((".warc", ".warc.gz", ".wacz")) for name in names):
        from tawthiq.read.wacz import wacz_captured  # noqa: PLC0415

        yield from wacz_captured(archive, source, options)
    else:
        raise faults.unknown_kind(source.name)


def opened(source: Source, limits: Limits) -> ZipFile:
    """Open a zip, once its directory is seen to be of a size that can be held.

    Raises:
        BadZipFile: if it is none, or damaged.
        InputError: if it has too many members, or they unpack to too much.
    """
    _counted(source, limits)
    try:
        archive = ZipFile(source.stream)
    except (ValueError, OSError, struct.error, NotImplementedError) as fault:
        raise zipfile.BadZipFile(reason(fault)) from None
    members = archive.infolist()
    if len(members) > limits.members:
        raise container_faults.too_many(source.name, limits.members)
    for member in members:
        _weighed(member, source.name, limits)
    if sum(m.file_size for m in members) > max(limits.unpacked_bytes, source.size * 2):
        raise container_faults.bomb(source.name)
    return archive


def member(archive: ZipFile, info: ZipInfo, *, name: str, limits: Limits) -> Metered:
    """Open a member, to be read no further than its size allows."""
    allowed = min(limits.unpacked_bytes, FREE_BYTES + limits.ratio * info.compress_size)
    return Metered(archive.open(info), inner_name(name, info), allowed)


def inner_name(name: str, info: ZipInfo) -> str:
    """Name a member of an archive, for messages."""
    return f"{name}!{info.filename[:LONGEST_NAME]}"


def _weighed(info: ZipInfo, name: str, limits: Limits) -> None:
    """Refuse a member that says itself that it unpacks to far more than it holds."""
    allowed = FREE_BYTES + limits.ratio * info.compress_size
    if info.file_size > min(
        allowed, max(limits.unpacked_bytes, info.compress_size * 2)
    ):
        raise container_faults.bomb(inner_name(name, info))


def _counted(source: Source, limits: Limits) -> None:
    """Refuse a directory of too many members before it is read into memory."""
    length = min(source.size, _END_LENGTH + _LONGEST_COMMENT)
    source.stream.seek(source.size - length)
    tail = source.stream.read(length)
    source.stream.seek(0)
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < _END_LENGTH:
        return
    members, directory = struct.unpack_from("<HI", tail, at + 10)
    if members == _UNTOLD or directory > limits.members * _DIRECTORY_ENTRY:
        raise container_faults.too_many(source.name, limits.members)
