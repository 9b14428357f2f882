"""Two lists of persons: for each of the left, the one of the right that it is, or none.

Every pair worth comparing gets its log-odds; against all its rivals, and against being
no one of the other list, it has a probability as seen from either side. A pair holds
where it is likelier than not from both: so no person is given twice, exchanging the
lists gives the same pairs, and no order of lines matters. Who is unsure stays unsure.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tawthiq.link.name_rarity import Rarity
from tawthiq.link.person_blocks import candidates
from tawthiq.link.persons import (
    Named,
    Population,
    features,
    named,
    person_model,
)
from tawthiq.model.person import Person

SURE = 0.5
"""Probability, from either side, from which a pair holds; never below one half."""

SHOWN = 5
"""Candidates told of each person."""

WORTH_SHOWING = 0.01
BELIEF = 5
"""Pairs that the ages of two lists must outweigh before a drift between them shows."""

LEAST_PARTS = 3
"""Parts that two names must share, none against, to tell how the lists' ages drift."""

Features = dict[str, float]
Compared = Mapping[tuple[int, int], Features]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonMatch:
    """A person of the left list, and who of the right it is.

    ``match`` is None where that is unsure; ``why`` then names the reason: ``no_name``,
    ``kinsman``, ``nobody`` (none is like enough), ``unlike``, ``rivals`` or ``claimed``
    (another of the left is as like). ``score`` is the probability of the best candidate,
    from the less sure side; ``parts`` what each of its features adds to the log-odds.
    """

    person: Person
    match: Person | None
    score: float
    why: str
    parts: tuple[tuple[str, float], ...] = ()
    candidates: tuple[tuple[Person, float], ...] = ()


def match_persons(
    left: Iterable[Person], right: Iterable[Person]
) -> tuple[PersonMatch, ...]:
    """Find for each person of one list the person of another that it is.

    Args:
        left: one list.
        right: the other.

    Returns:
        One answer for each person of ``left``, in their order.
    """
    ones, others = [named(p) for p in left], [named(p) for p in right]
    compared = compare_lists(ones, others)
    model = person_model()
    odds = {pair: model.log_odds(told) for pair, told in compared.items()}
    ahead = _shares(odds, side=0)
    back = _shares(odds, side=1)
    mine: dict[int, list[tuple[float, int]]] = {}
    for (here, there), share in ahead.items():
        mine.setdefault(here, []).append((-share, there))
    answers = []
    for place, one in enumerate(ones):
        rivals = [(other, -share) for share, other in sorted(mine.get(place, []))]
        if not rivals:
            answers.append(_nobody(one))
            continue
        best = place, rivals[0][0]
        answers.append(
            _answer(
                one,
                [(others[o].person, share) for o, share in rivals],
                seen_back=back[best],
                parts=tuple(sorted(model.parts(compared[best]).items())),
            )
        )
    return tuple(answers)


def compare_lists(left: Sequence[Named], right: Sequence[Named]) -> Compared:
    """Name what speaks for and against each pair of persons worth comparing.

    Returns:
        The features of pairs, by their places in the two lists.
    """
    rarity = Rarity(p.name for persons in (left, right) for p in persons)
    population = Population(rarity=rarity)
    found = {
        (one, other): told
        for one, others in candidates(left, right)
        for other in others
        if (told := features(left[one], right[other], population))
    }
    drift = _drift(found, left, right)
    for (one, other), told in found.items():
        apart = _years(left[one], right[other])
        if apart in drift:
            told["age_drift"] = drift[apart]
    return found


def _years(left: Named, right: Named) -> int | None:
    if left.age is None or right.age is None:
        return None
    return left.age - right.age


def _drift(
    compared: Compared, left: Sequence[Named], right: Sequence[Named]
) -> dict[int | None, float]:
    """Learn from pairs whose names agree in full whether one list's ages run ahead."""
    seen = Counter(
        _years(left[one], right[other])
        for (one, other), told in compared.items()
        if _in_full(told)
    )
    mean = (seen[1] + seen[-1]) / 2 + BELIEF
    return {years: math.log10((seen[years] + BELIEF) / mean) for years in (-1, 1)}


def _in_full(told: Features) -> bool:
    """Say whether names agree in every part that both have, and in three or more."""
    parts = sum(f.endswith("_rarity") for f in told)
    plain = ("_rarity", "_spelling", "bias", "left_out", "whole", "spelling_oddity")
    return parts >= LEAST_PARTS and all(
        f.endswith(plain) or f.startswith("age_") for f in told
    )


def _shares(
    odds: Mapping[tuple[int, int], float], *, side: int
) -> dict[tuple[int, int], float]:
    """Give each pair's probability among its rivals on a side, and being no one's."""
    top: dict[int, float] = {}
    for pair, value in odds.items():
        top[pair[side]] = max(top.get(pair[side], 0.0), value)
    total = {place: math.exp(-highest) for place, highest in top.items()}
    for pair, value in odds.items():
        total[pair[side]] += math.exp(value - top[pair[side]])
    return {
        pair: math.exp(value - top[pair[side]]) / total[pair[side]]
        for pair, value in odds.items()
    }


def _nobody(one: Named) -> PersonMatch:
    why = "kinsman" if one.name.relative else "nobody" if one.name.parts else "no_name"
    return PersonMatch(person=one.person, match=None, score=0.0, why=why)


def _answer(
    one: Named,
    rivals: Sequence[tuple[Person, float]],
    *,
    seen_back: float,
    parts: tuple[tuple[str, float], ...],
) -> PersonMatch:
    """Decide by the best candidate as seen from both sides."""
    best, share = rivals[0]
    score = min(share, seen_back)
    why = ""
    if share <= SURE:
        told = sum(s for _, s in rivals)
        why = "rivals" if told > SURE else "unlike"
    elif seen_back <= SURE:
        why = "claimed"
    return PersonMatch(
        person=one.person,
        match=None if why else best,
        score=score,
        why=why,
        parts=parts,
        candidates=tuple(r for r in rivals[:SHOWN] if r[1] >= WORTH_SHOWING),
    )
