"""Reports, their readings, and the claims drawn from them."""

from django.db import models

from tawthiq.register.models.append_only import AppendOnly
from tawthiq.register.models.custody import CaptureRow


class ReportRow(AppendOnly):
    """A text as published; another text under the same name is another revision."""

    name = models.TextField(db_index=True)
    revision = models.PositiveIntegerField()
    capture = models.ForeignKey(CaptureRow, models.PROTECT, related_name="reports")
    record = models.TextField()
    language = models.CharField(max_length=20)
    title = models.TextField(null=True)  # noqa: DJ001 - not said is not an empty title
    outlet = models.TextField(null=True)  # noqa: DJ001
    author = models.TextField(null=True)  # noqa: DJ001
    url = models.TextField(null=True)  # noqa: DJ001
    published = models.DateField(null=True, db_index=True)
    published_basis = models.CharField(max_length=20, null=True)  # noqa: DJ001
    text = models.TextField()
    text_digest = models.CharField(max_length=64, db_index=True)
    digest = models.CharField(max_length=64)

    class Meta:
        """A name and a revision are one report."""

        db_table = "report"
        constraints = (
            models.UniqueConstraint(
                fields=("name", "revision"), name="report_revision"
            ),
        )


class ReadingRow(AppendOnly):
    """What one version of the reader drew from a report, in the reading format."""

    report = models.ForeignKey(ReportRow, models.PROTECT, related_name="readings")
    at = models.CharField(max_length=40)
    origin = models.TextField()
    content = models.TextField()
    digest = models.CharField(max_length=64)

    class Meta:
        """Readings are superseded, never replaced."""

        db_table = "reading"


class ClaimRow(AppendOnly):
    """One value with its words and its claimants; ``value`` and ``claimants`` are JSON."""

    reading = models.ForeignKey(ReadingRow, models.PROTECT, related_name="claims")
    claim = models.CharField(max_length=64, db_index=True)
    event = models.CharField(max_length=40)
    attribute = models.CharField(max_length=20)
    value = models.TextField()
    stance = models.CharField(max_length=20)
    start = models.IntegerField(null=True)
    end = models.IntegerField(null=True)
    quote = models.TextField(null=True)  # noqa: DJ001 - no span is not an empty one
    claimants = models.TextField()
    rule = models.TextField()
    part_of = models.CharField(max_length=64, null=True)  # noqa: DJ001
    digest = models.CharField(max_length=64)

    class Meta:
        """The atoms of the register."""

        db_table = "claim"


class StandingRow(models.Model):
    """Which revision and which reading of a report stand now: a pointer, no evidence.

    ``linked`` says whether the events of that reading stand in incidents already; a
    stop between the two is made good by the next linking.
    """

    name = models.TextField(primary_key=True)
    report = models.ForeignKey(ReportRow, models.PROTECT)
    reading = models.ForeignKey(ReadingRow, models.PROTECT)
    linked = models.BooleanField(default=False, db_index=True)

    class Meta:
        """One row per report."""

        db_table = "standing"


class EventRow(models.Model):
    """An event of a standing reading: an index for linking, made anew when re-read."""

    key = models.TextField(primary_key=True)
    name = models.TextField(db_index=True)
    reading = models.ForeignKey(ReadingRow, models.PROTECT)
    kind = models.CharField(max_length=20)

    class Meta:
        """One row per event of a standing reading."""

        db_table = "event"
