"""Kind of an event: a happening, a count over time, or what is recalled."""

from collections.abc import Sequence
from datetime import date

from tawthiq.assemble.evidence import STRUCK_ROLES, Cluster
from tawthiq.assemble.perpetrators import claimed_before
from tawthiq.assemble.telling import Telling
from tawthiq.lang.lexicon import Hit
from tawthiq.model.vocabulary import EventKind
from tawthiq.text.tokens import COMMA
from tawthiq.weigh.linear import load_model


def kinds_of(
    clusters: Sequence[Cluster], whens: Sequence[Hit | None], *, published: date | None
) -> list[EventKind]:
    """Tell happenings from counts over time and from what is recalled.

    Two small models decide (``weigh/weights/toll.csv``, ``background.csv``).

    Args:
        clusters: the events of a report.
        whens: their dates, resolved, None where they have none.
        published: the day of publication.
    """
    return [
        _kind_by_rule(clusters, whens, index, published=published)
        or _kind(
            of_kind(clusters, whens, index, published=published),
            recalled=_is_of_season(clusters[index].tellings[0], whens[index])
            or (index > 0 and bool(_opening(clusters[index].tellings[0]))),
            alone=len(clusters) == 1 and clusters[0].tellings[0].sentence <= LEAD,
        )
        for index in range(len(clusters))
    ]


def _kind_by_rule(
    clusters: Sequence[Cluster],
    whens: Sequence[Hit | None],
    index: int,
    *,
    published: date | None,
) -> EventKind | None:
    """Give the kind that words decide before any weighing; None where none do."""
    cluster, when = clusters[index], whens[index]
    first = cluster.tellings[0]
    sums_up = any(t.is_total for t in cluster.tellings)
    if sums_up or _counts_since(cluster, when) or _counts_attacks(first, when):
        return EventKind.TOLL
    recalled = (
        _is_recalled(first)
        or _is_remembered(first)
        or (when is not None and when.values.get("form") == "anniversary")
        or (index > 0 and _is_siege(first))
        or _is_long_past(whens, index, published)
        or ("clause" in _opening(first) and (index > 0 or _leads_on(clusters)))
    )
    if recalled:
        return EventKind.BACKGROUND
    return EventKind.TOLL if _counts_lately(cluster, when) else None


WEEK = 7
"""Days from which on dozens of dead are those of several happenings."""


def _counts_lately(cluster: Cluster, when: Hit | None) -> bool:
    """Say whether dozens died over a time: «سقط عشرات الضحايا في الفترة الأخيرة»."""
    dead = [
        h.values.get("low")
        for h in cluster.of("casualty")
        if h.values["outcome"] == "killed" and h.values.get("part_of") is None
    ]
    if when is None or not dead or any(n is not None for n in dead):
        return False
    start, end = when.values.get("from"), when.values.get("to")
    if isinstance(start, date) and isinstance(end, date):
        return (end - start).days >= WEEK
    return when.values.get("form") == "vague"


OPENING = 2
"""Words at the front of a telling in which a cue opens it."""


def _opening(telling: Telling) -> set[str]:
    """Give the codes of the words that open a telling as a recall.

    «غداة مقتل …», «بعد أيام من …» (a clause), «يذكر أن …»; «في وقت سابق» (earlier) may
    be today.
    """
    opens = [h for h in telling.of("event_cues") if h.first - telling.first < OPENING]
    recalls = {(h.first, h.last) for h in opens if h.code == "background"}
    codes = {h.code for h in opens if (h.first, h.last) in recalls}
    return set() if "earlier" in codes else codes


def _leads_on(clusters: Sequence[Cluster]) -> bool:
    """Say whether the sentence that opens a report tells another happening behind it."""
    first, *others = (c.tellings[0].sentence for c in clusters)
    return first in others


def _is_siege(telling: Telling) -> bool:
    """«وتفرض … حصارا»: beside a happening, a siege is the state in which it happened."""
    return {h.code for h in telling.of("attack")} == {"siege_deprivation"}


