"""Bars of numbers: standing by month, lying by actor, type or grade."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 760, 200
BASE, TOP = 172, 8
LINE = 26
NAMES_WIDTH = 240
NUMBERS_WIDTH = 70
FEW = 12
WIDEST = 64.0
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
class Columns:
    """A drawing of bars; ``lying`` ones have a line each."""

    width: int
    height: int
    lying: bool
    bars: tuple[Column, ...]
    ticks: tuple[tuple[str, str], ...] = ()


def standing(told: Sequence[tuple[str, int, int, str]], *, rtl: bool) -> Columns:
    """Draw bars side by side.

    Args:
        told: for each its name, its least, its most, and both in words.
        rtl: whether the first stands on the right.
    """
    most = max((high for _, _, high, _ in told), default=0) or 1
    step = min(WIDEST, WIDTH / max(len(told), 1))
    gap = min(4.0, step * 0.2)

    def up(number: int) -> float:
        return (BASE - TOP) * number / most

    bars = []
    for at, (name, low, high, words) in enumerate(told):
        x = WIDTH - (at + 1) * step if rtl else at * step
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
    ticks = tuple((one.text_x, one.name) for one in bars[every // 2 :: every])
    return Columns(
        width=WIDTH, height=HEIGHT, lying=False, bars=tuple(bars), ticks=ticks
    )


def lying(told: Sequence[tuple[str, int, int, str]], *, rtl: bool) -> Columns:
    """Draw bars below one another, the first on top; see `standing`."""
    few = told[:FEW]
    most = max((high for _, _, high, _ in few), default=0) or 1
    room = WIDTH - NAMES_WIDTH - NUMBERS_WIDTH
    bars = []
    for at, (name, low, high, words) in enumerate(few):
        wide, faint = room * low / most, room * (high - low) / most
        start = WIDTH - NAMES_WIDTH if rtl else NAMES_WIDTH
        bars.append(
            Column(
                name=name,
                x=f"{start - wide if rtl else start:.1f}",
                y=str(at * LINE + 4),
                width=f"{wide:.1f}",
                height=str(LINE - 8),
                faint_x=f"{start - wide - faint if rtl else start + wide:.1f}",
                faint_y=str(at * LINE + 4),
                faint_width=f"{faint:.1f}",
                faint_height=str(LINE - 8),
                told=words,
                text_x=str(WIDTH - NAMES_WIDTH + 8 if rtl else NAMES_WIDTH - 8),
            )
        )
    return Columns(
        width=WIDTH, height=max(len(bars), 1) * LINE, lying=True, bars=tuple(bars)
    )
