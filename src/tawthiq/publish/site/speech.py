"""What the site says of its own, in one language: phrases, numbers, days, ranges."""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from markupsafe import Markup, escape

from tawthiq.lang.codebook import Codebook
from tawthiq.model.incident import IncidentDate
from tawthiq.model.vocabulary import DatePrecision

ARABIC = str.maketrans("0123456789,", "٠١٢٣٤٥٦٧٨٩٬")


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """One language of the site: ``ar`` or ``en``."""

    language: str
    codebook: Codebook

    @property
    def direction(self) -> str:
        """Say which way lines run."""
        return "rtl" if self.language == "ar" else "ltr"

    def say(self, key: str, **values: object) -> Markup:
        """Fill a phrase of ``phrases.csv``; KeyError where there is none."""
        told = Markup(_phrases()[self.language][key])  # noqa: S704 - shipped words
        if not values:  # no phrase holds a brace that stands for itself
            return told
        return told.format(**{n: escape(v) for n, v in values.items()})

    def number(self, value: int | None) -> str:
        """Write a number in the language's digits; nothing for None."""
        return "" if value is None else self.figures(f"{value:,}")

    def figures(self, text: str) -> str:
        """Write the digits of a text as the language does."""
        return text.translate(ARABIC) if self.language == "ar" else text

    def day(self, day: date | None) -> str:
        """Write a day with its month's name."""
        if day is None:
            return str(self.say("unknown_day"))
        told = self.say(
            "day",
            day=self.figures(str(day.day)),
            month=self.say(f"month_{day.month}"),
            year=self.figures(str(day.year)),
        )
        return str(told)

    def month(self, year: int, month: int) -> str:
        """Write a month of a year."""
        told = self.say(
            "month",
            month=self.say(f"month_{month}"),
            year=self.figures(str(year)),
        )
        return str(told)

    def when(self, when: IncidentDate | None) -> str:
        """Write the days of an incident as precisely as they are known."""
        if when is None or when.start is None:
            return str(self.say("unknown_day"))
        if when.precision is DatePrecision.YEAR:
            return self.figures(str(when.start.year))
        if when.precision is DatePrecision.MONTH:
            return self.month(when.start.year, when.start.month)
        if when.end is None or when.end == when.start:
            return self.day(when.start)
        told = self.say("days", start=self.day(when.start), end=self.day(when.end))
        return str(told)

    def between(self, low: int | None, high: int | None) -> str:
        """Say a range in words: a hyphen would turn round in an Arabic line."""
        if low is None and high is None:
            return str(self.say("unknown_number"))
        if low == high:
            return self.number(low)
        if high is None:
            return str(self.say("at_least", low=self.number(low)))
        if low is None:
            return str(self.say("at_most", high=self.number(high)))
        told = self.say("from_to", low=self.number(low), high=self.number(high))
        return str(told)

    def published_range(self, told: str) -> str:
        """Say a range as `corrections` keeps it: ``12``, ``12-15``, ``12-``."""
        if not told:
            return str(self.say("unknown_number"))
        low, mark, high = told.partition("-")
        return self.between(
            int(low) if low else None,
            int(high) if high else (None if mark else int(low)),
        )

    def label(self, table: str, code: str) -> str:
        """Name a code; one that the codebook lacks is shown as it is."""
        return self.codebook.word(table, code, self.language)

    def labels(self, table: str, codes: tuple[str, ...]) -> str:
        """Name several codes in one line."""
        return str(self.say("comma")).join(self.label(table, code) for code in codes)


@cache
def _phrases() -> dict[str, dict[str, str]]:
    source = files("tawthiq").joinpath("publish", "site", "phrases.csv")
    rows = list(csv.DictReader(source.read_text("utf-8-sig").splitlines()))
    return {tongue: {r["key"]: r[tongue] for r in rows} for tongue in ("ar", "en")}
