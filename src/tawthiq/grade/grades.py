"""Grades: the first rule that holds decides; the trace says what it overruled.

The rules, their order and their words are data
(``codebook/conventions/grade_rules.csv``); here is what each of them asks.
"""

import hashlib
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cache

from tawthiq.grade.rivals import denials, rival_actors, rival_causes
from tawthiq.grade.settings import GradeSettings
from tawthiq.grade.voices import Voice
from tawthiq.lang.codebook import Codebook, load_codebook
from tawthiq.lang.conventions import convention
from tawthiq.model.incident import Grade, Grading, Incident, Reason
from tawthiq.model.vocabulary import DatePrecision, PlaceRole

Found = tuple[Collection[str], Collection[str], Sequence[Voice]]
"""Actors and causes that a reason names, and the voices it rests on."""

WIDE = frozenset({"governorate", "country"})
LOCAL_ROLES = frozenset({PlaceRole.AT, PlaceRole.NEAR})
DAYS_OF_MONTH = 31
OVERRULED = "overruled:"
"""Before the name of a rule that held too, but came after the one that decided."""


def grade_of(
    incident: Incident,
    voices: Sequence[Voice],
    settings: GradeSettings | None = None,
) -> Grade:
    """Grade an incident by what its voices say.

    Args:
        incident: the incident; its date and places are asked for.
        voices: its independent voices.
        settings: which of the rules apply; all where None.

    Returns:
        The grade of the first rule that holds; its reason stands first, those of the
        rules that it overruled after it.
    """
    asked = settings or GradeSettings()
    held = [
        (rule, grade, found)
        for rule, grade in rules_in_order().items()
        if rule in TESTS
        and rule not in asked.without
        and (found := TESTS[rule](incident, voices)) is not None
    ]
    first = held[0]
    reasons = tuple(
        _reason(f"{OVERRULED}{rule}" if index else rule, found)
        for index, (rule, _, found) in enumerate(held)
        if index == 0 or rule != FALLBACK
    )
    return Grade(code=Grading(first[1]), reasons=reasons, version=rules_version())


@cache
def rules_in_order() -> dict[str, str]:
    """Give the grade of each rule, in the order in which the rules are asked."""
    return {row["rule"]: row["grade"] for row in convention("grade_rules")}


@cache
def rules_version() -> str:
    """Give the mark of the rules: it changes with any word of them."""
    text = repr([tuple(row.items()) for row in convention("grade_rules")])
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:12]


def _no_place(incident: Incident, voices: Sequence[Voice]) -> Found | None:
    fine = any(
        place.role in LOCAL_ROLES and place.precision not in WIDE
        for place in incident.places
    )
    return None if fine else ((), (), voices)


def _no_date(incident: Incident, voices: Sequence[Voice]) -> Found | None:
    when = incident.date
    if (
        when is None
        or when.start is None
        or when.end is None
        or when.precision is DatePrecision.YEAR
        or (when.end - when.start).days >= DAYS_OF_MONTH
    ):
        return (), (), voices
    return None


def _accepts_responsibility(_: Incident, voices: Sequence[Voice]) -> Found | None:
    owning = [v for v in voices if v.conceded]
    actors = {actor for v in owning for actor in v.conceded}
    return (actors, (), owning) if owning else None


def _only_fighters(_: Incident, voices: Sequence[Voice]) -> Found | None:
    fighters = [v for v in voices if v.fighters]
    if not fighters or any(v.harm for v in voices):
        return None
    return (), (), fighters


def _rival_actors(_: Incident, voices: Sequence[Voice]) -> Found | None:
    rivals = rival_actors(voices)
    blaming = [v for v in voices if (v.alleged | v.claimed) & rivals]
    return (rivals, (), blaming) if rivals else None


def _rival_causes(_: Incident, voices: Sequence[Voice]) -> Found | None:
    causes = rival_causes(voices)
    return ((), causes, [v for v in voices if v.types & causes]) if causes else None


def _accused_denies(_: Incident, voices: Sequence[Voice]) -> Found | None:
    denied = denials(voices)
    return (denied, (), [v for v in voices if v.denied & denied]) if denied else None


def _harming(voices: Sequence[Voice]) -> list[Voice]:
    return [v for v in voices if v.credible and v.harm]


def _two_voices(_: Incident, voices: Sequence[Voice]) -> Found | None:
    harming = _harming(voices)
    act = any(v.types - {"other"} for v in voices)
    return ((), (), harming) if len(harming) > 1 and act else None


def _one_voice(incident: Incident, voices: Sequence[Voice]) -> Found | None:
    harming = _harming(voices)
    alone = harming and _two_voices(incident, voices) is None
    return ((), (), harming) if alone else None


def _below_grading(_: Incident, voices: Sequence[Voice]) -> Found | None:
    return (), (), voices


TESTS: dict[str, Callable[[Incident, Sequence[Voice]], Found | None]] = {
    "no_place": _no_place,
    "no_date": _no_date,
    "accepts_responsibility": _accepts_responsibility,
    "only_fighters": _only_fighters,
    "rival_actors": _rival_actors,
    "rival_causes": _rival_causes,
    "accused_denies": _accused_denies,
    "two_voices": _two_voices,
    "one_voice": _one_voice,
    "below_grading": _below_grading,
}
FALLBACK = "below_grading"
"""Holds always, so that there is a grade; it is told only where it decides."""


def reason_of(
    name: str,
    *,
    actors: Collection[str] = (),
    causes: Collection[str] = (),
    many: int = 0,
    claims: Iterable[str] = (),
) -> Reason:
    """Put a reason into the words of its rule, in both languages.

    Args:
        name: the rule's, after `OVERRULED` where another one decided.
        actors: those whom it names.
        causes: the types that it names.
        many: the number of voices or incidents that it counts.
        claims: the ids of those that it rests on.
    """
    rule = name.removeprefix(OVERRULED)
    row = next(r for r in convention("grade_rules") if r["rule"] == rule)
    told = [
        row[language].format(
            actors=_named("actors", actors, language),
            causes=_named("event_types", causes, language),
            n=many,
        )
        for language in ("ar", "en")
    ]
    return Reason(rule=name, ar=told[0], en=told[1], claims=tuple(sorted(set(claims))))


def _reason(name: str, found: Found) -> Reason:
    actors, causes, voices = found
    return reason_of(
        name,
        actors=actors,
        causes=causes,
        many=len(voices),
        claims=(c for v in voices for c in v.claims),
    )


def _named(table: str, codes: Collection[str], language: str) -> str:
    joint = "، " if language == "ar" else ", "
    book = _codebook()
    return joint.join(book.label(table, code, language) for code in sorted(codes))


@cache
def _codebook() -> Codebook:
    return load_codebook()
