"""The API answers programs by their tokens, coarsely, and refuses what is no request."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.http import HttpResponse
from lxml import etree
from tests.desk.conftest import Caller

from tawthiq.desk.api import access
from tawthiq.desk.api.describing import description
from tawthiq.desk.api.feeds import title_of
from tawthiq.desk.api.tokens import ApiToken, Scope, make_token
from tawthiq.desk.people.accounts import Account
from tawthiq.register.models import CatalogueRow, DecisionRow
from tawthiq.workflow.publishing.features import View, cells_within

ITEMS = "/api/v1/collections/incidents/items"
NAMES = ("سعيد", "الحصّاد", "شبكة", "الضفاف")
BAD_BOXES = (
    "nan,0,1,1",
    "0,0,inf,1",
    "-inf,-inf,inf,inf",
    "1e400,0,1,1",
    "0,5,1,1",
    "0,0,1",
    "0,0,1,1,1",
    "a,b,c,d",
    "",
    ",,,",
    "0,0,181,1",
    "0,-91,1,1",
    "٠,٠,١,١",
    "0x1,0,1,1",
    "1_0,0,20,1",
    "0,0,1,1;DROP",
)
BAD_TIMES = (
    "",
    "..",
    "2031-13-01",
    "2031-3-1",
    "2032-01-01/2031-01-01",
    "now",
    "0000-01-01",
)


@pytest.fixture(autouse=True)
def _fresh_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access, "_asked", {})


@pytest.fixture(autouse=True)
def _later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be a day on which the invented incidents may be public."""
    day = datetime(2031, 6, 1, tzinfo=UTC).date()
    monkeypatch.setattr(
        access.Asker,
        "view",
        property(
            lambda self: View(
                profile="internal" if Scope.EXACT in self.scopes else "public",
                today=day,
            )
        ),
    )


def token(role: str, *scopes: Scope) -> dict[str, Any]:
    person = Account.objects.get(username=role)
    _, words = make_token(person, "invented", frozenset(scopes))
    return {"HTTP_AUTHORIZATION": f"Bearer {words}"}


def read(answer: Any) -> Any:  # noqa: ANN401 - the client's own kind; JSON
    return json.loads(answer.content)


def test_strangers_and_wrong_tokens_are_told_to_say_who_they_are(
    client_as: type[Caller],
) -> None:
    for told in ("", "Bearer", "Bearer tawthiq_x", "Basic YTpi", "Bearer \x00"):
        more = {"HTTP_AUTHORIZATION": told} if told else {}
        answer = client_as().get(ITEMS, **more)  # type: ignore[arg-type]
        assert answer.status_code == 401
        assert answer["Content-Type"] == "application/problem+json"
        assert "Bearer" in answer["WWW-Authenticate"]


def test_a_token_that_is_over_or_revoked_opens_nothing(client_as: type[Caller]) -> None:
    asks, head = client_as(), token("viewer", Scope.READ)
    assert asks.get(ITEMS, **head).status_code == 200
    ApiToken.objects.update(ends=datetime.now(UTC) - timedelta(seconds=1))
    assert asks.get(ITEMS, **head).status_code == 401
    ApiToken.objects.update(ends=datetime.now(UTC) + timedelta(days=1))
    Account.objects.filter(username="viewer").update(is_active=False)
    assert asks.get(ITEMS, **head).status_code == 401


def test_only_the_hash_of_a_token_is_kept(client_as: type[Caller]) -> None:
    del client_as
    words = token("viewer", Scope.READ)["HTTP_AUTHORIZATION"].split()[1]
    kept = json.dumps(list(ApiToken.objects.values()), default=str)
    assert words not in kept
    assert words[8:30] not in kept


def test_points_are_coarse_and_nobody_is_named(client_as: type[Caller]) -> None:
    answer = client_as().get(ITEMS, **token("admin", Scope.READ))
    told = read(answer)
    assert told["numberReturned"] == len(told["features"]) > 0
    assert answer["Content-Type"] == "application/geo+json"
    for one in told["features"]:
        if one["geometry"] is not None:
            for degree in one["geometry"]["coordinates"]:
                assert round(degree * 100) % 10 == 5
    text = answer.content.decode()
    assert "\\u06" not in text
    for name in NAMES:
        assert name not in text


