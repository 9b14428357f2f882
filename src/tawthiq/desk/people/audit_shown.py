"""An entry of the ledger as people read it: on what, with a way there, and what it says."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.urls import reverse

from tawthiq.desk.phrases import phrases, plain
from tawthiq.register.models import LedgerRow, ReportRow

DIGEST = re.compile(r"[0-9a-f]{64}")
SHORT = 12
"""Letters of a hash that tell it from others on a page."""
TOLD = (
    *("name", "title", "deed", "role", "active", "ruling", "verdict", "reason", "note"),
    *("claims", "incidents", "reports", "sessions", "size", "form", "profile"),
)
"""What of an entry is said in short, in this order; the rest unfolds."""
CODES = {"role": "role", "verdict": "incident_verdict"}
"""How the phrases of a key's codes begin, where they are those of another page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownEntry:
    """One entry: ``on`` names what was acted on, ``address`` leads there if anything does.

    ``says`` are the words and values said in short, ``whole`` is the entry's own text.
    """

    row: LedgerRow
    on: str
    address: str
    says: tuple[tuple[str, str], ...]
    whole: str


def shown(rows: Sequence[LedgerRow]) -> list[ShownEntry]:
    """Put entries into words; what reports are called is asked once for all."""
    bodies = [json.loads(row.body) for row in rows]
    names = [_report(row, body) for row, body in zip(rows, bodies, strict=True)]
    titles = _titles({name for name in names if name})
    return [
        ShownEntry(
            row=row,
            on=titles.get(name) or _short(row.subject),
            address=reverse("reviewing:report", args=[name]) if name in titles else "",
            says=tuple(_says(body)),
            whole=row.body,
        )
        for row, body, name in zip(rows, bodies, names, strict=True)
    ]


def _report(row: LedgerRow, body: dict[str, object]) -> str:
    """Name the report that an entry is about; empty where it is about none."""
    if row.subject.startswith("report:"):
        return row.subject.removeprefix("report:").rpartition(":")[0]
    told = body.get("report")
    return told if isinstance(told, str) else ""


def _titles(names: set[str]) -> dict[str, str]:
    rows = ReportRow.objects.filter(name__in=names).order_by("revision")
    return {
        row["name"]: row["title"] or _short(row["name"])
        for row in rows.values("name", "title")
    }


def _short(told: str) -> str:
    return DIGEST.sub(lambda found: f"{found.group()[:SHORT]}…", told)


def _says(body: dict[str, object]) -> Iterator[tuple[str, str]]:
    for key in TOLD:
        value = body.get(key)
        if value is None or value == "" or isinstance(value, list | dict):
            continue
        yield plain(f"audit_{key}"), _value(key, value)


def _value(key: str, value: object) -> str:
    if isinstance(value, bool):
        return plain("people_state_open" if value else "people_state_closed")
    word = f"{CODES.get(key, f'audit_{key}')}_{value}"
    return plain(word) if word in phrases()["ar"] else _short(str(value))
