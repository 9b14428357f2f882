"""One claim on one line: what it says in the codebook's words, its quote, who says it."""

from collections.abc import Callable

from tawthiq.lang.codebook import Codebook
from tawthiq.model.claim import Attribute, Claim
from tawthiq.model.report import Report

NAMES = {
    "ar": {
        Attribute.EVENT: "الحدث",
        Attribute.DATE: "الزمن",
        Attribute.PLACE: "المكان",
        Attribute.PERPETRATOR: "الفاعل",
        Attribute.WEAPON: "السلاح",
        Attribute.STRUCK: "المستهدَف",
        Attribute.CASUALTY: "العدد",
        Attribute.VICTIM: "الاسم",
    },
    "en": {
        Attribute.EVENT: "Event",
        Attribute.DATE: "Date",
        Attribute.PLACE: "Place",
        Attribute.PERPETRATOR: "Perpetrator",
        Attribute.WEAPON: "Weapon",
        Attribute.STRUCK: "Struck",
        Attribute.CASUALTY: "Count",
        Attribute.VICTIM: "Name",
    },
}
COMMA = {"ar": "، ", "en": ", "}
ITSELF = {"ar": "التقرير نفسه", "en": "the report itself"}
SHORT = 12
"""Signs of a report's id that are shown; commands take an id cut short."""

Values = dict[str, object]


def source_name(report: Report) -> str:
    """Name a report to a person: its outlet, else its title, else its short id."""
    return report.outlet or report.title or report.id[:SHORT]


class ClaimLines:
    """Writes claims in one language.

    Args:
        codebook: for the labels of codes.
        language: ``ar`` or ``en``.
    """

    def __init__(self, codebook: Codebook, language: str) -> None:
        self._book = codebook
        self._language = language
        self._comma = COMMA[language]

    def line(self, claim: Claim, report: Report) -> str:
        """Give a claim as a line: attribute, value, quote, claimants."""
        quote = f" «{' '.join(claim.span.quote.split())}»" if claim.span else ""
        name = NAMES[self._language][claim.attribute]
        value = WRITERS[claim.attribute](self, dict(claim.value))
        return f"{name}: {value}{quote} ({self._by(claim, report)})"

    def event(self, told: Values) -> str:
        """Write an event's type, and its kind where it is no incident."""
        kind = (
            ""
            if told["kind"] == "incident"
            else self._word("event_kinds", told, "kind")
        )
        return self._comma.join(
            filter(None, (self._word("event_types", told, "type"), kind))
        )

    def date(self, told: Values) -> str:
        """Write the days."""
        first, last = told["from"], told["to"]
        return str(first) if first == last else f"{first or '…'} – {last or '…'}"  # noqa: RUF001

    def place(self, told: Values) -> str:
        """Write a place, what it is to the event, and whether it has a point."""
        role = self._word("place_roles", told, "role")
        state = self._word("place_states", told, "state")
        return f"{told['name']} [{role}{self._comma}{state}]"

    def perpetrator(self, told: Values) -> str:
        """Write who is said to have done it."""
        return self._word("actors", told, "actor")

    def weapon(self, told: Values) -> str:
        """Write a weapon."""
        return self._word("weapons", told, "code")

    def struck(self, told: Values) -> str:
        """Write what was hit."""
        return self._word("struck", told, "code")

    def casualty(self, told: Values) -> str:
        """Write a count: outcome, group, number."""
        outcome = self._word("outcomes", told, "outcome")
        group = self._word("groups", told, "group")
        return f"{outcome} · {group}: {_number(told)}"

    def victim(self, told: Values) -> str:
        """Write a person: name, age, outcome."""
        age = f" ({told['age']:g})" if isinstance(told["age"], int | float) else ""
        return f"{told['name']}{age} · {self._word('outcomes', told, 'outcome')}"

    def _word(self, table: str, told: Values, key: str) -> str:
        return self._book.word(table, str(told[key]), self._language)

    def _by(self, claim: Claim, report: Report) -> str:
        names = (
            ITSELF[self._language] if c.name == report.id else c.name
            for c in claim.claimants
        )
        return self._comma.join(names)


WRITERS: dict[Attribute, Callable[[ClaimLines, Values], str]] = {
    Attribute.EVENT: ClaimLines.event,
    Attribute.DATE: ClaimLines.date,
    Attribute.PLACE: ClaimLines.place,
    Attribute.PERPETRATOR: ClaimLines.perpetrator,
    Attribute.WEAPON: ClaimLines.weapon,
    Attribute.STRUCK: ClaimLines.struck,
    Attribute.CASUALTY: ClaimLines.casualty,
    Attribute.VICTIM: ClaimLines.victim,
}


def _number(told: Values) -> str:
    low, high = told["low"], told["high"]
    if low is None and high is None:
        return "?"
    if high is None:
        return f"{low}+"
    return str(low) if low == high else f"{low or 0}–{high}"  # noqa: RUF001
