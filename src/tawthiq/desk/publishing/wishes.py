"""Wishes to publish: one person asks, another looks and says yes or no."""

from enum import StrEnum

from django.conf import settings
from django.db import models

LONGEST = 120


class WishState(StrEnum):
    """What became of a wish."""

    WAITING = "waiting"
    PUBLISHED = "published"
    REFUSED = "refused"


class PublishWish(models.Model):
    """One wish: under which profile, on what terms, what it was made of, who decided.

    ``digest`` is the hash of all that would be shown: what another person approves is
    the very thing that was asked for, or it is asked for anew.
    """

    profile = models.CharField(max_length=40)
    recorder = models.CharField(max_length=LONGEST)
    licence = models.CharField(max_length=LONGEST)
    as_of = models.DateField()
    digest = models.CharField(max_length=64)
    incidents = models.IntegerField()
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="wishes"
    )
    asked_at = models.DateTimeField()
    state = models.CharField(max_length=10, default=WishState.WAITING.value)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="decided"
    )
    decided_at = models.DateTimeField(null=True)

    class Meta:
        """The desk's own table; the ledger holds what was published."""

        app_label = "desk"
        ordering = ("-asked_at", "-pk")
