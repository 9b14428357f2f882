"""Means: with what an event was done, and what it struck."""

from collections.abc import Iterable, Iterator

from tawthiq.assemble.evidence import Cluster
from tawthiq.lang.lexicon import Hit
from tawthiq.model.event import Struck, Weapon

FROM_AIR = {"air_strike", "drone_strike"}
"""Types in which a missile is one from an aircraft (annotation-guide.md)."""


def weapons_of(cluster: Cluster, event_type: str) -> Iterator[Weapon]:
    """Give the weapons of an event, each code once; its type tells rocket from missile."""
    hits = cluster.of("weapon")
    missile = any(h.code == "missile" for h in hits)
    from_air = event_type in FROM_AIR
    hits = [
        h._replace(code=str(h.values.get("air") or h.code))
        if from_air or (missile and h.values.get("air") == "missile")
        else h
        for h in hits
    ]
    for hit in _each_code_once(hits):
        yield Weapon(code=hit.code, span=cluster.span(hit), rule=hit.rule)


MANY = {"other", "shop", "vehicle", "power", "government_building", "house", "police"}
"""Codes of many kinds of things: what is named by another word is another thing."""


def struck_of(cluster: Cluster) -> Iterator[Struck]:
    """Give what an event struck, each code once; of `MANY` each kind of thing."""
    seen: set[tuple[str, str]] = set()
    for hit in cluster.of("struck"):
        kind = _kind(cluster, hit) if hit.code in MANY else ""
        if (hit.code, kind) in seen:
            continue
        seen.add((hit.code, kind))
        name = hit.values.get("name")
        yield Struck(
            code=hit.code,
            name=str(name) if name else None,
            span=cluster.span(hit),
            rule=hit.rule,
        )


def _kind(cluster: Cluster, hit: Hit) -> str:
    """Name the kind of thing: its head noun, in whatever number."""
    words = cluster.span(hit).quote.casefold().split()
    return words[-1].removesuffix("s")


def _each_code_once(hits: Iterable[Hit]) -> Iterator[Hit]:
    seen: set[str] = set()
    for hit in hits:
        if hit.code not in seen:
            seen.add(hit.code)
            yield hit
