"""The closed vocabularies on which code branches; open ones live in the codebook."""

from enum import StrEnum


class EventKind(StrEnum):
    """How a report tells an event: now, as a count over time, or in recall."""

    INCIDENT = "incident"
    TOLL = "toll"
    BACKGROUND = "background"


class EventStance(StrEnum):
    """What the report does with a whole event."""

    ASSERTED = "asserted"
    DENIED = "denied"
    DISPUTED = "disputed"
    HYPOTHETICAL = "hypothetical"


class Blame(StrEnum):
    """How an actor stands to the deed that a report lays at its door."""

    ALLEGED = "alleged"
    CLAIMED = "claimed"
    DENIED = "denied"


class Stance(StrEnum):
    """What a source does with what it says."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DOUBTS = "doubts"
    ANNOUNCES = "announces"
    DEMANDS = "demands"


class PlaceRole(StrEnum):
    """How a named place stands to an event."""

    AT = "at"
    NEAR = "near"
    ADMIN = "admin"
    AREA = "area"


class PlaceState(StrEnum):
    """Whether the words reported lead to one place on the map."""

    RESOLVED = "resolved"
    AMBIGUOUS = "ambiguous"
    UNRESOLVED = "unresolved"


class Wording(StrEnum):
    """How a count is put into words."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    ABOUT = "about"
    UP_TO = "up_to"
    RANGE = "range"
    VAGUE = "vague"


class DatePrecision(StrEnum):
    """The finest unit that a date expression fixes."""

    DAY = "day"
    DAYS = "days"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class DateBasis(StrEnum):
    """What a date rests on."""

    STATED = "stated"
    RELATIVE = "relative"
    PUBLICATION = "publication"


class PublishedBasis(StrEnum):
    """Where a report's day of publication was found."""

    GIVEN = "given"
    METADATA = "metadata"
    URL = "url"
    TEXT = "text"
