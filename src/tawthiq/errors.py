"""Every error that a user may meet.

TawthiqError              what went wrong, where, and how to mend it
├── InputError            a report or a table cannot be read
├── OptionError           a wrong word on the command line
├── PackError             faults of a language pack or of the codebook
├── GazetteerError        the index of places is missing or damaged
├── EvidenceError         kept bytes cannot be written, or are not what they were
└── RegisterError         a register cannot be opened, read or written

Each speaks Arabic and English; the command line prints the language of its user.
"""


class TawthiqError(Exception):
    """What went wrong, where, and how to mend it, in Arabic and in English.

    Args:
        ar: what went wrong, in Arabic.
        en: the same in English.
        where: the file and, where known, the line (``report.jsonl:12``).
        remedy_ar: how to mend it, in Arabic.
        remedy_en: the same in English.
    """

    exit_code = 2

    def __init__(
        self,
        *,
        ar: str,
        en: str,
        where: str = "",
        remedy_ar: str = "",
        remedy_en: str = "",
    ) -> None:
        super().__init__(en)
        self.ar = ar
        self.en = en
        self.where = where
        self.remedy_ar = remedy_ar
        self.remedy_en = remedy_en

    def message(self, language: str) -> str:
        """Give the whole message in ``ar``, or in English for anything else."""
        what = self.ar if language == "ar" else self.en
        remedy = self.remedy_ar if language == "ar" else self.remedy_en
        place = f"{self.where}: " if self.where else ""
        tail = f" — {remedy}" if remedy else ""
        return f"{place}{what}{tail}"

    def __str__(self) -> str:
        """Speak English, as tracebacks do."""
        return self.message("en")


class InputError(TawthiqError):
    """A report or a table cannot be read."""


class OptionError(TawthiqError):
    """A word on the command line is wrong."""


class PackError(TawthiqError):
    """A language pack or the codebook has a fault."""


class GazetteerError(TawthiqError):
    """The index of places is missing or damaged."""


class EvidenceError(TawthiqError):
    """Kept bytes cannot be written, or are no longer what they were."""


class RegisterError(TawthiqError):
    """A register cannot be opened, read or written."""
