"""Joining rules: what is decided of a telling before its choices are weighed."""

from collections.abc import Iterable, Mapping

from tawthiq.assemble.clause_cuts import ADDING, is_long_since
from tawthiq.assemble.day_cuts import is_news, is_of_another_day, single_days
from tawthiq.assemble.evidence import Cluster, is_strong, own_dates, topics_of
from tawthiq.assemble.perpetrators import announces
from tawthiq.assemble.telling import Telling
from tawthiq.assemble.traits import traits_of
from tawthiq.lang.lexicon import Hit

FRONT = 3
"""Words at the front of a telling in which a place opens it."""

Features = Mapping[str, float]


def tells_surely(telling: Telling, told: Features) -> bool:
    """Say whether a telling tells an event, however little speaks for it.

    Args:
        telling: the telling.
        told: what `evidence.of_event` gave of it.
    """
    return (
        _is_plain_toll(telling)
        or _is_told_killing(telling)
        or _is_announced_strike(telling)
        or _is_told_strike(telling, told)
        or _is_opened_strike(telling, told)
    )


def _is_plain_toll(telling: Telling) -> bool:
    """Say whether a telling counts the dead since a day: a toll, whatever else it lacks.

    A rule before any weighing: «القوات … قتلت 46 منذ مطلع العام». Where no day is told
    («منذ بدء الاحتجاجات») an attack has to be: roads and illness have their dead too.
    """
    attacked = bool(telling.of("attack"))
    since = telling.cued("since") and attacked
    if not attacked and any(h.code in UNARMED for h in topics_of(telling)):
        return False  # «لقي 46 حتفهم في الفيضانات منذ أيام»
    return (traits_of(telling).sums_up or since) and any(
        h.values["outcome"] == "killed" and isinstance(h.values.get("low"), int)
        for h in telling.of("casualty")
    )


def _is_told_killing(telling: Telling) -> bool:
    """Say whether a telling says who killed how many, and when or where.

    A rule before any weighing: «وقتلت القوات … 61 خلال احتجاجات الاثنين».
    """
    counted = any(
        h.values["outcome"] == "killed"
        and isinstance(low := h.values.get("low"), int)
        and low > 0
        for h in telling.of("casualty")
    )
    did = any(h.values["position"] == "agent" for h in telling.of("actor")) or any(
        h.code in BY_HAND for h in telling.of("attack")
    )
    set_ = bool(own_dates(telling.of("date")) or traits_of(telling).told["place"])
    topics = {h.code for h in topics_of(telling)}
    armed = not topics & (PLAYED if telling.of("attack") else PLAYED | UNARMED)
    news = not (telling.scan.shouted or telling.cues & UNTOLD)  # wires are weighed
    return counted and did and set_ and armed and news


BY_HAND = frozenset({"shooting"})
"""Attacks that are done to the dead who are counted beside them, named weakly or not."""

UNTOLD = frozenset({"hypothetical", "negated", "exercise", "twofold"})
"""Cues beside which nobody need have been killed."""

PLAYED = frozenset({"sport"})
"""Topics whose reports only remember the dead: flags that fans raised for them."""

UNARMED = frozenset({"accident", "health"})
"""Topics that have dead of their own."""


def adds_up(telling: Telling) -> bool:
    """Say whether a telling gives but the toll of what was told: «ما يرفع عدد القتلى …».

    A rule before any weighing: it names no attack and no place, and no day since which.
    """
    return (
        bool(telling.cues & {"rising", "toll_word"})
        and not telling.of("attack")
        and not traits_of(telling).told["any"]
        and not traits_of(telling).sums_up
    )


def tells_again(pair: Features) -> bool:
    """Say whether a telling tells the attack of an event with its toll once more.

    A rule before any weighing: words name the same type, three people or more of one
    outcome are counted the same, and neither day nor place nor whom speaks against it.

    Args:
        pair: what the telling and the event have in common (``joining_options``).
    """
    return bool(
        pair.get("same_strong_type")
        and pair.get("same_toll_big")
        and not any(pair.get(name) for name in AGAINST)
    )


