"""A trusted time is asked of a real authority of the test's own, and checked offline."""

import shutil
import subprocess
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tawthiq.errors import EvidenceError
from tawthiq.evidence.seals import merkle_root
from tawthiq.evidence.timestamps import ask_time, time_of
from tawthiq.workflow.registers.opening import make_register
from tawthiq.workflow.registers.sealing import seal, seal_faults, stamp, trust

OPENSSL = shutil.which("openssl")
NEEDS_OPENSSL = pytest.mark.skipif(OPENSSL is None, reason="no openssl here")

CONFIG = """
[tsa]
default_tsa = one
[one]
serial = {folder}/serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha512
accuracy = secs:1
ess_cert_id_chain = no
[extension]
basicConstraints = CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
"""


def openssl(folder: Path, *words: str) -> None:
    assert OPENSSL is not None
    subprocess.run(  # noqa: S603 - the distribution's own program
        [OPENSSL, *words], cwd=folder, check=True, capture_output=True
    )


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Run a time authority with keys of its own; give its address and its root."""
    folder = tmp_path_factory.mktemp("tsa")
    (folder / "config").write_text(CONFIG.format(folder=folder), encoding="utf-8")
    (folder / "serial").write_text("01", encoding="utf-8")
    key = ("-newkey", "rsa:2048", "-nodes")
    openssl(
        folder, "req", "-x509", *key, "-keyout", "root.key", "-out", "root.pem",
        "-days", "30", "-subj", "/CN=invented root",
    )  # fmt: skip
    openssl(
        folder, "req", "-new", *key, "-keyout", "k", "-out", "csr", "-subj", "/CN=t"
    )
    openssl(
        folder, "x509", "-req", "-in", "csr", "-CA", "root.pem", "-CAkey", "root.key",
        "-CAcreateserial", "-out", "cert.pem", "-days", "30",
        "-extfile", "config", "-extensions", "extension",
    )  # fmt: skip

    class Answers(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            size = int(self.headers["Content-Length"])
            (folder / "query").write_bytes(self.rfile.read(size))
            openssl(
                folder, "ts", "-reply", "-config", "config", "-section", "one",
                "-queryfile", "query", "-inkey", "k", "-signer", "cert.pem",
                "-out", "reply",
            )  # fmt: skip
            self.send_response(200)
            self.end_headers()
            self.wfile.write((folder / "reply").read_bytes())

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Answers)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", folder / "root.pem"
    server.shutdown()
    server.server_close()


@NEEDS_OPENSSL
def test_a_time_holds_for_the_bytes_it_was_given_and_for_no_others(
    authority: tuple[str, Path],
) -> None:
    address, root = authority
    answer = ask_time(address, b"what was said")
    roots = [root.read_bytes()]
    assert time_of(answer, b"what was said", roots) is not None
    assert time_of(answer, b"what was not said", roots) is None
    assert time_of(answer[:-8] + b"00000000", b"what was said", roots) is None


@NEEDS_OPENSSL
def test_a_seal_is_timed_and_a_changed_one_is_named(
    authority: tuple[str, Path], tmp_path: Path
) -> None:
    address, root = authority
    register = make_register(tmp_path / "register", by="a tester")
    trust(register, root)
    path = seal(register)
    stamp(register, path, authority=address)
    assert not list(seal_faults(register))
    path.write_text(path.read_text(encoding="utf-8") + " ", encoding="utf-8")
    assert [fault.kind for fault in seal_faults(register)] == ["untimed"]


def test_an_authority_that_does_not_answer_is_said() -> None:
    def unreachable(address: str, query: bytes) -> bytes:
        raise OSError(address, len(query))

    with pytest.raises(EvidenceError, match="no time"):
        ask_time("http://127.0.0.1:9/", b"data", post=unreachable)


def test_the_root_depends_on_every_hash_and_on_their_order() -> None:
    one, two, three = ("01" * 32, "02" * 32, "03" * 32)
    roots = {
        merkle_root(hashes)
        for hashes in ([], [one], [one, two], [two, one], [one, two, three])
    }
    assert len(roots) == 5
