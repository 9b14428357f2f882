"""How far people agree who ruled on the same values, from what they decided."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from tawthiq.desk.assigning.assignments import BlindSpan, blind_spans
from tawthiq.model.revision import Ruling
from tawthiq.register.models import RevisionRow
from tawthiq.weigh.agreement import cohen_kappa, krippendorff_alpha

Item = tuple[int, str]
"""A value that was ruled on: the number of its reading, and its target there."""

CODES = (Ruling.ACCEPT, Ruling.REJECT, Ruling.CORRECT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Two people over the values that both ruled on; ``kappa`` None where undefined."""

    people: tuple[str, str]
    values: int
    equal: int
    kappa: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreements:
    """All pairs of people, and everybody together."""

    pairs: tuple[Agreement, ...]
    twice: int
    alpha: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """Agreement over all rulings, and over those made without seeing each other's."""

    all: Agreements
    blind: Agreements


def agreement_of_coders() -> Coded:
    """Compare what people ruled: the same verdict, and the same value if corrected.

    Kappa for each pair, Krippendorff's alpha for all (`weigh.agreement`).
    """
    spans = blind_spans()
    rows = list(_rulings())
    blind = [row for row in rows if _is_blind(row, spans)]
    return Coded(all=_agreements(rows), blind=_agreements(blind))


def _agreements(rows: Iterable[RevisionRow]) -> Agreements:
    codes = _codes(rows)
    both: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for told in codes.values():
        for one, two in combinations(sorted(told), 2):
            both[one, two].append((told[one], told[two]))
    pairs = tuple(
        Agreement(
            people=people,
            values=len(found),
            equal=sum(one == two for one, two in found),
            kappa=cohen_kappa(found),
        )
        for people, found in sorted(both.items())
    )
    return Agreements(
        pairs=pairs,
        twice=sum(len(told) > 1 for told in codes.values()),
        alpha=krippendorff_alpha([list(told.values()) for told in codes.values()]),
    )


def _codes(rows: Iterable[RevisionRow]) -> dict[Item, dict[str, str]]:
    """Give each value's verdicts by person: the last of each."""
    found: dict[Item, dict[str, str]] = defaultdict(dict)
    for row in rows:
        told = row.value if row.ruling == Ruling.CORRECT else ""
        found[row.reading_id, row.target][row.by] = f"{row.ruling} {told}"
    return found


def _rulings() -> Iterator[RevisionRow]:
    """Give the rulings that are compared, those that were undone left out."""
    undoing = RevisionRow.objects.filter(ruling=Ruling.UNDO)
    undone = set(undoing.values_list("reverses_id", flat=True))
    # What ends a conflict was decided with the others' rulings in view.
    rows = RevisionRow.objects.filter(ruling__in=CODES, settles=False).order_by("pk")
    return (row for row in rows.iterator(1000) if row.pk not in undone)


def _is_blind(row: RevisionRow, spans: Mapping[str, BlindSpan]) -> bool:
    """Whether a ruling was made while its maker could not see the other's."""
    span = spans.get(row.report)
    if span is None or row.by not in span.coders:
        return False
    return span.since <= row.at <= span.until
