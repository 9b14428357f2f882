"""``tawthiq lift``: whoever holds the register lets in an admin who lost everything.

At the desk no admin lifts their own second step, and where there is one admin there is
nobody else. Who can write the register's folder could change its rows by hand; this way
the ledger says so, and the person is told.
"""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from tawthiq.cli.registers import ARGUMENT
from tawthiq.cli.settings import settings_of
from tawthiq.desk.serving import open_desk
from tawthiq.errors import OptionError

if TYPE_CHECKING:
    from tawthiq.desk.people.accounts import Account

app = typer.Typer(pretty_exceptions_enable=False)


@app.command()
def lift(
    register: Path = ARGUMENT,
    *,
    person: str = typer.Option(
        ..., metavar="NAME", help="اسم المستخدم في المكتب · The user name at the desk."
    ),
    reason: str = typer.Option(
        ..., help="السبب، ويبقى في سجل الأعمال · Why; it stays in the audit log."
    ),
    password: bool = typer.Option(
        default=False,
        help="وأعطه كلمة مرور جديدة تُسأل عنها · Give a new password too; it is asked for.",
    ),
) -> None:
    """أدخل من أضاع كل شيء · Let in who lost devices, codes or the password."""
    settings = settings_of()
    held = open_desk(register, home=settings.home)
    from tawthiq.desk.people.accounts import Account  # noqa: PLC0415 - after Django
    from tawthiq.desk.people.giving import give as _give  # noqa: PLC0415
    from tawthiq.desk.people.lifting import lift as lift_of  # noqa: PLC0415

    found = Account.objects.filter(username=person).first()
    if found is None:
        raise _nobody(person)
    if not reason.strip():
        raise _no_reason()
    if password:
        _give(found, _asked(found, settings.ui), by=held.by, reason=reason.strip())
        typer.echo(_given(settings.ui))
    done = lift_of(found, by=held.by, reason=reason.strip())
    if done or not password:
        typer.echo(_told(done=done, ui=settings.ui))


def _asked(person: "Account", ui: str) -> str:
    """Ask for the new password, twice.

    Raises:
        OptionError: it is too weak.
    """
    from tawthiq.desk.people.giving import faults_of  # noqa: PLC0415

    name = person.get_username()
    told: str = typer.prompt(
        f"كلمة مرور جديدة لـ{name}" if ui == "ar" else f"a new password for {name}",
        hide_input=True,
        confirmation_prompt="مرة أخرى" if ui == "ar" else "once more",
    )
    ar, en = (faults_of(told, person, lang) for lang in ("ar", "en"))
    if en:
        raise _weak(ar, en)
    return told


def _weak(ar: str, en: str) -> OptionError:
    return OptionError(
        ar=ar,
        en=en,
        where="--password",
        remedy_ar="اكتب اثني عشر حرفا على الأقل؛ جملة قصيرة أسهل حفظا",
        remedy_en="type twelve characters at least; a short sentence is easier to keep",
    )


def _given(ui: str) -> str:
    if ui == "ar":
        return "لهذا الحساب كلمة مرور جديدة، وعلى صاحبه أن يغيّرها عند دخوله"
    return "the account has a new password; its owner must change it when they enter"


def _told(*, done: bool, ui: str) -> str:
    if ui == "ar":
        return "رُفعت، وسيُقال ذلك عند الدخول" if done else "ليس لهذا الحساب خطوة ثانية"
    told = "lifted; the person is told when they enter"
    return told if done else "this account has no second step"


def _nobody(person: str) -> OptionError:
    return OptionError(
        ar="لا حساب بهذا الاسم في المكتب",
        en="nobody has that name at the desk",
        where=f"--person {person}",
        remedy_ar="اكتب اسم المستخدم كما يُكتب عند الدخول",
        remedy_en="give the user name as it is typed at the door",
    )


def _no_reason() -> OptionError:
    return OptionError(
        ar="السبب فارغ",
        en="the reason is empty",
        where="--reason",
        remedy_ar="قل لماذا تُرفع: سيقرؤه صاحب الحساب",
        remedy_en="say why it is lifted: the account's owner reads it",
    )
