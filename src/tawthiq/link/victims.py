"""Victims: the persons named in the reports of one incident, each once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tawthiq.link.accounts import folded
from tawthiq.link.person_clusters import cluster_persons
from tawthiq.model.claim import Attribute, Claim
from tawthiq.model.incident import Victim
from tawthiq.model.link import Account
from tawthiq.model.person import Person

GROWN = 18
"""Years from which a person is no child."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Naming:
    """Claims that name a person in the very same words."""

    person: Person
    claims: tuple[Claim, ...]

    @property
    def tellings(self) -> frozenset[tuple[str, str]]:
        return frozenset((c.report_id, c.event_id) for c in self.claims)


def victims_of(members: Sequence[Account]) -> tuple[Victim, ...]:
    """Bring the named persons of one incident together across reports and spellings.

    Two names of one account's list are two persons; the same words in two reports of
    one incident are one, unless the ages differ.

    Args:
        members: its accounts.

    Returns:
        One record a person, by name.
    """
    namings = _namings(members)
    at = {naming.person.id: naming for naming in namings}

    def apart(left: Person, right: Person) -> bool:
        return bool(at[left.id].tellings & at[right.id].tellings)

    found = cluster_persons([n.person for n in namings], apart=apart)
    victims = [
        _victim([c for p in cluster for c in at[p.id].claims])
        for cluster in found.clusters
    ]
    return tuple(sorted(victims, key=lambda v: (v.name, v.claims)))


def _namings(members: Sequence[Account]) -> list[_Naming]:
    told: dict[tuple[object, ...], list[Claim]] = {}
    for account in members:
        for claim in account.claims:
            if claim.attribute is Attribute.VICTIM:
                told.setdefault(_key(claim), []).append(claim)
    return [_naming(sorted(c, key=lambda c: c.id)) for _, c in sorted(told.items())]


def _key(claim: Claim) -> tuple[str, ...]:
    """Give what equal namings share; a given name alone is shared by many."""
    name = folded(str(_value(claim)["name"]))
    age = str(_value(claim)["age"])
    return (name, age) if " " in name else (name, age, claim.id)


def _naming(claims: Sequence[Claim]) -> _Naming:
    value = _value(claims[0])
    sexes = {str(s) for c in claims if (s := _value(c)["sex"]) is not None}
    age = value["age"]
    return _Naming(
        person=Person(
            id=claims[0].id,
            name=str(value["name"]),
            age=float(age) if isinstance(age, int | float) else None,
            sex=sexes.pop() if len(sexes) == 1 else None,
        ),
        claims=tuple(claims),
    )


def _value(claim: Claim) -> Mapping[str, object]:
    return dict(claim.value)


def _victim(group: Sequence[Claim]) -> Victim:
    """Make one record of the claims of one person; the fullest name stands for it."""
    values = [_value(claim) for claim in group]
    names = sorted({str(v["name"]) for v in values}, key=lambda n: (-len(n.split()), n))
    ages = sorted({float(a) for v in values if isinstance(a := v["age"], int | float)})
    sexes = {str(v["sex"]) for v in values if v["sex"] is not None}
    outcomes = {str(v["outcome"]) for v in values}
    age = ages[0] if len(ages) == 1 else None
    return Victim(
        name=names[0],
        # Who was wounded in one report and dead in a later one died of the wounds.
        outcome="killed" if "killed" in outcomes else min(outcomes),
        names=tuple(names),
        age=age,
        age_group=_age_group(ages),
        sex=sexes.pop() if len(sexes) == 1 else None,
        reports=tuple(sorted({claim.report_id for claim in group})),
        claims=tuple(sorted(claim.id for claim in group)),
    )


def _age_group(ages: Sequence[float]) -> str | None:
    groups = {"child" if age < GROWN else "adult" for age in ages}
    return groups.pop() if len(groups) == 1 else None
