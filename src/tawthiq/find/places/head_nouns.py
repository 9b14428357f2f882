"""Head nouns of places: «قرية», "town of", and the names that may follow them."""

from tawthiq.find.places.vocabulary import Name
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan

TOWNS = frozenset(
    {"village", "town", "city", "neighbourhood", "camp", "capital", "settlement"}
)


def head_nouns(scan: Scan) -> dict[int, Hit]:
    """Give the head nouns by first word, the reading that cuts least of each."""
    barred = {
        at
        for hit in scan.of("not_places")
        if hit.code == "phrase"
        for at in range(hit.first, hit.last)
    }
    found: dict[int, Hit] = {}
    for hit in scan.of("place_heads"):
        if hit.suffix or hit.first in barred:
            continue
        if hit.first not in found or len(hit.means) < len(found[hit.first].means):
            found[hit.first] = hit
    return found


def goes_with(heads: list[Hit], name: Name) -> bool:
    """Say whether a name may follow its head noun: no town is called «سورية»."""
    if not heads:
        return True
    head = heads[-1]
    if any(h.code == "capital" and "the" not in h.means for h in heads):
        return False
    country = name.region is not None and name.region.code == "country"
    return not (country and head.code in TOWNS)
