"""Coverage: which rules and words of a pack earn their place.

A rule's ``hits`` are the times that it read something; ``rights`` and ``wrongs`` count
the values of events that rest on it, held against what people marked. A rule that is
never used may be rare; one that is wrong more often than right does harm.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from tawthiq.errors import InputError
from tawthiq.gazetteer.index import PlaceIndex
from tawthiq.lang.check import SILENCE
from tawthiq.lang.language import Language, load_language
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.rules import Rule
from tawthiq.lang.scan import Scan
from tawthiq.model.reading_format import reading_to_dict
from tawthiq.model.report import Report
from tawthiq.read.options import ReadOptions
from tawthiq.workflow.intake import reports_from
from tawthiq.workflow.packs.cases import cases
from tawthiq.workflow.packs.checking import example_report
from tawthiq.workflow.packs.marked import Marks, Row, Value, marked_reports, values_of
from tawthiq.workflow.packs.rule_rivals import seen_by
from tawthiq.workflow.reading import Reader

Place = tuple[str, int]
"""A sheet or a file, and the line in it."""

OF_SLOT: Mapping[str, frozenset[str]] = {
    "event": frozenset({"attacks", "attack_words", "outcomes", "weapons"}),
    "date": frozenset({"date_words", "months", "weekdays", "numbers"}),
    "place": frozenset({"place_words", "place_heads", "countries"}),
    "perpetrator": frozenset({"actors", "nationalities"}),
    "weapon": frozenset({"weapons"}),
    "struck": frozenset({"struck_objects", "struck_cues"}),
    "casualty": frozenset({"count", "count_words", "groups", "numbers", "outcomes"}),
    "victim": frozenset({"given_names", "kin", "name_cues", "name_joints", "titles"}),
    "attribution": frozenset({"outlets", "roles", "source_nouns", "titles", "actors"}),
}
"""Whose words a slot's values rest on; others may stand between them by chance.

``count`` is what a finder made: a number with those counted.
"""


class Verdict(StrEnum):
    """Whether a rule or a word earns its place, what needs a look first."""

    HARMS = "harms"
    SILENT = "silent"
    UNUSED = "unused"
    EARNS = "earns"


@dataclass(frozen=True, slots=True, kw_only=True)
class Earned:
    """What a rule or a word of a pack did.

    ``kind`` is ``rule`` (of a YAML file), ``word`` (a row of a sheet) or ``finder``
    (named in code); ``used`` counts the values that rest on it, ``rights`` and
    ``wrongs`` those of them in marked reports. ``file`` and ``line`` are empty and 0
    for a finder.
    """

    kind: str
    name: str
    file: str
    line: int
    hits: int
    used: int
    rights: int
    wrongs: int

    @property
    def verdict(self) -> Verdict:
        """Say whether it earns its place; without marked reports none does harm."""
        if self.wrongs > self.rights:
            return Verdict.HARMS
        if not self.hits:
            return Verdict.SILENT
        return Verdict.EARNS if self.used else Verdict.UNUSED


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What a pack did on some reports, first what needs a look.

    ``words`` are the rows that were met; of the others ``silent_words`` counts how
    many each sheet has, and ``sizes`` how many rows in all.
    """

    reports: int
    marked: int
    rules: tuple[Earned, ...]
    words: tuple[Earned, ...]
    silent_words: Mapping[str, int]
    sizes: Mapping[str, int]


def coverage(
    name: str,
    *,
    home: Path | None = None,
    reports: Path | None = None,
    gold: Path | None = None,
) -> Coverage:
    """Read reports by a pack and say what each of its rules and words did.

    Args:
        name: the pack, such as ``ar``.
        home: the user's own folder of places, if they are to be known.
        reports: what to read, in any form that ``tawthiq read`` takes; the examples
            and cases of the pack itself without it.
        gold: what people marked in them, a line of JSON a report.

    Raises:
        PackError: there is no such pack.
        InputError: the reports or the marked ones cannot be read.
    """
    language = load_language(name)
    marked = marked_reports(gold) if gold is not None else {}
    tally = _Tally(language, Reader(places=PlaceIndex(home)))
    for report in _texts(language, reports):
        if report.language == name:
            tally.take(report, marked.get(report.id))
    return tally.coverage()


def _texts(language: Language, path: Path | None) -> Iterator[Report]:
    if path is None:
        for case in cases(language.name):
            yield example_report(case.text, language.name)
        for rule in _rules(language):
            for example in (*rule.yes, *rule.no):
                yield example_report(example.text, language.name)
        return
    for item in reports_from([path], stdin=sys.stdin.buffer, options=ReadOptions()):
        if isinstance(item, InputError):
            raise item
        yield item


def _rules(language: Language) -> Iterator[Rule]:
    for family in language.families.values():
        yield from family.rules


