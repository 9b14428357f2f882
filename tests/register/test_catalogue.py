"""The catalogue says what the incidents that stand say, after each change."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from tests.register.invented import Ingest, invented, write_lines

from tawthiq.model.incident import Grade, Grading, Incident, IncidentDate
from tawthiq.model.vocabulary import DatePrecision
from tawthiq.register.models import CatalogueRow
from tawthiq.register.services import catalogue, incidents
from tawthiq.register.services.catalogue import CELL_ZOOM, barred, cell_of
from tawthiq.workflow.registers import reviewing
from tawthiq.workflow.registers.opening import Register


@pytest.fixture
def filled(register: Register, take_in: Ingest, tmp_path: Path) -> Register:
    file = write_lines(tmp_path / "posts.jsonl", [invented(n) for n in range(4)])
    take_in(register, file)
    return register


def rows() -> list[tuple[object, ...]]:
    columns = [f.attname for f in CatalogueRow._meta.concrete_fields]  # noqa: SLF001
    return sorted(CatalogueRow.objects.values_list(*columns))


def test_every_incident_that_stands_is_there_with_its_values(filled: Register) -> None:
    del filled
    standing = {one.id: one for one in incidents.all_incidents()}
    assert {row.pk for row in CatalogueRow.objects.all()} == set(standing)
    (row,) = (r for r in CatalogueRow.objects.all() if r.reports == 2)
    assert (row.killed_low, row.killed_high, row.voices) == (4, 5, 2)
    assert (row.actors, row.types) == ("|russia|", "|air_strike|")
    assert (row.lat, row.lon) == (34.0, 38.0)
    assert row.month == 2031 * 12 + 2


def test_merging_and_undoing_leave_what_a_fresh_catalogue_would_say(
    filled: Register,
) -> None:
    before = rows()
    one, two, _ = sorted(i.id for i in incidents.all_incidents())
    reviewing.merge(filled, [one, two], reason="واقعة واحدة")
    assert len(rows()) == 2
    assert rows() == rebuilt()
    (number,) = (d.number for d in reviewing.all_decisions())
    reviewing.undo(filled, number, reason="ليست هي")
    assert rows() == before == rebuilt()


def test_a_grade_that_a_person_gives_stands_in_the_catalogue(filled: Register) -> None:
    name = min(i.id for i in incidents.all_incidents())
    reviewing.grade(filled, name, "confirmed", reason="اعتراف")
    assert CatalogueRow.objects.get(pk=name).grade == "confirmed"


def test_published_incidents_are_there_too(register: Register) -> None:
    del register
    one = no_day()
    incidents.add_published([one])
    row = CatalogueRow.objects.get(pk=one.id)
    assert (row.day, row.month, row.lat, row.killed_low) == (None, None, None, None)
    assert not row.killed_said
    assert not catalogue.missing()


def no_day() -> Incident:
    """Give an incident of which almost nothing is said."""
    grade = Grade(code=Grading.PROVISIONAL, reasons=(), version="1")
    when = IncidentDate(start=None, end=None, precision=DatePrecision.DAY)
    return Incident(id="n1", code="NONE-1", date=when, grade=grade)


def rebuilt() -> Iterable[tuple[object, ...]]:
    catalogue.rebuild(incidents.all_incidents())
    return rows()


def test_a_square_lies_in_the_larger_square_around_it() -> None:
    near = [cell_of(34.1, 38.1), cell_of(34.1, 38.101)]
    assert near[0] != near[1]
    assert near[0] >> 2 * (CELL_ZOOM - 8) == near[1] >> 2 * (CELL_ZOOM - 8)
    far = cell_of(-34.1, 38.1)
    assert far >> 2 * (CELL_ZOOM - 8) != near[0] >> 2 * (CELL_ZOOM - 8)


@pytest.mark.parametrize("point", [(90.0, 180.0), (-90.0, -180.0), (0.0, 0.0)])
def test_the_ends_of_the_world_have_a_square(point: tuple[float, float]) -> None:
    assert 0 <= cell_of(*point) < 1 << 2 * CELL_ZOOM


def test_nothing_said_is_the_empty_text() -> None:
    assert barred(()) == ""
    assert barred(("a", "b|c")) == "|a|b c|"
