"""One incident for a person in a terminal: the ranges, and under each who says it."""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from tawthiq.cli.cards.claim_lines import COMMA, SHORT, ClaimLines, source_name
from tawthiq.cli.cards.incident_tables import range_of
from tawthiq.lang.codebook import Codebook
from tawthiq.model.incident import Incident, Responsibility
from tawthiq.model.report import Report

if TYPE_CHECKING:
    from tawthiq.workflow.registers.viewing import Testimony

WORDS = {
    "ar": {
        "tallies": "الحصيلة",
        "responsibility": "المسؤولية",
        "victims": "الضحايا",
        "grade": "الدرجة",
        "computed": "ما تقترحه القواعد",
        "reports": "من يقول ماذا",
        "alleged": "نسبها إليه",
        "claimed": "تبناها بحسب",
        "denied": "نفاها بحسب",
        "voices": "أصوات مستقلة",
        "of": "من تقارير عددها",
        "named_by": "تقارير تسميه",
        "copy": "بكلمات تقرير آخر هنا، فهما صوت واحد",
        "undated": "بلا تاريخ نشر",
    },
    "en": {
        "tallies": "Tallies",
        "responsibility": "Responsibility",
        "victims": "Victims",
        "grade": "Grade",
        "computed": "the rules propose",
        "reports": "Who says what",
        "alleged": "alleged by",
        "claimed": "claimed, says",
        "denied": "denied, says",
        "voices": "independent voices",
        "of": "of reports",
        "named_by": "reports that name them",
        "copy": "the words of another here: one voice",
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
    names = {one.report.id: source_name(one.report) for one in told}
    card = _Card(incident, codebook, language, names=names)
    for line in (*card.head(), *card.tallies(), *card.blame(), *card.people()):
        console.print(line)
    for line in (*card.grade(), *card.testimony(told)):
        console.print(line)


class _Card:
    """The lines of one incident in one language."""

    def __init__(
        self,
        incident: Incident,
        codebook: Codebook,
        language: str,
        *,
        names: Mapping[str, str],
    ) -> None:
        self._one = incident
        self._names = names
        self._comma = COMMA[language]
        self._lines = ClaimLines(codebook, language)
        self._book = codebook
        self._language = language
        self._words = WORDS[language]

    def head(self) -> Iterator[str]:
        one = self._one
        yield f"{one.code}   {one.id}"
        day = one.date.start.isoformat() if one.date and one.date.start else "—"
        if one.date and one.date.end and one.date.end != one.date.start:
            day += f" … {one.date.end.isoformat()}"
        places = self._comma.join(p.named(self._language) for p in one.places[:3])
        types = self._comma.join(self._label("event_types", c) for c in one.event_types)
        yield " · ".join(filter(None, (day, places, types)))
        words = self._words
        yield (
            f"{words['voices']}: {one.independent_sources}"
            f" · {words['of']}: {len(one.reports)}"
        )

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
            told = f"{self._words['named_by']}: {len(victim.reports)}"
            yield f"  {victim.name}{age} · {outcome} · {told}"

    def grade(self) -> Iterator[str]:
        grade = self._one.grade
        yield ""
        yield f"{self._words['grade']}: {self._label('grades', grade.code)}"
        for reason in grade.reasons:
            yield f"  {reason.ar if self._language == 'ar' else reason.en}"
        if self._one.computed is not None:
            code = self._one.computed.code
            yield f"  {self._words['computed']}: {self._label('grades', code)}"

    def testimony(self, told: "Iterable[Testimony]") -> Iterator[str]:
        yield ""
        yield self._words["reports"]
        for one in told:
            yield f"  {self._source(one.report)}"
            for claim in one.claims:
                yield f"    {self._lines.line(claim, one.report)}"

    def _sides(self, part: Responsibility) -> str:
        sides = (
            ("alleged", part.alleged_by),
            ("claimed", part.claimed_by),
            ("denied", part.denied_by),
        )
        told = (
            f"{self._words[side]}: {self._comma.join(self._names.get(r, r) for r in by)}"
            for side, by in sides
            if by
        )
        return " · ".join(told)

    def _source(self, report: Report) -> str:
        day = report.published.isoformat() if report.published else None
        told = f"{source_name(report)} · {day or self._words['undated']}"
        copied = any(report.id in group for group in self._one.copies)
        same = f" · {self._words['copy']}" if copied else ""
        return f"{told} [{report.id[:SHORT]}]{same}"

    def _label(self, table: str, code: str) -> str:
        return self._book.word(table, code, self._language)
