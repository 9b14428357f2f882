"""Answers that many ask for are worked out once, and anew when the register changes."""

from threading import Barrier, Thread
from time import sleep
from unittest.mock import patch

import pytest
from tests.desk.conftest import Caller

from tawthiq.desk.incidents import mapping
from tawthiq.desk.incidents.remembering import remembered, standing
from tawthiq.desk.warming import warm_beside
from tawthiq.model.custody import Act
from tawthiq.register.services.ledger import Deed, append, now
from tawthiq.register.services.together import together

CLIENTS = 6


def note(subject: str) -> None:
    """Enter a deed of an invented kind in the ledger."""
    deed = Deed(act=Act.DECIDED, subject=subject, body={})
    with together():
        append([deed], by="nobody", at=now())


def test_a_deed_on_incidents_voids_what_is_kept(client_as: type[Caller]) -> None:
    del client_as
    before = standing()
    note("decision:invented")
    assert standing() != before


def test_a_ruling_on_a_report_or_its_coder_voids_nothing(
    client_as: type[Caller],
) -> None:
    del client_as
    note("decision:invented")
    before = standing()
    note("revision:invented")
    note("assignment:invented")
    assert standing() == before


def test_what_many_ask_for_at_once_is_worked_out_once(client_as: type[Caller]) -> None:
    del client_as
    made: list[int] = []
    told: list[int] = []
    start = Barrier(CLIENTS)

    def make() -> int:
        made.append(1)
        sleep(0.05)
        return len(made)

    def ask() -> None:
        start.wait()
        told.append(remembered(("invented", "at once"), make))

    threads = [Thread(target=ask) for _ in range(CLIENTS)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert told == [1] * CLIENTS


def test_one_answer_may_rest_on_another(client_as: type[Caller]) -> None:
    del client_as
    whole = remembered(
        ("invented", "whole"), lambda: remembered(("invented", "part"), lambda: 2) + 1
    )
    assert whole == 3


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_warm_desk_has_the_first_page_in_hand(
    client_as: type[Caller], lang: str
) -> None:
    warm_beside().join()
    with patch.object(mapping, "_glance", side_effect=AssertionError):
        for theme in ("light", "dark"):
            client = client_as("viewer", lang)
            client.cookies["tawthiq_theme"] = theme
            assert client.get("/").status_code == 200
