"""Dates: which of the dates that a report tells is an event's own.

By structure alone: the date nearest to the word that names the happening, within the
words that tell it; else the date of the sentences before, where the paragraph goes on.
The day on which something was said, the day that a page names as its own and days to
come date no event. An event may have no date: its words name none.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple, cast

from tawthiq.assemble.day_cuts import is_of_another_day
from tawthiq.assemble.evidence import Cluster, is_strong
from tawthiq.assemble.joining_rules import opens_with_place
from tawthiq.assemble.telling import Telling
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.model.event import When
from tawthiq.model.vocabulary import DateBasis, DatePrecision
from tawthiq.text.tokens import COMMA

AHEAD = 3
"""Words that a date before the word for the happening counts as farther: in Arabic
and English alike a date mostly follows what it dates."""

CLAUSE = 2
"""Words that a comma between a date and a happening counts for."""

CARRIED = 2
"""Sentences of a paragraph for which a day goes on to hold."""

YEAR_REACH = 6
"""Words between a happening and the years ago that date it."""

LEAD = 1
"""The last sentence of a report's opening: a headline and what it announces."""

NO_EVENT = frozenset({"said", "compared", "published", "future"})
"""Roles of dates that date no event."""


_VAGUE = {"last": 1, "part": 1, "vague": 2}
"""Forms of dates that give way to one that names a day, the vaguest last."""


class Told(NamedTuple):
    """A date of the report: the number of its sentence, and its hit, resolved."""

    sentence: int
    scan: Scan
    hit: Hit


def dates_of(
    events: Sequence[Cluster], scans: Sequence[Scan], *, published: date | None
) -> list[Hit | None]:
    """Give each event its date, or None.

    Args:
        events: the events of a report.
        scans: its sentences, dates resolved.
        published: the day of publication.
    """
    own = [_date(event, scans, published) for event in events]
    return [when or _of_round_up(index, events, own) for index, when in enumerate(own)]


def _of_round_up(
    index: int, events: Sequence[Cluster], whens: Sequence[Hit | None]
) -> Hit | None:
    """Give a part the day of its total, an item of a round-up that of its lead.

    «قُتل 9 أمس …: 5 في قرية …»; «شنت الطائرات أمس سلسلة غارات … ففي محافظة …»: where the
    report dates nothing else.
    """
    first = events[index].tellings[0]
    for event, when in zip(events[:index], whens, strict=False):
        if first.part_of is not None and first.part_of in event.tellings:
            return when
    told = {(w.values.get("from"), w.values.get("to")) for w in whens if w is not None}
    if index == 0 or len(told) > 1 or not opens_with_place(first):
        return None
    lead = events[0].tellings[0]
    return whens[0] if lead.sentence <= LEAD and lead.cued("some_of") else None


def _date(event: Cluster, scans: Sequence[Scan], published: date | None) -> Hit | None:
    own = [
        (_distance(hit, telling), hit)
        for telling in event.tellings
        for hit in telling.of("date")
        if _dates_events(hit, published)
    ]
    own = [pair for pair in own if not _is_far_year(pair[1], gap=pair[0][2])]
    nearest = min(own, default=None, key=lambda pair: pair[0])
    carried = None
    if nearest is None or nearest[1].values.get("form") == "part":
        # «وقع الهجوم الأحد. واقتحم المسلحون المنزل ليلا» was in the night of that day.
        carried = _carried(event.tellings[0], scans, published)
    return carried or (nearest and nearest[1])


def date_of(hit: Hit, cluster: Cluster) -> When:
    """Make a date, resolved before, a value of its event."""
    return When(
        start=cast("date | None", hit.values.get("from")),
        end=cast("date | None", hit.values.get("to")),
        precision=DatePrecision(str(hit.values.get("precision") or "day")),
        basis=DateBasis(str(hit.values.get("basis") or "stated")),
        span=cluster.span(hit),
        rule=hit.rule,
    )


def _dates_events(hit: Hit, published: date | None) -> bool:
    """Whether a date can be an event's, and is no dateline of the page."""
    if hit.values.get("role") in NO_EVENT:
        return False
    values = hit.values
    loose = not {"introduced", "days", "part"} & values.keys()
    if values.get("basis") != DateBasis.STATED or not loose:
        return True
    return published is None or not values.get("from") == values.get("to") == published


def _distance(hit: Hit, telling: Telling) -> tuple[bool, int, int]:
    """Say how far a date is from the word that names the happening, nearest first.

    A date that no day of publication resolves stands behind the others, and a span up
    to publication («منذ عام», «خلال شهر») behind those of a day, as does one that is
    counted from it («توفي بعد ذلك بيومين»).
    """
    unresolved = hit.values.get("from") is None
    vague = _VAGUE.get(str(hit.values.get("form")), 0)
    if (
        hit.values.get("role") == "since"
        or _is_unit_of_year(hit)
        or is_of_another_day(hit)
    ):
        vague = max(1, vague)
    trigger = _trigger(telling)
    if trigger is None:
        return unresolved, vague, AHEAD
    before = AHEAD if hit.first < trigger.first else 0
    gap = max(0, hit.first - trigger.last, trigger.first - hit.last)
    return unresolved, vague, gap + before + CLAUSE * _commas(telling, hit, trigger)


def _commas(telling: Telling, when: Hit, trigger: Hit) -> int:
    """Count the commas between a date and a happening, those round the date left out."""
    first, last = sorted((when, trigger), key=lambda h: h.first)
    tokens = telling.scan.tokens
    return sum(
        tokens[i].gap == COMMA
        for i in range(first.last, last.first + 1)
        if i not in {when.first, when.last}
    )


def _is_unit_of_year(hit: Hit) -> bool:
    """«هذا العام»: a year counted from publication gives way to any day told."""
    year = hit.values.get("precision") == DatePrecision.YEAR
    return year and hit.values.get("form") == "unit"


def _is_far_year(hit: Hit, *, gap: int) -> bool:
    """«… كان يعمل حدادا قبل سبع سنوات»: years ago date what stands beside, no more."""
    years = hit.values.get("precision") == DatePrecision.YEAR
    return years and hit.values.get("form") == "ago" and gap > YEAR_REACH


def _trigger(telling: Telling) -> Hit | None:
    attacks = telling.of("attack")
    strong = (h for h in attacks if is_strong(h))
    return next(strong, next(iter(attacks or telling.of("casualty")), None))


def _carried(
    telling: Telling, scans: Sequence[Scan], published: date | None
) -> Hit | None:
    """Give the day of the sentences before, where the paragraph goes on."""
    before = list(_days_before(telling, scans, published))
    if not before:
        return None
    last = before[-1]
    same = last.scan.segment.paragraph == telling.scan.segment.paragraph
    return last.hit if same and telling.sentence - last.sentence <= CARRIED else None


def _days_before(
    telling: Telling, scans: Sequence[Scan], published: date | None
) -> Iterator[Told]:
    """Give the single days that date events before the words of a telling."""
    for number in range(max(0, telling.sentence - CARRIED), telling.sentence + 1):
        for hit in scans[number].of("date"):
            one_day = hit.values.get("from") == hit.values.get("to") is not None
            if one_day and hit.start < telling.start and _is_event_day(hit, published):
                yield Told(number, scans[number], hit)


def _is_event_day(hit: Hit, published: date | None) -> bool:
    """Whether a day may hold for what follows; «قبل ثلاثة أيام» dates one thing alone."""
    lasting = hit.values.get("role") == "event" and hit.values.get("form") != "ago"
    return lasting and _dates_events(hit, published)
