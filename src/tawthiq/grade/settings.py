"""Settings of grading, made at the door and passed down."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeSettings:
    """How incidents are graded.

    ``without`` names rules of ``codebook/conventions/grade_rules.csv`` that do not
    apply (``accused_denies`` is the project's own, for one).
    """

    without: frozenset[str] = frozenset()
