"""Cuts a sentence into the parts that dates are made of, before rules join them.

The pack's sheets name months, weekdays and other words of time. Numbers, years and
dates written in figures have no sheet: they are typed here by their shape, so that a
rule can ask for a ``{day}`` or a ``{year}``.
"""

from collections.abc import Iterator, Mapping, Sequence

from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text import figures
from tawthiq.text.tokens import BRACKET, COLON, JOINED, Token

MADDA = "آ"
"""The letter that tells the month from the father."""

WEAK = frozenset(
    {"in", "from", "of", "and", "about", "article", "part_lead", "this", "until"}
)
"""Codes of words that speak of time only beside a word that always does."""

_TRIPLE = 3

DATELINE = 8
"""Words at the front of a sentence that may be an agency's dateline."""

_DATELINE_DAY = 1


def date_parts(scan: Scan) -> Scan | None:
    """Give a scan that holds the parts of dates alone; None where no date can be.

    Its sheets: ``date_words`` of the pack, ``number`` of the number finder, and
    ``weekday``, ``month``, ``day``, ``year``, ``years``, ``numeric_date`` typed here.
    """
    typed = [*_weekdays(scan), *_months(scan), *_figures(scan)]
    words = [h for h in scan.of("date_words") if _fits(h) and not _is_deed(scan, h)]
    if not _dated(typed, words):
        return None
    strong = [h for h in words if h.code not in WEAK]
    begins = {h.first for h in (*typed, *strong)} | {h.first for h in scan.of("number")}
    near = [h for h in words if h.code in WEAK and begins & {h.last, h.last + 1}]
    taken = {i for h in typed for i in range(h.first, h.last)}
    days = list(_ordinals(scan, [h for h in strong if h.first not in taken]))
    hits: list[list[Hit]] = [[] for _ in scan.tokens]
    for hit in (*typed, *strong, *near, *days, *scan.of("number")):
        hits[hit.first].append(hit)
    return Scan(text=scan.text, segment=scan.segment, tokens=scan.tokens, hits=hits)


_ALONE = frozenset(
    {
        *("relative", "not_day", "anaphor", "that_month", "part_alone", "night"),
        *("season", "lately", "lately_since", "feast", "anniversary"),
    }
)
_UNITS = frozenset({"unit", "units", "two_units", "month_word", "year_word"})
_TURNS = frozenset(
    {"past", "current", "next", "recent", "this", "since", "within", "ago", "edge"}
)


def _dated(typed: Sequence[Hit], words: Sequence[Hit]) -> bool:
    """Whether a date is possible at all; most sentences can be left here."""
    if any(h.sheet != "day" for h in typed):
        return True
    codes = {h.code for h in words}
    if _ALONE & codes or (typed and "current" in codes):  # «14 الجاري»
        return True
    return bool(_UNITS & codes) and bool(_TURNS & codes)


def _fits(word: Hit) -> bool:
    """Whether a word of time can be one here: «العام بهذا» is not this year."""
    return word.code not in _ADJECTIVES or word.means <= {"the"}


def _is_deed(scan: Scan, word: Hit) -> bool:
    """Whether a part of the day blew something up: «ليل أمس فجر مسلحون منزلا».

    Behind its day stands no dawn that a word of no time follows.
    """
    if word.code != "part" or word.first == 0 or not _goes_on(scan, word):
        return False
    deeds = scan.at(word.first, "attack_words")
    times = scan.of("date_words", "weekdays")
    timed = any(h.first == word.last for h in times)
    behind_day = any(h.last == word.first for h in times)
    return behind_day and not timed and any(h.code == "blew_up" for h in deeds)


_ADJECTIVES = frozenset({"past", "current", "next", "recent"})


def _weekdays(scan: Scan) -> Iterator[Hit]:
    """Type weekdays.

    One marked ``yes`` under ``bare`` needs the article or a word for day before it:
    «أحد» is "anyone" as well. One marked ``genitive`` («Sundays bombardment») needs a
    noun behind it and no "on" before it.
    """
    day_words = {h.last for h in scan.of("date_words") if h.code in _BEFORE_BARE}
    for hit in scan.of("weekdays"):
        bare = hit.values.get("bare")
        if bare == "genitive":
            fits = hit.first not in day_words and _goes_on(scan, hit)
        else:
            fits = bare != "yes" or "the" in hit.means or hit.first in day_words
        # «واحدة» is no «أحد» with an ending: Arabic names of days take none.
        if fits and not hit.suffix.isalpha():
            yield hit._replace(sheet="weekday")


