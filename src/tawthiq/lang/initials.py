"""Initials: the stops behind «U.S.», «Dr.» and «Juan J.» part nothing within a sentence.

Sentences have been cut before: a stop that still stands behind a shortened word belongs
to that word, so the words on its two sides are as near as if a space parted them.
"""

from collections.abc import Container, Sequence

from tawthiq.text.tokens import JOINED, STOP, Token

_STOPS = {".", ".-"}


def joined_initials(tokens: Sequence[Token], short: Container[str]) -> list[Token]:
    """Let no stop behind an initial or an abbreviation part two words.

    Args:
        tokens: the words of one sentence.
        short: abbreviations, folded.

    Returns:
        The same words; those behind such a stop have the gap ``JOINED``.
    """
    out = list(tokens)
    for at in range(1, len(out)):
        token, before = out[at], out[at - 1].word
        if token.gap != STOP or token.between.strip() not in _STOPS:
            continue
        if (len(before) == 1 and before.isalpha()) or before in short:
            out[at] = token._replace(gap=JOINED, between=" ")
    return out
