"""Reading: one report through every stage, from its text to its events.

No stage sees the network, the clock or a database; the same report, packs and code
give the same reading.
"""

import gc
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import TypeVar

from tawthiq import __version__
from tawthiq.assemble.events import assemble
from tawthiq.assemble.statements import statements_of
from tawthiq.assemble.telling import HARMED
from tawthiq.errors import InputError, OptionError
from tawthiq.find.actors.finder import find_actors
from tawthiq.find.attacks import find_attacks
from tawthiq.find.casualties.counts import find_counts
from tawthiq.find.casualties.finder import find_casualties, settle
from tawthiq.find.dates.finder import find_dates
from tawthiq.find.numbers import find_numbers
from tawthiq.find.persons.finder import find_persons
from tawthiq.find.persons.unheard import find_unheard
from tawthiq.find.persons.written import find_written_names
from tawthiq.find.places.finder import place_finder
from tawthiq.find.sources.finder import find_sources
from tawthiq.find.struck import find_struck
from tawthiq.find.weapons import find_weapons
from tawthiq.gazetteer.index import PlaceIndex
from tawthiq.lang.language import Language, languages, load_language, pack_settings
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.model.event import EventReport
from tawthiq.model.mention import Mention
from tawthiq.model.reading import Origin, Reading
from tawthiq.model.report import Report
from tawthiq.read.containers.columns import parse_columns
from tawthiq.read.options import ReadOptions
from tawthiq.read.segments.cutting import segments
from tawthiq.read.written import day_written
from tawthiq.resolve.dates import resolve_dates
from tawthiq.workflow.fetching.options import FetchOptions
from tawthiq.workflow.intake import reports_from
from tawthiq.workflow.placing import placed

Finder = Callable[[Scan, Language], list[Hit]]
Taken = TypeVar("Taken")


class Reader:
    """Reads reports.

    Args:
        places: the index of places.
    """

    def __init__(self, *, places: PlaceIndex) -> None:
        self._places = places
        self._around = (
            place_finder(places),
            find_struck,
            find_persons,
            find_unheard,
            find_written_names,
        )

    def scans(self, report: Report, *, harm_only: bool = False) -> list[Scan]:
        """Cut a report into sentences and find everything their words name.

        Args:
            report: the report.
            harm_only: leave out what stands round an event where none is told.
        """
        return self._scans(report, day_written(report), harm_only=harm_only)

    def _scans(
        self, report: Report, written: date | None, *, harm_only: bool
    ) -> list[Scan]:
        read = list(_sentences(report))
        for scan, language in read:
            _find(HARM, scan, language)
        told = any(_may_tell(scan) for scan, _ in read)
        around = self._around if told or not harm_only else ()
        for scan, language in read:
            _find((*around, find_sources), scan, language)
        found = [scan for scan, _ in read]
        settle(found)
        _resolve_dates(found, written)
        return found

    def read(self, report: Report) -> Reading:
        """Give the events and statements of one report.

        A report in a language without a pack gives none of either.
        """
        known = report.language in languages()
        written = day_written(report)
        scans = self._scans(report, written, harm_only=True) if known else []
        told = assemble(scans, published=written)
        return Reading(
            report=report,
            events=placed(told, self._places, scans),
            statements=statements_of(scans),
            origin=origin_of(),
        )

    def placed(self, events: Sequence[EventReport]) -> tuple[EventReport, ...]:
        """Find where the places of events lie that were made elsewhere."""
        return placed(events, self._places)

    def spot(self, report: Report) -> tuple[Mention, ...]:
        """Give every mention of one report, without events."""
        if report.language not in languages():
            return ()
        return tuple(
            Mention(
                kind=kind,
                span=scan.span(hit.start, hit.end),
                rule=hit.rule,
                values={k: v for k, v in hit.values.items() if not k.startswith("_")},
            )
            for scan in self.scans(report)
            for sheet, kind in MENTIONED.items()
            for hit in scan.of(sheet)
        )


def reading_stage(home: Path) -> Callable[[Report], Reading]:
    """Make the stage that reads reports: the places are opened once.

    It can be sent to another process as ``partial(reading_stage, home)``.
    """
    reader = Reader(places=PlaceIndex(home))
    first = True

    def read(report: Report) -> Reading:
        nonlocal first
        reading = reader.read(report)
        if first:
            steady()
            first = False
        return reading

    return read


@cache
def origin_of() -> Origin:
    """Give the versions of the code, the packs and the codebook that read here."""
    from tawthiq.lang.codebook import load_codebook  # noqa: PLC0415

    packs = {name: pack_settings(name)["version"] for name in languages()}
    return Origin(code=__version__, pack=packs, codebook=load_codebook().version)


_ARABIC = re.compile("[\u0620-\u064a]+")
_LATIN = re.compile("[A-Za-z]+")


