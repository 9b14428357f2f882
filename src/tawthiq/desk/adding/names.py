"""What the things handed in are called on a page: a file by its name, a pasted text by its words."""

from tawthiq.desk import figures
from tawthiq.desk.phrases import plain
from tawthiq.errors import TawthiqError
from tawthiq.model.job import Job

PASTED = "paste.txt"
"""The name that a pasted text is received under: the ledger keeps no word of it for ever."""
LONGEST = 70
"""Code points of a text's first words."""


def first_words(text: str) -> str:
    """Give the first line of a text that has words, cut after a word."""
    line = next((" ".join(one.split()) for one in text.splitlines() if one.strip()), "")
    if len(line) <= LONGEST:
        return line
    whole = line[:LONGEST].rpartition(" ")[0]
    return f"{whole or line[:LONGEST]} …"


def name_of(job: Job) -> str:
    """Name a job of reading: the file, the address, or how the pasted text begins."""
    told = job.told
    if told.get("name") != PASTED:
        return told.get("name") or told.get("address", "")
    return told.get("first") or plain("adding_pasted_on", day=figures.day(job.at))


def is_pasted(job: Job) -> bool:
    """Whether a job reads a pasted text."""
    return job.told.get("name") == PASTED


def fault_words(fault: TawthiqError, lang: str) -> str:
    """Say what went wrong, a pasted text under the name that people know."""
    told = fault.message(lang)
    if fault.where.partition(":")[0] != PASTED:
        return told
    return told.replace(PASTED, plain("adding_pasted", lang), 1)
