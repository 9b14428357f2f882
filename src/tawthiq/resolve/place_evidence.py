"""Evidence for a candidate place, out of the report that names it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import cos, exp, inf, log10, pi, sqrt

from tawthiq.model.place import Place
from tawthiq.model.vocabulary import PlaceRole
from tawthiq.resolve.place_kinds import AREA_KINDS, agreement
from tawthiq.resolve.place_lookup import (
    Asked,
    Places,
    areas_of,
    holder_of,
    matches_of,
)

NEIGHBOUR_KM = 30.0
"""Within this a neighbour's word loses some two thirds of its weight (e-folding)."""
FAR_KM = 400.0
"""A candidate farther than this from all other places named is hardly meant."""
_KM_A_DEGREE = 111.2
_RADIANS = pi / 180
_FAR = 5
"""The gazetteer's rank of a spelling so far off that it may be another name."""
_WITNESSES = frozenset({"parent", "neighbour"})
_LIKELIEST = 3
"""Candidates of another name that count as neighbours."""

START = 0.40
SPELLING = (0.0, -0.01, -0.06, -0.10, -0.08, -0.22)
"""What each rank of spelling takes off: as written … far off."""
BESIDE = -0.10
"""What a misspelling loses beside places that bear the name as written."""
HEAD = 0.16
PARENT, PARENT_ELSEWHERE = 0.25, 0.14
OUTSIDE, OUTSIDE_KM = -0.60, 40.0
"""Loss of a candidate that lies farther than this from what is said to hold it."""
NEIGHBOUR = 0.18
WITNESS = 0.06
"""Gain from which a parent or a neighbour (within 40 km) speaks for a place."""
COUNTRY, FOREIGN = 0.12, -0.14
PEOPLE = 0.025
"""For each power of ten of the inhabitants."""
USUAL_PEOPLE = {
    "country": 10_000_000,
    "governorate": 1_000_000,
    "region": 300_000,
    "district": 100_000,
    "city": 100_000,
    "subdistrict": 20_000,
    "town": 10_000,
    "village": 1_000,
}
"""Inhabitants to reckon with where a table counts none."""
GREAT = 300_000
"""Inhabitants from which a city's name is hardly a namesake's."""
FULL = 1.25
"""The sum of evidence that counts as certainty."""
LONELY = -0.10
HINT = 3.0
"""Votes that a known country of the report is worth."""
SURE_VOTES = 3.0
"""Votes from which a report is surely about one country."""
LEAST_VOTE = 0.3
"""Votes below which no country stands out."""
PRIOR = 0.06


