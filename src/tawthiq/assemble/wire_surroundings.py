"""Wire surroundings: what stands beside words of a wire, and what harm is told near them.

Cues of the pack that end right before a word or begin right behind it, the nearest word
of harm and of attack on either side and what stands between; for a name also what is
told of its last word elsewhere («… OF THE MAYOR», then the surname alone).
"""

from collections import defaultdict
from collections.abc import Sequence

from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import COMMA

TOLD_BY_CODE = (
    "actor_cues", "attacks", "event_cues", "name_cues", "outcomes", "place_words",
    "struck_cues",
)  # fmt: skip
"""Sheets of cues whose codes say different things of what stands beside."""

BESIDE = (
    *TOLD_BY_CODE, "groups", "kin", "nationalities", "numbers", "reporting", "roles",
    "source_nouns", "struck_objects", "titles",
)  # fmt: skip
"""Sheets of words that say something of what stands right beside them."""

SAID = (
    "attacks", "channels", "event_cues", "groups", "name_cues", "outcomes", "roles",
    "source_nouns", "struck_cues", "topics", "weapons",
)  # fmt: skip
"""Sheets of words that say of what a sentence speaks."""

TELLING_BY_CODE = frozenset({*TOLD_BY_CODE, *SAID})
"""Sheets whose codes are told beside the sheet."""

HELD = (
    "actor_cues", "countries", "event_cues", "groups", "nationalities", "outcomes",
    "place_heads", "roles", "source_nouns", "struck_objects", "titles", "topics",
)  # fmt: skip
"""Sheets of words that say of what sort it is that they are a part of."""

HARMS = frozenset({"killed", "injured", "abducted", "detained", "missing"})
BARS = frozenset(
    {"by", "on", "against", "with", "between", "in_word", "from_word", "accuse"}
)
"""Cues between harm and a word at which what the harm takes is over."""

BLAMES = frozenset(
    {"claim", "accuse", "attribute", "admits", "guess", "announced", "deed", "light"}
)
"""Cues that lay a deed at somebody's door, wherever they stand in the sentence."""

STEPS = (1, 4, 9)
"""Words away up to which harm stands beside, close or in reach."""

MANY = 4
"""Times that a surname is told again from which more make no difference."""

LIST_REACH = 3
"""Words between two names of one list."""

BEFORE_REACH, AFTER_REACH = 5, 3
"""Words between harm and the surname of whom it befell."""

Features = dict[str, float]


class Surroundings:
    """What stands beside the words of one report.

    Args:
        scans: its sentences, with all that was found in them.
    """

    def __init__(self, scans: Sequence[Scan]) -> None:
        self.scans = scans
        self._known: dict[tuple[int, str, int, int, str], Features] = {}
        self._cues: list[dict[int, list[Hit]]] | None = None
        self._words: dict[str, list[tuple[int, int]]] | None = None

    @property
    def _ending(self) -> list[dict[int, list[Hit]]]:
        """Give for each sentence the cues by the word that they end before."""
        if self._cues is None:
            self._cues = [_by_end(scan) for scan in self.scans]
        return self._cues

    @property
    def _places(self) -> dict[str, list[tuple[int, int]]]:
        """Give the sentence and word where each word of the report stands."""
        if self._words is None:
            self._words = defaultdict(list)
            for sentence, scan in enumerate(self.scans):
                for at, token in enumerate(scan.tokens):
                    self._words[token.word].append((sentence, at))
        return self._words

    def of(self, sentence: int, hit: Hit, *, near: str) -> Features:
        """Give what stands beside words.

        Args:
            sentence: the number of their sentence.
            hit: the words.
            near: how near the event is that they are weighed for, a part of names.
        """
        key = (sentence, hit.sheet, hit.first, hit.last, near)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._of(sentence, hit, near)
        return known

    def _of(self, sentence: int, hit: Hit, near: str) -> Features:
        scan = self.scans[sentence]
        found = self._beside(sentence, hit)
        for sheet in ("outcomes", "attacks"):
            found |= _harm_beside(scan, hit, sheet)
        # What stands beside weighs most in the very sentence that tells the event.
        found |= {f"{near}_{n}": v for n, v in found.items() if near == "in"}
        found |= _edges(scan, hit) | _holds(scan, hit)
        found |= {
            f"{near}_said": float(bool(scan.of("reporting"))),
            f"{near}_counted": float(bool(scan.of("casualty"))),
            f"{near}_attack": float(bool(scan.of("attack"))),
        }
        found |= {f"beside_{_told(h)}": 1.0 for h in scan.of(*SAID)}
        cues = {h.code for h in scan.of("actor_cues")} & BLAMES
        found |= {f"{near}_told_{code}": 1.0 for code in cues}
        if hit.sheet == "written_name":
            found |= self._surname(scan, hit) | _listed(scan, hit)
        return found

    def _beside(self, sentence: int, hit: Hit) -> Features:
        scan = self.scans[sentence]
        before = self._ending[sentence].get(hit.first, ())
        behind = [h for sheet in BESIDE for h in scan.at(hit.last, sheet)]
        return {f"behind_{_told(h)}": 1.0 for h in before} | {
            f"ahead_{_told(h)}": 1.0 for h in behind
        }

    def _surname(self, scan: Scan, hit: Hit) -> Features:
        """Say what is told of the last word of a name wherever it stands."""
        places = self._places[scan.tokens[hit.last - 1].word]
        found = {"surname_again": min(MANY, len(places) - 1) / MANY}
        for sentence, at in places:
            there = self.scans[sentence]
            hurt = [h for h in there.of("outcomes") if h.code in HARMS]
            if any(0 <= at - h.last <= BEFORE_REACH for h in hurt):
                found["surname_harmed_before"] = 1.0
            if any(0 <= h.first - at - 1 <= AFTER_REACH for h in hurt):
                found["surname_harmed_behind"] = 1.0
            before = self._ending[sentence].get(at, ())
            if there.at(at + 1, "reporting") or any(
                h.sheet == "reporting" for h in before
            ):
                found["surname_speaks"] = 1.0
        return found


