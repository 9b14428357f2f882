"""Recording: evidence into a register, read and taken apart into claims."""

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TypeVar

from tawthiq.assemble.claims import claims_of
from tawthiq.engine.pool import mapped
from tawthiq.errors import InputError
from tawthiq.model.reading import Reading
from tawthiq.model.report import Report
from tawthiq.read.inputs import open_inputs
from tawthiq.read.options import ReadOptions
from tawthiq.register.services import captures, reports
from tawthiq.workflow.opening import Register
from tawthiq.workflow.progress import Progress, Watcher
from tawthiq.workflow.reading import origin_of, reading_stage
from tawthiq.workflow.relinking import link_what_is_new

Item = TypeVar("Item")

BATCH = 48
"""Reports written in one transaction: what a stop can cost, to be read again."""


def ingest(
    register: Register,
    paths: Sequence[Path],
    options: ReadOptions,
    *,
    home: Path,
    workers: int,
    watch: Watcher,
) -> Progress:
    """Take files and folders into a register: keep, read, take apart into claims.

    What is kept is on the disk before it is told of; the same files again add nothing
    but a receipt; an item that cannot be read is set aside with its reason.

    Args:
        register: the open register.
        paths: files and folders.
        options: what the user says of the reports.
        home: where the user's gazetteers are.
        workers: processes that read.
        watch: hears the counts as they grow.
    """
    work = _Ingest(register, options, watch)
    origin = origin_of()
    fresh = work.fresh(work.derived(paths), origin=reports.origin_text(origin))
    # The pool takes reports and gives readings in their order: what each report was
    # derived from waits here for its reading.
    waiting: deque[reports.Derived] = deque()
    texts = _noted(fresh, waiting)
    found = mapped(partial(reading_stage, home), texts, workers=workers)
    for batch in _batches(found):
        drawn = [_drawn(waiting.popleft(), reading) for reading in batch]
        reports.add_readings(drawn, by=register.by)
        work.count(read=len(batch))
    work.count(incidents=link_what_is_new(register))
    return work.so_far


class _Ingest:
    """One run of ingesting: its counts, and the stream of what is new."""

    def __init__(
        self, register: Register, options: ReadOptions, watch: Watcher
    ) -> None:
        self._register = register
        self._options = options
        self._watch = watch
        self.so_far = Progress()

    def count(self, fault: InputError | None = None, /, **more: int) -> None:
        grown = {k: getattr(self.so_far, k) + n for k, n in more.items()}
        kept = {k: getattr(self.so_far, k) for k in Progress.__slots__}
        self.so_far = Progress(**{**kept, **grown})
        self._watch(self.so_far, fault)

    def derived(self, paths: Sequence[Path]) -> Iterator[reports.Derived]:
        """Keep each file, then give the reports that it holds."""
        for item in _files(paths):
            capture = self._kept(item)
            if capture is None:
                continue
            for number, found in enumerate(
                open_inputs([item], stdin=None, options=self._options), start=1
            ):
                if isinstance(found, InputError):
                    self._aside(found, capture=capture)
                else:
                    yield reports.Derived(
                        report=found, capture=capture, record=str(number)
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
            digest, size = self._register.vault.keep_file(file)
        except OSError as fault:
            self._aside(_unreadable(file, fault), capture=None)
            return None
        new = captures.take_in(
            captures.Receipt(
                digest=digest,
                size=size,
                name=str(file),
                by=self._register.by,
                tool=self._register.tool,
            )
        )
        self.count(files=1, captures=int(new))
        return digest

    def _aside(self, fault: InputError, *, capture: str | None) -> None:
        captures.set_aside(fault, capture=capture)
        self.count(fault, aside=1)


def _noted(
    fresh: Iterable[reports.Derived], waiting: deque[reports.Derived]
) -> Iterator[Report]:
    for derived in fresh:
        waiting.append(derived)
        yield derived.report


def _drawn(derived: reports.Derived, reading: Reading) -> reports.Drawn:
    return reports.Drawn(derived=derived, reading=reading, claims=claims_of(reading))


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    """Give files, and those of folders in their order; hidden ones not."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for root, folders, names in os.walk(path):
            folders[:] = sorted(f for f in folders if not f.startswith("."))
            yield from (Path(root, n) for n in sorted(names) if not n.startswith("."))


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
