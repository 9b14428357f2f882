"""Name runs: stretches of words that are one person's name, whoever the person is."""

import re
from collections.abc import Mapping

from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import BRACKET, COMMA, JOINED

LONGEST = 6
"""Words of a name at most."""

UNKNOWN = 3
"""Words of a name, after the first, that no sheet knows."""

_QUOTE = re.compile("[\"'“”„«»‹›‘’]")  # noqa: RUF001
_OPENING = re.compile("(?:^|\\s)[\"'“”„«‹‘’]+\\s?$")  # noqa: RUF001
_PARTS = re.compile(r"[#@/|\\•\-–—]")  # noqa: RUF001
_BREAKING = (
    "attacks", "outcomes", "weapons", "reporting", "date_words", "months", "weekdays",
    "place_words", "struck_objects", "struck_cues", "numbers", "event_cues",
    "kin", "titles", "source_nouns", "actors", "name_stops", "roles", "count_words",
)  # fmt: skip
"""Sheets whose words are no part of a name."""


_SURNAMES = {"demonym", "side"}
"""Codes of words that are surnames as often: «الليبي», «الشرقي»."""

_JOINTS = {"article", "servant", "father_of", "mother_of", "child_of"}
"""Codes of ``name_joints.csv`` that hold the word behind them: "al-Masri", «عبد الله»."""

_HYPHENS = {"-", "‐", "‑"}  # noqa: RUF001

_NO_NAME = {"like", "will", "then", "for"}
"""Clitics that no reader hears in «كحول» the surname, but hears in «لإطلاق نار»."""


