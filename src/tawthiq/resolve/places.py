"""Places: which place of the gazetteer the words of a report mean.

Every candidate of a name is weighed by evidence from the report itself; where the best
is not clearly better than another that lies elsewhere, both are kept and nothing is
chosen. A landmark without a point of its own takes the point of its town.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from tawthiq.model.geo import distance_m
from tawthiq.model.place import Candidate, Place
from tawthiq.model.vocabulary import PlaceRole, PlaceState
from tawthiq.resolve.place_evidence import Context, Option, weigh
from tawthiq.resolve.place_kinds import AREA_KINDS, stands_in_town
from tawthiq.resolve.place_lookup import Places, is_behind, is_city_behind

MARGIN = 0.04
"""By how much the best candidate's score must exceed the next one's."""
APART_M = 15_000
"""Candidates nearer to each other than this mean the same for a map: no ambiguity."""
LEAST = 0.40
"""Below this score the name is taken to be another place than any candidate."""
NEAR_M = 5_000
"""What the role `near` adds to the radius (domain.md §6.9)."""
LANDMARK_M = 2_000
"""What a landmark that takes its town's point adds to the town's radius."""
AROUND_M = 10_000
"""What a landmark in the countryside of a town adds to the town's radius."""
_STRUCK = frozenset({PlaceRole.AT, PlaceRole.NEAR})
"""Roles that claim a point: a whole country has none."""
_SPOKEN_FOR = frozenset({"place_by_parent", "place_by_neighbour"})
"""Rules by which other places of the report bear a place out."""
_CITIES = frozenset({"city", "capital"})
_OUT_OF_TOWN = frozenset({"airport", "crossing", "field", "mountain", "valley"})
"""Head nouns of what may lie anywhere: the one city of a report need not be its own."""
_IN_TOWN = frozenset(
    {"church", "facility", "hospital", "market", "mosque", "school", "square", "street"}
)
"""Head nouns of what every town has, so that a namesake elsewhere says little."""
_NAMESAKES = frozenset({"city", "governorate", "country"})
"""Kinds after which streets and stations of other cities are named («محطة …»)."""
_TOWNS = frozenset({"city", "town"})
KEPT = 5
"""Candidates that are kept for a reviewer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedPlace:
    """A place as a report names it.

    ``name`` is its words without clitics; ``head`` the kind that a head noun tells
    (``village``, ``hospital`` …), None without one; ``words`` the name with its head noun
    as it stands, where that is known, from ``start`` to ``end`` of the report; ``group``
    numbers the event that it belongs to, so that its own containers weigh more than
    those of other events.
    """

    name: str
    head: str | None = None
    role: PlaceRole = PlaceRole.AT
    group: int = 0
    words: str = ""
    start: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedPlace:
    """Where a reported place lies, as far as it can be told.

    ``place`` is None unless it is resolved; ``candidates`` come best first.
    ``radius_m`` allows for the role and for a landmark without a point of its own;
    ``rule`` names the evidence that decided.
    """

    reported: ReportedPlace
    state: PlaceState
    place: Place | None
    candidates: tuple[Candidate, ...]
    precision: str | None
    radius_m: int | None
    rule: str


def resolve_places(
    names: Sequence[ReportedPlace],
    index: Places,
    *,
    witnesses: Sequence[ReportedPlace] = (),
    country_hint: str | None = None,
) -> tuple[ResolvedPlace, ...]:
    """Resolve the places of one report, in the order given.

    Args:
        names: the places that are asked for.
        index: the gazetteer.
        witnesses: further places that the report names, which speak for those.
        country_hint: ISO 3166 code of the country that the report is known to be about.
    """
    told = (*names, *witnesses)
    context = Context.of(told, index, country_hint)

    def resolved(at: int) -> ResolvedPlace:
        return _resolved(told[at], weigh(at, told[at].role, context))

    found = [resolved(at) for at in range(len(names))]

    @cache
    def everywhere() -> tuple[ResolvedPlace, ...]:
        """Resolve the witnesses too: few reports ask for more than their names."""
        return (*found, *map(resolved, range(len(names), len(told))))

    return tuple(_landmarked(one, found, everywhere) for one in found)


def _resolved(name: ReportedPlace, options: Sequence[Option]) -> ResolvedPlace:
    """Choose among the options of one name, best first."""
    candidates = tuple(Candidate(place=o.place, score=o.score) for o in options[:KEPT])
    if not options or options[0].score < LEAST:
        return _open(name, candidates, PlaceState.UNRESOLVED)
    best = options[0]
    if best.place.kind == "country" and name.role in _STRUCK:
        return _open(name, candidates, PlaceState.UNRESOLVED)
    rival = next((o for o in options[1:] if _is_rival(best, o)), None)
    if rival is not None:
        return _open(name, candidates, PlaceState.AMBIGUOUS)
    extra = NEAR_M if name.role is PlaceRole.NEAR else 0
    return ResolvedPlace(
        reported=name,
        state=PlaceState.RESOLVED,
        place=best.place,
        candidates=candidates,
        precision=best.place.precision,
        radius_m=best.place.radius_m + extra,
        rule=f"place_by_{best.reason}",
    )


def _is_rival(best: Option, other: Option) -> bool:
    """Whether another option is nearly as good and lies elsewhere."""
    if best.score - other.score >= MARGIN:
        return False
    if _lies_in(best.place, other.place) or _lies_in(other.place, best.place):
        return False
    return distance_m(best.point, other.point) > APART_M


def _lies_in(place: Place, area: Place) -> bool:
    """Whether an area of the same name holds the place: one answer, not two."""
    if area.kind not in AREA_KINDS or place.country != area.country:
        return False
    if {area.name_ar, area.name_en} & set(place.parent_names):
        return True
    gap = distance_m((place.lat, place.lon), (area.lat, area.lon))
    return gap <= area.radius_m


def _open(
    name: ReportedPlace, candidates: tuple[Candidate, ...], state: PlaceState
) -> ResolvedPlace:
    """Leave a name without a place, its candidates kept."""
    return ResolvedPlace(
        reported=name,
        state=state,
        place=None,
        candidates=candidates,
        precision=None,
        radius_m=None,
        rule=f"place_{state}",
    )


def _landmarked(
    one: ResolvedPlace,
    found: Sequence[ResolvedPlace],
    everywhere: Callable[[], Sequence[ResolvedPlace]],
) -> ResolvedPlace:
    """Give what stands in a town, and is in no table, its town's point, more widely.

    A namesake far from the town that the report names is no answer either: every town
    has its square of the martyrs. ``everywhere`` gives all that the report names.
    """
    reported = one.reported
    if one.rule in _SPOKEN_FOR:
        return one
    area = reported.head == "area" and one.place is None
    if not (area or stands_in_town(reported.head)):
        return one
    own = [other for other in found if other.reported.group == reported.group]
    if area:
        own = [other for other in own if is_city_behind(reported, other.reported)]
        town = _town_round(one, own)
    else:
        town = _town_for(one, own, everywhere)
    if town is None:
        return _seated(one, own)
    return _moved(one, town, extra_m=LANDMARK_M, rule="place_by_town_of_landmark")


def _town_for(
    one: ResolvedPlace,
    own: Sequence[ResolvedPlace],
    everywhere: Callable[[], Sequence[ResolvedPlace]],
) -> Place | None:
    """Give the town of a landmark that has no point, or that of a namesake far away."""
    if one.place is None:
        town = _town_round(one, own)
        far = one.reported.head in _OUT_OF_TOWN
        return town if town is not None or far else _only_city(everywhere())
    holder = _first(city for o in own if _holds(o) for city in _city(o))
    if holder is None and one.reported.head in _IN_TOWN:
        holder = _nearest_struck(one, own)
        if holder is None and one.place.kind in _NAMESAKES:
            holder = _only_city(everywhere())
    return holder if holder is not None and _far(one.place, holder) else None


def _seated(one: ResolvedPlace, own: Sequence[ResolvedPlace]) -> ResolvedPlace:
    """Give a landmark «in the countryside of» a town that town's point, very widely."""
    if one.place is not None:
        return one
    for other in own:
        if not is_behind(one.reported, other.reported) or not _holds(other):
            continue
        for candidate in other.candidates:
            if candidate.place.kind in _TOWNS and candidate.score >= LEAST:
                return _moved(
                    one, candidate.place, extra_m=AROUND_M, rule="place_by_countryside"
                )
    return one


