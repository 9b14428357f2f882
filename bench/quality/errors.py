"""List what the reader misses and what it reads wrongly, by cause, dearest first.

    python bench/quality/errors.py [--part seen|late|unseen|all] [--slot SLOT …]
                                   [--tag TAG …] [--most N] [--html FILE]
    python bench/quality/errors.py --compare COMMIT [COMMIT] [--part …]

``make errors`` writes the list to ``out/errors.md`` and a page with filters to
``out/errors.html``. Each entry gives the report, the sentence, what was expected, what
was read, by which rule, and the cause as far as rules can name it
(``phenomena/tags.py``). ``--compare`` reads with two commits, or with one and the
working tree, and lists what was won and lost. It holds words of the evaluation
material, so ``out/`` is never committed. By default only the part of dev that may be
read while tuning is listed; of ``unseen`` counts alone are ever shown.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

import material
from phenomena.compare import UNREAD, changes, told
from phenomena.faults import Fault, counted, faults_of
from phenomena.page import page
from phenomena.versions import HERE, UnknownCommitError, readings_by
from split import part_of


def faults(part: str, read: dict[str, material.Row] | None = None) -> list[Fault]:
    """Compare the gold of a part with what is read.

    Args:
        part: the part of dev.
        read: readings by report; what the code beside this reads, where not given.
    """
    scoring = material.scorer("score_reading")
    reports, gold = material.gold(part)
    if read is None:
        read = {r["report"]["id"]: r for r in material.read(reports)}
    texts = {r["id"]: r["text"] for r in reports}
    return [
        fault
        for row in gold
        for fault in faults_of(
            scoring,
            row,
            read[row["doc"]],
            text=texts[row["doc"]],
            part=part_of(row["doc"]),
        )
    ]


def listed(found: Sequence[Fault], *, slots: Sequence[str], most: int) -> Iterator[str]:
    """Give the faults as lines of Markdown: counts by cause, then one by one."""
    yield "| slot | cause | missed | spurious | open | cost |"
    yield "|---|---|---:|---:|---:|---:|"
    table = counted(found)
    for slot, tag, row in table:
        counts = " | ".join(str(row[s]) for s in ("missed", "spurious", "open", "cost"))
        yield f"| {slot} | {tag} | {counts} |"
    cost = {(slot, tag): row["cost"] for slot, tag, row in table}
    ordered = sorted(found, key=lambda f: (-cost[f.slot, f.tag], f.slot, f.tag, f.doc))
    for (slot, tag), group in groupby(ordered, key=lambda f: (f.slot, f.tag)):
        if slots and slot not in slots:
            continue
        yield f"\n## {slot}: {tag}\n"
        yield from _entries([f for f in group if f.part != UNREAD][:most])


def _entries(found: Sequence[Fault]) -> Iterator[str]:
    for f in found:
        yield (
            f"- **{f.sign}** {f.value} «{f.quote}» · rule `{f.rule}` · {f.doc}"
            f"\n  > {f.sentence}"
        )
        if f.beside:
            yield f"  {f.beside}"


def compared(versions: Sequence[str], part: str) -> Iterator[str]:
    """Read with two versions and say what was won and lost, as Markdown."""
    one, two = (*versions, HERE)[:2]
    before, after = (
        faults(part, readings_by(version, part, shared=material.SHARED))
        for version in (one, two)
    )
    yield f"# {one} → {two} ({part})\n"
    yield from told(changes(before, after))


def asked_of(words: Sequence[str] | None = None) -> argparse.Namespace:
    """Understand the command line."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument(
        "--part", choices=("seen", "late", "unseen", "all", "marked"), default="seen"
    )
    ask.add_argument("--slot", nargs="+", default=[])
    ask.add_argument("--tag", nargs="+", default=[])
    ask.add_argument("--most", type=int, default=10_000)
    ask.add_argument("--html", type=Path, help="write the page with filters here")
    ask.add_argument("--compare", nargs="+", metavar="COMMIT")
    asked = ask.parse_args(words)
    if asked.compare and len(asked.compare) > 2:  # noqa: PLR2004
        ask.error("--compare takes one commit or two")
    return asked


def main() -> int:
    """Print the faults, the cause that costs most first."""
    asked = asked_of()
    if not material.SHARED.is_dir():
        print(
            f"make errors: {material.SHARED} is absent: there is nothing to compare with"
        )
        return 0
    if asked.compare:
        try:
            print("\n".join(compared(asked.compare, asked.part)))
        except UnknownCommitError as fault:
            print(f"errors.py: git knows no commit {fault}", file=sys.stderr)
            return 2
        return 0
    found = [f for f in faults(asked.part) if not asked.tag or f.tag in asked.tag]
    print("\n".join(listed(found, slots=asked.slot, most=asked.most)))
    if asked.html:
        asked.html.write_text(page(found), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
