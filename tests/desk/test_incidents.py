"""Incidents on their pages: what is asked, what is decided, what is kept."""

import re

import pytest
from django.http import QueryDict
from django.test import Client
from tests.desk.conftest import Caller

from tawthiq.desk.incidents.asked import Asked, asked_of, window_of
from tawthiq.desk.incidents.finding import (
    NOTHING,
    cells,
    facets,
    inside,
    points,
    points_of_some,
    rows_of,
)
from tawthiq.desk.incidents.saved import SavedView
from tawthiq.model.window import Window
from tawthiq.register.models import CatalogueRow, DecisionRow, LedgerRow


def text(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, (path, answer.status_code)
    return answer.content.decode()


@pytest.mark.parametrize(
    "told",
    [
        "",
        "1,2,3",
        "nan,0,1,1",
        "0,inf,1,1",
        "0,10,1,5",
        "0,-91,1,5",
        "a,b,c,d",
        "1,2,3,4,5",
        "0,0,1e999,1",
    ],
)
def test_what_is_no_box_is_none(told: str) -> None:
    assert window_of(told) is None


def test_a_box_over_the_date_line_stays_one_and_a_turned_world_is_turned_back() -> None:
    assert window_of("170,-10,-170,10") == Window(
        west=170, south=-10, east=-170, north=10
    )
    assert window_of("350,0,370,1") == Window(west=-10, south=0, east=10, north=1)
    assert window_of("-300,0,300,1") == Window(west=-180, south=0, east=180, north=1)


def test_words_that_are_no_values_are_left_out() -> None:
    told = asked_of(
        QueryDict("from=yesterday&least=-3&most=many&placed=perhaps&bbox=x")
    )
    assert told == Asked()
    assert told.plain


def test_an_address_is_read_back_as_it_was_written() -> None:
    query = (
        "type=shelling&type=air_strike&from=2031-03-01&least=٣&place=تل&bbox=1,2,3,4"
    )
    told = asked_of(QueryDict(query))
    assert told.least == 3
    assert asked_of(QueryDict(told.query())) == told


def test_filters_keep_what_holds_and_nothing_else(client_as: type[Caller]) -> None:
    del client_as
    everything = set(CatalogueRow.objects.values_list("code", flat=True))
    strikes = set(rows_of(Asked(type=("air_strike",))).values_list("code", flat=True))
    assert strikes
    assert strikes < everything
    for row in CatalogueRow.objects.all():
        assert (row.code in strikes) == ("|air_strike|" in row.types)
    unnamed = rows_of(Asked(actor=(NOTHING,)))
    assert {row.actors for row in unnamed} == {""}
    assert not rows_of(Asked(type=("air",))).exists()  # a part of a code is no code


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("أم الطيور", 2),
        ("ام الطيور", 2),
        ("أمّ الطيور", 2),
        ("UMM AL-TUYUR", 2),
        ("لا قرية كهذه", 0),
    ],
)
def test_a_place_is_found_however_its_letters_are_spelt(
    client_as: type[Caller], typed: str, named: int
) -> None:
    del client_as
    found = rows_of(Asked(place=typed))
    assert found.count() == named
    assert {row.place for row in found} <= {"أم الطيور"}


def test_nobody_counted_is_not_nought(client_as: type[Caller]) -> None:
    del client_as
    asked = rows_of(Asked(least=0))
    assert all(row.killed_low is not None for row in asked)
    assert rows_of(Asked()).count() > asked.count()


def test_the_counts_of_a_filter_are_those_that_choosing_it_gives(
    client_as: type[Caller],
) -> None:
    del client_as
    some = Asked(grade=("weak", "provisional"))
    for under in (Asked(), some):
        for key, counts in facets(under).items():
            for code, number in counts.items():
                asked = under.with_codes(key, (code,))
                assert rows_of(asked).count() == number, (key, code)


