"""Range: a count as words give it; a number, 0 and None (not said) are three things."""

from dataclasses import dataclass

from tawthiq.model.vocabulary import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """Least and greatest number that words allow; None where they set no bound."""

    low: int | None
    high: int | None
    wording: Wording
