"""Seals: signed checkpoints of the ledger, and trusted times for them.

The chain alone cannot show that its tail was cut off or that all of it was written
anew; a signed checkpoint kept elsewhere (a file, a print) can (design: web.md).
"""

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from tawthiq.errors import EvidenceError
from tawthiq.model.custody import canonical


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoint:
    """The ledger up to one entry: how many, the last hash, the Merkle root, when."""

    number: int
    head: str
    root: str
    at: str

    def told(self) -> str:
        """Give the text that is signed: canonical JSON."""
        return canonical(
            {"at": self.at, "head": self.head, "number": self.number, "root": self.root}
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """A checkpoint with its signature and the key that checks it (hexadecimal)."""

    checkpoint: Checkpoint
    signature: str
    public_key: str


def merkle_root(hashes: Sequence[str]) -> str:
    """Give the Merkle root of hexadecimal hashes, in the manner of RFC 6962.

    Leaves and nodes are hashed with different first bytes, so that no node passes for
    a leaf; of an odd number the last goes up as it is.
    """
    level = [sha256(b"\x00" + bytes.fromhex(one)).digest() for one in hashes]
    if not level:
        return sha256(b"").hexdigest()
    while len(level) > 1:
        pairs = zip(level[::2], level[1::2], strict=False)
        above = [sha256(b"\x01" + left + right).digest() for left, right in pairs]
        level = above + ([level[-1]] if len(level) % 2 else [])
    return level[0].hex()


def signing_key(path: Path) -> Ed25519PrivateKey:
    """Give the key of a register, made when it is first asked for.

    Raises:
        EvidenceError: the file holds no such key, or cannot be written.
    """
    try:
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            made = Ed25519PrivateKey.generate()
            told = made.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(told)
        key = load_pem_private_key(path.read_bytes(), password=None)
    except (OSError, ValueError) as fault:
        raise _no_key(path, str(fault)) from fault
    if not isinstance(key, Ed25519PrivateKey):
        raise _no_key(path, type(key).__name__)
    return key


def sign(checkpoint: Checkpoint, key: Ed25519PrivateKey) -> Seal:
    """Sign a checkpoint (Ed25519)."""
    public = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    return Seal(
        checkpoint=checkpoint,
        signature=key.sign(checkpoint.told().encode()).hex(),
        public_key=public.hex(),
    )


def is_signed(seal: Seal) -> bool:
    """Whether the signature is of this checkpoint by this key."""
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(seal.public_key))
        key.verify(bytes.fromhex(seal.signature), seal.checkpoint.told().encode())
    except (InvalidSignature, ValueError):
        return False
    return True


def write_seal(seal: Seal, path: Path) -> None:
    """Write a seal as JSON.

    Raises:
        EvidenceError: the file cannot be written.
    """
    told = {
        **json.loads(seal.checkpoint.told()),
        "signature": seal.signature,
        "public_key": seal.public_key,
    }
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    except OSError as fault:
        raise EvidenceError(
            ar=f"تعذرت كتابة الختم: {fault.strerror}",
            en=f"the seal cannot be written: {fault.strerror}",
            where=str(path),
        ) from fault


def read_seal(path: Path) -> Seal:
    """Read a seal.

    Raises:
        EvidenceError: the file is no seal.
    """
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        return Seal(
            checkpoint=Checkpoint(
                number=int(told["number"]),
                head=str(told["head"]),
                root=str(told["root"]),
                at=str(told["at"]),
            ),
            signature=str(told["signature"]),
            public_key=str(told["public_key"]),
        )
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise EvidenceError(
            ar="ليس هذا ختما",
            en="this is no seal",
            where=str(path),
            remedy_ar="استعده من نسخة احتياطية",
            remedy_en="bring it back from a backup",
        ) from fault


def _no_key(path: Path, why: str) -> EvidenceError:
    return EvidenceError(
        ar=f"مفتاح التوقيع لا يقرأ: {why}",
        en=f"the signing key cannot be read: {why}",
        where=str(path),
        remedy_ar="استعد المفتاح من نسخة احتياطية",
        remedy_en="bring the key back from a backup",
    )
