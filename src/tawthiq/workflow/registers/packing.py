"""The captures of a register as one web archive."""

from pathlib import Path

from tawthiq.evidence.packing import Taken, pack_captures
from tawthiq.model.custody import Act
from tawthiq.register.services import captures
from tawthiq.register.services.ledger import Deed, record
from tawthiq.workflow.registers.opening import Register


def export_captures(register: Register, file: Path) -> int:
    """Write every capture to a WACZ, and to the ledger that it was; give how many.

    Raises:
        EvidenceError: a capture is missing or altered, or the file cannot be written.
    """
    taken = (
        Taken(digest=receipt.digest, at=at, name=receipt.name)
        for at, receipt in captures.first_receipts()
    )
    number = pack_captures(taken, register.vault, file)
    body = {"format": "wacz", "captures": number}
    record(Deed(act=Act.PUBLISHED, subject="captures", body=body), by=register.by)
    return number
