"""Recording: evidence into a register, read and taken apart into claims."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TypeVar

from tawthiq.assemble.claims import claims_of
from tawthiq.engine.pool import mapped
from tawthiq.errors import InputError
from tawthiq.model.reading import Origin, Reading
from tawthiq.model.report import Report
from tawthiq.read.capture import Capture
from tawthiq.read.inputs import captures as captured
from tawthiq.read.inputs import captures_of, files_in, reports_of
from tawthiq.read.options import ReadOptions
from tawthiq.read.source import Source
from tawthiq.register.services import captures, reports
from tawthiq.register.services.together import together
from tawthiq.workflow.fetching.faults import asked_for
from tawthiq.workflow.fetching.options import FetchOptions
from tawthiq.workflow.ingest_options import IngestOptions
from tawthiq.workflow.intake import is_address, taken_in
from tawthiq.workflow.progress import Progress, Watcher
from tawthiq.workflow.reading import origin_of, reading_stage, steady
from tawthiq.workflow.registers.opening import Register
from tawthiq.workflow.registers.relinking import link_what_is_new
from tawthiq.workflow.registers.revising import fill_queue
from tawthiq.workflow.registers.searching import keep_reports

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFile:
    """A capture in the vault, and the name that it came under."""

    digest: str
    name: str


BATCH = 48
"""Reports written in one transaction: what a stop can cost, to be read again."""


def ingest(
    register: Register,
    words: Sequence[str | Path],
    options: IngestOptions,
    *,
    watch: Watcher,
) -> Progress:
    """Take files and folders into a register: keep, read, take apart into claims.

    What is kept is on the disk before it is told of; the same files again add nothing
    but a receipt; an item that cannot be read is set aside with its reason.

    Args:
        register: the open register.
        words: files, folders, and addresses where they are to be fetched.
        options: how.
        watch: hears the counts as they grow.
    """
    work = _Ingest(register, options.reading, watch)
    return _run(work, work.derived(words, options.fetching), options)


def ingest_kept(
    register: Register,
    kept: KeptFile,
    options: IngestOptions,
    *,
    watch: Watcher,
) -> Progress:
    """Read a capture that is in the register already, as `ingest` reads a file.

    A second time it adds nothing at all, not even a receipt.

    Args:
        register: the open register.
        kept: which capture, and the name that it came under.
        options: how.
        watch: hears the counts as they grow.

    Raises:
        EvidenceError: the bytes are missing, or no longer what they were.
    """
    work = _Ingest(register, options.reading, watch)
    return _run(work, work.kept(kept), options)


def _run(
    work: "_Ingest", derived: Iterator[reports.Derived], options: IngestOptions
) -> Progress:
    origin = _origin(options)
    register = work.register
    fresh = work.fresh(derived, origin=reports.origin_text(origin))
    # The pool takes reports and gives readings in their order: what each report was
    # derived from waits here for its reading.
    waiting: deque[reports.Derived] = deque()
    texts = _noted(fresh, waiting)
    for batch in _batches(_read(texts, options, work)):
        drawn = [
            _drawn(derived, reading)
            for reading in batch
            for derived in (waiting.popleft(),)
            if reading is not None
        ]
        with together():
            reports.add_readings(drawn, by=register.by)
            keep_reports(drawn)
        work.count(read=len(drawn))
    steady()  # linking holds many records at once, none of them in cycles
    work.count(incidents=link_what_is_new(register))
    while fill_queue():
        pass
    return work.so_far


class _Ingest:
    """One run of ingesting: its counts, and the stream of what is new."""

    def __init__(
        self, register: Register, options: ReadOptions, watch: Watcher
    ) -> None:
        self.register = register
        self._options = options
        self._watch = watch
        self.so_far = Progress()

    def count(self, fault: InputError | None = None, /, **more: int) -> None:
        grown = {k: getattr(self.so_far, k) + n for k, n in more.items()}
        kept = {k: getattr(self.so_far, k) for k in Progress.__slots__}
        self.so_far = Progress(**{**kept, **grown})
        self._watch(self.so_far, fault)

    def derived(
        self, words: Sequence[str | Path], fetching: FetchOptions | None
    ) -> Iterator[reports.Derived]:
        """Keep what was received, then give the reports that it holds."""
        for word in words:
            if isinstance(word, str) and is_address(word):
                yield from self._fetched(word, fetching)
                continue
            for file in files_in(Path(word)):
                capture = self._kept(file)
                if capture is not None:
                    found = captured([file], stdin=None, options=self._options)
                    yield from self._reports(found, capture)

    def kept(self, file: KeptFile) -> Iterator[reports.Derived]:
        """Give the reports of bytes that were received before."""
        data = self.register.vault.read(file.digest)
        with Source.of_bytes(data, file.name) as source:
            yield from self._reports(captures_of(source, self._options), file.digest)

    def _fetched(
        self, address: str, fetching: FetchOptions | None
    ) -> Iterator[reports.Derived]:
        found = taken_in(
            [address], stdin=None, options=self._options, fetching=fetching
        )
        for item in found:
            if isinstance(item, InputError):
                self._aside(asked_for(item, address), capture=None)
            else:
                digest = self.register.vault.keep(item.data)
                self._received(digest, len(item.data), item.where)
                yield from self._reports([item], digest)

    def _reports(
        self, found: Iterable[Capture | InputError], capture: str
    ) -> Iterator[reports.Derived]:
        for item in found:
            if isinstance(item, InputError):
                self._aside(item, capture=capture)
                continue
            for report in reports_of(item, self._options):
                if isinstance(report, InputError):
                    self._aside(report, capture=capture)
                else:
                    yield reports.Derived(
                        report=report, capture=capture, record=item.record or ""
                    )

    def fresh(
        self, derived: Iterable[reports.Derived], *, origin: str
    ) -> Iterator[reports.Derived]:
        """Leave out what stands in the register with this text, read by this version."""
        for batch in _batches(derived):
            known = reports.known([d.report for d in batch], origin=origin)
            self.count(known=sum(d.report.id in known for d in batch))
            yield from (d for d in batch if d.report.id not in known)

    def _kept(self, file: Path) -> str | None:
        try:
            digest, size = self.register.vault.keep_file(file)
        except OSError as fault:
            self._aside(_unreadable(file, fault), capture=None)
            return None
        self._received(digest, size, str(file))
        return digest

    def _received(self, digest: str, size: int, name: str) -> None:
        new = captures.take_in(
            captures.Receipt(
                digest=digest,
                size=size,
                name=name,
                by=self.register.by,
                tool=self.register.tool,
            )
        )
        self.count(files=1, captures=int(new))

    def _aside(self, fault: InputError, *, capture: str | None) -> None:
        captures.set_aside(fault, capture=capture)
        self.count(fault, aside=1)


def _origin(options: IngestOptions) -> Origin:
    """Give what will have read here; what is wrong with a reader is told at once."""
    if options.choice is None:
        return origin_of()
    # Loaded by those who ask for it: it may speak to the network.
    from tawthiq.workflow.proposing import Proposer  # noqa: PLC0415

    return Proposer(options.choice).origin()


def _read(
    texts: Iterable[Report], options: IngestOptions, work: "_Ingest"
) -> Iterator[Reading | None]:
    """Read reports in their order; None where readers chosen to read alone all failed."""
    if options.choice is None:
        stage = partial(reading_stage, options.home)
        yield from mapped(stage, texts, workers=options.workers)
        return
    from tawthiq.workflow.proposing import proposing_stage  # noqa: PLC0415 - as above

    proposing = partial(proposing_stage, options.home, options.choice)
    for proposed in mapped(proposing, texts, workers=options.workers):
        for note in proposed.notes:
            work.count(note.error(), failed=int(note.failed))
        yield proposed.reading


def _noted(
    fresh: Iterable[reports.Derived], waiting: deque[reports.Derived]
) -> Iterator[Report]:
    for derived in fresh:
        waiting.append(derived)
        yield derived.report


def _drawn(derived: reports.Derived, reading: Reading) -> reports.Drawn:
    return reports.Drawn(derived=derived, reading=reading, claims=claims_of(reading))


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    stream = iter(items)
    while batch := list(islice(stream, BATCH)):
        yield batch


def _unreadable(file: Path, fault: OSError) -> InputError:
    return InputError(
        ar=f"تعذرت قراءة الملف: {fault.strerror}",
        en=f"the file cannot be read: {fault.strerror}",
        where=str(file),
        remedy_ar="تحقق من وجوده ومن صلاحية قراءته",
        remedy_en="see that it is there and that you may read it",
    )
