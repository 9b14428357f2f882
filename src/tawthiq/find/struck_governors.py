"""Cues of what an attack struck: the words of a sentence by where they end.

Verbs and nouns of attack, words of damage, of falling, of carrying the wounded, and
those that only say where one stands to a landmark.
"""

from tawthiq.find.weapons import is_aimed_with
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import COLON

LEAVES_REACH = 4
"""Words after a thing that may say that it carries the wounded, or was hit."""

NOT_ON_THINGS = {"clash", "abduction_detention", "execution", "custody_death"}
"""Attacks whose words take people, not things."""


WORD_ALONE = "attacks"
"""The rule of attacks that one word tells; the others find verb, subject and object."""

_CUE_ORDER = (
    "quantity", "among", "in", "on", "to", "from", "of", "by", "landmark", "relative",
    "speech", "other_end", "barrier", "falls", "suffers", "struck_after", "damage",
    "carriage", "transfer", "hits", "attack",
)  # fmt: skip
RANK = {code: rank for rank, code in enumerate(_CUE_ORDER)}


class Cues:
    """The words of a sentence that bear on what was struck, by where they end."""

    def __init__(self, scan: Scan, *, subject_first: bool) -> None:
        self.scan = scan
        self.subject_first = subject_first
        self._ending: dict[int, list[tuple[int, str, Hit]]] = {}
        self._after: dict[int, set[str]] = {}
        for sheet in ("struck_cues", "attacks", "number", "reporting", "roles",
                      "event_cues", "actor_cues"):  # fmt: skip
            for hit in scan.of(sheet):
                if not is_aimed_with(hit, scan) and not _is_around(scan, hit):
                    self._add(cue_of(hit), hit)
        for hit in scan.of("attack"):
            if hit.rule != WORD_ALONE:  # «أطلق مجهولون النار على …»
                self._add(cue_of(hit), hit)

    def _add(self, code: str, hit: Hit) -> None:
        if code not in RANK:
            return
        self._ending.setdefault(hit.last, []).append((hit.last - hit.first, code, hit))
        self._after.setdefault(hit.first, set()).add(code)

    def before(self, at: int) -> tuple[str, Hit] | None:
        """Give the cue that ends before the word ``at``, the longest and strongest."""
        found = self._ending.get(at)
        if not found:
            return None
        return max(found, key=lambda f: (f[0], RANK[f[1]]))[1:]

    def ahead(self, at: int, reach: int) -> set[str]:
        """Give the cues of the next ``reach`` words."""
        found: set[str] = set()
        for index in range(at, min(at + reach, len(self.scan.tokens))):
            if index > at and self.scan.tokens[index].gap >= COLON:
                break
            found |= self._after.get(index, set())
        return found

    def is_told_of(self, at: int) -> bool:
        """Say whether words right behind a thing tell who hit it: «التي قصفها …»."""
        tokens = len(self.scan.tokens)
        if "relative" not in self._after.get(at, ()) or at + 1 >= tokens:
            return False
        return any(
            hit.suffix and cue_of(hit) in {"attack", "hits"}
            for sheet in ("attacks", "struck_cues")
            for hit in self.scan.at(at + 1, sheet)
        )

    def carries_away(self, at: int) -> bool:
        """Say whether the words from ``at`` on tell of carrying: «سيارة نقلت …».

        «باص نقل», «صهريج لنقل الوقود» tell what it is for.
        """
        if "transfer" in self.ahead(at, LEAVES_REACH):
            return True
        return "carriage" in self.ahead(at + 1, LEAVES_REACH - 1)

    def back(self, at: int, reach: int) -> tuple[str, Hit, int] | None:
        """Give the nearest attack, hit, fall, damage or transfer before ``at``."""
        for index in range(at, max(0, at - reach), -1):
            if index < len(self.scan.tokens) and self.scan.tokens[index].gap >= COLON:
                return None
            found = self.before(index)
            if found is not None and RANK[found[0]] >= RANK["other_end"]:
                return *found, at - index
        return None


def cue_of(hit: Hit) -> str:
    """Name what a word says of a thing behind it."""
    match hit.sheet:
        case "attacks" | "attack":
            return "" if hit.code in NOT_ON_THINGS else "attack"
        case "number":
            return "quantity"
        case "event_cues" | "actor_cues":
            barred = hit.code in {"clause", "that", "that_own"}
            return "barrier" if barred else "by" if hit.code == "by" else ""
        case "struck_cues":
            return hit.code
        case _:
            return "speech"


def _is_around(scan: Scan, cue: Hit) -> bool:
    """«سقطت قذيفة وسط سوق»: the middle of a thing parts nothing."""
    amid = any(h.code == "amid" for h in scan.at(cue.first, "event_cues"))
    inside = bool(scan.at(cue.last, "struck_objects"))
    return cue.sheet == "event_cues" and amid and inside
