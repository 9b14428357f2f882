"""Which place a person means: one of the candidates, none, or what a name leads to."""

from django.conf import settings

from tawthiq.desk.preferences import current
from tawthiq.model.place import Place
from tawthiq.model.record import to_plain
from tawthiq.workflow.places import open_places
from tawthiq.workflow.registers.revised import Plain

NONE = "none"
"""What a form says for a place that is none of the candidates."""

MOST = 12
"""Candidates kept of a name that many places bear."""


def placed(old: Plain, name: str, chosen: str | None) -> Plain:
    """Say where a place lies, as a reading does.

    Args:
        old: the value before; empty for a new one.
        name: the name that the person gives.
        chosen: the id of a candidate, `NONE`, or nothing where it stays as it is.

    Returns:
        The fields ``head``, ``candidates``, ``state``, ``place``, ``precision`` and
        ``radius_m``, as far as they are known.
    """
    candidates = old.get("candidates", [])
    kept: Plain = {key: old[key] for key in ("head", "candidates") if key in old}
    if chosen == NONE:
        return {**kept, "state": "unresolved"}
    for one in candidates:
        if one["place"]["id"] == chosen:
            return {**kept, **_at(one["place"])}
    if name == old.get("name"):
        same = ("state", "place", "precision", "radius_m")
        return {**kept, **{key: old[key] for key in same if key in old}}
    return _looked_up(name)


def named(place: Plain) -> str:
    """Name a place with what it lies in, in the reader's language."""
    lang = current().lang
    names = (place.get(f"name_{lang}"), place.get("name_ar"), place.get("name_en"))
    name = next((one for one in names if one), place["id"])
    return " — ".join([name, *place.get("parent_names", [])[:2]])


def _looked_up(name: str) -> Plain:
    found: tuple[Place, ...] = open_places(settings.HOME).find(name)[:MOST]
    if not found:
        return {"state": "unresolved"}
    score = round(1 / len(found), 4)
    candidates = [{"place": to_plain(one), "score": score} for one in found]
    if len(found) > 1:
        return {"state": "ambiguous", "candidates": candidates}
    return {"candidates": candidates, **_at(candidates[0]["place"])}


def _at(place: Plain) -> Plain:
    same: Plain = {key: place[key] for key in ("precision", "radius_m") if key in place}
    return {"state": "resolved", "place": place, **same}
