"""Who does harm, where people are counted: words that count nobody harmed."""

from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import JOINED

_OFFICES = ("titles", "roles", "groups")
"""Sheets of what somebody may be called before his name."""

_OFFICE_REACH = 4
"""Words of office that may stand before a name."""

_NO_NAME = ("months", "weekdays", "countries", "outlets", "place_heads", "place_words")
"""Sheets whose words are no name behind a verb: "two killed Monday", "killed East …"."""


def doers(scan: Scan) -> list[Hit]:
    """Give the words for who does it, between a verb and whom it harms.

    «قتلت القوات التركية مدنيا», «قتل عناصر من قسد رجلا».
    """
    named = {h.first for h in scan.of("actors")}
    armed = [h for h in scan.of("groups") if h.code == "combatants"]
    nations = [h for h in scan.of("nationalities") if h.code]
    of = [h for h in scan.of("count_words") if h.code == "of" and h.last in named]
    return [*armed, *nations, *of]


def doer_end(scan: Scan, first: int, last: int) -> int:
    """Give the word behind who does it: «مسلح مجهول», «شاب فلسطيني».

    «مسلحان يستقلان دراجة نارية» are described by what they ride and wear.

    Args:
        scan: the sentence; its sheets ``actors``, ``nationalities`` and ``count_words``
            are read.
        first: where the noun begins.
        last: the word behind the noun.
    """
    end = max((last, *(h.last for h in scan.at(first, "actors"))))
    while described := [
        *scan.at(end, "nationalities"),
        *(h for h in scan.at(end, "count_words") if h.code == "description"),
    ]:
        end = max(h.last for h in described)
    return end


def ends_party(scan: Scan, noun: Hit) -> bool:
    """Tell whether one person's noun only ends a party's name: «ميليشيات الحوثي».

    Args:
        scan: the sentence.
        noun: a hit of the sheet ``groups``.
    """
    return noun.values.get("number") == "one" and any(
        h.first < noun.first and noun.last == h.last for h in scan.of("actors")
    )


def names_harmed(scan: Scan, count: Hit, harm: Hit) -> bool:
    """Tell whether whom people harmed is named: "two men killed judge Arno Velt".

    Args:
        scan: the sentence.
        count: the people counted.
        harm: the verb behind them.
    """
    if count.values["_form"] == "bare" or harm.values["side"] != "both":
        return False
    at = first = harm.last
    while at < min(len(scan.tokens), first + _OFFICE_REACH):
        offices = [h for sheet in _OFFICES for h in scan.at(at, sheet)]
        if not offices:
            break
        at = max(h.last for h in offices)
    if at + 1 >= len(scan.tokens) or any(scan.at(at, sheet) for sheet in _NO_NAME):
        return False
    beside = scan.tokens[at + 1].gap <= JOINED and scan.tokens[at].gap <= JOINED
    known = at > first or bool(scan.at(at, "given_names"))
    return known and beside and scan.capital(at) and scan.capital(at + 1)
