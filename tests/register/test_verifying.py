"""Whatever is altered by hand, `verify` names it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection
from tests.register.invented import Ingest, invented, write_lines

from tawthiq.model.decision import Verdict
from tawthiq.register.services import decisions
from tawthiq.workflow.registers.opening import Register
from tawthiq.workflow.registers.sealing import seal
from tawthiq.workflow.registers.verifying import differences

Spoil = Callable[[str], None]


@pytest.fixture
def filled(register: Register, take_in: Ingest, tmp_path: Path) -> Register:
    file = write_lines(tmp_path / "posts.jsonl", [invented(n) for n in range(4)])
    take_in(register, file)
    decisions.decide(Verdict.REVIEW, (("a1#e1",),), by="somebody", reason="looked at")
    return register


@pytest.fixture
def spoil() -> Spoil:
    """Change rows as one would who has the file: past the triggers."""

    def run(sql: str) -> None:
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute("SET session_replication_role = replica")
            else:
                cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
                for (name,) in cursor.fetchall():
                    cursor.execute(f"DROP TRIGGER {name}")
            cursor.execute(sql)
            if connection.vendor == "postgresql":
                cursor.execute("SET session_replication_role = origin")

    return run


def found(register: Register) -> set[tuple[str, str]]:
    return {(d.what, d.kind) for d in differences(register)}


def test_an_untouched_register_has_no_differences(filled: Register) -> None:
    assert not found(filled)


def test_a_flipped_byte_of_evidence_is_named(filled: Register) -> None:
    (file,) = (f for f in (filled.folder / "evidence").rglob("*") if f.is_file())
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.chmod(0o600)
    file.write_bytes(data)
    (named,) = differences(filled)
    assert (named.what, named.kind, named.which) == ("evidence", "altered", str(file))


def test_evidence_that_is_gone_is_named(filled: Register) -> None:
    (file,) = (f for f in (filled.folder / "evidence").rglob("*") if f.is_file())
    file.unlink()
    assert found(filled) == {("evidence", "missing")}


@pytest.mark.parametrize(
    ("sql", "named"),
    [
        ("UPDATE claim SET value = '[]' WHERE id = 2", ("claim", "altered")),
        ("UPDATE claim SET claimants = '[]' WHERE id = 1", ("claim", "altered")),
        ("DELETE FROM claim WHERE id = 3", ("claim", "unrecorded")),
        ("UPDATE report SET text = 'x' WHERE id = 1", ("report", "altered")),
        ("UPDATE report SET outlet = 'x' WHERE id = 2", ("report", "altered")),
        ("UPDATE reading SET content = '{}' WHERE id = 1", ("reading", "altered")),
        ("UPDATE decision SET reason = 'x' WHERE id = 1", ("decision", "altered")),
        ("DELETE FROM decision WHERE id = 1", ("decision", "missing")),
        ("UPDATE ledger SET body = '{}' WHERE number = 2", ("ledger", "altered")),
        ("UPDATE ledger SET at = '2030' WHERE number = 3", ("ledger", "altered")),
        ("DELETE FROM ledger WHERE number = 3", ("ledger", "missing")),
    ],
)
def test_a_changed_row_is_named(
    filled: Register, spoil: Spoil, sql: str, named: tuple[str, str]
) -> None:
    spoil(sql)
    assert named in found(filled)


@pytest.mark.usefixtures("filled")
def test_the_database_itself_refuses_to_change_what_is_kept() -> None:
    with (
        pytest.raises(Exception, match="only added to"),
        connection.cursor() as cursor,
    ):
        cursor.execute("UPDATE claim SET value = '[]'")


def test_a_seal_shows_that_the_tail_was_cut(filled: Register, spoil: Spoil) -> None:
    seal(filled)
    assert not found(filled)
    spoil("DELETE FROM ledger WHERE number > 4")
    assert ("seal", "cut") in found(filled)


def test_a_seal_that_somebody_else_wrote_is_named(filled: Register) -> None:
    path = seal(filled)
    path.write_text(
        path.read_text(encoding="utf-8").replace('"root": "', '"root": "00'),
        encoding="utf-8",
    )
    assert found(filled) == {("seal", "forged")}
