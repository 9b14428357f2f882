"""Finds numbers in a sentence: digits of any script, words, and both together."""

from dataclasses import dataclass

from tawthiq.lang.language import Language
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text import numbers
from tawthiq.text.numbers import Part
from tawthiq.text.tokens import COMMA, JOINED

SHEET = "number"
_HAMZA = "أإ"
_AFTER_SCALE = {"unit", "ten", "teen", "tens", "hundred"}
_CALENDAR = ("weekdays", "months")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """A part with the words it took."""

    part: Part
    first: int
    last: int
    hit: Hit | None = None


def find_numbers(scan: Scan, language: Language) -> list[Hit]:
    """Find the numbers of a sentence; ``values["value"]`` is an int, or a float.

    A word that is also a day of the week («الاثنين») counts as the day.
    """
    del language
    out: list[Hit] = []
    pieces = _pieces(scan)
    at = 0
    while at < len(pieces):
        run = _run(scan, pieces, at)
        found = numbers.read([p.part for p in run])
        if found is None:
            at += 1
            continue
        value, used = found
        first, last = run[0], run[used - 1]
        hit = scan.make(
            SHEET,
            words=(first.first, last.last),
            values={"value": value},
            rule="number",
            like=first.hit,
        )
        if first.part.joined and not hit.means:
            hit = hit._replace(means=frozenset({"and"}))
        out.append(hit)
        at += used
    return out


def _pieces(scan: Scan) -> list[_Piece]:
    named = scan.of("numbers")
    if not named and not scan.digits:
        return []
    words = {h.first: h for h in named}
    joiners = {h.first for h in named if h.code == "and"}
    pieces = []
    for index in sorted({*words, *scan.digits}):
        token = scan.tokens[index]
        joined = index > 0 and index - 1 in joiners and token.gap == JOINED
        if token.is_number:
            value = numbers.digits(token.word)
            if value is not None:
                part = Part(value=value, kind="digits", joined=joined)
                pieces.append(_Piece(part=part, first=index, last=index + 1))
            continue
        hit = words.get(index)
        if hit is None or hit.code == "and" or _is_day(scan, hit):
            continue
        hamza = _has_hamza(scan, hit)
        part = Part(
            value=float(str(hit.values["value"])),
            kind=hit.code,
            joined=joined or hamza or "and" in hit.means,
            alone=hit.values.get("alone") != "no" and not hamza,
        )
        pieces.append(_Piece(part=part, first=index, last=hit.last, hit=hit))
    return pieces


def _has_hamza(scan: Scan, hit: Hit) -> bool:
    """Tell «وأحد» from «واحد», which folding makes one word."""
    folded = hit.values.get("alone") == "no_hamza"
    return folded and scan.text[hit.start + 1] in _HAMZA


def _is_day(scan: Scan, hit: Hit) -> bool:
    return any(
        other.last >= hit.last and "the" in hit.means | other.means
        for sheet in _CALENDAR
        for other in scan.at(hit.first, sheet)
    )


def _run(scan: Scan, pieces: list[_Piece], at: int) -> list[_Piece]:
    """Give the pieces from ``at`` on that stand side by side, "and" words aside."""
    run = [pieces[at]]
    for piece in pieces[at + 1 :]:
        before = run[-1].last
        between = piece.first - before
        if between > 1 or (between == 1 and not piece.part.joined):
            break
        gap = max(t.gap for t in scan.tokens[before : piece.first + 1])
        # «two thousand, one hundred» is one number in words.
        scale = run[-1].part.kind == "scale" and piece.part.kind in _AFTER_SCALE
        if gap > (COMMA if scale else JOINED):
            break
        run.append(piece)
    return run
