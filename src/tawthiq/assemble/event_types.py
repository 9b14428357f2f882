"""Type of an event: what its attack words and its weapons say it was."""

from collections import defaultdict
from collections.abc import Sequence

from tawthiq.assemble.evidence import BROAD, Cluster, doers, is_strong
from tawthiq.assemble.telling import Telling
from tawthiq.lang.lexicon import Hit

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

FIRST = 2.0
"""What a vote in the first telling counts: later ones may compare and recall."""


def types_of(clusters: Sequence[Cluster]) -> list[str]:
    """Name each event's type from its attack words and its weapons.

    An event whose words name no type («ضربات التحالف») has that of the report's other
    events by the same actor, or of all where it names no actor, if they have one between
    them. Fighters who fell by what is not told fell in the battles of a report that
    tells of nothing else.
    """
    own = [_own_type(c) for c in clusters]
    return [
        _type_beside(c, clusters, own) if t == UNSPECIFIED else t
        for c, t in zip(clusters, own, strict=True)
    ]


UNSPECIFIED = "unspecified"
FROM_AFAR = frozenset({"air_strike", "shelling"})
"""Types that are often told in one breath: «غارات جوية وقصف مدفعي»."""

TAKEN_AWAY = frozenset({"detained", "abducted"})
"""Harm that is a type of its own where nothing else was done."""


def _own_type(cluster: Cluster) -> str:
    """Name an event's type from its own attack words and weapons."""
    votes = _votes(cluster)
    if not votes:
        return _by_harm(cluster)
    _lift(votes, {h.code for h in cluster.of("weapon")})
    if votes["raid"] and _jets_did_it(cluster):
        votes["air_strike"] += votes.pop("raid")
    if votes["shelling"] and _is_launched_from_air(cluster):
        votes["air_strike"] += votes.pop("shelling")
    if votes["drone_strike"] and votes["air_strike"]:
        # «غارة بطائرة مسيّرة»: the aircraft is the drone.
        votes["drone_strike"] += votes.pop("air_strike")
    _merge(votes, _first_told(cluster))
    named = _first_of_two(cluster.tellings[0])
    if named is not None and all(votes[t] for t in FROM_AFAR):
        return named
    most = max(votes.values())
    top = next(t for t in ORDER if votes[t] == most)
    if top == "explosive_device" and votes["suicide_attack"]:
        return "suicide_attack"  # «فجر انتحاري نفسه في سيارة مفخخة»
    return top


def _by_harm(cluster: Cluster) -> str:
    """Name the type of an event that no attack word and no weapon names.

    Who was only detained or taken away was so («أوقفت قوة من الجيش ستة …»).
    """
    harms = {h.values["outcome"] for h in cluster.of("casualty")}
    if harms and harms <= TAKEN_AWAY:
        return "abduction_detention"
    return "clash" if _fell_at_front(cluster) else UNSPECIFIED


def _first_of_two(telling: Telling) -> str | None:
    """Give the type named first where strikes and shelling are told in one breath."""
    told = [h.code for h in telling.of("attack") if h.code in FROM_AFAR]
    return told[0] if len(set(told)) == len(FROM_AFAR) else None


def _first_told(cluster: Cluster) -> Hit | None:
    """Give the first attack word that names a type, if no weapon named one before."""
    for telling in cluster.tellings:
        typed = [h for h in telling.of("attack") if h.code not in BROAD]
        if typed or any(h.code in BY_WEAPON for h in telling.of("weapon")):
            return next(iter(typed), None)
    return None


def _merge(votes: defaultdict[str, float], first: Hit | None) -> None:
    """Count for one type what votes for another that goes with it.

    Battles of which a report tells first are fought with raids from the air;
    «اشتباكات» and an exchange of fire with bullets too, where «مواجهات» of soldiers
    with a crowd leave it to the bullets. Whom shells and bullets hit was shelled.

    Args:
        votes: the votes for each type, changed in place.
        first: the first attack word that names a type.
    """
    if first is not None and first.code == "clash":
        votes["clash"] += votes.pop("air_strike", 0)
        if is_strong(first):
            votes["clash"] += votes.pop("shooting", 0)
    elif votes["shelling"] and not votes["clash"]:
        votes["shelling"] += votes.pop("shooting", 0)


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
            if hit.code not in BROAD and not _tells_harm_alone(telling, hit):
                votes[hit.code] += share * (STRONG if is_strong(hit) else WEAK)
        for hit in telling.of("weapon"):
            if hit.code in BY_WEAPON and not hit.values.get("support"):
                votes[BY_WEAPON[hit.code]] += share * MEANS
    return votes


