"""Keeping incidents that others published: the table as evidence, its rows as they are."""

from collections.abc import Sequence
from pathlib import Path

from tawthiq.model.custody import Act
from tawthiq.model.incident import Incident
from tawthiq.register.services import captures, incidents
from tawthiq.register.services.ledger import Deed, record
from tawthiq.register.services.together import together
from tawthiq.workflow.opening import Register
from tawthiq.workflow.searching import index_published


def keep_published(
    register: Register, files: Sequence[Path], published: Sequence[Incident]
) -> int:
    """Keep published tables and the incidents read from them.

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
        number = incidents.add_published(published)
        index_published([one.id for one in published])
    body = {"tables": digests, "incidents": number}
    record(Deed(act=Act.IMPORTED, subject="incidents", body=body), by=register.by)
    return number
