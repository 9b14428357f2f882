"""The search index: rows of keys, and the database's own index of their words."""

from typing import Any

from django.db import migrations, models

_SQLITE = (
    """
    CREATE VIRTUAL TABLE search_words USING fts5(
        kind, language, words, others, quotes, sounds,
        content='search_entry', content_rowid='id',
        tokenize="unicode61 remove_diacritics 0", prefix='2 3'
    )
    """,
    """
    CREATE TRIGGER search_entry_added AFTER INSERT ON search_entry BEGIN
        INSERT INTO search_words(rowid, kind, language, words, others, quotes, sounds)
        VALUES (new.id, new.kind, new.language, new.words, new.others, new.quotes,
            new.sounds);
    END
    """,
    """
    CREATE TRIGGER search_entry_gone AFTER DELETE ON search_entry BEGIN
        INSERT INTO search_words(search_words, rowid, kind, language, words, others,
            quotes, sounds)
        VALUES ('delete', old.id, old.kind, old.language, old.words, old.others,
            old.quotes, old.sounds);
    END
    """,
)
_POSTGRES = (
    """
    ALTER TABLE search_entry ADD COLUMN vector tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('simple', words), 'A')
        || setweight(to_tsvector('simple', others), 'B')
        || setweight(to_tsvector('simple', quotes), 'C')
        || setweight(to_tsvector('simple', sounds), 'D')
    ) STORED
    """,
    "CREATE INDEX search_entry_vector ON search_entry USING gin (vector)",
)


def index(apps: Any, schema_editor: Any) -> None:  # noqa: ANN401, ARG001
    """Add the index of this database's kind."""
    postgres = schema_editor.connection.vendor == "postgresql"
    for statement in _POSTGRES if postgres else _SQLITE:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    """Search; the rows of an older register are added when it is opened."""

    dependencies = (("register", "0002_append_only"),)
    operations = (
        migrations.CreateModel(
            name="SearchRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("kind", models.CharField(max_length=10)),
                ("reference", models.TextField(db_index=True)),
                ("day", models.DateField(null=True)),
                ("language", models.CharField(max_length=20)),
                ("words", models.TextField()),
                ("others", models.TextField()),
                ("quotes", models.TextField()),
                ("sounds", models.TextField()),
            ],
            options={"db_table": "search_entry"},
        ),
        migrations.RunPython(index),
    )
