"""What follows a counted noun and says more about the people counted.

Adjectives («مدنيين»), «آخرين», «على الأقل», «من قوات …», «هم من رجال الشرطة», and a
second outcome that shares the count («عشرات القتلى والجرحى»).
"""

from collections.abc import Mapping
from typing import NamedTuple

from tawthiq.find.casualties.words import CountWords
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan

PEOPLE = "people"
ONE_OR_COUNTED = "one_or_counted"
"""What «قتيلا» says: one as an object, any number behind it («12 قتيلا»)."""

YEARS = range(1900, 2100)
"""Numbers that are years where they stand bare, or behind a month."""

OFFICE = "office"
"""A definite article, and the words of which there is but one: "the mayor"."""

_STEPS = 4
_OF_AGE = 18
_OBJECT = "اً"
_TWO_AFTER = {"two_after": {"two", "two_or_many"}, "one_after": {"one"}}
_ELSEWHERE = frozenset({"in", "for", "then", "like"})


class Phrase(NamedTuple):
    """A phrase that counts people on the words ``first`` to ``last - 1``.

    ``form`` is ``counted`` (a number stands there), ``vague``, ``dual``, ``single``
    («طفل»), ``one_of`` («أحد أفرادها»), ``plural`` (no quantity at all), ``bare`` (a
    number without a noun), ``most`` («معظمهم من النساء») or ``other`` («آخر»).
    ``number`` is what the noun itself says: one, two, two_or_many, many.
    """

    first: int
    last: int
    low: int | None
    high: int | None
    wording: str
    form: str
    hit: Hit
    group: str | None = None
    outcome: str | None = None
    other: bool = False
    of_them: bool = False
    twin: str | None = None
    number: str = ""


def introduces(words: CountWords, article: Hit, noun: Hit) -> bool:
    """Say whether an article counts the one behind it: "a child", "the mayor".

    A definite one does for offices alone, where the report did not speak of him before.

    Args:
        words: the sentence's words, by place.
        article: the article.
        noun: whom it counts.
    """
    if article.values.get("side") != OFFICE:
        return True
    scan = words.scan
    told = scan.text[noun.start : noun.end].casefold()
    before = scan.text[: words.tokens[article.first].start].casefold()
    return noun.values.get("when") == OFFICE and not noun.suffix and told not in before


def limits(value: int, bound: str | None) -> tuple[int | None, int | None, str]:
    """Give low, high and wording of a number under a bound."""
    if bound in {"at_least", "more_than"}:
        return value, None, bound
    if bound == "up_to":
        return None, value, bound
    return value, value, bound or "exact"


def bounded(phrase: Phrase, bound: Hit) -> Phrase:
    """Put a bound that stands after its number; the first bound said stays."""
    value = phrase.low
    if value is None or phrase.wording not in {"exact", "about"}:
        return phrase._replace(last=bound.last)
    low, high, wording = limits(value, bound.code)
    return phrase._replace(low=low, high=high, wording=wording, last=bound.last)


def exactly(phrase: Phrase, count: int) -> Phrase:
    """Let a phrase count ``count`` people."""
    form = "dual" if phrase.form == "dual" else "counted"
    return phrase._replace(low=count, high=count, wording="exact", form=form)


def with_noun(phrase: Phrase, noun: Hit) -> Phrase:
    """Give a phrase its noun."""
    outcome = str(noun.values.get("outcome") or "") or None
    return phrase._replace(group=noun.code, outcome=outcome, last=noun.last)


def narrowed(words: CountWords, phrase: Phrase) -> Phrase:
    """Take in what follows a noun, a few steps at most."""
    for _ in range(_STEPS):
        step = _after(words, phrase) or _step(words, phrase)
        if step is None:
            break
        phrase = step
    return phrase


def _after(words: CountWords, phrase: Phrase) -> Phrase | None:
    at = phrase.last
    bound = words.bound_after(at)
    if bound is not None:
        return bounded(phrase, bound)
    only = words.word(at, "only") or words.word(at, "other")
    if only is not None:
        other = phrase.other or only.code == "other"
        return phrase._replace(last=only.last, other=other)
    fell = _fallen(words, phrase)
    if fell is not None:
        return fell
    few = words.word(at, "two_after") or words.word(at, "one_after")
    if few is not None and phrase.number in _TWO_AFTER[few.code]:
        count = 2 if few.code == "two_after" else 1
        return exactly(phrase._replace(last=few.last), count)
    return None


def _fallen(words: CountWords, phrase: Phrase) -> Phrase | None:
    """Read «سقط أحد عناصر الفصيل قتيلا»: behind whose they were, what they fell as."""
    if phrase.group != "combatants" or phrase.outcome is not None:
        return None
    behind = (words.group(h.last) for h in words.scan.at(phrase.last, "actors"))
    noun = next((group for group in behind if group is not None), None)
    if noun is None or noun.means or noun.values["number"] != ONE_OR_COUNTED:
        return None
    form = "single" if phrase.form == "one_of" else phrase.form
    outcome = str(noun.values["outcome"])
    return phrase._replace(last=noun.last, outcome=outcome, form=form)


def _step(words: CountWords, phrase: Phrase) -> Phrase | None:
    at = phrase.last
    noun = words.group(at)
    if noun is not None:
        # «مقتل 4 أشخاص إصابة 23»: a deed that lost its «و», no second noun.
        when = noun.values.get("when")
        hurt = phrase.other and words.scan.at(noun.first, "outcomes")
        deed = (when == "counted" or hurt) and noun.values.get("outcome")
        kunya = when == "owned" and not noun.suffix  # «المواطنة أم خالد»
        return None if deed or kunya else _second_noun(words, phrase, noun)
    toll = words.told_toll(at)
    if toll is not None and toll.values.get("outcome") and phrase.outcome is None:
        return _narrow(phrase, toll)
    of = words.word(at, "of") or words.word(at, "among")
    if of is None:
        they = words.word(at, "they")
        of = words.word(they.last, "of") if they is not None else None
    return _member(words, phrase, of.last) if of is not None else None


