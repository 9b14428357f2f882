"""Wishes to export by the command line: one asks in their name, another agrees at the desk.

A register asks for a second person as soon as there is one: where two people or more may
decide at its desk. What is agreed to is the very thing that was asked for, by its hash;
once agreed, the same command hands it over, as often as it is given.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

from django.conf import settings
from django.contrib import auth
from django.db import models
from django.http import HttpRequest

from tawthiq.desk.people.accounts import Account
from tawthiq.desk.people.roles import Role
from tawthiq.desk.publishing.findings import Risks
from tawthiq.desk.serving import HOST
from tawthiq.errors import OptionError
from tawthiq.register.services.together import together

SITE = "site"
"""The form of a whole site, beside those of `workflow.releasing.Format`."""
TWO = 2


class ExportState(StrEnum):
    """What became of a wish to export."""

    WAITING = "waiting"
    AGREED = "agreed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """What is to leave: its form and terms, the hash of all of it, and what could harm.

    ``restricted`` counts the restricted incidents in it.
    """

    form: str
    profile: str
    as_of: date
    digest: str
    incidents: int
    withheld: int
    restricted: int = 0
    risks: Sequence[Risks] = ()


class ExportWish(models.Model):
    """One wish to export: what is to leave (see `Leaving`), who asked, who decided."""

    form = models.CharField(max_length=20)
    profile = models.CharField(max_length=40)
    as_of = models.DateField()
    digest = models.CharField(max_length=64)
    incidents = models.IntegerField()
    withheld = models.IntegerField()
    restricted = models.IntegerField()
    risks = models.TextField()
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="exports"
    )
    asked_at = models.DateTimeField()
    state = models.CharField(max_length=10, default=ExportState.WAITING.value)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="exports_decided",
    )
    decided_at = models.DateTimeField(null=True)

    class Meta:
        """The desk's own table; the ledger holds what was let out."""

        app_label = "desk"
        ordering = ("-asked_at", "-pk")

    @property
    def found(self) -> list[Risks]:
        """Give what could harm, by kind."""
        return [Risks(**one) for one in json.loads(self.risks)]


def second_person_is_asked() -> bool:
    """Whether two people or more may decide at this register's desk."""
    deciding = [role.value for role in Role if role.covers(Role.LEAD)]
    return Account.objects.filter(is_active=True, role__in=deciding).count() >= TWO


def standing(leaving: Leaving) -> ExportWish | None:
    """Give the latest wish for the very thing that is to leave."""
    rows = ExportWish.objects.select_related("asked_by", "decided_by")
    return rows.filter(form=leaving.form, digest=leaving.digest).first()


def agreed_before(leaving: Leaving) -> ExportWish | None:
    """Give the latest wish of this form and profile that was agreed to."""
    rows = ExportWish.objects.filter(form=leaving.form, profile=leaving.profile)
    return rows.filter(state=ExportState.AGREED.value).first()


def ask(leaving: Leaving, person: Account) -> ExportWish:
    """Keep a wish in a person's name."""
    told = asdict(leaving)
    risks = json.dumps(told.pop("risks"), ensure_ascii=False, sort_keys=True)
    return ExportWish.objects.create(
        **told, risks=risks, asked_by=person, asked_at=datetime.now(UTC)
    )


def asker(name: str, password: str) -> Account | None:
    """Give the person of this name, if the password is theirs and the account open.

    Wrong ones are counted with those at the desk's door on this computer, and lock it
    there and here (`settings.AXES_FAILURE_LIMIT`).

    Raises:
        OptionError: too many were wrong of late, or the password is one that an admin
            gave.
    """
    request = HttpRequest()
    request.META["REMOTE_ADDR"] = HOST
    person = auth.authenticate(request, username=name, password=password)
    if getattr(request, "axes_locked_out", False):
        raise _locked(name)
    if not isinstance(person, Account):
        return None
    if person.password_given:
        raise _not_their_own(name)
    return person


def _not_their_own(name: str) -> OptionError:
    return OptionError(
        ar="كلمة المرور أعطاها مدير ولم يغيّرها صاحبها بعد",
        en="an admin gave this password, and its owner has not changed it yet",
        where=name,
        remedy_ar="غيّرها في المكتب أولا: tawthiq desk",
        remedy_en="change it at the desk first: tawthiq desk",
    )


def _locked(name: str) -> OptionError:
    minutes = round(settings.AXES_COOLOFF_TIME * 60)
    return OptionError(
        ar="كلمات مرور خاطئة كثيرة، فأُقفل الباب حينا",
        en="too many wrong passwords: the door is locked for a while",
        where=name,
        remedy_ar=f"انتظر {minutes} دقيقة ثم أعد المحاولة",
        remedy_en=f"wait {minutes} minutes, then try again",
    )


def decide(one: ExportWish, person: Account, *, agreed: bool) -> bool:
    """Agree to a wish or refuse it; whether it still waited for that.

    Whoever asked refuses alone: their agreement changes nothing.
    """
    if agreed and one.asked_by_id == person.pk:
        return False
    state = ExportState.AGREED if agreed else ExportState.REFUSED
    with together():
        rows = ExportWish.objects.filter(pk=one.pk, state=ExportState.WAITING.value)
        return bool(
            rows.update(
                state=state.value, decided_by_id=person.pk, decided_at=datetime.now(UTC)
            )
        )
