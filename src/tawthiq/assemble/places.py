"""Places: which of the places that a report names are an event's, and in which role.

Launch sites, hometowns, hospitals that received the wounded and the seats of sources
look like the place struck; what the words say of a place (``relation``) tells them
apart. A governorate's name may be its city: the other places of the event decide.
"""

from collections.abc import Iterator, Sequence

from tawthiq.assemble.evidence import Cluster
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.model.event import PlaceClaim
from tawthiq.model.vocabulary import PlaceRole

ELSEWHERE = frozenset(
    {
        "from",
        "origin",
        "transfer",
        "speaker",
        "dateline",
        "to",
        "name",
        "held",
        "residents",
    }
)
"""Relations of places at which the event did not happen."""

DOUBTFUL = frozenset({"to", "speaker", "residents"})
"""Relations of places that are believed where an event names no other."""

STRUCK = frozenset({"at", "near"})
POST = 8
"""Sentences up to which a report may be a post about one place."""

QUARTERS = frozenset(
    {
        "area", "neighbourhood", "street", "square", "market", "hospital", "mosque", "church",
        "school", "facility", "bridge", "airport", "camp",
    }
)  # fmt: skip
"""Kinds of places that lie inside a city, so that the city is struck too."""

DISTRICTS = frozenset({"district", "subdistrict"})
"""Kinds of units beside which a governorate's name is the governorate: «منطقة الوادي
بمديرية السدرة في مأرب»."""


def places_of(event: Cluster, lent: Sequence[Hit] = ()) -> Iterator[PlaceClaim]:
    """Give the places of an event, each name once, those struck before containers.

    Args:
        event: its tellings.
        lent: places told apart from it (`lent_places`), taken where it has none of its own.
    """
    own = _own(event.of("place"), _seats(event))
    hits = _distinct(own or lent)
    for hit, role in sorted(_settled(hits), key=lambda pair: pair[1] not in STRUCK):
        head = hit.values.get("head")
        yield PlaceClaim(
            role=PlaceRole(role),
            name=str(hit.values["name"]),
            head=str(head) if head else None,
            span=event.span(hit),
            rule=hit.rule,
        )


def lent_places(scans: Sequence[Scan]) -> list[Hit]:
    """Give the one place of a post that names it apart from what happened there.

    A hash tag, a headline or a line of its own names the town; the strike is told "on
    the town". Longer reports, and those that name two places, lend none.
    """
    if len(scans) > POST:
        return []
    named = [
        h
        for scan in scans
        for h in struck_by(scan.of("place"))
        if _is_struck(h) and h.values["relation"] != "bare"
    ]
    named = named or [
        h for scan in scans for h in struck_by(scan.of("place")) if _is_struck(h)
    ]
    # A governorate's name beside a town's is what holds the town.
    named = [h for h in named if not h.values.get("city")] or named
    names = {str(h.values.get("key") or h.values["name"]) for h in named}
    return named[:1] if len(names) == 1 else []


def _own(hits: Sequence[Hit], seats: Sequence[Hit]) -> list[Hit]:
    """Give an event's places: the surest there are, doubtful ones where none are sure."""
    there = [h for h in struck_by(hits) if h not in seats]
    sure = [h for h in there if _is_sure(h)]
    if any(map(_is_struck, sure)):
        return sure
    if any(map(_is_struck, there)):
        return there
    doubtful = DOUBTFUL - {"speaker"} if there else DOUBTFUL
    return [
        h for h in hits if h in (there or seats) or h.values.get("relation") in doubtful
    ]


def _seats(event: Cluster) -> list[Hit]:
    """Give the places in which those who speak sit: «أعلنت وزارة الصحة في … مقتل»."""
    return [
        place
        for telling in event.tellings
        for source in telling.of("source")
        for place in telling.of("place")
        if place.values.get("relation") == "in"
        and source.start < place.start
        and place.end <= source.end
    ]


def _is_sure(hit: Hit) -> bool:
    head, relation = hit.values.get("head"), hit.values.get("relation")
    if head == "hospital":
        return relation in {"struck", "near"}
    return head != "border" and (head is not None or relation != "bare")


def struck_by(hits: Sequence[Hit]) -> list[Hit]:
    """Leave out the places at which the event did not happen."""
    return [h for h in hits if h.values.get("relation") not in ELSEWHERE]


def _distinct(hits: Sequence[Hit]) -> list[Hit]:
    """Give each name once as struck and once as container, at its first mention."""
    found: dict[tuple[str, bool], Hit] = {}
    for hit in hits:
        key = str(hit.values.get("key") or hit.values["name"])
        found.setdefault((key, _is_struck(hit)), hit)
    return list(found.values())


def _is_struck(hit: Hit) -> bool:
    return hit.values["role"] in STRUCK


def _settled(hits: Sequence[Hit]) -> Iterator[tuple[Hit, str]]:
    """Say which role each place has beside the others."""
    for hit in hits:
        if not hit.values.get("city"):
            yield hit, str(hit.values["role"])
            continue
        others = [
            h
            for h in hits
            if h is not hit and _is_struck(h) and not h.values.get("city")
        ]
        inside = all(h.values.get("head") in QUARTERS for h in others)
        beside = any(h.values.get("head") in DISTRICTS for h in hits if h is not hit)
        yield hit, "at" if inside and not beside else "admin"
