"""Compare what compiled modules read with what their sources read: the same bytes, faster.

    make compiled && python bench/speed/compiled.py [--every N] [--rounds N]

Both read the Airwars dev reports of ``../shared`` (where it is absent: the shipped
examples) in a process of their own. First every reading and every mention is compared;
then both read the same reports in turn, so that whatever else the machine does meets both
alike. Printed is how often faster the compiled ones are: the median of the rounds, and
the quartiles. Fails where a reading differs.
"""

import argparse
import hashlib
import json
import os
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, cast

from tawthiq import machine_code

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE), str(HERE.parent / "quality")]

ROUND = 100
"""Reports of a round."""


def digests(every: int) -> Iterator[str]:
    """Read reports, then say a digest of each: its reading and its mentions."""
    import material  # noqa: PLC0415
    import speed  # noqa: PLC0415

    from tawthiq.model.reading_format import reading_to_dict  # noqa: PLC0415

    reader = material.reader()
    for report in speed.reports(0)[::every]:
        told = json.dumps(reading_to_dict(reader.read(report)), ensure_ascii=False)
        spotted = repr(reader.spot(report))
        yield hashlib.sha256((told + spotted).encode()).hexdigest()


def answer(every: int) -> None:
    """Answer, as one of the two processes: a line asked, a line given."""
    import material  # noqa: PLC0415
    import speed  # noqa: PLC0415

    print(" ".join(digests(every)), flush=True)
    reader, found = material.reader(), speed.reports(ROUND)[:ROUND]
    speed.warm(reader, found)
    for _ in sys.stdin:
        print(1000 / speed.throughput(reader, found), flush=True)


class Answering:
    """One of the two processes."""

    def __init__(self, kind: str, every: int) -> None:
        command = [sys.executable, __file__, "--as", kind, "--every", str(every)]
        asked = os.environ | {machine_code.PURE: str(int(kind == "pure"))}
        self._process = subprocess.Popen(  # noqa: S603
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=asked
        )
        self._in = cast("IO[str]", self._process.stdin)
        self._out = cast("IO[str]", self._process.stdout)

    def digests(self) -> list[str]:
        """Give the digests of all readings."""
        return self._out.readline().split()

    def round(self) -> float:
        """Give the milliseconds of CPU time that a report took in one round."""
        self._in.write("\n")
        self._in.flush()
        return float(self._out.readline())

    def close(self) -> None:
        """Let the process end."""
        self._in.close()
        self._process.wait()


def main() -> int:
    """Compare, and print what came of it."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--every", type=int, default=1, help="compare every Nth report")
    ask.add_argument("--rounds", type=int, default=40)
    ask.add_argument("--as", dest="kind", choices=("pure", "compiled"))
    asked = ask.parse_args()
    if asked.kind:
        answer(asked.every)
        return 0
    if not machine_code.is_run(ROOT / "src" / "tawthiq"):
        print(
            "nothing is compiled, or it is stale: run `make compiled`", file=sys.stderr
        )
        return 2
    pure, made = Answering("pure", asked.every), Answering("compiled", asked.every)
    one, other = pure.digests(), made.digests()
    differ = sum(a != b for a, b in zip(one, other, strict=True))
    print(f"{len(one)} reports read by both; {differ} differ")
    slow, fast = [], []
    for _ in range(asked.rounds):
        slow.append(pure.round())
        fast.append(made.round())
    pure.close()
    made.close()
    low, middle, high = statistics.quantiles(
        (a / b for a, b in zip(slow, fast, strict=True)), n=4
    )
    print(f"ms a report, least: pure {min(slow):.2f}, compiled {min(fast):.2f}")
    print(f"times faster: {middle:.2f} (quartiles {low:.2f} to {high:.2f})")
    return 1 if differ or not one else 0


if __name__ == "__main__":
    sys.exit(main())
