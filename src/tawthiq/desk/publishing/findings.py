"""What the second person looks at before agreeing: what changes, and what could harm."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from tawthiq.workflow.publishing.sites import Prepared, Risk

MOST_SHOWN = 200
"""Risks of each kind that the page lists; all are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Risks:
    """The risks of one kind: how many, and the first of them as incident and what."""

    kind: str
    number: int
    some: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What a publication would show: counts of incidents and changes, and the risks."""

    shown: int
    withheld: int
    first: bool
    new: int
    corrected: int
    gone: int
    risks: Sequence[Risks]


def findings_of(prepared: Prepared, risks: Sequence[Risk]) -> Findings:
    """Sum up what a publication would show."""
    about, edition = prepared.publication.about, prepared.edition
    return Findings(
        shown=about.incidents,
        withheld=about.withheld,
        first=edition.first,
        new=len(edition.new),
        corrected=len(edition.corrected),
        gone=len(edition.gone),
        risks=summed(risks),
    )


def summed(risks: Sequence[Risk]) -> list[Risks]:
    """Count risks by kind, and keep the first of each."""
    counts = Counter(str(risk.kind) for risk in risks)
    return [_some(risks, kind, number) for kind, number in counts.items()]


def to_text(findings: Findings) -> str:
    """Give findings as text to keep."""
    return json.dumps(asdict(findings), ensure_ascii=False, sort_keys=True)


def from_text(text: str) -> Findings | None:
    """Give findings back; None where there are none yet."""
    if not text:
        return None
    told = json.loads(text)
    told["risks"] = [Risks(**one) for one in told["risks"]]
    return Findings(**told)


def _some(risks: Sequence[Risk], kind: str, number: int) -> Risks:
    own = [(one.incident, one.what) for one in risks if one.kind == kind]
    return Risks(kind=kind, number=number, some=own[:MOST_SHOWN])
