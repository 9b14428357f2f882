"""Link: two tellings judged to be of one incident, with its reasons."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tawthiq.model.claim import Claim
from tawthiq.model.event import EventReport


class Judgement(StrEnum):
    """What is held of two events: one, two, or not sure.

    ``heard`` is of two that met by the words of their reports alone: it may put the one
    beside the other, and never makes them one.
    """

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNSURE = "unsure"
    HEARD = "heard"


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
class Lead:
    """The words with which a report begins: its title and the head of its own text.

    All are folded and bare of clitics in front. ``rare`` are those that no list of the
    packs has: mostly names of places and people. ``plain`` are those that one has:
    words of attack, harm and telling. Given names stand in ``words`` alone.
    """

    words: frozenset[str] = frozenset()
    rare: frozenset[str] = frozenset()
    plain: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One event as one report tells it, with what linking needs of the report.

    ``voice`` is who speaks: the folded name of the body that is quoted, or of the
    outlet; accounts of one voice count once. ``words`` are the folded words in which
    the event is told, by which copies are found; ``lead`` those of the report's head.
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
    lead: Lead = Lead()


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """A report in which no event was read, as one that may yet speak of an incident.

    A page of which little more than the title was kept, a word of mourning, a reply: it
    founds no incident, carries no claim and is no voice, and it may be found to speak
    of an incident that other reports tell.
    """

    key: str
    report_id: str
    published: date | None
    lead: Lead
