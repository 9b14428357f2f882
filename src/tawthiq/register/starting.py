"""Starts Django, which only what opens a register pays for."""

import os
import sys


def start() -> None:
    """Start Django, once in a process, with a SQLite that writes ahead safely."""
    if "django" not in sys.modules and sys.platform == "linux":
        try:
            import pysqlite3  # noqa: PLC0415
        except ImportError:
            pass  # the register then keeps to the slower journal
        else:
            sys.modules["sqlite3"] = pysqlite3
            sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tawthiq.register.settings")
    import django  # noqa: PLC0415 - only a register pays for it

    django.setup()