def _goes_on(scan: Scan, hit: Hit) -> bool:
    return hit.last < len(scan.tokens) and scan.tokens[hit.last].gap == JOINED


_BEFORE_BARE = frozenset({"day_word", "part"})


def _months(scan: Scan) -> Iterator[Hit]:
    """Type months; two names of one month («تشرين الثاني/نوفمبر») become one hit."""
    found = [h for h in scan.of("months") if not _is_no_month(scan, h)]
    index = 0
    while index < len(found):
        hit = found[index]
        index += 1
        while index < len(found) and _same_month(scan, hit, found[index]):
            hit = hit._replace(last=found[index].last, end=found[index].end)
            index += 1
        yield hit._replace(sheet="month")


def _is_no_month(scan: Scan, hit: Hit) -> bool:
    """Whether a month's name is a father («الأب», which folds to «آب») or a score."""
    alef = str(hit.values["form"])[:1] == MADDA and "the" in hit.means
    father = alef and MADDA not in scan.text[hit.start : hit.end]
    return father or _is_score(scan, hit)


def _is_score(scan: Scan, hit: Hit) -> bool:
    """Whether a month's name is zero in a score («3-صفر»), or has an ending."""
    dash = scan.tokens[hit.first].between.strip() == "-"
    return hit.suffix.isalpha() or (dash and hit.values.get("calendar") == "hijri")


def _same_month(scan: Scan, left: Hit, right: Hit) -> bool:
    return (
        left.last == right.first
        and left.code == right.code
        and left.values.get("calendar") == right.values.get("calendar")
        and scan.tokens[right.first].gap <= BRACKET
    )


def _ordinals(scan: Scan, words: Sequence[Hit]) -> Iterator[Hit]:
    for hit in words:
        if hit.code == "ordinal":
            values = {"value": int(str(hit.values["value"])), "to": None}
            yield _typed(scan, "day", (hit.first, hit.last), values=values)._replace(
                start=hit.start, means=hit.means
            )


def _figures(scan: Scan) -> Iterator[Hit]:
    tokens = scan.tokens
    eras = {h.first: h for h in scan.of("date_words") if h.code == "era"}
    free = 0
    for at in scan.digits:
        if at < free:
            continue
        last, written = _written(tokens, at)
        made = _dateline_year(scan, at) or figures.read(written)
        if made is None:
            continue
        sheet, values = made
        if sheet != "day" and last in eras and tokens[last].gap == JOINED:
            last = eras[last].last
        yield _typed(scan, sheet, (at, last), values=values)
        free = last


def _dateline_year(scan: Scan, at: int) -> figures.Typed | None:
    """Read the year of an agency's dateline: ``(Barda, 3 Jan 90) -- …``."""
    token = scan.tokens[at]
    if not _DATELINE_DAY < at <= DATELINE or not figures.is_short_year(token.word):
        return None
    month = any(h.last == at for h in scan.of("months"))
    if not month or not scan.tokens[at - 2].is_number or token.gap != JOINED:
        return None
    end = at + 1 == len(scan.tokens) or scan.tokens[at + 1].gap in {BRACKET, COLON}
    return ("year", {"value": figures.full_year(token.word)}) if end else None


def _written(tokens: Sequence[Token], at: int) -> tuple[int, str]:
    """Give the figures that begin at a word, parts set apart by spaces joined again."""
    parts = [tokens[at].word]
    last = at + 1
    while last < len(tokens) and len(parts) < _TRIPLE and tokens[last].is_number:
        if tokens[last].between.strip() not in {"/", "-"}:
            break
        parts += tokens[last].word.replace("-", "/").split("/")
        last += 1
    if len(parts) == _TRIPLE:
        return last, "/".join(parts)
    return at + 1, tokens[at].word


def _typed(
    scan: Scan, sheet: str, words: tuple[int, int], *, values: Mapping[str, object]
) -> Hit:
    return scan.make(sheet, words=words, values=values, rule=sheet)
