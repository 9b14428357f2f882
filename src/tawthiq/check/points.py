"""Rules on places: points, precision, radius, and places too far apart."""

from collections.abc import Iterator
from itertools import combinations

from tawthiq.check.context import Context
from tawthiq.check.faults import Coded, Fault, Value, fault
from tawthiq.model.geo import distance_m
from tawthiq.model.incident import Incident, IncidentPlace
from tawthiq.model.vocabulary import PlaceRole

FACTOR = 4
"""How many times a radius may differ from the usual one of its precision."""
APART_M = 30_000
"""Metres between two places of one incident, beyond both radii, that are too many."""
STATED = (PlaceRole.AT, PlaceRole.NEAR)


def _latitude_right(place: IncidentPlace) -> bool:
    return place.lat is None or -90 <= place.lat <= 90  # noqa: PLR2004 - the poles


def _longitude_right(place: IncidentPlace) -> bool:
    return place.lon is None or -180 <= place.lon <= 180  # noqa: PLR2004 - half the globe


def sound_point(place: IncidentPlace) -> tuple[float, float] | None:
    """Give a place's point; None where it has none or it cannot be on the globe."""
    if place.lat is None or place.lon is None:
        return None
    right = _latitude_right(place) and _longitude_right(place)
    return (place.lat, place.lon) if right else None


def shown(point: tuple[float, float]) -> str:
    """Write a point, latitude first."""
    return f"{point[0]:.4f}, {point[1]:.4f}"


def latitude_impossible(incident: Incident, _: Context) -> Iterator[Fault]:
    """Find latitudes beyond the poles."""
    for place in incident.places:
        if place.lat is not None and not _latitude_right(place):
            yield fault("latitude_impossible", incident, value=str(place.lat))


def longitude_impossible(incident: Incident, _: Context) -> Iterator[Fault]:
    """Find longitudes more than once round the globe."""
    for place in incident.places:
        if place.lon is not None and not _longitude_right(place):
            yield fault("longitude_impossible", incident, value=str(place.lon))


def half_a_point(incident: Incident, _: Context) -> Iterator[Fault]:
    """Find a latitude without longitude, and the reverse."""
    for place in incident.places:
        if (place.lat is None) != (place.lon is None):
            yield fault("half_a_point", incident)


def point_zero(incident: Incident, _: Context) -> Iterator[Fault]:
    """Find points at nought and nought, which empty cells become."""
    for place in incident.places:
        if place.lat == 0 and place.lon == 0:
            yield fault("point_zero", incident)


def point_outside_area(incident: Incident, context: Context) -> Iterator[Fault]:
    """Find points outside the project's area, where it is told."""
    if context.area is None:
        return
    for place in incident.places:
        point = sound_point(place)
        if point is not None and not context.area.holds(*point):
            yield fault("point_outside_area", incident, point=shown(point))


def precision_missing(incident: Incident, _: Context) -> Iterator[Fault]:
    """Find points of which nobody says how exact they are."""
    for place in incident.places:
        point = sound_point(place)
        bare = place.precision is None or place.radius_m is None
        if point is not None and bare:
            yield fault("precision_missing", incident, point=shown(point))


def precision_without_point(incident: Incident, _: Context) -> Iterator[Fault]:
    """Find precision said of no point at all."""
    for place in incident.places:
        if place.precision is not None and place.lat is None and place.lon is None:
            precision = Coded(table="place_precisions", code=place.precision)
            yield fault("precision_without_point", incident, precision=precision)


def radius_against_precision(incident: Incident, context: Context) -> Iterator[Fault]:
    """Find a radius that differs much from the usual one of its precision.

    A place of the gazetteer has a radius of its own: governorates differ in size.
    """
    ladder = context.codebook.tables["place_precisions"].entries
    for place in incident.places:
        if place.precision is None or place.radius_m is None:
            continue
        if place.place_id is not None:
            continue
        if place.precision not in ladder:
            continue
        usual = int(ladder[place.precision].more["radius_m"])
        # Beside a place the radius is wider by as much as `near` adds to it.
        most = usual * FACTOR + (5_000 if place.role is PlaceRole.NEAR else 0)
        if usual / FACTOR <= place.radius_m <= most:
            continue
        precision = Coded(table="place_precisions", code=place.precision)
        values: dict[str, Value] = {"radius": place.radius_m, "usual": usual}
        yield fault("radius_against_precision", incident, precision=precision, **values)


def places_far_apart(incident: Incident, _: Context) -> Iterator[Fault]:
    """Find incidents of which one attack can hardly have reached all places.

    The two places that lie farthest beyond their radii are named.
    """
    placed = [
        (place, point)
        for place in incident.places
        if place.role in STATED and (point := sound_point(place)) is not None
    ]
    farthest: tuple[float, IncidentPlace, IncidentPlace] | None = None
    for (one, here), (other, there) in combinations(placed, 2):
        apart = distance_m(here, there)
        beyond = apart - (one.radius_m or 0) - (other.radius_m or 0)
        if beyond > APART_M and (farthest is None or apart > farthest[0]):
            farthest = (apart, one, other)
    if farthest is not None:
        apart, one, other = farthest
        names: dict[str, Value] = {"one": one.name, "other": other.name}
        yield fault("places_far_apart", incident, km=round(apart / 1000), **names)
