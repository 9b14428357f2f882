"""IngestOptions: how reports are taken in, told without opening a register."""

from dataclasses import dataclass, field
from pathlib import Path

from tawthiq.read.options import ReadOptions
from tawthiq.workflow.fetching.options import FetchOptions
from tawthiq.workflow.reader_choice import ReaderChoice


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestOptions:
    """How reports are taken in.

    ``home`` is where the user's gazetteers are, ``workers`` the processes that read;
    ``reading`` what the user says of the reports; ``fetching`` how addresses are
    fetched, None if they are not to be; ``choice`` which readers of one's own choice
    propose events too.
    """

    home: Path
    workers: int = 1
    reading: ReadOptions = field(default_factory=ReadOptions)
    fetching: FetchOptions | None = None
    choice: ReaderChoice | None = None
