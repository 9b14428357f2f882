"""Phrases that count people: bound, quantity, noun and what narrows the noun.

«ما لا يقل عن 12 من مسلحي التنظيم», «طفلتين», «بضعة جرحى», «13 آخرون», "at least four
of her children". A phrase without a quantity («طفل», «أحد أفرادها») is given too, with
its form: whether it counts is decided by what stands around it (``counts.py``).
"""

from dataclasses import dataclass, replace

from tawthiq.lang.language import Language
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import BRACKET, JOINED

BOUNDS = {"at_least", "more_than", "about", "up_to"}
PEOPLE = "people"
_OWNED = {"ه", "ها", "هم", "هما", "هن", "نا", "ته", "تها", "تهم"}
_NARROW = 4
_STRAY = 3
_ADJECTIVES = 4
_TA = "ة"
_HAMZA = "أإ"
_TWO_AFTER = {"two_after": {"two", "two_or_many"}, "one_after": {"one"}}


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A phrase on the words ``first`` to ``last - 1``.

    ``form`` is ``counted`` (a number stands there), ``vague``, ``dual``, ``single``
    («طفل»), ``one_of`` («أحد أفرادها»), ``plural`` (no quantity at all), ``bare`` (a
    number without a noun), ``most`` («معظمهم من النساء») or ``other`` («آخر»).
    """

    first: int
    last: int
    head: int
    low: int | None
    high: int | None
    wording: str
    form: str
    group: str | None = None
    outcome: str | None = None
    other: bool = False
    of_them: bool = False
    twin: str | None = None
    number: str = ""
    hit: Hit | None = None


class Reader:
    """Reads the phrases of one sentence."""

    def __init__(self, scan: Scan, language: Language) -> None:
        self.scan = scan
        self.led = language.settings.get("adjectives") == "before"
        self.tokens = scan.tokens
        self.numbers = {h.first: h for h in scan.of("number")}
        self.groups = {h.first: h for h in scan.of("groups") if self._fits(h)}
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

    def _hamza(self, hit: Hit) -> Hit | None:
        """Tell «وأحد الجرحى» from «واحد», which folding makes one word."""
        if hit.values.get("side") != "hamza":
            return hit
        if self.scan.text[hit.start + 1] not in _HAMZA:
            return None
        return hit._replace(start=hit.start + 1, means=hit.means | {"and"})

    def _fits(self, hit: Hit) -> bool:
        """Tell whether a people word is one here: «سوريا» is no Syrian.

        Folding makes «شقيقة» and «شقيقه» one word; the source tells them apart.
        """
        when = hit.values.get("when")
        if when in {"ta", "ha"}:
            return (self.scan.text[hit.end - 1] == _TA) == (when == "ta")
        if when == "nationality" and hit.suffix:
            adjective = hit.first > 0 and self.scan.at(hit.first - 1, "groups")
            return bool(adjective) or not self.scan.at(hit.first, "countries")
        if when in {"two_owned", "bare"}:
            return (hit.suffix in _OWNED) == (when == "two_owned")
        return True

    def phrases(self) -> list[Phrase]:
        """Give the phrases from left to right, none overlapping."""
        found: list[Phrase] = []
        at = 0
        starts = sorted({*self.numbers, *self.groups, *self.words})
        named = self._named_parts()
        for start in starts:
            if start < at or start in named:
                continue
            for phrase in self._at(start):
                found.append(phrase)
                at = max(at, phrase.last)
        return self._stray_bounds(found)

    def _named_parts(self) -> set[int]:
        """Give the words of «من بين القتلى», which count nobody themselves."""
        return {
            at
            for words in self.words.values()
            for code, hit in words.items()
            if code == "both" or (code == "part" and hit.values.get("side"))
            for at in range(hit.first, hit.last)
        }

    def _stray_bounds(self, found: list[Phrase]) -> list[Phrase]:
        """Give «28 من مسلحي التنظيم على الأقل» its bound, a few words off."""
        for at, bound in self.bounds.items():
            if self._leads(bound):
                continue
            before = [i for i, p in enumerate(found) if p.last <= at]
            if before and 0 < at - found[before[-1]].last <= _STRAY:
                gaps = self.tokens[found[before[-1]].last : at + 1]
                if all(t.gap == JOINED for t in gaps):
                    index = before[-1]
                    found[index] = _bound(found[index], bound.code, bound.last)
        return found

    def word(self, at: int, code: str, *, gap: int = JOINED) -> Hit | None:
        """Give the count word of a code at a place, if nothing parts it off."""
        if at >= len(self.tokens) or self.tokens[at].gap > gap:
            return None
        return self.words.get(at, {}).get(code)

    def group(self, at: int, *, gap: int = JOINED) -> Hit | None:
        """Give the people word at a place, if nothing parts it off."""
        if at >= len(self.tokens) or self.tokens[at].gap > gap:
            return None
        return self.groups.get(at)

    def _at(self, start: int) -> list[Phrase]:
        most = self._most(start)
        if most:
            return most
        phrase = (
            self._range(start)
            or self._counted(start)
            or self._one_of(start)
            or self._article(start)
            or (None if self.led else self._noun(start))
            or self._other(start)
        )
        return [phrase] if phrase is not None else []

    # -- quantity first --------------------------------------------------------

    def _range(self, start: int) -> Phrase | None:
        """Read «بين 10 و15 شخصا», «3 إلى 5», «3 أو 4»."""
        words = self.words.get(start, {})
        opener = words.get("between") or words.get("from")
        first = self.numbers.get(opener.last if opener else start)
        if first is None:
            return None
        between = opener is not None and opener.code == "between"
        second = self._second(first, between=between)
        if second is None:
            return None
        low, high = _whole(first), _whole(second)
        if low is None or high is None or low >= high:
            return None
        phrase = Phrase(
            first=start, last=second.last, head=first.first, low=low, high=high,
            wording="range", form="counted", hit=opener or first,
        )  # fmt: skip
        phrase = self._after_quantity(phrase, second.last)
        return phrase if phrase.form == "counted" else None

    def _second(self, first: Hit, *, between: bool) -> Hit | None:
        at = first.last
        link = self.word(at, "to") or self.word(at, "or")
        if link is not None:
            return self.numbers.get(link.last)
        if between:
            if self.word(at, "and"):
                at += 1
            second = self.numbers.get(at)
            if second is not None and (at > first.last or "and" in second.means):
                return second
        return None

    def _counted(self, start: int) -> Phrase | None:
        bound = next((h for c, h in self.words.get(start, {}).items() if c in BOUNDS), None)
        at = bound.last if bound else start
        if bound and self.led and self.word(at, "article"):
            at += 1
        if bound and (at >= len(self.tokens) or self.tokens[at].gap > BRACKET):
            return None
        return self._number(start, at, bound) or self._vague(start, at, bound)

    def _number(self, start: int, at: int, bound: Hit | None) -> Phrase | None:
        number = self.numbers.get(at)
        value = _whole(number) if number is not None else None
        if number is None or value is None:
            return None
        low, high, wording = limits(value, bound.code if bound else None)
        phrase = Phrase(
            first=start, last=number.last, head=number.first, low=low, high=high,
            wording=wording, form="counted", hit=bound or number,
        )  # fmt: skip
        return self._after_quantity(phrase, number.last)

    def _vague(self, start: int, at: int, bound: Hit | None) -> Phrase | None:
        word = self.words.get(at, {}).get("vague")
        if word is None:
            return None
        alone = "vague_alone" in self.words[at]
        phrase = Phrase(
            first=start, last=word.last, head=word.first, low=None, high=None,
            wording="vague", form="vague", hit=bound or word,
        )  # fmt: skip
        if word.values.get("side") == "of" and not self.word(word.last, "of"):
            return None
        read = self._after_quantity(phrase, word.last)
        if read.form == "bare":
            return replace(read, form="vague") if alone or read.of_them else None
        return read

    def _after_quantity(self, phrase: Phrase, at: int) -> Phrase:
        """Read what follows a quantity: a noun, «من» and a noun, «آخرون», nothing."""
        phrase, at = self._bounded(phrase, at)
        gap = BRACKET if at and self.tokens[at - 1].gap == BRACKET else JOINED
        noun = self.group(at, gap=gap) or self._led_noun(at)
        if noun is not None and noun.values["number"] != "force":
            return self._narrowed(_with(phrase, noun), noun.last)
        them = self.word(at, "of_them")
        if them is not None:
            return replace(phrase, last=them.last, of_them=True, form=_bare(phrase))
        other = self.word(at, "other")
        if other is not None:
            phrase = replace(phrase, last=other.last, other=True)
            return self._narrowed(phrase, other.last)
        return self._of(phrase, at) or self._told(phrase, at)

    def _led_noun(self, at: int) -> Hit | None:
        """Give the noun behind adjectives, in a language that puts them first."""
        if not self.led:
            return None
        for place in range(at, at + _ADJECTIVES):
            if place >= len(self.tokens) or self.tokens[place].gap > JOINED:
                return None
            noun = self.groups.get(place)
            if noun is not None:
                if noun.values["number"] != "force":
                    later = self.group(noun.last)
                    return later if later is not None and _plain(later) else noun
            elif self.words.get(place) or self.scan.at(place, "outcomes"):
                return None
        return None

    def _article(self, start: int) -> Phrase | None:
        """Read "a child", "another 20", "her husband"."""
        word = self.words.get(start, {}).get("article")
        if word is None:
            return None
        number = self.numbers.get(word.last)
        if number is not None and self.tokens[word.first].word == "another":
            phrase = self._number(start, word.last, None)
            return replace(phrase, other=True) if phrase is not None else None
        noun = self._led_noun(word.last)
        if noun is None or noun.values["number"] != "one":
            return None
        phrase = Phrase(
            first=start, last=noun.last, head=noun.first, low=1, high=1,
            wording="exact", form="single", number="one", hit=word,
        )  # fmt: skip
        return self._narrowed(_with(phrase, noun), noun.last)

    def _named(self, at: int) -> Hit | None:
        """Give the people word at a place, behind a determiner if need be."""
        det = self.word(at, "det")
        noun = self.group(at) or (self.group(det.last) if det is not None else None)
        return noun or self._led_noun(det.last if det is not None else at)

    def _told(self, phrase: Phrase, at: int) -> Phrase:
        """Read «121 عدد الذين قتلوا»: the toll named after its number."""
        toll = self.word(at, "toll")
        noun = self.group(toll.last) if toll is not None else None
        if noun is not None:
            return self._narrowed(_with(phrase, noun), noun.last)
        return replace(phrase, form=_bare(phrase))

    def _of(self, phrase: Phrase, at: int) -> Phrase | None:
        of = self.word(at, "of")
        if of is None:
            return None
        noun = self._named(of.last)
        if noun is not None:
            return self._narrowed(_with(phrase, noun), noun.last)
        actor = self._force(of.last)
        if actor is not None:
            return replace(phrase, last=actor, group="combatants")
        return None

    def _force(self, at: int) -> int | None:
        """Give the end of an armed actor's name at a place."""
        if at >= len(self.tokens) or self.tokens[at].gap > JOINED:
            return None
        hits = self.scan.at(at, "actors")
        return max((h.last for h in hits), default=None)

    def _bounded(self, phrase: Phrase, at: int) -> tuple[Phrase, int]:
        bound = self.bounds.get(at)
        if bound is not None and self.tokens[at].gap == JOINED:
            if not self._leads(bound):
                return _bound(phrase, bound.code, bound.last), bound.last
        only = self.word(at, "only")
        if only is not None:
            return replace(phrase, last=only.last), only.last
        return phrase, at

    def _leads(self, bound: Hit) -> bool:
        """Tell whether a bound belongs to the number after it: "at least 25"."""
        number = self.numbers.get(bound.last)
        return number is not None and "and" not in number.means

    def _narrowed(self, phrase: Phrase, at: int) -> Phrase:
        """Take in what follows a noun: adjectives, «آخرين», «على الأقل», «من …»."""
        for _ in range(_NARROW):
            phrase, after = self._bounded(phrase, at)
            if after != at:
                at = after
                continue
            step = self._step(phrase, at)
            if step is None:
                break
            phrase, at = step
        return phrase

    def _step(self, phrase: Phrase, at: int) -> tuple[Phrase, int] | None:
        noun = self.group(at)
        if noun is not None:
            taken = self._second_noun(phrase, noun)
            if taken is not None:
                return taken
        other = self.word(at, "other")
        if other is not None:
            return replace(phrase, last=other.last, other=True), other.last
        two = self.word(at, "two_after") or self.word(at, "one_after")
        if two is not None and phrase.number in _TWO_AFTER[two.code]:
            count = 2 if two.code == "two_after" else 1
            return _exactly(replace(phrase, last=two.last), count), two.last
        toll = self.word(at, "toll")
        noun = self.group(toll.last) if toll is not None else None
        if noun is not None and noun.values.get("outcome") and phrase.outcome is None:
            return replace(_narrow(phrase, noun), last=noun.last), noun.last
        of = self.word(at, "of") or self.word(at, "among") or self._they_are(at)
        return self._member(phrase, of.last) if of is not None else None

    def _they_are(self, at: int) -> Hit | None:
        """Take «هم من» in «9 من الجرحى هم من رجال الشرطة» for «من»."""
        they = self.word(at, "they")
        return self.word(they.last, "of") if they is not None else None

    def _second_noun(self, phrase: Phrase, noun: Hit) -> tuple[Phrase, int] | None:
        outcome = str(noun.values.get("outcome") or "")
        if "and" in noun.means:
            # «عشرات القتلى والجرحى»: one count for both.
            both = outcome and phrase.outcome and outcome != phrase.outcome
            if not both or phrase.form not in {"counted", "vague"}:
                return None
            return replace(phrase, twin=outcome, last=noun.last), noun.last
        if noun.means & {"in", "for", "then", "like"}:
            return None
        if phrase.form == "plural" and noun.values["number"] == "one":
            return None
        if noun.values["number"] == "force":
            return self._member(phrase, noun.first)
        return replace(_narrow(phrase, noun), last=noun.last), noun.last

    def _member(self, phrase: Phrase, at: int) -> tuple[Phrase, int] | None:
        """Read whose people they are: «من المدنيين», «من قوات …», «الجيش»."""
        noun = self._named(at)
        if noun is not None and noun.code != "families":
            return replace(_narrow(phrase, noun), last=noun.last), noun.last
        force = self._force(at)
        if force is not None and phrase.group in {None, PEOPLE}:
            return replace(phrase, group="combatants", last=force), force
        return None

    # -- no quantity -----------------------------------------------------------

    def _one_of(self, start: int) -> Phrase | None:
        word = self.words.get(start, {}).get("one_of")
        noun = self._named(word.last) if word else None
        if word is None or noun is None or noun.values["number"] in {"one", "force"}:
            return None
        phrase = Phrase(
            first=start, last=noun.last, head=start, low=1, high=1,
            wording="exact", form="one_of", hit=word,
        )  # fmt: skip
        return self._narrowed(_with(phrase, noun), noun.last)

    def _noun(self, start: int) -> Phrase | None:
        noun = self.groups.get(start)
        if noun is None or noun.values["number"] == "force" or not _usable(noun):
            return None
        number = str(noun.values["number"])
        form = {"one": "single", "two": "dual"}.get(number, "plural")
        phrase = Phrase(
            first=start, last=noun.last, head=start, low=None, high=None,
            wording="exact", form=form, number=number, hit=noun,
        )  # fmt: skip
        phrase = _with(phrase, noun)
        if noun.code == "families" and number == "one":
            return self._family(phrase)
        if form != "plural":
            count = 2 if form == "dual" else 1
            phrase = replace(phrase, low=count, high=count)
        after = self._postposed(phrase, noun)
        if after is not None:
            return after
        return self._narrowed(phrase, noun.last)

    def _family(self, phrase: Phrase) -> Phrase | None:
        """Read «عائلة كاملة»: people, but nobody says how many."""
        whole = self.word(phrase.last, "whole")
        if whole is None:
            return None
        return replace(phrase, last=whole.last, wording="vague")

    def _postposed(self, phrase: Phrase, noun: Hit) -> Phrase | None:
        """Read «الأطفال الثلاثة»: a definite number after a definite plural."""
        number = self.numbers.get(noun.last)
        if number is None or "the" not in number.means or phrase.form != "plural":
            return None
        value = _whole(number)
        if value is None or self.tokens[noun.last].gap > JOINED:
            return None
        return _exactly(replace(phrase, last=number.last), value)

    def _other(self, start: int) -> Phrase | None:
        word = self.words.get(start, {}).get("other")
        if word is None:
            return None
        side = word.values.get("side")
        count = {"one": 1, "two": 2}.get(str(side))
        phrase = Phrase(
            first=start, last=word.last, head=start, low=count, high=count,
            wording="exact", form="other" if count else "plural", other=True, hit=word,
        )  # fmt: skip
        two = self.word(word.last, "two_after")
        if two is not None:
            return _exactly(replace(phrase, last=two.last), 2)
        return phrase

    def _most(self, start: int) -> list[Phrase]:
        """Read «معظمهم من النساء والأطفال»: a vague part for each group."""
        word = self.words.get(start, {}).get("most")
        if word is None:
            return []
        if word.values.get("side") == "them" and word.suffix not in _OWNED:
            return []
        of = self.word(word.last, "of")
        at = of.last if of else word.last
        found: list[Phrase] = []
        noun = self.group(at)
        while noun is not None and noun.values["number"] != "force":
            found.append(
                Phrase(
                    first=start if not found else noun.first, last=noun.last, head=at,
                    low=None, high=None, wording="vague", form="most",
                    group=noun.code, hit=word if not found else noun,
                )  # fmt: skip
            )
            at = noun.last
            joiner = self.word(at, "and")
            noun = self.group(at + 1 if joiner else at)
            if noun is not None and not joiner and "and" not in noun.means:
                break
        return found


