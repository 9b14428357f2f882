"""The faults as one page that asks nobody for anything: filters, sentences, counts."""

import json
from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from hashlib import sha256
from html import escape
from pathlib import Path

from phenomena.compare import UNREAD
from phenomena.faults import Fault, counted
from phenomena.tags import labels

ROOM = Path(__file__).parent
SIGNS = ("missed", "spurious", "open", "cost")


def page(faults: Sequence[Fault]) -> str:
    """Draw the faults; of the part that is not read the counts alone.

    Returns:
        A whole page: style, script and data stand in it, and its policy allows
        nothing from anywhere else.
    """
    style, script = (
        (ROOM / name).read_text(encoding="utf-8") for name in ("page.css", "page.js")
    )
    readable = [asdict(f) for f in faults if f.part != UNREAD]
    hidden = len(faults) - len(readable)
    filled = {
        "policy": f"default-src 'none'; style-src '{_hash(style)}';"
        f" script-src '{_hash(script)}'; base-uri 'none'; form-action 'none'",
        "style": style,
        "note": f"{len(faults)} خطأ، منها {hidden} في الجزء الذي لا يقرؤه أحد"
        f' · <span lang="en" dir="ltr">{len(faults)} faults, {hidden} of them in the part'
        " that nobody reads</span>",
        "table": "".join(_rows(faults)),
        "data": _data({"faults": readable, "labels": labels()}),
        "script": script,
    }
    made = (ROOM / "page.html").read_text(encoding="utf-8")
    for name, value in filled.items():
        made = made.replace(f"@{name}@", value)
    return made


def _rows(faults: Iterable[Fault]) -> Iterator[str]:
    names = labels()
    for slot, tag, row in counted(faults):
        cells = "".join(f'<td class="n">{row[sign]}</td>' for sign in SIGNS)
        ar, en = names[tag]
        yield (
            f'<tr data-slot="{escape(slot)}" data-tag="{escape(tag)}">'
            f"<td>{escape(slot)}</td><td>{escape(ar)}<br>"
            f'<span lang="en" dir="ltr">{escape(en)}</span></td>{cells}</tr>'
        )


def _data(value: object) -> str:
    """Write JSON that no text inside it can end: a report may say ``</script>``."""
    told = json.dumps(value, ensure_ascii=False)
    return told.replace("<", "\\u003c").replace("@", "\\u0040")


def _hash(source: str) -> str:
    return f"sha256-{b64encode(sha256(source.encode()).digest()).decode('ascii')}"
