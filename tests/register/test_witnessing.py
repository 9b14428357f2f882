"""What was told in confidence stands in no other file, and can be erased for ever."""

from pathlib import Path

import pytest
from django.db import connections

from tawthiq.errors import EvidenceError
from tawthiq.workflow.registers import witnessing
from tawthiq.workflow.registers.backups import back_up, restore
from tawthiq.workflow.registers.opening import Register
from tawthiq.workflow.registers.verifying import differences

SECRET = "شهادة مختلقة: رأيت الطائرة من سطح الدار القديمة"  # noqa: S105 - a text


def bytes_in(folder: Path) -> bytes:
    return b"".join(f.read_bytes() for f in sorted(folder.rglob("*")) if f.is_file())


def test_a_text_is_read_again_with_the_passphrase(register: Register) -> None:
    name = witnessing.add(register, SECRET, passphrase="open")
    assert witnessing.read(register, name, passphrase="open") == SECRET


def test_another_passphrase_opens_nothing(register: Register) -> None:
    name = witnessing.add(register, SECRET, passphrase="open")
    with pytest.raises(EvidenceError, match="passphrase"):
        witnessing.read(register, name, passphrase="shut")


def test_no_byte_of_the_register_shows_the_text(register: Register) -> None:
    witnessing.add(register, SECRET, passphrase="open")
    connections.close_all()
    whole = bytes_in(register.folder)
    assert SECRET.encode() not in whole
    assert SECRET.split()[3].encode() not in whole


def test_erasing_leaves_a_whole_chain_and_nothing_to_read(register: Register) -> None:
    name = witnessing.add(register, SECRET, passphrase="open")
    before = (register.folder / witnessing.FILE).read_bytes()
    witnessing.erase(register, name, passphrase="open")
    after = (register.folder / witnessing.FILE).read_bytes()
    assert not list(differences(register))
    assert witnessing.standing(register) == ()
    assert name.encode() in before
    assert name.encode() not in after
    with pytest.raises(EvidenceError, match="nothing under"):
        witnessing.read(register, name, passphrase="open")


def test_a_file_that_was_taken_away_is_named(register: Register) -> None:
    name = witnessing.add(register, SECRET, passphrase="open")
    (register.folder / witnessing.FILE).unlink()
    assert [(d.what, d.which, d.kind) for d in differences(register)] == [
        ("witness", name, "missing")
    ]


def test_a_backup_carries_it_encrypted(register: Register, tmp_path: Path) -> None:
    name = witnessing.add(register, SECRET, passphrase="open")
    back_up(register, tmp_path / "whole.tar.gz")
    again = restore(tmp_path / "whole.tar.gz", tmp_path / "again")
    assert witnessing.read(again, name, passphrase="open") == SECRET
