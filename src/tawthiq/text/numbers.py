"""The grammar of numbers: parts such as «خمسة»، «وعشرين»، «ألف» put together.

It knows no words: a pack's ``words/numbers.csv`` says what each word counts and which
part it plays. So the one grammar serves Arabic (unit before tens, joined by «و») and
English (tens before unit).
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_DECIMAL = re.compile(r"\d+[.,]\d{1,2}")
_BASE = 10
_HUNDRED = 100
_THOUSAND = 1000


class Part(NamedTuple):
    """One word of a number.

    ``kind`` is ``unit`` (1 to 9), ``ten``, ``teen`` (11 to 19 in one word), ``tens``,
    ``hundred``, ``hundreds`` (200 to 900 in one word), ``scale`` (a thousand and up),
    ``dual`` (two of a scale), ``scale_or_dual`` («ألفا»), ``fraction`` (of a scale) or
    ``digits``. ``joined`` says that an "and" stands before it, ``alone`` that it is a
    number by itself.
    """

    value: float
    kind: str
    joined: bool = False
    alone: bool = True


def digits(word: str) -> float | None:
    """Give the number that folded digits write; None for a date, a time or a range.

    Marks between groups of three are thousands marks, whichever they are: the press
    uses both.
    """
    if word.isdigit():
        return int(word)
    if _GROUPED.fullmatch(word):
        return int(re.sub(r"[.,]", "", word))
    if _DECIMAL.fullmatch(word):
        return float(word.replace(",", "."))
    return None


class _Sum:
    """What has been read so far: closed scales and the number below a thousand."""

    def __init__(self) -> None:
        self.total = 0.0
        self.scale = float("inf")
        self.below = 0.0
        self.filled: set[str] = set()

    def take(self, part: Part) -> bool:
        """Add a part if it can follow; say whether it could."""
        if part.kind in {"scale", "dual", "scale_or_dual"}:
            return self._take_scale(part)
        if part.kind == "fraction":
            return self._take_fraction(part)
        if self.total and not self.filled and not part.joined and part.kind == "digits":
            return False
        return self._take_below(part)

    def value(self) -> float:
        """Give the number read."""
        return self.total + self.below

    def _take_scale(self, part: Part) -> bool:
        size = part.value / 2 if part.kind == "dual" else part.value
        if "halved" in self.filled:
            # «مليون ونصف المليون» names the scale again.
            return size == self.scale and not part.joined
        if size >= self.scale:
            return False
        if self.filled and part.joined:
            # «خمسة وألف» is no number; «مئة وألفان» closes nothing either.
            return False
        if self.filled and part.kind == "dual":
            return False
        if self.total and not self.filled and not part.joined:
            return False
        self.total += (self.below if self.filled else 1) * part.value
        self.scale, self.below = size, 0.0
        self.filled = set()
        return True

    def _take_fraction(self, part: Part) -> bool:
        if self.filled:
            return False
        if self.total:
            if not part.joined:
                return False
            self.total += part.value * self.scale
            self.filled = {"halved"}
            return True
        self.below, self.filled = part.value, {"fraction"}
        return True

    def _take_below(self, part: Part) -> bool:
        if part.value >= self.scale:
            return False
        if self.filled & {"digits", "fraction", "halved"}:
            return False
        take = getattr(self, f"_take_{part.kind}")
        return bool(take(part))

    def _take_digits(self, part: Part) -> bool:
        if self.filled:
            return False
        self.below, self.filled = part.value, {"digits"}
        return True

    def _take_unit(self, part: Part) -> bool:
        if "unit" in self.filled:
            return False
        if "tens" in self.filled and part.joined:
            return False
        if self.filled == {"hundred"} and not part.joined:
            return False
        return self._fill("unit", part.value)

    def _take_ten(self, part: Part) -> bool:
        if self.filled & {"tens"}:
            return False
        if "unit" in self.filled:
            return not part.joined and self._fill("tens", part.value)
        if self.filled and not part.joined:
            return False
        self.filled.add("unit")
        return self._fill("tens", part.value)

    def _take_teen(self, part: Part) -> bool:
        if self.filled & {"unit", "tens"}:
            return False
        self.filled.add("unit")
        return self._fill("tens", part.value)

    def _take_tens(self, part: Part) -> bool:
        if "tens" in self.filled or ("unit" in self.filled and not part.joined):
            return False
        return self._fill("tens", part.value)

    def _take_hundred(self, part: Part) -> bool:
        if not self.filled:
            return self._fill("hundred", part.value)
        if self.filled != {"unit"} or part.joined or self.below >= _BASE:
            return False
        self.below *= _HUNDRED
        self.filled = {"hundred"}
        return True

    def _take_hundreds(self, part: Part) -> bool:
        return not self.filled and self._fill("hundred", part.value)

    def _fill(self, slot: str, value: float) -> bool:
        self.filled.add(slot)
        self.below += value
        return True


def read(parts: Sequence[Part]) -> tuple[float, int] | None:
    """Read the longest number at the start of ``parts``.

    Returns:
        The number and how many parts it took; None if the first part begins none.
    """
    found = _Sum()
    best: tuple[float, int] | None = None
    for index, part in enumerate(parts):
        double = part.kind == "scale_or_dual"
        if not found.take(_settle(parts, index) if double else part):
            break
        # «أحد» and «اثنا» end no number, however long.
        ends = part.alone or (index > 0 and part.kind != "unit")
        if ends and "fraction" not in found.filled:
            best = (_plain(found.value()), index + 1)
    return best


def _settle(parts: Sequence[Part], index: int) -> Part:
    """Read «ألفا»: two thousand of something at the end, else a thousand."""
    part = parts[index]
    after = index + 1 < len(parts) and parts[index + 1].joined
    if index == 0 and not after:
        return part._replace(kind="dual", value=part.value * 2)
    return part._replace(kind="scale")


def _plain(value: float) -> float:
    return int(value) if value == int(value) else value
