"""Every row of a register as lines of JSON, and back into an empty database.

The lines are the same whichever database they come from, so that a register can move
from a laptop's SQLite to a team's PostgreSQL and back.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import islice

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models, transaction

from tawthiq.errors import RegisterError
from tawthiq.register import models as rows
from tawthiq.register.services.together import together

TABLES: tuple[type[models.Model], ...] = (
    rows.CaptureRow,
    rows.ReceiptRow,
    rows.SetAsideRow,
    rows.LedgerRow,
    rows.ReportRow,
    rows.ReadingRow,
    rows.ClaimRow,
    rows.DecisionRow,
    rows.RevisionRow,
    rows.ReviewRow,
    rows.StandingRow,
    rows.EventRow,
    rows.BlockRow,
    rows.LinkRow,
    rows.IncidentRow,
    rows.CodeRow,
    rows.MembershipRow,
)
"""Every table, each after those that it points at."""

PAGE = 500

DESK = "desk"
"""The app whose tables stand in the same database: accounts, who may see what, notes."""

Save = Callable[[str, Iterator[str]], None]


def copy_out(save: Save) -> None:
    """Hand every table over as lines, all from one moment.

    Args:
        save: takes the name of a table and its lines.
    """
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        for table in _tables_there():
            save(_name(table), _lines(table))


def copy_in(lines_of: Callable[[str], Iterable[str]]) -> None:
    """Fill an empty database with the lines of every table.

    Raises:
        RegisterError: a line is no row of its table.
    """
    with together():
        tables = _tables_there()
        for table in tables:
            _fill(table, iter(lines_of(_name(table))))
        statements = connection.ops.sequence_reset_sql(no_style(), tables)
        with connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)


def all_tables() -> tuple[type[models.Model], ...]:
    """Give every table, the desk's among them where the desk is part of this program."""
    if not apps.is_installed(f"tawthiq.{DESK}"):
        return TABLES
    found = apps.get_app_config(DESK).get_models(include_auto_created=True)
    # Those that tie rows of two tables together come after both.
    return (*TABLES, *sorted(found, key=lambda m: bool(m._meta.auto_created)))  # noqa: SLF001


def _tables_there() -> list[type[models.Model]]:
    """Give the tables that the database has.

    One that is backed up before its update lacks newer ones, one that no desk was
    opened on lacks the desk's.
    """
    there = set(connection.introspection.table_names())
    return [table for table in all_tables() if _name(table) in there]


def _name(table: type[models.Model]) -> str:
    return table._meta.db_table  # noqa: SLF001 - Django's documented way to ask


def _rows(table: type[models.Model]) -> models.Manager[models.Model]:
    return table._default_manager  # noqa: SLF001 - Django's documented way to ask


def _lines(table: type[models.Model]) -> Iterator[str]:
    names = [field.attname for field in table._meta.concrete_fields]  # noqa: SLF001
    found = _rows(table).order_by("pk").values_list(*names)
    for values in found.iterator(PAGE):
        told = dict(zip(names, map(_plain, values), strict=True))
        yield json.dumps(told, ensure_ascii=False)


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _fill(table: type[models.Model], lines: Iterator[str]) -> None:
    later: list[tuple[object, object]] = []
    while some := list(islice(lines, PAGE)):
        made = [_row(table, line) for line in some]
        if table is rows.IncidentRow:
            # An incident may redirect to one that stands on a later line.
            for row in made:
                later.append((row.pk, row.merged_into_id))  # type: ignore[attr-defined]
                row.merged_into_id = None  # type: ignore[attr-defined]
        _rows(table).bulk_create(made)
    for name, heir in later:
        if heir is not None:
            rows.IncidentRow.objects.filter(pk=name).update(merged_into=heir)


def _row(table: type[models.Model], line: str) -> models.Model:
    try:
        return table(**json.loads(line))
    except (ValueError, TypeError) as fault:
        raise RegisterError(
            ar="سطر تالف في النسخة الاحتياطية",
            en="a damaged line in the backup",
            where=_name(table),
            remedy_ar="استعمل نسخة احتياطية أخرى",
            remedy_en="use another backup",
        ) from fault