def test_squares_hold_every_placed_incident_once(client_as: type[Caller]) -> None:
    del client_as
    placed = CatalogueRow.objects.exclude(lat=None).count()
    for level in (0, 4, 8, 12, 20):
        found = cells(points(rows_of(Asked())), level)
        assert sum(one.number for one in found) == placed
    everywhere = points(rows_of(Asked()))
    read = points_of_some(rows_of(Asked()))
    assert [(p.cell, p.number) for p in sorted(read)] == [
        (p.cell, p.number) for p in sorted(everywhere)
    ]
    assert len(cells(everywhere, 0)) == 1
    half = Window(west=38.5, south=-90, east=0, north=90)  # over the date line
    beyond = {one.code for one in inside(everywhere, half)}
    assert beyond == {one.code for one in everywhere if one.lon >= 38.5}


def test_the_list_shows_what_is_asked_in_both_languages(
    client_as: type[Caller],
) -> None:
    row = CatalogueRow.objects.order_by("-killed_low").exclude(killed_low=None)[0]
    for lang in ("ar", "en"):
        shown = text(client_as("viewer", lang), "/incidents/?grade=" + row.grade)
        assert row.code in shown
        others = CatalogueRow.objects.exclude(grade=row.grade)
        table = shown[shown.index("<tbody>") :]
        assert not any(other.code in table for other in others)


def test_a_window_gives_incidents_and_a_window_elsewhere_gives_none(
    client_as: type[Caller],
) -> None:
    client = client_as("viewer")
    told = client.get("/map/window/?bbox=35,32,43,38&zoom=14").json()
    placed = CatalogueRow.objects.exclude(lat=None).count()
    assert sum(f["properties"]["number"] for f in told["features"]) == placed
    assert client.get("/map/window/?bbox=0,0,1,1&zoom=4").json()["features"] == []
    assert client.get("/map/window/?bbox=nan,0,1,1&zoom=nan").status_code == 200


def test_a_former_name_leads_to_the_incident_and_an_unknown_one_nowhere(
    client_as: type[Caller],
) -> None:
    row = CatalogueRow.objects.all()[0]
    client = client_as("viewer")
    answer = client.get(f"/incidents/{row.pk}/")
    assert answer["Location"] == f"/incidents/{row.code}/"
    assert client.get("/incidents/NO-SUCH/").status_code == 404


def test_every_claim_of_an_incident_is_on_its_page(client_as: type[Caller]) -> None:
    from tawthiq.workflow.registers import viewing  # noqa: PLC0415 - after Django

    row = CatalogueRow.objects.order_by("-reports")[0]
    shown = text(client_as("viewer"), f"/incidents/{row.code}/")
    _, told = viewing.incident(row.code)
    claims = [claim for one in told for claim in one.claims]
    assert claims
    for claim in claims:
        assert f'id="claim-{claim.id}"' in shown
    heads = re.findall(r"<dt>([^<]+)", shown)
    alike = [told for told in heads if told.strip() == "غارة جوية"]
    assert len(alike) == 1  # what all say stands once, with who says it
    assert "<bdi>٤</bdi>" in shown.split("<dt>غارة جوية")[1].split("</dt>")[0]


def test_rulings_are_offered_to_reviewers_alone(client_as: type[Caller]) -> None:
    where = f"/incidents/{CatalogueRow.objects.all()[0].code}/"
    assert "/grade/" in text(client_as("reviewer"), where)
    assert "/grade/" not in text(client_as("coder"), where)


def test_a_grade_needs_a_reason_and_stands_beside_the_computed_one(
    client_as: type[Caller],
) -> None:
    row = CatalogueRow.objects.exclude(grade="confirmed")[0]
    client = client_as("reviewer")
    where = f"/incidents/{row.code}/"
    bare = {"value": "confirmed", "reason": " "}
    assert client.post(where + "grade/", bare).status_code == 400
    assert not DecisionRow.objects.exists()
    client.post(where + "grade/", {"value": "confirmed", "reason": "اعترف الطرف"})
    assert CatalogueRow.objects.get(pk=row.pk).grade == "confirmed"
    decision = DecisionRow.objects.get()
    assert (decision.by, decision.reason) == ("reviewer", "اعترف الطرف")
    shown = text(client, where)
    assert "اعترف الطرف" in shown
    client.post(f"{where}undo/{decision.pk}/", {"reason": "لم يعترف"})
    assert CatalogueRow.objects.get(pk=row.pk).grade == row.grade


