"""Starts Django, which only what opens a register pays for."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module


def start() -> None:
    """Start Django, once in a process, with a SQLite that writes ahead safely."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tawthiq.register.settings")
    with _newer_sqlite():
        import_module("django.db.backends.sqlite3.base")  # keeps the SQLite it finds
    import_module("django").setup()


@contextmanager
def _newer_sqlite() -> Iterator[None]:
    """Let what is imported meanwhile find pysqlite3 under the name of ``sqlite3``.

    Only meanwhile: were it left there, a room loaded later would not know the errors of
    a room loaded before, for each SQLite has exceptions of its own.
    """
    names = ("sqlite3", "sqlite3.dbapi2")
    kept = {name: sys.modules[name] for name in names if name in sys.modules}
    with suppress(ImportError):  # the register then keeps to the slower journal
        import pysqlite3.dbapi2  # noqa: PLC0415

        sys.modules.update(zip(names, (pysqlite3, pysqlite3.dbapi2), strict=True))
    try:
        yield
    finally:
        for name in names:
            sys.modules.pop(name, None)
        sys.modules.update(kept)
