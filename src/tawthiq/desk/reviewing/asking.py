"""What a request asks of a review: a form to fill in, or a ruling to keep."""

import json
from collections.abc import Mapping

from django.http import QueryDict

from tawthiq.desk.reviewing.slots import (
    FIELDS,
    Form,
    form_to_add,
    form_to_correct,
    value_from,
)
from tawthiq.errors import OptionError
from tawthiq.model.revision import Ruling
from tawthiq.workflow.registers.revised import Plain, Value
from tawthiq.workflow.registers.revising import Ruled, UnderReview

OF_THE_MACHINE = frozenset(
    {
        "rule",
        "confidence",
        "kind_confidence",
        "type_confidence",
        "reader",
        "part_of",
    }
)
"""What a machine's value says of its making; a part is compared by its target."""


def asked_form(asked: Mapping[str, str], seen: UnderReview) -> Form | None:
    """Give the form that an address opens.

    ``?edit=`` names a value; ``?add=`` a kind of value, with ``event`` and, where words
    were selected, ``start`` and ``end`` in code points.
    """
    draft = seen.draft
    target = asked.get("edit", "")
    value = draft.value(target) if target else None
    if value is not None:
        name = target.partition("/")[0]
        event = next(
            (e for e in draft.standing() if value is e.head or value in e.values), None
        )
        return form_to_correct(event or draft.events[0], value) if name else None
    slot = asked.get("add", "")
    if slot not in FIELDS:
        return None
    span = _span(asked, seen.reading.report.text)
    if slot == "event":
        return form_to_add(None, slot, span=span)
    event = draft.event(asked.get("event", ""))
    return form_to_add(event, slot, span=span) if event else None


def asked_ruling(asked: QueryDict, seen: UnderReview, *, settles: bool) -> Ruled:
    """Give the ruling that a form tells.

    Args:
        asked: ``ruling``, ``target``, and what that ruling needs.
        seen: the report under review.
        settles: whether the person may settle what others differ on.

    Raises:
        OptionError: it is no ruling, or its value cannot be understood.
    """
    try:
        ruling = Ruling(asked.get("ruling", ""))
    except ValueError as fault:
        raise _no_ruling() from fault
    target = asked.get("target", "")
    value = seen.draft.value(target)
    given = _value(ruling, asked, seen)
    if ruling is Ruling.CORRECT and value is not None and _same(given, value):
        ruling, given = Ruling.ACCEPT, None
    return Ruled(
        target=target,
        ruling=ruling,
        value=given,
        note=asked.get("note", "")[:2000],
        settles=settles and value is not None and value.conflict,
    )


def _value(ruling: Ruling, asked: QueryDict, seen: UnderReview) -> Plain | None:
    match ruling:
        case Ruling.ACCEPT | Ruling.REJECT:
            return None
        case Ruling.CORRECT | Ruling.ADD:
            return _given(asked, seen)
        case Ruling.MERGE:
            return {"into": asked.get("into", "")}
        case Ruling.SPLIT:
            return {"targets": asked.getlist("targets")}
        case Ruling.CLOSE | Ruling.UNDO:
            raise _no_ruling()


def _given(asked: QueryDict, seen: UnderReview) -> Plain:
    """Give the value that a form tells; what it does not ask for stays as it was."""
    target = asked.get("target", "")
    value = seen.draft.value(target)
    slot = value.slot if value else target.partition("/")[2] or "event"
    if slot not in FIELDS:
        raise _no_ruling()
    told = value_from(
        slot,
        {key: asked.get(key, "") for key in asked},
        old=value.told if value else {},
        text=seen.reading.report.text,
    )
    return _without_nothing(told)


def _same(given: Plain | None, value: Value) -> bool:
    """Whether a correction says what stands already."""
    stands = {k: one for k, one in value.told.items() if k not in OF_THE_MACHINE}
    if value.part_of is not None:
        stands["part_of"] = value.part_of
    return given == stands


def _without_nothing(told: Plain) -> Plain:
    """Leave out what was not said, as records do, so that equal values are equal."""
    kept = {key: one for key, one in told.items() if one is not None}
    return dict(json.loads(json.dumps(kept, sort_keys=True)))


def _span(asked: Mapping[str, str], text: str) -> Plain | None:
    start, end = asked.get("start", ""), asked.get("end", "")
    if not (start.isdecimal() and end.isdecimal()):
        return None
    left, right = int(start), min(int(end), len(text))
    while left < right and text[left].isspace():
        left += 1
    while right > left and text[right - 1].isspace():
        right -= 1
    if left >= right:
        return None
    return {"start": left, "end": right, "quote": text[left:right]}


def _no_ruling() -> OptionError:
    return OptionError(
        ar="لا يُفهم هذا القرار",
        en="this ruling cannot be understood",
        remedy_ar="أعد تحميل الصفحة وأعد المحاولة",
        remedy_en="load the page again and try once more",
    )
