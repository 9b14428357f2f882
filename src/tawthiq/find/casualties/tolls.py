"""Tolls: a number behind the words that say whom it counts: «ارتفع عدد القتلى إلى 35»."""

from tawthiq.find.casualties.nouns import Phrase
from tawthiq.find.casualties.words import CountWords
from tawthiq.lang.lexicon import Hit
from tawthiq.text.tokens import JOINED

TOLL_REACH = 9
"""Words between a toll and its number."""


RISEN_REACH = 22
"""The same where the number is what the toll rose to."""

RISING = 3
"""Words that say that a toll rose: "has risen to"."""

FALLEN_REACH = 14
"""The same where between them it is told how they fell."""

WHO = 2
"""Words from those counted to the verb of their harm: «… الذين قتلوا»."""

HARMED = frozenset({"killed", "injured"})


def toll_of(words: CountWords, phrase: Phrase, *, floor: int) -> Phrase | None:
    """Read «ارتفع عدد القتلى إلى 35»: the toll named before its number.

    Args:
        words: the sentence's words, by place.
        phrase: the number.
        floor: the word before which a toll is another number's.

    Returns:
        The number with its outcome and group; None where no toll is told.
    """
    brought = _brought_to(words, phrase)
    if brought is not None:
        return brought
    if _risen_to(words, phrase, floor=floor):
        return phrase._replace(outcome="killed", form="counted")
    return _toll_before(words, phrase, floor=floor)


def _toll_before(words: CountWords, phrase: Phrase, *, floor: int) -> Phrase | None:
    """Read a toll that stands near before its number."""
    for at in range(phrase.first - 1, max(floor, phrase.first - TOLL_REACH) - 1, -1):
        here = words.words.get(at, {})
        if (
            phrase.form != "vague"
            and "toll_death" in here
            and _reached(words, phrase, here["toll_death"])
        ):
            return phrase._replace(outcome="killed", form="counted")
        word = here.get("toll")
        if word is None:
            continue
        noun = _toll_noun(words, word)
        if noun is None and "the" in word.means and _came_to(words, phrase):
            return phrase._replace(outcome="killed", form="counted")
        if noun is None:
            break
        if noun.last > phrase.first:
            return None
        if phrase.form == "bare" and not _reached(words, phrase, noun):
            return None
        group = phrase.group if phrase.group not in {None, "people"} else noun.code
        outcome = str(noun.values.get("outcome"))
        return phrase._replace(group=group, outcome=outcome, form="counted")
    return _toll_of_fallen(words, phrase, floor=floor)


def _risen_to(words: CountWords, phrase: Phrase, *, floor: int) -> bool:
    """Say whether a toll named far before rose to the number.

    "The toll from a strike on a market in the rebel-held north rose to 31".
    """
    scan = words.scan
    rose = any(
        h.code == "rising" and h.last == phrase.first
        for at in range(max(0, phrase.first - RISING), phrase.first)
        for h in scan.at(at, "event_cues")
    )
    before = range(max(floor, phrase.first - RISEN_REACH), phrase.first - TOLL_REACH)
    return rose and any("toll_death" in words.words.get(at, {}) for at in before)


def _brought_to(words: CountWords, phrase: Phrase) -> Phrase | None:
    """Read "bringing to 22 the number of people killed", "raising to 9 the death toll"."""
    to = words.words.get(phrase.first - 1, {})
    if "to" not in to or "brings" not in words.words.get(phrase.first - 2, {}):
        return None
    at = phrase.last + ("det" in words.words.get(phrase.last, {}))
    here = words.words.get(at, {})
    if "toll_death" in here:
        return phrase._replace(outcome="killed", form="counted")
    noun = words.groups.get(here["toll"].last) if "toll" in here else None
    if noun is None:
        return None
    fell = [str(noun.values.get("outcome") or "")] + [
        h.code for h in words.scan.at(noun.last, "outcomes")
    ]
    outcome = next((o for o in fell if o in HARMED), None)
    if outcome is None:
        return None
    return phrase._replace(group=noun.code, outcome=outcome, form="counted")


def _toll_of_fallen(words: CountWords, phrase: Phrase, *, floor: int) -> Phrase | None:
    """Read «ارتفع عدد العمال الذين قتلوا بنيران … إلى 41»: a clause says what befell them."""
    before = words.words.get(phrase.first - 1, {})
    if phrase.form != "bare" or {"to", "reach"}.isdisjoint(before):
        return None
    for at in range(phrase.first - 1, max(floor, phrase.first - FALLEN_REACH) - 1, -1):
        toll = words.words.get(at, {}).get("toll")
        noun = words.groups.get(toll.last) if toll is not None else None
        if noun is not None and noun.values.get("outcome") in HARMED:
            outcome = str(noun.values["outcome"])  # «عدد قتلى المسيرة التي … إلى 100»
            return phrase._replace(group=noun.code, outcome=outcome, form="counted")
        if noun is not None:
            fell = [
                h.code
                for place in range(noun.last, noun.last + WHO)
                for h in words.scan.at(place, "outcomes")
                if h.code in HARMED and "the" not in h.means
            ]
            return (
                phrase._replace(group=noun.code, outcome=fell[0], form="counted")
                if fell
                else None
            )
    return None


def _toll_noun(words: CountWords, word: Hit) -> Hit | None:
    """Give whom a toll counts: «عدد القتلى», «الجرحى البالغ عددهم»."""
    if word.suffix:
        places = range(word.first - 1, max(-1, word.first - 4), -1)
    else:
        places = range(word.last, word.last + 1)
    for at in places:
        noun = words.groups.get(at)
        if noun is not None and noun.values.get("outcome"):
            return noun
    return None


def _came_to(words: CountWords, phrase: Phrase) -> bool:
    """«ما رفع الحصيلة منذ آذار إلى 1002»: a toll of nobody named is of the dead.

    Behind the number stands no noun, which would say of what it is.
    """
    before = words.words.get(phrase.first - 1, {})
    if phrase.form != "bare" or {"to", "reach"}.isdisjoint(before):
        return False
    ends = phrase.last >= len(words.tokens) or words.tokens[phrase.last].gap > JOINED
    return ends or "part" in words.words.get(phrase.last, {})


def _reached(words: CountWords, phrase: Phrase, noun: Hit) -> bool:
    """Tell whether a number without a noun is what a toll came to."""
    before = words.words.get(phrase.first - 1, {})
    near = phrase.first - noun.last <= 1
    return near or phrase.wording != "exact" or bool({"to", "reach"} & set(before))
