"""What goes into a register stays there, once, with where it came from."""

from datetime import date
from pathlib import Path

import pytest
from tests.register.invented import Ingest, invented, write_lines

from tawthiq.read.options import ReadOptions
from tawthiq.register.models import (
    CaptureRow,
    ClaimRow,
    LedgerRow,
    ReceiptRow,
    ReportRow,
    SetAsideRow,
)
from tawthiq.register.services import reports
from tawthiq.workflow.ingest_options import IngestOptions
from tawthiq.workflow.registers.opening import Register
from tawthiq.workflow.registers.recording import ingest
from tawthiq.workflow.registers.verifying import differences


def test_the_same_file_twice_is_one_capture_with_two_receipts(
    register: Register, take_in: Ingest, tmp_path: Path
) -> None:
    file = write_lines(tmp_path / "posts.jsonl", [invented(0), invented(2)])
    first = take_in(register, file)
    second = take_in(register, file)

    assert (first.captures, first.read, first.known) == (1, 2, 0)
    assert (second.captures, second.read, second.known) == (0, 0, 2)
    assert CaptureRow.objects.count() == 1
    assert ReceiptRow.objects.count() == 2
    assert ReportRow.objects.count() == 2


def test_a_bad_line_is_set_aside_with_its_reason_and_the_rest_is_read(
    register: Register, take_in: Ingest, tmp_path: Path
) -> None:
    file = write_lines(tmp_path / "posts.jsonl", [invented(0), invented(1)])
    lines = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join([lines[0], "{not json", lines[1]]), encoding="utf-8")

    done = take_in(register, file)

    assert (done.read, done.aside) == (2, 1)
    assert ":2" in SetAsideRow.objects.get().place


def test_a_file_that_is_not_there_is_set_aside(
    register: Register, take_in: Ingest, tmp_path: Path
) -> None:
    done = take_in(register, tmp_path / "nothing.jsonl")
    assert (done.read, done.aside) == (0, 1)


def test_every_claim_stands_in_the_text_at_its_offsets(
    register: Register, take_in: Ingest, tmp_path: Path
) -> None:
    take_in(
        register, write_lines(tmp_path / "posts.jsonl", [invented(n) for n in (0, 2)])
    )
    claims = list(ClaimRow.objects.select_related("reading__report"))
    assert {c.attribute for c in claims} >= {
        "event",
        "place",
        "casualty",
        "perpetrator",
    }
    for claim in claims:
        if claim.start is not None:
            text = claim.reading.report.text
            assert text[claim.start : claim.end] == claim.quote


def test_another_text_under_the_same_name_is_another_revision(
    register: Register, take_in: Ingest, tmp_path: Path
) -> None:
    take_in(register, write_lines(tmp_path / "one.jsonl", [invented(0, "post")]))
    take_in(register, write_lines(tmp_path / "two.jsonl", [invented(1, "post")]))

    revisions = ReportRow.objects.filter(name="post").order_by("revision")
    assert [row.revision for row in revisions] == [1, 2]
    (standing,) = reports.readings(["post"])
    assert standing.report.text == revisions[1].text
    assert not list(differences(register))


def test_what_the_register_stores_it_gives_back(
    register: Register, take_in: Ingest, tmp_path: Path
) -> None:
    take_in(register, write_lines(tmp_path / "posts.jsonl", [invented(0)]))
    ((reading, claims),) = reports.readings_with_claims(["a1"])
    assert reading.report.outlet == invented(0)["outlet"]
    assert {c.event_id for c in claims} == {e.id for e in reading.events}


def test_evidence_is_only_added_to(
    register: Register, take_in: Ingest, tmp_path: Path
) -> None:
    take_in(register, write_lines(tmp_path / "posts.jsonl", [invented(0)]))
    with pytest.raises(TypeError, match="only added to"):
        ClaimRow.objects.update(quote="another")
    with pytest.raises(TypeError, match="only added to"):
        LedgerRow.objects.all().delete()


def test_a_day_and_an_outlet_said_later_are_taken_and_not_lost_again(
    register: Register, home: Path, tmp_path: Path
) -> None:
    def take(**said: object) -> tuple[date | None, str | None]:
        options = IngestOptions(home=home, reading=ReadOptions(**said))  # type: ignore[arg-type]
        ingest(register, [file], options, watch=lambda *_: None)
        (standing,) = reports.readings()
        return standing.report.published, standing.report.outlet

    file = tmp_path / "post.txt"
    file.write_text(invented(0)["text"], encoding="utf-8")
    assert take() == (None, None)
    assert take(published=date(2031, 3, 5)) == (date(2031, 3, 5), None)
    assert take(outlet="شبكة السنبلة")[1] == "شبكة السنبلة"
    assert take()[1] == "شبكة السنبلة"
    assert not list(differences(register))
