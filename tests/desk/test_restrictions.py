"""What is restricted is not there for who may not see it: on no page, in no count."""

import json
from pathlib import Path

import pytest
from django.urls import reverse
from tests.desk.conftest import Caller, tawthiq
from tests.desk.test_rights import RIGHTS
from tests.register.invented import exchange, write_lines

from tawthiq.desk.api import access
from tawthiq.desk.people.accounts import Account
from tawthiq.desk.restricting.restrictions import INCIDENT, REPORT, lift, restrict
from tawthiq.desk.restricting.sight import ALL, sight_of
from tawthiq.register.models import (
    CatalogueRow,
    IncidentRow,
    MembershipRow,
    StandingRow,
)

PLACES = (
    "/",
    "/incidents/",
    "/incidents/?order=killed",
    "/map/",
    "/map/rows/",
    "/map/window/?zoom=24",
    "/trends/",
    "/queue/",
    "/queue/?state=waiting",
    "/search/?q={word}",
    "/search/?q={word}&kind=report",
    "/search/?q={word}&kind=claim",
    "/search/?q={word}&kind=incident",
    "/search/?q={word}&kind=victim",
    "/follow-up/",
    "/api/v1/collections/incidents/items",
    "/api/v1/collections/incidents/items/{id}",
    "/api/v1/claims?incident={id}",
    "/api/v1/sources?incident={id}",
    "/api/v1/incidents.atom",
    "/api/v1/incidents.rss",
    "/incidents/{code}/",
    "/incidents/{id}/",
    "/reports/{report}/",
)
"""Addresses that tell of incidents or reports; every address of the desk is read too."""

READERS = {"viewer", "coder"}


class Marked:
    """An incident and the names that give it away."""

    def __init__(self) -> None:
        row = (
            CatalogueRow.objects.exclude(lat=None)
            .exclude(day=None)
            .order_by("-reports", "pk")[0]
        )
        self.id, self.code = row.incident_id, row.code
        held = MembershipRow.objects.filter(incident=self.id)
        self.reports = sorted(set(held.values_list("event__name", flat=True)))
        names = StandingRow.objects.filter(name__in=self.reports)
        told = names.select_related("report").order_by("name")
        self.titles = [row.report.title for row in told if row.report.title]
        self.word = next(iter(self.titles), self.code).split()[0]

    def places(self) -> list[str]:
        """Give every address that a viewer or a coder may read, about this incident."""
        digest = StandingRow.objects.get(name=self.reports[0]).report.capture_id
        known = {"report": self.reports[0], "incident": self.code, "capture": digest}
        made = [self.at(place) for place in PLACES]
        for row in RIGHTS:
            told = dict(one.split("=", 1) for one in row["arguments"].split())
            if row["get"] not in READERS or told.get("number") == "{job}":
                continue
            filled = {key: value.format(**known) for key, value in told.items()}
            made.append(reverse(row["name"], kwargs=filled))
        return made

    def at(self, place: str) -> str:
        """Give an address with this incident's names in it."""
        return place.format(
            id=self.id, code=self.code, report=self.reports[0], word=self.word
        )

    def told_by(self, text: str) -> list[str]:
        """Give what a page tells of it."""
        given = [self.id, self.code, *self.reports, *self.titles]
        return [one for one in given if one in text]


@pytest.fixture
def marked(client_as: type[Caller], monkeypatch: pytest.MonkeyPatch) -> Marked:
    """Name an incident; the API lets out all, so that only the restriction withholds."""
    monkeypatch.setattr(access, "PUBLIC", access.INTERNAL)
    client_as("coder").get("/queue/")
    return Marked()


def read(client: Caller, place: str) -> str:
    answer = client.get(place, follow=True)
    return answer.content.decode() if answer.status_code == 200 else ""


def test_the_places_tell_of_it_before(client_as: type[Caller], marked: Marked) -> None:
    client = client_as("coder")
    telling = [p for p in marked.places() if marked.told_by(read(client, p))]
    assert len(telling) > 25, telling
    assert {p.partition("?")[0].rpartition("/")[2] for p in telling} > {
        "claims",
        "items",
        "sources",
        "incidents.atom",
        "incidents.rss",
    }


@pytest.mark.parametrize("kind", [INCIDENT, REPORT])
def test_no_place_tells_of_what_is_restricted(
    client_as: type[Caller], marked: Marked, kind: str
) -> None:
    first = client_as("coder")
    places = marked.places()
    for place in places:  # so that whatever is kept is kept before
        read(first, place)
    names = [marked.id] if kind == INCIDENT else marked.reports
    for name in names:
        restrict(kind, name, [], by="reviewer", reason="a witness is at risk")
    for role in ("viewer", "coder"):
        client = client_as(role)
        for place in places:
            told = marked.told_by(read(client, place))
            assert not told, (role, place, told)


