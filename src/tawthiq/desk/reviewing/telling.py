"""A value in words of the page's language: what it says, and what stands beside it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tawthiq.desk.figures import between, day, digits
from tawthiq.desk.phrases import label, plain
from tawthiq.desk.preferences import current
from tawthiq.workflow.registers.revised import Plain

PLAIN_WORDINGS = frozenset({"exact", "at_least", "range", "up_to"})
"""Wordings that the numbers themselves already tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a value says; ``more`` qualifies it."""

    main: str
    more: str = ""


def tell(slot: str, value: Plain) -> Told:
    """Say a value."""
    return _TELLERS[slot](value)


def _event(value: Plain) -> Told:
    more = []
    if value["kind"] != "incident":
        more.append(label("event_kinds", value["kind"]))
    if value["stance"] != "asserted":
        more.append(label("event_stances", value["stance"]))
    return Told(main=label("event_types", value["type"]), more=" · ".join(more))


def _date(value: Plain) -> Told:
    start, end = value.get("start"), value.get("end")
    precision = label("date_precisions", value["precision"])
    if start is None and end is None:
        return Told(main=plain("day_unknown"), more=precision)
    if start == end:
        return Told(main=day(start))
    if end is None:
        return Told(main=plain("date_since", start=day(start)), more=precision)
    told = plain("from_to", low=day(start), high=day(end))
    return Told(main=told, more=precision)


def _place(value: Plain) -> Told:
    more = [label("place_roles", value["role"])]
    place = value.get("place")
    if place:
        lang = current().lang
        names = (place.get(f"name_{lang}"), place.get("name_ar"), place.get("name_en"))
        more.append(next((one for one in names if one), ""))
    state = value.get("state", "unresolved")
    if state != "resolved":
        more.append(label("place_states", state))
    return Told(main=value["name"], more=" · ".join(one for one in more if one))


def _casualties(value: Plain) -> Told:
    counted = value["range"]
    wording = counted.get("wording", "exact")
    low, high = counted.get("low"), counted.get("high")
    number = between(low, high)
    if low is None and high is None:
        number = label("wordings", wording)
    elif wording not in PLAIN_WORDINGS:
        ends = [one for one in (low, high) if one is not None]
        # «أكثر من ١٠»: the wording says of a lone end what `between` would say again.
        bare = digits(ends[0]) if len(ends) == 1 else number
        number = f"{label('wordings', wording)} {bare}"
    named = f"{label('outcomes', value['outcome'])}: {number}"
    return Told(main=named, more=label("groups", value["group"]))


def _victim(value: Plain) -> Told:
    more = [label("outcomes", value["outcome"])]
    if value.get("age") is not None:
        more.append(plain("victim_age", age=digits(f"{value['age']:g}")))
    if value.get("sex"):
        more.append(label("sexes", value["sex"]))
    return Told(main=value["name"], more=" · ".join(more))


def _perpetrator(value: Plain) -> Told:
    stance = label("perpetrator_stances", value["stance"])
    return Told(main=label("actors", value["actor"]), more=stance)


def _weapon(value: Plain) -> Told:
    return Told(main=label("weapons", value["code"]))


def _struck(value: Plain) -> Told:
    return Told(main=label("struck", value["code"]), more=value.get("name") or "")


def _attribution(value: Plain) -> Told:
    more = [label("source_kinds", value["kind"])]
    if value["stance"] != "asserts":
        more.append(label("stances", value["stance"]))
    if value.get("via"):
        more.append(plain("attribution_via", via=value["via"]))
    return Told(main=value["name"], more=" · ".join(more))


_TELLERS: Mapping[str, Callable[[Plain], Told]] = {
    "event": _event,
    "date": _date,
    "places": _place,
    "casualties": _casualties,
    "victims": _victim,
    "perpetrators": _perpetrator,
    "weapons": _weapon,
    "struck": _struck,
    "attribution": _attribution,
}
