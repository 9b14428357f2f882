"""Span: the exact words that a value rests on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Half-open range of code points in a report's text, with the words themselves.

    ``text[start:end] == quote`` always holds; ``Span.of`` is the way to make one.
    """

    start: int
    end: int
    quote: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Span":
        """Cut the words from ``text`` between two code-point offsets."""
        return cls(start=start, end=end, quote=text[start:end])
