"""Profile: what may leave the register, for whom, and how coarse."""

from dataclasses import dataclass
from enum import StrEnum


class Disclosure(StrEnum):
    """What becomes of a field that may endanger somebody."""

    SHOWN = "shown"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A publication profile (domain handbook 3 E4 and E5; codebook/profiles.csv).

    ``delay_days`` must have passed since the last day of an incident. ``grid_deg`` is
    the side, in degrees, of the cells to whose middle a point is moved: always the
    same middle for the same cell, since noise averages out; None leaves the point,
    0 withholds it. ``finest`` is the finest step of the ladder of precision that a
    place may keep its name on (``village``); None keeps every name. ``names`` are
    those of victims, ``sources`` those of outlets with their addresses, ``quotes`` the
    words of reports. A tally of fewer people than ``smallest_count`` loses its age and
    sex.
    """

    code: str
    label_ar: str
    label_en: str
    delay_days: int
    grid_deg: float | None
    finest: str | None
    names: Disclosure
    sources: Disclosure
    quotes: Disclosure
    smallest_count: int = 0
