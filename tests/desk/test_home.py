"""The first page shows all incidents small, in place and time, and only those in sight."""

import re

from tests.desk.conftest import Caller

from tawthiq.desk.restricting.restrictions import INCIDENT, restrict
from tawthiq.register.models import CatalogueRow, IncidentRow


def marks(page: str) -> int:
    """Count the incidents that the small map draws."""
    part = page[page.index('class="glance-map"') :]
    singles = part.count('class="mark"') + part.count('class="mark mark-wide"')
    many = re.findall(r'class="mark-number"[^>]*>([0-9]+)<', part)
    return singles + sum(map(int, many))


def bars(page: str) -> int:
    return sum(int(n) for n in re.findall(r"<title>[^<]*?: ([0-9]+)</title>", page))


def test_the_small_map_and_timeline_hold_every_incident(
    client_as: type[Caller],
) -> None:
    page = client_as("viewer", "en").get("/").content.decode()
    rows = CatalogueRow.objects
    assert marks(page) == rows.exclude(lat=None).count()
    assert bars(page) == rows.exclude(day=None).count()


def test_what_is_restricted_is_on_neither(client_as: type[Caller]) -> None:
    before = client_as("viewer", "en").get("/").content.decode()
    one = CatalogueRow.objects.exclude(lat=None).exclude(day=None).first()
    assert one is not None
    restrict(INCIDENT, one.pk, (), by="a tester", reason="invented")
    after = client_as("viewer", "en").get("/").content.decode()
    assert (marks(after), bars(after)) == (marks(before) - 1, bars(before) - 1)
    seen = client_as("reviewer", "en").get("/").content.decode()
    assert (marks(seen), bars(seen)) == (marks(before), bars(before))


def test_an_empty_register_draws_nothing(client_as: type[Caller]) -> None:
    CatalogueRow.objects.all().delete()
    assert IncidentRow.objects.exists()
    answer = client_as("viewer").get("/")
    assert answer.status_code == 200
    assert "glance" not in answer.content.decode().replace("home.css", "")
