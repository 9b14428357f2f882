"""Wishes to publish: one person asks, another looks and says yes or no."""

from enum import StrEnum

from django.conf import settings
from django.db import models

LONGEST = 120


class WishState(StrEnum):
    """What became of a wish."""

    LOOKING = "looking"
    """A job puts together what would be shown."""
    WAITING = "waiting"
    """For a second person."""
    PUBLISHING = "publishing"
    """Agreed; a job writes the site."""
    PUBLISHED = "published"
    REFUSED = "refused"
    CHANGED = "changed"
    """The register is no more what was agreed on: nothing was published."""


class PublishWish(models.Model):
    """One wish: under which profile, on what terms, what it was made of, who decided.

    ``digest`` is the hash of all that would be shown: what another person approves is
    the very thing that was asked for, or it is asked for anew. ``findings`` are what the
    second person looks at (`findings.Findings`), as JSON; ``job`` is the job that works,
    or worked last, on this wish.
    """

    profile = models.CharField(max_length=40)
    recorder = models.CharField(max_length=LONGEST)
    licence = models.CharField(max_length=LONGEST)
    as_of = models.DateField()
    digest = models.CharField(max_length=64, default="")
    incidents = models.IntegerField(default=0)
    findings = models.TextField(default="")
    job = models.BigIntegerField(default=0)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="wishes"
    )
    asked_at = models.DateTimeField()
    state = models.CharField(max_length=10, default=WishState.LOOKING.value)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="decided"
    )
    decided_at = models.DateTimeField(null=True)

    class Meta:
        """The desk's own table; the ledger holds what was published."""

        app_label = "desk"
        ordering = ("-asked_at", "-pk")
