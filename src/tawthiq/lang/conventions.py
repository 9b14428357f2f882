"""Conventions: sheets of the codebook by which claims are weighed against each other.

They lie in ``codebook/conventions``: which actors belong together, what vague words
count for by whose convention, and the rules of grading in their order.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from tawthiq.lang.sheets import rows


@cache
def convention(name: str) -> tuple[Mapping[str, str], ...]:
    """Read a sheet of conventions.

    Args:
        name: the sheet (``actor_relations``, ``vague_counts``, ``grade_rules``).

    Returns:
        Its rows in the order of its lines.

    Raises:
        PackError: if there is no sheet of that name, or it has a fault.
    """
    sheet = files("tawthiq").joinpath("codebook", "conventions", f"{name}.csv")
    return tuple(row.cells for row in rows(sheet))


def related(left: str, right: str) -> bool:
    """Tell whether two actors answer for one deed together.

    They do where one is part of the other or its proxy, or where both act as declared
    partners in one operation (``codebook/conventions/actor_relations.csv``). Allies
    who each command their own forces do not.
    """
    return left == right or frozenset({left, right}) in _relations()


@cache
def _relations() -> frozenset[frozenset[str]]:
    allied = convention("actor_relations")
    return frozenset(frozenset({row["left"], row["right"]}) for row in allied)
