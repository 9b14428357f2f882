"""Search kin: forms of one word that share no stem, and find each other all the same.

A broken plural («قذيفة»، «قذائف») or a word with two shapes («مستشفى»، «مشفى») is beyond
what cutting clitics brings together. Which forms are one word's is data:
``packs/*/search_kin.csv``; the index knows nothing of it, only who asks.
"""

from collections.abc import Mapping, Sequence
from functools import cache

from tawthiq.lang.language import languages, pack_folder
from tawthiq.lang.search_words import search_words
from tawthiq.lang.sheets import rows


def kin_of(keys: Sequence[str]) -> tuple[str, ...]:
    """Give the keys of the other forms of a word, each once.

    Args:
        keys: the word's own, as `lang.search_words.keys_of` gives them.
    """
    kin = _kin()
    found = (other for key in keys for other in kin.get(key, ()))
    return tuple(dict.fromkeys(key for key in found if key not in keys))


@cache
def _kin() -> Mapping[str, tuple[str, ...]]:
    """Give by the key of each form the keys of all forms of its word.

    Raises:
        PackError: a sheet has a fault.
    """
    words: dict[str, list[str]] = {}
    for name in languages():
        for row in rows(pack_folder(name).joinpath("search_kin.csv")):
            keys = [word.key for word in search_words(row.cells["form"])]
            words.setdefault(row.cells["word"], []).extend(keys)
    return {key: tuple(dict.fromkeys(keys)) for keys in words.values() for key in keys}
