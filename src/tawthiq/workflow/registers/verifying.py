"""Verifying: recomputes everything that a register keeps, and names what differs."""

from collections.abc import Iterator
from dataclasses import dataclass

from tawthiq.model.custody import Act
from tawthiq.register.services import checking
from tawthiq.register.services.captures import capture_digests
from tawthiq.register.services.ledger import entries, head
from tawthiq.workflow.registers import witnessing
from tawthiq.workflow.registers.opening import Register
from tawthiq.workflow.registers.sealing import seal_faults


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Something that is not what was kept: what it is, which one, and in what way."""

    what: str
    which: str
    kind: str


def differences(register: Register) -> Iterator[Difference]:
    """Recompute evidence, rows, ledger and seals; name all that differs.

    The evidence is checked against the captures of the ledger and of the table: a
    capture that either forgot is named.
    """
    told = {entry.subject for entry in entries(act=Act.CAPTURED)}
    rows = set(capture_digests())
    for digest in sorted(told ^ rows):
        kind = "missing" if digest in told else "unrecorded"
        yield Difference(what="capture", which=digest, kind=kind)
    for fault in register.vault.faults(tuple(told | rows)):
        yield Difference(what="evidence", which=str(fault.path), kind=fault.kind)
    for row in checking.row_faults():
        yield Difference(what=row.table, which=row.row, kind=row.kind)
    for seal in seal_faults(register):
        yield Difference(what="seal", which=seal.name, kind=seal.kind)
    for name, kind in witnessing.faults(register):
        yield Difference(what="witness", which=name, kind=kind)


def chain_head() -> tuple[int, str]:
    """Give the number and the hash of the ledger's last entry; 0 and "" if empty."""
    last = head()
    return (last.number, last.hash) if last else (0, "")
