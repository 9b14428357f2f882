"""Measure searching; ``python bench/desk/search.py [--reports 100000] [--keep FOLDER]``.

Fills a register with invented reports (words drawn as in a language: few often, most
seldom), each with claims, and with incidents and victims; then asks one hundred queries
of each kind and prints milliseconds: median, 95th part of a hundred, worst. ``--keep``
leaves the register for another run.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from tawthiq.model.claim import Attribute, Claim, Claimant
from tawthiq.model.incident import (
    Grade,
    Grading,
    Incident,
    IncidentDate,
    IncidentPlace,
    Victim,
)
from tawthiq.model.reading import Origin, Reading
from tawthiq.model.report import Report
from tawthiq.model.search import Bounds, SearchKind
from tawthiq.model.span import Span
from tawthiq.model.vocabulary import DatePrecision, PlaceRole
from tawthiq.workflow.reading import steady
from tawthiq.workflow.registers.opening import Register, make_register, open_register

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
VOCABULARY = 40_000
LENGTH = 130
"""Words of a report: what a post or a short piece of news has."""
CLAIMS = 8
BATCH = 500
FIRST = date(2031, 1, 1)
DAYS = 3_000
GRADE = Grade(code=Grading.WEAK, reasons=(), version="invented")


def vocabulary(chance: random.Random) -> list[str]:
    """Invent words."""
    found: dict[str, None] = {}
    while len(found) < VOCABULARY:
        word = "".join(chance.choices(LETTERS, k=chance.randint(3, 7)))
        found[word if chance.random() < 0.7 else f"ال{word}"] = None  # noqa: PLR2004
    return list(found)


class Invented:
    """Invents reports and incidents; the same each time."""

    def __init__(self) -> None:
        self.chance = random.Random(7)  # noqa: S311 - nothing is kept secret here
        self.words = vocabulary(self.chance)
        total = 0.0
        self._weights = [total := total + 1 / (rank + 3) for rank in range(VOCABULARY)]

    def said(self, number: int) -> list[str]:
        """Give words of a sentence."""
        return self.chance.choices(self.words, cum_weights=self._weights, k=number)

    def report(self, number: int) -> tuple[Reading, tuple[Claim, ...]]:
        """Give a report with its claims."""
        words = self.said(LENGTH)
        report = Report(
            id=f"invented-{number:07}",
            text=" ".join(words),
            language="ar",
            title=" ".join(words[:7]),
            published=FIRST + timedelta(days=self.chance.randrange(DAYS)),
        )
        origin = Origin(code="bench", pack={}, codebook="")
        reading = Reading(report=report, events=(), statements=(), origin=origin)
        return reading, tuple(self._claims(report))

    def _claims(self, report: Report) -> Iterator[Claim]:
        for at in range(CLAIMS):
            start = report.text.index(" ", at * 60) + 1
            end = report.text.index(" ", start + 12)
            yield Claim(
                id=f"{report.id}-{at}",
                report_id=report.id,
                event_id="e1",
                attribute=Attribute.CASUALTY,
                value=(("outcome", "killed"), ("low", at)),
                stance="affirms",
                span=Span(start=start, end=end, quote=report.text[start:end]),
                claimants=(Claimant(name="", kind="outlet"),),
                rule="invented",
            )

    def incident(self, number: int) -> Incident:
        """Give an incident with a victim."""
        place, name = self.said(2), " ".join(self.said(3))
        day = FIRST + timedelta(days=number % DAYS)
        return Incident(
            id=f"incident-{number:07}",
            code=f"XXX-{day:%Y%m%d}-{number}",
            date=IncidentDate(start=day, end=day, precision=DatePrecision.DAY),
            grade=GRADE,
            places=(IncidentPlace(role=PlaceRole.AT, name=" ".join(place)),),
            event_types=("shelling",),
            victims=(Victim(name=name, outcome="killed", names=(name,)),),
        )


def fill(register: Register, invented: Invented, number: int) -> None:
    """Put reports and a third as many incidents into a register."""
    from tawthiq.register.services import incidents, reports  # noqa: PLC0415
    from tawthiq.register.services.captures import Receipt, take_in  # noqa: PLC0415
    from tawthiq.workflow.registers import searching  # noqa: PLC0415

    digest = register.vault.keep(b"invented")
    receipt = Receipt(digest=digest, size=8, name="invented", by="bench", tool="bench")
    take_in(receipt)
    made = (invented.report(n) for n in range(number))
    while some := list(islice(made, BATCH)):
        drawn = [
            reports.Drawn(
                derived=reports.Derived(report=r.report, capture=digest, record=""),
                reading=r,
                claims=claims,
            )
            for r, claims in some
        ]
        reports.add_readings(drawn, by="bench")
        searching.keep_reports(drawn)
    told = (invented.incident(n) for n in range(number // 3))
    while group := list(islice(told, BATCH)):
        incidents.add_published(group)
        searching.index_published([one.id for one in group])


def queries(invented: Invented) -> Iterator[str]:
    """Give queries as people ask: common words, rare ones, phrases, without, begun."""
    for at in range(20):
        common, rare = invented.words[at], invented.words[900 + at * 700]
        yield common
        yield f"{common} {rare}"
        yield f"{rare} أو {invented.words[at + 40]} -{common}"
        yield f'"{common} {invented.words[at + 3]}"'
        yield f"{rare[:3]}* {common}"


def measure(invented: Invented) -> None:
    """Ask, and print how long it took."""
    from tawthiq.workflow.registers.searching import search  # noqa: PLC0415

    asked = list(queries(invented))
    since = Bounds(since=FIRST + timedelta(days=DAYS // 2))
    for kind in SearchKind:
        for name, bounds in (("", None), (" since", since)):
            search(asked[0], kind, bounds=bounds)
            took: list[float] = []
            spent = time.process_time()
            hits = 0
            for query in asked:
                start = time.perf_counter()
                hits += len(search(query, kind, bounds=bounds).hits)
                took.append((time.perf_counter() - start) * 1000)
            spent = (time.process_time() - spent) / len(asked) * 1000
            took.sort()
            print(
                f"{kind + name:16} median {statistics.median(took):6.1f} ms"
                f"  p95 {took[int(len(took) * 0.95)]:6.1f}  worst {took[-1]:6.1f}"
                f"  of the processor {spent:5.1f} a query  hits shown {hits}"
            )


def main() -> None:
    """Fill, ask, print."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("--reports", type=int, default=100_000)
    told.add_argument("--keep", type=Path)
    options = told.parse_args()
    invented = Invented()
    steady()
    with tempfile.TemporaryDirectory() as aside:
        folder = options.keep or Path(aside) / "register"
        if (folder / "register.toml").exists():
            open_register(folder)
        else:
            start = time.perf_counter()
            fill(make_register(folder), invented, options.reports)
            print(
                f"filled with {options.reports:,}: {time.perf_counter() - start:.0f} s"
            )
        measure(invented)


if __name__ == "__main__":
    main()
