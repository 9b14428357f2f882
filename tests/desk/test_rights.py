"""Who may open what: every address of the desk stands in ``rights.csv``.

``get`` and ``post`` hold the least role that is answered: ``anyone`` (without an
account too), a role, ``nobody`` (not found whoever asks), ``-`` (no such method). In
``arguments``, ``{report}``, ``{incident}``, ``{capture}``, ``{job}``, ``{wish}``,
``{export}`` stand for one of the register's.
"""

import csv
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from tests.desk.browsing import ROLES
from tests.desk.conftest import Caller

from tawthiq.desk.people.accounts import Account
from tawthiq.desk.publishing.exports import Leaving, ask
from tawthiq.desk.publishing.wishes import PublishWish
from tawthiq.model.job import JobKind
from tawthiq.register.models import IncidentRow, ReceiptRow, StandingRow
from tawthiq.register.services import jobs

with Path(__file__).with_name("rights.csv").open(encoding="utf-8") as sheet:
    RIGHTS = list(csv.DictReader(sheet))
LOGIN = "/login/"


def names(patterns: Sequence[URLPattern | URLResolver], space: str) -> Iterator[str]:
    for one in patterns:
        if isinstance(one, URLResolver):
            inner = f"{space}{one.namespace}:" if one.namespace else space
            yield from names(one.url_patterns, inner)
        else:
            yield f"{space}{one.name}"


def test_every_address_has_a_row_and_every_row_an_address() -> None:
    told = [row["name"] for row in RIGHTS]
    assert sorted(set(told)) == sorted(set(names(get_resolver().url_patterns, "")))


def address(row: dict[str, str]) -> str:
    known: dict[str, str] = {}
    if "{" in row["arguments"]:
        standing = IncidentRow.objects.filter(merged_into=None, withdrawn=False)
        known = {
            "report": StandingRow.objects.order_by("name")[0].name,
            "capture": ReceiptRow.objects.get(name__endswith=".html").capture_id,
            "incident": standing.order_by("id")[0].code,
            "job": a_job(),
            "wish": a_wish(),
            "export": an_export(),
        }
    pairs = (one.split("=", 1) for one in row["arguments"].split() if one)
    return reverse(
        row["name"], kwargs={key: value.format(**known) for key, value in pairs}
    )


def a_wish() -> str:
    now = datetime.now(UTC)
    made = PublishWish.objects.create(
        profile="public",
        as_of=now.date(),
        digest="",
        incidents=0,
        asked_by=Account.objects.get(username="lead"),
        asked_at=now,
    )
    return str(made.pk)


def an_export() -> str:
    leaving = Leaving(
        form="csv",
        profile="public",
        as_of=datetime.now(UTC).date(),
        digest="",
        incidents=0,
        withheld=0,
    )
    return str(ask(leaving, Account.objects.get(username="lead")).pk)


def a_job() -> str:
    with transaction.atomic():
        return str(jobs.ask(JobKind.READ, {"name": "a.txt"}, by="a tester").number)


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_page_answers_who_may_open_it_and_no_other(
    method: str, client_as: type[Caller]
) -> None:
    people = {role: session_of(client_as, role) for role in ROLES}
    wrong = []
    for row in RIGHTS:
        where = address(row)
        for role in ("", *ROLES):
            client = client_as()
            if role:  # a page may end a session: each is asked for with one that holds
                client.cookies["sessionid"] = people[role]
            answer = getattr(client, method)(where)
            told = verdict(answer)
            if told != expected(row[method], role):
                wrong.append((row["name"], role, told, answer))
            if role and client.session.session_key != people[role]:
                people[role] = session_of(client_as, role)
    assert wrong == []


def session_of(client_as: type[Caller], role: str) -> str:
    return str(client_as(role).cookies["sessionid"].value)


def expected(least: str, role: str) -> str:
    if least == "-":
        return "no such method"
    if least == "nobody":
        return "not found"
    if least == "anyone":
        return "answered"
    if not role:
        return "to the login"
    return "answered" if ROLES.index(role) >= ROLES.index(least) else "refused"


def verdict(answer: HttpResponse) -> str:
    assert answer.status_code < 500, answer
    if answer.status_code == 302 and answer["Location"].startswith(f"{LOGIN}?next="):
        return "to the login"
    if answer.status_code == 401:
        return "to the login"  # a program is told to say who it is
    if answer.status_code == 404 and "problem" in answer["Content-Type"]:
        return "answered"  # who may ask is told that it is not public yet
    told = {403: "refused", 404: "not found", 405: "no such method"}
    return told.get(answer.status_code, "answered")