def limits(value: int, bound: str | None) -> tuple[int | None, int | None, str]:
    """Give low, high and wording of a number under a bound."""
    if bound in {"at_least", "more_than"}:
        return value, None, bound
    if bound == "up_to":
        return None, value, bound
    return value, value, bound or "exact"


def _bound(phrase: Phrase, code: str, last: int) -> Phrase:
    """Put a bound that stands after its number; the first bound said stays."""
    value = phrase.low
    if value is None or phrase.wording not in {"exact", "about"}:
        return replace(phrase, last=last)
    low, high, wording = limits(value, code)
    return replace(phrase, low=low, high=high, wording=wording, last=last)


def _with(phrase: Phrase, noun: Hit) -> Phrase:
    outcome = str(noun.values.get("outcome") or "") or None
    return replace(phrase, group=noun.code, outcome=outcome, last=noun.last)


def _narrow(phrase: Phrase, noun: Hit) -> Phrase:
    """Let a second noun say more about people of whom only the number was said."""
    outcome = phrase.outcome or str(noun.values.get("outcome") or "") or None
    group = phrase.group
    if group in {None, PEOPLE} and noun.code != "families":
        group = noun.code
    return replace(phrase, group=group, outcome=outcome)


def _exactly(phrase: Phrase, count: int) -> Phrase:
    form = "dual" if phrase.form == "dual" else "counted"
    return replace(phrase, low=count, high=count, wording="exact", form=form)


def _bare(phrase: Phrase) -> str:
    return "bare" if not phrase.of_them or phrase.form != "vague" else "vague"


def _plain(noun: Hit) -> bool:
    return noun.values["number"] != "force" and not noun.means


def _whole(number: Hit) -> int | None:
    value = number.values["value"]
    return value if isinstance(value, int) else None


def _usable(noun: Hit) -> bool:
    """Tell whether a people word may stand without a number."""
    when = noun.values.get("when")
    if when == "owned":
        return noun.suffix in _OWNED
    return when != "counted"
