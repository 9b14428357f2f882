"""What people ruled of values that were read, and how far each review has come."""

from django.db import models

from tawthiq.register.models.append_only import AppendOnly
from tawthiq.register.models.reports import ReadingRow


class RevisionRow(AppendOnly):
    """One ruling on one value; ``machine`` and ``value`` are JSON, side by side."""

    at = models.CharField(max_length=40)
    by = models.TextField()
    report = models.TextField(db_index=True)
    reading = models.ForeignKey(ReadingRow, models.PROTECT, related_name="revisions")
    target = models.TextField()
    ruling = models.CharField(max_length=20)
    machine = models.TextField()
    value = models.TextField()
    note = models.TextField()
    reverses = models.ForeignKey("self", models.PROTECT, null=True)
    settles = models.BooleanField(default=False)
    digest = models.CharField(max_length=64)

    class Meta:
        """Appended, never edited."""

        db_table = "revision"
        indexes = (models.Index(fields=("by", "report"), name="revision_by"),)


class ReviewRow(models.Model):
    """How the review of a report stands: an index of the queue, made anew at will.

    ``doubt``, from 0 to 1, says how much of the reading is uncertain; ``total`` and
    ``ruled`` count what was read and what of it somebody ruled on.
    """

    name = models.TextField(primary_key=True)
    reading = models.ForeignKey(ReadingRow, models.PROTECT)
    state = models.CharField(max_length=10)
    doubt = models.FloatField()
    total = models.IntegerField()
    ruled = models.IntegerField()
    by = models.TextField()
    at = models.CharField(max_length=40)

    class Meta:
        """One row per report; the queue takes them doubtful first."""

        db_table = "review"
        indexes = (
            models.Index(fields=("state", "-doubt", "name"), name="queue"),
            models.Index(fields=("-doubt", "name", "state"), name="queue_open"),
        )