def script_of(text: str) -> str | None:
    """Tell Arabic from Latin letters; None where a text has neither.

    A post that says the same in two languages is read sentence by sentence, each by
    the pack of its script.
    """
    if _LATIN.search(text) is None:
        return None if _ARABIC.search(text) is None else "ar"
    arabic = sum(map(len, _ARABIC.findall(text)))
    latin = sum(map(len, _LATIN.findall(text)))
    return "ar" if arabic >= latin else "en"


MENTIONED = {
    "date": "date",
    "count": "count",
    "place": "place",
    "actor": "actor",
    "weapon": "weapon",
    "struck": "struck",
    "person": "person",
    "attack": "cue",
    "source": "cue",
}
"""The sheets of finders that ``tawthiq spot`` prints, and the kinds it calls them."""


def readings(
    words: Sequence[str | Path],
    options: ReadOptions,
    *,
    home: Path,
    fetching: FetchOptions | None = None,
) -> Iterator[Reading | InputError]:
    """Read files, folders, standard input and, where ``fetching`` says so, addresses.

    An item that cannot be read is told.
    """
    return each(words, options, home=home, fetching=fetching, take=Reader.read)


def spottings(
    words: Sequence[str | Path],
    options: ReadOptions,
    *,
    home: Path,
    fetching: FetchOptions | None = None,
) -> Iterator[tuple[Report, tuple[Mention, ...]] | InputError]:
    """Spot the mentions of what `readings` reads."""

    def spotted(reader: Reader, report: Report) -> tuple[Report, tuple[Mention, ...]]:
        return report, reader.spot(report)

    return each(words, options, home=home, fetching=fetching, take=spotted)


def each(
    words: Sequence[str | Path],
    options: ReadOptions,
    *,
    home: Path,
    fetching: FetchOptions | None,
    take: Callable[[Reader, Report], Taken],
) -> Iterator[Taken | InputError]:
    """Open the places and take each report in turn; pass on what cannot be read."""
    reader = Reader(places=PlaceIndex(home))
    items = reports_from(
        words, stdin=sys.stdin.buffer, options=options, fetching=fetching
    )
    for number, item in enumerate(items):
        yield item if isinstance(item, InputError) else take(reader, item)
        if number == 0:
            steady()


def options_of(
    *, published: str, outlet: str, language: str, columns: str = ""
) -> ReadOptions:
    """Make options of words on the command line; an empty word says nothing.

    Raises:
        OptionError: if the day of publication is no day, or the columns are none.
    """
    try:
        day = date.fromisoformat(published) if published else None
    except ValueError as fault:
        raise OptionError(
            ar=f"«{published}» ليس يوما",
            en=f"{published!r} is no day",
            where="--published",
            remedy_ar="اكتبه هكذا: 2031-03-05",
            remedy_en="write it like 2031-03-05",
        ) from fault
    return ReadOptions(
        published=day,
        outlet=outlet or None,
        language=language or None,
        columns=parse_columns(columns),
    )


HARM: tuple[Finder, ...] = (
    find_numbers,
    find_counts,
    find_dates,
    find_attacks,
    find_actors,
    find_weapons,
    find_casualties,
)
"""The finders that say whether harm is told; each builds on those before it."""


def _sentences(report: Report) -> Iterator[tuple[Scan, Language]]:
    """Give the sentences of a report, each by the pack of its script.

    What has no letters is read by the pack of the report, where there is one.
    """
    known = languages()
    for segment in segments(report):
        said = script_of(report.text[segment.start : segment.end]) or report.language
        if said not in known:
            continue
        language = load_language(said)
        scan = language.scan(report.text, segment)
        if scan.tokens:
            yield scan, language


def _find(finders: Iterable[Finder], scan: Scan, language: Language) -> None:
    for finder in finders:
        scan.add(finder(scan, language))


def steady() -> None:
    """Keep the collector from walking the packs again and again, once they are open.

    What a reading makes holds no cycles, and the packs are never let go: a walk over
    them takes a sixth of the time and frees nothing (bench/speed). It sets the
    collector of the whole process, so it is called by whoever owns that: the commands.
    """
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def _may_tell(scan: Scan) -> bool:
    """Say whether a sentence may tell of harm: a name alone may say whom it befell."""
    if scan.of("attack") or scan.of("casualty"):
        return True
    return any(hit.code in HARMED for hit in scan.of("outcomes"))


def _resolve_dates(scans: Sequence[Scan], published: date | None) -> None:
    """Count every date expression from the day of publication."""
    dates = [h for scan in scans for h in scan.of("date")]
    if not dates:
        return
    days = iter(resolve_dates([h.values for h in dates], published))
    found = dict(zip(((h.start, h.end) for h in dates), days, strict=True))

    def counted(hit: Hit) -> Hit:
        day = found[hit.start, hit.end]
        values = {
            "from": day.start,
            "to": day.end,
            "precision": day.precision,
            "basis": day.basis,
        }
        return hit._replace(values={**hit.values, **values})

    for scan in scans:
        scan.replace("date", counted)
