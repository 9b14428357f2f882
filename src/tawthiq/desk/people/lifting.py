"""Who lost telephone, key and codes: an admin lifts the second step, and it is told.

Nothing is kept beside the ledger: its entry says who lifted whose second step, when and
why, and the person reads it when they next enter.
"""

import json
from dataclasses import dataclass
from datetime import datetime

from django_otp.plugins.otp_static.models import StaticDevice

from tawthiq.desk.people import second_step
from tawthiq.desk.people.accounts import Account
from tawthiq.desk.people.passkeys import Passkey
from tawthiq.desk.people.sessions import end_sessions
from tawthiq.model.custody import Act
from tawthiq.register.models import LedgerRow
from tawthiq.register.services.ledger import Deed, append
from tawthiq.register.services.together import together

DEED = "second_step_lifted"
"""What the ledger calls it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifting:
    """One lifting of a second step: by whom, when (UTC) and why."""

    by: str
    at: datetime
    reason: str


def lift(person: Account, *, by: str, reason: str) -> bool:
    """Take away a person's device, passkeys and codes, and end their sessions.

    Args:
        person: whose second step it is.
        by: the user name of who lifts it.
        reason: why; kept for good in the ledger.

    Returns:
        Whether there was a second step to lift; nothing is done where there was none.
    """
    with together():
        if not second_step.is_asked_of(person):
            return False
        Passkey.objects.filter(person=person).delete()
        second_step.give_up(person)
        StaticDevice.objects.filter(user=person).delete()
        end_sessions(person, but=None, by=by)
        body = {"deed": DEED, "reason": reason}
        append([Deed(act=Act.ACCOUNT, subject=_subject(person), body=body)], by=by)
    return True


def lifted_since(person: Account, moment: datetime | None) -> Lifting | None:
    """Give the latest lifting of a person's second step since a moment.

    Args:
        person: whose.
        moment: when they last entered; from the beginning where they never did.
    """
    rows = LedgerRow.objects.filter(subject=_subject(person), act=Act.ACCOUNT.value)
    for row in rows.order_by("-number"):
        at = datetime.fromisoformat(row.at)
        if moment is not None and at <= moment:
            return None
        told = json.loads(row.body)
        if told.get("deed") == DEED:
            return Lifting(by=row.by, at=at, reason=told["reason"])
    return None


def _subject(person: Account) -> str:
    return f"account:{person.get_username()}"
