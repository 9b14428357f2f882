"""Custody: what was done to the evidence, each entry bound to the one before it.

``hash = SHA-256(previous hash ‖ canonical JSON of the entry)``, so that an entry that
is altered, removed or put in between shows in every hash after it. The canonical form
is RFC 8785 without floating-point numbers: a body says coordinates as strings.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256

NO_HASH = "0" * 64
"""What the first entry names as the hash before it."""


class Act(StrEnum):
    """What an entry of the ledger records."""

    OPENED = "opened"
    CAPTURED = "captured"
    RECEIVED = "received"
    DERIVED = "derived"
    READ = "read"
    LINKED = "linked"
    DECIDED = "decided"
    IMPORTED = "imported"
    PUBLISHED = "published"
    SEALED = "sealed"
    WITNESS = "witness"
    MIGRATED = "migrated"
    ACCOUNT = "account"


Body = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyEntry:
    """One act: its number from 1, when (UTC, ISO 8601), by whom, on what.

    ``subject`` is the id of what was acted on, ``body`` what the act says of it.
    """

    number: int
    at: str
    by: str
    act: Act
    subject: str
    body: Body = field(default_factory=dict)
    previous: str
    hash: str


def canonical(value: object) -> str:
    """Give the one JSON text of a value (RFC 8785: sorted keys, no spaces, UTF-8).

    Raises:
        TypeError: the value holds a floating-point number, whose text differs
            between programs.
    """
    _refuse_floats(value)
    return json.dumps(
        value,
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
        allow_nan=False,
    )


def digest_of(value: object) -> str:
    """Give the SHA-256 of a value's canonical JSON, in hexadecimal."""
    # A lone surrogate, which broken input can leave, is kept as its own bytes.
    return sha256(canonical(value).encode("utf-8", "surrogatepass")).hexdigest()


def entry_hash(  # noqa: PLR0913 - the fields of the entry, in its order
    *,
    number: int,
    at: str,
    by: str,
    act: str,
    subject: str,
    body: str,
    previous: str,
) -> str:
    """Give the hash of an entry; ``body`` is its canonical JSON as it is kept."""
    told = canonical([number, at, by, act, subject, body])
    return sha256(f"{previous}{told}".encode("utf-8", "surrogatepass")).hexdigest()


def _refuse_floats(value: object) -> None:
    if isinstance(value, float):
        msg = "a ledger holds no floating-point number: write it as a string"
        raise TypeError(msg)
    if isinstance(value, Mapping):
        for one in value.values():
            _refuse_floats(one)
    elif isinstance(value, list | tuple):
        for one in value:
            _refuse_floats(one)
