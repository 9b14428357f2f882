"""How far people agree who ruled on the same values, from what they decided."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
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


def pairs_of_coders(*, blind: bool = False) -> Agreements:
    """Compare what people ruled: the same verdict, and the same value if corrected.

    Kappa for each pair, Krippendorff's alpha for all (`weigh.agreement`).

    Args:
        blind: whether only rulings count that two made without seeing each other's.
    """
    codes = _codes(blind_spans() if blind else None)
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


def _codes(spans: Mapping[str, BlindSpan] | None) -> dict[Item, dict[str, str]]:
    """Give each value's verdicts by person: the last of each that was not undone."""
    found: dict[Item, dict[str, str]] = defaultdict(dict)
    for item, person, code in _rulings(spans):
        found[item][person] = code
    return found


def _rulings(
    spans: Mapping[str, BlindSpan] | None,
) -> Iterator[tuple[Item, str, str]]:
    undone = set(
        RevisionRow.objects.filter(ruling=Ruling.UNDO).values_list(
            "reverses_id", flat=True
        )
    )
    rows = RevisionRow.objects.filter(ruling__in=CODES).order_by("pk")
    for row in rows.iterator(1000):
        # What ends a conflict was decided with the others' rulings in view.
        if row.pk not in undone and not row.settles and _counts(row, spans):
            told = row.value if row.ruling == Ruling.CORRECT else ""
            yield (row.reading_id, row.target), row.by, f"{row.ruling} {told}"


def _counts(row: RevisionRow, spans: Mapping[str, BlindSpan] | None) -> bool:
    """Whether a ruling is compared: of blind coding, what was ruled while it lasted."""
    if spans is None:
        return True
    span = spans.get(row.report)
    if span is None or row.by not in span.coders:
        return False
    return span.since <= row.at <= span.until
