"""Finds counts of people: bounds, wording and group, and what the noun itself says.

A number with a people word counts wherever it stands. What carries no number of its
own («طفل», «آخر», «أحد أفرادها») counts where harm is told beside it: after a word of
harm, joined to people already counted, or named as a part of them.
"""

from collections.abc import Iterator, Sequence

from tawthiq.find.casualties.doers import doers
from tawthiq.find.casualties.doers_before import is_done_to
from tawthiq.find.casualties.harm_pronouns import harms_of_pronoun, is_harm_of
from tawthiq.find.casualties.lists import listed_as
from tawthiq.find.casualties.nouns import (
    ONE_OR_COUNTED,
    YEARS,
    Phrase,
    is_object,
    is_of_women,
)
from tawthiq.find.casualties.phrases import Reader
from tawthiq.find.casualties.tolls import TOLL_REACH, toll_of
from tawthiq.find.casualties.words import OWNED, CountWords
from tawthiq.find.departures import told_outcomes
from tawthiq.find.named_subjects import is_named_subject
from tawthiq.lang.language import Language
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import BRACKET, COLON, COMMA, JOINED

SHEET = "count"
HARM = frozenset({"killed", "injured", "missing", "detained", "abducted", "displaced"})
_SURE = {"counted", "vague", "dual", "most"}
_NEAR, _CHAIN, _BESIDE, _HEADLINE = 4, 6, 2, 14  # words
_NOT_BARE = {"missing", "displaced"}
_BEHIND_BARE = ("place_words", "count_words", "weekdays", "source_bounds")
"""Sheets whose words may stand between a bare number of people and its verb."""

_TIME_UNITS = {"unit", "units", "two_units"}


def find_counts(scan: Scan, language: Language) -> list[Hit]:
    """Find the counted people of a sentence.

    Returns:
        Hits with ``low``, ``high``, ``wording``, ``group`` and ``outcome`` (only if
        the noun says it: «قتيل»). Keys that begin with ``_`` are for ``casualties``.
    """
    if not scan.of("number") and not scan.of("groups") and not scan.of("count_words"):
        return []
    words = CountWords(scan, language)
    phrases = Reader(words).phrases()
    if not phrases:
        return []
    found = _Licence(words, listed_as(scan, phrases, language)).granted()
    return [_hit(scan, p) for p in _bound_backwards(found, words)]


