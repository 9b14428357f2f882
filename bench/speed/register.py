"""Measure how ingest grows; ``python bench/speed/register.py [--copies N] [--sample N]``.

Reads the Airwars dev reports of ``../shared`` (where it is absent: the shipped examples)
once, then records and links the readings in a fresh register: those alone, and with
copies of them on other days, in other words, at places of other names. Gives CPU seconds
for each, and how many times more the copies take. Reading itself takes every report by
itself, so it is measured by ``speed.py``.
"""

import argparse
import re
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache, partial
from pathlib import Path
from zlib import crc32

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "quality"))

import material
from speed import reports

from tawthiq.assemble.claims import claims_of
from tawthiq.lang.language import load_language
from tawthiq.link.leads import GIVEN, lead_of
from tawthiq.model.reading import Reading
from tawthiq.model.record import Plain, from_plain, to_plain
from tawthiq.workflow.reading import steady
from tawthiq.workflow.registers.opening import Register, make_register

APART = timedelta(days=1_000)
"""Between the days of a copy and those of the one before."""

WORDS = frozenset({"text", "title", "outlet", "name", "quote", "head", "via"})
DAYS = frozenset({"start", "end", "published"})
_WORD = re.compile(r"\w+")
ALPHABETS = ("".join(map(chr, range(0x628, 0x64B))), "abcdefghijklmnopqrstuvwxyz")


@cache
def is_everyday(word: str) -> bool:
    """Tell whether a list of the packs has a word, or it is too short to be heard."""
    return not lead_of(None, word, None).rare


def copied(reading: Reading, number: int) -> Reading:
    """Give a reading as of other days, other names and other places; 0 changes nothing.

    A word that a list of the packs has gives way to another of such a list, as in the
    report of another event: were all words unheard of, each would be taken for the name
    of a village, and were none changed, all copies would be copies of one post.
    """
    if not number:
        return reading
    changed = partial(_WORD.sub, partial(_other, _letters(number), number))

    def moved(key: str, value: Plain) -> Plain:
        if isinstance(value, dict):
            return {name: moved(name, one) for name, one in value.items()}
        if isinstance(value, list):
            return [moved(key, one) for one in value]
        if not isinstance(value, str):
            return value
        if key in WORDS:
            return changed(value)
        if key in DAYS:
            return (date.fromisoformat(value) + number * APART).isoformat()
        return f"{value}~{number}" if key in {"id", "parent_names"} else value

    return from_plain(Reading, moved("", to_plain(reading)))


def _letters(number: int) -> dict[int, str]:
    """Give the letters that stand for others in a copy."""
    return str.maketrans(
        {a: of[(at + number) % len(of)] for of in ALPHABETS for at, a in enumerate(of)}
    )


def _other(letters: dict[int, str], number: int, word: re.Match[str]) -> str:
    told = word.group()
    if not is_everyday(told):
        return told.translate(letters)
    # As long as the one before, so that all offsets hold.
    words = _everyday("en" if told.isascii() else "ar").get(len(told), (told,))
    return (
        told if told.isdigit() else words[(crc32(told.encode()) + number) % len(words)]
    )


@cache
def _everyday(language: str) -> dict[int, tuple[str, ...]]:
    """Give the words of a pack's lists by their length, names of people left out."""
    listed = {
        entry.form
        for name, entries in load_language(language).sheets.items()
        if name != GIVEN
        for entry in entries
        if entry.form.isalpha()
    }
    found: dict[int, list[str]] = {}
    for word in sorted(listed):
        found.setdefault(len(word), []).append(word)
    return {size: tuple(words) for size, words in found.items()}


def seconds(readings: Iterable[Reading]) -> tuple[float, float, int]:
    """Record and link readings: CPU seconds of either, and the incidents that stand."""
    with tempfile.TemporaryDirectory() as folder:
        register = make_register(Path(folder) / "register", by="bench")
        start = time.process_time()
        _record(register, list(readings))
        recorded = time.process_time()
        from tawthiq.workflow.registers.relinking import link_what_is_new  # noqa: PLC0415

        stand = link_what_is_new(register)
        return recorded - start, time.process_time() - recorded, stand


def _record(register: Register, readings: Sequence[Reading]) -> None:
    from tawthiq.register.services import captures, reports  # noqa: PLC0415
    from tawthiq.workflow.registers.recording import BATCH  # noqa: PLC0415

    file = Path(__file__)
    digest, size = register.vault.keep_file(file)
    captures.take_in(
        captures.Receipt(digest=digest, size=size, name=file.name, by="b", tool="b")
    )
    drawn = [
        reports.Drawn(
            derived=reports.Derived(report=one.report, capture=digest, record=""),
            reading=one,
            claims=claims_of(one),
        )
        for one in readings
    ]
    for at in range(0, len(drawn), BATCH):
        reports.add_readings(drawn[at : at + BATCH], by=register.by)


def main() -> None:
    """Measure and print one table."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--sample", type=int, default=0, help="0 for all reports")
    ask.add_argument("--copies", type=int, default=8)
    asked = ask.parse_args()
    reader = material.reader()
    found = [reader.read(report) for report in reports(asked.sample)]
    known = list({reading.report.id: reading for reading in found}.values())
    steady()  # as ingest does
    spent = []
    for times in (1, asked.copies):
        many = [copied(one, number) for number in range(times) for one in known]
        record, link, stand = seconds(many)
        spent.append(record + link)
        print(
            f"{len(many):>7} reports  record {record:6.1f} s  link {link:6.1f} s"
            f"  {stand} incidents"
        )
    print(
        f"{asked.copies} times the reports take {spent[1] / spent[0]:.1f} times as long"
    )


if __name__ == "__main__":
    main()
