"""Titled names: a facility known by what it is («المشفى الوطني»)."""

from tawthiq.find.places.vocabulary import Name, Vocabulary
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import JOINED


def titled(head: Hit, scan: Scan, words: Vocabulary) -> Name | None:
    """Read a facility known by what it is: «المشفى الوطني».

    Args:
        head: its head noun.
        scan: the sentence.
        words: the pack's words about places.

    Returns:
        Head noun and title as a name; None where no title follows.
    """
    tokens, last = scan.tokens, head.last
    if last >= len(tokens) or tokens[last].gap > JOINED:
        return None
    if tokens[last].word not in words.title:
        return None
    start, end = head.start, tokens[last].end
    return Name(
        first=head.first,
        last=last + 1,
        start=start,
        end=end,
        text=scan.text[start:end],
        key=" ".join(t.word for t in tokens[head.first : last + 1]),
        known=False,
        marked=False,
        region=None,
    )
