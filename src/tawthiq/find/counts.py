"""Finds counts of people: bounds, wording and group, and what the noun itself says.

A number with a people word counts wherever it stands. What carries no number of its
own («طفل», «آخر», «أحد أفرادها») counts where harm is told beside it: after a word of
harm, joined to people already counted, or named as a part of them.
"""

from dataclasses import replace

from tawthiq.find.count_phrases import Phrase, Reader
from tawthiq.lang.language import Language
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import BRACKET, COMMA, JOINED

SHEET = "count"
HARM = {"killed", "injured", "missing", "detained", "abducted", "displaced"}
_SURE = {"counted", "vague", "dual", "most"}
_NEAR = 3
_CHAIN = 8


def find_counts(scan: Scan, language: Language) -> list[Hit]:
    """Find the counted people of a sentence.

    Returns:
        Hits with ``low``, ``high``, ``wording``, ``group`` and ``outcome`` (only if
        the noun says it: «قتيل»). Keys that begin with ``_`` are for ``casualties``.
    """
    del language
    if not scan.of("number") and not scan.of("groups") and not scan.of("count_words"):
        return []
    reader = Reader(scan)
    licence = _Licence(scan, reader)
    found = [p for p in reader.phrases() if licence.grants(p)]
    return [_hit(scan, p) for p in _bound_backwards(found)]


class _Licence:
    """Decides which phrases count; remembers the last that did."""

    def __init__(self, scan: Scan, reader: Reader) -> None:
        self._scan, self._reader = scan, reader
        self._ends = {h.last: h for h in scan.of("outcomes") if h.values["side"] != "before"}
        self._starts = {
            h.first: h for h in scan.of("outcomes") if h.values["side"] != "after"
        }
        self._last: Phrase | None = None
        self._pauses = {
            at for at, words in reader.words.items() if "pause" in words
        } | {h.first for h in scan.of("weekdays")}

    def grants(self, phrase: Phrase) -> bool:
        """Tell whether a phrase counts people."""
        if self._granted(phrase):
            self._last = phrase
            return True
        return False

    def _granted(self, phrase: Phrase) -> bool:
        if phrase.form in _SURE:
            return not (phrase.form == "vague" and phrase.group is None) or self._beside(phrase)
        if phrase.form == "plural":
            return self._slipped_dual(phrase)
        if phrase.form == "bare":
            return (phrase.of_them and self._last is not None) or self._after_harm(phrase)
        if phrase.form == "other" and self._last is None and not self._after_harm(phrase):
            return False
        return self._beside(phrase)

    def _beside(self, phrase: Phrase) -> bool:
        return (
            self._after_harm(phrase)
            or self._part(phrase)
            or self._chained(phrase)
            or self._before_harm(phrase)
            or self._article(phrase)
        )

    def _after_harm(self, phrase: Phrase) -> bool:
        """Tell whether a word of harm stands right before, times of day aside."""
        at = phrase.first
        for _ in range(_NEAR):
            hit = self._ends.get(at)
            if hit is not None and self._scan.tokens[at].gap <= COMMA:
                return self._fits(phrase, hit)
            if at == 0 or at - 1 not in self._pauses:
                return False
            at -= 1
        return False

    def _fits(self, phrase: Phrase, hit: Hit) -> bool:
        if hit.code == "happen":
            return phrase.outcome is not None
        if phrase.form == "bare":
            return hit.code in HARM and not self._thing(phrase.last)
        return hit.code in HARM

    def _thing(self, at: int) -> bool:
        """Tell whether what follows a bare number is no person: a date, a vehicle."""
        if at >= len(self._scan.tokens) or self._scan.tokens[at].gap > JOINED:
            return False
        return any(self._scan.at(at, s) for s in ("months", "struck", "weapons"))

    def _part(self, phrase: Phrase) -> bool:
        at = phrase.first - 1
        words = self._reader.words
        return any("part" in words.get(i, {}) and words[i]["part"].last == phrase.first
                   or "one_them" in words.get(i, {}) and words[i]["one_them"].last == phrase.first
                   for i in range(max(0, at - 2), at + 1))

    def _chained(self, phrase: Phrase) -> bool:
        """Tell whether the phrase is joined to people counted just before."""
        last = self._last
        if last is None or phrase.first - last.last > _CHAIN:
            return False
        between = self._scan.tokens[last.last : phrase.first + 1]
        if any(t.gap > BRACKET for t in between):
            return False
        if any(last.last <= at < phrase.first for at in self._starts):
            return False
        return self._joined(phrase) or (phrase.first == last.last and between[0].gap == COMMA)

    def _joined(self, phrase: Phrase) -> bool:
        before = phrase.first - 1
        return _means_and(phrase) or "and" in self._reader.words.get(before, {})

    def _before_harm(self, phrase: Phrase) -> bool:
        """Tell whether a verb of harm follows at once: «امرأة قتلت»."""
        hit = self._starts.get(phrase.last)
        if hit is None or hit.code not in HARM or "and" in hit.means:
            return False
        return self._scan.tokens[phrase.last].gap == JOINED

    def _article(self, phrase: Phrase) -> bool:
        return False

    def _slipped_dual(self, phrase: Phrase) -> bool:
        """Tell whether «مدنيين» is two, which a verb or «هما» after it says."""
        return False


def _means_and(phrase: Phrase) -> bool:
    return phrase.hit is not None and "and" in phrase.hit.means


def _bound_backwards(phrases: list[Phrase]) -> list[Phrase]:
    """Let «على الأقل» after joined counts govern all of them."""
    out = list(phrases)
    for index in range(len(out) - 1, 0, -1):
        here, before = out[index], out[index - 1]
        if here.wording != "at_least" or before.wording != "exact":
            continue
        if before.form == "counted" and before.last == here.first and _means_and(here):
            out[index - 1] = replace(before, high=None, wording="at_least")
    return out


def _hit(scan: Scan, phrase: Phrase) -> Hit:
    return scan.make(
        SHEET,
        words=(phrase.first, phrase.last),
        values={
            "low": phrase.low,
            "high": phrase.high,
            "wording": phrase.wording,
            "group": None if phrase.group == "families" else phrase.group or "people",
            "outcome": phrase.outcome,
            "_form": phrase.form,
            "_group": phrase.group,
            "_other": phrase.other,
            "_of_them": phrase.of_them,
            "_head": phrase.head,
            "_twin": phrase.twin,
        },
        rule=f"count_{phrase.form}",
        like=phrase.hit,
    )
