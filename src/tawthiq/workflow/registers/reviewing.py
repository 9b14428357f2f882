"""Reviewing: what people decide of incidents; each with a reason, each undoable."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from tawthiq.errors import OptionError, RegisterError
from tawthiq.model.decision import Decision, Verdict
from tawthiq.model.incident import Grading, Incident, Review
from tawthiq.register.services import decisions, events, incidents
from tawthiq.register.services.together import together
from tawthiq.workflow.registers.opening import Register
from tawthiq.workflow.registers.relinking import relink


def merge(register: Register, names: Sequence[str], *, reason: str) -> Incident:
    """Bring incidents together that are one.

    Args:
        register: the open register.
        names: two or more codes or ids; the first keeps its id where it has most.
        reason: why, in words.

    Returns:
        The incident that they are now; the former ids redirect to it.

    Raises:
        RegisterError: an unknown name, fewer than two incidents, or no reason.
    """
    asked = {one.id: one for one in map(incidents.incident, names)}
    if len(asked) < 2:  # noqa: PLR2004
        raise RegisterError(
            ar="الدمج يحتاج واقعتين مختلفتين",
            en="merging takes two different incidents",
            where=" ".join(names),
            remedy_ar="اذكر رمزين: tawthiq incidents merge سجل رمز رمز",
            remedy_en="name two codes: tawthiq incidents merge REGISTER CODE CODE",
        )
    groups = tuple(one.members for one in asked.values())
    with together():
        decisions.decide(Verdict.MERGE, groups, by=register.by, reason=reason)
        made = relink(register, [key for group in groups for key in group])
    return next(one for one in made if groups[0][0] in one.members)


def split(
    register: Register, name: str, reports: Sequence[str], *, reason: str
) -> tuple[Incident, ...]:
    """Part an incident in two: what some reports tell, and the rest.

    Args:
        register: the open register.
        name: its code or id.
        reports: the ids of the reports that tell of another incident, or how these
            begin.
        reason: why, in words.

    Returns:
        The incidents that stand now.

    Raises:
        RegisterError: an unknown name, nothing on one of the sides, or no reason.
    """
    return _part(register, Verdict.SPLIT, name, reports=reports, reason=reason)


def unlink(
    register: Register, name: str, report: str, *, reason: str
) -> tuple[Incident, ...]:
    """Take one report out of an incident; see `split`.

    Raises:
        RegisterError: as `split`.
    """
    return _part(register, Verdict.UNLINK, name, reports=[report], reason=reason)


def grade(register: Register, name: str, grading: str, *, reason: str) -> Incident:
    """Rule on the grade of an incident; the computed one stays beside it.

    Args:
        register: the open register.
        name: its code or id.
        grading: a code of the codebook's table ``grades``.
        reason: why, in words.

    Raises:
        RegisterError: an unknown name or no reason.
        OptionError: there is no such grade.
    """
    return _rule(
        register, name, Verdict.GRADE, value=_word(Grading, grading), why=reason
    )


def review(register: Register, name: str, state: str, *, reason: str) -> Incident:
    """Say how far an incident was reviewed.

    Raises:
        RegisterError: an unknown name or no reason.
        OptionError: there is no such state.
    """
    return _rule(register, name, Verdict.REVIEW, value=_word(Review, state), why=reason)


def undo(register: Register, number: int, *, reason: str) -> tuple[Incident, ...]:
    """Undo a decision; the incidents it formed are formed again without it.

    Raises:
        RegisterError: there is no such decision, or no reason.
    """
    told = decisions.decision(number)
    with together():
        decisions.decide(
            Verdict.UNDO, told.groups, by=register.by, reason=reason, reverses=number
        )
        return relink(register, [key for group in told.groups for key in group])


def all_decisions() -> Iterator[Decision]:
    """Give every decision, oldest first."""
    return decisions.all_decisions()


def _rule(
    register: Register, name: str, verdict: Verdict, *, value: str, why: str
) -> Incident:
    told = incidents.incident(name)
    if not told.members:
        raise RegisterError(
            ar="هذه الواقعة منشورة عند غيرنا، فلا حكم عليها هنا",
            en="this incident was published by others: there is no ruling on it here",
            where=told.code,
            remedy_ar="أدخل التقارير التي تقوم عليها",
            remedy_en="take in the reports that it rests on",
        )
    with together():
        decisions.decide(
            verdict, (told.members,), by=register.by, reason=why, value=value
        )
        made = relink(register, told.members)
    return next(one for one in made if told.members[0] in one.members)


def _word(vocabulary: type[StrEnum], told: str) -> str:
    known = [str(one) for one in vocabulary]
    if told not in known:
        raise OptionError(
            ar=f"لا يعرف «{told}»",
            en=f"{told!r} is not known",
            where=vocabulary.__name__.lower(),
            remedy_ar="اختر: " + "، ".join(known),
            remedy_en="choose: " + ", ".join(known),
        )
    return told


def _part(
    register: Register,
    verdict: Verdict,
    name: str,
    *,
    reports: Sequence[str],
    reason: str,
) -> tuple[Incident, ...]:
    told = incidents.incident(name)
    asked = tuple(reports)
    out = tuple(key for key in told.members if key.startswith(asked))
    if not out:
        out = _beside(told, asked)
    rest = tuple(key for key in told.members if key not in out)
    if not out or not rest:
        raise RegisterError(
            ar="لا شيء يفصل: كل الوقائع على جانب واحد",
            en="nothing is parted: all the events are on one side",
            where=told.code,
            remedy_ar="اذكر تقارير هذه الواقعة، لا كلها: tawthiq show",
            remedy_en="name some of the incident's reports, not all: tawthiq show",
        )
    with together():
        decisions.decide(verdict, (out, rest), by=register.by, reason=reason)
        return relink(register, {*told.members, *out})


def _beside(told: Incident, asked: tuple[str, ...]) -> tuple[str, ...]:
    """Give the events of reports that stand beside an incident and in none of it."""
    names = [report for report in told.reports if report.startswith(asked)]
    return tuple(sorted(events.keys_of_reports(names)))
