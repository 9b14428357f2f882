"""What the things found say, as the register keeps it: texts, claims, incidents."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tawthiq.model.incident import Incident
from tawthiq.register.models import ClaimRow, IncidentRow, SearchRow, StandingRow
from tawthiq.register.services.incidents import incident_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The text of a report that stands, with its reading."""

    title: str | None
    text: str
    reading: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimText:
    """The words of a claim, and where in the report they begin."""

    id: str
    attribute: str
    start: int
    quote: str


def texts(names: Sequence[str]) -> dict[str, Text]:
    """Give the texts of reports by their names."""
    rows = StandingRow.objects.filter(name__in=names)
    told = rows.values_list("name", "report__title", "report__text", "reading_id")
    return {
        name: Text(title=title, text=text, reading=reading)
        for name, title, text, reading in told
    }


def claims(readings: Iterable[int]) -> dict[int, list[ClaimText]]:
    """Give the claims of readings that have words, each span and attribute once."""
    rows = ClaimRow.objects.filter(reading__in=list(readings)).exclude(quote=None)
    columns = ("reading_id", "claim", "attribute", "start", "quote")
    found: dict[int, dict[tuple[str, int, str], ClaimText]] = {}
    for reading, claim, attribute, start, quote in rows.order_by("pk").values_list(
        *columns
    ):
        if quote and start is not None:
            told = ClaimText(id=claim, attribute=attribute, start=start, quote=quote)
            found.setdefault(reading, {}).setdefault((attribute, start, quote), told)
    return {reading: list(told.values()) for reading, told in found.items()}


def incidents_of(names: Iterable[str]) -> dict[str, Incident]:
    """Give the incidents that stand under these ids."""
    rows = IncidentRow.objects.in_bulk(sorted(set(names)))
    return {name: incident_of(row) for name, row in rows.items()}


def report_names() -> list[str]:
    """Name the reports that stand, in order."""
    return list(StandingRow.objects.order_by("name").values_list("name", flat=True))


def how_many() -> int:
    """Count the things that can be found."""
    return SearchRow.objects.count()


def nothing() -> bool:
    """Whether nothing can be found."""
    return not SearchRow.objects.exists()
