"""Persons told of in several reports of one incident: each once, doubts proposed."""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import combinations

from tawthiq.link.persons import Likeness, Population, same_person
from tawthiq.model.link import Judgement
from tawthiq.model.person import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Two persons who may be one, for a person to decide, with the probability."""

    left: Person
    right: Person
    likeness: Likeness


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonClusters:
    """Who is one, each cluster sorted by id, and who may be."""

    clusters: tuple[tuple[Person, ...], ...]
    proposals: tuple[Proposal, ...]


def cluster_persons(
    persons: Sequence[Person],
    *,
    population: Population | None = None,
    apart: Callable[[Person, Person], bool] = lambda _left, _right: False,
) -> PersonClusters:
    """Bring together the persons of one incident; no order of theirs matters.

    Who may be either of two that are not one joins neither: «محمد العلي» never ties
    «محمد أحمد العلي» to «محمد خالد العلي», but is proposed as both.

    Args:
        persons: those named, each with an id of their own.
        population: what is known of the names among which they are compared.
        apart: says of two that they are two, such as of one report's list.
    """
    ordered = sorted(persons, key=lambda p: p.id)
    judged = {
        (one.id, other.id): _judged(one, other, population, apart=apart)
        for one, other in combinations(ordered, 2)
    }
    ties: dict[str, set[str]] = {p.id: set() for p in ordered}
    for (one, other), likeness in judged.items():
        if likeness.judgement is Judgement.POSITIVE:
            ties[one].add(other)
            ties[other].add(one)
    torn = {known for known, tied in ties.items() if _torn(tied, ties)}
    # Without the torn, whoever is tied to one of a cluster is tied to all of it.
    homes = {
        known: known if known in torn else min({known, *ties[known]} - torn)
        for known in ties
    }
    return PersonClusters(
        clusters=tuple(
            tuple(p for p in ordered if homes[p.id] == home)
            for home in sorted(set(homes.values()))
        ),
        proposals=tuple(
            Proposal(left=one, right=other, likeness=judged[one.id, other.id])
            for one, other in combinations(ordered, 2)
            if judged[one.id, other.id].judgement is not Judgement.NEGATIVE
            and homes[one.id] != homes[other.id]
        ),
    )


def _torn(tied: AbstractSet[str], ties: Mapping[str, AbstractSet[str]]) -> bool:
    """Say whether those a person is tied to are not all tied to one another."""
    return any(tied - {one} - ties[one] for one in tied)


def _judged(
    one: Person,
    other: Person,
    population: Population | None,
    *,
    apart: Callable[[Person, Person], bool],
) -> Likeness:
    if apart(one, other) or apart(other, one):
        return Likeness(judgement=Judgement.NEGATIVE, score=0.0, parts=())
    return same_person(one, other, population)
