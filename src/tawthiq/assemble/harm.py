"""Harm: the counts of people and the names of victims that belong to an event."""

from collections.abc import Iterator
from typing import cast

from tawthiq.assemble.evidence import Cluster
from tawthiq.model.count import Range
from tawthiq.model.event import Casualty, NamedVictim
from tawthiq.model.vocabulary import Wording


def casualties_of(cluster: Cluster) -> list[Casualty]:
    """Give the rows of an event: the same count told twice is one row.

    Rival counts of one thing are rows of their own; they are never summed.
    """
    rows: list[Casualty] = []
    at: dict[int, int] = {}
    seen: dict[tuple[object, ...], int] = {}
    for hit in cluster.of("casualty"):
        value = hit.values
        key = (value["outcome"], value["group"], value["low"], value["high"])
        if key in seen:
            at[hit.start] = seen[key]
            continue
        seen[key] = at[hit.start] = len(rows)
        whole = value.get("part_of")
        rows.append(
            Casualty(
                outcome=str(value["outcome"]),
                group=str(value["group"]),
                range=Range(
                    low=cast("int | None", value["low"]),
                    high=cast("int | None", value["high"]),
                    wording=Wording(str(value["wording"])),
                ),
                part_of=at.get(cast("int", whole)) if whole is not None else None,
                span=cluster.span(hit),
                rule=hit.rule,
            )
        )
    return rows


def victims_of(cluster: Cluster) -> Iterator[NamedVictim]:
    """Give the named victims of an event, each name once."""
    seen: set[str] = set()
    for hit in cluster.of("person"):
        name = str(hit.values["name"])
        if name not in seen:
            seen.add(name)
            sex = hit.values.get("sex")
            yield NamedVictim(
                name=name,
                age=cast("float | None", hit.values.get("age")),
                sex=str(sex) if sex else None,
                outcome=str(hit.values.get("outcome") or "killed"),
                span=cluster.span(hit),
                rule=hit.rule,
            )
