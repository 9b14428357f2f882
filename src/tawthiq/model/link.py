"""Link: two events judged to tell of one incident, with its reasons."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tawthiq.model.claim import Claim
from tawthiq.model.event import EventReport


class Judgement(StrEnum):
    """What is held of two events: one, two, or not sure."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two events (by their keys) and the parts of the score that joins or parts them.

    ``by`` is ``model`` or the name of the person who decided.
    """

    left: str
    right: str
    judgement: Judgement
    score: float
    parts: tuple[tuple[str, float], ...]
    by: str = "model"


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One event as one report tells it, with what linking needs of the report.

    ``voice`` is who speaks: the folded name of the body that is quoted, or of the
    outlet; accounts of one voice count once. ``words`` are the folded words in which
    the event is told, by which copies are found.
    """

    key: str
    report_id: str
    voice: str
    published: date | None
    outlet: str | None
    language: str
    event: EventReport
    claims: tuple[Claim, ...]
    words: tuple[str, ...] = ()
