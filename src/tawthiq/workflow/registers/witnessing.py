"""Witness data of a register: kept apart; the ledger knows a salted hash alone."""

from collections.abc import Iterator
from secrets import token_hex

from tawthiq.evidence.witness import Witnesses, ids_of
from tawthiq.model.custody import Act, Body
from tawthiq.register.services.ledger import Deed, entries, record
from tawthiq.workflow.registers.opening import Register

FILE = "witness.sqlite3"


def add(register: Register, text: str, *, passphrase: str) -> str:
    """Keep a text about or from a witness; give its id.

    The datum is written first and the entry after it, so that no entry points at
    nothing; one without an entry is an orphan, which `sweep` erases.

    Raises:
        EvidenceError: the passphrase is wrong, or the file cannot be written.
    """
    witnesses = Witnesses(register.folder / FILE, passphrase)
    sealed = witnesses.add(token_hex(8), text)
    body = {"step": "added", "hash": sealed.hash}
    record(_deed(sealed.id, body), by=register.by)
    return sealed.id


def read(register: Register, identity: str, *, passphrase: str) -> str:
    """Give a text; that it was read is recorded.

    Raises:
        EvidenceError: the passphrase is wrong, or there is nothing of that id.
    """
    text = Witnesses(register.folder / FILE, passphrase).read(identity)
    record(_deed(identity, {"step": "read"}), by=register.by)
    return text


def erase(register: Register, identity: str, *, passphrase: str) -> None:
    """Erase a text for ever; the ledger keeps that it was, not what it said.

    Raises:
        EvidenceError: the passphrase is wrong, or there is nothing of that id.
    """
    Witnesses(register.folder / FILE, passphrase).erase(identity)
    record(_deed(identity, {"step": "erased"}), by=register.by)


def standing(register: Register) -> tuple[str, ...]:
    """Name what is kept."""
    return ids_of(register.folder / FILE)


def faults(register: Register) -> Iterator[tuple[str, str]]:
    """Name data that the ledger knows and the file does not, and the reverse."""
    told: dict[str, object] = {}
    for entry in entries(act=Act.WITNESS):
        if entry.body["step"] in {"added", "erased"}:
            told[entry.subject.removeprefix("witness:")] = entry.body["step"]
    known = {name for name, step in told.items() if step == "added"}
    here = set(standing(register))
    yield from ((name, "missing") for name in sorted(known - here))
    yield from ((name, "unrecorded") for name in sorted(here - known))


def _deed(identity: str, body: Body) -> Deed:
    return Deed(act=Act.WITNESS, subject=f"witness:{identity}", body=body)
