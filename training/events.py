"""Fit "this telling tells an event" and "these two tell the same one".

    python training/events.py [seen|opened|all] [MODEL …] [--write]

``opened`` (the default) is the part of the gold that may be read while rules are written:
``seen`` and ``late``. Prints the figures on folds cut by cluster of near-duplicate texts; ``--write`` writes
``src/tawthiq/weigh/weights/{event,toll,background}.csv``, or the models named.
``same_event`` is printed alone: ``joining.py`` begins with it.
"""

import sys
from collections.abc import Sequence

import fit
from fit import Example
from labels import Labelled, labelled, quiet, sentences

from tawthiq.assemble.agreement import of_pair
from tawthiq.assemble.dates import dates_of
from tawthiq.assemble.evidence import Cluster, is_strong, of_event, setting
from tawthiq.assemble.kinds import of_kind

PARTS = {"seen": ("seen",), "opened": ("seen", "late"), "all": ("all",)}

BESIDE = {"toll": ("marked",), "background": ("marked",)}
"""Parts learned from besides: on folds not seen, the kinds of the gold and of the news
that we marked (``bench/quality/marks.py``) gain by these; the other models do not."""

PENALTY = {"same_event": 2.0}
"""Features that go together want a stronger penalty; on folds the others lose by it."""


def event_examples(found: Labelled) -> list[Example]:
    """Give an example for each telling."""
    out, strong = [], 0
    about = setting(found.scans, found.tellings)
    for telling, event in zip(found.tellings, found.events, strict=True):
        features = of_event(telling, about, strong_before=strong)
        strong += sum(map(is_strong, telling.of("attack")))
        out.append(Example(features, event is not None, found.cluster))
    return out


def pair_examples(found: Labelled) -> list[Example]:
    """Give an example for each telling of an event against each event before it."""
    out: list[Example] = []
    clusters: list[tuple[int, Cluster]] = []
    last = -1
    for telling, event in zip(found.tellings, found.events, strict=True):
        if event is None:
            continue
        home = None
        for index, (number, cluster) in enumerate(clusters):
            features = of_pair(telling, cluster, index=index, last=last)
            out.append(Example(features, number == event, found.cluster))
            if number == event:
                home = index
        if home is None:
            clusters.append((event, Cluster([telling])))
            last = len(clusters) - 1
        else:
            clusters[home][1].tellings.append(telling)
            last = home
    return out


def kind_examples(found: Labelled, kind: str) -> list[Example]:
    """Give an example for each event that is told: is it of this kind?"""
    clusters: dict[int, Cluster] = {}
    for telling, event in zip(found.tellings, found.events, strict=True):
        if event is not None:
            clusters.setdefault(event, Cluster()).tellings.append(telling)
    published = found.report.published
    told = list(clusters.values())
    dated = dates_of(told, found.scans, published=published)
    return [
        Example(
            of_kind(told, dated, index, published=published),
            found.gold[event]["kind"] == kind,
            found.cluster,
        )
        for index, event in enumerate(clusters)
    ]


SAYS = {
    "event": "Does a telling tell a harm event? Log-odds above zero: yes.",
    "same_event": "Does a telling tell the event of a cluster before it?",
    "toll": "Is an event a count over time?",
    "background": "Is an event recalled, older than the news?",
}


def examples(name: str, found: Sequence[Labelled]) -> list[Example]:
    """Give the examples of one of the models, from reports with their labels."""
    if name == "event":
        told = (*found, *quiet(), *sentences())
        return [e for f in told for e in event_examples(f)]
    if name == "same_event":
        return [e for f in found for e in pair_examples(f)]
    return [e for f in found for e in kind_examples(f, name)]


def main() -> None:
    """Fit, print, write."""
    part = next((a for a in sys.argv[1:] if a in PARTS), "opened")
    found = [f for p in PARTS[part] for f in labelled(p)]
    for name in [a for a in sys.argv[1:] if a in SAYS] or SAYS:
        beside = [f for p in BESIDE.get(name, ()) for f in labelled(p)]
        made = examples(name, [*found, *beside])
        fit.report(made, name)
        weights = fit.fit(made, penalty=PENALTY.get(name, 1.0))
        if "--write" in sys.argv and name != "same_event":
            fit.write(name, weights, made, says=SAYS[name])
        print(sorted(weights.items(), key=lambda p: -abs(p[1])))


if __name__ == "__main__":
    main()
