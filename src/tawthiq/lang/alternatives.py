"""Alternatives: one row of a sheet for words that go with each other in every way.

``(الجهة|الناحية) (الشمالية|الجنوبية) من`` stands for four forms. A sheet so says once
what it would else say row by row, and whoever adds a direction adds it once.
"""

import re
from collections.abc import Iterator
from itertools import product

GROUP = re.compile(r"\(([^()|]*(?:\|[^()|]*)+)\)")
BAR = "|"


class BadAlternativesError(ValueError):
    """A bar outside brackets, or brackets inside brackets."""


def spread(form: str) -> Iterator[str]:
    """Give each form that a cell stands for, the first alternatives first.

    An empty alternative leaves the word out: ``(منذ|) أمس``.

    Args:
        form: the cell; without a bar it stands for itself, brackets and all.

    Raises:
        BadAlternativesError: where a bar stands outside brackets, or one of them alone.
    """
    if BAR not in form:
        yield form
        return
    parts = GROUP.split(form)
    if set("".join(parts[::2])) & set("(|)"):
        raise BadAlternativesError(form)
    choices = [p.split(BAR) if n % 2 else [p] for n, p in enumerate(parts)]
    for words in product(*choices):
        yield " ".join("".join(words).split())
