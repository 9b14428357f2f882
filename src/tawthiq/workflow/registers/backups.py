"""Backups: a whole register in one file, and back; the file says what it must hold.

The rows are taken first, all from one moment; the evidence after them, since each file
of evidence is there before its row and none is ever removed.
"""

import io
import json
import os
import tarfile
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from tawthiq.errors import RegisterError
from tawthiq.evidence.vault import hash_of
from tawthiq.workflow.registers.founding import Register, opened_empty, settle

MANIFEST = "manifest.json"
KEPT = ("evidence", "seals", "keys", "witness.sqlite3")
"""Folders and files of a register that travel as they are."""


def back_up(register: Register, file: Path) -> int:
    """Write a register to one file; give how many members it holds.

    The file has its name only when it is whole and on the disk.

    Raises:
        RegisterError: the file cannot be written.
    """
    aside = file.with_name(f".{file.name}.part")
    try:
        with tarfile.open(aside, "w:gz", compresslevel=3) as archive:
            packed = _Packed(archive)
            packed.rows()
            for name in KEPT:
                packed.kept(register.folder, name)
            number = packed.close()
        with aside.open("rb") as written:
            os.fsync(written.fileno())
        aside.replace(file)
    except OSError as fault:
        aside.unlink(missing_ok=True)
        raise _failed(file, fault) from fault
    return number


def restore(file: Path, folder: Path, *, database: str = "sqlite") -> Register:
    """Make a register of a backup, and prove that it is what was backed up.

    Args:
        file: what `back_up` wrote.
        folder: a new or an empty one.
        database: ``sqlite``, or the address of an empty PostgreSQL database.

    Raises:
        RegisterError: the file is no backup or is damaged, or the folder is not empty.
    """
    try:
        with tarfile.open(file, "r:gz") as archive:
            manifest = _manifest(archive, file)
            register = opened_empty(folder, database=database)
            with tempfile.TemporaryDirectory(dir=folder) as aside:
                _unpack(archive, Path(aside), manifest, where=file)
                _fill(Path(aside), folder)
    except (OSError, tarfile.TarError, EOFError) as fault:
        raise _damaged(file, str(fault)) from fault
    settle(register, database=database)
    return register


class _Packed:
    """A backup being written: each member with its hash for the manifest."""

    def __init__(self, archive: tarfile.TarFile) -> None:
        self._archive = archive
        self._hashes: dict[str, str] = {}

    def rows(self) -> None:
        from tawthiq.register.services.copying import copy_out  # noqa: PLC0415

        copy_out(self._table)

    def kept(self, register: Path, name: str) -> None:
        for path in (register / name, *sorted((register / name).rglob("*"))):
            if path.is_file() and not path.name.startswith("."):
                self._add(str(path.relative_to(register)), path)

    def close(self) -> int:
        told = json.dumps(self._hashes, indent=1).encode()
        info = tarfile.TarInfo(MANIFEST)
        info.size = len(told)
        self._archive.addfile(info, io.BytesIO(told))
        return len(self._hashes)

    def _table(self, name: str, lines: Iterator[str]) -> None:
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", delete=False) as out:
            for line in lines:
                out.write(f"{line}\n")
        path = Path(out.name)
        try:
            self._add(f"rows/{name}.jsonl", path)
        finally:
            path.unlink()

    def _add(self, name: str, path: Path) -> None:
        self._hashes[name] = hash_of(path)
        self._archive.add(path, arcname=name, recursive=False)


def _manifest(archive: tarfile.TarFile, file: Path) -> dict[str, str]:
    try:
        member = archive.extractfile(MANIFEST)
        told = json.loads(member.read()) if member else None
    except (KeyError, ValueError) as fault:
        raise _damaged(file, MANIFEST) from fault
    if not isinstance(told, dict):
        raise _damaged(file, MANIFEST)
    return {str(name): str(digest) for name, digest in told.items()}


def _unpack(
    archive: tarfile.TarFile, aside: Path, manifest: dict[str, str], *, where: Path
) -> None:
    # The filter refuses members that would leave the folder or be devices.
    archive.extractall(aside, filter="data")
    for name, digest in manifest.items():
        path = aside / name
        if not path.is_file() or hash_of(path) != digest:
            raise _damaged(where, name)


def _fill(aside: Path, folder: Path) -> None:
    from tawthiq.register.services import catalogue, incidents  # noqa: PLC0415
    from tawthiq.register.services.copying import copy_in  # noqa: PLC0415
    from tawthiq.register.versions import migrate_all  # noqa: PLC0415
    from tawthiq.workflow.registers.searching import rebuild  # noqa: PLC0415

    def lines_of(table: str) -> Iterable[str]:
        kept = aside / "rows" / f"{table}.jsonl"
        if kept.exists():  # an older backup lacks newer tables
            with kept.open(encoding="utf-8") as lines:
                yield from lines

    if any((aside / "rows").glob("desk_*.jsonl")):
        migrate_all()  # who may see what comes back with what there is to see
    copy_in(lines_of)
    rebuild()  # an index is made, not kept
    catalogue.rebuild(incidents.all_incidents())
    for name in KEPT:
        if (aside / name).exists():
            (aside / name).replace(folder / name)


def _failed(file: Path, fault: OSError) -> RegisterError:
    return RegisterError(
        ar=f"تعذرت كتابة النسخة الاحتياطية: {fault.strerror}",
        en=f"the backup cannot be written: {fault.strerror}",
        where=str(file),
        remedy_ar="أفرغ مساحة أو اختر مكانا آخر؛ السجل لم يتغير",
        remedy_en="free space or choose another place; the register is unchanged",
    )


def _damaged(file: Path, what: str) -> RegisterError:
    return RegisterError(
        ar=f"النسخة الاحتياطية تالفة أو ليست نسخة: {what}",
        en=f"the backup is damaged, or is none: {what}",
        where=str(file),
        remedy_ar="استعمل نسخة أخرى؛ لم ينشأ سجل",
        remedy_en="use another backup; no register was made",
    )
