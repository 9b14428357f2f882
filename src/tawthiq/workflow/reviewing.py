"""Reviewing: what people decide of incidents; each with a reason, each undoable."""

from collections.abc import Iterator, Sequence

from tawthiq.errors import RegisterError
from tawthiq.model.decision import Decision, Verdict
from tawthiq.model.incident import Incident
from tawthiq.register.services import decisions, incidents
from tawthiq.register.services.together import together
from tawthiq.workflow.opening import Register
from tawthiq.workflow.relinking import relink


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
        return relink(register, told.members)