def _by_end(scan: Scan) -> dict[int, list[Hit]]:
    """Sort the cues of a sentence by the word that they end before."""
    ending: dict[int, list[Hit]] = {}
    for hit in scan.of(*BESIDE):
        ending.setdefault(hit.last, []).append(hit)
    return ending


def _told(hit: Hit) -> str:
    by_code = hit.sheet in TELLING_BY_CODE
    return f"{hit.sheet}_{hit.code}" if by_code else hit.sheet


def _edges(scan: Scan, hit: Hit) -> Features:
    ends = hit.last >= len(scan.tokens)
    return {
        "comma_before": float(hit.first > 0 and scan.tokens[hit.first].gap >= COMMA),
        "comma_behind": float(not ends and scan.tokens[hit.last].gap >= COMMA),
        "opens": float(hit.first == 0),
        "ends": float(ends),
        "the": float("the" in hit.means),
        "given": float(bool(scan.at(hit.first, "given_names"))),
    }


def _holds(scan: Scan, hit: Hit) -> Features:
    """Say of what sort are the words that a naming holds: a force, an office, a house.

    The last of them counts once more: it is what the others only tell more of.
    """
    found: Features = {}
    for at in range(hit.first, hit.last):
        for word in scan.here(at):
            if word.sheet in HELD and word.last <= hit.last:
                told = f"{word.sheet}_{word.code}"
                found[f"holds_{told}"] = 1.0
                if word.last == hit.last:
                    found[f"closes_{told}"] = 1.0
    return found


def _harms(scan: Scan, sheet: str) -> list[Hit]:
    return [h for h in scan.of(sheet) if sheet != "outcomes" or h.code in HARMS]


def _harm_beside(scan: Scan, hit: Hit, sheet: str) -> Features:
    """Say what harm is told last before words and first behind them.

    That is how far off it is, what it is, and whether what is said stands between; where
    it stands before them, also what bars it from them.
    """
    found: Features = {}
    harms = _harms(scan, sheet)
    before = [h for h in harms if h.last <= hit.first][-1:]
    behind = [h for h in harms if h.first >= hit.last][:1]
    for harm in before:
        between = range(harm.last, hit.first)
        bars = {h.code for h in scan.of("actor_cues") if h.first in between} & BARS
        found |= _harm_told(scan, harm, where=f"{sheet}_before", between=between)
        found |= {f"{sheet}_before_{code}": 1.0 for code in bars}
    for harm in behind:
        between = range(hit.last, harm.first)
        found |= _harm_told(scan, harm, where=f"{sheet}_behind", between=between)
    return found


def _harm_told(scan: Scan, harm: Hit, *, where: str, between: range) -> Features:
    side = harm.values.get("side") or harm.values.get("part")
    said = any(h.first in between for h in scan.of("reporting"))
    return {
        f"{where}_{_step(len(between))}": 1.0,
        f"{where}_{side}": 1.0,
        f"{where}_{harm.code}": 1.0,
        f"{where}_said": float(said),
    }


def _step(words: int) -> str:
    return next((f"within_{s}" for s in STEPS if words <= s), "beyond")


def _listed(scan: Scan, hit: Hit) -> Features:
    """Say whether another name stands right before or behind, and a victim's."""
    found: Features = {}
    for other in scan.of("written_name"):
        victim = other.rule != "written"
        if 0 <= hit.first - other.last <= LIST_REACH:
            found |= {"listed_behind": 1.0, "listed_behind_victim": float(victim)}
        elif 0 <= other.first - hit.last <= LIST_REACH:
            found |= {"listed_before": 1.0, "listed_before_victim": float(victim)}
    return found
