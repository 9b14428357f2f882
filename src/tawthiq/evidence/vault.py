"""The vault: bytes as they were received, each under its SHA-256, never altered."""

import os
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from shutil import copyfileobj
from typing import BinaryIO

from tawthiq.errors import EvidenceError

CHUNK = 1 << 20
"""Bytes read at a time where a file is hashed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VaultFault:
    """A kept file that is not what its name says: ``missing``, ``altered``, ``stray``."""

    digest: str
    kind: str
    path: Path


class Vault:
    """A folder of evidence: ``sha256/ab/ab12…``.

    Args:
        folder: where the files are kept; made when the first is.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path_of(self, digest: str) -> Path:
        """Say where the bytes of this digest are kept, whether or not they are."""
        return self._folder / "sha256" / digest[:2] / digest

    def keep(self, data: bytes) -> str:
        """Keep bytes; give their SHA-256 in hexadecimal.

        The bytes are on the disk when this returns: they are written aside, synced,
        then named, and the folder is synced after (Berkeley Protocol: preserve
        integrity from the moment of collection). The same bytes twice are one file.

        Raises:
            EvidenceError: the disk is full or cannot be written.
        """
        digest = sha256(data).hexdigest()
        path = self.path_of(digest)
        if path.exists() and path.stat().st_size == len(data):
            return digest
        self._store(path, BytesIO(data))
        return digest

    def _store(self, path: Path, source: BinaryIO) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            _write(path, source)
        except OSError as fault:
            raise EvidenceError(
                ar=f"تعذر حفظ الدليل: {fault.strerror}",
                en=f"the evidence cannot be kept: {fault.strerror}",
                where=str(path),
                remedy_ar="أفرغ مساحة أو أصلح الصلاحيات ثم أعد الأمر؛ ما حفظ سابقا باق",
                remedy_en="free space or mend the rights and run again; what was kept"
                " before is safe",
            ) from fault

    def keep_file(self, file: Path) -> tuple[str, int]:
        """Keep a file of any size; give its SHA-256 and its bytes' number.

        Raises:
            EvidenceError: the disk is full or cannot be written.
            OSError: ``file`` cannot be read.
        """
        digest, size = hash_of(file), file.stat().st_size
        path = self.path_of(digest)
        if not (path.exists() and path.stat().st_size == size):
            with file.open("rb") as source:
                self._store(path, source)
        return digest, size

    def read(self, digest: str) -> bytes:
        """Give the bytes kept under a digest.

        Raises:
            EvidenceError: they are missing, or no longer what they were.
        """
        path = self.path_of(digest)
        try:
            data = path.read_bytes()
        except OSError as fault:
            raise _lost(path, "missing") from fault
        if sha256(data).hexdigest() != digest:
            raise _lost(path, "altered")
        return data

    def digests(self) -> Iterator[str]:
        """Name everything kept, in order."""
        for path in sorted((self._folder / "sha256").glob("??/*")):
            if not path.name.startswith("."):
                yield path.name

    def faults(self, expected: Iterator[str] | tuple[str, ...]) -> Iterator[VaultFault]:
        """Recompute every hash; name what is missing, altered or not known.

        Args:
            expected: the digests that the register knows.
        """
        known = set(expected)
        for digest in sorted(known):
            path = self.path_of(digest)
            if not path.exists():
                yield VaultFault(digest=digest, kind="missing", path=path)
            elif hash_of(path) != digest:
                yield VaultFault(digest=digest, kind="altered", path=path)
        for digest in self.digests():
            if digest not in known and hash_of(self.path_of(digest)) != digest:
                # A whole file whose row was never written is a capture that a stop
                # cut short: harmless, and taken up when the bytes come again.
                yield VaultFault(digest=digest, kind="stray", path=self.path_of(digest))


def _write(path: Path, source: BinaryIO) -> None:
    aside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            copyfileobj(source, file, CHUNK)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def hash_of(path: Path) -> str:
    """Give the SHA-256 of a file of any size, in hexadecimal.

    Raises:
        OSError: it cannot be read.
    """
    made = sha256()
    with path.open("rb") as file:
        while block := file.read(CHUNK):
            made.update(block)
    return made.hexdigest()


def _lost(path: Path, kind: str) -> EvidenceError:
    missing = kind == "missing"
    return EvidenceError(
        ar="الدليل مفقود" if missing else "تغير الدليل عما حفظ",
        en="the evidence is missing"
        if missing
        else "the evidence is no longer what was kept",
        where=str(path),
        remedy_ar="استعده من نسخة احتياطية (tawthiq restore)",
        remedy_en="bring it back from a backup (tawthiq restore)",
    )
