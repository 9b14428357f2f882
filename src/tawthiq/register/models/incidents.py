"""Incidents as they stand: views of claims, made anew when claims arrive."""

from django.db import models

from tawthiq.register.models.reports import EventRow


class IncidentRow(models.Model):
    """An incident under its permanent id; ``merged_into`` redirects for ever.

    One is ``withdrawn`` when no claim bears it any more, after a report was read anew.
    """

    id = models.CharField(max_length=40, primary_key=True)
    code = models.TextField(db_index=True)
    content = models.TextField()
    merged_into = models.ForeignKey("self", models.PROTECT, null=True)
    day = models.DateField(null=True, db_index=True)
    withdrawn = models.BooleanField(default=False)

    class Meta:
        """Ids are given once and never again."""

        db_table = "incident"


class CodeRow(models.Model):
    """A code once given: it leads to its incident for ever, and to no other."""

    code = models.TextField(primary_key=True)
    incident = models.ForeignKey(IncidentRow, models.PROTECT, related_name="codes")

    class Meta:
        """Codes are given once."""

        db_table = "incident_code"


class MembershipRow(models.Model):
    """The incident that an event stands in."""

    event = models.OneToOneField(
        EventRow, models.CASCADE, primary_key=True, related_name="membership"
    )
    incident = models.ForeignKey(IncidentRow, models.PROTECT, related_name="members")

    class Meta:
        """One incident per event."""

        db_table = "membership"


class BlockRow(models.Model):
    """A key of time and place under which an event is compared with others."""

    event = models.ForeignKey(EventRow, models.CASCADE, related_name="blocks")
    key = models.TextField(db_index=True)

    class Meta:
        """Several keys per event."""

        db_table = "block"


class LinkRow(models.Model):
    """Two events compared: the score, its parts as JSON, and the judgement."""

    left = models.ForeignKey(EventRow, models.CASCADE, related_name="links_left")
    right = models.ForeignKey(EventRow, models.CASCADE, related_name="links_right")
    judgement = models.CharField(max_length=10)
    score = models.FloatField()
    parts = models.TextField()

    class Meta:
        """Each pair once, the lesser key left."""

        db_table = "link"
        constraints = (
            models.UniqueConstraint(fields=("left", "right"), name="link_pair"),
        )