def test_the_scope_for_exact_points_holds_for_reviewers_alone(
    client_as: type[Caller],
) -> None:
    exact = {(row.lon, row.lat) for row in CatalogueRow.objects.exclude(lat=None)}
    for role, seen in (("viewer", False), ("coder", False), ("reviewer", True)):
        head = token(role, Scope.READ, Scope.EXACT)
        told = read(client_as().get(ITEMS, **head))
        points = {
            tuple(one["geometry"]["coordinates"])
            for one in told["features"]
            if one["geometry"]
        }
        assert (points == exact) is seen, role


def test_a_small_window_does_not_find_an_exact_point(client_as: type[Caller]) -> None:
    row = CatalogueRow.objects.exclude(lat=None)[0]
    assert row.lat is not None
    assert row.lon is not None
    near = f"{row.lon - 0.001},{row.lat - 0.001},{row.lon + 0.001},{row.lat + 0.001}"
    head = token("viewer", Scope.READ)
    assert read(client_as().get(ITEMS, {"bbox": near}, **head))["features"] == []
    (feature, *_) = read(client_as().get(ITEMS, **head))["features"]
    lon, lat = feature["geometry"]["coordinates"]
    middle = f"{lon - 0.001},{lat - 0.001},{lon + 0.001},{lat + 0.001}"
    found = read(client_as().get(ITEMS, {"bbox": middle}, **head))["features"]
    assert feature["id"] in {one["id"] for one in found}


def test_whole_cells_lie_in_a_window() -> None:
    assert cells_within(33.0, 34.0, 0.1) == (33.0, 34.0)
    assert cells_within(33.06, 33.14, 0.1) == (33.1, 33.1)
    assert cells_within(33.05, 33.15, 0.1) == (33.0, 33.2)


@pytest.mark.parametrize("told", BAD_BOXES)
def test_a_box_that_is_none_is_refused(told: str, client_as: type[Caller]) -> None:
    answer = client_as("viewer").get(ITEMS, {"bbox": told})
    assert (answer.status_code, read(answer)["status"]) == (400, 400)


@pytest.mark.parametrize("told", BAD_TIMES)
def test_a_time_that_is_none_is_refused(told: str, client_as: type[Caller]) -> None:
    assert client_as("viewer").get(ITEMS, {"datetime": told}).status_code == 400


@pytest.mark.parametrize(
    "query",
    ["colour=red", "limit=0", "limit=x", "limit=1&limit=2", "f=xml", "type=%00"],
)
def test_what_is_no_parameter_is_refused(query: str, client_as: type[Caller]) -> None:
    assert client_as("viewer").get(f"{ITEMS}?{query}").status_code == 400


def test_a_box_over_the_date_line_holds_both_sides(client_as: type[Caller]) -> None:
    asks = client_as("viewer")
    every = read(asks.get(ITEMS, {"bbox": "-180,-90,180,90"}))["numberMatched"]
    round_the_back = read(asks.get(ITEMS, {"bbox": "170,-90,-170,90"}))
    across = read(asks.get(ITEMS, {"bbox": "30,-90,-170,90"}))
    assert round_the_back["numberMatched"] == 0
    assert across["numberMatched"] == every > 0


def test_pages_give_each_feature_once(client_as: type[Caller]) -> None:
    asks = client_as("viewer")
    whole = [one["id"] for one in read(asks.get(ITEMS))["features"]]
    found: list[str] = []
    address = f"{ITEMS}?limit=2"
    while address:
        told = read(asks.get(address))
        found += [one["id"] for one in told["features"]]
        links = {one["rel"]: one["href"] for one in told["links"]}
        address = links.get("next", "").removeprefix("http://127.0.0.1")
    assert found == whole


