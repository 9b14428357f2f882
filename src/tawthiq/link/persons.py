"""Are two persons one: by the parts of their names, by how rare these are, by age.

The score is a linear model (I. Fellegi and A. Sunter, "A Theory for Record Linkage",
1969; weights fitted by ``training/persons.py``): parts that agree add by their rarity,
parts that contradict each other take away. Age and sex never suffice: where fewer than
two parts of the names agree there is no score.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from tawthiq.link.name_alignment import Alignment, Pair, align
from tawthiq.link.name_parts import PersonName, read_name
from tawthiq.link.name_rarity import Rarity
from tawthiq.model.link import Judgement
from tawthiq.model.person import Person
from tawthiq.weigh.linear import Model, load_model

LEAST_PAIRS = 2
"""Parts of two names that must agree before they may be one person's."""

AGES = (
    (0, "age_same"),
    (1, "age_one_off"),
    (2, "age_two_off"),
    (5, "age_near"),
    (20, "age_apart"),
)
"""Years between two ages, at most, and what that is called."""

GENERATION = "age_generation"
"""More years than these: a grandson bears his grandfather's name."""

OLDEST = 120
GROWN = 10
"""Years from which an age may well be a guess: a child's seldom is."""

SLIPS = frozenset({"near", "vowels", "faint", "ending"})
BORNE = 2.0
"""Oddity under which a spelling is a name that many bear: «حسن» is no slip for «حسين»."""

ONE = 0.8
"""Probability from which two persons of one incident are held for one."""

PROPOSED = 0.3
"""Probability from which a person is asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A person with the name cut into parts; ``age`` in whole years."""

    person: Person
    name: PersonName
    age: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Population:
    """What is known of the persons among whom two are compared.

    ``drift`` says, for a year more or less on the left, how much commoner it is there
    than the other way round, in tens: one list may count ages from another day.
    """

    rarity: Rarity = field(default_factory=Rarity)
    drift: dict[int, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """What is held of two persons, with the parts of the score.

    ``parts`` are features with what each adds to the log-odds; ``score`` is the
    probability, 0.0 where the names share too little to be weighed.
    """

    judgement: Judgement
    score: float
    parts: tuple[tuple[str, float], ...]


def named(person: Person) -> Named:
    """Cut a person's name into parts; an age that no one reaches is none."""
    age = person.age
    known = age is not None and 0 <= age <= OLDEST
    return Named(
        person=person,
        name=read_name(person.name),
        age=math.floor(age) if known and age is not None else None,
    )


def same_person(
    left: Person, right: Person, population: Population | None = None
) -> Likeness:
    """Judge whether two persons, told of in one incident, are one.

    Names in two scripts are at most proposed, for a spelling in Latin letters fits many;
    so are given names much alike that people bear, for brothers are so named.

    Args:
        left: one person.
        right: the other; their order makes no difference where no ``drift`` is known.
        population: what is known of the persons among whom they are compared; without
            it the packs' given names count as common, all else as rare.
    """
    one, other = named(left), named(right)
    told = features(one, other, population or Population())
    if not told:
        return Likeness(judgement=Judgement.NEGATIVE, score=0.0, parts=())
    model = person_model()
    score = model.probability(told)
    return Likeness(
        judgement=_judged(
            score,
            askable="given_rival" in told or one.name.arabic != other.name.arabic,
        ),
        score=score,
        parts=tuple(sorted(model.parts(told).items())),
    )


def _judged(score: float, *, askable: bool) -> Judgement:
    if score < PROPOSED:
        return Judgement.NEGATIVE
    return Judgement.UNSURE if askable or score < ONE else Judgement.POSITIVE


def features(left: Named, right: Named, population: Population) -> dict[str, float]:
    """Name what speaks for and against two persons being one.

    Returns:
        Features of ``weights/persons.csv``; none where their names share too little to
        be weighed, or where one of them names a kinsman.
    """
    if left.name.relative or right.name.relative:
        return {}
    found = align(left.name, right.name, population.rarity)
    if len(found.pairs) < LEAST_PAIRS:
        return {}
    told = {"bias": 1.0}
    for name, value in _names(found):
        told[name] = told.get(name, 0.0) + value
    told.update(_ages(left.age, right.age, population))
    if left.person.sex and right.person.sex and left.person.sex != right.person.sex:
        told["sex_apart"] = 1.0
    return told


def _names(found: Alignment) -> Iterator[tuple[str, float]]:
    pairs, gaps = found.pairs, found.gaps
    for pair in pairs:
        role = _role(pair, found.sizes)
        yield f"{role}_rarity", pair.rarity
        if pair.level != "same":
            level = "rival" if _rival(pair) else pair.level
            yield f"{role}_{level}", 1.0
            yield f"{level}_oddity", pair.oddity
    if _whole(found):
        yield "whole", 1.0
    yield from _outer("given", gaps[0])
    yield from _outer("family", gaps[-1])
    yield from _inner(pairs, gaps[1:-1])


def _rival(pair: Pair) -> bool:
    """Say whether two spellings that look like a slip are two names that people bear."""
    return pair.level in SLIPS and (pair.oddity < BORNE or pair.both_given)


def _whole(found: Alignment) -> bool:
    """Say whether each part of either name agrees with one of the other."""
    agree = all(p.level in {"same", "spelling"} for p in found.pairs)
    return agree and not any(max(gap) for gap in found.gaps)


def _role(pair: Pair, sizes: tuple[int, int]) -> str:
    """Name the place that two parts have in their names; given or family come first."""
    if pair.left == pair.right == 0:
        return "given"
    if pair.left == sizes[0] - 1 and pair.right == sizes[1] - 1:
        return "family"
    return "father" if pair.left == pair.right == 1 else "middle"


def _outer(role: str, gap: tuple[int, int]) -> Iterator[tuple[str, float]]:
    """Weigh what stands before the first pair, or after the last."""
    if min(gap):
        yield f"{role}_apart", 1.0
    elif max(gap):
        yield f"{role}_added", 1.0


def _inner(
    pairs: Sequence[Pair], gaps: Sequence[tuple[int, int]]
) -> Iterator[tuple[str, float]]:
    """Weigh what stands between pairs: against them where both names have something."""
    for pair, (left, right) in zip(pairs, gaps, strict=False):
        role = "father" if pair.left == pair.right == 0 else "middle"
        if min(left, right):
            yield f"{role}_apart", float(min(left, right))
        if left != right:
            yield "left_out", float(abs(left - right))


def _ages(
    left: int | None, right: int | None, population: Population
) -> Iterator[tuple[str, float]]:
    if left is None or right is None:
        yield "age_unknown", 1.0
        return
    apart = abs(left - right)
    name = next((name for years, name in AGES if apart <= years), GENERATION)
    child = name != GENERATION and apart > 1 and min(left, right) < GROWN
    yield f"{name}_child" if child else name, 1.0
    if left - right in population.drift:
        yield "age_drift", population.drift[left - right]


@cache
def person_model() -> Model:
    """Give the shipped weights."""
    return load_model("persons")
