"""Captures leave as a web archive that the format's own tool finds valid."""

import hashlib
import io
import zipfile
from pathlib import Path

import pytest
from tests.register.invented import Ingest, invented, write_lines
from warcio.archiveiterator import ArchiveIterator

from tawthiq.errors import EvidenceError
from tawthiq.evidence.packing import run_wacz
from tawthiq.workflow.registers.opening import Register
from tawthiq.workflow.registers.packing import export_captures
from tawthiq.workflow.registers.verifying import differences


def test_every_capture_is_in_the_archive_byte_for_byte(
    register: Register, take_in: Ingest, tmp_path: Path
) -> None:
    files = [write_lines(tmp_path / f"{n}.jsonl", [invented(n)]) for n in (0, 3)]
    take_in(register, *files)
    assert export_captures(register, tmp_path / "out.wacz") == 2

    assert run_wacz("validate", "-f", str(tmp_path / "out.wacz"))
    with zipfile.ZipFile(tmp_path / "out.wacz") as archive:
        packed = io.BytesIO(archive.read("archive/captures.warc.gz"))
    found = {record.content_stream().read() for record in ArchiveIterator(packed)}
    assert found == {file.read_bytes() for file in files}
    assert not list(differences(register))


def test_an_altered_capture_is_not_passed_on(
    register: Register, take_in: Ingest, tmp_path: Path
) -> None:
    file = write_lines(tmp_path / "1.jsonl", [invented(0)])
    take_in(register, file)
    kept = register.vault.path_of(hashlib.sha256(file.read_bytes()).hexdigest())
    kept.write_bytes(b"another")
    with pytest.raises(EvidenceError, match="no longer"):
        export_captures(register, tmp_path / "out.wacz")
