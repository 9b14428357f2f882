"""All that facets and trends count of incidents, in an index of its own.

SQLite reads it instead of the wide rows and need not sort them. PostgreSQL counts by
hashes without one, and would refuse an entry of many codes (a third of a page at most).
"""

from typing import Any

from django.db import migrations

_COUNTED = """
CREATE INDEX catalogue_counted ON catalogue (
    types, actors, weapons, struck, grade, place_precision, review, month, day, last_day,
    killed_low, killed_high
)
"""


def index(apps: Any, schema_editor: Any) -> None:  # noqa: ANN401, ARG001
    """Add the index where it helps."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(_COUNTED, params=None)


class Migration(migrations.Migration):
    """Only an index: rows stay as they are."""

    dependencies = (("register", "0007_queue"),)
    operations = (migrations.RunPython(index, migrations.RunPython.noop),)
