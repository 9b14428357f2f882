"""Type, kind and stance of an event."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from tawthiq.assemble.evidence import BROAD, STRUCK_ROLES, Cluster, doers, is_strong
from tawthiq.assemble.telling import Telling
from tawthiq.lang.lexicon import Hit
from tawthiq.model.vocabulary import EventKind
from tawthiq.weigh.linear import load_model

BY_WEAPON = {
    "aircraft": "air_strike",
    "helicopter": "air_strike",
    "barrel_bomb": "air_strike",
    "aerial_bomb": "air_strike",
    "drone": "drone_strike",
    "artillery_shell": "shelling",
    "mortar": "shelling",
    "tank_shell": "shelling",
    "rocket": "shelling",
    "ied": "explosive_device",
    "car_bomb": "explosive_device",
    "grenade": "explosive_device",
    "suicide_device": "suicide_attack",
    "landmine": "mine_or_uxo",
    "uxo": "mine_or_uxo",
    "small_arms": "shooting",
    "sniper": "shooting",
    "heavy_machine_gun": "shooting",
    "chemical": "chemical_attack",
    "blade": "other",
    "missile": "shelling",
}
"""The event type that a weapon makes of a bare «قصف» (annotation-guide.md)."""

ORDER = (
    "chemical_attack", "suicide_attack", "drone_strike", "air_strike",
    "explosive_device", "mine_or_uxo", "naval_bombardment", "shelling", "raid",
    "clash", "execution", "custody_death", "shooting", "abduction_detention",
    "siege_deprivation", "property_destruction", "sexual_violence", "other",
)  # fmt: skip
"""Which type wins where an event's words name several equally often."""

STRONG, WEAK, MEANS = 2.0, 0.8, 1.2
"""Votes of a strong and of a weak attack word, and of a weapon, for a type."""

FIRST = 1.5
"""What a vote in the first telling counts: later ones may compare and recall."""


def types_of(clusters: Sequence[Cluster]) -> list[str]:
    """Name each event's type from its attack words and its weapons.

    An event whose words name no type («ضربات التحالف») has that of the report's other
    events by the same actor, or of all where it names no actor, if they have one between
    them.
    """
    own = [_own_type(c) for c in clusters]
    return [
        _type_beside(c, clusters, own) if t == UNSPECIFIED else t
        for c, t in zip(clusters, own, strict=True)
    ]


UNSPECIFIED = "unspecified"


def _own_type(cluster: Cluster) -> str:
    """Name an event's type from its own attack words and weapons."""
    votes = _votes(cluster)
    if not votes:
        return "clash" if _fell_at_front(cluster) else UNSPECIFIED
    _lift(votes, {h.code for h in cluster.of("weapon")})
    if votes["shelling"] and _is_launched_from_air(cluster):
        votes["air_strike"] += votes.pop("shelling")
    if votes["drone_strike"] and votes["air_strike"]:
        # «غارة بطائرة مسيّرة»: the aircraft is the drone.
        votes["drone_strike"] += votes.pop("air_strike")
    top = max(votes.values())
    return next(t for t in ORDER if votes[t] == top)


def _fell_at_front(cluster: Cluster) -> bool:
    """«قتل 12 عنصرا في جبهة …»: fighters hurt at a front, by nothing that is told."""
    hurt = any(
        h.values["group"] == "combatants"
        and h.values["outcome"] in {"killed", "injured"}
        for h in cluster.of("casualty")
    )
    return hurt and any(h.values.get("head") == "front" for h in cluster.of("place"))


def _votes(cluster: Cluster) -> defaultdict[str, float]:
    """Let attack words and weapons vote; what flies beside others' deed has no vote."""
    votes: defaultdict[str, float] = defaultdict(float)
    for number, telling in enumerate(cluster.tellings):
        share = FIRST if number == 0 else 1.0
        for hit in telling.of("attack"):
            if hit.code not in BROAD:
                votes[hit.code] += share * (STRONG if is_strong(hit) else WEAK)
        for hit in telling.of("weapon"):
            if hit.code in BY_WEAPON and not hit.values.get("support"):
                votes[BY_WEAPON[hit.code]] += share * MEANS
    return votes


FLOWN = ("drone", "helicopter", "aircraft")
AIRBORNE = frozenset({"israel", "us_led_coalition", "united_states"})
"""Parties whose missiles, in what is reported of harm, come from aircraft."""
GUNS = frozenset({"artillery_shell", "mortar", "tank_shell", "rocket"})


def _lift(votes: dict[str, float], weapons: set[str]) -> None:
    """Count "a drone shelled a house" for the drone: no gun is named.

    Args:
        votes: the votes for each type, changed in place.
        weapons: codes of all weapons that the event's words name.
    """
    flown = next((w for w in FLOWN if w in weapons), None)
    if flown is not None and votes["shelling"] and not weapons & GUNS:
        votes[BY_WEAPON[flown]] += votes.pop("shelling")


def _is_launched_from_air(cluster: Cluster) -> bool:
    """Say whether the missiles of an event came from aircraft: no gun is named.

    An air strike is told beside them, or those did it who strike from the air.
    """
    told = {h.code for h in cluster.of("attack")}
    guns = {h.code for h in cluster.of("weapon")} & GUNS - {"rocket"}
    if "shelling" in told or guns:
        return False
    return "air_strike" in told or bool(doers(cluster.of("actor")) & AIRBORNE)


LENT = frozenset({"attack", "bombardment", "targeting"})
"""Attack words that take the type of the events beside theirs."""


def _type_beside(
    cluster: Cluster, clusters: Sequence[Cluster], types: Sequence[str]
) -> str:
    """Give the one type of the events beside by the same actor.

    Where no actor is named, that of all events beside.
    """
    mine = doers(cluster.of("actor"))
    if not {h.code for h in cluster.of("attack")} & LENT:
        return UNSPECIFIED
    beside = {
        t
        for c, t in zip(clusters, types, strict=True)
        if t != UNSPECIFIED and (not mine or doers(c.of("actor")) & mine)
    }
    return beside.pop() if len(beside) == 1 else UNSPECIFIED


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
        _kind_by_rule(cluster, when)
        or _kind(of_kind(clusters, whens, index, published=published))
        for index, (cluster, when) in enumerate(zip(clusters, whens, strict=True))
    ]


def _kind_by_rule(cluster: Cluster, when: Hit | None) -> EventKind | None:
    """Give the kind that words decide before any weighing; None where none do."""
    if _counts_since(cluster, when) or _counts_attacks(cluster.tellings[0], when):
        return EventKind.TOLL
    return EventKind.BACKGROUND if _is_recalled(cluster.tellings[0]) else None


LONG = 2
"""Days from which on a count since a day is one over time."""

RECALL_REACH = 6
"""Words behind an attack word in which «في وقت سابق» says when it was."""


def _is_recalled(telling: Telling) -> bool:
    """Say whether the attack itself is said to be of an earlier time.

    «الهجمات التي شنّت في وقت سابق» is recalled; «في وقت سابق الخميس» dates news.
    """
    return any(
        cue.code == "earlier"
        and 0 <= cue.first - attack.last <= RECALL_REACH
        and not any(
            d.first <= cue.last + 1 and d.last > cue.last for d in telling.of("date")
        )
        for attack in telling.of("attack")
        for cue in telling.of("event_cues")
    )


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


def _kind(features: dict[str, float]) -> EventKind:
    toll = load_model("toll").log_odds(features)
    background = load_model("background").log_odds(features)
    if max(toll, background) <= 0:
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
