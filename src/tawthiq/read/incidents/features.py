"""Takes a GeoJSON FeatureCollection, gives a row of a table of incidents a feature.

What our own export writes is read back: properties are columns, a point is ``lat`` and
``lon``, and each of ``casualties`` is the columns that a flat table counts it in. Other
geometries have no one point, and none is made up (RFC 7946).
"""

import json
from collections.abc import Iterator

from tawthiq.errors import InputError
from tawthiq.read.incidents import faults as incident_faults

COLLECTION = "FeatureCollection"
LOOKED_AT = 2_000
"""Characters in which a collection says what it is."""
BOUNDS = (("low", "min"), ("high", "max"))


def is_collection(text: str) -> bool:
    """Whether a text looks like a collection of features, and not like JSON lines."""
    return f'"{COLLECTION}"' in text[:LOOKED_AT]


def features_of(text: str, name: str) -> Iterator[tuple[int, object]]:
    """Give the row of each feature with its number, from 1; what is no feature as it is.

    Args:
        text: the whole file.
        name: the file, for messages.

    Raises:
        InputError: it is no JSON, or no collection of features.
    """
    for number, told in enumerate(_listed(text, name), start=1):
        yield number, _row(told)


def _listed(text: str, name: str) -> list[object]:
    try:
        told = json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise incident_faults.not_a_table(name, str(fault)[:80]) from None
    features = told.get("features") if isinstance(told, dict) else None
    if not isinstance(features, list):
        raise _no_features(name)
    return features


def _no_features(name: str) -> InputError:
    return InputError(
        ar="ليس في الملف معالم (features)",
        en="the file has no list of features",
        where=name,
        remedy_ar="صدّره GeoJSON من نوع FeatureCollection، أو احفظه CSV",
        remedy_en="export it as a GeoJSON FeatureCollection, or save it as CSV",
    )


def _row(feature: object) -> object:
    told = feature.get("properties") if isinstance(feature, dict) else None
    if not isinstance(feature, dict) or not isinstance(told, dict):
        return feature
    row = {key: value for key, value in told.items() if key != "casualties"}
    return row | _point(feature.get("geometry")) | _counts(told.get("casualties"))


def _point(geometry: object) -> dict[str, object]:
    if not isinstance(geometry, dict) or geometry.get("type") != "Point":
        return {}
    at = geometry.get("coordinates")
    if not isinstance(at, list) or len(at) < len(("lon", "lat")):
        return {}
    return {"lon": at[0], "lat": at[1]}


def _counts(casualties: object) -> dict[str, object]:
    found: dict[str, object] = {}
    for one in casualties if isinstance(casualties, list) else ():
        if not isinstance(one, dict):
            continue
        for key, bound in BOUNDS:
            if one.get(key) is not None:
                found[f"{one.get('outcome')}_{one.get('group')}_{bound}"] = one[key]
    return found
