"""Corrections: what one publication says otherwise than the one before it.

A figure that was published and changes is corrected openly, with what it was (domain
handbook 3 E5): each publication is kept with the public facts of its incidents, and
the next is held against it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from tawthiq.model.incident import Incident
from tawthiq.model.publication import Publication
from tawthiq.publish.counting import all_of, voices_of
from tawthiq.publish.places import best_place

Facts = Mapping[str, str]
"""What was published of an incident: fact by name, each as text that can be compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One fact that is published otherwise than before."""

    fact: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One publication and what it changed.

    ``gone`` gives for each incident that is published no more the one that it was
    merged into, or nothing. The ``first`` publication corrects nothing.
    """

    day: date
    first: bool = False
    new: tuple[str, ...] = ()
    corrected: Mapping[str, tuple[Change, ...]] = field(default_factory=dict)
    gone: Mapping[str, str] = field(default_factory=dict)

    @property
    def says_something(self) -> bool:
        """Whether it differs from the one before."""
        return bool(self.first or self.new or self.corrected or self.gone)


def facts_of(publication: Publication) -> dict[str, Facts]:
    """Give the public facts of each incident by its id."""
    return {one.id: _facts(one) for one in publication.incidents}


def edition_of(
    publication: Publication, before: Mapping[str, Facts] | None, *, day: date
) -> Edition:
    """Hold a publication against the facts of the one before it.

    Args:
        publication: what is to be published.
        before: the facts of the last one; None where there was none.
        day: the day of publication.
    """
    now = facts_of(publication)
    if before is None:
        return Edition(day=day, first=True, new=tuple(now))
    heirs = {alias: one.id for one in publication.incidents for alias in one.aliases}
    changed = {
        name: tuple(_changes(before[name], facts))
        for name, facts in now.items()
        if name in before
    }
    return Edition(
        day=day,
        new=tuple(name for name in now if name not in before),
        corrected={name: told for name, told in changed.items() if told},
        gone={name: heirs.get(name, "") for name in before if name not in now},
    )


def edition_to_plain(edition: Edition) -> dict[str, object]:
    """Give an edition as JSON keeps it."""
    return {
        "day": edition.day.isoformat(),
        "first": edition.first,
        "new": list(edition.new),
        "corrected": {
            name: [[c.fact, c.before, c.after] for c in changes]
            for name, changes in edition.corrected.items()
        },
        "gone": dict(edition.gone),
    }


def edition_from_plain(told: Mapping[str, object]) -> Edition:
    """Read an edition back.

    Raises:
        ValueError, KeyError, TypeError: it is none.
    """
    corrected = told["corrected"]
    gone = told["gone"]
    new = told["new"]
    if not (
        isinstance(corrected, dict) and isinstance(gone, dict) and isinstance(new, list)
    ):
        raise TypeError
    return Edition(
        day=date.fromisoformat(str(told["day"])),
        first=bool(told["first"]),
        new=tuple(map(str, new)),
        corrected={
            str(name): tuple(
                Change(fact=str(f), before=str(b), after=str(a)) for f, b, a in changes
            )
            for name, changes in corrected.items()
        },
        gone={str(name): str(heir) for name, heir in gone.items()},
    )


def _changes(before: Facts, after: Facts) -> list[Change]:
    return [
        Change(fact=name, before=before.get(name, ""), after=after.get(name, ""))
        for name in dict.fromkeys((*after, *before))
        if before.get(name, "") != after.get(name, "")
    ]


def _facts(incident: Incident) -> Facts:
    when = incident.date
    place = best_place(incident)
    days = [d.isoformat() if d else "" for d in (when.start, when.end)] if when else []
    return {
        "date": " ".join(dict.fromkeys(days)),
        "place": place.name if place is not None else "",
        "point": f"{place.lat} {place.lon}" if place and place.lat is not None else "",
        "killed": _range(incident, "killed"),
        "injured": _range(incident, "injured"),
        "casualties": _text(
            [
                [t.outcome, t.group, t.low, t.high, t.part_of]
                for t in incident.casualties
            ]
        ),
        "event_types": " ".join(incident.event_types),
        "weapons": " ".join(incident.weapons),
        "struck": " ".join(incident.struck),
        "responsibility": _text(
            [
                [p.actor, len(p.alleged_by), len(p.claimed_by), len(p.denied_by)]
                for p in incident.responsibility
            ]
        ),
        "victims": _text(
            [
                [v.name, v.outcome, v.age and str(v.age), v.age_group, v.sex]
                for v in incident.victims
            ]
        ),
        "grade": str(incident.grade.code),
        "sources": str(voices_of(incident) or ""),
    }


def _range(incident: Incident, outcome: str) -> str:
    """Give least and most of everybody with one outcome; ``12-`` is open."""
    low, high = all_of(incident, outcome)
    if low is None and high is None:
        return ""
    least = "" if low is None else str(low)
    return least if low == high else f"{least}-{'' if high is None else high}"


def _text(told: object) -> str:
    return json.dumps(told, ensure_ascii=False, sort_keys=True)
