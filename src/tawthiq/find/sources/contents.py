"""Source contents: words behind a speaker's name that are what he says, not his name."""

from tawthiq.lang.scan import Scan

_COUNTED = ("groups", "outcomes", "attacks", "count_words", "weapons")
"""Sheets of nouns that figures count."""

COUNTED_REACH = 2
"""Words behind figures in which that noun stands: «197 حالة اختطاف»."""

_FEW = {"one", "two", "one_or_counted"}
_SOME = {"vague", "vague_alone"}

THREE = 3
"""Number from which on a word counts what is told: «نعت الكتائب ثلاثة من مقاتليها»."""


def is_content(scan: Scan, at: int) -> bool:
    """Tell whether a word is no part of a name that stands before it.

    «أفادت المصادر بقتيل», «أعلن الجيش الحدود منطقة عسكرية»: people counted behind a
    preposition; a definite noun for a place behind another definite noun; «تبنى التنظيم
    عدة هجمات», «نعت الكتائب ثلاثة من مقاتليها»: a number or quantity without article.

    Args:
        scan: the sentence.
        at: the word.
    """
    counted = any("in" in h.means for h in scan.at(at, "number")) or any(
        h.means == {"in"} and h.values["number"] in _FEW for h in scan.at(at, "groups")
    )
    return (
        counted
        or _is_counted(scan, at)
        or _is_quantity(scan, at)
        or _is_another_noun(scan, at)
    )


def _is_quantity(scan: Scan, at: int) -> bool:
    """Say whether a word for a number or a quantity stands bare: «عدة», «ثلاثة»."""
    if scan.tokens[at].is_number or scan.at(at, "source_nouns"):
        return False
    numbers = (h for h in scan.at(at, "number") if not h.means)
    return any(float(str(h.values["value"])) >= THREE for h in numbers) or any(
        h.code in _SOME and not h.means for h in scan.at(at, "count_words")
    )


def _is_counted(scan: Scan, at: int) -> bool:
    """Say whether figures count what stands behind them: «رصد التقرير 197 حالة»."""
    near = range(at + 1, min(at + 1 + COUNTED_REACH, len(scan.tokens)))
    return scan.tokens[at].is_number and any(
        scan.at(word, sheet) for word in near for sheet in _COUNTED
    )


def _is_another_noun(scan: Scan, at: int) -> bool:
    if at == 0 or scan.at(at, "source_nouns"):  # «الميليشيات المحلية»
        return False
    owner = any(
        "the" in h.means and h.last == at and h.last - h.first == 1
        for sheet in ("source_nouns", "actors")
        for h in scan.at(at - 1, sheet)
    )
    borders = (h for h in scan.at(at, "place_words") if h.code == "border")
    places = (*scan.at(at, "place_heads"), *borders)
    return owner and any(h.means == {"the"} for h in places)
