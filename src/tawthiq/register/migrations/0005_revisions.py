"""Revisions of values, only added to, and the queue of reviews."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models


_SQLITE = """
CREATE TRIGGER revision_no_{verb} BEFORE {verb} ON revision
BEGIN SELECT RAISE(ABORT, 'revision is only added to'); END
"""
_POSTGRES = """
CREATE TRIGGER revision_only_adds BEFORE UPDATE OR DELETE OR TRUNCATE ON revision
FOR EACH STATEMENT EXECUTE FUNCTION only_adds()
"""


def guard(apps: Any, schema_editor: Any) -> None:  # noqa: ANN401, ARG001
    """Add the triggers of this database's kind; the function is that of 0002."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(_POSTGRES)
        return
    for verb in ("UPDATE", "DELETE"):
        schema_editor.execute(_SQLITE.format(verb=verb))


class Migration(migrations.Migration):
    """The two tables and the guard of the first."""

    dependencies = [
        ('register', '0004_jobs'),
    ]

    operations = [
        migrations.CreateModel(
            name='RevisionRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.CharField(max_length=40)),
                ('by', models.TextField()),
                ('report', models.TextField(db_index=True)),
                ('target', models.TextField()),
                ('ruling', models.CharField(max_length=20)),
                ('machine', models.TextField()),
                ('value', models.TextField()),
                ('note', models.TextField()),
                ('settles', models.BooleanField(default=False)),
                ('digest', models.CharField(max_length=64)),
                ('reading', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='revisions', to='register.readingrow')),
                ('reverses', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to='register.revisionrow')),
            ],
            options={
                'db_table': 'revision',
            },
        ),
        migrations.CreateModel(
            name='ReviewRow',
            fields=[
                ('name', models.TextField(primary_key=True, serialize=False)),
                ('state', models.CharField(max_length=10)),
                ('doubt', models.FloatField()),
                ('total', models.IntegerField()),
                ('ruled', models.IntegerField()),
                ('by', models.TextField()),
                ('at', models.CharField(max_length=40)),
                ('reading', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='register.readingrow')),
            ],
            options={
                'db_table': 'review',
                'indexes': [models.Index(fields=['state', '-doubt', 'name'], name='queue')],
            },
        ),
        migrations.RunPython(guard),
    ]
