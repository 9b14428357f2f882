"""One incident for a person in a terminal: the ranges, and under each who says it."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from tawthiq.cli.incident_tables import place_name, range_of
from tawthiq.lang.codebook import Codebook
from tawthiq.model.claim import Claim
from tawthiq.model.incident import Incident, Responsibility
from tawthiq.model.report import Report

if TYPE_CHECKING:
    from tawthiq.workflow.viewing import Testimony

WORDS = {
    "ar": {
        "tallies": "الحصيلة",
        "responsibility": "المسؤولية",
        "victims": "الضحايا",
        "grade": "الدرجة",
        "reports": "من يقول ماذا",
        "alleged": "نسبها إليه",
        "claimed": "تبناها بحسب",
        "denied": "نفاها بحسب",
        "voices": "أصوات مستقلة",
        "undated": "بلا تاريخ نشر",
    },
    "en": {
        "tallies": "Tallies",
        "responsibility": "Responsibility",
        "victims": "Victims",
        "grade": "Grade",
        "reports": "Who says what",
        "alleged": "alleged by",
        "claimed": "claimed, says",
        "denied": "denied, says",
        "voices": "independent voices",
        "undated": "no day of publication",
    },
}


def print_incident(
    incident: Incident,
    told: "Sequence[Testimony]",
    *,
    codebook: Codebook,
    language: str,
) -> None:
    """Print an incident, labels in ``ar`` or ``en``; every claim with its quote."""
    from rich.console import Console  # noqa: PLC0415 - takes a tenth of a second

    console = Console(
        width=None if sys.stdout.isatty() else 100, highlight=False, markup=False
    )
    card = _Card(incident, codebook, language)
    for line in (*card.head(), *card.tallies(), *card.blame(), *card.people()):
        console.print(line)
    for line in (*card.grade(), *card.testimony(told)):
        console.print(line)


class _Card:
    """The lines of one incident in one language."""

    def __init__(self, incident: Incident, codebook: Codebook, language: str) -> None:
        self._one = incident
        self._book = codebook
        self._language = language
        self._words = WORDS[language]

    def head(self) -> Iterator[str]:
        one = self._one
        yield f"{one.code}   {one.id}"
        day = one.date.start.isoformat() if one.date and one.date.start else "—"
        if one.date and one.date.end and one.date.end != one.date.start:
            day += f" … {one.date.end.isoformat()}"
        places = "، ".join(place_name(p, self._language) for p in one.places[:3])
        types = "، ".join(self._label("event_types", c) for c in one.event_types)
        yield f"{day} · {places} · {types}"
        yield f"{self._words['voices']}: {one.independent_sources} / {len(one.reports)}"

    def tallies(self) -> Iterator[str]:
        if self._one.casualties:
            yield ""
            yield self._words["tallies"]
        for tally in self._one.casualties:
            outcome = self._label("outcomes", tally.outcome)
            group = self._label("groups", tally.group)
            yield f"  {outcome} · {group}: {range_of(tally)}   [{tally.rule}]"

    def blame(self) -> Iterator[str]:
        if self._one.responsibility:
            yield ""
            yield self._words["responsibility"]
        for part in self._one.responsibility:
            yield f"  {self._label('actors', part.actor)}: {self._sides(part)}"

    def people(self) -> Iterator[str]:
        if self._one.victims:
            yield ""
            yield self._words["victims"]
        for victim in self._one.victims:
            age = f" ({victim.age:g})" if victim.age is not None else ""
            outcome = self._label("outcomes", victim.outcome)
            yield f"  {victim.name}{age} · {outcome} · {len(victim.reports)}"

    def grade(self) -> Iterator[str]:
        grade = self._one.grade
        yield ""
        yield f"{self._words['grade']}: {self._label('grades', grade.code)}"
        for reason in grade.reasons:
            yield f"  {reason.ar if self._language == 'ar' else reason.en}"

    def testimony(self, told: "Iterable[Testimony]") -> Iterator[str]:
        yield ""
        yield self._words["reports"]
        for one in told:
            yield f"  {self._source(one.report)}"
            for claim in one.claims:
                yield f"    {self._claim(claim)}"

    def _sides(self, part: Responsibility) -> str:
        sides = (
            ("alleged", part.alleged_by),
            ("claimed", part.claimed_by),
            ("denied", part.denied_by),
        )
        return "، ".join(f"{self._words[k]} {len(by)}" for k, by in sides if by)

    def _source(self, report: Report) -> str:
        day = report.published.isoformat() if report.published else None
        return f"{report.outlet or report.id} · {day or self._words['undated']}"

    def _claim(self, claim: Claim) -> str:
        quote = f"«{' '.join(claim.span.quote.split())}»" if claim.span else "—"
        values = " ".join(
            str(value)
            for key, value in claim.value
            if isinstance(value, str | int) and key not in {"name_en", "place_id"}
        )
        by = "، ".join(c.name for c in claim.claimants)
        return f"{claim.attribute}: {values} {quote} ({by})"

    def _label(self, table: str, code: str) -> str:
        return self._book.word(table, code, self._language)
