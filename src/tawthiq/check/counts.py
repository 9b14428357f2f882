"""Rules on tallies: what no two counts of one incident can say together."""

from collections.abc import Iterator

from tawthiq.check.context import Context, said_count
from tawthiq.check.faults import Coded, Fault, fault, labels
from tawthiq.model.incident import Incident, Tally

DISJOINT = ("women", "men", "children")
"""Groups that no person belongs to two of."""
WHOLES = ("people", "civilians")
"""Groups that may be the whole of another, the wider first."""
NAMED_IN = (*WHOLES, "combatants")
"""Groups that together hold everybody whom a report can name."""


def _outcome(tally: Tally) -> Coded:
    return Coded(table="outcomes", code=tally.outcome)


def _group(code: str) -> Coded:
    return Coded(table="groups", code=code)


def low_above_high(incident: Incident, _: Context) -> Iterator[Fault]:
    """Find tallies whose least is above their most."""
    for tally in incident.casualties:
        if tally.low is None or tally.high is None or tally.low <= tally.high:
            continue
        yield fault(
            "low_above_high",
            incident,
            outcome=_outcome(tally),
            group=_group(tally.group),
            low=tally.low,
            high=tally.high,
        )


def negative_count(incident: Incident, _: Context) -> Iterator[Fault]:
    """Find tallies below zero."""
    for tally in incident.casualties:
        below = [n for n in (tally.low, tally.high) if n is not None and n < 0]
        if below:
            yield fault(
                "negative_count",
                incident,
                outcome=_outcome(tally),
                group=_group(tally.group),
                low=below[0],
            )


def _of(incident: Incident, outcome: str) -> dict[str, Tally]:
    return {t.group: t for t in incident.casualties if t.outcome == outcome}


def _outcomes(incident: Incident) -> list[str]:
    return list(dict.fromkeys(tally.outcome for tally in incident.casualties))


def _bounded(rows: dict[str, Tally], group: str | None) -> Tally | None:
    """Give the row of a whole that is bounded above; None for any other."""
    whole = rows.get(group) if group is not None else None
    return whole if whole is not None and whole.high is not None else None


def parts_above_whole(incident: Incident, _: Context) -> Iterator[Fault]:
    """Find women, men and children who add up to more than their whole can be."""
    for outcome in _outcomes(incident):
        rows = _of(incident, outcome)
        told = [rows[group] for group in DISJOINT if group in rows and rows[group].low]
        for whole in filter(None, (_bounded(rows, group) for group in WHOLES)):
            parts = [tally for tally in told if tally.part_of == whole.group]
            total = sum(tally.low or 0 for tally in parts)
            if len(parts) > 1 and whole.high is not None and total > whole.high:
                yield fault(
                    "parts_above_whole",
                    incident,
                    outcome=_outcome(whole),
                    parts=labels("groups", (tally.group for tally in parts)),
                    sum=total,
                    whole=_group(whole.group),
                    high=whole.high,
                )


def part_above_whole(incident: Incident, _: Context) -> Iterator[Fault]:
    """Find one part that is greater than its whole can be."""
    for tally in incident.casualties:
        whole = _bounded(_of(incident, tally.outcome), tally.part_of)
        if whole is None or whole.high is None or tally.low is None:
            continue
        if tally.low > whole.high:
            yield fault(
                "part_above_whole",
                incident,
                outcome=_outcome(tally),
                group=_group(tally.group),
                low=tally.low,
                whole=_group(whole.group),
                high=whole.high,
            )


def named_above_high(incident: Incident, _: Context) -> Iterator[Fault]:
    """Find more people named than all tallies of their outcome allow."""
    for outcome in _outcomes(incident):
        rows = _of(incident, outcome)
        wholes = [rows[group] for group in NAMED_IN if group in rows]
        if not wholes or any(row.high is None for row in wholes):
            continue
        high = sum(row.high or 0 for row in wholes)
        listed = sum(victim.outcome == outcome for victim in incident.victims)
        named = max(listed, said_count(incident, f"named_{outcome}") or 0)
        if named > high:
            yield fault(
                "named_above_high",
                incident,
                outcome=Coded(table="outcomes", code=outcome),
                named=named,
                high=high,
            )
