"""Sealing: a signed checkpoint of the ledger, and a trusted time for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path

from tawthiq.errors import EvidenceError
from tawthiq.evidence import seals, timestamps
from tawthiq.model.custody import Act
from tawthiq.register.services.ledger import Deed, entries, head, now, record
from tawthiq.workflow.registers.opening import Register

KEY = Path("keys") / "seal.pem"
SEALS = "seals"
ROOTS = Path("seals") / "roots"
STAMP = ".tsr"


@dataclass(frozen=True, slots=True, kw_only=True)
class SealFault:
    """A seal that does not fit the ledger.

    ``kind`` is ``forged``, ``unreadable``, ``rewritten`` or ``cut``: the ledger is
    shorter than the seal says; ``untimed`` for a trusted time that does not hold.
    """

    name: str
    kind: str


def seal(register: Register) -> Path:
    """Sign what the ledger says now; give the file of the seal.

    Raises:
        EvidenceError: the key or the seal cannot be read or written.
        RegisterError: the register is empty.
    """
    key = seals.signing_key(register.folder / KEY)
    hashes = [entry.hash for entry in entries()]
    last = head()
    checkpoint = seals.Checkpoint(
        number=len(hashes),
        head=last.hash if last else "",
        root=seals.merkle_root(hashes),
        at=now(),
    )
    made = seals.sign(checkpoint, key)
    path = register.folder / SEALS / f"{checkpoint.number:09d}.json"
    seals.write_seal(made, path)
    body = {"root": checkpoint.root, "head": checkpoint.head, "key": made.public_key}
    deed = Deed(act=Act.SEALED, subject=f"seal:{checkpoint.number}", body=body)
    record(deed, by=register.by)
    return path


def stamp(register: Register, sealed: Path, *, authority: str) -> Path:
    """Ask a time authority for the time of a seal; give the file of its answer.

    Raises:
        EvidenceError: no time is given, or the answer cannot be written.
    """
    answer = timestamps.ask_time(authority, sealed.read_bytes())
    path = sealed.with_suffix(STAMP)
    path.write_bytes(answer)
    body = {"authority": authority, "answer": sha256(answer).hexdigest()}
    deed = Deed(act=Act.SEALED, subject=f"stamp:{sealed.stem}", body=body)
    record(deed, by=register.by)
    return path


def trust(register: Register, certificate: Path) -> None:
    """Trust a root certificate (PEM) for the times of this register.

    Raises:
        OSError: the file cannot be read or copied.
    """
    roots = register.folder / ROOTS
    roots.mkdir(parents=True, exist_ok=True)
    (roots / f"{certificate.stem}.pem").write_bytes(certificate.read_bytes())


def seal_faults(register: Register) -> Iterator[SealFault]:
    """Check every seal of the register against its ledger."""
    for path in sorted((register.folder / SEALS).glob("*.json")):
        kind = _fault(path)
        if kind:
            yield SealFault(name=path.name, kind=kind)
    roots = timestamps.read_roots(register.folder / ROOTS)
    for path in sorted((register.folder / SEALS).glob(f"*{STAMP}")):
        sealed = path.with_suffix(".json")
        told = sealed.read_bytes() if sealed.is_file() else b""
        # Without a certificate that the user trusts a time is kept, not judged.
        if roots and timestamps.time_of(path.read_bytes(), told, roots) is None:
            yield SealFault(name=path.name, kind="untimed")


def _fault(path: Path) -> str | None:
    try:
        found = seals.read_seal(path)
    except EvidenceError:
        return "unreadable"
    if not seals.is_signed(found):
        return "forged"
    told = found.checkpoint
    hashes = [entry.hash for entry in islice(entries(), told.number)]
    if len(hashes) < told.number:
        return "cut"
    whole = hashes[-1:] == [told.head] and seals.merkle_root(hashes) == told.root
    return None if whole else "rewritten"
