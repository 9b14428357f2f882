"""How old a database is, by the migrations it has seen."""

from enum import StrEnum

from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from tawthiq.errors import RegisterError


class Version(StrEnum):
    """How a database stands to this program."""

    CURRENT = "current"
    OLDER = "older"
    NEWER = "newer"


def version_of(where: str) -> Version:
    """Compare the migrations that a database has seen with those of this program.

    Raises:
        RegisterError: the database cannot be reached or is damaged.
    """
    try:
        executor = MigrationExecutor(connection)
        seen = {
            key
            for key in MigrationRecorder(connection).applied_migrations()
            if key[0] == "register"
        }
        known = {key for key in executor.loader.graph.nodes if key[0] == "register"}
    except DatabaseError as fault:
        raise damaged(where, fault) from fault
    if seen - known:
        return Version.NEWER
    return Version.OLDER if known - seen else Version.CURRENT


def migrate() -> None:
    """Bring the database to this program's version.

    Raises:
        RegisterError: the database cannot be reached or written.
    """
    try:
        call_command("migrate", "register", verbosity=0, interactive=False)
    except DatabaseError as fault:
        raise damaged(str(connection.settings_dict["NAME"]), fault) from fault


def migrate_all() -> None:
    """Bring every table of this program to its version, the desk's among them.

    Raises:
        RegisterError: the database cannot be reached or written.
    """
    try:
        call_command("migrate", verbosity=0, interactive=False)
    except DatabaseError as fault:
        raise damaged(str(connection.settings_dict["NAME"]), fault) from fault


def damaged(where: str, fault: Exception) -> RegisterError:
    """Say that a database cannot be used, and what can be saved."""
    return RegisterError(
        ar=f"قاعدة بيانات السجل لا تفتح: {fault}",
        en=f"the register's database cannot be opened: {fault}",
        where=where,
        remedy_ar="الأدلة في المجلد evidence سليمة بذاتها؛ استعد القاعدة من نسخة احتياطية"
        " (tawthiq restore) أو أنشئ سجلا جديدا وأعد إدخال evidence",
        remedy_en="the evidence in the folder evidence stands by itself: bring the"
        " database back from a backup (tawthiq restore), or make a new register and"
        " ingest evidence again",
    )
