"""Mention: something that a report's words name, before it belongs to an event."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tawthiq.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words, what they name, and the rule that read them.

    ``values`` holds what the kind calls for: ``low`` and ``high`` of a count, ``from``
    and ``to`` of a date, ``code`` of an actor.
    """

    kind: str
    span: Span
    rule: str
    values: Mapping[str, object] = field(default_factory=dict)