def _moved(
    one: ResolvedPlace, town: Place, *, extra_m: int, rule: str
) -> ResolvedPlace:
    """Give a place the point of a town, with a wider radius."""
    return replace(
        one,
        state=PlaceState.RESOLVED,
        place=town,
        candidates=(Candidate(place=town, score=LEAST), *one.candidates)[:KEPT],
        precision=town.precision,
        radius_m=town.radius_m + extra_m,
        rule=rule,
    )


def _town_round(one: ResolvedPlace, own: Sequence[ResolvedPlace]) -> Place | None:
    """Give the town of a landmark: one struck with it, or one said to hold it."""
    struck = [o.place for o in own if o is not one and o.place and _is_town(o)]
    if struck:
        return min(struck, key=lambda town: (town.radius_m, town.id))
    return _first(city for other in own for city in _city(other))


def _nearest_struck(one: ResolvedPlace, own: Sequence[ResolvedPlace]) -> Place | None:
    """Give the nearest of the towns that were struck with a landmark."""
    point = (one.place.lat, one.place.lon) if one.place else (0.0, 0.0)
    struck = [o.place for o in own if o is not one and o.place and _is_town(o)]
    towns = [place for place in struck if place.kind in _TOWNS]
    return min(
        towns,
        key=lambda town: (distance_m(point, (town.lat, town.lon)), town.id),
        default=None,
    )


def _only_city(found: Sequence[ResolvedPlace]) -> Place | None:
    """Give the city that a report names, if it names but one."""
    cities = {city.id: city for other in found if other.place for city in _city(other)}
    return _first(iter(cities.values())) if len(cities) == 1 else None


def _first(places: Iterator[Place]) -> Place | None:
    return next(places, None)


def _holds(other: ResolvedPlace) -> bool:
    return other.reported.role is PlaceRole.ADMIN and other.place is not None


def _city(other: ResolvedPlace) -> Iterator[Place]:
    """Give the city that a name alone, or behind «مدينة», may mean."""
    reported = other.reported
    alone = reported.head is None and reported.words.lstrip("#") in {"", reported.name}
    if reported.role is PlaceRole.AREA or not (alone or reported.head in _CITIES):
        return
    for candidate in other.candidates:
        if candidate.place.kind == "city" and candidate.score >= LEAST:
            yield candidate.place
            return


def _far(place: Place, town: Place) -> bool:
    gap = distance_m((place.lat, place.lon), (town.lat, town.lon))
    return gap > town.radius_m + APART_M


def _is_town(other: ResolvedPlace) -> bool:
    """Whether a place is a settlement struck, or near what was struck."""
    if other.place is None or other.reported.role not in _STRUCK:
        return False
    return other.place.kind not in AREA_KINDS and not stands_in_town(
        other.reported.head
    )
