"""A backup is the whole register; what comes back is proved to be the same."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.register.invented import Ingest, invented, write_lines

from tawthiq.errors import RegisterError
from tawthiq.register.services import incidents
from tawthiq.workflow.registers.backups import back_up, restore
from tawthiq.workflow.registers.opening import Register
from tawthiq.workflow.registers.sealing import seal
from tawthiq.workflow.registers.verifying import chain_head, differences


@pytest.fixture
def filled(register: Register, take_in: Ingest, tmp_path: Path) -> Register:
    file = write_lines(tmp_path / "posts.jsonl", [invented(n) for n in range(4)])
    take_in(register, file)
    seal(register)
    return register


def test_a_restored_register_is_the_same(filled: Register, tmp_path: Path) -> None:
    told, head = list(incidents.all_incidents()), chain_head()
    back_up(filled, tmp_path / "whole.tar.gz")
    again = restore(tmp_path / "whole.tar.gz", tmp_path / "again")
    assert list(incidents.all_incidents()) == told
    assert chain_head() == head
    assert not list(differences(again))


def test_a_register_moves_from_one_database_to_the_other(
    filled: Register,
    new_database: Callable[[], str],
    tmp_path: Path,
    take_in: Ingest,
) -> None:
    told = list(incidents.all_incidents())
    back_up(filled, tmp_path / "whole.tar.gz")
    again = restore(tmp_path / "whole.tar.gz", tmp_path / "pg", database=new_database())
    assert list(incidents.all_incidents()) == told
    take_in(again, write_lines(tmp_path / "more.jsonl", [invented(0, "later")]))
    assert not list(differences(again))


def test_a_damaged_backup_makes_no_register(filled: Register, tmp_path: Path) -> None:
    file = tmp_path / "whole.tar.gz"
    back_up(filled, file)
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    with pytest.raises(RegisterError):
        restore(file, tmp_path / "again")
    assert not (tmp_path / "again" / "register.toml").exists()


def test_what_is_no_backup_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("nothing", encoding="utf-8")
    with pytest.raises(RegisterError, match="damaged, or is none"):
        restore(tmp_path / "notes.txt", tmp_path / "again")


def test_nothing_is_restored_over_a_register(filled: Register, tmp_path: Path) -> None:
    back_up(filled, tmp_path / "whole.tar.gz")
    with pytest.raises(RegisterError, match="already"):
        restore(tmp_path / "whole.tar.gz", filled.folder)
