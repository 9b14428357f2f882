"""Keeping incidents that others published: the table as evidence, its rows as they are."""

from collections.abc import Sequence
from pathlib import Path

from tawthiq.model.custody import Act
from tawthiq.model.incident import Incident
from tawthiq.read.incidents.rows import UNNAMED
from tawthiq.register.services import captures, incidents
from tawthiq.register.services.ledger import Deed, record
from tawthiq.register.services.together import together
from tawthiq.workflow.registers.opening import Register
from tawthiq.workflow.registers.searching import index_published


def keep_published(
    register: Register, files: Sequence[Path], published: Sequence[Incident]
) -> int:
    """Keep published tables and the incidents read from them that are not here already.

    Args:
        register: the open register.
        files: the tables, kept unaltered in the vault.
        published: what was read from them.

    Returns:
        How many incidents are new.

    Raises:
        EvidenceError: a table cannot be kept.
        RegisterError: the register cannot be written.
    """
    digests = []
    for file in files:
        digest, size = register.vault.keep_file(file)
        captures.take_in(
            captures.Receipt(
                digest=digest,
                size=size,
                name=str(file),
                by=register.by,
                tool=register.tool,
            )
        )
        digests.append(digest)
    with together():
        fresh = _not_here(published)
        number = incidents.add_published(fresh)
        index_published([one.id for one in fresh])
    body = {"tables": digests, "incidents": number}
    record(Deed(act=Act.IMPORTED, subject="incidents", body=body), by=register.by)
    return number


def _not_here(published: Sequence[Incident]) -> list[Incident]:
    """Leave out what is here already: by its id, or by its code where it has no id.

    An export of this register that comes back is so known again in every format.
    """
    here = incidents.names_here(_name(one) for one in published)
    return [one for one in published if _name(one) not in here]


def _name(one: Incident) -> str:
    """Give by what an incident of a table is known; ids that were made here tell nothing."""
    return one.code if one.id.startswith(UNNAMED) and one.code else one.id
