"""The register that this desk serves, as the workflow takes it."""

from dataclasses import replace

from django.conf import settings
from django.contrib.auth.models import AnonymousUser

from tawthiq.desk.people.accounts import Account
from tawthiq.workflow.registers.opening import Register


def register_for(person: Account | AnonymousUser) -> Register:
    """Give the open register, in the name of the person who acts.

    Raises:
        RuntimeError: the desk serves none yet.
    """
    register: Register | None = settings.REGISTER
    if register is None:
        msg = "no register is open: `tawthiq.desk.serving.open_desk` opens one"
        raise RuntimeError(msg)
    return replace(register, by=person.get_username())
