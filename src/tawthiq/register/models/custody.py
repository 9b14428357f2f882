"""Captures, their receipts, what was set aside, and the ledger."""

from django.db import models

from tawthiq.register.models.append_only import AppendOnly


class LedgerRow(AppendOnly):
    """One entry of the custody ledger; ``body`` is its canonical JSON."""

    number = models.BigIntegerField(primary_key=True)
    at = models.CharField(max_length=40)
    by = models.TextField()
    act = models.CharField(max_length=20)
    subject = models.TextField(db_index=True)
    body = models.TextField()
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        """The chain, in its order."""

        db_table = "ledger"
        ordering = ("number",)


class CaptureRow(AppendOnly):
    """Bytes as received, under their SHA-256."""

    digest = models.CharField(max_length=64, primary_key=True)
    size = models.BigIntegerField()

    class Meta:
        """One row per different bytes."""

        db_table = "capture"


class ReceiptRow(AppendOnly):
    """One time that bytes came in: when, by whom, from where, with which tool."""

    capture = models.ForeignKey(CaptureRow, models.PROTECT, related_name="receipts")
    at = models.CharField(max_length=40)
    by = models.TextField()
    name = models.TextField()
    tool = models.TextField()

    class Meta:
        """The same bytes twice are one capture with two receipts."""

        db_table = "receipt"


class SetAsideRow(AppendOnly):
    """An item that could not be read, with its reason; the rest went on."""

    at = models.CharField(max_length=40)
    place = models.TextField()
    ar = models.TextField()
    en = models.TextField()
    remedy_ar = models.TextField()
    remedy_en = models.TextField()
    capture = models.ForeignKey(CaptureRow, models.PROTECT, null=True)

    class Meta:
        """Told once per receipt."""

        db_table = "set_aside"
