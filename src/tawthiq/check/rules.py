"""The rules, in the order in which they speak, and the check that runs them all."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from tawthiq.check import codes, counts, days, people, points, twins, units
from tawthiq.check.context import Context
from tawthiq.check.faults import Fault, worded
from tawthiq.model.finding import Finding, Severity
from tawthiq.model.incident import Incident

Alone = Callable[[Incident, Context], Iterator[Fault]]
Together = Callable[[Sequence[Incident], Context], Iterator[Fault]]

OF_ONE: tuple[Alone, ...] = (
    counts.low_above_high,
    counts.negative_count,
    counts.parts_above_whole,
    counts.part_above_whole,
    counts.named_above_high,
    people.age_against_group,
    people.age_impossible,
    people.two_outcomes,
    points.latitude_impossible,
    points.longitude_impossible,
    points.half_a_point,
    points.point_zero,
    points.point_outside_area,
    points.precision_missing,
    points.precision_without_point,
    points.radius_against_precision,
    points.places_far_apart,
    days.date_missing,
    days.date_reversed,
    days.date_after_publication,
    days.date_in_future,
    days.date_placeholder,
    codes.unknown_code,
    codes.weapon_against_type,
    codes.grade_against_claims,
)
"""What one incident can be held against by itself."""

OF_ALL: tuple[Together, ...] = (
    twins.duplicate_code,
    twins.same_day_same_place,
    people.died_twice,
    units.unit_spellings,
    units.point_outside_unit,
)
"""What shows only when incidents are laid side by side."""


def check_incidents(
    incidents: Iterable[Incident], context: Context
) -> tuple[Finding, ...]:
    """Find what cannot be right in incidents, and what seldom is.

    The rules and their words are those of ``codebook/findings.csv`` (domain handbook,
    5.9). The order of the incidents does not matter to what is found.

    Args:
        incidents: those of a register, or an imported table.
        context: the codebook and whatever else is known.

    Returns:
        The findings, the impossible first, then by the order of the rules.
    """
    all_of_them = sorted(incidents, key=lambda incident: (incident.code, incident.id))
    found = [worded(fault, context.codebook) for fault in _faults(all_of_them, context)]
    order = list(Severity)
    return tuple(sorted(found, key=lambda finding: order.index(finding.severity)))


def _faults(incidents: Sequence[Incident], context: Context) -> Iterator[Fault]:
    for rule in OF_ONE:
        for incident in incidents:
            yield from rule(incident, context)
    for together in OF_ALL:
        yield from together(incidents, context)