def _tells_harm_alone(telling: Telling, attack: Hit) -> bool:
    """Say whether a word for shooting only says that somebody died.

    "An attack hit the camp, killing a child": with what is not told. «اغتيال» is by
    shooting, but not where a bomb is named («اغتيل بعبوة زرعت في سيارته»).
    """
    if attack.code != "shooting":
        return False
    at = (attack.first, attack.last - 1)
    told = (h for place in at for h in telling.scan.at(place, "outcomes"))
    if not any(h.last == attack.last for h in told):
        return False
    return not is_strong(attack) or any(
        BY_WEAPON.get(h.code or "") in BOMBINGS for h in telling.of("weapon")
    )


BOMBINGS = frozenset({"explosive_device", "suicide_attack", "mine_or_uxo"})
FLOWN = ("drone", "helicopter", "aircraft")
AIRBORNE = frozenset({"israel", "us_led_coalition", "united_states"})
"""Parties whose missiles, in what is reported of harm, come from aircraft."""
GUNS = frozenset({"artillery_shell", "mortar", "tank_shell"})
"""A rocket is no gun: «أطلقت المقاتلات 60 صاروخا»."""


def _lift(votes: dict[str, float], weapons: set[str]) -> None:
    """Count "a drone shelled a house" for the drone: no gun is named.

    Args:
        votes: the votes for each type, changed in place.
        weapons: codes of all weapons that the event's words name.
    """
    flown = next((w for w in FLOWN if w in weapons), None)
    if flown is not None and votes["shelling"] and not weapons & GUNS:
        votes[BY_WEAPON[flown]] += votes.pop("shelling")


def _jets_did_it(cluster: Cluster) -> bool:
    """Say whether "jets raided the village": no men on the ground, whom aircraft may support."""
    return any(
        h.code == "aircraft" and not h.values.get("support")
        for h in cluster.of("weapon")
    )


def _is_launched_from_air(cluster: Cluster) -> bool:
    """Say whether the missiles of an event came from aircraft: no gun is named.

    An air strike is told beside them, or those did it who strike from the air.
    """
    told = {h.code for h in cluster.of("attack")}
    guns = {h.code for h in cluster.of("weapon")} & GUNS
    if "shelling" in told or guns:
        return False
    return "air_strike" in told or bool(doers(cluster.of("actor")) & AIRBORNE)


LENT = {
    "attack": frozenset({"air_strike", "drone_strike"}),
    "explosion": frozenset({"explosive_device"}),
}
"""Weak attack words, and the types that they take of the events beside theirs: after
raids, «ضربة» is one more. A massacre, or whom somebody targeted, may be anything."""


def _type_beside(
    cluster: Cluster, clusters: Sequence[Cluster], types: Sequence[str]
) -> str:
    """Give the one type of the events beside by the same actor.

    Where no actor is named, that of all events beside; so too where fighters fell.
    """
    mine = doers(cluster.of("actor"))
    weak = {h.code for h in cluster.of("attack") if not is_strong(h)}
    beside = {
        t
        for c, t in zip(clusters, types, strict=True)
        if t != UNSPECIFIED and (not mine or doers(c.of("actor")) & mine)
    }
    only = beside.pop() if len(beside) == 1 else UNSPECIFIED
    if any(only in LENT.get(w, ()) for w in weak):
        return only
    battles = set(types) - {UNSPECIFIED}
    fell = len(battles) == 1 and battles <= FOUGHT
    return battles.pop() if fell and _fighters_fell(cluster) else UNSPECIFIED


FOUGHT = frozenset({"clash", "raid"})
"""Types of which a report that tells nothing else tells how fighters fell."""


def _fighters_fell(cluster: Cluster) -> bool:
    """Say whether fighters were hurt, and no word says by what but «هجوم»."""
    words = {h.code for h in cluster.of("attack")}
    return words <= {"attack"} and any(
        h.values["group"] == "combatants" for h in cluster.of("casualty")
    )
