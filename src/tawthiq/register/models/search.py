"""What can be searched: an index that is made of the rows, and can be made anew."""

from django.db import models


class SearchRow(models.Model):
    """One thing that can be found (`model.search.Entry`).

    The database keeps an index of its words by itself: SQLite a table ``search_words``
    by triggers, PostgreSQL the column ``vector`` (migration 0003).
    """

    kind = models.CharField(max_length=10)
    reference = models.TextField(db_index=True)
    day = models.DateField(null=True)
    language = models.CharField(max_length=20)
    words = models.TextField()
    others = models.TextField()
    quotes = models.TextField()
    sounds = models.TextField()

    class Meta:
        """An index, no evidence."""

        db_table = "search_entry"
