"""Phrases that count people: bound, quantity, noun and what narrows the noun.

«ما لا يقل عن 12 من مسلحي التنظيم», «طفلتين», «بضعة جرحى», «13 آخرون», "at least four
of her children". A phrase without a quantity («طفل», «أحد أفرادها») is given too, with
its form: whether it counts is decided by what stands around it (``counts.py``).
"""

from tawthiq.find.casualties.nouns import (
    ONE_OR_COUNTED,
    PEOPLE,
    YEARS,
    Phrase,
    aged,
    bounded,
    died_held,
    exactly,
    introduces,
    limits,
    narrowed,
    with_noun,
)
from tawthiq.find.casualties.words import BOUNDS, OWNED, CountWords
from tawthiq.lang.lexicon import Hit
from tawthiq.text.tokens import BRACKET, COMMA, JOINED

_STRAY = 3
_OPENERS = BOUNDS | {"article", "most", "one_of", "other", "vague"}
_BEFORE_NUMBER = ("between", "from")
_UNCOUNTED, _MANY = {"many", "force"}, {"many", "two_or_many"}


class Reader:
    """Reads the phrases of one sentence.

    Args:
        words: the sentence's words, by place.
    """

    def __init__(self, words: CountWords) -> None:
        self.words = words
        self.tokens = words.tokens
        self.numbers = words.numbers
        self.nouns: set[int] = set()

    def phrases(self) -> list[Phrase]:
        """Give the phrases from left to right, none overlapping."""
        found: list[Phrase] = []
        at = 0
        words = self.words
        openers = (i for i, w in words.words.items() if self._opens(w))
        heads = self._is_headline if words.led else self._heads
        nouns = {i for i, h in words.groups.items() if heads(h)}
        starts = {*words.numbers, *nouns, *openers} - words.covered()
        self.nouns = nouns
        for start in sorted(starts):
            if start < at:
                continue
            here = self._at(start)
            found.extend(here)
            if here:
                at = here[-1].last
        return self._stray_bounds(found)

    def _opens(self, words: dict[str, Hit]) -> bool:
        """Tell whether count words can begin a phrase; «من» only before a number."""
        if not _OPENERS.isdisjoint(words):
            return True
        return any(
            words[code].last in self.numbers for code in _BEFORE_NUMBER if code in words
        )

    def _heads(self, noun: Hit) -> bool:
        """Tell whether a people word can begin a phrase: no plural without a number."""
        return noun.values["number"] not in _UNCOUNTED or noun.last in self.numbers

    def _is_headline(self, noun: Hit) -> bool:
        """Tell whether a noun stands as headlines have it: "Boy killed, man injured"."""
        at, last, scan = noun.first, noun.last, self.words.scan
        if noun.values["number"] != "one":
            return False
        opens = at == 0 or self.tokens[at].gap >= COMMA
        if opens and last < len(self.tokens) and self.tokens[last].gap == JOINED:
            return any(h.values["side"] != "after" for h in scan.at(last, "outcomes"))
        ends = last == len(self.tokens) or self.tokens[last].gap >= COMMA
        ends = ends or bool(
            scan.at(last, "place_words") or self.words.word(last, "and")
        )
        return ends and any(
            h.last == at and h.values["side"] == "after" for h in scan.of("outcomes")
        )

    def _stray_bounds(self, found: list[Phrase]) -> list[Phrase]:
        """Give «28 من مسلحي التنظيم على الأقل» its bound, a few words off."""
        for at, bound in self.words.bounds.items():
            before = [i for i, p in enumerate(found) if p.last <= at]
            taken = any(p.first <= at < p.last for p in found)
            if not before or taken or self.words.leads(bound):
                continue
            phrase = found[before[-1]]
            gaps = self.tokens[phrase.last : at + 1]
            if 0 < at - phrase.last <= _STRAY and all(t.gap == JOINED for t in gaps):
                found[before[-1]] = bounded(phrase, bound)
        return found

    def _at(self, start: int) -> list[Phrase]:
        opener = self.words.words.get(start, {})
        if "most" in opener:
            most = self._most(start, opener["most"])
            if most:
                return most
        phrase = (
            self._range(start, opener)
            or self._counted(start, opener)
            or self._one_of(start, opener.get("one_of"))
            or self._article(start, opener.get("article"))
            or (self._noun(start) if start in self.nouns else None)
            or self._other(start, opener.get("other"))
        )
        return [phrase] if phrase is not None else []

    def _range(self, start: int, words: dict[str, Hit]) -> Phrase | None:
        """Read «بين 10 و15 شخصا», «3 إلى 5», «3 أو 4»."""
        opener = words.get("between") or words.get("from")
        first = self.numbers.get(opener.last if opener else start)
        if first is None:
            return None
        between = opener is not None and opener.code == "between"
        second = self._second(first, between=between)
        low = _whole(first)
        high = _whole(second) if second is not None else None
        if second is None or low is None or high is None or low >= high:
            return None
        phrase = Phrase(
            first=start, last=second.last, low=low, high=high,
            wording="range", form="counted", hit=opener or first,
        )  # fmt: skip
        phrase = self._after_quantity(phrase)
        return phrase if phrase.form == "counted" else None

    def _second(self, first: Hit, *, between: bool) -> Hit | None:
        at = first.last
        link = self.words.word(at, "to") or self.words.word(at, "or")
        if link is not None:
            return self.numbers.get(link.last)
        if between:
            if self.words.word(at, "and"):
                at += 1
            second = self.numbers.get(at)
            if second is not None and (at > first.last or "and" in second.means):
                return second
        return None

    def _counted(self, start: int, words: dict[str, Hit]) -> Phrase | None:
        bound = next((h for c, h in words.items() if c in BOUNDS), None)
        if bound is None:
            return self._number(start, start, None) or self._vague(start, start, None)
        at = bound.last
        if self.words.led and self.words.word(at, "article"):
            at += 1
        if at >= len(self.tokens) or self.tokens[at].gap > BRACKET:
            return None
        return self._number(start, at, bound) or self._vague(start, at, bound)

    def _number(self, start: int, at: int, bound: Hit | None) -> Phrase | None:
        number = self.numbers.get(at)
        value = _whole(number) if number is not None else None
        if number is None or value is None or self._aged(at) != at:
            return None
        if self.words.scan.text[number.end : number.end + 1] == "s":
            return None  # "a man in his 50s"
        if value in YEARS and self._dated(at):
            return None
        low, high, wording = limits(value, bound.code if bound else None)
        phrase = Phrase(
            first=start, last=number.last, low=low, high=high,
            wording=wording, form="counted", hit=bound or number,
        )  # fmt: skip
        return self._after_quantity(phrase)

    def _dated(self, at: int) -> bool:
        """Tell a year from a count: «14 August 2016 civilians …», «عام 2016 مدنيون»."""
        units = (h.code for h in self.words.scan.at(at - 1, "date_words"))
        return bool(self.words.scan.at(at - 1, "months")) or "unit" in units

    def _vague(self, start: int, at: int, bound: Hit | None) -> Phrase | None:
        words = self.words.words.get(at, {})
        if (word := words.get("vague")) is None:
            return None
        phrase = Phrase(
            first=start, last=word.last, low=None, high=None,
            wording="vague", form="vague", hit=bound or word,
        )  # fmt: skip
        if word.values.get("side") == "of" and not self.words.word(word.last, "of"):
            lone = words.get("vague_alone")  # «وأصيب عدد غير محدد»
            return phrase._replace(last=lone.last) if lone is not None else None
        read = self._after_quantity(phrase)
        if read.form != "bare":
            return read
        alone = "vague_alone" in words or read.of_them
        return read._replace(form="vague") if alone else None

    def _after_quantity(self, phrase: Phrase) -> Phrase:
        """Read what follows a quantity: a noun, «من» and a noun, «آخرون», nothing."""
        words = self.words
        bound = words.bound_after(phrase.last)
        if bound is not None:
            phrase = bounded(phrase, bound)
        at = phrase.last
        gap = BRACKET if self.tokens[at - 1].gap == BRACKET else JOINED
        noun = words.group(at, gap=gap) or words.led_noun(at)
        if noun is None or "and" in noun.means or not _countable(phrase, noun):
            noun = words.told_toll(at)
        if noun is not None:
            return narrowed(words, with_noun(phrase, noun))
        them = words.word(at, "of_them")
        if them is not None:
            phrase = phrase._replace(last=them.last, of_them=True, form=_bare(phrase))
            return self._of_whom(phrase)
        other = words.word(at, "other")
        if other is not None:
            return narrowed(words, phrase._replace(last=other.last, other=True))
        return self._of(phrase) or phrase._replace(form="bare")

    def _of_whom(self, phrase: Phrase) -> Phrase:
        """Read «أربعة منهم أطفال»: a plural behind says who they are."""
        noun = self.words.group(phrase.last)
        many = noun is not None and noun.values["number"] in _MANY and not noun.means
        if noun is None or not many or noun.values.get("outcome"):
            return phrase
        return phrase._replace(group=noun.code, last=noun.last)

    def _of(self, phrase: Phrase) -> Phrase | None:
        of = self.words.word(phrase.last, "of")
        if of is None:
            return None
        noun = self.words.named(of.last)
        if noun is not None and noun.code == "families" and _is_one(noun):
            # «خمسة من عائلة واحدة» are five people, of whatever age.
            return narrowed(self.words, phrase._replace(group=PEOPLE, last=noun.last))
        if noun is not None:
            return narrowed(self.words, with_noun(phrase, noun))
        actor = self.words.force(of.last)
        if actor is not None:
            return phrase._replace(last=actor, group="combatants")
        return None

    def _one_of(self, start: int, word: Hit | None) -> Phrase | None:
        noun = self.words.named(word.last) if word is not None else None
        if word is None or noun is None or noun.values["number"] in {"one", "force"}:
            return None
        phrase = Phrase(
            first=start, last=noun.last, low=1, high=1,
            wording="exact", form="one_of", hit=word,
        )  # fmt: skip
        return narrowed(self.words, with_noun(phrase, noun))

    def _article(self, start: int, word: Hit | None) -> Phrase | None:
        """Read "a child", "another 20", "her husband"."""
        if word is None:
            return None
        if word.last in self.numbers and word.values.get("side") == "other":
            phrase = self._number(start, word.last, None)
            return phrase._replace(other=True) if phrase is not None else None
        noun = self.words.led_noun(behind := self._aged(word.last))
        if noun is None or noun.values["number"] != "one":
            return None
        if "toll_death" in self.words.words.get(noun.first, {}):  # "a death toll"
            return None
        if not introduces(self.words, word, noun):
            return None
        phrase = Phrase(
            first=start, last=noun.last, low=1, high=1,
            wording="exact", form="single", number="one", hit=word,
        )  # fmt: skip
        phrase = narrowed(self.words, with_noun(phrase, noun))
        return aged(phrase, self.numbers[word.last]) if behind > word.last else phrase

    def _aged(self, at: int) -> int:
        """Give the word behind an age: "a 9-year-old child"."""
        number = self.numbers.get(at)
        age = self.words.word(number.last, "age") if number is not None else None
        return age.last if age is not None else at

    def _noun(self, start: int) -> Phrase | None:
        """Read a noun that counts by its own form, or by a number behind it."""
        noun = self.words.groups.get(start)
        usable = noun is not None and (
            _usable(noun) or self._of_family(noun) or died_held(self.words.scan, noun)
        )
        if noun is None or not usable or self._is_of_force(noun):
            return None
        number = str(noun.values["number"])
        number = "one" if number == ONE_OR_COUNTED else number
        count = {"one": 1, "two": 2}.get(number)
        form = {1: "single", 2: "dual"}.get(count or 0, "plural")
        phrase = Phrase(
            first=start, last=noun.last, low=count, high=count,
            wording="exact", form=form, number=number, hit=noun,
        )  # fmt: skip
        phrase = with_noun(phrase, noun)
        if noun.code == "families" and count == 1:
            return self._family(phrase)
        if number == "many":
            return self._postposed(phrase)
        return self._postposed(phrase) or narrowed(self.words, phrase)

    def _is_of_force(self, noun: Hit) -> bool:
        """Tell whether a nation's name belongs to a force: «الجيش الروسي»."""
        before = self.words.scan.at(noun.first - 1, "groups") if noun.first else []
        nation = noun.values.get("when") == "nationality"
        return nation and any(h.values["number"] == "force" for h in before)

    def _of_family(self, noun: Hit) -> bool:
        """Read «أم وطفلها»: a parent without a pronoun, whom others are joined to."""
        behind = self.words.groups.get(noun.last)
        owned = noun.values.get("when") == "owned" and not noun.suffix
        behind = behind or self.numbers.get(noun.last)  # «أم وثلاثة من أطفالها»
        return owned and behind is not None and "and" in behind.means

    def _family(self, phrase: Phrase) -> Phrase | None:
        """Read «عائلة كاملة»: people, but nobody says how many."""
        whole = self.words.word(phrase.last, "whole")
        if whole is None:
            return None
        return phrase._replace(last=whole.last, wording="vague")

    def _postposed(self, phrase: Phrase) -> Phrase | None:
        """Read «الأطفال الثلاثة»: a definite number after a definite plural."""
        number = self.numbers.get(phrase.last)
        if number is None or "the" not in number.means or phrase.form != "plural":
            return None
        value = _whole(number)
        if value is None or self.tokens[phrase.last].gap > JOINED:
            return None
        return exactly(phrase._replace(last=number.last), value)

    def _other(self, start: int, word: Hit | None) -> Phrase | None:
        if word is None:
            return None
        count = {"one": 1, "two": 2}.get(str(word.values.get("side")))
        phrase = Phrase(
            first=start, last=word.last, low=count, high=count,
            wording="exact", form="other" if count else "plural", other=True, hit=word,
        )  # fmt: skip
        two = self.words.word(word.last, "two_after")
        if two is not None:
            return exactly(phrase._replace(last=two.last), 2)
        return phrase

    def _most(self, start: int, word: Hit) -> list[Phrase]:
        """Read «معظمهم من النساء والأطفال»: a vague part for each group."""
        if word.values.get("side") == "them" and word.suffix not in OWNED:
            return []
        of = self.words.word(word.last, "of")
        at = of.last if of else word.last
        found: list[Phrase] = []
        noun = self.words.group(at)
        while noun is not None and noun.values["number"] != "force":
            phrase = Phrase(
                first=start, last=noun.last, low=None, high=None, wording="vague",
                form="most", group=noun.code, hit=word,
            )  # fmt: skip
            if found:
                phrase = phrase._replace(first=noun.first, hit=noun)
            found.append(phrase)
            at = noun.last
            joiner = self.words.word(at, "and")
            noun = self.words.group(at + 1 if joiner else at)
            if noun is not None and not joiner and "and" not in noun.means:
                break
        return found


def _is_one(noun: Hit) -> bool:
    return noun.values["number"] == "one"


def _bare(phrase: Phrase) -> str:
    return "vague" if phrase.form == "vague" else "bare"


def _countable(phrase: Phrase, noun: Hit) -> bool:
    """Tell whether a noun can stand right behind a quantity: not «2024 الشاب»."""
    if noun.values["number"] == "force":
        return False
    return phrase.form == "vague" or "the" not in noun.means


def _whole(number: Hit) -> int | None:
    value = number.values["value"]
    return value if isinstance(value, int) else None


def _usable(noun: Hit) -> bool:
    """Tell whether a people word may stand without a number."""
    when = noun.values.get("when")
    if noun.values["number"] == "force" or when == "counted":
        return False
    return when != "owned" or noun.suffix in OWNED or "the" in noun.means