def test_days_and_codes_filter(client_as: type[Caller]) -> None:
    asks = client_as("viewer")
    day = read(asks.get(ITEMS, {"datetime": "2031-03-03"}))["features"]
    assert {one["properties"]["date_from"] for one in day} == {"2031-03-03"}
    late = read(asks.get(ITEMS, {"datetime": "2031-03-05T00:00:00Z/.."}))["features"]
    assert min(one["properties"]["date_from"] for one in late) == "2031-03-05"
    air = read(asks.get(ITEMS, {"type": "air_strike"}))["features"]
    assert all("air_strike" in one["properties"]["event_types"] for one in air)
    assert len(air) > 0


def test_what_the_profile_holds_back_looks_like_nothing(
    client_as: type[Caller], monkeypatch: pytest.MonkeyPatch
) -> None:
    name = CatalogueRow.objects.all()[0].pk
    asks = client_as("viewer")
    assert asks.get(f"{ITEMS}/{name}").status_code == 200
    early = View(profile="public", today=datetime(2031, 3, 9, tzinfo=UTC).date())
    monkeypatch.setattr(access.Asker, "view", early)
    withheld, none = asks.get(f"{ITEMS}/{name}"), asks.get(f"{ITEMS}/nothing")
    assert withheld.status_code == none.status_code == 404
    assert read(asks.get(ITEMS))["numberMatched"] == 0


def test_an_answer_that_is_known_is_not_given_again(client_as: type[Caller]) -> None:
    asks = client_as("viewer")
    for address in (ITEMS, f"{ITEMS}/{CatalogueRow.objects.all()[0].pk}", "/api/v1/"):
        etag = asks.get(address)["ETag"]
        again = asks.get(address, headers={"If-None-Match": etag})
        assert (again.status_code, again.content) == (304, b"")


def put(asks: Caller, head: dict[str, Any], told: object, **more: str) -> HttpResponse:
    name = CatalogueRow.objects.order_by("pk")[0].pk
    answer: HttpResponse = asks.put(  # type: ignore[assignment]
        f"{ITEMS}/{name}/review",
        told if isinstance(told, str) else json.dumps(told),
        content_type="application/json",
        headers=more,
        **head,
    )
    return answer


REVIEWED = {"state": "reviewed", "reason": "قرأت التقارير كلها"}


def test_a_write_needs_the_version_that_was_read(client_as: type[Caller]) -> None:
    asks, head = client_as(), token("reviewer", Scope.READ, Scope.WRITE)
    assert put(asks, head, REVIEWED).status_code == 428
    assert put(asks, head, REVIEWED, **{"If-Match": '"stale"'}).status_code == 412
    assert not DecisionRow.objects.exists()
    name = CatalogueRow.objects.order_by("pk")[0].pk
    etag = asks.get(f"{ITEMS}/{name}", **head)["ETag"]
    done = put(asks, head, REVIEWED, **{"If-Match": etag})
    assert done.status_code == 200
    assert read(done)["properties"]["review"] == "reviewed"
    (decision,) = DecisionRow.objects.all()
    assert (decision.by, decision.reason) == ("reviewer", REVIEWED["reason"])
    assert put(asks, head, REVIEWED, **{"If-Match": etag}).status_code == 412


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("{", 400),
        ("[" * 9_000, 400),
        ([], 422),
        ({"state": "done", "reason": "x"}, 422),
        ({"state": "reviewed", "reason": " "}, 422),
        ({"state": ["reviewed"], "reason": "x"}, 422),
        ({"state": "reviewed", "reason": "x", "by": "admin"}, 422),
        ('{"state": "reviewed", "reason": "\\ud800"}', 422),
        ({"state": "reviewed", "reason": "x" * 9_000}, 422),
    ],
)
def test_a_write_that_says_something_else_is_refused(
    told: object, status: int, client_as: type[Caller]
) -> None:
    head = token("reviewer", Scope.WRITE)
    answer = put(client_as(), head, told, **{"If-Match": "*"})
    assert answer.status_code == status
    assert not DecisionRow.objects.exists()


def test_a_session_and_a_lesser_role_never_write(client_as: type[Caller]) -> None:
    assert put(client_as("admin"), {}, REVIEWED, **{"If-Match": "*"}).status_code == 401
    head = token("coder", Scope.READ, Scope.WRITE)
    answer = put(client_as(), head, REVIEWED, **{"If-Match": "*"})
    assert answer.status_code == 403
    reading = token("admin", Scope.READ)
    assert put(client_as(), reading, REVIEWED, **{"If-Match": "*"}).status_code == 403


