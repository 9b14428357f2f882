"""Finds words of a pack that nothing can reach: they would be dead without a word."""

from collections.abc import Iterator
from dataclasses import replace

from tawthiq.lang.check_sayings import fault
from tawthiq.lang.faults import Fault
from tawthiq.lang.language import Language
from tawthiq.lang.lexicon import Entry
from tawthiq.model.report import Segment


def check_reach(language: Language) -> Iterator[Fault]:
    """Warn of forms that are not found even where a text consists of them alone.

    A stop or a comma inside a form parts its words for ever («ca.t»); a longer or
    closer form of the same sheet may take its place at every turn. Sheets in which no
    sentence is looked up are left out.
    """
    for entry in language.sought():
        if not _is_found(entry, language):
            where = (f"{entry.sheet}.csv", entry.line)
            found = fault(where, entry.cells["form"], "unreached")
            yield replace(found, warns=True)


def _is_found(entry: Entry, language: Language) -> bool:
    form = entry.cells["form"]
    alone = Segment(start=0, end=len(form), kind="sentence", order=0, paragraph=0)
    scan = language.scan(form, alone)
    return any(hit.values is entry.cells for hit in scan.of(entry.sheet))
