"""Finds dates: each expression of time that fixes days, whole, as one hit.

Rules of the family ``dates`` read the cores («الأحد», «18 نوفمبر», «أمس»); what stands
around a core and what joins it is read by structure (``date_pieces.py``), and so is
what a date dates (``date_roles.py``). The days are counted in ``resolve/dates.py``.
"""

from collections.abc import Sequence
from functools import cache
from itertools import zip_longest

from tawthiq.find.dates.parts import date_parts
from tawthiq.find.dates.pieces import INTRODUCE, Piece, Sentence, is_hijri, joined
from tawthiq.find.dates.roles import is_clock, is_compared, is_label, is_said, opening
from tawthiq.lang.language import Language, load_language
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.rules import Match
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import JOINED

SHEET = "date"
FAMILY = "dates"

_PREFIXES = frozenset({"since", "within", "throughout", "between", "from"})
_OPENED = frozenset({"calendar", "month_alone", "weekday"})
_OPEN_STEPS = frozenset({"since", "lately_since"})
_SILENT = frozenset({"none"})
_BEFORE = frozenset({"ago", "before"})
"""Words before a date that has not come yet: «قبل الجمعة»."""

_NAMES = frozenset({"name_head"})
_OUTLETS = frozenset({"outlet_head"})


def find_dates(scan: Scan, language: Language) -> list[Hit]:
    """Find the dates of a sentence.

    Returns:
        Hits of the sheet ``date``. ``values["role"]`` is ``event``, ``since`` (an open
        span up to publication), ``compared`` (one that only measures: "the worst
        since"), ``said`` (the day of a statement), ``published`` (the day that the page
        names as its own) or ``future``; the other keys are for ``resolve_date``.
    """
    parts = date_parts(scan)
    if parts is None:
        return []
    words = Sentence(parts)
    articles = _articles(language.name)
    cores = [
        _own_day(_core(parts, match), words, articles)
        for match in language.family(FAMILY).all_matches(parts)
    ]
    pieces = joined(words, _longest(cores))
    words.take(pieces)
    found = [_hit(scan, words, p) for p in pieces if not _silent(words, p)]
    return [_with_article(scan, hit, articles) for hit in found]


@cache
def _articles(name: str) -> frozenset[str]:
    return load_language(name).forms("date_words", "article")


def _core(scan: Scan, match: Match) -> Piece:
    """Make a piece of what a rule found; its lead stays outside."""
    lead = match.slots.get("lead")
    first = match.first if lead is None else lead.last
    values = {k: v for k, v in match.values().items() if v not in {None, ""}}
    like = next(
        (b.hit for b in match.slots.values() if b.hit and b.first == first), None
    )
    if values["form"] in _SILENT and like is not None and like.values.get("value"):
        values["ends"] = like.values["value"]
    return Piece(
        first=first,
        last=match.last,
        start=scan.tokens[first].start if like is None else like.start,
        means=frozenset() if like is None else like.means,
        values=values,
        rule=match.rule.name,
    )


def _longest(pieces: Sequence[Piece]) -> list[Piece]:
    """Keep the longest of the pieces that share words, of equal ones the later."""
    taken: set[int] = set()
    kept = []
    for piece in sorted(pieces, key=lambda p: (p.first - p.last, -p.last)):
        words = range(piece.first, piece.last)
        if taken.isdisjoint(words):
            taken.update(words)
            kept.append(piece)
    ordered = sorted((p for p in kept if not _is_name(p)), key=lambda p: p.first)
    return [p for p, after in zip_longest(ordered, ordered[1:]) if not _leads(p, after)]


def _is_name(piece: Piece) -> bool:
    """Whether a Hijri month or year stands so bare that it may be none.

    «رجب» and «شعبان» are people, and 1450 counts something.
    """
    if not is_hijri(piece.values):
        return False
    if piece.form == "month_alone":
        return not {"year", "when"} & piece.values.keys()
    return "month" not in piece.values and piece.rule != "year"


