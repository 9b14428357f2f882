"""Dates: which of the dates that a report tells is an event's own."""

from datetime import date
from typing import cast

from tawthiq.assemble.evidence import Cluster, own_dates
from tawthiq.lang.lexicon import Hit
from tawthiq.model.event import When
from tawthiq.model.vocabulary import DateBasis, DatePrecision


def when_of(cluster: Cluster) -> Hit | None:
    """Give the date of an event: the first of its own that can be resolved."""
    own = own_dates(cluster.of("date"))
    return next((h for h in own if h.values.get("from")), next(iter(own), None))


def date_of(hit: Hit, cluster: Cluster) -> When:
    """Make a date, resolved before, a value of its event."""
    return When(
        start=cast("date | None", hit.values.get("from")),
        end=cast("date | None", hit.values.get("to")),
        precision=DatePrecision(str(hit.values.get("precision") or "day")),
        basis=DateBasis(str(hit.values.get("basis") or "stated")),
        span=cluster.span(hit),
        rule=hit.rule,
    )
