"""``tawthiq lift``: an admin who lost everything is let in by who holds the register."""

from pathlib import Path

import pytest
from tests.cli.command import Command


@pytest.fixture
def locked(tawthiq: Command, tmp_path: Path) -> Path:
    """Give a register whose only admin, samar, has a second step."""
    folder = tmp_path / "register"
    assert tawthiq("init", folder).code == 0
    from tawthiq.desk.serving import open_desk  # noqa: PLC0415

    open_desk(folder)
    from django_otp.plugins.otp_totp.models import TOTPDevice  # noqa: PLC0415

    from tawthiq.desk.people.accounts import Account  # noqa: PLC0415

    made = Account.objects.create_user(
        username="samar", password="invented words of a test", role="admin"
    )
    TOTPDevice.objects.create(user=made, confirmed=True)
    return folder


def is_asked() -> bool:
    from tawthiq.desk.people import second_step  # noqa: PLC0415
    from tawthiq.desk.people.accounts import Account  # noqa: PLC0415

    return second_step.is_asked_of(Account.objects.get(username="samar"))


def test_without_a_name_or_a_reason_nothing_is_lifted(
    tawthiq: Command, locked: Path
) -> None:
    for words in (("nobody", "a well"), ("samar", " ")):
        ran = tawthiq("lift", locked, "--person", words[0], "--reason", words[1])
        assert ran.code == 2
        assert "Traceback" not in ran.err
    assert is_asked()


def test_it_is_lifted_and_the_ledger_says_why(tawthiq: Command, locked: Path) -> None:
    words = ("lift", locked, "--person", "samar", "--reason", "the well took it")
    assert "is told when they enter" in tawthiq(*words).out
    assert not is_asked()
    from tawthiq.model.custody import Act  # noqa: PLC0415
    from tawthiq.register.services.ledger import entries  # noqa: PLC0415

    entry = list(entries(act=Act.ACCOUNT))[-1]
    assert entry.subject == "account:samar"
    assert entry.body["reason"] == "the well took it"
    assert "no second step" in tawthiq(*words).out


def test_who_forgot_the_password_too_is_given_another(
    tawthiq: Command, locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tawthiq.desk.people.accounts import Account  # noqa: PLC0415

    words = ("lift", locked, "--person", "samar", "--reason", "a well", "--password")
    monkeypatch.setattr("typer.prompt", lambda *_, **__: "short")
    ran = tawthiq(*words)
    assert (ran.code, "too short" in ran.err) == (2, True)
    assert is_asked()
    monkeypatch.setattr("typer.prompt", lambda *_, **__: "what the well gave back")
    assert "must change it" in tawthiq(*words).out
    assert not is_asked()
    samar = Account.objects.get(username="samar")
    assert samar.check_password("what the well gave back")
    assert samar.password_given
