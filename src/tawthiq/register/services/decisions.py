"""Decisions of people: appended with their reasons, never edited; undone by another."""

import json
from collections.abc import Iterator

from tawthiq.errors import RegisterError
from tawthiq.model.custody import Act
from tawthiq.model.decision import Decision, Verdict
from tawthiq.register.models import DecisionRow
from tawthiq.register.services.digests import decision_digest
from tawthiq.register.services.ledger import Deed, append, now
from tawthiq.register.services.together import together


def decide(
    verdict: Verdict,
    groups: tuple[tuple[str, ...], ...],
    *,
    by: str,
    reason: str,
    value: str = "",
    reverses: int | None = None,
) -> Decision:
    """Keep a decision.

    Raises:
        RegisterError: no reason is given.
    """
    if not reason.strip():
        raise RegisterError(
            ar="لا قرار بلا سبب",
            en="no decision without a reason",
            where="--reason",
            remedy_ar="اكتب السبب: --reason «…»",
            remedy_en='say why: --reason "…"',
        )
    at = now()
    with together():
        row = DecisionRow(
            at=at,
            by=by,
            verdict=verdict,
            targets=json.dumps(groups, ensure_ascii=False),
            value=value,
            reason=reason,
            reverses_id=reverses,
        )
        row.digest = decision_digest(row)
        row.save()
        body = {"verdict": str(verdict), "reason": reason, "digest": row.digest}
        deed = Deed(act=Act.DECIDED, subject=f"decision:{row.pk}", body=body)
        append([deed], by=by, at=at)
    return _decision(row)


def all_decisions() -> Iterator[Decision]:
    """Give every decision, oldest first, those undone among them."""
    yield from map(_decision, DecisionRow.objects.order_by("pk").iterator(500))


def in_force() -> list[Decision]:
    """Give the decisions that nobody undid, oldest first."""
    told = list(all_decisions())
    undone = {d.reverses for d in told if d.reverses is not None}
    # An undoing that was itself undone leaves its decision in force.
    standing = {d.number for d in told if d.number not in undone}
    lifted = {d.reverses for d in told if d.reverses and d.number in standing}
    return [d for d in told if d.number not in lifted and d.verdict != Verdict.UNDO]


def decision(number: int) -> Decision:
    """Give one decision.

    Raises:
        RegisterError: there is none of that number.
    """
    row = DecisionRow.objects.filter(pk=number).first()
    if row is None:
        raise RegisterError(
            ar="لا قرار بهذا الرقم",
            en="there is no decision of that number",
            where=str(number),
            remedy_ar="اعرض القرارات: tawthiq incidents decisions",
            remedy_en="list them with tawthiq incidents decisions",
        )
    return _decision(row)


def _decision(row: DecisionRow) -> Decision:
    return Decision(
        number=row.pk,
        at=row.at,
        by=row.by,
        verdict=Verdict(row.verdict),
        groups=tuple(tuple(group) for group in json.loads(row.targets)),
        reason=row.reason,
        value=row.value,
        reverses=row.reverses_id,
    )
