"""Steps that stand or fall together, one writer after the other."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError, connection, transaction

from tawthiq.errors import RegisterError

_LOCK = 7_101_918
"""The number under which writers to one PostgreSQL database queue."""


@contextmanager
def together() -> Iterator[None]:
    """Write all that is done inside, or nothing: a stop half-way leaves no trace.

    Writers take their turn, so that what one reads at its start still holds when it
    writes: SQLite's IMMEDIATE transactions queue by themselves, PostgreSQL's under a
    lock that ends with the transaction.

    Raises:
        RegisterError: the database cannot be written: a full disk, a writer that
            does not finish, a lost connection.
    """
    try:
        with transaction.atomic():
            if connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
            yield
    except OperationalError as fault:
        raise RegisterError(
            ar=f"تعذرت الكتابة في السجل: {fault}",
            en=f"the register cannot be written: {fault}",
            where=str(connection.settings_dict["NAME"]),
            remedy_ar="تحقق من مساحة القرص ومن أن كاتبا آخر قد انتهى، ثم أعد الأمر؛"
            " ما حفظ سابقا باق",
            remedy_en="see that the disk has room and that no other writer hangs, then"
            " run again; what was kept before is safe",
        ) from fault
