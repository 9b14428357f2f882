"""Opening a register: its folder, its settings, its database.

A register is a folder::

    register.toml        what it is: version of its form, database, choices
    register.sqlite3     claims, incidents, decisions, ledger (unless PostgreSQL)
    evidence/sha256/     the bytes as received
    seals/               signed checkpoints
"""

import os
import tomllib
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
    register = _opened(folder, database=database, vague="none", by=by)
    _migrate()
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


def open_register(folder: Path, *, by: str = "") -> Register:
    """Open a register; one of an older version is backed up, then brought up to date.

    Raises:
        RegisterError: there is none, it is damaged, or it is of a newer version.
    """
    told = _read_settings(folder)
    if int(str(told.get("form", FORM))) > FORM:
        raise _newer(folder)
    register = _opened(
        folder,
        database=str(told.get("database", "sqlite")),
        vague=str(told.get("vague_counts", "none")),
        by=by,
    )
    _bring_up_to_date(register)
    return register


def _opened(folder: Path, *, database: str, vague: str, by: str) -> Register:
    start()
    from tawthiq.register.connection import database_of, open_database  # noqa: PLC0415

    open_database(database_of(folder, database))
    return Register(
        folder=folder,
        vault=Vault(folder / "evidence"),
        by=by or os.environ.get("TAWTHIQ_USER") or os.environ.get("USER") or "unknown",
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


def _read_settings(folder: Path) -> dict[str, object]:
    path = folder / SETTINGS
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as fault:
        raise RegisterError(
            ar="لا يوجد سجل هنا",
            en="there is no register here",
            where=str(folder),
            remedy_ar=f"أنشئه: tawthiq init {folder}",
            remedy_en=f"make one: tawthiq init {folder}",
        ) from fault
    except (OSError, ValueError) as fault:
        raise RegisterError(
            ar=f"إعدادات السجل لا تقرأ: {fault}",
            en=f"the register's settings cannot be read: {fault}",
            where=str(path),
            remedy_ar="أصلح الملف أو استعده من نسخة احتياطية",
            remedy_en="mend the file or bring it back from a backup",
        ) from fault


def _bring_up_to_date(register: Register) -> None:
    from tawthiq.register.versions import Version, version_of  # noqa: PLC0415

    match version_of(str(register.folder)):
        case Version.CURRENT:
            return
        case Version.NEWER:
            raise _newer(register.folder)
        case Version.OLDER:
            from tawthiq.workflow.backups import back_up  # noqa: PLC0415

            back_up(register, register.folder / "before-update.tar.gz")
            _migrate()


def _migrate() -> None:
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


def _newer(folder: Path) -> RegisterError:
    return RegisterError(
        ar="هذا السجل من إصدار أحدث من توثيق",
        en="this register is of a newer version of tawthiq",
        where=str(folder),
        remedy_ar="حدث البرنامج ثم افتحه؛ لم يغير فيه شيء",
        remedy_en="update the program, then open it; nothing in it was changed",
    )
