"""Written names: who is named in a wire in capitals, whatever befell him.

A wire writes names as it writes all else, and tells of a victim's harm sentences away
from his full name. So every row of words that may be a name is kept;
``assemble/wire_candidates.py`` weighs which of them an event harmed.
"""

from collections.abc import Iterator

from tawthiq.find.persons.runs import NameRuns
from tawthiq.find.persons.unheard import MOST, barred_words, run_end
from tawthiq.lang.language import Language
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan

LEAST = 2
"""Words of a name; one word alone is seldom one where all is in capitals."""


def find_written_names(scan: Scan, language: Language) -> list[Hit]:
    """Give the names of people that a sentence in capitals may hold.

    Args:
        scan: the sentence; its places, actors and persons must have been found.
        language: the pack; nothing is read of a sentence that is not in capitals.

    Returns:
        Hits of the sheet ``written_name``: those of the sheet ``person``, and each
        other row of two words or more that no list knows as something else.
    """
    if not scan.shouted:
        return []
    known = [h._replace(sheet="written_name") for h in scan.of("person")]
    return known + [
        _made(scan, first, last)
        for first, last in _rows(scan, language)
        if not any(h.first < last and first < h.last for h in known)
    ]


def _rows(scan: Scan, language: Language) -> Iterator[tuple[int, int]]:
    """Give the rows of words that stand as names do."""
    barred = barred_words(scan)
    runs = NameRuns(scan, language.settings)
    at = 0
    while at < len(scan.tokens):
        given = runs.given(at) if at not in barred else None
        if given is not None:
            last = min(runs.end(at, sure=given.last - at), len(scan.tokens))
        else:
            last = run_end(scan, at, runs=runs, barred=barred)
        if LEAST <= last - at <= MOST:
            yield at, last
        at = max(at + 1, last)


def _made(scan: Scan, first: int, last: int) -> Hit:
    name = scan.text[scan.tokens[first].start : scan.tokens[last - 1].end]
    return scan.make(
        "written_name",
        words=(first, last),
        values={"name": name, "age": None, "sex": None, "outcome": None},
        rule="written",
    )
