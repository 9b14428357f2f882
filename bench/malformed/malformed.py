"""Measures what hostile and spoilt inputs cost: seconds and memory, each by itself.

``python bench/malformed/malformed.py`` reads every hostile input in a process of its own
and tells the slowest and the largest; ``--spoilt 10000`` adds as many spoilt ones of
every kind, in one process, timed one by one. It fails above 5 s or 512 MB.
"""

import argparse
import gzip
import json
import multiprocessing as mp
import resource
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.read import made  # noqa: E402
from tests.read.spoilt import spoilt  # noqa: E402

from tawthiq.errors import InputError  # noqa: E402
from tawthiq.read.inputs import captures_of, reports_of  # noqa: E402
from tawthiq.read.options import ReadOptions  # noqa: E402
from tawthiq.read.source import Source  # noqa: E402

SECONDS = 5.0
MEGABYTES = 512
LARGE = 50_000_000
BOMB = b'<!DOCTYPE a [<!ENTITY a0 "harm">' + b"".join(
    f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">'.encode() for n in range(1, 12)
)


def _page(part: str, size: int = LARGE) -> bytes:
    times = size // len(part.encode())
    return f"<html><body>{part * times}</body></html>".encode()


def _bombed(xml: str) -> bytes:
    return BOMB + b"]>" + xml.replace(made.TITLE, "&a11;").encode()


def _sheet_bomb() -> bytes:
    rows = "<row r='1'><c t='inlineStr'><is><t>text</t></is></c></row>"
    zeros = "<row/>" * 30_000_000
    return made.zipped(
        {
            "xl/workbook.xml": b"<workbook/>",
            "xl/worksheets/sheet1.xml": f"<worksheet>{rows}{zeros}".encode(),
        }
    )


def _members(number: int) -> bytes:
    return made.zipped(
        {f"archive/{n}.warc": b"" for n in range(number)}, method=zipfile.ZIP_STORED
    )


def _nested(depth: int) -> bytes:
    found = made.wacz(made.warc((made.ADDRESS, made.PAGE)), made.ADDRESS)
    for _ in range(depth):
        found = made.zipped({"inner.wacz": found})
    return found


def _packed_answer() -> bytes:
    body = gzip.compress(b"<p>" + b"a" * 400_000_000)
    return made.warc((made.ADDRESS, body), headers=[("Content-Encoding", "gzip")])


def _rows(number: int, row: str) -> bytes:
    return ("text,url\n" + row * number).encode()


