"""A person as a list names them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person of a list or of a report.

    ``name`` is as written; ``age`` counts years, None where it is not said; ``sex`` is
    male, female or None.
    """

    id: str
    name: str
    age: float | None = None
    sex: str | None = None