LONG_PAST = 300
"""Days before publication from which on news recalls."""

NEWER = 30
"""Days by which another event is newer than one that is recalled beside it."""


def _is_long_past(
    whens: Sequence[Hit | None], index: int, published: date | None
) -> bool:
    """Say whether an event lies about a year back, and the report tells newer ones.

    What has no date is of the day. A report on old strikes alone recalls none.
    """
    ages = [_age(when, published) for when in whens]
    own = ages.pop(index)
    if own is None or own < LONG_PAST:
        return False
    return any(age is None or age + NEWER <= own for age in ages)


LONG = 2
"""Days from which on a count since a day is one over time."""

RECALL_REACH = 6
"""Words behind an attack word in which «في وقت سابق» says when it was."""


def _is_recalled(telling: Telling) -> bool:
    """Say whether the attack itself is said to be of an earlier time.

    «الهجمات التي شنّت في وقت سابق» is recalled; «في وقت سابق الخميس» dates news.
    """
    if claimed_before(telling):
        return True
    return any(
        cue.code == "earlier"
        and 0 <= cue.first - attack.last <= RECALL_REACH
        and not any(
            d.first <= cue.last + 1 and d.last > cue.last for d in telling.of("date")
        )
        for attack in telling.of("attack")
        for cue in telling.of("event_cues")
    )


REMEMBERED = 5
"""Words behind "the anniversary of" in which the attack that it recalls is named."""


def _is_remembered(telling: Telling) -> bool:
    """Say whether years are counted since the attack, and no newer one is told.

    «أحيا السكان الذكرى الثالثة للمجزرة التي …», «بعد عام على الهجوم …».
    """
    attacks = [h.first for h in telling.of("attack")]
    cue = next((c for c in telling.of("event_cues") if c.code == "anniversary"), None)
    if cue is None or not attacks or not 0 <= attacks[0] - cue.last <= REMEMBERED:
        return False
    if len(attacks) == 1:
        return True
    between = telling.scan.tokens[cue.last : max(attacks[1:]) + 1]
    return all(token.gap < COMMA for token in between)


def _counts_since(cluster: Cluster, when: Hit | None) -> bool:
    """Say whether people are counted from a day on: a toll, before any weighing."""
    if when is None or when.values.get("role") != "since":
        return False
    start, end = when.values.get("from"), when.values.get("to")
    if isinstance(start, date) and isinstance(end, date) and (end - start).days < LONG:
        return False  # «منذ فجر اليوم»: one bombardment that goes on
    return any(h.values.get("low") is not None for h in cluster.of("casualty"))


SEASON = 27
"""Days from which on a span is no happening's: a month, a year."""


def _is_of_season(telling: Telling, when: Hit | None) -> bool:
    """Say whether an event is first told with a month or more: no news of a day is."""
    if when is None or when not in telling.of("date"):
        return False
    start, end = when.values.get("from"), when.values.get("to")
    if not (isinstance(start, date) and isinstance(end, date)):
        return False
    return (end - start).days >= SEASON


COUNTED = 3
"""Attacks from which on their number is a count: two are told as two."""


def _counts_attacks(telling: Telling, when: Hit | None) -> bool:
    """Say whether attacks are counted over a month or more: «30 ضربة العام الماضي»."""
    start, end = (when.values.get(k) if when else None for k in ("from", "to"))
    if not (isinstance(start, date) and isinstance(end, date)):
        return False
    attacks = {h.first for h in telling.of("attack")}
    return (end - start).days >= SEASON and any(
        h.last in attacks and float(str(h.values["value"])) >= COUNTED
        for h in telling.scan.of("number")
    )


LEAD = 1
"""The last sentence of a report's opening: a headline and what it announces."""


