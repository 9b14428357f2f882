"""Words of the page in both languages, side by side: one of them is shown at a time."""

from collections.abc import Callable, Sequence

from tawthiq.cli.cards.phrases import LANGUAGES, Line, Part, Speech, speech
from tawthiq.cli.page.text import escaped
from tawthiq.lang.codebook import Codebook


class Bilingual:
    """Draws in every language what the page says of its own.

    Args:
        codebook: gives the labels.
    """

    def __init__(self, codebook: Codebook) -> None:
        self.speeches: tuple[Speech, ...] = tuple(
            speech(codebook, name) for name in LANGUAGES
        )

    def both(self, draw: Callable[[Speech], str]) -> str:
        """Draw HTML in each language; once where both come out the same."""
        return self.either([draw(words) for words in self.speeches])

    def either(self, drawn: Sequence[str]) -> str:
        """Set HTML that was drawn in each language, in the order of ``speeches``."""
        if len(set(drawn)) == 1:
            return drawn[0]
        return "".join(
            f'<span class="l {words.language}" lang="{words.language}">{text}</span>'
            for words, text in zip(self.speeches, drawn, strict=True)
        )

    def word(self, key: str) -> str:
        """Draw a phrase that takes no values."""
        return self.both(lambda words: escaped(words.word(key)))

    def line(self, say: Callable[[Speech], Line]) -> str:
        """Draw a line."""
        return self.both(lambda words: drawn(say(words)))

    def label(self, table: str, code: str) -> str:
        """Draw the name of a code."""
        return self.both(lambda words: escaped(words.label(table, code)))


def drawn(line: Line) -> str:
    """Give a line as HTML; parts of another direction are set apart."""
    return "".join(_run(part) for part in line)


def _run(part: Part) -> str:
    match part.direction:
        case "same":
            return escaped(part.text)
        case "auto":
            return f"<bdi>{escaped(part.text)}</bdi>"
        case "ltr":
            return f'<bdi dir="ltr">{escaped(part.text)}</bdi>'
