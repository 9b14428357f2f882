"""Importing: incidents out of files, ours or as others publish them."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from tawthiq.errors import InputError
from tawthiq.lang.codebook import Codebook, load_codebook
from tawthiq.model.incident import Incident
from tawthiq.model.incident_parse import incident_from_dict
from tawthiq.read import faults
from tawthiq.read.incidents import faults as incident_faults
from tawthiq.read.incidents.tables import halved, read_incidents

OURS = {"id", "code", "date", "places", "casualties", "grading"}
"""Keys that tell a line of ``tawthiq incidents --format jsonl`` from a published table."""


def incidents_of(
    file: Path,
    *,
    told: Mapping[str, str] | None = None,
    codebook: Codebook | None = None,
) -> Iterator[Incident | InputError]:
    """Read the incidents of a file: our own JSON lines, or a published table.

    Args:
        file: CSV, JSON lines or a JSON list.
        told: field to column, where the heading of a table does not say it.
        codebook: what the words of a table mean; the package's own by default.

    Yields:
        an Incident for each good row, an InputError (``file:line``) for each bad one.

    Raises:
        InputError: the file cannot be read, or is no table of incidents.
        OptionError: ``told`` names an unknown field or a missing column.
    """
    data = _bytes(file)
    if not told and _is_ours(data):
        yield from _own(data, str(file))
    else:
        book = load_codebook() if codebook is None else codebook
        yield from read_incidents(data, str(file), book, told=told)


def _bytes(file: Path) -> bytes:
    if not file.exists():
        raise faults.missing(str(file))
    try:
        return file.read_bytes()
    except OSError as fault:
        reason = fault.strerror or str(fault)
        raise faults.unreadable(str(file), reason) from None


def _is_ours(data: bytes) -> bool:
    """Whether the first line that holds anything is an incident as we print it."""
    first = data.lstrip()[:1]
    line = data.lstrip().split(b"\n", 1)[0]
    if first != b"{":
        return False
    try:
        told = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(told, dict) and told.keys() >= OURS


def _own(data: bytes, name: str) -> Iterator[Incident | InputError]:
    for number, line in enumerate(data.split(b"\n"), start=1):
        if not line.strip():
            continue
        where = f"{name}:{number}"
        try:
            told = json.loads(line)
            if halved(told):
                yield faults.half_characters(where)
                continue
            yield incident_from_dict(told)
        except KeyError as fault:
            yield incident_faults.not_an_object(where, f"no {fault}")
        except (ValueError, TypeError, AttributeError, RecursionError) as fault:
            yield incident_faults.not_an_object(where, str(fault)[:80])
