"""Vague counts: what words such as «dozens» come to by a published convention.

The conventions are data (``codebook/conventions/vague_counts.csv``); the words that
stand for each size are a sheet of the packs (``words/vague_sizes.csv``). None is applied
unless the settings choose one: a vague word gives no number of its own.
"""

from functools import cache

from tawthiq.errors import OptionError
from tawthiq.lang.conventions import convention
from tawthiq.lang.language import languages, load_language
from tawthiq.model.claim import Claim

Bounds = tuple[int | None, int | None]
NOTHING: Bounds = (None, None)


def vague_bounds(claim: Claim, chosen: str | None) -> Bounds:
    """Give the bounds that a convention sets for a count in vague words.

    Args:
        claim: a casualty claim.
        chosen: the convention; None for none.

    Returns:
        The least and greatest number; None where the convention leaves one open, or
        where the claim's words are not vague.

    Raises:
        OptionError: if no convention has that name.
    """
    if chosen is None:
        return NOTHING
    sizes = _sizes(chosen)
    if dict(claim.value)["wording"] != "vague" or claim.span is None:
        return NOTHING
    size = _size(claim.span.quote)
    return sizes.get(size, NOTHING) if size is not None else NOTHING


@cache
def _sizes(chosen: str) -> dict[str, Bounds]:
    rows = [row for row in convention("vague_counts") if row["convention"] == chosen]
    if not rows:
        known = ", ".join(sorted({r["convention"] for r in convention("vague_counts")}))
        raise OptionError(
            ar=f"لا عرف للأعداد المبهمة باسم «{chosen}»",
            en=f"no convention for vague counts is called {chosen!r}",
            where="vague_counts",
            remedy_ar=f"اختر من: {known}",
            remedy_en=f"choose one of: {known}",
        )
    return {row["word"]: (_number(row["low"]), _number(row["high"])) for row in rows}


def _number(cell: str) -> int | None:
    return int(cell) if cell else None


def _size(quote: str) -> str | None:
    """Name the size that the words of a count tell; the longest form wins."""
    told = f" {load_language('ar').key(quote)} "
    found = [
        (len(entry.form), entry.code)
        for name in languages()
        for entry in load_language(name).sheets.get("vague_sizes", ())
        if f" {entry.form} " in told
    ]
    return max(found)[1] if found else None
