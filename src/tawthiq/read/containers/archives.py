"""Takes a zip, such as a spreadsheet (XLSX) or a web archive (WACZ), opens it in bounds.

Nothing is unpacked under its own name: no name in an archive is taken for a path.
"""

import struct
from enum import StrEnum
from zipfile import BadZipFile, ZipFile, ZipInfo

from tawthiq.read import container_faults, faults
from tawthiq.read.foreign import reason
from tawthiq.read.options import Limits
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
_DAMAGES = (
    BadZipFile,
    ValueError,
    OSError,
    struct.error,
    NotImplementedError,
    RuntimeError,
)


class Content(StrEnum):
    """What a zip may be, by the name that a message gives it."""

    WORKBOOK = "XLSX"
    WEB_ARCHIVE = "WACZ"


_BY_NAME = {
    ".xlsx": Content.WORKBOOK,
    ".xlsm": Content.WORKBOOK,
    ".wacz": Content.WEB_ARCHIVE,
}


def content_of(archive: ZipFile, name: str) -> Content:
    """Tell what a zip is by what is in it.

    Raises:
        InputError: if it is nothing that is read.
    """
    names = set(archive.namelist())
    if "xl/workbook.xml" in names:
        return Content.WORKBOOK
    if any(name.endswith((".warc", ".warc.gz", ".wacz")) for name in names):
        return Content.WEB_ARCHIVE
    raise faults.unknown_kind(name)


def opened(source: Source, limits: Limits) -> ZipFile:
    """Open a zip, once its directory is seen to be of a size that can be held.

    Raises:
        InputError: if it is none, or damaged, if it lies too deep in others, has too
            many members, or they unpack to too much.
    """
    if source.depth > limits.depth:
        raise container_faults.nested(source.name, limits.depth)
    _counted(source, limits)
    try:
        archive = ZipFile(source.stream)
    except _DAMAGES as fault:
        known = _BY_NAME.get(source.suffix)
        if known is None:
            raise faults.unknown_kind(source.name) from None
        raise container_faults.damaged(source.name, known, reason(fault)) from None
    members = archive.infolist()
    if len(members) > limits.members:
        raise container_faults.too_many(source.name, limits.members)
    for info in members:
        _weighed(info, source.name, limits)
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