def test_too_many_requests_are_told_when_to_come_again(
    client_as: type[Caller], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access, "RATE", 3)
    asks = client_as("viewer")
    told = [asks.get("/api/v1/").status_code for _ in range(4)]
    assert told == [200, 200, 200, 429]
    assert 0 < int(asks.get("/api/v1/")["Retry-After"]) <= 60
    assert client_as("coder").get("/api/v1/").status_code == 200


def test_claims_and_sources_are_masked(client_as: type[Caller]) -> None:
    name = CatalogueRow.objects.get(code__endswith="wadi-al-zaarour").pk
    asks = client_as("viewer")
    claims = asks.get("/api/v1/claims", {"incident": name})
    assert read(claims)["claims"]
    assert all(one["span"] is None for one in read(claims)["claims"])
    sources = asks.get("/api/v1/sources", {"incident": name})
    assert all(one["url"] is None for one in read(sources)["sources"])
    for text in (claims.content.decode(), sources.content.decode()):
        assert not any(name in text for name in NAMES)
    assert asks.get("/api/v1/claims").status_code == 400
    assert asks.get("/api/v1/claims", {"incident": "no"}).status_code == 404


@pytest.mark.parametrize("name", ["atom", "rss"])
def test_feeds_are_well_formed_and_coarse(name: str, client_as: type[Caller]) -> None:
    answer = client_as("viewer").get(f"/api/v1/incidents.{name}?type=air_strike")
    feed = etree.fromstring(answer.content)
    points = feed.findall(".//{http://www.georss.org/georss}point")
    assert len(points) > 0
    for point in points:
        assert all(round(float(d) * 100) % 10 == 5 for d in str(point.text).split())


def test_problems_speak_the_language_that_is_asked_for(client_as: type[Caller]) -> None:
    for language, title in (("ar-SY, en;q=0.1", "طلب لا يُفهم"), ("en", "The request")):
        answer = client_as("viewer").get(
            ITEMS, {"limit": "0"}, headers={"Accept-Language": language}
        )
        assert read(answer)["title"].startswith(title)


def test_every_address_is_described(client_as: type[Caller]) -> None:
    from django.urls import get_resolver  # noqa: PLC0415

    told = read(client_as().get("/api/v1/openapi.json"))
    assert told == json.loads(json.dumps(description()))
    api = next(
        one
        for one in get_resolver().url_patterns
        if getattr(one, "namespace", "") == "api"
    )
    routes = {
        "/" + str(one.pattern).replace("<str:name>", "{name}")
        for one in api.url_patterns  # type: ignore[union-attr]
    }
    assert {r for r in routes if r.startswith("/api/")} == set(told["paths"])
    landing = read(client_as().get("/api/v1/"))
    assert {"service-desc", "conformance", "data"} <= {
        one["rel"] for one in landing["links"]
    }


def test_an_admin_makes_a_token_that_is_shown_once(client_as: type[Caller]) -> None:
    asks = client_as("admin", "en")
    told = {"name": "مرصد <b>", "person": "viewer", "scopes": ["read", "root"]}
    page = asks.post("/tokens/", told).content.decode()
    (made,) = ApiToken.objects.all()
    words = page.split(made.shown)[1].split("<")[0]
    assert made.scopes == "read"
    head = {"HTTP_AUTHORIZATION": f"Bearer {made.shown}{words}"}
    assert client_as().get(ITEMS, **head).status_code == 200  # type: ignore[arg-type]
    assert words not in asks.get("/tokens/").content.decode()
    asks.post(f"/tokens/{made.pk}/revoke/")
    assert client_as().get(ITEMS, **head).status_code == 401  # type: ignore[arg-type]


def test_a_feed_names_an_incident_without_a_place() -> None:
    told: dict[str, object] = {"event_types": ["shelling"], "date_from": "2031-03-05"}
    said = title_of({"id": "an-id", "properties": told}, "en")
    assert said.endswith("2031-03-05")
    assert "None" not in said