class NameRuns:
    """Reads names in one sentence.

    Args:
        scan: the sentence.
        settings: the pack's; where ``direction`` is ``ltr`` names begin with capitals.
    """

    def __init__(self, scan: Scan, settings: Mapping[str, str]) -> None:
        self._scan = scan
        self._capitals = settings["direction"] == "ltr"
        self._broken: set[int] | None = None

    @property
    def _breaks(self) -> set[int]:
        """Give the words that are another part of speech too; few sentences ask.

        Kept by hand: compiled, what ``functools`` caches is worked out at every look.
        """
        if self._broken is None:
            self._broken = self._other_words()
        return self._broken

    def _other_words(self) -> set[int]:
        found: set[int] = set()
        for sheet in _BREAKING:
            for _, code, first, last, _, _, means, _, values, _ in self._scan.of(sheet):
                if code in _SURNAMES or values.get("kind") == "attached":
                    continue
                if sheet == "attacks" or _NO_NAME.isdisjoint(means):
                    found.update(range(first, last))
        return found

    def given(self, at: int) -> Hit | None:
        """Give the given name that begins with the word ``at``."""
        if at >= len(self._scan.tokens):
            return None
        for hit in self._scan.at(at, "given_names"):
            if hit.suffix or (self._capitals and not self._capital(at)):
                continue
            if hit.means <= {"and"} and self._spelt(at, hit):
                return hit
        return None

    def _spelt(self, at: int, hit: Hit) -> bool:
        """Say whether the last letter is the row's: «على» is no «علي»."""
        own = str(hit.values["form"])[-1]
        written = self._scan.text[self._scan.tokens[hit.last - 1].end - 1]
        return own == written or at not in self._breaks

    def joining(self, at: int) -> bool:
        """Say whether a word such as «أبو» or «بن» stands here, bare."""
        return any(
            h.code in {"joining", "kunya"} and not h.means and not h.suffix
            for h in self._scan.at(at, "name_cues")
        )

    def joint(self, at: int) -> bool:
        """Say whether a word stands here that only goes with the next: "al", «عبد»."""
        return any(
            h.code in _JOINTS and not h.means and not h.suffix
            for h in self._scan.at(at, "name_joints")
        )

    def kunya(self, at: int) -> Hit | None:
        """Give «أبو» or «أم» at the head of a name."""
        if at + 1 >= len(self._scan.tokens) or self.broken(at + 1):
            return None
        for hit in self._scan.at(at, "name_cues"):
            if hit.code == "kunya" and hit.means <= {"and"} and not hit.suffix:
                return hit
        return None

    def common(self, at: int) -> bool:
        """Say whether the word ``at`` is a common word too: «صباح»."""
        return at in self._breaks

    def broken(self, at: int) -> bool:
        """Say whether the word ``at`` is another part of speech and no name."""
        return at in self._breaks and not self._surname(at)

    def _surname(self, at: int) -> bool:
        """Say whether a given name stands here, bare or with its article: «العلي»."""
        return any(
            h.means <= {"the"} and not h.suffix and self._spelt(at, h)
            for h in self._scan.at(at, "given_names")
            if not self._capitals or self._capital(at)
        )

    def opens_quote(self, at: int) -> bool:
        """Say whether a quotation mark stands right before the word ``at``."""
        return bool(_OPENING.search(self._scan.tokens[at].between))

    def quoted(self, at: int) -> int | None:
        """Give the end of the quoted words that begin with ``at``, if they may be a name."""
        tokens = self._scan.tokens
        for last in range(at + 1, min(len(tokens), at + LONGEST) + 1):
            if tokens[last - 1].is_number or self.broken(last - 1):
                return None
            closed = last == len(tokens) or _QUOTE.search(tokens[last].between)
            if closed:
                return last
            if tokens[last].gap > JOINED:
                return None
            if last - at > 1 and self.follows(last):
                return last  # «"فلان الفلاني وفلان الفلاني"»: two in one pair of marks
        return None

    def end(self, at: int, *, sure: int) -> int:
        """Give the end of the name that begins with ``at``.

        Args:
            at: its first word.
            sure: words that are part of it whatever they are.
        """
        tokens = self._scan.tokens
        last = at + sure
        unknown = 0
        while last < len(tokens) and last - at < LONGEST:
            if not self._runs_on(last):
                break
            known = self._surname(last) or self._holds(last)
            known = known or (last > at and self._holds(last - 1))
            unknown = 0 if known else unknown + 1
            broken = last in self._breaks and not self._trade(last)
            if unknown > UNKNOWN or (not known and broken):
                break
            last = self._past(last)
        while last - at > 1 and self._holds(last - 1) and not self.given(last - 1):
            last -= 1
        return last

    def _trade(self, at: int) -> bool:
        """Say whether a trade ends a name as its surname: «سامر الطالب (عامان)»."""
        tokens = self._scan.tokens
        ends = at + 1 >= len(tokens) or tokens[at + 1].gap >= COMMA
        aged = at + 1 < len(tokens) and "(" in tokens[at + 1].between
        hits = [*self._scan.at(at, "titles")]
        hits += self._scan.at(at, "struck_objects") if aged else ()
        plain = any(
            h.means == {"the"} and h.last == at + 1 and not h.suffix for h in hits
        )
        return ends and plain and self.given(at - 1) is not None

    def _holds(self, at: int) -> bool:
        """Say whether a word of a name holds the next one."""
        return self.joining(at) or self.joint(at)

    def _past(self, at: int) -> int:
        """Give the word behind a name of one word or more: «عبد الله»."""
        whole = (h.last for h in self._scan.at(at, "given_names") if not h.means)
        return max(whole, default=at + 1)

    def _runs_on(self, at: int) -> bool:
        token = self._scan.tokens[at]
        between = token.between
        hyphened = between in _HYPHENS and self.joint(at - 1)
        parted = _PARTS.search(between) and not hyphened
        if token.gap > JOINED or _QUOTE.search(between) or parted:
            return False
        if token.is_number or (self._capitals and not self.written(at)):
            return False
        hit = next(iter(self._scan.at(at, "given_names")), None)
        return hit is None or hit.means <= {"the"}

    def written(self, at: int) -> bool:
        """Say whether a word is written as part of a name: "Masri", "al" before it."""
        behind = at + 1 < len(self._scan.tokens) and self._capital(at + 1)
        return self._capital(at) or (behind and self.joint(at))

    def _capital(self, at: int) -> bool:
        return self._scan.capital(at)

    def follows(self, at: int) -> bool:
        """Say whether the word ``at`` goes on a list: after «و», a comma, a mark."""
        if at >= len(self._scan.tokens):
            return False
        hit = self.given(at) or self.kunya(at)
        gap = self._scan.tokens[at].gap
        if "(" in self._scan.tokens[at].between:
            return False  # «فلان الفلاني (وحيد لأهله)»: more about the same person
        if gap > BRACKET and not _PARTS.search(self._scan.tokens[at].between):
            return False
        return hit is not None and ("and" in hit.means or gap in {COMMA, BRACKET})
