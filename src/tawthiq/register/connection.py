"""Which database a register lives in, and how one is opened."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from tawthiq.errors import RegisterError

WAIT_SECONDS = 60
"""How long a writer waits for another to finish before it gives up."""

SAFE_SQLITE = ((3, 51, 3), (3, 50, 7), (3, 44, 6))
"""First versions of each line without the fault that corrupts a database in WAL mode
when two connections write and checkpoint at once (design: web.md, SQLite version)."""

_PRAGMAS = (
    "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON;"
    " PRAGMA cache_size=-65536;"
)
"""The cache, in KiB, is of each connection and grows with what is asked; 2 MiB, as SQLite
has it, hold no index, and 16 MiB not those of twenty thousand reports."""


def sqlite_database(
    name: str, *, version: tuple[int, ...] | None = None
) -> dict[str, object]:
    """Describe a SQLite database to Django.

    Writers take their turn from the first statement (``IMMEDIATE``), so that two never
    meet half-way. The log is written ahead (WAL) only by a SQLite that does so safely.
    ``recursive_triggers`` lets the append-only triggers see ``INSERT OR REPLACE``.
    """
    journal = "WAL" if version is not None and wal_is_safe(version) else "DELETE"
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": name,
        # A thread keeps its connection: to open one anew costs more than many a page.
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "timeout": WAIT_SECONDS,
            "transaction_mode": "IMMEDIATE",
            "init_command": f"PRAGMA journal_mode={journal}; {_PRAGMAS}",
        },
    }


def postgres_database(url: str) -> dict[str, object]:
    """Describe a PostgreSQL database, ``postgresql://user:word@host:5432/name``.

    Raises:
        RegisterError: the address is no such address.
    """
    told = urlsplit(url)
    if told.scheme not in {"postgres", "postgresql"} or not told.path.strip("/"):
        raise RegisterError(
            ar=f"«{told.scheme}» ليس عنوان قاعدة PostgreSQL",
            en="this is no address of a PostgreSQL database",
            where="database",
            remedy_ar="اكتبه هكذا: postgresql://user@host:5432/name",
            remedy_en="write it like postgresql://user@host:5432/name",
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(told.path.strip("/")),
        "USER": unquote(told.username or ""),
        "PASSWORD": unquote(told.password or ""),
        "HOST": unquote(told.hostname or ""),
        "PORT": str(told.port or ""),
    }


def wal_is_safe(version: tuple[int, ...]) -> bool:
    """Whether this SQLite may write its log ahead beside another writer."""
    return any(
        version >= safe and (version[:2] == safe[:2] or safe is SAFE_SQLITE[0])
        for safe in SAFE_SQLITE
    )


def open_database(database: dict[str, object]) -> None:
    """Turn Django to this database; the one before is closed."""
    from django.db import connections  # noqa: PLC0415 - settings must be ready first

    connections.close_all()
    told = {**database}
    connections.configure_settings({"default": told})  # fills in Django's defaults
    connections.databases["default"] = connections.configure_settings(
        {"default": told}
    )["default"]
    del connections["default"]


def database_of(folder: Path, address: str) -> dict[str, object]:
    """Give the database of a register: its own SQLite file, or the one it names."""
    if address in {"", "sqlite"}:
        from django.db.backends.sqlite3.base import DatabaseWrapper  # noqa: PLC0415

        return sqlite_database(
            str(folder / "register.sqlite3"),
            version=DatabaseWrapper.Database.sqlite_version_info,
        )
    return postgres_database(address)
