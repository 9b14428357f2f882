"""Witness data: kept apart from all else, each datum encrypted, and truly erasable.

A file of its own, never in searches, exports, logs or the ledger. The ledger holds a
salted hash; the salt lies beside the datum, so that erasing both leaves a hash that
nobody can trace, and the chain unbroken (design: web.md, Witness data).
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from tawthiq.errors import EvidenceError

SALT_BYTES = 32
NONCE_BYTES = 12
"""The length that NIST SP 800-38D asks for."""

COST = 2**15
"""The cost of one guess at the passphrase (scrypt's N): some 32 MB and 0.1 s."""

CHECK = b"tawthiq witness data"

_TABLES = """
CREATE TABLE IF NOT EXISTS lock (salt BLOB NOT NULL, proof BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS datum (
  id TEXT PRIMARY KEY, salt BLOB NOT NULL, sealed BLOB NOT NULL);
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """One datum as the ledger may know it: its id, and the salted hash of its text."""

    id: str
    hash: str


class Witnesses:
    """The file of witness data of a register, opened with its passphrase.

    Args:
        file: the file; made with the first datum.
        passphrase: what opens it; the first one used sets it.

    Raises:
        EvidenceError: the passphrase is not the file's, or the file is damaged.
    """

    def __init__(self, file: Path, passphrase: str) -> None:
        self._file = file
        with self._opened() as data:
            data.executescript(_TABLES)
            found = data.execute("SELECT salt, proof FROM lock").fetchone()
            salt = found[0] if found else os.urandom(SALT_BYTES)
            key = Scrypt(salt=salt, length=32, n=COST, r=8, p=1)
            self._box = AESGCM(key.derive(passphrase.encode()))
            if found is None:
                proof = self._seal(CHECK, b"lock")
                data.execute("INSERT INTO lock VALUES (?, ?)", (salt, proof))
            elif self._unsealed(found[1], b"lock") != CHECK:
                raise _locked(file)
        file.chmod(0o600)

    def add(self, identity: str, text: str) -> Sealed:
        """Keep a datum under an id; give what the ledger may know of it."""
        salt = os.urandom(SALT_BYTES)
        sealed = self._seal(text.encode(), identity.encode())
        with self._opened() as data:
            data.execute("INSERT INTO datum VALUES (?, ?, ?)", (identity, salt, sealed))
        return Sealed(id=identity, hash=_hash(salt, text))

    def read(self, identity: str) -> str:
        """Give the text of a datum.

        Raises:
            EvidenceError: there is none of that id, or it was altered.
        """
        with self._opened() as data:
            found = data.execute(
                "SELECT sealed FROM datum WHERE id = ?", (identity,)
            ).fetchone()
        text = self._unsealed(found[0], identity.encode()) if found else None
        if text is None:
            raise _unknown(self._file, identity)
        return text.decode()

    def hash_of(self, identity: str) -> str:
        """Give the salted hash of a datum, as the ledger has it."""
        text = self.read(identity)
        with self._opened() as data:
            (salt,) = data.execute(
                "SELECT salt FROM datum WHERE id = ?", (identity,)
            ).fetchone()
        return _hash(salt, text)

    def erase(self, identity: str) -> None:
        """Erase a datum with its salt, for ever.

        Raises:
            EvidenceError: there is none of that id.
        """
        with self._opened() as data:
            gone = data.execute("DELETE FROM datum WHERE id = ?", (identity,)).rowcount
        if not gone:
            raise _unknown(self._file, identity)

    def _seal(self, text: bytes, about: bytes) -> bytes:
        nonce = os.urandom(NONCE_BYTES)
        return nonce + self._box.encrypt(nonce, text, about)

    def _unsealed(self, sealed: bytes, about: bytes) -> bytes | None:
        try:
            return self._box.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], about)
        except InvalidTag:
            return None

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        with opened(self._file) as data:
            yield data


def ids_of(file: Path) -> tuple[str, ...]:
    """Name what a file of witness data holds, which takes no passphrase."""
    if not file.is_file():
        return ()
    with opened(file) as data:
        data.executescript(_TABLES)
        return tuple(row[0] for row in data.execute("SELECT id FROM datum ORDER BY id"))


@contextmanager
def opened(file: Path) -> Iterator[sqlite3.Connection]:
    """Open the file so that what is erased is overwritten, not only unlisted."""
    try:
        with closing(sqlite3.connect(file, timeout=30)) as data, data:
            data.execute("PRAGMA secure_delete = ON")
            data.execute("PRAGMA journal_mode = DELETE")
            yield data
    except sqlite3.DatabaseError as fault:
        raise EvidenceError(
            ar=f"ملف الشهود لا يفتح: {fault}",
            en=f"the file of witness data cannot be opened: {fault}",
            where=str(file),
            remedy_ar="استعده من نسخة احتياطية",
            remedy_en="bring it back from a backup",
        ) from fault


def _hash(salt: bytes, text: str) -> str:
    return sha256(salt + text.encode()).hexdigest()


def _locked(file: Path) -> EvidenceError:
    return EvidenceError(
        ar="كلمة السر ليست كلمة هذا الملف",
        en="the passphrase is not this file's",
        where=str(file),
        remedy_ar="أعد كتابتها؛ من دونها لا يقرأ شيء",
        remedy_en="write it again; without it nothing can be read",
    )


def _unknown(file: Path, identity: str) -> EvidenceError:
    return EvidenceError(
        ar=f"لا شيء بالمعرف {identity}، أو أنه تغير",
        en=f"there is nothing under {identity}, or it was altered",
        where=str(file),
        remedy_ar="اعرض المعرفات: tawthiq witness list",
        remedy_en="list the ids: tawthiq witness list",
    )
