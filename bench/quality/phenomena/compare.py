"""Two readings of the same reports: which faults are gone, and which are new."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from phenomena.faults import Fault

UNREAD = "unseen"
"""The part whose texts nobody reads: of it figures alone are shown."""


class Change(NamedTuple):
    """Faults that one version has and the other has not."""

    won: tuple[Fault, ...]
    lost: tuple[Fault, ...]


def changes(before: Iterable[Fault], after: Iterable[Fault]) -> Change:
    """Say what was won and what was lost.

    A fault that both have is neither; one that stands twice before and once after was
    won once.
    """
    one, two = tuple(before), tuple(after)
    return Change(won=_without(one, two), lost=_without(two, one))


def _without(faults: Sequence[Fault], others: Sequence[Fault]) -> tuple[Fault, ...]:
    left = Counter(f.key for f in others)
    kept: list[Fault] = []
    for fault in faults:
        if left[fault.key]:
            left[fault.key] -= 1
        else:
            kept.append(fault)
    return tuple(kept)


def told(change: Change) -> Iterator[str]:
    """Give the change as lines of Markdown: by slot, then by report.

    Of the part that is not read only the counts by slot are told.
    """
    won, lost = (Counter(f.slot for f in side) for side in change)
    yield "| slot | won | lost | net |"
    yield "|---|---:|---:|---:|"
    for slot in sorted(won | lost, key=lambda s: (lost[s] - won[s], s)):
        yield f"| {slot} | {won[slot]} | {lost[slot]} | {won[slot] - lost[slot]:+} |"
    both = won.total(), lost.total()
    yield f"| **all** | {both[0]} | {both[1]} | {both[0] - both[1]:+} |"
    for side, faults in zip(("won · كُسب", "lost · خُسر"), change, strict=True):
        readable = [f for f in faults if f.part != UNREAD]
        if readable:
            yield f"\n## {side}\n"
        yield from _by_report(readable)


def _by_report(faults: Iterable[Fault]) -> Iterator[str]:
    doc = None
    for fault in sorted(faults, key=lambda f: (f.doc, f.slot, f.value)):
        if fault.doc != doc:
            doc = fault.doc
            yield f"\n### {doc}\n"
        yield (
            f"- {fault.slot} · {fault.tag} · {fault.sign} {fault.value}"
            f" «{fault.quote}» · `{fault.rule}`"
        )