AGAINST = (
    "at_elsewhere",
    "other_day",
    "other_site",
    "other_group",
    "another",
    "over_time",
)
"""What speaks against two equal tolls being of one attack."""


def opens_with_place(telling: Telling) -> bool:
    """Say whether a telling begins with where: «وفي قرية النخيل، قتل …».

    A rule before any weighing: so a round-up turns to the next front, and what is told
    of another place is another event.
    """
    return any(
        h.first - telling.first < FRONT and h.values["relation"] in {"in", "near"}
        for h in telling.of("place")
    )


def opens_another_day(telling: Telling, cluster: Cluster) -> bool:
    """Say whether a telling begins with a day that is none of an event's days.

    A rule before any weighing: «انفجرت أمس عبوة … وقبل يومين قتل عنصران في هجوم …».

    Args:
        telling: the later telling.
        cluster: tellings of one event before it.
    """
    if telling.scan.shouted or not telling.of("attack"):
        return False
    if _points_back(telling) or telling.cued("rising"):
        return False
    known = cluster.of("date")
    if any(h.values.get("form") == "ago" for h in known):
        return False  # "two days ago" is a day told loosely
    opening = single_days(
        h for h in telling.of("date") if h.first - telling.first < FRONT
    )
    before = single_days(known)
    if known and any(map(is_of_another_day, telling.of("date"))):
        return True  # «وفي اليوم التالي …», «… قبل ذلك بيومين»
    return bool(opening and before) and not opening & before


def counts_longer(telling: Telling, cluster: Cluster, pair: Features) -> bool:
    """Say whether people are counted since a day long ago, and an event is of one day.

    A rule before any weighing: «أصيب ثلاثة بلغم أمس … ومنذ بداية العام قتل 22».

    Args:
        telling: the later telling.
        cluster: tellings of one event before it.
        pair: what it and the event have in common (``joining_options``).
    """
    if telling.scan.shouted or pair.get("same_toll") or pair["after_toll"]:
        return False
    counted = any(h.values.get("low") is not None for h in telling.of("casualty"))
    long = any(map(is_long_since, own_dates(telling.of("date"))))
    return counted and long and bool(single_days(cluster.of("date")))


def opens_with_more(telling: Telling) -> bool:
    """Say whether a telling is added to what was told: «فضلا عن … قصف استهدف بلدة …».

    A rule before any weighing, as `opens_with_place` is; people who are added to
    people («مع», «كما») stand in one telling.
    """
    return any(
        h.code == "plus" and h.last - h.first >= ADDING
        for h in telling.scan.at(telling.first, "count_words")
    )


def opens_later(telling: Telling) -> bool:
    """Say whether a telling goes on to a later attack: «ولاحقا أغارت … على بلدة …».

    A rule before any weighing, as `opens_with_place` is: what struck another place later
    is another event. What points back («الغارة») tells more of the same.
    """
    if telling.scan.shouted or _points_back(telling):
        return False
    return bool(telling.of("attack")) and any(
        h.code == "afterwards" and h.first - telling.first < FRONT
        for h in telling.of("event_cues")
    )


def turns_to_another(telling: Telling, pair: Features) -> bool:
    """Say whether a telling turns aside from an event, to a place or people of its own.

    A rule before any weighing: «كما استهدف … بلدة …», «وفي السياق، أفاد مصدر بمقتل 19»,
    «في المقابل، … استهدف بمسيرتين تجمعا …» after a raid on a house. What points back («كما طالت الغارات …») tells more of the same.

    Args:
        telling: the later telling.
        pair: what it and the event have in common (``joining_options``).
    """
    if not pair["aside"] or _points_back(telling):
        return False
    attacked = telling.of("attack") and (
        pair.get("new_place") or pair.get("other_toll")
    )
    counted = pair.get("new_toll") and pair["other_source"]
    elsewise = pair.get("other_struck") and pair.get("other_weapon")
    one_more = pair["fresh"] and (pair["another"] or elsewise)
    other = pair.get("other_place") or pair["two"] or one_more
    return bool(other or attacked or counted)