def _leads(piece: Piece, after: Piece | None) -> bool:
    """Whether «منذ يوم» only leads to the day behind it: «منذ يوم الخميس»."""
    if (
        after is None
        or piece.form not in {"ago", "last"}
        or "amount" not in piece.values
    ):
        return False
    single = piece.values.get("unit") == "day" and str(piece.values["amount"]) == "1"
    return single and piece.last == after.first


def _own_day(piece: Piece, words: Sentence, articles: frozenset[str]) -> Piece:
    """Make today of what looks like a paper's name behind others: «الجيش المصري اليوم»."""
    if "ends" not in piece.values or piece.first == 0:
        return piece
    before, own = words.tokens[piece.first - 1], words.tokens[piece.first]
    if own.gap > JOINED or not any(before.word.startswith(a) for a in articles):
        return piece
    first = piece.last - 1
    values = {"form": "relative", "days": piece.values["ends"]}
    return piece._replace(first=first, start=words.tokens[first].start, values=values)


def _silent(words: Sentence, piece: Piece) -> bool:
    """Whether a piece fixes no day of an event: a name, or «before» a time."""
    if piece.form in _SILENT:
        return True
    if piece.form == "part":
        return is_clock(words, piece.first, piece.last)
    if piece.first == 0 or words.tokens[piece.first].gap != JOINED:
        return False
    if words.before(piece.first, _BEFORE) is not None:
        return True
    return piece.form != "unit" and _is_named(words, piece)


def _is_named(words: Sentence, piece: Piece) -> bool:
    """Whether a date is part of a name: «سوق الأحد», «قناة البلدة اليوم»."""
    head = words.before(piece.first, _NAMES)
    if head is not None and "the" not in head.means:
        return True
    if piece.form != "relative" or piece.values.keys() - {"form", "days"}:
        return False
    return any(words.before(piece.first - n, _OUTLETS) is not None for n in (0, 1))


def _hit(scan: Scan, words: Sentence, piece: Piece) -> Hit:
    values = dict(piece.values)
    if words.before(piece.first, INTRODUCE) is not None:
        values["introduced"] = "yes"
    prefix = words.before(piece.first, _PREFIXES)
    if prefix is not None and words.tokens[piece.first].gap == JOINED:
        if prefix.code == "since" and "_until" not in values:
            values["open"] = "yes"
        if prefix.code != "from" or {"_until", "years"} & values.keys():
            piece = piece._replace(first=prefix.first, start=prefix.start)
    since = _far_since(scan, words, piece)
    if since is not None:
        values["open"] = "yes"
        piece = piece._replace(first=since.first, start=since.start)
    made = scan.make(
        SHEET, words=(piece.first, piece.last), values=values, rule=piece.rule
    )
    values["role"] = _role(scan, made)
    return made._replace(start=piece.start, code=str(piece.form))


def _with_article(scan: Scan, hit: Hit, articles: frozenset[str]) -> Hit:
    """Take back an article written with its word: «الأسبوع الماضي» needs its own."""
    for article in articles:
        start = hit.start - len(article)
        if (
            start >= scan.tokens[hit.first].start
            and scan.text[start : hit.start] == article
        ):
            return hit._replace(start=start)
    return hit


def _far_since(scan: Scan, words: Sentence, piece: Piece) -> Hit | None:
    """Give the «منذ» of a calendar date that opens some words before it."""
    if piece.form not in _OPENED or "_until" in piece.values:
        return None
    since = opening(scan, piece.first)
    if since is None or words.taken(since.last, piece.first):
        return None
    return since


def _role(scan: Scan, hit: Hit) -> str:
    if is_label(scan, hit):
        return "published"
    if hit.values.get("open") or hit.values.get("step") in _OPEN_STEPS:
        return "compared" if is_compared(scan, hit) else "since"
    if hit.values.get("when") == "next" or int(str(hit.values.get("days", 0))) > 0:
        return "future"
    return "said" if is_said(scan, hit) else "event"
