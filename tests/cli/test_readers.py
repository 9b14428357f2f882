"""``--reader``: proposals in the output of ``read`` and in a register."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.cli.command import Command
from tests.propose.model_server import TEXT, Server, served

DAY = ("--published", "2031-03-05")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with served() as running:
        yield running


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def asking(server: Server, model: str) -> tuple[str, str]:
    return "--reader", f"openai={server.address},model={model},tries=1"


def readers_of(out: str) -> list[str | None]:
    told: dict[str, Any] = json.loads(out)
    return [event["reader"] for event in told["events"]]


def test_nobody_is_asked_unless_the_user_names_a_reader(
    tawthiq: Command, server: Server, report: Path
) -> None:
    server.asked.clear()
    ran = tawthiq("read", report, *DAY, "--format", "jsonl")
    assert readers_of(ran.out) == [None]
    assert server.asked == []


def test_proposals_stand_beside_and_alone(
    tawthiq: Command, server: Server, report: Path
) -> None:
    words = ("read", report, *DAY, "--format", "jsonl", *asking(server, "right"))
    ran = tawthiq(*words)
    assert (ran.code, ran.err) == (0, "")
    assert readers_of(ran.out) == [None, "openai:right"]
    ran = tawthiq(*words, "--reader-alone")
    assert readers_of(ran.out) == ["openai:right"]


def test_cards_and_page_say_who_proposed(
    tawthiq: Command, server: Server, report: Path
) -> None:
    words = ("read", report, *DAY, *asking(server, "right"))
    assert "proposed by openai:right" in tawthiq(*words).out
    ran = tawthiq(*words, "--format", "html", ui="ar")
    assert "اقترحه" in ran.out
    assert "openai:right" in ran.out


def test_what_is_dropped_is_told_and_is_no_failure(
    tawthiq: Command, server: Server, report: Path
) -> None:
    ran = tawthiq("read", report, *DAY, *asking(server, "wrong"), ui="ar")
    assert ran.code == 0
    assert "أُسقط مما اقترحه 3" in ran.err


def test_a_reader_that_fails_is_told_and_fails_the_command(
    tawthiq: Command, server: Server, report: Path
) -> None:
    words = ("read", report, *DAY, "--format", "jsonl", *asking(server, "prose"))
    ran = tawthiq(*words)
    assert ran.code == 1
    assert "not the JSON" in ran.err
    assert readers_of(ran.out) == [None]
    ran = tawthiq(*words, "--reader-alone")
    assert (ran.code, ran.out) == (1, "")


@pytest.mark.parametrize("words", [("--reader", "no-such-reader"), ("--reader-alone",)])
def test_a_wrong_choice_is_told(
    tawthiq: Command, report: Path, words: tuple[str, ...]
) -> None:
    ran = tawthiq("read", report, *words)
    assert ran.code == 2
    assert words[0] in ran.err


def test_a_register_keeps_proposals_apart_and_asks_again_after_a_failure(
    tawthiq: Command, server: Server, report: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "register"
    assert tawthiq("init", folder).code == 0
    take = ("ingest", folder, report, *DAY)
    ran = tawthiq(*take, *asking(server, "prose"))
    assert ran.code == 1
    assert "not the JSON" in ran.err
    for read in (1, 0):
        ran = tawthiq(*take, *asking(server, "right"))
        assert ran.code == 0
        assert f"reports read {read}" in ran.out
    (incident,) = json.loads(tawthiq("incidents", folder, "--format", "json").out)
    assert [(c["low"], c["rule"]) for c in incident["casualties"]] == [(4, "one_voice")]
    out = tmp_path / "release"
    words = ("--format", "datapackage", "--profile", "internal", "--out", out)
    assert tawthiq("export", folder, *words).code == 0
    claims = (out / "claims.csv").read_text("utf-8")
    assert "openai" not in claims
    assert "harm_" in claims
    assert tawthiq("verify", folder).code == 0


def test_alone_a_failure_leaves_the_standing_reading(
    tawthiq: Command, server: Server, report: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "register"
    assert tawthiq("init", folder).code == 0
    take = ("ingest", folder, report, *DAY)
    assert tawthiq(*take).code == 0
    ran = tawthiq(*take, *asking(server, "prose"), "--reader-alone")
    assert ran.code == 1
    assert "reports read 0" in ran.out
    assert len(json.loads(tawthiq("incidents", folder, "--format", "json").out)) == 1
