"""The fields of each kind of value: how a form shows them and what it gives back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tawthiq.desk.phrases import codebook, plain
from tawthiq.desk.preferences import current
from tawthiq.desk.reviewing.placing import named, placed
from tawthiq.desk.typed import day_of, western
from tawthiq.errors import OptionError
from tawthiq.workflow.registers.revised import Event, Plain, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field: its key and its kind.

    The kinds are ``code``, ``number``, ``age``, ``day``, ``words``, ``rows``. A ``code`` is one of ``table`` in the codebook; ``rows`` offers other values of the
    event (a casualty row to be a part of, a candidate of a place).
    """

    key: str
    kind: str
    table: str = ""
    needed: bool = False


FIELDS: Mapping[str, tuple[Field, ...]] = {
    "event": (
        Field(key="type", kind="code", table="event_types", needed=True),
        Field(key="kind", kind="code", table="event_kinds", needed=True),
        Field(key="stance", kind="code", table="event_stances", needed=True),
    ),
    "date": (
        Field(key="start", kind="day"),
        Field(key="end", kind="day"),
        Field(key="precision", kind="code", table="date_precisions", needed=True),
    ),
    "places": (
        Field(key="name", kind="words", needed=True),
        Field(key="role", kind="code", table="place_roles", needed=True),
        Field(key="candidate", kind="rows"),
    ),
    "casualties": (
        Field(key="outcome", kind="code", table="outcomes", needed=True),
        Field(key="group", kind="code", table="groups", needed=True),
        Field(key="low", kind="number"),
        Field(key="high", kind="number"),
        Field(key="wording", kind="code", table="wordings", needed=True),
        Field(key="part_of", kind="rows"),
    ),
    "victims": (
        Field(key="name", kind="words", needed=True),
        Field(key="outcome", kind="code", table="outcomes", needed=True),
        Field(key="age", kind="age"),
        Field(key="sex", kind="code", table="sexes"),
    ),
    "perpetrators": (
        Field(key="actor", kind="code", table="actors", needed=True),
        Field(key="stance", kind="code", table="perpetrator_stances", needed=True),
    ),
    "weapons": (Field(key="code", kind="code", table="weapons", needed=True),),
    "struck": (
        Field(key="code", kind="code", table="struck", needed=True),
        Field(key="name", kind="words"),
    ),
    "attribution": (
        Field(key="name", kind="words", needed=True),
        Field(key="kind", kind="code", table="source_kinds", needed=True),
        Field(key="channel", kind="code", table="channels"),
        Field(key="stance", kind="code", table="stances", needed=True),
        Field(key="via", kind="words"),
    ),
}
FIRST = {"kind": "incident", "stance": "asserted", "precision": "day", "role": "at"}
FIRST_OF = {
    "casualties": {"outcome": "killed", "group": "people", "wording": "exact"},
    "victims": {"outcome": "killed"},
    "perpetrators": {"stance": "alleged"},
    "attribution": {"stance": "asserts", "kind": "media"},
}
"""What a form for a new value starts with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A field as a form shows it: the value in it, and the options of a choice."""

    field: Field
    label: str
    value: str
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form for one value: to correct it, or to add one."""

    target: str
    slot: str
    ruling: str
    fields: tuple[Shown, ...]
    quote: str
    start: str = ""
    end: str = ""
    rows: Mapping[str, str] = field(default_factory=dict)


def flat(slot: str, told: Plain) -> dict[str, Any]:
    """Give a value's fields by their keys."""
    found = {**told, **told.get("range", {})}
    return {one.key: found.get(one.key) for one in FIELDS[slot]}


def form_to_correct(event: Event, value: Value) -> Form:
    """Give the form that corrects a value."""
    told = value.told
    at = told.get("trigger" if value.slot == "event" else "span") or {}
    given = {**flat(value.slot, told), "part_of": value.part_of or ""}
    return Form(
        target=value.target,
        slot=value.slot,
        ruling="correct",
        fields=_shown(value.slot, given, event=event, value=value),
        quote=at.get("quote", ""),
        start=str(at.get("start", "")),
        end=str(at.get("end", "")),
    )


def form_to_add(event: Event | None, slot: str, *, span: Plain | None) -> Form:
    """Give the form that adds a value to an event, or an event where there is none."""
    quote = span["quote"] if span else ""
    given: dict[str, Any] = {**FIRST, **FIRST_OF.get(slot, {})}
    if slot in {"places", "victims", "attribution"}:
        given["name"] = quote
    return Form(
        target=f"{event.target}/{slot}" if event else "",
        slot=slot,
        ruling="add",
        fields=_shown(slot, given, event=event, value=None),
        quote=quote,
        start=str(span["start"]) if span else "",
        end=str(span["end"]) if span else "",
    )


