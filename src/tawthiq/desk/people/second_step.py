"""The second step of entering: a passkey, a code of one's own device, one kept for need.

A device is one that shows codes of the time (TOTP, RFC 6238). Django-otp keeps devices
and slows down who guesses; this module says when they are asked for.
"""

import secrets
import time

import segno
from django.db import transaction
from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe
from django_otp import devices_for_user, match_token
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from tawthiq.desk.people.accounts import Account
from tawthiq.desk.people.passkeys import Passkey

RECOVERY_CODES = 8
WAITING_SECONDS = 300
"""How long a right password waits for its code."""
_KEY = "second_step"


def is_asked_of(person: Account) -> bool:
    """Whether this person enters with a second step."""
    return has_passkey(person) or any(devices_for_user(person, confirmed=True))


def has_passkey(person: Account) -> bool:
    """Whether a key of this person's is known, whatever address it is good at."""
    return Passkey.objects.filter(person=person).exists()


def has_device(person: Account) -> bool:
    """Whether this person has a device that shows codes of the time."""
    return bool(TOTPDevice.objects.filter(user=person, confirmed=True).exists())


def hold(request: HttpRequest, person: Account) -> None:
    """Remember who gave a right password; nobody is let in yet."""
    request.session.cycle_key()
    request.session[_KEY] = [person.pk, time.time()]


def held(request: HttpRequest) -> Account | None:
    """Give who gave a right password a short while ago, and may still enter."""
    number, at = request.session.get(_KEY, (None, 0))
    if number is None or time.time() - at > WAITING_SECONDS:
        return None
    return Account.objects.filter(pk=number, is_active=True).first()


def is_right(person: Account, code: str) -> bool:
    """Whether a code is one of this person's; each is good once."""
    return match_token(person, "".join(code.split()).lower()) is not None


def device_to_be(person: Account) -> TOTPDevice:
    """Give the device that a person is about to set up, its secret drawn once."""
    device, _ = TOTPDevice.objects.get_or_create(
        user=person, confirmed=False, defaults={"name": "totp"}
    )
    return device


def picture(device: TOTPDevice) -> SafeString:
    """Draw the code that a telephone reads, as SVG without styles of its own."""
    drawn = segno.make(device.config_url, micro=False)
    svg = drawn.svg_inline(scale=5, border=2, dark="#000", light="#fff", omitsize=True)
    return mark_safe(svg)  # noqa: S308 - drawn here of modules, no text of anybody


@transaction.atomic
def confirm(person: Account, code: str) -> list[str]:
    """Take a device into use if it shows this code; give the codes to keep for need.

    Nothing is changed, and no codes are given, where the code is wrong.
    """
    device = device_to_be(person)
    if not device.verify_token("".join(code.split())):
        return []
    TOTPDevice.objects.filter(user=person, confirmed=True).delete()
    device.confirmed = True
    device.save()
    return codes_for_need(person)


@transaction.atomic
def codes_for_need(person: Account) -> list[str]:
    """Draw the codes to keep for need; those drawn before open nothing any more."""
    StaticDevice.objects.filter(user=person).delete()
    kept = StaticDevice.objects.create(user=person, name="recovery")
    codes = [secrets.token_hex(5) for _ in range(RECOVERY_CODES)]
    for one in codes:
        kept.token_set.create(token=one)
    return codes


@transaction.atomic
def give_up(person: Account) -> None:
    """Let a person enter without a device that shows codes."""
    TOTPDevice.objects.filter(user=person).delete()
    forget_codes_of_nothing(person)


def forget_codes_of_nothing(person: Account) -> None:
    """Take away the codes for need where there is nothing left that they stand in for."""
    if not (has_device(person) or has_passkey(person)):
        StaticDevice.objects.filter(user=person).delete()
