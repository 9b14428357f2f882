"""Proposing: readers of one's own choice beside the rules, or in their place.

What they propose is kept where it stands in the report word for word
(``tawthiq.propose``), bears its reader's name as its rule, and is no telling of the
report's own: beside rules it founds and joins no incident (`Reading.spoken`).
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tawthiq.errors import InputError
from tawthiq.gazetteer.index import PlaceIndex
from tawthiq.lang.codebook import load_codebook
from tawthiq.lang.language import languages, load_language
from tawthiq.model.event import EventReport, PlaceClaim
from tawthiq.model.reading import Origin, Reading
from tawthiq.model.report import Report
from tawthiq.propose.plain_values import Why
from tawthiq.propose.reader import ProposingReader, open_reader
from tawthiq.propose.verbatim import Dropped, Kept, kept
from tawthiq.read.options import ReadOptions
from tawthiq.workflow.fetching.options import FetchOptions
from tawthiq.workflow.reader_choice import ReaderChoice
from tawthiq.workflow.reading import Reader, each, origin_of, steady

SAYS = {
    Why.FORM: ("شكل آخر", "another form"),
    Why.QUOTE: ("اقتباس ليس في التقرير", "quote not in the report"),
    Why.CODE: ("رمز مجهول", "unknown code"),
    Why.NUMBER: ("عدد أو يوم غير ممكن", "impossible number or day"),
    Why.MANY: ("أكثر مما يُقبل", "more than is taken"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What is told of a reader: that it failed, or what of its words was dropped.

    A plain record, for it crosses from one process to another.
    """

    ar: str
    en: str
    where: str
    remedy_ar: str = ""
    remedy_en: str = ""
    failed: bool = False

    def error(self) -> InputError:
        """Give the note as users meet it."""
        return InputError(
            ar=self.ar,
            en=self.en,
            where=self.where,
            remedy_ar=self.remedy_ar,
            remedy_en=self.remedy_en,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """A reading with proposals; None where readers read alone and all of them failed."""

    reading: Reading | None
    notes: tuple[Note, ...]


class Proposer:
    """Reads with the rules and the readers chosen, or with those alone.

    Args:
        choice: which readers.

    Raises:
        OptionError: a reader does not exist or its settings are wrong.
    """

    def __init__(self, choice: ReaderChoice) -> None:
        self._alone = choice.alone
        self._readers = tuple(open_reader(word) for word in choice.told)
        self._codebook = load_codebook()

    def origin(self, names: Sequence[str] | None = None) -> Origin:
        """Give what makes the readings: the rules' versions and the readers' names.

        Args:
            names: those that answered; all of them where not told.
        """
        if names is None:
            names = [reader.name for reader in self._readers]
        origin = origin_of()
        if self._alone:
            return replace(origin, alone=tuple(names))
        return replace(origin, beside=tuple(names))

    def read(self, reader: Reader, report: Report) -> Proposed:
        """Read a report; a reader that fails is told, and the others go on."""
        notes: list[Note] = []
        events: list[EventReport] = []
        answered: list[str] = []
        for one in self._readers:
            said = self._asked(one, report)
            if isinstance(said, Note):
                notes.append(said)
                continue
            answered.append(one.name)
            found = _numbered(said.events, len(events))
            events += reader.placed([_headed(e, report.language) for e in found])
            if said.dropped:
                notes.append(_dropped(one.name, report, said.dropped))
        if self._alone and not answered:
            return Proposed(reading=None, notes=tuple(notes))
        own = None if self._alone else reader.read(report)
        reading = Reading(
            report=report,
            events=(*(own.events if own else ()), *events),
            statements=own.statements if own else (),
            origin=self.origin(answered),
        )
        return Proposed(reading=reading, notes=tuple(notes))

    def _asked(self, reader: ProposingReader, report: Report) -> Kept | Note:
        try:
            said = reader.propose(report)
            return kept(said, report, codebook=self._codebook, reader=reader.name)
        except InputError as fault:
            return Note(
                ar=fault.ar,
                en=fault.en,
                where=f"{fault.where}: {report.id}",
                remedy_ar=fault.remedy_ar,
                remedy_en=fault.remedy_en,
                failed=True,
            )
        except Exception as fault:  # noqa: BLE001 - a plug-in may fail in any way
            told = f"{type(fault).__name__}: {fault}"
            return Note(
                ar=f"أخفق القارئ ({told})",
                en=f"the reader failed ({told})",
                where=f"{reader.name}: {report.id}",
                failed=True,
            )


def _numbered(events: Sequence[EventReport], before: int) -> list[EventReport]:
    """Number the proposals of a report through, whoever made them."""
    return [
        replace(event, id=f"p{number}")
        for number, event in enumerate(events, before + 1)
    ]


def _headed(event: EventReport, language: str) -> EventReport:
    """Part each place's name from the noun before it, as the index of places needs."""
    if language not in languages():
        return event
    pack = load_language(language)
    heads = {entry.form: entry.code for entry in pack.sheets["place_heads"]}

    def parted(claim: PlaceClaim) -> PlaceClaim:
        first, _, rest = claim.name.partition(" ")
        stems = pack.affixes.stems(pack.key(first))
        head = next((heads[s.text] for s in stems if s.text in heads), None)
        if head is None or not rest.strip():
            return claim
        return replace(claim, name=rest.strip(), head=head)

    return replace(event, places=tuple(map(parted, event.places)))


def _dropped(name: str, report: Report, dropped: Sequence[Dropped]) -> Note:
    counts = Counter(one.why for one in dropped)
    ar, en = (
        " · ".join(f"{SAYS[why][side]}: {counts[why]}" for why in Why if counts[why])
        for side in (0, 1)
    )
    return Note(
        ar=f"أُسقط مما اقترحه {len(dropped)} ({ar})",
        en=f"dropped of what it proposed: {len(dropped)} ({en})",
        where=f"{name}: {report.id}",
    )


def proposing_stage(home: Path, choice: ReaderChoice) -> Callable[[Report], Proposed]:
    """Make the stage that reads reports with readers of one's own choice.

    It can be sent to another process as ``partial(proposing_stage, home, choice)``.
    """
    reader, proposer = Reader(places=PlaceIndex(home)), Proposer(choice)
    first = True

    def read(report: Report) -> Proposed:
        nonlocal first
        found = proposer.read(reader, report)
        if first:
            steady()
            first = False
        return found

    return read


def proposed_readings(
    words: Sequence[str | Path],
    options: ReadOptions,
    *,
    home: Path,
    fetching: FetchOptions | None,
    choice: ReaderChoice,
) -> Iterator[Reading | Note | InputError]:
    """Read as `readings` does, with readers of one's own choice.

    Yields:
        for each report what is told of its readers, then its reading; an InputError
        for what cannot be read at all.

    Raises:
        OptionError: a reader does not exist or its settings are wrong.
    """
    read = Proposer(choice).read

    def taken(reader: Reader, report: Report) -> Proposed:
        return read(reader, report)

    for item in each(words, options, home=home, fetching=fetching, take=taken):
        if isinstance(item, InputError):
            yield item
            continue
        yield from item.notes
        if item.reading is not None:
            yield item.reading