def value_from(slot: str, asked: Mapping[str, str], *, old: Plain, text: str) -> Plain:
    """Give the value that a form tells.

    A place whose name is new is looked up in the gazetteers of the desk.

    Args:
        slot: the kind of value.
        asked: the fields of the form.
        old: what the value is now; what the form does not ask for is kept of it.
        text: the report's, in which the quote must stand.

    Raises:
        OptionError: a number or a day is none, or the quote is not in the text.
    """
    told = {one.key: _read(one, asked.get(one.key, "")) for one in FIELDS[slot]}
    span = span_from(asked, text)
    if slot == "event":
        return {**told, "trigger": span}
    if slot == "casualties":
        bounds = {key: told.pop(key) for key in ("low", "high", "wording")}
        bounds = {key: one for key, one in bounds.items() if one is not None}
        return {**told, "range": bounds, "span": span}
    if slot == "date":
        basis = old.get("basis", "stated")
        return {
            **told,
            "end": told["end"] or told["start"],
            "basis": basis,
            "span": span,
        }
    if slot == "places":
        return {
            **placed(old, str(told["name"]), told.pop("candidate")),
            **told,
            "span": span,
        }
    return {**told, "span": span}


def span_from(asked: Mapping[str, str], text: str) -> Plain | None:
    """Find the quote in the text: where the form says, else where it stands first.

    Raises:
        OptionError: it is not in the text.
    """
    quote = asked.get("quote", "").replace("\r\n", "\n")
    if not quote:
        return None
    start = asked.get("start", "")
    if start.isdecimal() and text[int(start) : int(start) + len(quote)] == quote:
        at = int(start)
    else:
        at = text.find(quote)
    if at < 0:
        raise OptionError(
            ar="الاقتباس ليس في النص بهذا اللفظ",
            en="the quote is not in the text in these words",
            where=quote[:40],
            remedy_ar="انسخ الألفاظ كما هي من النص، أو ظللها فيه",
            remedy_en="copy the words as they stand in the text, or select them there",
        )
    return {"start": at, "end": at + len(quote), "quote": quote}


def _read(one: Field, told: str) -> Any:  # noqa: ANN401
    told = told.strip()
    if not told:
        return None
    try:
        if one.kind == "number":
            return int(western(told))
        if one.kind == "age":
            return float(western(told).replace("٫", "."))
        if one.kind == "day":
            return _day(told).isoformat()
    except ValueError as fault:
        raise OptionError(
            ar=f"«{told}» لا يُفهم",
            en=f"{told!r} cannot be understood",
            where=plain(f"field_{one.key}"),
            remedy_ar="اكتب عددا صحيحا، أو يوما هكذا: ٥ آذار ٢٠٣١",
            remedy_en="write a whole number, or a day like 5 March 2031",
        ) from fault
    return told


def _day(told: str) -> date:
    found = day_of(told)
    if found is None:
        raise ValueError(told)
    return found


def _shown(
    slot: str, given: Mapping[str, Any], *, event: Event | None, value: Value | None
) -> tuple[Shown, ...]:
    return tuple(
        Shown(
            field=one,
            label=plain(f"field_{one.key}"),
            value=_written(given.get(one.key)),
            options=_options(one, event, value),
        )
        for one in FIELDS[slot]
        if one.key != "candidate" or (value and value.told.get("candidates"))
    )


def _written(given: object) -> str:
    """Write what stands in a field; a whole age without its fraction."""
    if given is None:
        return ""
    return f"{given:g}" if isinstance(given, float) else str(given)


def _options(
    one: Field, event: Event | None, value: Value | None
) -> tuple[tuple[str, str], ...]:
    none = ("", plain("field_none"))
    if one.kind == "code":
        lang = current().lang
        entries = codebook().tables[one.table].entries.values()
        found = tuple((entry.code, entry.label(lang)) for entry in entries)
        return found if one.needed else (none, *found)
    if one.key == "candidate" and value is not None:
        found = tuple(
            (candidate["place"]["id"], named(candidate["place"]))
            for candidate in value.told["candidates"]
        )
        as_is = ("", plain("field_as_is"))
        return (as_is, *found, ("none", plain("field_candidate_none")))
    if one.key == "part_of" and event is not None:
        others = [v for v in event.slot("casualties") if v is not value and v.stands]
        quotes = (
            (v.target, (v.told.get("span") or {}).get("quote", "")) for v in others
        )
        return (none, *quotes)
    return ()