HOSTILE: dict[str, Callable[[], bytes]] = {
    "paragraphs.html": lambda: _page(f"<p>{made.TEXT}</p>"),
    "no_space.html": lambda: _page("قصف"),
    "less_than.html": lambda: _page("<"),
    "deep.html": lambda: _page("<div>"),
    "scripts.html": lambda: _page("<script>"),
    "comments.html": lambda: _page("<!--"),
    "attributes.html": lambda: b"<html><body " + b"a=1 " * (LARGE // 4),
    "pictures.html": lambda: _page(
        '<img src="data:image/png;base64,' + "A" * 1_000_000 + '"><p>قتل رجل</p>'
    ),
    "five_megabytes.html": lambda: _page(f"<p>{made.TEXT}</p>", 4_900_000),
    "five_megabytes_deep.html": lambda: _page("<div>", 4_900_000),
    "five_megabytes_table.html": lambda: _page("<tr><td>قتل", 4_900_000),
    "twelve_thousand_tags.html": lambda: _page("<a href=x>قتل رجل </a>", 110_000),
    "large.txt": lambda: made.TEXT.encode() * (LARGE // 240),
    "one_word.txt": lambda: "قصف".encode() * 650_000,
    "one_latin_word.txt": lambda: b"bomb" * 490_000,
    "numbers.txt": lambda: b"12/03/2031 " * 180_000,
    "zeros.txt": lambda: bytes(LARGE),
    "one_line.jsonl": lambda: b'{"text": "' + b"a" * (LARGE + 10) + b'"}',
    "deep.jsonl": lambda: b"[" * 4_900_000,
    "objects.jsonl": lambda: b'{"text": "a", "x": [' + b"{}," * 1_600_000 + b"{}]}",
    "digits.jsonl": lambda: b'{"text": ' + b"9" * 4_900_000 + b"}",
    "bad_lines.jsonl": lambda: b"{\n" * 100_000,
    "zeros.jsonl.gz": lambda: gzip.compress(bytes(400_000_000)),
    "deep.json": lambda: b'[{"text": ' + b"[" * 4_900_000,
    "deep_result.json": lambda: b'{"messages": [{"text": ' + b"[" * 4_900_000,
    "messages.json": lambda: made.telegram(messages=[made.MESSAGES[1]] * 20_000),
    "entities.xml": lambda: _bombed(made.RSS.partition("?>")[2]),
    "entities.atom": lambda: _bombed(made.ATOM),
    "items.xml": lambda: b"<rss><channel>" + b"<item>" * 2_000_000,
    "rows.csv": lambda: _rows(20_000, f'"{made.TEXT}",{made.ADDRESS}\n'),
    "quotations.csv": lambda: _rows(100_000, f'"{made.TEXT[:60]},b\n'),
    "columns.csv": lambda: b"text," * 1_000_000,
    "bomb.xlsx": _sheet_bomb,
    "entities.xlsx": lambda: made.zipped(
        {"xl/workbook.xml": BOMB + b"]><workbook>&a11;</workbook>"}
    ),
    "bomb.wacz": lambda: made.wacz(gzip.compress(bytes(400_000_000))),
    "members.wacz": lambda: _members(20_000),
    "nested.wacz": lambda: _nested(6),
    "bomb.warc.gz": lambda: gzip.compress(
        b"WARC/1.0\r\nContent-Length: 999999999\r\n\r\n" + bytes(400_000_000)
    ),
    "packed.warc": _packed_answer,
    "headers.warc": lambda: b"WARC/1.0\r\n" + b"a: b\r\n" * 5_000_000,
    "damages.warc": lambda: b"WARC/1.0\r\nbad\r\n\r\n" * 100_000,
    "pages.pdf": lambda: made.pdf(*[made.TEXT] * 3_000),
    "pictures.pdf": lambda: made.pdf(*[""] * 3_000),
    "lying.pdf": lambda: made.pdf(made.TEXT).replace(b"/Count 1", b"/Count 999999999"),
    "locked.pdf": lambda: made.pdf(made.TEXT, encrypted=True),
}
"""Inputs that were made to break a reader, by the names of their files."""


def read(name: str, data: bytes) -> tuple[int, list[str]]:
    """Read an input to its end; give how many reports it held, and what was told."""
    options = ReadOptions()
    reports, told = 0, []
    for item in captures_of(Source.of_bytes(data, name), options):
        items = [item] if isinstance(item, InputError) else reports_of(item, options)
        for found in items:
            if isinstance(found, InputError):
                told.append(found.en)
            else:
                reports += 1
    return reports, told


def _measured(name: str, data: bytes, answer: "mp.SimpleQueue[object]") -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    reports, told = read(name, data)
    seconds = time.process_time() - start
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    answer.put((seconds, (after - before) / 1024, reports, len(told), told[:1]))


def hostile(names: list[str]) -> bool:
    """Read hostile inputs, each in a process of its own; whether all keep the bounds."""
    context = mp.get_context("fork")
    good = True
    for name in names or HOSTILE:
        data = HOSTILE[name]()
        answer = context.SimpleQueue()
        child = context.Process(target=_measured, args=(name, data, answer))
        child.start()
        child.join(120)
        if child.exitcode != 0:
            child.kill()
            print(f"{name:28} BROKE ({child.exitcode})", flush=True)
            good = False
            continue
        seconds, megabytes, reports, faults, told = answer.get()
        kept = seconds <= SECONDS and megabytes <= MEGABYTES and reports + faults > 0
        good &= kept
        print(
            f"{name:28}{seconds:6.2f} s {megabytes:6.0f} MB {reports:7} reports"
            f" {faults:7} faults  {'' if kept else 'OVER'} {' '.join(told)[:70]}",
            flush=True,
        )
    return good


def spoilt_inputs(number: int) -> bool:
    """Read spoilt inputs of every kind; whether all keep the bounds."""
    inputs = made.each_kind()
    slowest, which, silent = 0.0, "", 0
    for name, data in inputs.items():
        for seed in range(number // len(inputs)):
            spoiled = spoilt(data, f"{name} {seed}")
            start = time.process_time()
            reports, told = read(name, spoiled)
            seconds = time.process_time() - start
            silent += not reports and not told
            if seconds > slowest:
                slowest, which = seconds, f"{name} {seed}"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        json.dumps(
            {
                "inputs": number,
                "slowest_s": round(slowest, 2),
                "which": which,
                "peak_mb": round(peak),
                "silent": silent,
            }
        )
    )
    return slowest <= SECONDS and peak <= MEGABYTES and not silent


def main() -> None:
    """Measure, and exit with 1 where a bound is passed."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("names", nargs="*", help="hostile inputs; all if none is named")
    asked.add_argument("--spoilt", type=int, default=0, help="spoilt inputs besides")
    words = asked.parse_args()
    good = hostile(words.names)
    if words.spoilt:
        good &= spoilt_inputs(words.spoilt)
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
