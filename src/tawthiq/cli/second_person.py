"""Exports of a team's register: what leaves by the command line, two people agreed to.

The desk knows who they are; see `tawthiq.desk.publishing.exports`. A register of one
person asks for nothing.
"""

from typing import TYPE_CHECKING

import typer

from tawthiq.errors import OptionError

if TYPE_CHECKING:  # the desk's rows can be imported once a register was opened
    from tawthiq.desk.publishing.exports import ExportWish, Leaving

PERSON = "--person"


def agreed_by(leaving: "Leaving", person: str, ui: str) -> str:
    """Give who asked and who agreed; empty where the register asks for no second person.

    Args:
        leaving: what is to leave.
        person: in whose name it is asked for, where nobody asked yet; their password is
            asked for then.
        ui: the user's language.

    Raises:
        OptionError: nothing may leave yet, and why, and what to do.
        typer.Exit: it was asked for now.
    """
    from tawthiq.desk.publishing import exports  # noqa: PLC0415 - after Django

    if not exports.second_person_is_asked():
        return ""
    one = exports.standing(leaving)
    if one is not None and one.state == exports.ExportState.AGREED:
        names = [one.asked_by.get_username()]
        names += [one.decided_by.get_username()] if one.decided_by else []
        return ", ".join(names)
    if one is not None and one.state == exports.ExportState.WAITING:
        raise _waits(one)
    if not person:
        raise _nobody_asked(one, exports.agreed_before(leaving))
    told = typer.prompt(
        f"كلمة مرور {person}" if ui == "ar" else f"password of {person}",
        hide_input=True,
    )
    asker = exports.asker(person, told)
    if asker is None:
        raise _stranger(person)
    _say(exports.ask(leaving, asker), ui)
    raise typer.Exit(1)


def _say(one: "ExportWish", ui: str) -> None:
    where, day = f"/exports/{one.pk}/", one.as_of.isoformat()
    typer.echo(
        f"طُلب التصدير (الطلب {one.pk}) ولم يخرج شيء. يوافق شخص ثانٍ في المكتب: {where}"
        f" — ثم أعد الأمر نفسه مع ‎--as-of {day}"
        if ui == "ar"
        else f"the export is asked for (wish {one.pk}), and nothing was let out. A second"
        f" person agrees at the desk: {where} — then give the same command with"
        f" --as-of {day}",
        err=True,
    )


def _waits(one: "ExportWish") -> OptionError:
    name = one.asked_by.get_username()
    return OptionError(
        ar=f"الطلب {one.pk} ({name}) ينتظر موافقة شخص ثانٍ، فلم يخرج شيء",
        en=f"wish {one.pk} ({name}) waits for a second person: nothing was let out",
        remedy_ar=f"يوافق غير {name} في المكتب: /exports/{one.pk}/",
        remedy_en=f"somebody other than {name} agrees at the desk: /exports/{one.pk}/",
    )


def _nobody_asked(
    refused: "ExportWish | None", former: "ExportWish | None"
) -> OptionError:
    """Say that nothing may leave, and what to do; an agreement of another day is named."""
    what_ar, what_en = "يلزم للتصدير من هذا السجل شخصان", "an export takes two people"
    if refused is not None:
        what_ar = f"رُفض الطلب {refused.pk}، و{what_ar}"
        what_en = f"wish {refused.pk} was refused, and {what_en}"
    remedy_ar = f"اطلبه باسمك في المكتب: {PERSON} الاسم"
    remedy_en = f"ask in your name at the desk: {PERSON} NAME"
    if former is not None:
        day = former.as_of.isoformat()
        remedy_ar += f"؛ أو خذ ما وُوفق عليه (الطلب {former.pk}): ‎--as-of {day}"
        remedy_en += f"; or take what was agreed to (wish {former.pk}): --as-of {day}"
    return OptionError(ar=what_ar, en=what_en, remedy_ar=remedy_ar, remedy_en=remedy_en)


def _stranger(person: str) -> OptionError:
    return OptionError(
        ar="الاسم أو كلمة المرور غير صحيحة",
        en="the name or the password is not right",
        where=f"{PERSON} {person}",
        remedy_ar="اكتب اسم حسابك في المكتب وكلمة مروره",
        remedy_en="give the name of your account at the desk, and its password",
    )