def test_counts_leave_out_what_is_restricted(
    client_as: type[Caller], marked: Marked
) -> None:
    before = CatalogueRow.objects.count()
    beside = MembershipRow.objects.filter(event__name__in=marked.reports)
    gone = CatalogueRow.objects.filter(pk__in=beside.values("incident"))
    lost = (gone.count(), gone.exclude(lat=None).count())
    restrict(INCIDENT, marked.id, [], by="reviewer", reason="why")
    matched: dict[str, tuple[int, int]] = {}
    for role, number in (("viewer", before - lost[0]), ("reviewer", before)):
        client = client_as(role, "en")
        window = json.loads(client.get("/map/window/?zoom=3").content)
        on_map = sum(one["properties"]["number"] for one in window["features"])
        assert f'"/incidents/">{number}</a>' in client.get("/").content.decode()
        items = client.get("/api/v1/collections/incidents/items?limit=1000").content
        matched[role] = (json.loads(items)["numberMatched"], on_map)
    told = zip(matched["viewer"], matched["reviewer"], lost, strict=True)
    for viewer, reviewer, less in told:
        assert viewer == reviewer - less


def test_nothing_can_be_written_on_what_is_restricted(
    client_as: type[Caller], marked: Marked
) -> None:
    restrict(INCIDENT, marked.id, [], by="reviewer", reason="why")
    client = client_as("coder")
    for address in (
        f"/revise/{marked.reports[0]}/",
        f"/comments/on/report/{marked.reports[0]}/",
        f"/comments/on/incident/{marked.id}/",
    ):
        told = {"do": "close", "text": "a word"}
        assert client.post(address, told).status_code == 404, address


def test_reviewers_and_those_named_see_it(
    client_as: type[Caller], marked: Marked
) -> None:
    named = Account.objects.get(username="coder")
    restrict(INCIDENT, marked.id, [named.pk], by="reviewer", reason="why")
    for role, status in (("viewer", 404), ("coder", 200), ("reviewer", 200)):
        assert client_as(role).get(f"/incidents/{marked.code}/").status_code == status


def test_lifted_everybody_sees_it_again(
    client_as: type[Caller], marked: Marked
) -> None:
    restrict(INCIDENT, marked.id, [], by="reviewer", reason="why")
    assert client_as("viewer").get(f"/incidents/{marked.code}/").status_code == 404
    lift(INCIDENT, marked.id, by="reviewer")
    assert client_as("viewer").get(f"/incidents/{marked.code}/").status_code == 200


def test_a_reviewer_restricts_on_the_page_and_says_why(
    client_as: type[Caller], marked: Marked
) -> None:
    address = f"/restrict/incident/{marked.id}/"
    assert client_as("coder").post(address, {"reason": "x"}).status_code == 403
    assert client_as("reviewer").post(address, {"reason": " "}).status_code == 400
    assert client_as("reviewer").post(address, {"reason": "why"}).status_code == 302
    assert client_as("viewer").get(f"/incidents/{marked.code}/").status_code == 404
    lifting = {"do": "lift"}
    assert client_as("reviewer").post(address, lifting).status_code == 302
    assert client_as("viewer").get(f"/incidents/{marked.code}/").status_code == 200


def test_what_it_became_stays_restricted(marked: Marked) -> None:
    restrict(INCIDENT, marked.id, [], by="reviewer", reason="why")
    heir = IncidentRow.objects.exclude(pk=marked.id).filter(merged_into=None)[0]
    row = IncidentRow.objects.get(pk=marked.id)
    row.merged_into = heir
    row.save()
    assert {marked.id, heir.pk} <= sight_of(None).incidents


def test_who_is_not_known_sees_nothing_restricted(marked: Marked) -> None:
    assert sight_of(None) == ALL
    restrict(REPORT, marked.reports[0], [], by="reviewer", reason="why")
    assert marked.reports[0] in sight_of(None).reports
    assert marked.id in sight_of(None).incidents
    assert sight_of(Account.objects.get(username="reviewer")) == ALL
    retired = Account.objects.get(username="admin")
    retired.is_active = False
    assert marked.id in sight_of(retired).incidents


def test_what_is_contested_for_a_hidden_shelling_is_hidden_with_it(
    register: Path, tmp_path: Path
) -> None:
    file = write_lines(tmp_path / "shelling.jsonl", [*exchange()])
    tawthiq(tmp_path / "home", "ingest", register, file)
    held = {
        name: set(
            MembershipRow.objects.filter(event__name=name).values_list(
                "incident", flat=True
            )
        )
        for name in ("x1", "x2")
    }
    (beside,) = held["x1"] - held["x2"]
    assert CatalogueRow.objects.get(pk=beside).grade == "contested"
    assert beside not in sight_of(None).incidents
    restrict(REPORT, "x2", [], by="reviewer", reason="a witness is at risk")
    assert {beside, *held["x2"]} <= sight_of(None).incidents
