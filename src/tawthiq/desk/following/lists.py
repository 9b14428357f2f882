"""What wants a hand: each list with what a person can do about it."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from django.conf import settings

from tawthiq.desk.adding.names import fault_words
from tawthiq.desk.preferences import current
from tawthiq.desk.restricting import sight
from tawthiq.desk.restricting.carriers import hidden_captures, jobs_in_sight
from tawthiq.model.job import READING, Job, JobState
from tawthiq.model.vocabulary import PlaceState
from tawthiq.register.models import ClaimRow
from tawthiq.register.search import telling
from tawthiq.register.services import captures, jobs
from tawthiq.workflow.checking import check, units_for
from tawthiq.workflow.registers.viewing import all_incidents

MOST = 100
"""Lines of each list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnfoundPlace:
    """A name that no gazetteer answers, or several places do, and how often it stands.

    ``report`` names the first report that has it, ``title`` is how that begins.
    """

    name: str
    state: str
    claims: int
    report: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A finding in the reader's language, with the incidents that it names."""

    message: str
    severity: str
    codes: tuple[str, ...]


def places_not_found() -> list[UnfoundPlace]:
    """Give place names that stand without a point, the most frequent first."""
    counted: Counter[tuple[str, str]] = Counter()
    first: dict[tuple[str, str], str] = {}
    held = ClaimRow.objects.filter(
        attribute="place", reading__standingrow__isnull=False
    )
    seen = sight.current().of_reports(held, "reading__report__name")
    rows = seen.values_list("value", "reading__report__name")
    for value, report in rows.iterator(2000):
        told = dict(json.loads(value))
        if told.get("state") != PlaceState.RESOLVED:
            key = (str(told.get("name")), str(told.get("state")))
            counted[key] += 1
            first.setdefault(key, report)
    most = counted.most_common(MOST)
    texts = telling.texts([first[key] for key, _ in most])
    return [
        UnfoundPlace(
            name=key[0],
            state=key[1],
            claims=number,
            report=first[key],
            title=_title(texts.get(first[key])),
        )
        for key, number in most
    ]


def _title(told: telling.Text | None) -> str:
    """Give the title of a report, or its first line."""
    if told is None:
        return ""
    return told.title or told.text.strip().partition("\n")[0]


def set_aside() -> list[str]:
    """Give what could not be taken in, with its remedy; dead links have a list of theirs."""
    lang = current().lang
    told = captures.aside(but=hidden_captures())
    return [fault_words(fault, lang) for fault in islice(told, MOST)]


def failed_jobs() -> list[Job]:
    """Give the jobs that a person must look at."""
    latest = jobs_in_sight(jobs.latest(10 * MOST, kinds=READING))
    return [one for one in latest if one.state is JobState.FAILED]


def contradictions() -> list[Told]:
    """Give what cannot be right in the incidents, or seldom is."""
    return list(islice(_found(), MOST))


def _found() -> Iterator[Told]:
    lang = current().lang
    hidden = sight.current().incidents
    incidents = tuple(one for one in all_incidents() if one.id not in hidden)
    units = units_for(incidents, settings.HOME)
    for one in check(incidents, units=units):
        yield Told(message=one.message(lang), severity=one.severity, codes=one.codes)
