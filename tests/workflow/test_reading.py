"""Reading end to end, on invented reports."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tawthiq.errors import InputError, OptionError
from tawthiq.gazetteer.index import PlaceIndex
from tawthiq.model.reading import Reading
from tawthiq.model.reading_format import reading_to_dict
from tawthiq.model.report import Report
from tawthiq.model.vocabulary import EventKind, PublishedBasis
from tawthiq.workflow.reading import (
    Reader,
    options_of,
    readings,
    script_of,
)

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
DAY = date(2031, 3, 5)
STRIKE = (
    "قُتل 3 مدنيين بينهم طفل في غارة روسية على سوق بلدة كفر مشمش أمس الثلاثاء، "
    "بحسب الدفاع المدني."
)
HEAVY = ("django", "trafilatura", "babel", "dateparser", "lxml", "socketserver")


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(places=PlaceIndex(None))


def report(text: str, language: str = "ar", published: date | None = DAY) -> Report:
    return Report(
        id="invented",
        text=text,
        language=language,
        published=published,
        published_basis=PublishedBasis.GIVEN if published else None,
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "...",
        "٣ ٤ ٥",
        "فاز الفريق بعد أن قصف مرمى ضيفه بثلاثة أهداف.",
        "عقد الوفد اجتماعاً لبحث المساعدات.",
        "The striker shot twice before the break.",
    ],
)
def test_no_harm_gives_no_event(reader: Reader, text: str) -> None:
    assert reader.read(report(text)).events == ()


def test_a_language_without_a_pack_is_scanned_where_its_script_has_one(
    reader: Reader,
) -> None:
    found = reader.scans(report("1 2 3. The end.", "vep"))
    assert [s.text[s.tokens[0].start : s.tokens[-1].end] for s in found] == ["The end"]


def test_a_language_without_a_pack_gives_neither_events_nor_mentions(
    reader: Reader,
) -> None:
    foreign = report(STRIKE, "fr")
    made = reader.read(foreign)
    assert (made.events, made.statements) == ((), ())
    assert reader.spot(foreign) == ()


def test_an_event_holds_who_what_where_and_when(reader: Reader) -> None:
    made = reader.read(report(STRIKE))
    (event,) = made.events
    assert event.kind is EventKind.INCIDENT
    assert event.type == "air_strike"
    assert event.date is not None
    assert event.date.start == date(2031, 3, 4)
    assert [p.actor for p in event.perpetrators] == ["russia"]
    assert [s.code for s in event.struck] == ["market"]
    killed = [(c.group, c.range.low) for c in event.casualties]
    assert killed[0] == ("civilians", 3)
    assert [a.kind for a in event.attribution] == ["civil_defence"]


def test_without_a_day_of_publication_yesterday_is_no_day(reader: Reader) -> None:
    (event,) = reader.read(report(STRIKE, published=None)).events
    assert event.date is None or event.date.start is None


def test_the_same_report_gives_the_same_bytes_in_any_order(reader: Reader) -> None:
    texts = [STRIKE, "انفجر لغم بسيارة قرب قرية بئر الهدهد وقتل راعياً.", "لا شيء."]
    forth = {t: json.dumps(reading_to_dict(reader.read(report(t)))) for t in texts}
    other = Reader(places=PlaceIndex(None))
    back = {
        t: json.dumps(reading_to_dict(other.read(report(t)))) for t in reversed(texts)
    }
    assert forth == back


def test_two_processes_print_the_same_bytes(tmp_path: Path) -> None:
    def printed(seed: str, *files: Path) -> dict[str, str]:
        command = [sys.executable, "-m", "tawthiq", "read", "--format", "jsonl"]
        done = subprocess.run(  # noqa: S603
            [*command, *map(str, files)],
            capture_output=True,
            check=True,
            text=True,
            encoding="utf-8",
            env={"PYTHONHASHSEED": seed, "TAWTHIQ_HOME": str(tmp_path)},
        )
        rows = done.stdout.splitlines()
        return {json.loads(r)["report"]["text_sha256"]: r for r in rows}

    files = sorted(EXAMPLES.glob("*.txt"))
    assert printed("1", *files) == printed("2", *reversed(files))


def test_plain_text_needs_no_page_reader_and_no_network() -> None:
    code = (
        "import sys, socket\n"
        "def no(*a, **k): raise AssertionError('a socket')\n"
        "socket.socket = no\n"
        "sys.argv = ['tawthiq', 'read', '-', '--format', 'jsonl']\n"
        "from tawthiq.cli.main import app\n"
        "app(standalone_mode=False)\n"
        f"print([m for m in {HEAVY!r} if m in sys.modules], file=sys.stderr)\n"
    )
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code],
        input=STRIKE.encode(),
        capture_output=True,
        check=True,
    )
    assert done.stderr.decode().strip() == "[]"


def test_a_sentence_is_read_by_the_pack_of_its_script(reader: Reader) -> None:
    mixed = f"{STRIKE}\nA landmine killed two farmers near Bir al-Hudhud on Sunday."
    made = reader.read(report(mixed))
    assert {e.type for e in made.events} == {"air_strike", "mine_or_uxo"}


@pytest.mark.parametrize(
    ("text", "script"),
    [("", None), ("12 . 3", None), ("قصف", "ar"), ("shelling", "en"), ("قصف x", "ar")],
)
def test_scripts_are_told_apart(text: str, script: str | None) -> None:
    assert script_of(text) == script


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(OptionError):
        options_of(published="5/3/2031", outlet="", language="")


def test_what_cannot_be_read_is_told_beside_what_can(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STRIKE, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    options = options_of(published="2031-03-05", outlet="", language="")
    found = list(readings([tmp_path], options, home=tmp_path))
    assert {type(item) for item in found} == {Reading, InputError}


@pytest.mark.parametrize("path", sorted(EXAMPLES.iterdir()), ids=lambda p: p.name)
def test_the_shipped_examples_are_read_without_a_fault(
    path: Path, tmp_path: Path
) -> None:
    options = options_of(published="", outlet="", language="")
    found = list(readings([path], options, home=tmp_path))
    made = [r for r in found if isinstance(r, Reading)]
    assert made == found
    assert any(r.events for r in made)
