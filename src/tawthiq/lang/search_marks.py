"""Search marks: where in a text the words that were asked for stand, exactly."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from tawthiq.lang.search_words import SearchWord, keys_of, search_folder
from tawthiq.model.search import Passage, Term
from tawthiq.text.fold import Folded
from tawthiq.text.tokens import tokenize

ROUND = 90
"""Letters that a passage shows on either side of a hit."""
WORD_ROUND = 60
"""Letters looked at round a key: no word and no phrase of ours is longer."""
_MARKS = r"[.,:/\-٫٬]?"
Span = tuple[int, int]
Sound = Callable[[str], tuple[str, ...]]
"""Gives how a word sounds; see `lang.search_query.sought_of`."""
Hearing = Callable[[str], bool]


def marks_of(
    text: str,
    terms: Sequence[Term],
    *,
    enough: int | None = None,
    sound: Sound | None = None,
) -> tuple[Span, ...]:
    """Find the words of terms in a text.

    Args:
        text: as written.
        terms: see `lang.search_query.terms_of`.
        enough: stop looking where so many are found; all where None.
        sound: gives how a word sounds; where no word of a term stands, those that sound
            as one does are found.

    Returns:
        Start and end of each hit in code points of ``text``, in order, none inside
        another.
    """
    keys = {k for term in terms for word in term.keys for k in word if k}
    if not keys:
        return ()
    folded = search_folder().fold(text)
    found: set[Span] = set()
    for start, end in _windows(folded.text, keys):
        words = list(_words(folded, start, end))
        for term in terms:
            found.update(_hits(words, term))
        if enough is not None and len(found) >= enough:
            return _outermost(found)
    heard = {one for term in terms for one in term.sounds}
    # A word beside the very one asked for may only sound like it: «أربعة», «الأربعاء».
    if sound is not None and heard and not found:
        hears = lambda word: not heard.isdisjoint(sound(word))  # noqa: E731
        found.update(islice(_alike(folded, text, hears), enough))
    return _outermost(found)


def _alike(folded: Folded, text: str, hears: Hearing) -> Iterator[Span]:
    """Give the words of a text that sound like one that is asked for."""
    for token in tokenize(folded):
        if hears(text[token.start : token.end]):
            yield token.start, token.end


def passages_of(
    text: str, marks: Sequence[Span], *, most: int = 3
) -> tuple[Passage, ...]:
    """Cut out the words round the first hits.

    Args:
        text: as written.
        marks: see `marks_of`.
        most: of passages; what lies close together is one.
    """
    found: list[tuple[int, int, list[Span]]] = []
    for mark in marks:
        start, end = _edges(text, mark)
        if found and start <= found[-1][1]:
            first, _, inside = found[-1]
            found[-1] = (first, max(end, found[-1][1]), [*inside, mark])
        elif len(found) < most:
            found.append((start, end, [mark]))
        else:
            break
    return tuple(
        Passage(text=text[start:end], start=start, marks=tuple(inside))
        for start, end, inside in found
    )


def holds(text: str, terms: Sequence[Term]) -> int:
    """Count the terms that a text holds."""
    return sum(bool(marks_of(text, (term,), enough=1)) for term in terms)


def _windows(folded: str, keys: Iterable[str]) -> Iterator[Span]:
    """Give the stretches of a folded text in which a key stands, none overlapping."""
    ways = (
        _MARKS.join(key) if key.isdecimal() else re.escape(key)
        for key in sorted(keys, key=lambda k: (-len(k), k))
    )
    pattern = re.compile("|".join(ways))
    last: Span | None = None
    for match in pattern.finditer(folded):
        start = _gap(folded, match.start(), -1)
        end = _gap(folded, match.end(), 1)
        if last is not None and start <= last[1]:
            last = (last[0], end)
            continue
        if last is not None:
            yield last
        last = (start, end)
    if last is not None:
        yield last


def _gap(folded: str, at: int, step: int) -> int:
    """Go some way from a place, and on to where no word is cut."""
    at = max(0, min(len(folded), at + step * WORD_ROUND))
    while 0 < at < len(folded) and not folded[at - (step < 0)].isspace():
        at += step
    return at


def _words(folded: Folded, start: int, end: int) -> Iterator[SearchWord]:
    part = Folded(
        text=folded.text[start:end],
        starts=folded.starts[start:end],
        ends=folded.ends[start:end],
    )
    for token in tokenize(part):
        key, others = keys_of(token.word)
        yield SearchWord(
            key=key,
            others=others,
            start=token.start,
            end=token.end,
        )


def _hits(words: Sequence[SearchWord], term: Term) -> Iterator[Span]:
    size = len(term.keys)
    for at in range(len(words) - size + 1):
        run = words[at : at + size]
        if all(
            _is(word, keys, opening=term.opening and n == size - 1, alone=size == 1)
            for n, (word, keys) in enumerate(zip(run, term.keys, strict=True))
        ):
            yield run[0].start, run[-1].end


def _is(word: SearchWord, keys: Sequence[str], *, opening: bool, alone: bool) -> bool:
    """Whether a word is the one asked for, as the index would say."""
    mine = (word.key, *(word.others if alone else ()))
    if opening:
        return any(own.startswith(key) for own in mine for key in keys)
    return any(own in keys for own in mine)


def _outermost(found: Iterable[Span]) -> tuple[Span, ...]:
    ordered = sorted(found, key=lambda s: (s[0], -s[1]))
    kept: list[Span] = []
    for span in ordered:
        if not kept or span[1] > kept[-1][1]:
            kept.append(span)
    return tuple(kept)


def _edges(text: str, mark: Span) -> Span:
    """Give where a passage begins and ends: at a space, or where the line ends."""
    start, end = max(0, mark[0] - ROUND), min(len(text), mark[1] + ROUND)
    before = text.rfind("\n", start, mark[0])
    start = before + 1 if before >= 0 else start
    after = text.find("\n", mark[1], end)
    end = after if after >= 0 else end
    while 0 < start < mark[0] and not text[start - 1].isspace():
        start += 1
    while mark[1] < end < len(text) and not text[end].isspace():
        end -= 1
    return start, end