def _second_noun(words: CountWords, phrase: Phrase, noun: Hit) -> Phrase | None:
    outcome = str(noun.values.get("outcome") or "")
    if "and" in noun.means:
        # «عشرات القتلى والجرحى»: one count for both.
        both = outcome and phrase.outcome and outcome != phrase.outcome
        one = noun.values["number"] in {"one", "two"}  # «ثلاثة شهداء وجريح»: a fourth
        if one or not both or phrase.form not in {"counted", "vague"}:
            return None
        return phrase._replace(twin=outcome, last=noun.last)
    if noun.means & _ELSEWHERE:
        # «جثتين لشابين» are bodies of young men.
        body = noun.means == {"for"} and phrase.outcome == "killed"
        return _narrow(phrase, noun) if body else None
    one = noun.values["number"] == "one"
    if one and (phrase.form == "plural" or _harmed_by(words, phrase, noun)):
        return None
    if noun.values["number"] == "force":
        return _member(words, phrase, noun.first)
    return _narrow(phrase, noun)


def is_object(scan: Scan, last: int) -> bool:
    """Tell whether a noun ends as an object does: «طفلا».

    Args:
        scan: the sentence.
        last: the word after the noun.
    """
    return scan.text[scan.tokens[last - 1].end - 1] in _OBJECT


def is_of_women(scan: Scan, phrase: Phrase) -> bool:
    """«ست أخريات»: the word for "others" says that they are women.

    Args:
        scan: the sentence; its sheet ``count_words`` is read.
        phrase: people counted as others.
    """
    return any(
        h.code == "other" and h.values["side"] == "women"
        for at in range(phrase.first, phrase.last)
        for h in scan.at(at, "count_words")
    )


def died_held(scan: Scan, noun: Hit) -> bool:
    """«توفي معتقل»: what may be a prison is a prisoner right behind a death.

    Args:
        scan: the sentence; its sheet ``outcomes`` is read.
        noun: a noun that counts behind a number alone.
    """
    return noun.values.get("outcome") == "detained" and any(
        h.code == "killed" and h.last == noun.first and not noun.means
        for h in scan.of("outcomes")
    )


def _harmed_by(words: CountWords, phrase: Phrase, noun: Hit) -> bool:
    """Tell whom a verb harms from more about who does it: «قتل قناص طفلا»."""
    if phrase.form != "single" or is_object(words.scan, phrase.last):
        return False
    return is_object(words.scan, noun.last) or harms_another(
        phrase.hit.values, noun.values, group=phrase.group, other=noun.code
    )


UNARMED = frozenset({"women", "children", "families", "elderly"})
"""Groups whose nouns say nothing of a fighter before them."""


def harms_another(
    doer: Mapping[str, object],
    harmed: Mapping[str, object],
    *,
    group: str | None,
    other: str | None,
) -> bool:
    """Tell whether a fighter's noun cannot be what the next one describes.

    «قتل قناص طفلة»: no adjective of a man is a woman's noun.

    Args:
        doer: the values of the first noun.
        harmed: the values of the second.
        group: whom the first counts.
        other: whom the second counts.
    """
    apart = doer.get("sex") == "m" and harmed.get("sex") != "m"
    return group == "combatants" and other in UNARMED and apart


def _member(words: CountWords, phrase: Phrase, at: int) -> Phrase | None:
    """Read whose people they are: «من المدنيين», «من قوات …», «الجيش»."""
    noun = words.named(at)
    if noun is not None and noun.code != "families":
        return _narrow(phrase, noun)
    force = words.force(at)
    if force is not None and phrase.group in {None, PEOPLE}:
        return phrase._replace(group="combatants", last=force)
    return None


def _narrow(phrase: Phrase, noun: Hit) -> Phrase:
    """Let a second noun say more about people of whom only the number was said."""
    outcome = phrase.outcome or str(noun.values.get("outcome") or "") or None
    group = phrase.group
    if group in {None, PEOPLE} and noun.code != "families":
        group = noun.code
    return phrase._replace(group=group, outcome=outcome, last=noun.last)


def continued(values: Mapping[str, object], group: str, before: Hit | None) -> str:
    """Give the group of «آخرين»: that of the people they continue.

    One woman or child and «three others» are people: Arabic would say «أخريات». So is
    a number without «آخرين»: «مقتل 29 طفلا وإصابة 48».
    """
    few = before is not None and before.values["low"] == 1
    many = values["low"] != 1
    some = group in {"women", "children", "men"}
    told = values["_other"] or values["_of_them"]
    if group == "women" and many and values["_other"] and not values.get("_women"):
        return PEOPLE  # «مقتل امرأتين وإصابة ستة آخرين»
    if some and ((few and many) or not told):
        return PEOPLE
    return group


def aged(phrase: Phrase, years: Hit) -> Phrase:
    """Count whom an age makes a child as one: "a 16-year-old Palestinian".

    Who fights is counted among fighters, however young.
    """
    age = years.values.get("value")
    young = isinstance(age, int | float) and age < _OF_AGE
    adult = not young or phrase.group == "combatants"
    return phrase if adult else phrase._replace(group="children")