_Round = tuple[float, float, float]
"""The point of a neighbour, and the kilometres round it that are the neighbour still."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A candidate with its score, and the evidence that weighed most."""

    place: Place
    rank: int
    score: float
    reason: str

    @property
    def point(self) -> tuple[float, float]:
        """Its latitude and longitude."""
        return self.place.lat, self.place.lon


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """One name of the report with its candidates.

    ``whole`` says that its head noun is part of the name that was met, ``container``
    that it stands as what holds a place; ``holder`` are the places that the words right
    behind it may mean («قرية … بريف …»);
    ``areas`` the names of the areas that it may mean itself.
    """

    name: str
    bare: str
    head: str | None
    group: int
    matches: tuple[tuple[Place, int], ...]
    whole: bool = False
    container: bool = False
    holder: tuple[Place, ...] = ()
    areas: frozenset[str] = frozenset()

    def name_met(self, place: Place) -> bool:
        """Say whether it is the place's own name, and no old or second one."""
        return any(found.id == place.id and rank == 0 for found, rank in self.matches)

    @property
    def votes(self) -> dict[str, float]:
        """One vote, shared among the countries that have such a place."""
        found = {place.country for place, _ in self.matches if place.country}
        return {country: 1 / len(found) for country in sorted(found)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a report's places say about each other.

    ``neighbours`` are the likeliest places of each name, by bare name; ``countries``
    the votes of the report's names for each country; ``spelt`` all areas that they may
    mean, ``bares`` all names, bare.
    """

    index: Places
    names: tuple[Named, ...]
    neighbours: dict[str, tuple[_Round, ...]]
    countries: dict[str, float]
    spelt: frozenset[str]
    bares: frozenset[str]
    _known: dict[tuple[str, str], tuple[float, float]] = field(default_factory=dict)
    _rounds: dict[str, tuple[list[_Round], int]] = field(default_factory=dict)
    _others: dict[int, tuple[dict[str, float], float]] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        names: Sequence["Asked"],
        index: Places,
        country_hint: str | None,
    ) -> "Context":
        """Look up the names of a report."""
        looked_up = [matches_of(one, index) for one in names]
        named = tuple(
            Named(
                name=one.name,
                bare=index.bare(one.name),
                head=one.head,
                group=one.group,
                container=one.role is PlaceRole.ADMIN,
                matches=found.matches,
                whole=found.whole,
                holder=holder_of(one, names, looked_up),
                areas=areas_of(found.matches),
            )
            for one, found in zip(names, looked_up, strict=True)
        )
        countries = _countries(named, country_hint)
        neighbours = {n.bare: _likeliest(n, countries) for n in named}
        return cls(
            index=index,
            names=named,
            neighbours=neighbours,
            countries=countries,
            spelt=frozenset().union(*[n.areas for n in named]),
            bares=frozenset([n.bare for n in named]),
        )

    def option(
        self,
        one: Named,
        match: tuple[Place, int],
        role: PlaceRole,
        *,
        beside: bool = False,
    ) -> Option:
        """Add up what speaks for and against one candidate of a name.

        ``beside``: places that bear the very name stand against a misspelling.
        """
        place, rank = match
        container = role is PlaceRole.ADMIN
        neighbour, country = self._around(place, one)
        gains = {
            "parent": _parent(place, one, self),
            "neighbour": neighbour,
            "country": country,
            "prior": PRIOR * self.index.prior(place.country),
            "head": HEAD * agreement(one.head, place.kind, container=container),
            "holder": _outside(place, one, self.others(one)[0]),
            "spelling": SPELLING[rank] + (BESIDE if beside else 0.0),
            "name": _people(place),
        }
        score = START + sum(gains.values())
        return Option(
            place=place,
            rank=rank,
            score=round(min(1.0, max(0.0, score / FULL)), 4),
            reason=_reason(gains),
        )

    def others(self, one: Named) -> tuple[dict[str, float], float]:
        """Give the votes of the other names for each country, and the most of one."""
        known = self._others.get(id(one))
        if known is None:
            own = one.votes
            votes = {c: n - own.get(c, 0.0) for c, n in self.countries.items()}
            known = votes, max(votes.values(), default=0.0)
            self._others[id(one)] = known
        return known

    def around(self, one: Named) -> tuple[list[_Round], int]:
        """Give the neighbours that the other names may mean, and how many have some."""
        known = self._rounds.get(one.bare)
        if known is None:
            met = [n for bare, n in self.neighbours.items() if n and bare != one.bare]
            known = [point for points in met for point in points], len(met)
            self._rounds[one.bare] = known
        return known

    def _around(self, place: Place, one: Named) -> tuple[float, float]:
        """Weigh neighbours and country once for all events that name the place."""
        asked = place.id, one.bare
        known = self._known.get(asked)
        if known is None:
            known = _neighbour(place, one, self), _country(place, one, self)
            self._known[asked] = known
        return known


def _reason(gains: Mapping[str, float]) -> str:
    """Name the evidence that tells a place from its namesakes; others have the rest."""
    parent, neighbour = gains["parent"], gains["neighbour"]
    if parent >= WITNESS or neighbour >= WITNESS:
        return "parent" if parent >= neighbour else "neighbour"
    others = [(gain, name) for name, gain in gains.items() if name not in _WITNESSES]
    most = max(gain for gain, _ in others)
    return next(name for gain, name in others if gain == most)


def _outside(place: Place, one: Named, countries: Mapping[str, float]) -> float:
    """Speak against a place far from what the words right behind it say holds it.

    A holder in another country counts where the other names speak more for that one:
    a table may know but a namesake of the holder.

    Args:
        place: the candidate.
        one: the name that it may be meant by.
        countries: the votes of the report's other names for each country.
    """
    if not one.holder:
        return 0.0
    least = countries.get(place.country, 0.0)
    holders = [
        holder
        for holder in one.holder
        if holder.country == place.country or countries.get(holder.country, 0.0) > least
    ]
    if not holders:
        return 0.0
    narrowing = cos(place.lat * _RADIANS)
    gap = _nearest(place, map(_round, holders), narrowing)
    return OUTSIDE if gap > OUTSIDE_KM else 0.0


def _countries(named: Sequence[Named], hint: str | None) -> dict[str, float]:
    """Share out one vote a name among the countries that have such a place."""
    votes: dict[str, float] = defaultdict(float)
    if hint:
        votes[hint] += HINT
    for one in {n.bare: n for n in named}.values():
        for country, vote in one.votes.items():
            votes[country] += vote
    return dict(votes)


def _likeliest(one: Named, countries: dict[str, float]) -> tuple[_Round, ...]:
    """Give the few points that a name most likely means, before its neighbours."""
    matches = [match for match in one.matches if match[0].kind != "country"]
    if one.container:
        matches = [m for m in matches if m[0].kind in AREA_KINDS] or matches

    def worth(match: tuple[Place, int]) -> tuple[float, str]:
        place, rank = match
        here = countries.get(place.country, 0.0)
        return -(SPELLING[rank] + COUNTRY * here + _people(place)), place.id

    if len(matches) > _LIKELIEST:
        matches = sorted(matches, key=worth)[:_LIKELIEST]
    return tuple([_round(place) for place, _ in matches])


def weigh(at: int, role: PlaceRole, context: Context) -> list[Option]:
    """Weigh the candidates of the name ``at``, best first.

    Where no place that bears the name is spoken for by a parent or a neighbour in the
    report, the name may be misspelt: places of a like name that are spoken for count
    too, and where nothing bears the name, so do those spelt nearly the same.
    """
    one = context.names[at]
    options = [context.option(one, match, role) for match in one.matches]
    if not (one.whole or any(o.reason in _WITNESSES for o in options)):
        known = {o.place.id for o in options}
        options += [
            option
            for match in context.index.similar(one.name)
            if match[0].id not in known
            for option in (context.option(one, match, role, beside=bool(known)),)
            if option.reason in _WITNESSES or (not known and option.rank < _FAR)
        ]
    options.sort(key=lambda o: (-o.score, -o.place.population, o.place.id))
    return options


def _people(place: Place) -> float:
    """Weigh the inhabitants, or those usual for the kind where none are counted."""
    usual = USUAL_PEOPLE.get(place.kind, 1)
    return PEOPLE * log10(max(1, place.population or usual))


def _fame(place: Place) -> float:
    """Say from 0 (a village) to 1 (a city of ten million) how well known a place is."""
    return min(1.0, max(0.0, (log10(place.population + 1) - 3) / 4))


def _country(place: Place, one: Named, context: Context) -> float:
    """Weigh the candidate's country by what the report's other names can mean."""
    if not place.country:
        return 0.0
    others, most = context.others(one)
    if most < LEAST_VOTE:
        return 0.0
    share = others.get(place.country, 0.0) / most
    if share >= 1 / 3:
        return COUNTRY * share
    fame = _fame(place) if one.name_met(place) else 0.0
    return FOREIGN * (1 - share) * (1 - fame) * min(1.0, most / SURE_VOTES)


def _parent(place: Place, one: Named, context: Context) -> float:
    """Weigh the areas round the candidate that the report names."""
    if not place.parent_names:
        return 0.0
    spelt = frozenset(place.parent_names)
    around = set(map(context.index.bare, spelt)) - {one.bare}
    if context.spelt.isdisjoint(spelt) and context.bares.isdisjoint(around):
        return 0.0
    best = 0.0
    for other in context.names:
        held = other.bare != one.bare and not other.areas.isdisjoint(spelt)
        if held or other.bare in around:
            if other.group == one.group:
                return PARENT
            best = PARENT_ELSEWHERE
    return best


def _neighbour(place: Place, one: Named, context: Context) -> float:
    """Weigh the nearest place that another name of the report may mean."""
    others, names = context.around(one)
    if not names:
        return 0.0
    nearest = _nearest(place, others, cos(place.lat * _RADIANS))
    if nearest > FAR_KM:
        sure = min(1.0, names / SURE_VOTES)
        return LONELY * sure * (1 - _fame(place))
    return NEIGHBOUR * exp(-nearest / NEIGHBOUR_KM)


def _round(place: Place) -> _Round:
    """Give a place as a neighbour: a district's middle may lie far from its towns."""
    slack = place.radius_m / 1000 if place.kind in AREA_KINDS else 0.0
    return place.lat, place.lon, slack


def _nearest(one: Place, others: Iterable[_Round], narrowing: float) -> float:
    """Give the kilometres to the nearest neighbour, near enough for neighbours.

    ``narrowing`` is the cosine of the latitude of ``one``.
    """
    lat, lon = one.lat, one.lon
    gaps = [
        sqrt(
            (up := (lat - other_lat) * _KM_A_DEGREE) * up
            + (across := (lon - other_lon) * _KM_A_DEGREE * narrowing) * across
        )
        - slack
        for other_lat, other_lon, slack in others
    ]
    return max(0.0, min(gaps, default=inf))
