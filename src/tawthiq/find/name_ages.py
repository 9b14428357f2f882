"""Name ages: the age that the words after a person's name tell."""

from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import COLON, COMMA

AGE_REACH = 6
"""Words after a name that may give the age."""

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
    for at in range(last, min(len(tokens), last + AGE_REACH)):
        if tokens[at].gap >= COLON:
            return None
        cues = {h.code for h in scan.at(at, "name_cues")}
        if "two_years" in cues:
            return 2.0
        age = _years(scan, at)
        if age is not None:
            return age
        if at > last and tokens[at].gap == COMMA and not cues:
            return None
    return None


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
