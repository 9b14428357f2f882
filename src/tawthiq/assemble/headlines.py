"""Headlines: a headline sums up a report, so what it names may be of several events.

It is joined to the event that it tells first. What it names beside that, and the text
below tells of another event alone, is that other event's: «… يكثّف قصفه ويستخدم كذا».
A title of which nothing below was told again is no event of its own: it goes with the
event that the text tells next.
"""

from collections.abc import Sequence
from dataclasses import replace

from tawthiq.assemble.evidence import Cluster
from tawthiq.lang.lexicon import Hit

SUMMED_UP = ("weapon", "struck", "place")
"""Sheets of which a headline names those of several events."""


def share_out(clusters: Sequence[Cluster]) -> list[Cluster]:
    """Take from each headline what the text tells of another event alone.

    Args:
        clusters: the events of a report, in its order.

    Returns:
        The same events, but for one that the title alone tells; those that begin with a
        headline without what is not theirs.
    """
    told = _under_title(clusters)
    return [_own(cluster, told) for cluster in told]


def _under_title(clusters: Sequence[Cluster]) -> Sequence[Cluster]:
    """Put a title that was joined to nothing with the event that is told next."""
    first, *others = clusters or [Cluster()]
    told_below = any(not t.is_headline for c in others for t in c.tellings)
    if not told_below or not all(t.is_headline for t in first.tellings):
        return clusters
    second, *rest = others
    joined = [*first.tellings, *second.tellings]
    return [replace(second, tellings=joined), *rest]


def _own(cluster: Cluster, clusters: Sequence[Cluster]) -> Cluster:
    first, *below = cluster.tellings
    if not first.is_headline or not below:
        return cluster
    others = [t for c in clusters if c is not cluster for t in c.tellings]
    hits = dict(first.hits)
    for sheet in SUMMED_UP:
        mine = {_name(h) for t in below for h in t.of(sheet)}
        theirs = {_name(h) for t in others for h in t.of(sheet)} - mine
        hits[sheet] = [h for h in first.of(sheet) if _name(h) not in theirs]
    return replace(cluster, tellings=[replace(first, hits=hits), *below])


def _name(hit: Hit) -> str:
    return hit.code or str(hit.values.get("key") or hit.values.get("name"))
