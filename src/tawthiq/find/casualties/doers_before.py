"""Doers before their object: «قتل شاب فلسطيني جنديا», «قتل مسلح 38 سائحا».

Arabic lets who did it stand between the verb and whom it harmed; the case of the second
noun, or its number, says that the first was not harmed.
"""

from collections.abc import Iterable

from tawthiq.find.casualties.doers import doer_end
from tawthiq.find.casualties.nouns import UNARMED, Phrase, harms_another, is_object
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import JOINED

_ONE_OR_TWO = frozenset({"single", "dual"})
_BEFORE_PEOPLE = frozenset({"both", "after"})
"""Sides of ``outcomes.csv`` of words behind which people stand."""


def does(scan: Scan, count: Hit, after: Hit | None, *, harms: Iterable[Hit]) -> bool:
    """Tell whether one or two do what a verb says: «قتل مسلح 38 سائحا», «قتل قناص طفلا».

    Fighters behind a verb that no passive is written like («اغتال مسلحان رئيس …») do.

    Args:
        scan: the sentence.
        count: the people counted.
        after: those counted next, if any.
        harms: the words of harm of the sentence.
    """
    form = count.values["_form"]
    if _murders(scan, count, harms):
        return True
    if after is None or form not in _ONE_OR_TWO or count.values["_object"]:
        return False
    taken = bool(after.values["_object"])
    if form == "single":
        taken = taken or after.values["_form"] in {"counted", "vague"}
    verbs = [
        h for h in harms
        if h.last == count.first and h.values["side"] in _BEFORE_PEOPLE
    ]  # fmt: skip
    if count.values["_group"] == "combatants":
        man = form == "single" and count.values["_sex"] == "m"
        woman = after.values["_group"] in UNARMED and after.values["_sex"] != "m"
        taken = taken or (man and woman)
        taken = taken or any(h.values["side"] == "after" for h in verbs)
    beside = after.first == doer_end(scan, count.first, count.last)
    joined = "and" in after.means or scan.tokens[after.first].gap != JOINED
    return taken and bool(verbs) and beside and not joined


def _murders(scan: Scan, count: Hit, harms: Iterable[Hit]) -> bool:
    """«اغتال مسلحان يستقلان دراجة نارية القاضي …»: a title stands behind the doers."""
    return (
        count.values["_group"] == "combatants"
        and count.values["_form"] in _ONE_OR_TWO
        and not count.means
        and any(h.last == count.first and h.values["side"] == "after" for h in harms)
        and any(
            "the" in h.means or h.values.get("code") == "official"
            for h in scan.at(doer_end(scan, count.first, count.last), "titles")
        )
    )


def is_done_to(scan: Scan, harm: Hit | None, *, doer: Phrase, phrase: Phrase) -> bool:
    """Tell whether a noun is whom the one before it harmed: «قتل شاب فلسطيني جنديا».

    Args:
        scan: the sentence.
        harm: the word of harm, if any.
        doer: the people right behind it.
        phrase: those named next.
    """
    if harm is None or phrase.form != "single" or "and" in phrase.hit.means:
        return False
    sure = harm.values["side"] == "after" and doer.group == "combatants"
    taken = is_object(scan, phrase.hit.last) and not is_object(scan, doer.hit.last)
    taken = taken or harms_another(
        doer.hit.values, phrase.hit.values, group=doer.group, other=phrase.group
    )
    if not sure and not taken:
        return False
    return doer_end(scan, doer.first, doer.last) == phrase.first
