"""The words of one sentence that make counts of people, each at its place."""

from tawthiq.find.casualties.doers import ends_party
from tawthiq.lang.language import Language
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import JOINED

BOUNDS = frozenset({"at_least", "more_than", "about", "up_to"})
OWNED = frozenset({"ه", "ها", "هم", "هما", "هن", "نا", "ته", "تها", "تهم"})
_ADJECTIVES = 4
_HAMZA = "أإ"
_TA = "ةت"


class CountWords:
    """Numbers, people words, bounds and small words of a sentence, by first word.

    Args:
        scan: the sentence, its numbers found.
        language: its pack; where the setting ``adjectives`` is ``before``, adjectives
            may stand between a number and its noun.
    """

    __slots__ = ("bounds", "groups", "led", "numbers", "scan", "tokens", "words")

    def __init__(self, scan: Scan, language: Language) -> None:
        self.scan = scan
        self.led = language.settings.get("adjectives") == "before"
        self.tokens = scan.tokens
        self.numbers = {h.first: h for h in scan.of("number")}
        self.groups = {
            h.first: h
            for h in scan.of("groups")
            if self._fits(h) and not ends_party(scan, h) and not self._describes(h)
        }
        self.words: dict[int, dict[str, Hit]] = {}
        self.bounds: dict[int, Hit] = {}
        for found in scan.of("count_words"):
            hit = self._hamza(found)
            if hit is None:
                continue
            if hit.code in BOUNDS and hit.values.get("side") == "after":
                self.bounds[hit.first] = hit
            else:
                self.words.setdefault(hit.first, {})[hit.code] = hit

    def word(self, at: int, code: str, *, gap: int = JOINED) -> Hit | None:
        """Give the count word of a code at a place, if nothing parts it off."""
        here = self.words.get(at)
        if here is None or self.tokens[at].gap > gap:
            return None
        return here.get(code)

    def group(self, at: int, *, gap: int = JOINED) -> Hit | None:
        """Give the people word at a place, if nothing parts it off."""
        here = self.groups.get(at)
        return here if here is not None and self.tokens[at].gap <= gap else None

    def bound_after(self, at: int) -> Hit | None:
        """Give the bound that stands after its number: «على الأقل»."""
        bound = self.bounds.get(at)
        if bound is None or self.tokens[at].gap > JOINED or self.leads(bound):
            return None
        return bound

    def leads(self, bound: Hit) -> bool:
        """Tell whether a bound belongs to the number after it: "at least 25"."""
        number = self.numbers.get(bound.last)
        return number is not None and "and" not in number.means

    def led_noun(self, at: int) -> Hit | None:
        """Give the noun behind adjectives, in a language that puts them first."""
        if not self.led:
            return None
        for place in range(at, min(at + _ADJECTIVES, len(self.tokens))):
            if self.tokens[place].gap > JOINED:
                return None
            noun = self.groups.get(place)
            if noun is None:
                if place in self.words or self.scan.at(place, "outcomes"):
                    return None
                if self.scan.at(place, "months"):
                    return None  # "on 26 January rebels killed two": no 26 rebels
            elif noun.values["number"] != "force":
                later = self.group(noun.last)
                return later if later is not None and _plain(later) else noun
        return None

    def _describes(self, noun: Hit) -> bool:
        """Tell an adjective from a people word: "Dawnish-backed men", "Dawnish SDF"."""
        if not self.led or noun.last >= len(self.tokens):
            return False
        after = self.tokens[noun.last]
        if after.between == "-":
            return True
        nation = bool(self.scan.at(noun.first, "nationalities")) or any(
            h.code == "demonym" for h in self.scan.at(noun.first, "place_words")
        )
        return (
            nation and after.gap <= JOINED and bool(self.scan.at(noun.last, "actors"))
        )

    def named(self, at: int) -> Hit | None:
        """Give the people word at a place, behind a determiner if need be."""
        noun = self.group(at)
        if noun is not None:
            return noun
        det = self.word(at, "det")
        if det is not None:
            at = det.last
        return self.group(at) or self.led_noun(at)

    def force(self, at: int) -> int | None:
        """Give the end of an armed actor's name at a place: "the Kurdish-led SDF"."""
        reach = _ADJECTIVES if self.led else 1
        for place in range(at, min(at + reach, len(self.tokens))):
            if self.tokens[place].gap > JOINED:
                return None
            last = max((h.last for h in self.scan.at(place, "actors")), default=None)
            plain = place in self.words and "det" not in self.words[place]
            if last is not None or plain or self.scan.at(place, "outcomes"):
                return last
        return None

    def told_toll(self, at: int) -> Hit | None:
        """Give whom a toll after its number counts: «121 عدد الفلسطينيين»."""
        toll = self.word(at, "toll")
        return self.group(toll.last) if toll is not None else None

    def joined(self, first: int, hit: Hit | None) -> bool:
        """Tell whether an "and" stands before the word ``first`` or on it."""
        if hit is not None and "and" in hit.means:
            return True
        return "and" in self.words.get(first - 1, {})

    def covered(self) -> set[int]:
        """Give the words of «من بين القتلى», which count nobody themselves."""
        return {
            at
            for words in self.words.values()
            for code, hit in words.items()
            if code == "both" or (code == "part" and hit.values.get("side"))
            for at in range(hit.first, hit.last)
        }

    def _hamza(self, hit: Hit) -> Hit | None:
        """Tell «وأحد الجرحى» from «واحد», which folding makes one word."""
        side = hit.values.get("side")
        if side not in {"hamza", "no_hamza"}:
            return hit
        written = self.scan.text[hit.start + 1] in _HAMZA
        if written != (side == "hamza"):
            return None
        if side == "no_hamza":
            return hit
        return hit._replace(start=hit.start + 1, means=hit.means | {"and"})

    def _fits(self, hit: Hit) -> bool:
        """Tell whether a people word is one here: «سوريا» is no Syrian.

        Folding makes «شقيقة» and «شقيقه» one word, «أب» and «آب» too; the source
        tells them apart.
        """
        when = hit.values.get("when")
        if not when:
            return True
        if when in {"ta", "ha"}:
            last = hit.suffix[:1] or self.scan.text[hit.end - 1]
            return (last in _TA) == (when == "ta")
        if when == "hamza":
            article = 2 * ("the" in hit.means)  # «الأب»
            return self.scan.text[hit.start + article] == _HAMZA[0]
        if when in {"two_owned", "bare"}:
            owned = hit.suffix in OWNED and "the" not in hit.means  # «الأبنية»
            return owned == (when == "two_owned")
        if when == "nationality" and hit.suffix:
            noun = self.scan.at(hit.first - 1, "groups") if hit.first else []
            adjective = any(h.values["number"] != "force" for h in noun)
            return adjective or not self.scan.at(hit.first, "countries")
        return True


def _plain(noun: Hit) -> bool:
    return noun.values["number"] != "force" and not noun.means
