"""Work that waits, with who has it and until when."""

from django.db import models


class JobRow(models.Model):
    """One job (`model.job.Job`); ``due`` and ``lease`` in milliseconds since 1970."""

    kind = models.CharField(max_length=10)
    told = models.TextField()
    by = models.TextField()
    at = models.CharField(max_length=40)
    state = models.CharField(max_length=10)
    due = models.BigIntegerField()
    attempt = models.IntegerField(default=0)
    worker = models.CharField(max_length=80, default="")
    lease = models.BigIntegerField(default=0)
    progress = models.TextField(default="{}")
    fault_ar = models.TextField(default="")
    fault_en = models.TextField(default="")

    class Meta:
        """A queue, no evidence."""

        db_table = "job"
        indexes = (models.Index(fields=["state", "due"], name="job_next"),)
