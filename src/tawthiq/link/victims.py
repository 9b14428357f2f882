"""Victims: the persons named in the reports of one incident, each once."""

from collections.abc import Mapping, Sequence

from tawthiq.link.accounts import folded
from tawthiq.model.claim import Attribute, Claim
from tawthiq.model.incident import Victim
from tawthiq.model.link import Account


def victims_of(members: Sequence[Account]) -> tuple[Victim, ...]:
    """Bring the named persons of one incident together across reports and spellings.

    Args:
        members: its accounts.

    Returns:
        One record a person, by name.
    """
    told = [
        claim
        for account in sorted(members, key=lambda m: m.key)
        for claim in account.claims
        if claim.attribute is Attribute.VICTIM
    ]
    told.sort(key=lambda c: (-len(_words(c)), c.id))
    groups: list[list[Claim]] = []
    for claim in told:
        home = next((g for g in groups if _same(g, claim)), None)
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    return tuple(sorted((_victim(g) for g in groups), key=lambda v: (v.name, v.claims)))


def _value(claim: Claim) -> Mapping[str, object]:
    return dict(claim.value)


def _words(claim: Claim) -> tuple[str, ...]:
    return tuple(folded(str(_value(claim)["name"])).split())


def _same(group: Sequence[Claim], claim: Claim) -> bool:
    """Tell whether a name is one of the group's: equal, or the same with words left out."""
    words = set(_words(claim))
    if any(
        c.event_id == claim.event_id and c.report_id == claim.report_id for c in group
    ):
        return _words(group[0]) == _words(claim)
    return len(words) > 1 and any(words <= set(_words(c)) for c in group)


def _victim(group: Sequence[Claim]) -> Victim:
    values = [_value(c) for c in group]
    names = sorted({str(v["name"]) for v in values})
    ages = sorted({float(str(v["age"])) for v in values if v["age"] is not None})
    sexes = {str(v["sex"]) for v in values if v["sex"] is not None}
    outcomes = {str(v["outcome"]) for v in values}
    return Victim(
        name=str(values[0]["name"]),
        outcome="killed" if "killed" in outcomes else min(outcomes),
        names=tuple(names),
        age=ages[0] if len(ages) == 1 else None,
        sex=sexes.pop() if len(sexes) == 1 else None,
        reports=tuple(sorted({c.report_id for c in group})),
        claims=tuple(sorted(c.id for c in group)),
    )
