"""Harm pronouns: harm told of somebody named before: «استهدف شابا … ما أدى إلى مقتله».

A noun of harm with a pronoun takes the nearest person before it who agrees in number
and sex, where the sentence says that the harm came of what it tells («أدى إلى»,
«بمقتله»): «بعد مقتله» may speak of somebody else's death long ago. So does a verb
behind «ف» («أطلقوا النار على مختار القرية فقتلوه»).
"""

from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan

HARMS = frozenset({"killed", "injured", "missing", "detained", "abducted"})
"""Outcomes that a pronoun may tell of."""

_AGREE = {"ه": (1, "m"), "ها": (1, "f"), "هما": (2, ""), "هم": (3, "")}
_CAME_OF_IT = {"in", "for"}
_BODILY = {"killed", "injured"}


def harms_of_pronoun(scan: Scan) -> list[Hit]:
    """Give the nouns of harm that have a pronoun, and that came of what is told.

    Args:
        scan: the sentence; its sheet ``outcomes`` is read.
    """
    hits = scan.of("outcomes")
    caused = {h.last for h in hits if h.code == "happen"}
    return [
        h
        for h in hits
        if h.code in HARMS
        and h.suffix in _AGREE
        and (
            "then" in h.means
            if h.values["side"] == "both"
            else h.values["side"] == "after" and (h.first in caused or _came_of_it(h))
        )
    ]


def _came_of_it(harm: Hit) -> bool:
    return harm.code in _BODILY and not _CAME_OF_IT.isdisjoint(harm.means)


def is_harm_of(harm: Hit, *, low: object, sex: str) -> bool:
    """Tell whether a pronoun agrees with the people counted before it.

    Args:
        harm: a noun of harm with a pronoun.
        low: how many they are; None where the count is vague.
        sex: ``m``, ``f`` or empty, as their noun says.
    """
    count, told = _AGREE[harm.suffix]
    if sex and told and sex != told:
        return False
    many = not isinstance(low, int) or low >= count
    return many if count > _AGREE["هما"][0] else low == count
