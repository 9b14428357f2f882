"""Places: which of the places that a report names are an event's, and in which role."""

from collections.abc import Iterator

from tawthiq.assemble.evidence import Cluster
from tawthiq.model.event import PlaceClaim
from tawthiq.model.vocabulary import PlaceRole


def places_of(cluster: Cluster) -> Iterator[PlaceClaim]:
    """Give the places of an event, each name once, those struck before containers."""
    seen: set[str] = set()
    for hit in cluster.of("place"):
        key = str(hit.values.get("key") or hit.values["name"])
        if key in seen:
            continue
        seen.add(key)
        head = hit.values.get("head")
        yield PlaceClaim(
            role=PlaceRole(str(hit.values["role"])),
            name=str(hit.values["name"]),
            head=str(head) if head else None,
            span=cluster.span(hit),
            rule=hit.rule,
        )