def _kind(features: dict[str, float], *, recalled: bool, alone: bool) -> EventKind:
    """Weigh the kinds; what alone a report opens with, with its toll, is news."""
    toll = load_model("toll").log_odds(features)
    background = load_model("background").log_odds(features)
    if alone and features["counted"]:
        background = min(background, 0.0)
    if max(toll, background) <= 0 and not recalled:
        return EventKind.INCIDENT
    return EventKind.TOLL if toll > background else EventKind.BACKGROUND


AGES = (1, 3, 7, 30, 400)
"""Bounds, in days before publication, of the ages that the models tell apart."""

SPANS = (2, 6, 27)
"""Lengths, in days, of the spans that the models tell apart."""


def of_kind(
    clusters: Sequence[Cluster],
    whens: Sequence[Hit | None],
    index: int,
    *,
    published: date | None,
) -> dict[str, float]:
    """Give the features by which a happening, a toll and a recall are told apart.

    Args:
        clusters: the events of a report.
        whens: their dates.
        index: the event in question; the first of a report is seldom recalled.
        published: the day of publication.
    """
    cluster, when = clusters[index], whens[index]
    first = cluster.tellings[0]
    lows = [h.values.get("low") for h in first.of("casualty")]
    numbers = [n for n in lows if isinstance(n, int)]
    attacks = first.of("attack")
    struck = [h for h in cluster.of("place") if h.values["role"] in STRUCK_ROLES]
    found = {
        "bias": 1.0,
        "lead": float(index == 0),
        "later": min(5, index) / 5,
        "counted": float(bool(numbers)),
        "count_50": float(any(n >= 50 for n in numbers)),  # noqa: PLR2004
        "count_200": float(any(n >= 200 for n in numbers)),  # noqa: PLR2004
        "vague": float(len(numbers) < len(lows)),
        "many": float(any(h.values["number"] == "many" for h in attacks)),
        "definite": float(bool(attacks) and bool(attacks[0].values["definite"])),
        "no_attack": float(not attacks),
        "no_struck_place": float(not struck),
        "places": min(4, len({h.values["name"] for h in struck})) / 4,
        "tellings": min(4, len(cluster.tellings)) / 4,
        "no_date": float(when is None),
        "vague_date": float(when is not None and when.values.get("form") == "vague"),
    }
    for cue in KIND_CUES:
        found[f"cue_{cue}"] = float(first.cued(cue))
    if when is not None:
        found["since"] = float(when.values.get("role") == "since")
        found |= _days(when, published)
        found |= _beside(whens, index, published)
    return found


def _beside(
    whens: Sequence[Hit | None], index: int, published: date | None
) -> dict[str, float]:
    """Compare a date with the others of its report.

    A report of strikes long past tells several of them; news recalls one beside
    something newer.
    """
    ends = [_age(w, published) for w in whens]
    own = ends[index]
    others = [a for n, a in enumerate(ends) if a is not None and n != index]
    if own is None:
        return {}
    return {
        "newer_beside": float(any(a + 2 <= own for a in others)),
        "older_beside": float(any(a >= own + 2 for a in others)),
        "old_among_old": float(own >= OLD and any(a >= OLD for a in others)),
        "old_and_no_newer": float(own >= OLD and not any(a + 2 <= own for a in others)),
    }


OLD = 7
"""Days before publication from which on a date is old."""


def _age(when: Hit | None, published: date | None) -> int | None:
    end = when.values.get("to") if when is not None else None
    return (published - end).days if published and isinstance(end, date) else None


KIND_CUES = (
    "background", "had", "since", "during", "so_far", "rising", "toll_word", "war",
    "clause", "another", "condemned",
)  # fmt: skip


def _days(when: Hit, published: date | None) -> dict[str, float]:
    start, end = when.values.get("from"), when.values.get("to")
    if not isinstance(start, date) or not isinstance(end, date):
        return {}
    length = (end - start).days
    found = {f"span_{n}": float(length >= n) for n in SPANS}
    age = _age(when, published)
    if age is not None:
        found |= {f"age_{n}": float(age >= n) for n in AGES}
    return found