def _points_back(telling: Telling) -> bool:
    """Say whether an attack is named as one that was told: «الغارات», "the strikes"."""
    return any(h.values["definite"] for h in telling.of("attack"))


def is_what_was_answered(telling: Telling, pair: Features) -> bool:
    """Say whether a telling names what an event of its own sentence answered.

    A rule before any weighing: «قصف … ردا على مقتل جندي», «… بعد يوم من هجوم على …».

    Args:
        telling: the later telling.
        pair: what it and the event have in common (``joining_options``).
    """
    opens = {
        h.code for h in telling.of("event_cues") if h.first - telling.first < OPENING
    }
    recalls = {"clause", "background"} <= opens and "earlier" not in opens
    return bool(pair["same_sentence"]) and (recalls or "answered" in opens)


OPENING = 2
"""Words at the front of a telling in which a cue opens it."""


def reaches(telling: Telling, pair: Features) -> bool:
    """Say whether a telling gives what the toll since a day came to with an event.

    A rule before any weighing: «… مقتل 40، ليرتفع عدد القتلى منذ … إلى 100» are two
    counts of two things.

    Args:
        telling: the later telling.
        pair: what it and the event have in common (``joining_options``).
    """
    counted = pair.get("other_toll") and not pair.get("after_toll")
    if not counted or not telling.cued("rising"):
        return False
    return any(map(is_long_since, own_dates(telling.of("date"))))


def _is_announced_strike(telling: Telling) -> bool:
    """Say whether who struck announces it, and what was struck is told.

    A rule before any weighing: «أعلن الجيش شنه غارة على منشآت …».
    """
    return (
        any(map(is_strong, telling.of("attack")))
        and bool(telling.of("struck"))
        and announces(telling)
    )


BOMBED = frozenset({"air_strike", "drone_strike", "shelling", "bombardment"})
"""Attacks that are told as briefly as «وشنت الطائرات … غارات على»."""


def _is_told_strike(telling: Telling, told: Features) -> bool:
    """Say whether a report of strikes tells one more, with who struck and what or where.

    A rule before any weighing, however late in a report of nothing but attacks.
    """
    fresh = any(h.code in BOMBED and is_news(h) for h in telling.of("attack"))
    where = bool(told["struck"] or told["struck_place"])
    return bool(
        fresh
        and where
        and told["doer"]
        and told["weapon"]
        and told["report_strong"] >= 1
        and not telling.cues & {"hypothetical", "ceasefire"}
    )


def _is_opened_strike(telling: Telling, told: Features) -> bool:
    """Say whether a report of strikes goes on with a strike: «كما قصفت … أحياء في …».

    A rule before any weighing: its verb opens the telling, and a place is named; where
    the verb says but that somebody was targeted, who did it and what was struck are too.
    """
    verbs = {
        h.code
        for h in telling.of("attack")
        if h.values["part"] == "verb" and h.first - telling.first <= OPENING
    }
    named = told["struck"] and told["struck_place"] and told["doer"]
    return bool(
        told["report_strong"] >= 1
        and told["any_place"]
        and (verbs & BOMBED or (verbs and named))
        and not telling.cues & {"hypothetical", "ceasefire", "negated", "answered"}
    )


def names_others(telling: Telling, cluster: Cluster) -> bool:
    """Say whether a telling counts and names the dead, and an event others.

    A rule before any weighing: «مصرع قائد يدعى …» is not the commander named before,
    fell he in the same town. A name told in short shares a word with the full one.

    Args:
        telling: the later telling.
        cluster: tellings of one event before it.
    """
    if not (telling.of("casualty") and cluster.of("casualty")):
        return False
    one, other = _dead(telling.of("person")), _dead(cluster.of("person"))
    return bool(one and other) and not one & other


def _dead(persons: Iterable[Hit]) -> set[str]:
    """Give the words of the names of the dead, and of those whose lot is not told."""
    return {
        word
        for hit in persons
        if hit.values.get("outcome") in {"killed", None}
        for word in str(hit.values["name"]).split()
    }
