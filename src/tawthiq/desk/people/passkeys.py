"""Passkeys: a key in a person's own device signs what the desk draws (WebAuthn).

They are a second step of entering, beside codes. A browser lets a key answer only the
address it was made at, so a page that imitates the desk gets nothing. What is checked,
and that in which order, is `fido2`'s: W3C Web Authentication Level 2, 7.1 and 7.2; the
origin must be the desk's own to the letter, and a counter that stands still tells of a
copied key (7.2, step 21).
"""

import json
import struct
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from ipaddress import ip_address
from typing import Any

from cryptography.exceptions import UnsupportedAlgorithm
from django.db import models
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from fido2.server import Fido2Server
from fido2.utils import websafe_encode
from fido2.webauthn import (
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from tawthiq.desk.people.accounts import Account
from tawthiq.desk.phrases import plain

WAITING_SECONDS = 300
"""How long what was drawn waits for its signature."""
MOST_CHARACTERS = 64 * 1024
"""What a browser may say of a key; a real one says some hundred characters."""
_KEY = "passkey"
_NO_KEY = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    RecursionError,
    TypeError,
    UnsupportedAlgorithm,
    ValueError,
    struct.error,
)
"""How `fido2` meets what is no key's answer, or not the one that was asked for."""


class Passkey(models.Model):
    """A key that a person showed the desk: its public half, and where it is good.

    ``host`` is the name that the desk had in the browser; ``counted`` what the key
    counted when it last signed, 0 where it does not count.
    """

    person = models.ForeignKey(
        Account, on_delete=models.CASCADE, related_name="passkeys"
    )
    name = models.CharField(max_length=60)
    credential = models.CharField(max_length=1400, unique=True)
    public = models.BinaryField()
    host = models.CharField(max_length=253)
    counted = models.BigIntegerField(default=0)
    made = models.DateTimeField()
    used = models.DateTimeField(null=True)

    class Meta:
        """The first made stands first."""

        ordering = ("made", "pk")


def host_of(request: HttpRequest) -> str:
    """Give the name that the desk has in this browser, without the port."""
    whole = request.get_host()
    host = whole if whole.endswith("]") else whole.rpartition(":")[0] or whole
    return host.strip("[]").lower()


def is_named(request: HttpRequest) -> bool:
    """Whether the desk was asked for by a name: browsers keep no keys for a number."""
    try:
        ip_address(host_of(request))
    except ValueError:
        return True
    return False


def by_name(request: HttpRequest) -> str:
    """Give the address of this page by the name of this computer."""
    return f"http://localhost:{request.get_port()}{request.get_full_path()}"


def draw_making(request: HttpRequest, person: Account, name: str) -> str:
    """Draw what a new key is to sign; give what the browser is told, as JSON."""
    known = [_public(one) for one in _good_here(request, person)]
    options, state = _desk(request).register_begin(
        PublicKeyCredentialUserEntity(
            # Not the number of the account: two registers on one computer have each
            # their first person, and a device keeps one key for each handle.
            id=salted_hmac("tawthiq.passkeys", str(person.pk)).digest(),
            name=person.get_username(),
            display_name=person.get_username(),
        ),
        known,
        resident_key_requirement=ResidentKeyRequirement.DISCOURAGED,
        user_verification=UserVerificationRequirement.PREFERRED,
    )
    request.session[_KEY] = {"state": state, "at": time.time(), "name": name}
    return json.dumps(dict(options.public_key))


def keep(request: HttpRequest, person: Account, told: str) -> Passkey | None:
    """Keep the key that signed what was drawn; none where it did not.

    Args:
        request: whose session holds what was drawn; it is good once.
        person: whose key it will be.
        told: what the browser says of the key, as JSON.
    """
    drawn = _drawn(request)
    if drawn is None:
        return None
    try:
        shown = _desk(request).register_complete(drawn["state"], _read(told))
        public = shown.credential_data
        assert public is not None  # noqa: S101 - for the checker
        credential = websafe_encode(public.credential_id)
    except _NO_KEY:
        return None
    if Passkey.objects.filter(credential=credential).exists():
        return None
    return Passkey.objects.create(
        person=person,
        name=drawn["name"],
        credential=credential,
        public=bytes(public),
        host=host_of(request),
        counted=shown.counter,
        made=datetime.now(UTC),
    )


def draw_showing(request: HttpRequest, person: Account) -> str:
    """Draw what one of a person's keys is to sign, as JSON; empty where none is good here."""
    known = [_public(one) for one in _good_here(request, person)]
    if not known:
        return ""
    options, state = _desk(request).authenticate_begin(
        known, user_verification=UserVerificationRequirement.PREFERRED
    )
    request.session[_KEY] = {"state": state, "at": time.time()}
    return json.dumps(dict(options.public_key))


def is_shown(request: HttpRequest, person: Account, told: str) -> bool:
    """Whether one of a person's keys signed what was drawn; it is good once."""
    drawn = _drawn(request)
    if drawn is None:
        return False
    rows = {bytes(one.public): one for one in _good_here(request, person)}
    known = [AttestedCredentialData(public) for public in rows]
    try:
        answer = _read(told)
        shown = _desk(request).authenticate_complete(drawn["state"], known, answer)
        read = AuthenticationResponse.from_dict(answer)
    except _NO_KEY:
        return False
    return _count(rows[bytes(shown)], read.response.authenticator_data.counter)


def _count(row: Passkey, counted: int) -> bool:
    """Keep what a key counted; a key that counts must have counted on."""
    if (counted or row.counted) and counted <= row.counted:
        return False
    row.counted, row.used = counted, datetime.now(UTC)
    row.save(update_fields=["counted", "used"])
    return True


def _desk(request: HttpRequest) -> Fido2Server:
    own = f"{request.scheme}://{request.get_host()}".lower()
    party = PublicKeyCredentialRpEntity(id=host_of(request), name=plain("app"))
    return Fido2Server(party, verify_origin=own.__eq__)


def _good_here(request: HttpRequest, person: Account) -> list[Passkey]:
    return list(Passkey.objects.filter(person=person, host=host_of(request)))


def _public(row: Passkey) -> AttestedCredentialData:
    return AttestedCredentialData(bytes(row.public))


def _drawn(request: HttpRequest) -> dict[str, Any] | None:
    """Take what was drawn out of the session; none where it waited too long."""
    drawn: dict[str, Any] | None = request.session.pop(_KEY, None)
    if drawn is None or time.time() - drawn["at"] > WAITING_SECONDS:
        return None
    return drawn


def _read(told: str) -> Mapping[str, Any]:
    """Read what a browser says of a key.

    Raises:
        ValueError: it is too long, or no JSON object.
    """
    if len(told) > MOST_CHARACTERS:
        msg = "longer than any key's answer"
        raise ValueError(msg)
    read = json.loads(told)
    if not isinstance(read, dict):
        msg = "no JSON object"
        raise ValueError(msg)  # noqa: TRY004 - what a person sent, no fault of ours
    return read
