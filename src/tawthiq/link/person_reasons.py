"""What a score of two persons rests on, part of a name by part of a name."""

from collections.abc import Iterable
from typing import NamedTuple

ROLES = ("given", "father", "middle", "family")
OWN = ("apart", "added")
"""What is said of a part without a counterpart."""

LEAST = 0.2
"""Log-odds below which a reason is none."""


class Reason(NamedTuple):
    """Why two persons may be one, or not: a code and what it adds to the log-odds."""

    code: str
    adds: float


def reasons(parts: Iterable[tuple[str, float]]) -> tuple[Reason, ...]:
    """Gather the parts of a score by what a reader would call them.

    Args:
        parts: features with what each adds, as ``Likeness`` and ``PersonMatch`` hold.

    Returns:
        The weightiest first. Codes are ``given_same``, ``family_near``, ``father_apart``,
        ``age_same``, ``left_out`` …; what every pair has alike is left out.
    """
    added = dict(parts)
    found: dict[str, float] = {}
    for name, value in added.items():
        code = _code(name, added)
        if code:
            found[code] = found.get(code, 0.0) + value
    ranked = sorted(found.items(), key=lambda r: (-abs(r[1]), r[0]))
    return tuple(
        Reason(code, round(adds, 2)) for code, adds in ranked if abs(adds) >= LEAST
    )


def _code(name: str, added: dict[str, float]) -> str:
    if name == "bias":
        return ""
    if name.endswith("_oddity"):
        return "slips"
    if name == "age_drift":
        return "age_one_off"
    role, _, level = name.partition("_")
    if role not in ROLES or level in OWN:
        return name
    levels = (n.partition("_")[2] for n in added if n.startswith(f"{role}_"))
    told = [n for n in levels if n not in {*OWN, "rarity"}]
    return f"{role}_{min(told, default='same')}"
