"""Evidence: what speaks for a telling being an event.

Features are structural (place, type, day, toll, distance, cues), never words: words
learned from one set of reports do not hold for another (design/reading.md).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tawthiq.assemble.telling import ONE_SIDED, Telling
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.model.span import Span

BROAD = frozenset({"bombardment", "attack", "targeting", "explosion", "bombing"})
"""Attack words that name no type of their own."""

STRUCK_ROLES = frozenset({"at", "near"})
DOERS = ONE_SIDED | {"clash"}
"""Positions of actors (``find/actors``) in which they are said to have done it."""


@dataclass(slots=True)
class Cluster:
    """Tellings of one event, in the order of the report.

    ``odds`` are the log-odds that the first of them tells an event at all.
    """

    tellings: list[Telling] = field(default_factory=list)
    odds: float = 0.0

    def of(self, sheet: str) -> list[Hit]:
        """Give the hits of one sheet in all tellings, in the order of the report."""
        return [h for t in self.tellings for h in t.of(sheet)]

    def span(self, hit: Hit) -> Span:
        """Give the words of a hit."""
        return self.tellings[0].scan.span(hit.start, hit.end)


TOPICS = (
    "sport", "accident", "health", "crime", "film", "money", "animal", "past", "protest",
)  # fmt: skip
"""What else a report may be about: fields that borrow the words of war."""


_TOPIC_FEATURES = tuple((t, f"topic_{t}", f"topic_{t}_here") for t in TOPICS)

BRIEF = 5
"""Sentences up to which a report is a post or a flash, without headlines of others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a report is about as a whole: how often its words speak of what.

    ``spoken`` says from 0 to 1 how much it speaks of each of `TOPICS`.
    ``wired`` says that it is written in capitals, as agencies sent by wire.
    """

    sentences: int
    wired: bool
    tellings: int
    first: int
    strong: int
    weapons: int
    actors: int
    spoken: Mapping[str, float]


def setting(scans: Sequence[Scan], tellings: Sequence[Telling]) -> Setting:
    """Take in a report as a whole."""
    strong = sum(is_strong(h) for s in scans for h in s.of("attack"))
    return Setting(
        sentences=len(scans),
        wired=is_wired(scans),
        tellings=len(tellings),
        first=tellings[0].sentence if tellings else 0,
        strong=strong,
        weapons=sum(len(s.of("weapon")) for s in scans),
        actors=len({h.code for s in scans for h in s.of("actor")}),
        spoken=_spoken(Counter([h.code for s in scans for h in topics_of(s)])),
    )


def is_wired(scans: Sequence[Scan]) -> bool:
    """Say whether a report is written in capitals, as agencies sent by wire."""
    return 2 * sum(s.shouted for s in scans) > len(scans)


def is_strong(attack: Hit) -> bool:
    """Say whether an attack word tells of an attack by itself."""
    return attack.values["strength"] == "strong"


def _spoken(words: Mapping[str, int]) -> dict[str, float]:
    """Say how much a report speaks of each topic: of an accident at the first word.

    One stray word makes no topic.
    """
    counted = {topic: words.get(topic, 0) - (topic != "accident") for topic in TOPICS}
    return {topic: min(4, max(0, n)) / 4 for topic, n in counted.items()}


def of_event(
    telling: Telling, about: Setting, *, strong_before: int
) -> dict[str, float]:
    """Give the features of "this telling tells a harm event".

    Args:
        telling: the telling.
        about: its report as a whole.
        strong_before: strong attack words in the sentences before it.
    """
    attacks = telling.of("attack")
    counts = telling.of("casualty") or _named(telling)
    places = telling.of("place")
    strong = [h for h in attacks if is_strong(h)]
    indefinite = [h for h in attacks if not h.values["definite"]]
    struck = [h for h in places if h.values["role"] in STRUCK_ROLES]
    found = {
        "bias": 1.0,
        "strong": float(bool(strong)),
        "weak_only": float(bool(attacks) and not strong),
        "attacks": min(3.0, len(attacks)),
        "verb": float(any(h.values["part"] == "verb" for h in attacks)),
        "all_definite": float(bool(attacks) and not indefinite),
        "harm": float(bool(counts)),
        "killed": float(any(h.values["outcome"] == "killed" for h in counts)),
        "numbered": float(any(h.values.get("low") is not None for h in counts)),
        "harm_alone": float(bool(counts) and not attacks),
        "struck_place": float(bool(struck)),
        "any_place": float(bool(places)),
        "place_hit": float(any(h.values["relation"] == "struck" for h in struck)),
        "place_headed": float(any(h.values["head"] for h in struck)),
        "alone_at_place": float(bool(attacks and struck) and about.tellings == 1),
        "brief": float(about.sentences <= BRIEF),
        "brief_at_place": float(bool(attacks and struck) and about.sentences <= BRIEF),
        "doer": float(bool(doers(telling.of("actor")))),
        "two_sides": float(_two_sides(telling)),
        "actor": float(bool(telling.of("actor"))),
        "weapon": float(bool(telling.of("weapon"))),
        "struck": float(bool(telling.of("struck"))),
        "person": float(bool(telling.of("person"))),
        "date": float(bool(own_dates(telling.of("date")))),
        "source": float(bool(telling.of("source"))),
        "lead": float(telling.sentence == about.first),
        "late": min(10, telling.sentence - about.first) / 10,
        "short": float(telling.last - telling.first < 6),  # noqa: PLR2004
        "strong_before": min(4, strong_before) / 4,
        "alone": float(about.tellings == 1),
        "few": float(about.tellings <= 3),  # noqa: PLR2004
    }
    found |= _of_report(telling, about)
    cues = telling.cues
    for cue in ("background", "since", "toll_word", "hypothetical", "ceasefire"):
        found[f"cue_{cue}"] = float(cue in cues)
    for code in {h.code for h in attacks}:
        found[f"type_{code}"] = 1.0
    return found


def _two_sides(telling: Telling) -> bool:
    """Say whether both sides of a clash are named."""
    sides = {h.code for h in telling.of("actor") if h.values["position"] == "clash"}
    return len(sides) > 1


def _named(telling: Telling) -> list[Hit]:
    """Give the victims named with their harm, which tell of it as a count does.

    A name right behind a word for seizing does not: singers and players are seized.
    """
    hurt = {"killed", "injured"}
    return [
        h
        for h in telling.of("person")
        if h.values.get("outcome")
        and (h.rule != "person_harm" or h.values["outcome"] in hurt)
    ]


def is_plain_strike(features: Mapping[str, float]) -> bool:
    """Say whether a post opens with a strike, and is about nothing else.

    It names a place, who struck or by what; a weak word wants both.

    Args:
        features: what `of_event` gave.
    """
    if not features["few"] or not features["lead"]:
        return False
    if any(n for name, n in features.items() if name.startswith("topic_")):
        return False
    armed = bool(features["doer"] or features["weapon"])
    if features["strong"]:
        return bool(features["any_place"]) or armed
    return bool(features["verb"] and features["any_place"]) and armed


def _of_report(telling: Telling, about: Setting) -> dict[str, float]:
    """Give what the whole report is about, as far as its words tell."""
    found = {
        "report_strong": min(4, about.strong) / 4,
        "report_weapons": min(4, about.weapons) / 4,
        "report_actors": min(4, about.actors) / 4,
    }
    here = {h.code for h in topics_of(telling)}
    for topic, spoken, told_here in _TOPIC_FEATURES:
        found[spoken] = about.spoken[topic]
        # In the telling itself one word counts at once.
        found[told_here] = float(topic in here)
    return found


def own_dates(dates: Iterable[Hit]) -> list[Hit]:
    """Give the dates that may be the event's own, not those of what is said of it."""
    return [h for h in dates if h.values.get("role") != "said"]


def doers(found: Iterable[Hit]) -> set[object]:
    """Give the actors that stand where a perpetrator stands."""
    return {h.code for h in found if h.values.get("position") in DOERS}


def topics_of(told: Scan | Telling) -> list[Hit]:
    """Give the words of other fields, but those that name a weapon, place or outlet.

    «مسيرة» may be a drone, «حي الملعب» a quarter in which nobody plays, and «قناة
    المسيرة» no march; a coach of travellers («حافلة ركاب») that was hit had no accident,
    nor had who died under torture («إنه سقط من سطح السجن»), whatever his keepers say.
    """
    topics = told.of("topics")
    if not topics:
        return []
    scan = told if isinstance(told, Scan) else told.scan
    named = (*told.of("weapon"), *told.of("place"), *scan.of("outlets"))
    hit_by_attack = told.of("struck")
    in_custody = any(h.code == "custody_death" for h in told.of("attack"))
    return [
        hit
        for hit in topics
        if not any(n.first <= hit.first < n.last for n in named)
        and not (
            hit.code == "accident"
            and (
                in_custody or any(n.first <= hit.first <= n.last for n in hit_by_attack)
            )
        )
    ]
