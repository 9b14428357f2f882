"""What people decided, with their reasons; a decision is undone by another."""

from django.db import models

from tawthiq.register.models.append_only import AppendOnly


class DecisionRow(AppendOnly):
    """One decision: ``verdict`` over ``targets`` (JSON), beside the machine's value."""

    at = models.CharField(max_length=40)
    by = models.TextField()
    verdict = models.CharField(max_length=20)
    targets = models.TextField()
    value = models.TextField()
    reason = models.TextField()
    reverses = models.ForeignKey("self", models.PROTECT, null=True)
    digest = models.CharField(max_length=64)

    class Meta:
        """Appended, never edited."""

        db_table = "decision"
