"""Type, kind and stance of an event."""

from collections import Counter
from datetime import date

from tawthiq.assemble.evidence import BROAD, Cluster
from tawthiq.lang.lexicon import Hit
from tawthiq.model.vocabulary import EventKind

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

RECENT = 8
"""Days before publication after which a dated happening is recalled, not news."""


def type_of(cluster: Cluster) -> str:
    """Name the event's type from its attack words, then from its weapons."""
    named = Counter(h.code for h in cluster.of("attack") if h.code not in BROAD)
    broad = [h.code for h in cluster.of("attack") if h.code in BROAD]
    weapons = Counter(
        BY_WEAPON[h.code] for h in cluster.of("weapon") if h.code in BY_WEAPON
    )
    strong = Counter(
        h.code
        for h in cluster.of("attack")
        if h.code not in BROAD and h.values["strength"] == "strong"
    )
    for votes in (strong, weapons if broad or not named else named, named, weapons):
        if votes:
            return _winner(votes)
    if "bombing" in broad or "explosion" in broad:
        return "explosive_device"
    return "unspecified"


def _winner(votes: Counter[str]) -> str:
    top = max(votes.values())
    return next(t for t in ORDER if votes.get(t) == top)


def kind_of(cluster: Cluster, when: Hit | None, published: date | None) -> EventKind:
    """Tell a happening from a count over time and from one recalled."""
    telling = cluster.tellings[0]
    counts = telling.of("casualty")
    over_time = when is not None and (
        when.values.get("role") == "since"
        or when.values.get("precision") in {"month", "year", "week"}
    )
    if counts and (over_time or telling.cued("since")):
        return EventKind.TOLL
    if telling.cued("background"):
        return EventKind.BACKGROUND
    end = when.values.get("to") if when is not None else None
    if published and isinstance(end, date) and (published - end).days > RECENT:
        return EventKind.BACKGROUND
    return EventKind.INCIDENT

