"""Settings of linking, made at the door and passed down."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkSettings:
    """How reports are brought together.

    ``vague_counts`` names a convention of ``codebook/vague_counts.csv`` (``airwars``,
    ``acled``, ``ucdp``) by which words such as «dozens» become numbers; None, the
    default, leaves them without one.
    """

    vague_counts: str | None = None
