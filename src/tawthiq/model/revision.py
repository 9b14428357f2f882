"""Revision: what a person ruled of a value that the machine read, beside it for ever."""

from dataclasses import dataclass
from enum import StrEnum


class Ruling(StrEnum):
    """What a revision does to its target."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    ADD = "add"
    MERGE = "merge"
    SPLIT = "split"
    CLOSE = "close"
    UNDO = "undo"


class ReviewState(StrEnum):
    """How far the review of one report has come."""

    WAITING = "waiting"
    DRAFT = "draft"
    CONFLICT = "conflict"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One ruling of one person on a reading; it is undone by another, never edited.

    Args:
        number: from 1, in the order of time.
        at: when, UTC, ISO 8601.
        by: who.
        report: the report's id.
        reading: the number of the machine's reading that it is about.
        target: ``e1`` (an event), ``e1/date``, ``e1/casualties/0`` (a value by its
            place in the machine's reading), ``e1/casualties/+7`` (a value that
            revision 7 added), ``+8`` (an event that revision 8 added or split off);
            empty for the whole report.
        ruling: what it does.
        machine: the machine's value as JSON; empty where it has none.
        value: the person's value as JSON; empty where the ruling needs none.
        note: why, in the person's words.
        reverses: the number of the revision that an ``undo`` lifts.
        settles: whether it ends a conflict between people.
    """

    number: int
    at: str
    by: str
    report: str
    reading: int
    target: str
    ruling: Ruling
    machine: str = ""
    value: str = ""
    note: str = ""
    reverses: int | None = None
    settles: bool = False
