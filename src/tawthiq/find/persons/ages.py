"""Name ages: the age that the words after a person's name tell."""

from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import BRACKET, COLON, COMMA

AGE_REACH = 6
"""Words after a name that may give the age."""

BEFORE_REACH = 4
"""Words between an age and the name behind it: ``a 2-year-old child named Sami``."""

TOO_OLD = 120


def age_after(scan: Scan, last: int) -> float | None:
    """Give the age told after a name: «(7 سنوات)», «البالغ من العمر 12 عاما», ``, 12``.

    Args:
        scan: the sentence, its family ``number`` and sheet ``name_cues``.
        last: the word after the name's last.

    Returns:
        Years, or None where no age is told.
    """
    tokens = scan.tokens
    alone = _alone(scan, last)
    if alone is not None:
        return alone
    for at in range(last, min(len(tokens), last + AGE_REACH)):
        cues = {h.code for h in scan.at(at, "name_cues")}
        if tokens[at].gap >= COLON or "lasted" in cues:
            return None  # «سامي بعد عامين على اعتقاله» tells no age
        if "two_years" in cues:
            return 2.0
        age = _years(scan, at)
        if age is not None:
            return age
        if at > last and tokens[at].gap == COMMA and not cues:
            return None
    return None


def age_of(scan: Scan, at: int, last: int) -> float | None:
    """Give the age told beside a name, the one behind it first.

    Args:
        scan: the sentence.
        at: the first word of the name.
        last: the word after its last.
    """
    behind = age_after(scan, last)
    return age_before(scan, at) if behind is None else behind


def age_before(scan: Scan, at: int) -> float | None:
    """Give the age told right before a name: ``16-year-old Sami``, ``… child named Sami``.

    Args:
        scan: the sentence.
        at: the first word of the name.
    """
    for cue in scan.of("name_cues"):
        if cue.code != "age" or not 0 <= at - cue.last <= BEFORE_REACH:
            continue
        if all(scan.tokens[w].gap < COMMA for w in range(cue.last, at + 1)):
            return _years(scan, cue.first - 1)
    return None


def _alone(scan: Scan, at: int) -> float | None:
    """Give an age that marks alone tell: ``Sami Velt, 47, and``, ``Sami Velt (47)``."""
    tokens = scan.tokens
    if at >= len(tokens) or tokens[at].gap not in {COMMA, BRACKET}:
        return None
    for hit in scan.at(at, "number"):
        value, last = hit.values.get("value"), hit.last
        closed = last >= len(tokens) or tokens[last].gap >= COMMA or _is_and(scan, last)
        if hit.last == at + 1 and closed and tokens[at].is_number:
            whole = isinstance(value, int | float) and 0 < value < TOO_OLD
            return float(str(value)) if whole else None
    return None


def _is_and(scan: Scan, at: int) -> bool:
    return any(h.code == "and_word" for h in scan.at(at, "actor_cues"))


def _years(scan: Scan, at: int) -> float | None:
    for hit in scan.at(at, "number"):
        value = hit.values.get("value")
        if not isinstance(value, int | float) or not 0 < value < TOO_OLD:
            continue
        around = (hit.last, hit.last + 1, at - 1, at - 2)
        if any(_is_age_word(scan, i) for i in around):
            return float(value)
    return None


def _is_age_word(scan: Scan, at: int) -> bool:
    return 0 <= at < len(scan.tokens) and any(
        h.code == "age" for h in scan.at(at, "name_cues")
    )
