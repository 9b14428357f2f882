"""Measure how fast and how large the reader is; ``make speed`` runs it.

    python bench/speed/speed.py [--sample N] [--profile] [--keep]

Reports a second of CPU time on one core over the Airwars dev reports of ``../shared``
(where it is absent: over the shipped examples), each read for the first time, and again
when its words and places are known; the start-up of ``tawthiq read`` on one file in a
fresh process; the peak memory. The calibration line says how fast this machine is while
it measures. Where others use it too, CPU time still sways by a third: compare edits by
the calls a report takes (``--calls`` alone), which do not sway.
"""

import argparse
import cProfile
import gc
import json
import pstats
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "quality"))

import material

from tawthiq import machine_code
from tawthiq.cli.main import GARBAGE
from tawthiq.model.report import Report
from tawthiq.workflow.reading import Reader, steady

ROOT = Path(__file__).resolve().parents[2]
REPORTS = material.BENCH / "airwars" / "dev" / "reports.jsonl"
EXAMPLES = ROOT / "examples"
MEASURED = Path(__file__).with_name("measured.json")
WARM_UP = 50
CALIBRATION = 2_000_000
COUNTED = 300
"""Reports over which calls are counted."""
KIB = 1024


def reports(most: int) -> list[Report]:
    """Give the reports to be read, spread over the file when only some are taken."""
    if not REPORTS.is_file():
        return list(_examples()) * 20
    found = [material.report_of(r) for r in material.rows(REPORTS)]
    step = max(1, len(found) // most) if most else 1
    return found[::step]


def _examples() -> Iterator[Report]:
    for path in sorted(EXAMPLES.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        yield material.report_of({"id": path.name, "text": text, "lang": ""})


def calibration() -> float:
    """Give the CPU seconds of a fixed loop: the speed of this machine now."""
    start = time.process_time()
    total = 0
    for number in range(CALIBRATION):
        total += number & 7
    return time.process_time() - start


def warm(reader: Reader, found: Sequence[Report]) -> None:
    """Load what is loaded once, and settle the collector as the commands do."""
    for report in found[:WARM_UP]:
        reader.read(report)
    steady()


def throughput(reader: Reader, found: Sequence[Report]) -> float:
    """Give reports read in a second of CPU time."""
    start = time.process_time()
    for report in found:
        reader.read(report)
    return len(found) / (time.process_time() - start)


def calls(reader: Reader, found: Sequence[Report]) -> int:
    """Give the function calls that a report takes: what an edit saves, without noise."""
    counted = found[:COUNTED]
    taken = cProfile.Profile()
    taken.enable()
    for report in counted:
        reader.read(report)
    taken.disable()
    total = sum(row[1] for row in pstats.Stats(taken).stats.values())  # type: ignore[attr-defined]
    return round(total / len(counted))


def fresh(report: Report) -> tuple[float, float, float]:
    """Read one file in a fresh process: wall seconds, CPU seconds, peak MB."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.txt"
        path.write_text(report.text, encoding="utf-8")
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.perf_counter()
        command = [sys.executable, "-m", "tawthiq", "read", str(path)]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603
        wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, cpu, after.ru_maxrss / KIB


def profile(reader: Reader, found: Sequence[Report], most: int) -> None:
    """Print what each room and each function costs, in milliseconds a report."""
    for report in found[:WARM_UP]:
        reader.read(report)
    taken = cProfile.Profile()
    taken.enable()
    for report in found:
        reader.read(report)
    taken.disable()
    stats = pstats.Stats(taken)
    by_file: dict[str, float] = defaultdict(float)
    for (file, _, _), (_, _, own, _, _) in stats.stats.items():  # type: ignore[attr-defined]
        inside = "tawthiq" in file
        by_file[file.split("/tawthiq/")[-1] if inside else "(python)"] += own
    print("\nown time by file, ms a report (profiled: slower than life)")
    for file, own in sorted(by_file.items(), key=lambda p: -p[1])[:most]:
        print(f"  {1000 * own / len(found):8.3f}  {file}")
    stats.sort_stats("tottime").print_stats(most)
    stats.sort_stats("cumtime").print_stats(
        r"/(find|assemble|resolve|read|lang)/", most
    )


def main() -> None:
    """Measure and print one table."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--sample", type=int, default=600, help="0 for all reports")
    ask.add_argument("--profile", action="store_true")
    ask.add_argument("--calls", action="store_true", help="count calls alone")
    ask.add_argument("--most", type=int, default=30)
    ask.add_argument("--keep", action="store_true", help="write measured.json")
    asked = ask.parse_args()
    found = reports(asked.sample)
    gc.set_threshold(GARBAGE)  # as the command does
    reader = material.reader()
    if asked.profile:
        profile(reader, found, asked.most)
        return
    warm(reader, found)
    if asked.calls:
        print(f"{'calls_a_report':20} {calls(reader, found[WARM_UP:]):>10}")
        return
    wall, cpu, peak_one = fresh(found[0])
    figures = {
        "machine_code": int(machine_code.is_run(ROOT / "src" / "tawthiq")),
        "reports_a_second": round(throughput(reader, found[WARM_UP:]), 1),
        "read_again_a_second": round(throughput(reader, found), 1),
        "letters_a_report": round(sum(len(r.text) for r in found) / len(found)),
        "start_up_wall_s": round(wall, 2),
        "start_up_cpu_s": round(cpu, 2),
        "peak_mb_one_file": round(peak_one),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIB),
        "calibration_s": round(calibration(), 3),
    }
    for name, value in figures.items():
        print(f"{name:20} {value:>10}")
    if asked.keep:
        MEASURED.write_text(json.dumps(figures, indent=1) + "\n")


if __name__ == "__main__":
    main()