class _Tally:
    """Counts what the rules and words of a pack do, report by report."""

    def __init__(self, language: Language, reader: Reader) -> None:
        self._language = language
        self._reader = reader
        # A hit of the lexicon holds the very cells of its row.
        self._rows = {
            id(e.cells): (e.sheet, e.line)
            for entries in language.sheets.values()
            for e in entries
        }
        self._rules: dict[str, Counter[str]] = {}
        self._words: dict[Place, Counter[str]] = {}
        self._silencing = {
            rule.name for rule in _rules(language) if dict(rule.gives) == SILENCE
        }
        self._reports = self._marked = 0

    def take(self, report: Report, events: Sequence[Row] | None) -> None:
        """Read a report; ``events`` is what people marked in it, None if nobody did."""
        self._reports += 1
        self._marked += events is not None
        scans = self._reader.scans(report)
        for scan in scans:
            for hit in scan.every():
                self._met(hit)
        self._silences(scans)
        read: Any = reading_to_dict(self._reader.read(report))["events"]
        marks = None if events is None else Marks(events, report.text, self._language)
        for value in values_of(read):
            self._rests(value, marks, scans)

    def _met(self, hit: Hit) -> None:
        if hit.rule != hit.sheet:
            self._rules.setdefault(hit.rule, Counter())["hits"] += 1
        elif id(hit.values) in self._rows:
            place = self._rows[id(hit.values)]
            self._words.setdefault(place, Counter())["hits"] += 1

    def _silences(self, scans: Sequence[Scan]) -> None:
        """Count what rules did that read nothing, and keep others from reading."""
        for family in self._language.families.values():
            if any(rule.name in self._silencing for rule in family.rules):
                for scan in seen_by(family, scans):
                    for match in family.matches(scan):
                        if match.rule.name in self._silencing:
                            done = self._rules.setdefault(match.rule.name, Counter())
                            done.update(("hits", "used"))

    def _rests(self, value: Value, marks: Marks | None, scans: Sequence[Scan]) -> None:
        """Count a value for the rule that read it and the words that stand in it."""
        signs = ["used"]
        if marks is not None:
            signs.append("rights" if marks.holds(value) else "wrongs")
        self._rules.setdefault(value.rule, Counter()).update(signs)
        inside = [
            hit
            for scan in scans
            if scan.segment.start < value.end and value.start < scan.segment.end
            for hit in scan.of(*OF_SLOT[value.slot])
            if value.start <= hit.start and hit.end <= value.end
        ]
        for rule in {h.rule for h in inside if h.rule != h.sheet} - {value.rule}:
            self._rules.setdefault(rule, Counter()).update(signs)
        rows = {id(hit.values) for hit in inside} & self._rows.keys()
        for row in rows:
            self._words.setdefault(self._rows[row], Counter()).update(signs)

    def coverage(self) -> Coverage:
        """Sum up, first what needs a look."""
        sizes = {sheet: len(rows) for sheet, rows in self._language.sheets.items()}
        met = Counter(sheet for sheet, _ in self._words)
        return Coverage(
            reports=self._reports,
            marked=self._marked,
            rules=_ordered(self._of_rules()),
            words=_ordered(self._of_words()),
            silent_words={
                sheet: size - met[sheet]
                for sheet, size in sizes.items()
                if size > met[sheet]
            },
            sizes=sizes,
        )

    def _of_rules(self) -> Iterator[Earned]:
        written = {rule.name: rule for rule in _rules(self._language)}
        for name in {*written, *self._rules}:
            rule = written.get(name)
            yield _earned(
                "finder" if rule is None else "rule",
                name,
                place=("", 0) if rule is None else (f"rules/{rule.file}", rule.line),
                done=self._rules.get(name, Counter()),
            )

    def _of_words(self) -> Iterator[Earned]:
        for sheet, entries in self._language.sheets.items():
            for entry in entries:
                done = self._words.get((sheet, entry.line))
                if done is not None:
                    name = f"{entry.form} = {entry.code}" if entry.code else entry.form
                    place = (f"words/{sheet}.csv", entry.line)
                    yield _earned("word", name, place=place, done=done)


def _earned(kind: str, name: str, *, place: Place, done: Mapping[str, int]) -> Earned:
    return Earned(
        kind=kind,
        name=name,
        file=place[0],
        line=place[1],
        hits=max(done.get("hits", 0), done.get("used", 0)),
        used=done.get("used", 0),
        rights=done.get("rights", 0),
        wrongs=done.get("wrongs", 0),
    )


def _ordered(found: Iterable[Earned]) -> tuple[Earned, ...]:
    verdicts = list(Verdict)
    return tuple(
        sorted(
            found,
            key=lambda e: (
                verdicts.index(e.verdict),
                e.rights - e.wrongs,
                -e.hits,
                e.kind,
                e.name,
            ),
        )
    )
