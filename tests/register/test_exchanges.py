"""A shelling is graded again when what was told beside it becomes disputed, or not."""

from pathlib import Path

from tests.register.invented import Ingest, exchange, write_lines

from tawthiq.model.incident import Incident
from tawthiq.register.models import CatalogueRow
from tawthiq.register.services import incidents
from tawthiq.workflow.registers import reviewing
from tawthiq.workflow.registers.opening import Register
from tawthiq.workflow.registers.verifying import differences


def first_village() -> Incident:
    (one,) = (
        i for i in incidents.all_incidents() if i.places[0].name.endswith("تل الزعرور")
    )
    return one


def test_a_later_report_on_the_other_village_contests_it(
    register: Register, take_in: Ingest, tmp_path: Path
) -> None:
    take_in(register, write_lines(tmp_path / "1.jsonl", [exchange()[0]]))
    before = first_village()
    assert before.grade.code == "weak"
    take_in(register, write_lines(tmp_path / "2.jsonl", [exchange()[1]]))
    after = first_village()
    assert after.id == before.id
    assert after.grade.code == "contested"
    assert CatalogueRow.objects.get(pk=after.id).grade == "contested"
    assert not list(differences(register))


def test_the_other_order_gives_the_same(
    register: Register, take_in: Ingest, tmp_path: Path
) -> None:
    take_in(register, write_lines(tmp_path / "2.jsonl", [exchange()[1]]))
    take_in(register, write_lines(tmp_path / "1.jsonl", [exchange()[0]]))
    assert first_village().grade.code == "contested"


def test_split_from_its_rival_the_other_contests_it_no_longer(
    register: Register, take_in: Ingest, tmp_path: Path
) -> None:
    take_in(register, write_lines(tmp_path / "1.jsonl", [*exchange()]))
    (other,) = (i for i in incidents.all_incidents() if "x2" in i.reports)
    reviewing.unlink(register, other.code, "x2", reason="another shelling of that day")
    assert first_village().grade.code == "weak"
    reviewing.undo(register, 1, reason="the same after all")
    assert first_village().grade.code == "contested"


def test_a_ruling_on_the_grade_stands_while_the_proposal_changes(
    register: Register, take_in: Ingest, tmp_path: Path
) -> None:
    take_in(register, write_lines(tmp_path / "1.jsonl", [exchange()[0]]))
    reviewing.grade(register, first_village().code, "fair", reason="seen by ourselves")
    take_in(register, write_lines(tmp_path / "2.jsonl", [exchange()[1]]))
    one = first_village()
    assert one.grade.code == "fair"
    assert one.computed is not None
    assert one.computed.code == "contested"
