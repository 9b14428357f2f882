"""Day cuts: where, in a sentence, the day changes, and with it what is told.

«قصف … في 3 شباط السوق، وفي التاسع منه قتل طفلان بلغم»: what has a day of its own behind
a comma is another happening; what was cut too finely is joined again by ``joining``.
"""

from collections.abc import Iterable, Iterator

from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import COMMA, JOINED

OPENS = 4
"""Words behind a comma in which a day opens what is told there."""

HARMS = ("attack", "casualty")


def single_days(dates: Iterable[Hit]) -> set[object]:
    """Give the days of the dates that are one day each, those of statements left out."""
    return {
        h.values["from"]
        for h in dates
        if h.values.get("role") == "event"
        and h.values.get("from") is not None
        and h.values["from"] == h.values.get("to")
    }


def is_of_another_day(when: Hit) -> bool:
    """Say whether days are counted from the date before, to one that is not that."""
    step = str(when.values.get("step", "")).removeprefix("-")
    return when.values.get("form") == "anaphor" and step.isdigit() and step != "0"


def days_turned(scan: Scan) -> Iterator[int]:
    """Find where a sentence turns to another day, and harm is told on either side."""
    dates = scan.of("date")
    if not dates:
        return
    last = 0
    for first in _openings(scan):
        behind = [h for h in dates if first <= h.first < first + OPENS]
        before = single_days(h for h in dates if last <= h.first < first)
        turned = single_days(behind[:1])
        apart = turned and before and not turned & before
        if apart and _told(scan, last, first) and _told(scan, first, len(scan.tokens)):
            last = first
            yield first


def had_been(scan: Scan) -> Iterator[int]:
    """Find where a sentence turns to what had been before: «…، وكان أربعة قد قتلوا بقصف»."""
    for cue in scan.of("event_cues"):
        if cue.code != "had" or scan.tokens[cue.first].gap != COMMA:
            continue
        behind = range(cue.first, len(scan.tokens))
        attacked = any(h.first in behind for h in scan.of("attack"))
        if attacked and "and" in cue.means and _told(scan, 0, cue.first):
            yield cue.first


def recall_left(scan: Scan) -> Iterator[int]:
    """Find where a sentence that opens with a recall comes to its news.

    «بعد يومين من القصف الذي أودى بحياة تسعة، شنت الطائرات غارات …»: on either side of the
    comma harm is told anew.
    """
    opens = {h.code for h in scan.of("event_cues") if h.first == 0}
    if not {"background", "clause"} <= opens:
        return
    news = [h for h in scan.of("attack") if is_news(h)]
    counted = scan.of("casualty")
    for at, token in enumerate(scan.tokens[1:], 1):
        if token.gap != COMMA:
            continue
        recalled = any(h.first < at for h in (*news, *counted))
        if recalled and any(h.first >= at for h in news):
            yield at
            return


def is_news(attack: Hit) -> bool:
    """Say whether an attack word tells of an attack by itself, and points back at none."""
    return attack.values["strength"] == "strong" and not attack.values["definite"]


def _openings(scan: Scan) -> Iterator[int]:
    """Give the words behind a comma, and those that an "and" joins to what precedes."""
    joins = {
        h.first for h in (*scan.of("date"), *scan.of("date_words")) if "and" in h.means
    }
    for at, token in enumerate(scan.tokens[1:], 1):
        if token.gap == COMMA or (at in joins and token.gap == JOINED):
            yield at


def _told(scan: Scan, first: int, last: int) -> bool:
    return any(first <= h.first < last for sheet in HARMS for h in scan.of(sheet))
