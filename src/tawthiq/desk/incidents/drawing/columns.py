"""Bars of numbers: standing by month, lying by actor, type or grade."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 760, 210
BASE, TOP = 172, 22
SCALE = 44
"""Points at the start of standing bars, for the numbers of their scale."""
RULES = 5
"""Lines of a scale at most, besides the one that bars stand on."""
LETTER = 7.0
"""Points of one sign over a bar, wide ones too."""
FEW = 12
FEWEST = 4
"""Standing bars that there is room for at least."""
WIDEST = 76.0
"""Points of a standing bar at most, with its gap."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A bar from nought to ``least``, and on to ``most`` more faintly."""

    name: str
    x: str
    y: str
    width: str
    height: str
    faint_x: str
    faint_y: str
    faint_width: str
    faint_height: str
    told: str
    text_x: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A line of the scale: how high, and the number that it stands for."""

    y: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A lying bar: to ``least`` of the room there is, on to ``most`` more faintly."""

    name: str
    told: str
    least: str
    most: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """A drawing of standing bars with their scale.

    ``ticks`` are the names under bars, their last word (the year) set apart. The scale's
    numbers stand at ``rule_x``, its lines from ``start`` to ``end``. Where there is room,
    what each bar stands for is ``written`` over it.
    """

    width: int
    height: int
    bars: tuple[Column, ...]
    ticks: tuple[tuple[str, str, str], ...] = ()
    rules: tuple[Rule, ...] = ()
    rule_x: int = 0
    start: int = 0
    end: int = WIDTH
    written: bool = False

    @property
    def is_few(self) -> bool:
        """Whether it is narrower than the page may be."""
        return self.width < WIDTH


def standing(told: Sequence[tuple[str, int, int, str]], *, rtl: bool) -> Columns:
    """Draw bars side by side.

    Args:
        told: for each its name, its least, its most, and both in words.
        rtl: whether the first stands on the right.
    """
    width = min(WIDTH, SCALE + int(WIDEST) * max(len(told), FEWEST))
    highest = max((high for _, _, high, _ in told), default=0) or 1
    apart = _apart(highest)
    most = -(-highest // apart) * apart
    step = min(WIDEST, (width - SCALE) / max(len(told), 1))
    gap = min(4.0, step * 0.2)

    def up(number: int) -> float:
        return (BASE - TOP) * number / most

    bars = []
    for at, (name, low, high, words) in enumerate(told):
        x = width - SCALE - (at + 1) * step if rtl else SCALE + at * step
        bars.append(
            Column(
                name=name,
                x=f"{x + gap / 2:.2f}",
                y=f"{BASE - up(low):.1f}",
                width=f"{step - gap:.2f}",
                height=f"{up(low):.1f}",
                faint_x=f"{x + gap / 2:.2f}",
                faint_y=f"{BASE - up(high):.1f}",
                faint_width=f"{step - gap:.2f}",
                faint_height=f"{up(high) - up(low):.1f}",
                told=words,
                text_x=f"{x + step / 2:.1f}",
            )
        )
    every = len(bars) // 8 + 1
    return Columns(
        width=width,
        height=HEIGHT,
        bars=tuple(bars),
        ticks=tuple(
            (one.text_x, *one.name.rpartition(" ")[::2])
            for one in bars[every // 2 :: every]
        ),
        rules=tuple(
            Rule(y=f"{BASE - up(number):.1f}", number=number)
            for number in range(0, most + 1, apart)
        ),
        rule_x=width - SCALE + 8 if rtl else SCALE - 8,
        start=0 if rtl else SCALE,
        end=width - SCALE if rtl else width,
        written=all(len(words) * LETTER <= step for _, _, _, words in told),
    )


def _apart(highest: int) -> int:
    """Give how far apart the lines of a scale are: 1, 2 or 5, or those by tens."""
    ten = 1
    while True:
        for one in (ten, 2 * ten, 5 * ten):
            if -(-highest // one) <= RULES:
                return one
        ten *= 10


def lying(told: Sequence[tuple[str, int, int, str]]) -> tuple[Line, ...]:
    """Give bars below one another, the first on top, as long as the page lets them be.

    Args:
        told: for each its name, its least, its most, and both in words.
    """
    few = told[:FEW]
    most = max((high for _, _, high, _ in few), default=0) or 1
    return tuple(
        Line(
            name=name,
            told=words,
            least=f"{100 * low / most:.2f}%",
            most=f"{100 * high / most:.2f}%",
        )
        for name, low, high, words in few
    )
