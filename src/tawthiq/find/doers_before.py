"""Doers before their object: «قتل شاب فلسطيني جنديا», «قتل مسلح 38 سائحا».

Arabic lets who did it stand between the verb and whom it harmed; the case of the second
noun, or its number, says that the first was not harmed.
"""

from collections.abc import Iterable

from tawthiq.find.count_doers import doer_end
from tawthiq.find.count_nouns import Phrase, is_object
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import JOINED

_ONE_OR_TWO = frozenset({"single", "dual"})
_BEFORE_PEOPLE = frozenset({"both", "after"})
"""Sides of ``outcomes.csv`` of words behind which people stand."""


def does(scan: Scan, count: Hit, after: Hit | None, *, harms: Iterable[Hit]) -> bool:
    """Tell whether one or two do what a verb says: «قتل مسلح 38 سائحا», «قتل قناص طفلا».

    Args:
        scan: the sentence.
        count: the people counted.
        after: those counted next, if any.
        harms: the words of harm of the sentence.
    """
    form = count.values["_form"]
    if after is None or form not in _ONE_OR_TWO or count.values["_object"]:
        return False
    taken = bool(after.values["_object"])
    if form == "single":
        taken = taken or after.values["_form"] in {"counted", "vague"}
    verb = any(
        h.last == count.first and h.values["side"] in _BEFORE_PEOPLE for h in harms
    )
    beside = after.first == doer_end(scan, count.first, count.last)
    joined = "and" in after.means or scan.tokens[after.first].gap != JOINED
    return taken and verb and beside and not joined


def is_done_to(scan: Scan, doer: Phrase, phrase: Phrase) -> bool:
    """Tell whether a noun is whom the one before it harmed: «قتل شاب فلسطيني جنديا».

    Args:
        scan: the sentence.
        doer: the people right behind a word of harm.
        phrase: those named next.
    """
    if phrase.form != "single" or "and" in phrase.hit.means:
        return False
    if is_object(scan, doer.hit.last) or not is_object(scan, phrase.hit.last):
        return False
    return doer_end(scan, doer.first, doer.last) == phrase.first
