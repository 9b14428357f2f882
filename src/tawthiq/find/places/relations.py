"""What a sentence says of a place: struck, launched from, a hometown, a seat."""

from collections.abc import Iterable
from typing import NamedTuple

from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.affixes import ARTICLE
from tawthiq.text.tokens import JOINED

REACH = 6
"""Words before a place in which a word of transfer («نقل») rules what is said of it."""

TAKEN = 9
"""Words at most between a word of arrest and «من»: who is taken, and by whom."""

PREPOSITIONS = (
    "in", "on", "to", "from", "launched", "origin", "between", "belongs", "strikes", "among", "held", "residents"
)  # fmt: skip
MODIFIERS = ("near", "around", "direction")
_SAID = {
    "in": "in",
    "belongs": "in",
    "among": "in",
    "on": "struck",
    "strikes": "struck",
    "to": "to",
    "from": "from",
    "launched": "from",
    "origin": "origin",
    "between": "between",
    "organisation": "name",
    "speaker": "speaker",
    "held": "held",
    "residents": "residents",
}
_BESIDE = frozenset({"speaker", "origin"})
_STRIKES = frozenset(
    {"air_strike", "attack", "bombardment", "drone_strike", "shelling", "targeting"}
)
"""Attacks on places rather than people: what stands behind who did it was struck."""
_DOERS = ("actor", "weapon", "date")
_HARMED = ("outcomes", "groups", "count", "casualty")


class Before(NamedTuple):
    """What stands before a place: its relation, and the word where that begins."""

    relation: str
    first: int


class PlaceWords:
    """The hits of the sheet ``place_words`` in one sentence, by where they stand."""

    def __init__(self, scan: Scan) -> None:
        self._scan = scan
        self._starts: dict[int, list[Hit]] = {}
        self._ends: dict[int, list[Hit]] = {}
        for hit in scan.of("place_words"):
            self._starts.setdefault(hit.first, []).append(hit)
            self._ends.setdefault(hit.last, []).append(hit)
        self._behind_doers = _behind_doers(scan)

    def starting(self, at: int, codes: Iterable[str]) -> Hit | None:
        """Give the word of one of these codes that begins at ``at``, without suffix."""
        for hit in self._starts.get(at, ()):
            if hit.code in codes and not hit.suffix:
                return hit
        return None

    def ending(self, at: int, codes: Iterable[str]) -> Hit | None:
        """Give the word of one of these codes that ends before ``at``."""
        for hit in self._ends.get(at, ()):
            if hit.code in codes:
                return hit
        return None

    def openings(self) -> set[int]:
        """Give the words at which a place may begin by what stands there or before."""
        found = set()
        for hits in self._starts.values():
            for hit in hits:
                if hit.code in MODIFIERS:
                    found.add(hit.first)
                if hit.code in PREPOSITIONS:
                    found.add(hit.last)
        found.update(
            h.last for h in self._scan.of("attacks") if h.values["part"] == "noun"
        )
        return found | self._behind_doers

    def after_deed(self, at: int) -> bool:
        """Say whether a noun of attack stands right before, in construct: «قصف …»."""
        return self._scan.tokens[at].gap <= JOINED and any(
            h.last == at and not h.suffix and h.values["part"] == "noun"
            for h in self._scan.of("attacks")
        )

    def relation(self, at: int, means: frozenset[str]) -> Before:
        """Say how the place whose phrase begins at ``at`` with these clitics is meant."""
        if "in" in means:
            return Before(self._deeper("in", at), at)
        at = self._past_sides(at)
        hit = self.ending(at, _SAID)
        if hit is None or (hit.suffix and hit.code not in {"strikes", "organisation"}):
            if any(h.last == at and not h.suffix for h in self._scan.of("attacks")):
                return Before("struck", at)
            if at in self._behind_doers and means <= ARTICLE:
                return Before("struck", at)
            return Before("for" if "for" in means else "bare", at)
        # «ضابط في الجيش غربي …»: with its article an army owns no name
        nameless = hit.code == "organisation" and "the" in hit.means
        if self._scan.tokens[at].gap > 1 or nameless:
            return Before("bare", at)
        return Before(self._deeper(_SAID[hit.code], hit.first), hit.first)

    def _past_sides(self, at: int) -> int:
        """Step back over adjectives without an article: "at the Israeli city of …"."""
        while (side := self.ending(at, ("side", "demonym"))) is not None:
            if side.means or side.suffix or self._scan.tokens[at].gap > JOINED:
                break
            at = side.first
        return at

    def _deeper(self, relation: str, at: int) -> str:
        """Correct a relation by the words before its preposition."""
        if relation in {"in", "struck", "near"} and self._speaker_before(at):
            return relation if self.starting(at, ("strikes",)) else "speaker"
        if relation == "from" and self._taken(at):
            return "in"
        if relation == "from" and self._person_before(at):
            return "in" if self._transferred(at) else "origin"
        if relation == "in" and self._launched(at):
            return "from"
        if relation in {"to", "in"} and self._transferred(at):
            return "transfer" if relation == "to" else "treated"
        return relation

    def _person_before(self, at: int) -> bool:
        """Say whether people stand before «من»: then the place is their home."""
        if self.ending(at, _BESIDE):
            return True
        return any(h.last == at for h in self._scan.of(*_HARMED))

    def _speaker_before(self, at: int) -> bool:
        """Say whether a source stands before «في», with its adjectives and titles.

        What is said behind «بأن» is no longer where the source sits.
        """
        tokens = self._scan.tokens
        for place in range(at - 1, max(-1, at - 1 - REACH), -1):
            here = self._starts.get(place, ())
            if any(h.code == "speaker" and not h.suffix for h in here):
                return True
            ends = self._scan.at(place, "attacks") or self.starting(place, ("that",))
            if ends or tokens[place].gap > JOINED:
                return False
        return False

    def _taken(self, at: int) -> bool:
        """Say whether people are taken from there: «خطف ثلاثة شبان من بلدة …».

        Who is taken at a place that is told before has his home there: «اعتقل في
        المدينة شابا من بلدة …».
        """
        before = [h for h in self._scan.of("attacks") if h.last <= at]
        if not before or before[-1].code != "abduction_detention":
            return False
        words = range(before[-1].last, at)
        told = any(h.code == "in" for w in words for h in self._starts.get(w, ()))
        return len(words) <= TAKEN and not told

    def _launched(self, at: int) -> bool:
        """Say whether who struck from there stands before «في»: «مصدره حواجز … في …»."""
        tokens = self._scan.tokens
        for place in range(at, max(0, at - REACH), -1):
            if self.ending(place, ("launched",)):
                return True
            starting = self._starts.get(place - 1, ())
            hits = any(h.code == "strikes" for h in starting)
            if (
                hits
                or tokens[place].gap > JOINED
                or self._scan.at(place - 1, "attacks")
            ):
                return False  # «… متمركزة في المعسكر طالت الأحياء في …»
        return False

    def _transferred(self, at: int) -> bool:
        return any(
            hit.code == "transfer"
            for place in range(max(0, at - REACH), at)
            for hit in self._starts.get(place, ())
        )


def _behind_doers(scan: Scan) -> set[int]:
    """Give the words behind who struck, when or with what: «قصفت قوات … النخيل»."""
    reached = {h.last for h in scan.of("attack") if h.code in _STRIKES and not h.suffix}
    found: set[int] = set()
    for hit in scan.of(*_DOERS):
        if hit.first in reached | found and scan.tokens[hit.first].gap <= JOINED:
            found.add(hit.last)
    last = len(scan.tokens)
    return {at for at in found if at < last and scan.tokens[at].gap <= JOINED}
