"""Reading as one types: nothing of it is kept."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from tawthiq.desk.adding.names import PASTED
from tawthiq.model.reading import Reading
from tawthiq.model.report import Report
from tawthiq.read.inputs import captures_of, reports_of
from tawthiq.read.options import ReadOptions
from tawthiq.read.source import Source
from tawthiq.workflow.reading import reading_stage


def read_text(text: str, options: ReadOptions, *, home: Path) -> Reading | None:
    """Read a text; None where there is nothing to read.

    Args:
        text: as typed.
        options: what is said of it.
        home: where the user's gazetteers are.
    """
    with Source.of_bytes(text.encode(), PASTED) as source:
        for capture in captures_of(source, options):
            if isinstance(capture, Exception):
                return None
            for report in reports_of(capture, options):
                if isinstance(report, Report):
                    return _stage(home)(report)
    return None


@cache
def _stage(home: Path) -> Callable[[Report], Reading]:
    """Load the reader once, when somebody first types."""
    return reading_stage(home)
