"""Cases: golden reports of a pack, in Markdown that a recorder can write and review.

A case gives quotes; the harness finds their offsets and demands that each is unique::

    # Part of the total, not added to it

    published: 2031-03-05

    > قُتل أربعة مدنيين، بينهم طفلتان، مساء الثلاثاء قرب البئر.

    | slot | quote | expect |
    |---|---|---|
    | casualty | أربعة مدنيين | killed civilians 4 4 |
    | casualty | طفلتان | killed children 2 2 |

    must not: casualty 6 · perpetrator

``expect`` lists codes and numbers that the value must hold; ``must not`` names slots
that must stay empty, or a slot with a number or code that it must not hold.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib.resources.abc import Traversable
from typing import Any

from tawthiq.lang.faults import Fault
from tawthiq.lang.language import pack_folder
from tawthiq.model.reading_format import reading_to_dict
from tawthiq.model.report import Report
from tawthiq.model.vocabulary import PublishedBasis
from tawthiq.workflow.reading import Reader

SLOTS = {
    "place": "places",
    "perpetrator": "perpetrators",
    "weapon": "weapons",
    "struck": "struck",
    "casualty": "casualties",
    "victim": "victims",
    "attribution": "attribution",
}
_ROW = re.compile(r"\|\s*(?P<slot>[a-z]+)\s*\|(?P<quote>[^|]*)\|(?P<expect>[^|]*)\|")
_PUBLISHED = re.compile(r"published:\s*(\d{4}-\d{2}-\d{2})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """A row of a case's table."""

    slot: str
    quote: str
    expect: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One golden report."""

    title: str
    file: str
    line: int
    text: str
    published: date | None
    expected: tuple[Expected, ...]
    barred: tuple[str, ...]


def cases(name: str) -> Iterator[Case]:
    """Give the cases of a pack."""
    folder = pack_folder(name).joinpath("cases")
    if folder.is_dir():
        for source in sorted(folder.iterdir(), key=lambda p: p.name):
            if source.name.endswith(".md"):
                yield from _cases(source)


def _cases(source: Traversable) -> Iterator[Case]:
    lines = source.read_text(encoding="utf-8-sig").splitlines()
    heads = [n for n, line in enumerate(lines) if line.startswith("# ")]
    for head, after in zip(heads, [*heads[1:], len(lines)], strict=True):
        yield _case(lines[head:after], head + 1, source.name)


def _case(lines: list[str], line: int, file: str) -> Case:
    published = next((m for x in lines if (m := _PUBLISHED.match(x))), None)
    rows = (
        (n, m)
        for n, x in enumerate(lines)
        if (m := _ROW.match(x)) and m["slot"] != "slot"
    )
    barred = next((x for x in lines if x.startswith("must not:")), "must not:")
    return Case(
        title=lines[0].removeprefix("# ").strip(),
        file=file,
        line=line,
        text="\n".join(x.removeprefix(">").strip() for x in lines if x.startswith(">")),
        published=date.fromisoformat(published[1]) if published else None,
        expected=tuple(
            Expected(
                slot=m["slot"],
                quote=m["quote"].strip(),
                expect=tuple(m["expect"].split()),
                line=line + n,
            )
            for n, m in rows
        ),
        barred=tuple(
            b.strip() for b in barred.removeprefix("must not:").split("·") if b.strip()
        ),
    )


def check_cases(name: str, reader: Reader) -> Iterator[Fault]:
    """Read every case of a pack and give what differs from what it expects."""
    for case in cases(name):
        report = Report(
            id=f"{case.file}:{case.line}",
            text=case.text,
            language=name,
            published=case.published,
            published_basis=PublishedBasis.GIVEN if case.published else None,
        )
        events: list[Any] = reading_to_dict(reader.read(report))["events"]  # type: ignore[assignment]
        yield from _missing(case, events)
        yield from _barred(case, events)


def values_of(events: list[Any], slot: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Give the quote and the words of each value that a slot holds in any event."""
    for event in events:
        if slot == "event":
            yield event["trigger"]["quote"], _words(event)
        elif slot == "date":
            if event["date"] is not None:
                yield (
                    (event["date"]["span"] or {}).get("quote", ""),
                    _words(event["date"]),
                )
        else:
            for value in event[SLOTS[slot]]:
                yield value["span"]["quote"], _words(value)


def _words(value: dict[str, Any]) -> frozenset[str]:
    plain = (v for v in value.values() if not isinstance(v, dict | list))
    return frozenset("-" if v is None else str(v) for v in plain)


def _missing(case: Case, events: list[Any]) -> Iterator[Fault]:
    for row in case.expected:
        if row.quote and case.text.count(row.quote) != 1:
            yield _fault(case, row.line, value=row.quote, saying=_NOT_ONE)
            continue
        found = list(values_of(events, row.slot))
        if not any(
            (not row.quote or quote == row.quote) and set(row.expect) <= words
            for quote, words in found
        ):
            got = " · ".join(f"«{q}» {' '.join(sorted(w))}" for q, w in found) or "-"
            expected = f"{row.slot} «{row.quote}» {' '.join(row.expect)}"
            saying = (f"لم يُقرأ؛ المقروء: {got}", f"not read; read: {got}")
            yield _fault(case, row.line, value=expected, saying=saying)


def _barred(case: Case, events: list[Any]) -> Iterator[Fault]:
    for barred in case.barred:
        slot, *rest = barred.split()
        for quote, words in values_of(events, slot):
            if set(rest) <= words:
                value = f"{barred}: «{quote}»"
                yield _fault(case, case.line, value=value, saying=_BARRED)


_NOT_ONE = (
    "الاقتباس غير وحيد في النص",
    "the quote does not stand just once in the text",
)
_BARRED = ("قُرئ ما لا ينبغي", "read, and must not be")


def _fault(case: Case, line: int, *, value: str, saying: tuple[str, str]) -> Fault:
    return Fault(
        file=case.file,
        line=line,
        value=value,
        ar=f"{case.title}: {saying[0]}",
        en=f"{case.title}: {saying[1]}",
        remedy_ar="أصلح القاعدة أو الحالة",
        remedy_en="mend the rule or the case",
    )
