"""A new first password for who forgot theirs: given by another, changed by its owner."""

from collections.abc import Mapping

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils import translation

from tawthiq.desk.people.accounts import Account
from tawthiq.desk.people.sessions import end_sessions
from tawthiq.model.custody import Act
from tawthiq.register.services.ledger import Deed, append
from tawthiq.register.services.together import together

DEED = "password_given"
"""What the ledger calls it."""


def give(person: Account, password: str, *, by: str, reason: str = "") -> None:
    """Give a person a password that opens nothing but its change; their sessions end.

    Args:
        person: who forgot theirs.
        password: checked before; no word of it is kept but its hash.
        by: the user name of who gives it.
        reason: why; kept for good in the ledger.
    """
    told: Mapping[str, str] = {"reason": reason} if reason else {}
    with together():
        end_sessions(person, but=None, by=by)
        person.set_password(password)
        person.password_given = True
        person.save(update_fields=["password", "password_given"])
        subject = f"account:{person.get_username()}"
        body = {"deed": DEED, **told}
        append([Deed(act=Act.ACCOUNT, subject=subject, body=body)], by=by)


def faults_of(password: str, person: Account, lang: str) -> str:
    """Say why a password is too weak for a person; empty where it is not.

    Args:
        password: as typed.
        person: whose it would be.
        lang: ``ar`` or ``en``.
    """
    with translation.override(lang):
        try:
            validate_password(password, person)
        except ValidationError as fault:
            return " ".join(fault.messages)
    return ""
