"""The rows of the search index: put in, taken out, in the transaction of their cause."""

from collections.abc import Iterable, Sequence

from tawthiq.model.search import Entry, SearchKind
from tawthiq.register.models import SearchRow
from tawthiq.register.services.together import together

SOME = 400
"""Rows in one question."""
VICTIM_MARK = "#"
"""Stands in a victim's reference between the incident and the number of the victim."""


def keep_reports(entries: Sequence[Entry]) -> None:
    """Put reports in the place of what is kept under their names."""
    with together():
        _drop((SearchKind.REPORT,), [e.reference for e in entries])
        add(entries)


def keep_incidents(former: Iterable[str], entries: Sequence[Entry]) -> None:
    """Put incidents and their victims in the place of former incidents.

    Args:
        former: the ids of incidents that stood before, or were changed.
        entries: those of the incidents that stand now.
    """
    stand = {e.reference for e in entries if e.kind is SearchKind.INCIDENT}
    gone = sorted(stand.union(former))
    with together():
        _drop((SearchKind.INCIDENT,), gone)
        known = SearchRow.objects.filter(kind=SearchKind.VICTIM)
        for name in gone:
            opening = name + VICTIM_MARK
            # Between the mark and the sign after it lies all that begins with it.
            mine = known.filter(reference__gte=opening, reference__lt=name + "$")
            mine.delete()
        add(entries)


def clear() -> None:
    """Take everything out."""
    SearchRow.objects.all().delete()


def add(entries: Iterable[Entry]) -> None:
    """Put in what is not there yet."""
    SearchRow.objects.bulk_create(
        (
            SearchRow(
                kind=str(e.kind),
                reference=e.reference,
                day=e.day,
                language=e.language,
                words=e.words,
                others=e.others,
                quotes=e.quotes,
                sounds=e.sounds,
            )
            for e in entries
        ),
        batch_size=SOME,
    )


def _drop(kinds: Sequence[SearchKind], references: Sequence[str]) -> None:
    for at in range(0, len(references), SOME):
        some = references[at : at + SOME]
        SearchRow.objects.filter(kind__in=kinds, reference__in=some).delete()
