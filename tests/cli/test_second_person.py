"""``export`` and ``publish`` on a team's register: what leaves, two people agreed to."""

import csv
import io
from pathlib import Path

import pytest
from tests.cli.command import Command, Ran
from tests.register.invented import invented, write_lines

PASSWORD = "invented words of a test"  # noqa: S105
DAY = ("--as-of", "2032-01-01")
CSV = ("--format", "csv", *DAY)


@pytest.fixture
def filled(tawthiq: Command, tmp_path: Path) -> Path:
    folder = tmp_path / "register"
    assert tawthiq("init", folder).code == 0
    lines = [invented(0), invented(3)]
    assert tawthiq("ingest", folder, write_lines(tmp_path / "1.jsonl", lines)).code == 0
    assert tawthiq("export", folder, *CSV).code == 0  # which makes the desk's tables
    return folder


@pytest.fixture
def team(filled: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the register a lead and an admin; whoever asks types the right password."""
    for name, role in (("samar", "lead"), ("nour", "admin"), ("rami", "coder")):
        account(name, role)
    monkeypatch.setattr("typer.prompt", lambda *_, **__: PASSWORD)
    return filled


def account(name: str, role: str) -> None:
    # The desk's tables can be imported once a register was opened.
    from tawthiq.desk.people.accounts import Account  # noqa: PLC0415

    Account.objects.create_user(username=name, password=PASSWORD, role=role)


def decided(name: str, *, agreed: bool = True) -> bool:
    from tawthiq.desk.people.accounts import Account  # noqa: PLC0415
    from tawthiq.desk.publishing.exports import ExportWish, decide  # noqa: PLC0415

    one = ExportWish.objects.first()
    assert one is not None
    return decide(one, Account.objects.get(username=name), agreed=agreed)


def rows(ran: Ran) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(ran.out)))


def approved() -> object:
    from tawthiq.model.custody import Act  # noqa: PLC0415
    from tawthiq.register.services.ledger import entries  # noqa: PLC0415

    return list(entries(act=Act.PUBLISHED))[-1].body["approved_by"]


@pytest.mark.parametrize("role", ["coder", "reviewer"])
def test_one_who_decides_asks_nobody(role: str, tawthiq: Command, filled: Path) -> None:
    account("samar", "admin")
    account("rami", role)
    assert len(rows(tawthiq("export", filled, *CSV))) == 2
    assert approved() == ""


def test_without_asking_nothing_leaves(
    tawthiq: Command, team: Path, tmp_path: Path
) -> None:
    for words in (
        CSV,
        (*CSV, "--out", tmp_path / "out"),
        (*CSV, "--profile", "internal"),
    ):
        ran = tawthiq("export", team, *words)
        assert (ran.code, ran.out) == (2, "")
        assert "takes two people" in ran.err
        assert "--person NAME" in ran.err
    assert "شخصان" in tawthiq("export", team, *CSV, ui="ar").err
    assert not (tmp_path / "out").exists()


def test_what_one_asked_and_another_agreed_to_is_handed_over(
    tawthiq: Command, team: Path
) -> None:
    ran = tawthiq("export", team, *CSV, "--person", "samar")
    assert (ran.code, ran.out) == (1, "")
    assert "/exports/1/" in ran.err
    assert "--as-of 2032-01-01" in ran.err
    waiting = tawthiq("export", team, *CSV)
    assert (waiting.code, waiting.out) == (2, "")
    assert "waits for a second person" in waiting.err
    assert not decided("samar")  # whoever asked
    assert decided("nour")
    for _ in range(2):
        assert len(rows(tawthiq("export", team, *CSV))) == 2
        assert approved() == "samar, nour"
    assert tawthiq("verify", team).code == 0


def test_another_thing_than_was_agreed_to_does_not_leave(
    tawthiq: Command, team: Path, tmp_path: Path
) -> None:
    tawthiq("export", team, *CSV, "--person", "samar")
    assert decided("nour")
    other = tawthiq("export", team, *CSV, "--profile", "internal")
    assert (other.code, other.out) == (2, "")
    tawthiq("ingest", team, write_lines(tmp_path / "2.jsonl", [invented(2)]))
    changed = tawthiq("export", team, *CSV)
    assert (changed.code, changed.out) == (2, "")
    assert "wish 1" in changed.err


def test_a_wish_that_was_refused_stays_so_until_it_is_asked_for_anew(
    tawthiq: Command, team: Path
) -> None:
    tawthiq("export", team, *CSV, "--person", "samar")
    assert decided("nour", agreed=False)
    assert not decided("nour")
    ran = tawthiq("export", team, *CSV)
    assert (ran.code, ran.out) == (2, "")
    assert "wish 1 was refused" in ran.err
    assert "wish 2" in tawthiq("export", team, *CSV, "--person", "samar").err


@pytest.mark.parametrize("name", ["nobody", "samar"])
def test_one_asks_in_ones_own_name_alone(
    name: str, tawthiq: Command, team: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("typer.prompt", lambda *_, **__: "not it, not at all")
    ran = tawthiq("export", team, *CSV, "--person", name)
    assert (ran.code, ran.out) == (2, "")
    assert "not right" in ran.err
    assert "takes two people" in tawthiq("export", team, *CSV).err


@pytest.mark.usefixtures("team")
def test_files_of_incidents_are_nobodys_register(
    tawthiq: Command, tmp_path: Path
) -> None:
    table = tmp_path / "incidents.csv"
    table.write_text("code,date\nX1,2021-03-02\n", encoding="utf-8")
    assert tawthiq("export", table, *CSV).code == 0


def test_a_site_too_takes_two_people(
    tawthiq: Command, team: Path, tmp_path: Path
) -> None:
    words = (team, tmp_path / "site", "--profile", "public", *DAY)
    assert tawthiq("publish", *words, "--risks").code == 0
    assert tawthiq("publish", *words).code == 2
    assert tawthiq("publish", *words, "--person", "samar").code == 1
    assert not (tmp_path / "site").exists()
    assert decided("nour")
    assert tawthiq("publish", *words).code == 0
    assert approved() == "samar, nour"
    assert (tmp_path / "site" / "en" / "index.html").is_file()


def test_who_guesses_a_password_is_locked_out_as_at_the_door(
    tawthiq: Command, team: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from django.conf import settings  # noqa: PLC0415

    monkeypatch.setattr("typer.prompt", lambda *_, **__: "a guess")
    told = [
        tawthiq("export", team, *CSV, "--person", "samar").err
        for _ in range(settings.AXES_FAILURE_LIMIT)
    ]
    assert "not right" in told[0]
    assert "too many wrong passwords" in told[-1]
    monkeypatch.setattr("typer.prompt", lambda *_, **__: PASSWORD)
    right = tawthiq("export", team, *CSV, "--person", "samar")
    assert right.code == 2
    assert "too many wrong passwords" in right.err
    assert (
        "the export is asked for"
        in tawthiq("export", team, *CSV, "--person", "nour").err
    )
