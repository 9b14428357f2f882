"""Founding a register: its folder, its settings, its database.

A register is a folder::

    register.toml        what it is: version of its form, database, choices
    register.sqlite3     claims, incidents, decisions, ledger (unless PostgreSQL)
    evidence/sha256/     the bytes as received
    seals/               signed checkpoints
"""

import os
from dataclasses import dataclass
from pathlib import Path

from tawthiq import __version__
from tawthiq.errors import RegisterError
from tawthiq.evidence.vault import Vault
from tawthiq.model.custody import Act
from tawthiq.register.starting import start

FORM = 1
"""The version of the folder's form; a database has its own, its migrations."""

SETTINGS = "register.toml"

NOBODY = "unknown"
"""Who has done what nobody gave a name for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """An open register: the folder, its vault, and who works on it."""

    folder: Path
    vault: Vault
    by: str
    vague_counts: str

    @property
    def tool(self) -> str:
        """Name the program that writes, with its version."""
        return f"tawthiq {__version__}"


def make_register(folder: Path, *, database: str = "sqlite", by: str = "") -> Register:
    """Make a register in a folder that is empty or not there yet.

    Args:
        folder: where.
        database: ``sqlite``, or the address of a PostgreSQL database.
        by: who works on it; the user of the system where empty.

    Raises:
        RegisterError: there is a register or something else in the folder, or the
            database cannot be reached.
    """
    register = opened_empty(folder, database=database, by=by)
    _record_opening(register)
    settle(register, database=database)
    return register


def opened_empty(folder: Path, *, database: str, by: str = "") -> Register:
    """Open a new folder and an empty database that are no register yet (`settle`).

    Raises:
        RegisterError: the folder is not empty, or the database cannot be reached.
    """
    if (folder / SETTINGS).exists():
        raise _refused(folder, "هنا سجل من قبل", "there is a register here already")
    if folder.exists() and any(folder.iterdir()):
        raise _refused(folder, "المجلد ليس فارغا", "the folder is not empty")
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    register = connected(folder, database=database, vague="none", by=by)
    migrated()
    from tawthiq.register.services.ledger import head  # noqa: PLC0415

    if head() is not None:
        raise RegisterError(
            ar="في قاعدة البيانات سجل من قبل",
            en="there is a register in that database already",
            where="database",
            remedy_ar="اختر قاعدة فارغة",
            remedy_en="choose an empty database",
        )
    return register


def settle(register: Register, *, database: str) -> None:
    """Write the settings, which make a register of the folder: the last step."""
    path = register.folder / SETTINGS
    path.write_text(_settings(database), encoding="utf-8")
    path.chmod(0o600)


def connected(folder: Path, *, database: str, vague: str, by: str) -> Register:
    """Turn to the database of a folder, whatever is in it.

    Args:
        folder: the register's.
        database: ``sqlite``, or the address of a PostgreSQL database.
        vague: the convention for vague counts that the register has chosen.
        by: who works on it; the user of the system where empty.

    Raises:
        RegisterError: the address is none.
    """
    start()
    from tawthiq.register.connection import database_of, open_database  # noqa: PLC0415

    open_database(database_of(folder, database))
    return Register(
        folder=folder,
        vault=Vault(folder / "evidence"),
        by=by or os.environ.get("TAWTHIQ_USER") or os.environ.get("USER") or NOBODY,
        vague_counts=vague,
    )


def _settings(database: str) -> str:
    escaped = database.replace("\\", "\\\\").replace('"', '\\"')
    return (
        "# سجل توثيق · a tawthiq register\n"
        f"form = {FORM}\n"
        f'database = "{escaped}"          # sqlite · postgresql://user@host/name\n'
        'vague_counts = "none"       # none · airwars · acled · ucdp\n'
    )


def migrated() -> None:
    """Bring the database to this program's version.

    Raises:
        RegisterError: it cannot be reached or written.
    """
    from tawthiq.register.versions import migrate  # noqa: PLC0415

    migrate()


def _record_opening(register: Register) -> None:
    from tawthiq.register.services.ledger import Deed, record  # noqa: PLC0415

    deed = Deed(act=Act.OPENED, subject="register", body={"tool": register.tool})
    record(deed, by=register.by)


def _refused(folder: Path, ar: str, en: str) -> RegisterError:
    return RegisterError(
        ar=ar,
        en=en,
        where=str(folder),
        remedy_ar="اختر مجلدا جديدا أو فارغا",
        remedy_en="choose a new or an empty folder",
    )
