"""Rules on victims: ages, and one person told twice."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tawthiq.check.context import Context
from tawthiq.check.faults import Fault, fault, labels
from tawthiq.model.incident import Incident, Victim

ADULT_FROM = 18
"""Years; the Convention on the Rights of the Child, article 1."""
OLDEST = 120
FULL_NAME = 3
"""Words that make two equal names more likely one person than two."""
CHILDREN = {"child", "children"}
ADULTS = {"adult", "adults", "women", "men", "elderly"}


def age_against_group(incident: Incident, _: Context) -> Iterator[Fault]:
    """Find adults called children, and children called adults."""
    for victim in incident.victims:
        if victim.age is None or victim.age_group is None:
            continue
        grown = victim.age >= ADULT_FROM
        if victim.age_group in (CHILDREN if grown else ADULTS):
            yield fault(
                "age_against_group",
                incident,
                age=victim.age,
                group=victim.age_group,
            )


def age_impossible(incident: Incident, _: Context) -> Iterator[Fault]:
    """Find ages that nobody reaches."""
    for victim in incident.victims:
        if victim.age is not None and not 0 <= victim.age <= OLDEST:
            yield fault("age_impossible", incident, age=victim.age)


def two_outcomes(incident: Incident, _: Context) -> Iterator[Fault]:
    """Find one name under two outcomes of one incident."""
    told: dict[str, list[str]] = defaultdict(list)
    for victim in incident.victims:
        if victim.outcome not in told[_key(victim)]:
            told[_key(victim)].append(victim.outcome)
    for outcomes in told.values():
        if len(outcomes) > 1:
            outcome_names = labels("outcomes", outcomes)
            yield fault("two_outcomes", incident, outcomes=outcome_names)


def died_twice(incidents: Sequence[Incident], _: Context) -> Iterator[Fault]:
    """Find one full name and age among the dead of several incidents."""
    dead: dict[tuple[str, float], list[Incident]] = defaultdict(list)
    for incident in incidents:
        for victim in incident.victims:
            if victim.outcome != "killed" or victim.age is None:
                continue
            if len(victim.name.split()) >= FULL_NAME:
                dead[_key(victim), victim.age].append(incident)
    for several in dead.values():
        if len({incident.id for incident in several}) > 1:
            yield fault("died_twice", *several, count=len(several))


def _key(victim: Victim) -> str:
    return " ".join(victim.name.casefold().split())
