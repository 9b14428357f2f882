"""Joining: which tellings are events, and which of them are one event.

News tells the same event in the headline, the lead and the body. Telling by telling it
is weighed whether one tells an event told before it, an event of its own or none; all
these choices are weighed together (``joining_options``), by what each of them costs the
events of the whole report (``weigh/weights/joining.csv``, ``training/joining.py``).
Each answer can be printed feature by feature. Whether a telling tells an event at all
is a model of its own beneath (``event.csv``). Wires in capitals have ``event_wire.csv``
and ``joining_wire.csv`` (``training/wire_folds.py``), and see more of what a sentence
speaks of (``wire_tellings``): what tells an event there is not what does in a post.
"""

from collections.abc import Iterator, Sequence

from tawthiq.assemble.evidence import (
    Cluster,
    is_strong,
    is_wired,
    of_event,
    setting,
)
from tawthiq.assemble.joining_options import NONE, Option, Seen, options
from tawthiq.assemble.telling import Telling
from tawthiq.assemble.totals import mark_totals
from tawthiq.assemble.wire_tellings import of_report, of_wired
from tawthiq.lang.scan import Scan
from tawthiq.weigh.linear import Model, load_model


def join(tellings: Sequence[Telling], scans: Sequence[Scan]) -> list[Cluster]:
    """Bring tellings of one event together, each to the best event before it.

    Args:
        tellings: the tellings of a report, in its order.
        scans: its sentences.

    Returns:
        The events, in the order of their first tellings.
    """
    model = load_model("joining_wire" if is_wired(scans) else "joining")
    clusters: list[Cluster] = []
    last = NONE
    for seen in sightings(tellings, scans):
        home = best(model, options(seen, clusters, last=last))
        if home == NONE:
            continue
        if home == len(clusters):
            clusters.append(Cluster(odds=seen.odds))
        clusters[home].tellings.append(seen.telling)
        last = home
    return clusters


def sightings(tellings: Sequence[Telling], scans: Sequence[Scan]) -> Iterator[Seen]:
    """Give each telling with what speaks for it telling an event at all."""
    mark_totals(tellings)
    about = setting(scans, tellings)
    tells = load_model("event_wire" if about.wired else "event")
    whole = of_report(scans) if about.wired else {}
    strong = 0
    for telling in tellings:
        features = of_event(telling, about, strong_before=strong)
        strong += sum(map(is_strong, telling.of("attack")))
        told = features | of_wired(telling, whole) if about.wired else features
        yield Seen(telling, features, tells.log_odds(told))


def best(model: Model, choices: Sequence[Option]) -> int:
    """Give the home of the choice that weighs most; of equals the first."""
    return max(choices, key=lambda choice: model.log_odds(choice.features)).home
