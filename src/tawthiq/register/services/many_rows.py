"""Many rows of plain values, written without making an object of each.

Django prepares every field of every object: for the blocks, links and claims of a large
ingest, a third of all its time (bench/speed/register.py).
"""

from collections.abc import Iterable, Sequence

from django.db import connection, models

Values = Sequence[str | int | float | None]


def add_rows(
    model: type[models.Model],
    columns: Sequence[str],
    rows: Iterable[Values],
    *,
    passing_over: bool = False,
) -> None:
    """Add rows to the table of a model, in the order given.

    Args:
        model: whose table.
        columns: names of its columns in the database.
        rows: for each row a value for each column, as the database holds it.
        passing_over: pass over what is there already; else it is an error.
    """
    quoted = connection.ops.quote_name
    names = ", ".join(map(quoted, columns))
    places = ", ".join(["%s"] * len(columns))
    told = "ON CONFLICT DO NOTHING" if passing_over else ""
    statement = (
        f"INSERT INTO {quoted(model._meta.db_table)} ({names}) "  # noqa: S608, SLF001
        f"VALUES ({places}) {told}"
    )
    with connection.cursor() as cursor:
        cursor.executemany(statement, list(rows))
