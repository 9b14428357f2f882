"""Announcers: who speaks in a sentence for the forces of a party.

A ministry or a security source is no armed party, but speaks for one: «قالت مصادر أمنية
مصرية», «أعلنت وزارة الدفاع الروسية». What their forces did they tell as their own
(annotation-guide.md: forces announcing their own raid or strike are ``claimed``).
"""

from collections.abc import Iterator
from typing import NamedTuple

from tawthiq.assemble.telling import Telling
from tawthiq.lang.lexicon import Hit

ARMED = frozenset({"military", "official"})
"""Kinds of sources that speak for the forces of their state."""

TAKEN = frozenset({"killed", "detained", "injured"})
"""Outcomes that forces announce of those whom they fight."""


AIRBORNE = frozenset({"air_strike", "drone_strike"})
"""Types of attacks that an ally may have flown."""


class Announcer(NamedTuple):
    """A party, and the words that name who speaks for it."""

    party: str
    hit: Hit


def announcers(telling: Telling) -> Iterator[Announcer]:
    """Give the parties whose ministries or sources assert something in the sentence.

    Args:
        telling: a stretch of the sentence.

    Yields:
        The party of each nationality that stands in the name of such a source.
    """
    scan = telling.scan
    for source in scan.of("source"):
        kind = source.values.get("kind")
        if kind not in ARMED or source.values["vouches"] != "asserts":
            continue
        for hit in scan.of("nationalities"):
            inside = source.first < hit.first and hit.last <= source.last
            if hit.code and inside and _is_body(kind, hit):
                yield Announcer(hit.code, source)


def _is_body(kind: object, nation: Hit) -> bool:
    """Say whether a body or a security source is named.

    «مصادر عسكرية يمنية» of no name tell of a battle as others do.
    """
    return kind == "official" or "the" in nation.means


def counts_foes(telling: Telling, party: str) -> bool:
    """Say whether fighters are counted whom a party's own words or name call its foes.

    «مقتل 12 إرهابيا», «سبعة من عناصر داعش»; its own soldiers are none, and who fell to
    aircraft may have fallen to an ally's.

    Args:
        telling: the telling.
        party: who speaks.
    """
    if any(h.code in AIRBORNE for h in telling.of("attack")):
        return False
    others = [
        h for h in telling.of("actor") if h.code not in {party, "unidentified", "other"}
    ]
    labels = [h for h in telling.scan.of("actor_cues") if h.code == "foe"]
    return any(
        row.values.get("group") == "combatants"
        and row.values.get("outcome") in TAKEN
        and any(
            row.start <= h.start < row.end or 0 <= h.first - row.last <= 1
            for h in (*labels, *others)
        )
        for row in telling.of("casualty")
    )
