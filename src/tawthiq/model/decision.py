"""Decision: what a person ruled, with the reason; it stands beside the machine's."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from tawthiq.model.link import Judgement, Link


class Verdict(StrEnum):
    """What a decision does."""

    MERGE = "merge"
    SPLIT = "split"
    UNLINK = "unlink"
    GRADE = "grade"
    REVIEW = "review"
    UNDO = "undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A ruling over groups of events, named by their keys as they stood then.

    ``value`` is what was ruled, where the verdict has one (a grade). ``reverses`` is
    the number of the decision that this one undoes.
    """

    number: int
    at: str
    by: str
    verdict: Verdict
    groups: tuple[tuple[str, ...], ...]
    reason: str
    value: str = ""
    reverses: int | None = None

    def links(self) -> tuple[Link, ...]:
        """Give the ruling as links: each event of one group with each of the others."""
        joined = {Verdict.MERGE: Judgement.POSITIVE}
        parted = {Verdict.SPLIT: Judgement.NEGATIVE, Verdict.UNLINK: Judgement.NEGATIVE}
        judgement = {**joined, **parted}.get(self.verdict)
        if judgement is None:
            return ()
        return tuple(
            Link(
                left=min(pair),
                right=max(pair),
                judgement=judgement,
                score=0.0,
                parts=(),
                by=self.by,
            )
            for at, left in enumerate(self.groups)
            for right in self.groups[at + 1 :]
            for pair in product(left, right)
        )
