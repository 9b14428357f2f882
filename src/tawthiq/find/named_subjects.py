"""Named subjects: a definite person, a name, and only then the harm that met him.

«القيادي فلان الفلاني وعدد من مرافقيه قتلوا»: the name parts the noun from its verb.
"""

from collections.abc import Container, Mapping, Sequence

from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import JOINED

NAME = 8
"""Words that a name and those joined to it may have."""

PARTY = ("nationalities", "actors")
"""Sheets of the words that may stand before the name: «القيادي الحوثي فلان»."""


def is_named_subject(
    scan: Scan, noun: Hit, *, starts: Mapping[int, Hit], harms: Container[str]
) -> bool:
    """Say whether a name and then a word of harm follow a noun.

    Args:
        scan: the sentence; ``given_names``, ``reporting`` and ``attacks`` are read.
        noun: the noun for one person.
        starts: words of harm that may follow their people, by their first word.
        harms: codes of outcomes that are harm.
    """
    at = noun.last
    party = next((h for s in PARTY for h in scan.at(at, s)), None)
    at = party.last if party is not None else at
    if "the" not in noun.means or not scan.at(at, "given_names"):
        return False
    for word in range(at, min(len(scan.tokens), at + NAME)):
        if scan.tokens[word].gap > JOINED or scan.at(word, "reporting"):
            return False
        verb = starts.get(word)
        if verb is not None:
            acts = scan.at(verb.last, "groups") or scan.at(verb.last, "number")
            return verb.code in harms and "and" not in verb.means and not acts
    return False


def harmed_by_title(scan: Scan, title: Hit) -> str | None:
    """Give what met the person of a title, where the title itself is counted harmed.

    Args:
        scan: the sentence, casualties found.
        title: the words before a name.
    """
    return next(
        (
            str(row.values["outcome"])
            for row in scan.of("casualty")
            if row.first <= title.first < row.last and row.values.get("low") == 1
        ),
        None,
    )


def outcome_of_title(title: Hit, harms: Sequence[Hit]) -> str | None:
    """Give what a title says befell who bears it: «الشهيد», «المعتقل».

    Death right before it says more: «وفاة المعتقل فلان تحت التعذيب».

    Args:
        title: the title.
        harms: the words of harm of its sentence.
    """
    if any(h.code == "killed" and h.last == title.first for h in harms):
        return "killed"
    return str(title.values.get("outcome") or "") or None