class _Licence:
    """Decides which phrases count; remembers the last that did."""

    def __init__(self, words: CountWords, phrases: Sequence[Phrase]) -> None:
        self._words, self._phrases = words, phrases
        self._scan = scan = words.scan
        # «القتل» is the deed at large: no object follows a definite verbal noun.
        harms = [h for h in told_outcomes(scan) if "the" not in h.means]
        self._ends = {h.last: h for h in harms if h.values["side"] != "before"}
        self._starts = {h.first: h for h in harms if h.values["side"] != "after"}
        self._harms = {h.first for h in harms if h.code in HARM}
        self._marks = {
            h.last: h for h in scan.of("count_words") if h.code in {"part", "one_them"}
        }
        self._pauses: dict[int, int] = {}
        for hit in sorted(self._between(), key=lambda h: -h.first):
            self._pauses[hit.last] = hit.first
        self._owned = harms_of_pronoun(scan)
        self._last: Phrase | None = None

    def _between(self) -> Iterator[Hit]:
        """Give what may stand between a word of harm and whom it met."""
        scan = self._scan
        yield from scan.of("weekdays", "actors")
        yield from (h for h in scan.of("count_words") if h.code == "pause")
        yield from doers(scan)
        # «خلف القصف قتيلا»: what did it stands between the verb and whom it met.
        yield from (h for h in scan.of("attacks") if h.means == {"the"})

    def granted(self) -> list[Phrase]:
        """Give the phrases that count, with what their surroundings tell of them."""
        out = []
        for index, phrase in enumerate(self._phrases):
            kept = self._grant(index, phrase)
            if kept is not None:
                self._last = kept
                out.append(kept)
        return out

    def _grant(self, index: int, phrase: Phrase) -> Phrase | None:
        form = phrase.form
        if self._of_things(phrase):
            return None
        dates = form == "bare" and (self._thing(phrase.last) or self._no_count(phrase))
        open_ = phrase.outcome is None and not dates
        if open_ and form in {"bare", "counted", "vague"}:
            floor = self._last.last if self._last is not None else 0
            toll = toll_of(self._words, phrase, floor=floor)
            if toll is not None:
                return toll
        if form == "plural":
            return self._slipped_dual(phrase) or self._dual_beside(index)
        sure = form in _SURE and not (form == "vague" and phrase.group is None)
        return phrase if sure or self._told(index, phrase) else None

    def _of_things(self, phrase: Phrase) -> bool:
        """Tell whether no people are meant: «وبعض الأبنية», «بينهم أطفال بغارات روسية»."""
        if phrase.form == "vague":
            return phrase.group is None and self._thing(phrase.last)
        return _nationality(phrase) and any(
            h.last == phrase.first and h.last not in self._ends
            for h in self._scan.of("attacks", "weapons", "attack_words")
        )

    def _told(self, index: int, phrase: Phrase) -> bool:
        """Tell whether what stands around a phrase lets it count."""
        form = phrase.form
        if form == "other":
            told = self._after_harm(phrase) or self._chained(phrase)
            joined = self._words.led or self._joined(phrase)
            return told or (joined and self._before_harm(index))
        if form == "bare":
            if phrase.of_them and self._last is not None:
                return True
            told = self._after_harm(phrase) or (
                not self._apart(phrase) and self._before_harm(index)
            )
            return told and not self._no_count(phrase)
        counted = phrase.hit.values.get("number") == ONE_OR_COUNTED
        body = form == "single" and phrase.outcome == "killed" and not counted
        if (form == "vague" or body) and self._harm_back(phrase):
            return True
        return (
            self._beside(index, phrase)
            or self._opens(phrase)
            or self._paired(index, phrase)
            or self._referred(index, phrase)
            or self._done_to(index, phrase)
        )

    def _done_to(self, index: int, phrase: Phrase) -> bool:
        """Tell whether a verb and who did it stand before: «قتل شاب فلسطيني جنديا»."""
        doer = self._phrases[index - 1] if index else phrase
        harm = self._ends.get(doer.first)
        harm = harm if harm is not None and harm.code in HARM else None
        return is_done_to(self._scan, harm, doer=doer, phrase=phrase)

    def _opens(self, phrase: Phrase) -> bool:
        """Tell whether a headline opens with the harmed: «شهيد وجريحان بقصف …»."""
        tokens = self._scan.tokens
        opens = phrase.first == 0 or tokens[phrase.first].gap >= COLON
        told = phrase.outcome in {"killed", "injured"} and phrase.form == "single"
        bare = not phrase.hit.means and not phrase.hit.suffix
        if not (opens and told and bare) or self._scan.at(phrase.last, "given_names"):
            return False
        for at in range(phrase.last, min(len(tokens), phrase.last + _HEADLINE)):
            if tokens[at].gap >= COLON:
                return False
            if "because" in self._words.words.get(at, {}) or any(
                "in" in h.means for h in self._scan.at(at, "attacks")
            ):
                return True
        return False

    def _paired(self, index: int, phrase: Phrase) -> bool:
        """Read «عن قتيل وجريحين»: the dead and the wounded named side by side."""
        after = self._phrases[index + 1 : index + 2]
        if phrase.form != "single" or phrase.hit.suffix or not after:
            return False
        met = {phrase.outcome, after[0].outcome}
        beside = self._lead(after[0]) - phrase.last <= 1 and self._joined(after[0])
        plain = not (_means(phrase, "the") or _means(after[0], "the"))
        return beside and plain and met == {"killed", "injured"}

    def _referred(self, index: int, phrase: Phrase) -> bool:
        """Tell whether a pronoun later tells of a phrase: «شاب … ما أدى إلى مقتله»."""
        if phrase.form != "single" or _nationality(phrase):
            return False
        sex = str(phrase.hit.values.get("sex") or "")
        later = [p for p in self._phrases[index + 1 :] if p.form == "single"]
        ceiling = later[0].first if later else len(self._scan.tokens)
        return any(
            phrase.last <= h.first < ceiling and is_harm_of(h, low=phrase.low, sex=sex)
            for h in self._owned
        )

    def _apart(self, phrase: Phrase) -> bool:
        """Tell whether a bare number counts no people: "seven blocks from", an age.

        Only where adjectives stand before nouns: there the noun follows the number.
        """
        at = phrase.last
        if not self._words.led or at >= len(self._scan.tokens) or at in self._starts:
            return False
        aside = self._scan.tokens[at].gap != JOINED or self._thing(at)
        return aside or not any(self._scan.at(at, sheet) for sheet in _BEHIND_BARE)

    def _no_count(self, phrase: Phrase) -> bool:
        """Tell whether a bare number is a year, or «واحدة» behind its noun."""
        one = phrase.low == 1 and not self._words.led
        exact = phrase.wording == "exact"
        return one or (exact and phrase.low is not None and phrase.low in YEARS)

    def _beside(self, index: int, phrase: Phrase) -> bool:
        return (
            self._after_harm(phrase)
            or self._marked(phrase)
            or self._chained(phrase)
            or self._before_harm(index)
            or is_named_subject(self._scan, phrase.hit, starts=self._starts, harms=HARM)
        )

    def _after_harm(self, phrase: Phrase) -> bool:
        """Tell whether a word of harm stands right before, times of day aside."""
        at = phrase.first
        for _ in range(_NEAR):
            hit = self._ends.get(at)
            happened = hit is not None and hit.code == "happen" and at in self._pauses
            if hit and not happened and self._scan.tokens[at].gap <= COMMA:
                return not _means(phrase, "and") and self._fits(phrase, hit)
            if at not in self._pauses or _nationality(phrase):
                return False
            at = self._pauses[at]
        return False

    def _harm_back(self, phrase: Phrase) -> bool:
        """Tell whether «قتل في الحرب عشرات الآلاف» has its harm a few words back."""
        for at in range(phrase.first, max(0, phrase.first - _CHAIN), -1):
            if self._scan.tokens[at].gap > JOINED:
                return False
            hit = self._ends.get(at - 1)
            if hit is not None:
                return hit.code in {"killed", "injured"}
        return False

    def _fits(self, phrase: Phrase, hit: Hit) -> bool:
        if hit.code == "happen":
            return phrase.outcome is not None
        if hit.code not in HARM:
            return False
        if phrase.form != "bare":
            return True
        return hit.code not in _NOT_BARE and not self._thing(phrase.last)

    def _thing(self, at: int) -> bool:
        """Tell whether what follows a bare number is no person: a date, a vehicle."""
        if at >= len(self._scan.tokens) or self._scan.tokens[at].gap > JOINED:
            return False
        return any(
            "in" not in h.means and (s != "date_words" or h.code in _TIME_UNITS)
            for s in ("months", "struck_objects", "weapons", "date_words")
            for h in self._scan.at(at, s)
        )

    def _marked(self, phrase: Phrase) -> bool:
        return any(
            at in self._marks for at in range(phrase.first, phrase.first - 3, -1)
        )

    def _chained(self, phrase: Phrase) -> bool:
        """Tell whether the phrase is joined to people counted just before."""
        last = self._last
        if last is None or phrase.first - last.last > _CHAIN or _nationality(phrase):
            return False
        if any(at in self._harms for at in range(last.last, phrase.first)):
            return False
        between = self._scan.tokens[last.last : phrase.first + 1]
        if any(t.gap > BRACKET for t in between):
            return False
        near = phrase.first - last.last <= 1
        named = self._scan.at(phrase.last, "given_names")
        if _means(phrase, "the") and not near and not named:
            # A definite person some words on is somebody else: «قائد الشرطة».
            return False
        return self._joined(phrase) or (near and between[0].gap == COMMA)

    def _joined(self, phrase: Phrase) -> bool:
        words = self._words.words.get(self._lead(phrase) - 1, {})
        # «رجل مع ابنه»: whose kin he is says that he was there.
        when = phrase.hit.values.get("when")
        kin = "plus" in words and (phrase.hit.suffix in OWNED or when == "ha")
        return _means(phrase, "and") or "and" in words or kin

    def _lead(self, phrase: Phrase) -> int:
        """Give where a phrase begins with whose it is: "and *his* two children"."""
        whose = self._words.words.get(phrase.first - 1, {})
        return phrase.first - 1 if "det" in whose else phrase.first

    def _before_harm(self, index: int) -> bool:
        """Tell whether a verb of harm follows at once: «امرأة وزوجها قتلا»."""
        for at in range(index, len(self._phrases)):
            phrase = self._phrases[at]
            hit = self._starts.get(phrase.last)
            if hit is not None:
                gap = self._scan.tokens[phrase.last].gap
                fits = hit.code in HARM and "and" not in hit.means and gap == JOINED
                # «صورة لطفلة قتلت»: the verb tells of whom the picture is.
                near = at == index and "for" in phrase.hit.means and fits
                subject = self._subject(index) or (near and not _means(phrase, "the"))
                return fits and not _nationality(phrase) and subject
            after = self._phrases[at + 1] if at + 1 < len(self._phrases) else None
            if self._words.led and self._told_later(phrase, after):
                return True
            if after is None or not self._joined(after):
                return False
            if self._lead(after) > phrase.last + 1:
                return False
        return False

    def _told_later(self, phrase: Phrase, after: Phrase | None) -> bool:
        """Tell whether a passive some words on tells of "a child in the camp"."""
        ceiling = after.first if after is not None else len(self._scan.tokens)
        for at in range(phrase.last, min(ceiling, phrase.last + TOLL_REACH)):
            if self._scan.tokens[at].gap > COMMA:
                return False
            hit = self._starts.get(at)
            if hit is not None:
                return hit.code in HARM and hit.values["side"] == "before"
        return False

    def _subject(self, index: int) -> bool:
        """Tell whether a phrase may be whom a verb after it tells of."""
        return not _means(self._phrases[index], "for") and not _means(
            self._phrases[index], "in"
        )

    def _slipped_dual(self, phrase: Phrase) -> Phrase | None:
        """Read «مدنيين» as two where a dual verb or «هما» after it says so."""
        if phrase.number != "two_or_many":
            return None
        hit = self._starts.get(phrase.last)
        dual = hit is not None and hit.values.get("number") == "two"
        if dual or self._words.word(phrase.last, "they_two", gap=COMMA):
            return phrase._replace(low=2, high=2, form="dual")
        if phrase.other and self._after_harm(phrase):
            return phrase._replace(wording="vague", form="vague")
        return None

    def _dual_beside(self, index: int) -> Phrase | None:
        """Read «مقتل مدنيين وإصابة 3 آخرين» as two: who are "others" were counted."""
        phrase, after = self._phrases[index], self._phrases[index + 1 : index + 2]
        if phrase.number != "two_or_many" or not after or not after[0].other:
            return None
        exact = after[0].low is not None and after[0].first - phrase.last <= _BESIDE
        if not exact or not self._after_harm(phrase):
            return None
        return phrase._replace(low=2, high=2, form="dual")


def _nationality(phrase: Phrase) -> bool:
    return phrase.form == "single" and phrase.hit.values.get("when") == "nationality"


def _means(phrase: Phrase, what: str) -> bool:
    return what in phrase.hit.means


def _bound_backwards(phrases: list[Phrase], words: CountWords) -> list[Phrase]:
    """Let «على الأقل» after joined counts govern all of them."""
    out = list(phrases)
    for index in range(len(out) - 1, 0, -1):
        here, before = out[index], out[index - 1]
        if here.wording != "at_least" or before.wording != "exact":
            continue
        joined = _means(here, "and") or words.word(here.first - 1, "and")
        if before.form == "counted" and here.first - before.last <= 1 and joined:
            out[index - 1] = before._replace(high=None, wording="at_least")
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
            "_women": phrase.other and is_of_women(scan, phrase),
            "_twin": phrase.twin,
            "_sex": phrase.hit.values.get("sex") or "",
            "_object": phrase.form == "single" and is_object(scan, phrase.hit.last),
        },
        rule=f"count_{phrase.form}",
        like=phrase.hit,
    )
