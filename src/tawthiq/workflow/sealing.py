"""Sealing: a signed checkpoint of the ledger, to be kept elsewhere too."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from tawthiq.errors import EvidenceError
from tawthiq.evidence import seals
from tawthiq.model.custody import Act
from tawthiq.register.services.ledger import Deed, entries, head, now, record
from tawthiq.workflow.opening import Register

KEY = Path("keys") / "seal.pem"
SEALS = "seals"


@dataclass(frozen=True, slots=True, kw_only=True)
class SealFault:
    """A seal that does not fit the ledger.

    ``kind`` is ``forged``, ``unreadable``, ``rewritten`` or ``cut``: the ledger is
    shorter than the seal says.
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


def seal_faults(register: Register) -> Iterator[SealFault]:
    """Check every seal of the register against its ledger."""
    for path in sorted((register.folder / SEALS).glob("*.json")):
        kind = _fault(path)
        if kind:
            yield SealFault(name=path.name, kind=kind)


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
