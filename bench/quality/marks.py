"""News that we marked event by event ourselves, kept as offsets and codes.

    python bench/quality/marks.py add GOLD.jsonl

The texts are those of ``news/background.jsonl`` in ``../shared`` and stay there: of each
quote only where it stands is kept (``marks/news.jsonl``), of each text a hash. ``add``
takes marks in the form of the gold, with their quotes, and keeps them so. They follow
the gold's annotation guide; none of the texts shares a fifth of its words in runs of
five with any report of the gold.
"""

import hashlib
import json
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from split import SHARED

NEWS = SHARED / "bench" / "news" / "background.jsonl"
MARKS = Path(__file__).with_name("marks") / "news.jsonl"

Row = dict[str, Any]


def marked() -> tuple[list[Row], list[Row]]:
    """Give the marked reports and their events, in the form of the gold.

    Raises:
        ValueError: a text is no longer the one that was marked.
    """
    marks = [json.loads(line) for line in MARKS.read_text("utf-8").splitlines()]
    reports = [_texts()[mark["doc"]] for mark in marks]
    gold = []
    for mark, report in zip(marks, reports, strict=True):
        if _hash(report["text"]) != mark["sha256"]:
            message = f"{MARKS}: {mark['doc']}: the text is another one"
            raise ValueError(message)
        events = _walk(mark["events"], lambda at, text=report["text"]: text[slice(*at)])
        gold.append({**mark, "events": events})
    return reports, gold


@cache
def _texts() -> Mapping[str, Row]:
    lines = NEWS.read_text("utf-8").splitlines()
    return {row["id"]: row for row in map(json.loads, lines)}


def _walk(value: Any, quote: Any) -> Any:  # noqa: ANN401 - JSON of any depth
    """Give the same with each ``quote`` made anew."""
    if isinstance(value, list):
        return [_walk(one, quote) for one in value]
    if isinstance(value, dict):
        return {
            key: quote(one) if key == "quote" else _walk(one, quote)
            for key, one in value.items()
        }
    return value


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _kept(path: Path) -> Iterator[Row]:
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        text = _texts()[row["doc"]]["text"]

        def place(quote: str, text: str = text) -> list[int]:
            start = text.index(quote)
            return [start, start + len(quote)]

        yield {
            "doc": row["doc"],
            "sha256": _hash(text),
            "published": row["published"],
            "events": _walk(row["events"], place),
        }


def main() -> None:
    """Add marks; those of a text that was marked before take their place."""
    known = MARKS.read_text("utf-8").splitlines() if MARKS.exists() else []
    rows = {row["doc"]: row for row in map(json.loads, known)}
    rows |= {row["doc"]: row for path in sys.argv[2:] for row in _kept(Path(path))}
    MARKS.parent.mkdir(exist_ok=True)
    lines = [json.dumps(rows[doc], ensure_ascii=False) for doc in sorted(rows)]
    MARKS.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
