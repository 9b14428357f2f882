"""How fast the desk answers beside a long queue: home, queue, next report, a report.

Makes a register of invented readings, all of one invented text, and asks the desk for
pages in this process. Prints the median and the 95th hundredth in milliseconds.

    .venv/bin/python bench/desk/reviewing.py [--reports 100000]
"""

import argparse
import json
import random
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from tawthiq.desk.serving import open_desk, use_desk_settings
from tawthiq.model.record import to_plain
from tawthiq.model.report import Report
from tawthiq.workflow.reading import origin_of, reading_stage
from tawthiq.workflow.registers.opening import make_register

SEED = 20310305
BATCH = 5_000
WAITING = 0.7
ROUNDS = 40
TEXT = (
    "قُتل خمسة مدنيين بينهم طفلتان وأصيب سبعة آخرون مساء الثلاثاء في قصف مدفعي على سوق"
    " قرية النخيل، بحسب الدفاع المدني."
)


def fill(reports: int) -> None:
    """Put readings of an invented text into the open register, and into its queue."""
    from tawthiq.register import models  # noqa: PLC0415 - after Django started

    with tempfile.TemporaryDirectory() as home:
        told = Report(id="r", text=TEXT, language="ar")
        reading = reading_stage(Path(home))(told)
    draw = random.Random(SEED)  # noqa: S311 - invented
    models.CaptureRow(digest="0" * 64, size=1).save()
    models.ReceiptRow(
        capture_id="0" * 64, at="2031-03-05T00:00:00+00:00", by="b", name="b", tool="b"
    ).save()
    for first in range(0, reports, BATCH):
        names = [f"r{n:07}" for n in range(first, min(first + BATCH, reports))]
        rows = [_report(models.ReportRow, name) for name in names]
        models.ReportRow.add_numbered(rows)
        read = [
            models.ReadingRow(
                report=row,
                at="2031-03-05T00:00:00+00:00",
                origin=json.dumps(to_plain(origin_of())),
                content=json.dumps(
                    to_plain(replace(reading, report=replace(told, id=row.name)))
                ),
                digest="0" * 64,
            )
            for row in rows
        ]
        models.ReadingRow.add_numbered(read)
        models.StandingRow.objects.bulk_create(
            models.StandingRow(name=one.report.name, report=one.report, reading=one)
            for one in read
        )
        models.ReviewRow.objects.bulk_create(
            models.ReviewRow(
                name=one.report.name,
                reading=one,
                state="waiting" if draw.random() < WAITING else "accepted",
                doubt=draw.random(),
                total=9,
                ruled=0,
                by="",
                at="",
            )
            for one in read
        )


def _report(kind: type, name: str) -> object:
    return kind(
        name=name,
        revision=1,
        capture_id="0" * 64,
        record="",
        language="ar",
        title=f"تقرير مختلق {name}",
        text=TEXT,
        text_digest="0" * 64,
        digest="0" * 64,
    )


def ask(reports: int) -> None:
    """Ask for each page many times, and print how long it took."""
    from django.test import Client  # noqa: PLC0415 - after Django started

    from tawthiq.desk.people.accounts import Account  # noqa: PLC0415

    person = Account.objects.create_user(username="lead", password=None, role="lead")
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    draw = random.Random(SEED)  # noqa: S311 - invented
    pages = {
        "home": lambda: "/",
        "queue": lambda: "/queue/",
        "queue, a late page": lambda: f"/queue/?page={reports // 100}",
        "next": lambda: "/queue/next/",
        "report": lambda: f"/reports/r{draw.randrange(reports):07}/",
    }
    for name, address in pages.items():
        took = []
        for _ in range(ROUNDS):
            begun = time.perf_counter()
            answer = client.get(address())
            took.append((time.perf_counter() - begun) * 1000)
            if answer.status_code not in {200, 302}:
                msg = f"{name}: {answer.status_code}"
                raise SystemExit(msg)
        took.sort()
        print(
            f"{name:20} {took[len(took) // 2]:7.1f} {took[int(len(took) * 0.95)]:7.1f}"
        )


def main() -> None:
    """Make the register, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=100_000)
    asked = parser.parse_args()
    use_desk_settings()
    with tempfile.TemporaryDirectory() as folder:
        make_register(Path(folder) / "register")
        open_desk(Path(folder) / "register")
        fill(asked.reports)
        print(f"{asked.reports} reports       median    p95 (ms)")
        ask(asked.reports)


if __name__ == "__main__":
    main()
