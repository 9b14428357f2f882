"""Pieces of dates: the words around a core that belong to it, and pieces that join.

Words before a core («مساء», «مطلع») are taken in, neighbours that name one day («أمس
الأحد 18 نوفمبر») become one, and so do two that name the ends of a span («من الجمعة إلى
السبت») or the days of a list.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import BRACKET, COLON, COMMA, JOINED

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
INTRODUCE = frozenset({"on", "in", "day_word", "two_days_word"})
"""Words that make a date part of its sentence; a dateline has none."""

_TAILS = frozenset({"part", "part_alone", "era"})
_KEPT = {"part": "part", "part_alone": "part", "edge": "edge"}
_DAYS = frozenset({"relative", "weekday", "calendar"})
_LAST_HIJRI = 1600
_NIGHT = "night"
_WEEK = 7


class Piece(NamedTuple):
    """A stretch of words that fixes days: from ``first`` to ``last - 1``."""

    first: int
    last: int
    start: int
    means: frozenset[str]
    values: Mapping[str, object]
    rule: str

    @property
    def form(self) -> object:
        """Give what sort of expression it is; ``resolve/dates.py`` knows them all."""
        return self.values["form"]


class Sentence:
    """The words of time of a sentence, by where they begin and by where they end."""

    def __init__(self, scan: Scan) -> None:
        self.tokens = scan.tokens
        self._dated: set[int] = set()
        self._ends: dict[int, list[Hit]] = {}
        self._begins: dict[int, list[Hit]] = {}
        for hit in scan.of("date_words"):
            self._ends.setdefault(hit.last, []).append(hit)
            self._begins.setdefault(hit.first, []).append(hit)

    def take(self, pieces: Iterable[Piece]) -> None:
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


_Join = Callable[[Sentence, Piece, Piece], Piece | None]


def joined(words: Sentence, pieces: Sequence[Piece]) -> list[Piece]:
    """Let pieces grow over the words that belong to them, then join neighbours.

    Args:
        words: the words of time of the sentence.
        pieces: cores in their order, none overlapping.
    """
    grown = _grown(words, pieces)
    return _folded(words, _folded(words, grown, _apposition), _span)


def _grown(words: Sentence, pieces: Sequence[Piece]) -> list[Piece]:
    grown: list[Piece] = []
    for piece in pieces:
        floor = grown[-1].last if grown else 0
        grown.append(_lead(words, piece, floor))
    for index, piece in enumerate(grown):
        limit = grown[index + 1].first if index + 1 < len(grown) else len(words.tokens)
        grown[index] = _tail(words, piece, limit)
    return grown


def _lead(words: Sentence, piece: Piece, floor: int) -> Piece:
    """Take in the words before a core that belong to it: «مساء يوم», «مطلع»."""
    while True:
        hit = words.before(piece.first, _LEADS)
        joined = words.tokens[piece.first].gap == JOINED if piece.first else False
        if hit is None or hit.first < floor or not joined or piece.form == "none":
            return piece
        if hit.code == "edge" and (hit.suffix or _is_edge_of_none(hit, piece)):
            return piece
        values = dict(piece.values)
        if hit.code in _KEPT:
            values.setdefault(_KEPT[hit.code], hit.values["value"])
        if hit.code in INTRODUCE:
            values["introduced"] = "yes"
        piece = piece._replace(
            first=hit.first, start=hit.start, means=hit.means, values=values
        )


def _is_edge_of_none(hit: Hit, piece: Piece) -> bool:
    """Whether an edge of longer units stands before a bare day: «أصيب آخر الخميس»."""
    if not hit.values["amount"] or piece.form not in {"relative", "weekday"}:
        return False
    return not {"introduced", "part"} & piece.values.keys()


def _tail(words: Sentence, piece: Piece, limit: int) -> Piece:
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


def _folded(words: Sentence, pieces: Sequence[Piece], join: _Join) -> list[Piece]:
    """Join neighbours from left to right as long as ``join`` makes one of two."""
    out: list[Piece] = []
    for piece in pieces:
        made = join(words, out[-1], piece) if out else None
        if made is None:
            out.append(piece)
        else:
            out[-1] = made
    return out


def _both(left: Piece, right: Piece, values: Mapping[str, object]) -> Piece:
    return left._replace(last=right.last, values=values)


def _apposition(words: Sentence, left: Piece, right: Piece) -> Piece | None:
    """Join two names of one day: «أمس» and «الأحد», «15 شوال» and «31 يوليو»."""
    if left.last != right.first or words.tokens[right.first].gap > BRACKET:
        return None
    if right.means - {"the"}:
        return None
    if "part" in {left.form, right.form}:
        return _with_part(left, right)
    if left.form == right.form == "calendar":
        return _two_calendars(left, right)
    if "feast" in {left.form, right.form}:
        return _with_feast(left, right)
    return _two_sides(left, right)


def _two_sides(left: Piece, right: Piece) -> Piece | None:
    """Join a day told in two ways, where the ways do not contradict each other."""
    forms = {left.form, right.form}
    if not forms <= _DAYS or len(forms) == 1 or _clash(left.values, right.values):
        return None
    if not (_is_day(left) and _is_day(right)):
        return None
    values = {**right.values, **left.values}
    values["form"] = "calendar" if "day" in values else "weekday"
    return _both(left, right, values)


def _with_part(left: Piece, right: Piece) -> Piece | None:
    """Join a part of the day with its day: «الثلاثاء ليلا», «فجرا، اليوم»."""
    day, part = (left, right) if right.form == "part" else (right, left)
    if day.form not in _DAYS:
        return None
    return _both(left, right, {"part": part.values["part"], **day.values})


def _with_feast(left: Piece, right: Piece) -> Piece | None:
    """Join a feast with the day on which it falls: «أول أيام العيد، أمس الأحد»."""
    day = right if left.form == "feast" else left
    if day.form not in _DAYS or not _is_day(day):
        return None
    part = {k: v for p in (left, right) for k, v in p.values.items() if k == "part"}
    return _both(left, right, {**part, **day.values})


def _is_day(piece: Piece) -> bool:
    return piece.form != "calendar" or "day" in piece.values


def _clash(left: Mapping[str, object], right: Mapping[str, object]) -> bool:
    shared = (left.keys() & right.keys()) - {"form", "part", "when"}
    return any(str(left[k]) != str(right[k]) for k in shared)


def _two_calendars(left: Piece, right: Piece) -> Piece | None:
    """Join a day told in both calendars; the Gregorian words are kept."""
    hijri = [is_hijri(p.values) for p in (left, right)]
    if hijri[0] == hijri[1] or not ("day" in left.values and "day" in right.values):
        return None
    kept, other = (right, left) if hijri[0] else (left, right)
    values = {**kept.values}
    for key in ("weekday", "days", "part"):
        if key in other.values:
            values.setdefault(key, other.values[key])
    return _both(left, right, values)


def is_hijri(values: Mapping[str, object]) -> bool:
    """Whether a date is told in the Hijri calendar, by its month or its year."""
    year = int(str(values.get("year", _LAST_HIJRI)))
    return values.get("calendar") == "hijri" or year < _LAST_HIJRI


def _span(words: Sentence, left: Piece, right: Piece) -> Piece | None:
    """Join the two ends of a span, or two days of a list."""
    if "none" in {left.form, right.form} or "_until" in right.values:
        return None
    if "_until" in left.values and not _listed(words, left, right):
        return None
    if not _linked(words, left, right):
        return None
    return _both(left, right, {**left.values, "_until": dict(right.values)})


def _listed(words: Sentence, left: Piece, right: Piece) -> bool:
    """Whether "and" stands between two pieces, alone or glued to the second."""
    alone = words.after(left.last, frozenset({"and"}))
    return "and" in right.means or (alone is not None and alone.last == right.first)


def _linked(words: Sentence, left: Piece, right: Piece) -> bool:
    between = right.first - left.last
    gap = max(
        words.tokens[i].gap
        for i in range(left.last, min(right.first + 1, len(words.tokens)))
    )
    if between == 1 and gap <= COMMA:
        night = {"onto"} if left.values.get("part") == _NIGHT else set()
        hit = words.after(left.last, frozenset({"until", "and", *night}))
        return hit is not None and _match(left, right)
    dashed = words.tokens[right.first].between.strip() in {"-", "–", "—", "/"}  # noqa: RUF001
    if not between and dashed and gap <= COLON and _one_night(left, right):
        return True  # «ليل الجمعة - السبت»
    if between or gap > COMMA or not _match(left, right):
        return False
    if "and" in right.means:
        return True
    return (dashed and left.form == right.form) or _one_night(left, right)


def _match(left: Piece, right: Piece) -> bool:
    """Whether two pieces can be the ends of one span: two days, or two longer units."""
    return left.form in _DAYS | {"month_alone", "unit"} and (
        right.form in _DAYS | {"month_alone"} or right.form == left.form
    )


def _one_night(left: Piece, right: Piece) -> bool:
    """Whether two days name the night between them: «ليل الجمعة السبت»."""
    days = [p.values.get("weekday") for p in (left, right)]
    if None in days or left.values.get("part") != _NIGHT:
        return False
    return (int(str(days[0])) + 1) % _WEEK == int(str(days[1]))
