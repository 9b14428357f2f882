"""Reasons: the parts of a link's score in words, for whoever decides on it."""

from functools import cache

from tawthiq.lang.conventions import convention
from tawthiq.model.incident import Reason
from tawthiq.model.link import Link


def reasons_of(link: Link) -> tuple[tuple[Reason, float], ...]:
    """Give why two events were held for one or for two, the strongest part first.

    Args:
        link: a link that the model made; what a person decided has that person's
            reason beside it instead.

    Returns:
        Each part with what it adds to the log-odds: above zero for one, below for two.
    """
    words = _words()
    # A register keeps links that earlier weights made; a part they lack has its name.
    told = ((name, *words.get(name, (name, name)), value) for name, value in link.parts)
    return tuple((Reason(rule=n, ar=ar, en=en), value) for n, ar, en, value in told)


@cache
def _words() -> dict[str, tuple[str, str]]:
    return {
        row["feature"]: (row["ar"], row["en"]) for row in convention("link_reasons")
    }
