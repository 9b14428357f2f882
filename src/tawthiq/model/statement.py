"""Statement: what somebody says in a report."""

from dataclasses import dataclass

from tawthiq.model.span import Span
from tawthiq.model.vocabulary import Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who speaks: name, role and organisation as far as the report gives them."""

    name: str
    role: str | None
    organisation: str | None
    kind: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Who said what, by which channel and through whom.

    ``about`` is the words reported; ``disputes`` names the statements of the same
    report that say the opposite of the same thing.
    """

    id: str
    speaker: Speaker
    verb: Span
    channel: str | None
    via: str | None
    stance: Stance
    about: Span
    disputes: tuple[str, ...]
    rule: str
