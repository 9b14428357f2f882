"""Captures and their receipts: what came in, when, by whom, from where."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from tawthiq.errors import InputError
from tawthiq.model.custody import Act
from tawthiq.register.models import CaptureRow, ReceiptRow, SetAsideRow
from tawthiq.register.services.ledger import Deed, append, now
from tawthiq.register.services.together import together

_ADDRESSES = Q(capture=None) & (
    Q(place__startswith="http://") | Q(place__startswith="https://")
)
"""What was set aside before anything was received, under an address of the web."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """One time that bytes came in: their name there, by whom, with which tool."""

    digest: str
    size: int
    name: str
    by: str
    tool: str


def take_in(receipt: Receipt) -> bool:
    """Record bytes that are in the vault already; whether they are new.

    The same bytes again are a second receipt of the one capture.
    """
    at = now()
    with together():
        new = not CaptureRow.objects.filter(digest=receipt.digest).exists()
        if new:
            CaptureRow(digest=receipt.digest, size=receipt.size).save()
        ReceiptRow(
            capture_id=receipt.digest,
            at=at,
            by=receipt.by,
            name=receipt.name,
            tool=receipt.tool,
        ).save()
        body = {"name": receipt.name, "size": receipt.size, "tool": receipt.tool}
        act = Act.CAPTURED if new else Act.RECEIVED
        append([Deed(act=act, subject=receipt.digest, body=body)], by=receipt.by, at=at)
    return new


def set_aside(fault: InputError, *, capture: str | None) -> None:
    """Record an item that could not be read, and why.

    The same item of the same bytes is set aside once.
    """
    place = fault.where
    with together():
        known = SetAsideRow.objects.filter(capture_id=capture, place=place, en=fault.en)
        if not known.exists():
            SetAsideRow(
                at=now(),
                place=place,
                ar=fault.ar,
                en=fault.en,
                remedy_ar=fault.remedy_ar,
                remedy_en=fault.remedy_en,
                capture_id=capture,
            ).save()


def aside(*, but: Collection[str] = ()) -> Iterator[InputError]:
    """Give what was set aside, oldest first; without addresses, which are `dead_links`.

    Args:
        but: captures of which nothing is given.
    """
    for row in SetAsideRow.objects.exclude(_ADDRESSES).order_by("id").iterator(1000):
        if row.capture_id not in but:
            yield _fault(row)


def dead_links() -> Iterator[tuple[str, InputError]]:
    """Give addresses that gave nothing, each once: since when, and why the last time.

    One that was ever received is none: what it held is kept. The oldest come first.
    """
    received = ReceiptRow.objects.filter(name=OuterRef("place"))
    rows = SetAsideRow.objects.filter(_ADDRESSES & ~Exists(received)).order_by("id")
    since: dict[str, str] = {}
    last: dict[str, SetAsideRow] = {}
    for row in rows.iterator(1000):
        since.setdefault(row.place, row.at)
        last[row.place] = row
    for place, row in last.items():
        yield since[place], _fault(row)


def aside_of(*, capture: str | None, place: str) -> Iterator[InputError]:
    """Give what was set aside of one capture, or of one place where none was kept."""
    rows = SetAsideRow.objects.order_by("id")
    found = rows.filter(capture_id=capture) if capture else rows.filter(place=place)
    yield from map(_fault, found.iterator(1000))


def capture_digests() -> Iterator[str]:
    """Name every capture."""
    yield from CaptureRow.objects.order_by("digest").values_list("digest", flat=True)


def first_receipts() -> Iterator[tuple[str, Receipt]]:
    """Give when and how each capture first came in, by digest."""
    known: set[str] = set()
    rows = ReceiptRow.objects.select_related("capture").order_by("capture", "pk")
    for row in rows.iterator(1000):
        if row.capture_id not in known:
            known.add(row.capture_id)
            yield (
                row.at,
                Receipt(
                    digest=row.capture_id,
                    size=row.capture.size,
                    name=row.name,
                    by=row.by,
                    tool=row.tool,
                ),
            )


def _fault(row: SetAsideRow) -> InputError:
    return InputError(
        ar=row.ar,
        en=row.en,
        where=row.place,
        remedy_ar=row.remedy_ar,
        remedy_en=row.remedy_en,
    )
