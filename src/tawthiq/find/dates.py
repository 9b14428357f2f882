"""Finds dates: each expression of time that fixes days, whole, as one hit.

Rules of the family ``dates`` read the cores («الأحد», «18 نوفمبر», «أمس»). Structure does
the rest: words before a core («مساء», «منذ مطلع») are taken in, neighbours that name one
day («أمس الأحد 18 نوفمبر») become one, two that name the ends of a span («من الجمعة إلى
السبت») too. What the days are is said in ``resolve/dates.py``.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from tawthiq.find.date_parts import date_parts
from tawthiq.find.date_roles import is_label, is_said, opening
from tawthiq.lang.language import Language
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.rules import Match
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import BRACKET, COMMA, JOINED

SHEET = "date"
FAMILY = "dates"

_LEADS = frozenset(
    {
        "part",
        "part_lead",
        "day_word",
        "two_days_word",
        "month_word",
        "two_years_word",
        "two_months_word",
        "edge",
        "on",
    }
)
_INTRODUCE = frozenset({"on", "in", "day_word", "two_days_word"})
"""Words that make a date part of its sentence; a dateline has none."""

_TAILS = frozenset({"part", "era"})
_KEPT = {"part": "part", "edge": "edge"}
_PREFIXES = frozenset({"since", "within", "throughout", "between", "from"})
_DAYS = frozenset({"relative", "weekday", "calendar"})
_NAMED = frozenset({"calendar", "month_alone"})
_SILENT = frozenset({"none", "before"})
_LAST_HIJRI = 1600
_NIGHT = "night"
_WEEK = 7


class _Piece(NamedTuple):
    """A stretch of words that fixes days: from ``first`` to ``last - 1``."""

    first: int
    last: int
    start: int
    means: frozenset[str]
    values: Mapping[str, object]
    rule: str

    @property
    def form(self) -> object:
        return self.values["form"]


class _Sentence:
    """The words of time of a sentence, by where they begin and by where they end."""

    def __init__(self, scan: Scan) -> None:
        self.tokens = scan.tokens
        self._dated: set[int] = set()
        self._ends: dict[int, list[Hit]] = {}
        self._begins: dict[int, list[Hit]] = {}
        for hit in scan.of("date_words"):
            self._ends.setdefault(hit.last, []).append(hit)
            self._begins.setdefault(hit.first, []).append(hit)

    def take(self, pieces: Iterable[_Piece]) -> None:
        """Note the words that dates have taken."""
        self._dated.update(i for p in pieces for i in range(p.first, p.last))

    def taken(self, first: int, last: int) -> bool:
        """Whether a date has a word from ``first`` to ``last - 1``."""
        return not self._dated.isdisjoint(range(first, last))

    def before(self, at: int, codes: frozenset[str]) -> Hit | None:
        """Give the word with one of the codes that ends right before ``at``."""
        return next((h for h in self._ends.get(at, ()) if h.code in codes), None)

    def after(self, at: int, codes: frozenset[str]) -> Hit | None:
        """Give the word with one of the codes that begins at ``at``."""
        return next((h for h in self._begins.get(at, ()) if h.code in codes), None)


_Join = Callable[[_Sentence, _Piece, _Piece], _Piece | None]


def find_dates(scan: Scan, language: Language) -> list[Hit]:
    """Find the dates of a sentence.

    Returns:
        Hits of the sheet ``date``. ``values["role"]`` is ``event``, ``since`` (an open
        span up to publication), ``said`` (the day of a statement), ``published`` (the
        day that the page names as its own) or ``future``; the other keys are for
        ``resolve_date``.
    """
    parts = date_parts(scan)
    if parts is None:
        return []
    words = _Sentence(parts)
    found = [
        _core(parts, match) for match in language.family(FAMILY).all_matches(parts)
    ]
    pieces = _longest(found)
    pieces = _grown(words, pieces)
    pieces = _folded(words, pieces, _apposition)
    pieces = _folded(words, pieces, _span)
    words.take(pieces)
    found = [_hit(scan, words, p) for p in pieces if not _silent(words, p)]
    articles = language.forms("date_words", "article")
    return [_with_article(scan, hit, articles) for hit in found]


def _core(scan: Scan, match: Match) -> _Piece:
    """Make a piece of what a rule found; its lead stays outside."""
    lead = match.slots.get("lead")
    first = match.first if lead is None else lead.last
    values = {k: v for k, v in match.values().items() if v not in {None, ""}}
    like = next(
        (b.hit for b in match.slots.values() if b.hit and b.first == first), None
    )
    return _Piece(
        first=first,
        last=match.last,
        start=scan.tokens[first].start if like is None else like.start,
        means=frozenset() if like is None else like.means,
        values=values,
        rule=match.rule.name,
    )


def _longest(pieces: Sequence[_Piece]) -> list[_Piece]:
    """Keep the longest of the pieces that share words, of equal ones the later."""
    taken: set[int] = set()
    kept = []
    for piece in sorted(pieces, key=lambda p: (p.first - p.last, -p.last)):
        words = range(piece.first, piece.last)
        if taken.isdisjoint(words):
            taken.update(words)
            kept.append(piece)
    return sorted((p for p in kept if not _is_name(p)), key=lambda p: p.first)


def _is_name(piece: _Piece) -> bool:
    """Whether a Hijri month stands so bare that it may be a person (رجب، شعبان)."""
    fixed = {"year", "when"} & piece.values.keys()
    return piece.form == "month_alone" and _is_hijri(piece.values) and not fixed


def _grown(words: _Sentence, pieces: Sequence[_Piece]) -> list[_Piece]:
    grown: list[_Piece] = []
    for piece in pieces:
        floor = grown[-1].last if grown else 0
        grown.append(_lead(words, piece, floor))
    for index, piece in enumerate(grown):
        limit = grown[index + 1].first if index + 1 < len(grown) else len(words.tokens)
        grown[index] = _tail(words, piece, limit)
    return grown


def _lead(words: _Sentence, piece: _Piece, floor: int) -> _Piece:
    """Take in the words before a core that belong to it: «مساء يوم», «مطلع»."""
    while True:
        hit = words.before(piece.first, _LEADS)
        joined = words.tokens[piece.first].gap == JOINED if piece.first else False
        if hit is None or hit.first < floor or not joined or piece.form == "none":
            return piece
        if hit.code == "edge" and hit.suffix:
            return piece
        values = dict(piece.values)
        if hit.code in _KEPT:
            values.setdefault(_KEPT[hit.code], hit.values["value"])
        if hit.code in _INTRODUCE:
            values["introduced"] = "yes"
        piece = piece._replace(
            first=hit.first, start=hit.start, means=hit.means, values=values
        )


def _tail(words: _Sentence, piece: _Piece, limit: int) -> _Piece:
    """Take in a part of the day that follows: «الثلاثاء مساء»."""
    hit = words.after(piece.last, _TAILS)
    if hit is None or hit.last > limit or piece.form not in _DAYS:
        return piece
    if words.tokens[hit.first].gap > COMMA or hit.means:
        return piece
    values = dict(piece.values)
    if hit.code in _KEPT:
        values.setdefault(_KEPT[hit.code], hit.values["value"])
    return piece._replace(last=hit.last, values=values)


def _folded(words: _Sentence, pieces: Sequence[_Piece], join: _Join) -> list[_Piece]:
    """Join neighbours from left to right as long as ``join`` makes one of two."""
    out: list[_Piece] = []
    for piece in pieces:
        made = join(words, out[-1], piece) if out else None
        if made is None:
            out.append(piece)
        else:
            out[-1] = made
    return out


def _both(left: _Piece, right: _Piece, values: Mapping[str, object]) -> _Piece:
    return left._replace(last=right.last, values=values)


def _apposition(words: _Sentence, left: _Piece, right: _Piece) -> _Piece | None:
    """Join two names of one day: «أمس» and «الأحد», «15 شوال» and «31 يوليو»."""
    if left.last != right.first or words.tokens[right.first].gap > BRACKET:
        return None
    if not {left.form, right.form} <= _DAYS or right.means - {"the"}:
        return None
    if left.form == right.form == "calendar":
        return _two_calendars(left, right)
    if left.form == right.form or not (_is_day(left) and _is_day(right)):
        return None
    if _clash(left.values, right.values):
        return None
    values = {**right.values, **left.values}
    values["form"] = "calendar" if "day" in values else "weekday"
    return _both(left, right, values)


def _is_day(piece: _Piece) -> bool:
    return piece.form != "calendar" or "day" in piece.values


def _clash(left: Mapping[str, object], right: Mapping[str, object]) -> bool:
    shared = (left.keys() & right.keys()) - {"form", "part", "when"}
    return any(str(left[k]) != str(right[k]) for k in shared)


def _two_calendars(left: _Piece, right: _Piece) -> _Piece | None:
    """Join a day told in both calendars; the Gregorian words are kept."""
    hijri = [_is_hijri(p.values) for p in (left, right)]
    if hijri[0] == hijri[1] or not ("day" in left.values and "day" in right.values):
        return None
    kept, other = (right, left) if hijri[0] else (left, right)
    values = {**kept.values}
    for key in ("weekday", "days", "part"):
        if key in other.values:
            values.setdefault(key, other.values[key])
    return _both(left, right, values)


def _is_hijri(values: Mapping[str, object]) -> bool:
    year = int(str(values.get("year", _LAST_HIJRI)))
    return values.get("calendar") == "hijri" or year < _LAST_HIJRI


def _span(words: _Sentence, left: _Piece, right: _Piece) -> _Piece | None:
    """Join the two ends of a span, or two days of a list."""
    if "none" in {left.form, right.form} or "_until" in left.values:
        return None
    if not _linked(words, left, right):
        return None
    return _both(left, right, {**left.values, "_until": dict(right.values)})


def _linked(words: _Sentence, left: _Piece, right: _Piece) -> bool:
    between = right.first - left.last
    gap = max(
        words.tokens[i].gap
        for i in range(left.last, min(right.first + 1, len(words.tokens)))
    )
    if between == 1 and gap <= COMMA:
        codes = frozenset({"until", "and"})
        hit = words.after(left.last, codes)
        return hit is not None and _match(left, right)
    if between or gap > COMMA or not _match(left, right):
        return False
    if "and" in right.means:
        return True
    dashed = words.tokens[right.first].between.strip() in {"-", "–", "—", "/"}  # noqa: RUF001
    return (dashed and left.form == right.form) or _one_night(left, right)


def _match(left: _Piece, right: _Piece) -> bool:
    """Whether two pieces can be the ends of one span: two days, or two longer units."""
    return left.form in _DAYS | {"month_alone", "unit"} and (
        right.form in _DAYS | {"month_alone"} or right.form == left.form
    )


def _one_night(left: _Piece, right: _Piece) -> bool:
    """Whether two days name the night between them: «ليل الجمعة السبت»."""
    days = [p.values.get("weekday") for p in (left, right)]
    if None in days or left.values.get("part") != _NIGHT:
        return False
    return (int(str(days[0])) + 1) % _WEEK == int(str(days[1]))


def _silent(words: _Sentence, piece: _Piece) -> bool:
    """Whether a piece fixes no day of an event: a name, or «before» a time."""
    if piece.form in _SILENT:
        return True
    if piece.first and words.tokens[piece.first].gap == JOINED:
        head = words.before(piece.first, frozenset({"name_head"}))
        if head is not None and "the" not in head.means:
            return piece.form != "unit"
        return words.before(piece.first, frozenset({"ago"})) is not None
    return False


def _hit(scan: Scan, words: _Sentence, piece: _Piece) -> Hit:
    values = dict(piece.values)
    if words.before(piece.first, _INTRODUCE) is not None:
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


def _far_since(scan: Scan, words: _Sentence, piece: _Piece) -> Hit | None:
    """Give the «منذ» of a calendar date that opens some words before it."""
    if piece.form not in _NAMED or "_until" in piece.values:
        return None
    since = opening(scan, piece.first)
    if since is None or words.taken(since.last, piece.first):
        return None
    return since


def _role(scan: Scan, hit: Hit) -> str:
    if is_label(scan, hit):
        return "published"
    if hit.values.get("open"):
        return "since"
    if hit.values.get("when") == "next" or int(str(hit.values.get("days", 0))) > 0:
        return "future"
    return "said" if is_said(scan, hit) else "event"
