"""Triggers that refuse to change or remove what is kept, whoever asks."""

from typing import Any

from django.db import migrations

TABLES = (
    "ledger",
    "capture",
    "receipt",
    "set_aside",
    "report",
    "reading",
    "claim",
    "decision",
)

_SQLITE = """
CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is only added to'); END
"""
_POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION only_adds() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION '% is only added to', TG_TABLE_NAME; END
$$ LANGUAGE plpgsql
"""
_POSTGRES = """
CREATE TRIGGER {table}_only_adds BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION only_adds()
"""


def guard(apps: Any, schema_editor: Any) -> None:  # noqa: ANN401, ARG001
    """Add the triggers of this database's kind."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(_POSTGRES_FUNCTION, params=None)
        for table in TABLES:
            schema_editor.execute(_POSTGRES.format(table=table))
        return
    for table in TABLES:
        for verb in ("UPDATE", "DELETE"):
            schema_editor.execute(_SQLITE.format(table=table, verb=verb))


class Migration(migrations.Migration):
    """After the tables, their guard."""

    dependencies = (("register", "0001_initial"),)
    operations = (migrations.RunPython(guard),)