def test_a_decision_of_another_incident_is_not_undone_from_here(
    client_as: type[Caller],
) -> None:
    one, other = CatalogueRow.objects.all()[:2]
    client = client_as("reviewer")
    told = {"value": "weak", "reason": "سبب"}
    client.post(f"/incidents/{one.code}/grade/", told)
    number = DecisionRow.objects.get().pk
    where = f"/incidents/{other.code}/undo/{number}/"
    assert client.post(where, {"reason": "خطأ"}).status_code == 400
    assert DecisionRow.objects.count() == 1


def test_looking_at_a_merge_changes_nothing_and_making_it_redirects(
    client_as: type[Caller],
) -> None:
    one, other = CatalogueRow.objects.order_by("code")[:2]
    client = client_as("reviewer")
    before = LedgerRow.objects.count()
    where = f"/incidents/{one.code}/merge/"
    shown = text(client, f"{where}?other={other.code}")
    assert other.code in shown
    assert LedgerRow.objects.count() == before
    assert CatalogueRow.objects.filter(pk__in=[one.pk, other.pk]).count() == 2
    client.post(where, {"other": other.code, "reason": "واقعة واحدة"})
    assert CatalogueRow.objects.filter(pk__in=[one.pk, other.pk]).count() == 1
    for name in (one.code, other.code):
        answer = client.get(f"/incidents/{name}/", follow=True)
        assert answer.status_code == 200


def test_what_cannot_be_merged_is_told_in_the_readers_language(
    client_as: type[Caller],
) -> None:
    code = CatalogueRow.objects.all()[0].code
    shown = text(client_as("reviewer"), f"/incidents/{code}/merge/?other={code}")
    assert 'role="alert"' in shown
    assert "الدمج يحتاج واقعتين مختلفتين" in shown


def test_a_search_is_kept_for_its_person_alone(client_as: type[Caller]) -> None:
    mine = client_as("viewer")
    told = {"page": "list", "name": "غارات", "query": "type=air_strike&evil=1"}
    answer = mine.post("/saved/", told)
    assert answer["Location"] == "/incidents/?type=air_strike"
    kept = SavedView.objects.get()
    assert "غارات" in text(mine, "/incidents/")
    other = client_as("coder")
    assert "غارات" not in text(other, "/incidents/")
    other.post(f"/saved/{kept.pk}/forget/")
    assert SavedView.objects.exists()
    mine.post(f"/saved/{kept.pk}/forget/")
    assert not SavedView.objects.exists()


def test_a_table_of_trends_sums_what_the_catalogue_says(
    client_as: type[Caller],
) -> None:
    answer = client_as("viewer").get("/trends/month.csv")
    rows = answer.content.decode("utf-8-sig").splitlines()[1:]
    dated = CatalogueRow.objects.exclude(month=None)
    assert sum(int(row.split(",")[2]) for row in rows) == dated.count()
    least = sum(row.killed_low or 0 for row in dated)
    assert sum(int(row.split(",")[3]) for row in rows) == least


def test_a_basemap_is_served_by_ranges(client_as: type[Caller]) -> None:
    from django.conf import settings  # noqa: PLC0415 - after Django

    client = client_as("viewer")
    where = "/map/basemap.pmtiles"
    assert settings.REGISTER is not None
    assert client.get(where).status_code == 204
    (settings.REGISTER.folder / "basemap.pmtiles").write_bytes(b"PMTiles-and-more")
    part = client.get(where, headers={"range": "bytes=0-6"})
    assert (part.status_code, part.getvalue()) == (206, b"PMTiles")
    assert part["Content-Range"] == "bytes 0-6/16"
    rest = client.get(where, headers={"range": "bytes=8-"})
    assert rest.getvalue() == b"and-more"
    assert client.get(where, headers={"range": "bytes=99-"}).status_code == 416
    whole = client.get(where, headers={"range": "bytes=5-2,7-8"})
    assert whole.status_code == 200
    whole.close()


def test_no_page_carries_a_style_or_a_script_in_its_text(
    client_as: type[Caller],
) -> None:
    code = CatalogueRow.objects.all()[0].code
    client = client_as("reviewer")
    for path in ("/incidents/", "/map/", "/trends/", f"/incidents/{code}/"):
        shown = text(client, path)
        assert not re.search(r"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son\w+=", shown)
