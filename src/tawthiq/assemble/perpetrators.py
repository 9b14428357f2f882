"""Perpetrators: at whose door the report lays an event."""

from collections.abc import Iterator

from tawthiq.assemble.evidence import NOT_DOERS, Cluster
from tawthiq.model.event import Perpetrator
from tawthiq.model.vocabulary import Blame


def perpetrators_of(cluster: Cluster) -> Iterator[Perpetrator]:
    """Give the actors that stand where a perpetrator stands, each once."""
    seen: set[str] = set()
    for hit in cluster.of("actor"):
        if hit.values.get("position") not in NOT_DOERS and hit.code not in seen:
            seen.add(hit.code)
            yield Perpetrator(
                actor=hit.code, stance=Blame.ALLEGED, span=cluster.span(hit), rule=hit.rule
            )
