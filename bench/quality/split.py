"""Cut the dev gold into a part that is read while tuning and a part that is not.

Cut by cluster of near-duplicate texts, not by id: reposts of one text on both sides
of a cut would leak and flatter (design/reading.md measures 0.02).
"""

import hashlib
import json
import re
from functools import cache
from pathlib import Path

SHARED = Path(__file__).resolve().parents[3] / "shared"
GOLD = SHARED / "bench" / "gold"
UNSEEN_OF_16 = 2
LATE_OF_16 = 4
"""Of sixteen parts two stay unread; two more were opened late, to see what the rules
that were tuned on the rest had missed."""

ALIKE = 0.5
SHINGLE = 5


def shingles(text: str) -> set[tuple[str, ...]]:
    """Give the runs of five words of a text, letters alone."""
    words = re.findall(r"[^\W\d_]+", text)
    return {
        tuple(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1))
    }


@cache
def clusters() -> dict[str, str]:
    """Map each report of the dev gold to the first id of its cluster."""
    lines = (GOLD / "dev.reports.jsonl").read_text(encoding="utf-8").splitlines()
    reports = sorted((json.loads(x) for x in lines), key=lambda r: str(r["id"]))
    heads: list[tuple[str, set[tuple[str, ...]]]] = []
    found: dict[str, str] = {}
    for report in reports:
        own = shingles(report["text"])
        near = (
            head
            for head, other in heads
            if len(own & other) >= ALIKE * min(len(own), len(other))
        )
        found[report["id"]] = next(near, report["id"])
        heads.append((found[report["id"]], own))
    return found


def part_of(doc: str) -> str:
    """Say whether a report of the dev gold is ``seen``, ``late`` or ``unseen``."""
    head = clusters().get(doc, doc)
    first = int(hashlib.sha256(head.encode()).hexdigest()[0], 16)
    if first < UNSEEN_OF_16:
        return "unseen"
    return "late" if first < LATE_OF_16 else "seen"
