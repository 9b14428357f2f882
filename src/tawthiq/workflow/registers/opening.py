"""Opening a register, whatever its age: an older one is brought up to date."""

import tomllib
from pathlib import Path

from tawthiq.errors import RegisterError
from tawthiq.model.custody import Act
from tawthiq.workflow.registers.backups import back_up
from tawthiq.workflow.registers.founding import (
    FORM,
    SETTINGS,
    Register,
    connected,
    make_register,
    migrated,
)

__all__ = ["SETTINGS", "Register", "make_register", "open_register"]


def open_register(folder: Path, *, by: str = "") -> Register:
    """Open a register; one of an older version is backed up, then brought up to date.

    Raises:
        RegisterError: there is none, it is damaged, or it is of a newer version.
    """
    told = _read_settings(folder)
    if int(str(told.get("form", FORM))) > FORM:
        raise _newer(folder)
    register = connected(
        folder,
        database=str(told.get("database", "sqlite")),
        vague=str(told.get("vague_counts", "none")),
        by=by,
    )
    _bring_up_to_date(register)
    return register


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
            kept = register.folder / "before-update.tar.gz"
            back_up(register, kept)
            migrated()
            _index_anew()
            _record_update(register, kept)


def _index_anew() -> None:
    """Make the search index and the catalogue, which older registers lack."""
    from tawthiq.register.services import catalogue, incidents  # noqa: PLC0415
    from tawthiq.workflow.registers.searching import rebuild  # noqa: PLC0415

    rebuild()
    catalogue.rebuild(incidents.all_incidents())


def _record_update(register: Register, kept: Path) -> None:
    from tawthiq.register.services.ledger import Deed, record  # noqa: PLC0415

    body = {"tool": register.tool, "backup": kept.name}
    record(Deed(act=Act.MIGRATED, subject="register", body=body), by=register.by)


def _newer(folder: Path) -> RegisterError:
    return RegisterError(
        ar="هذا السجل من إصدار أحدث من توثيق",
        en="this register is of a newer version of tawthiq",
        where=str(folder),
        remedy_ar="حدث البرنامج ثم افتحه؛ لم يغير فيه شيء",
        remedy_en="update the program, then open it; nothing in it was changed",
    )
