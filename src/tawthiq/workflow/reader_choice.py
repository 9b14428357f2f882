"""ReaderChoice: which readers of one's own choice propose, told without loading them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderChoice:
    """Which readers propose events.

    ``told`` are words such as ``openai=http://127.0.0.1:8080/v1,model=NAME``. What they
    propose stands beside what the rules read, each marked; ``alone`` leaves the rules
    out.
    """

    told: tuple[str, ...]
    alone: bool = False
