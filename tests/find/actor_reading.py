"""What the finders of actors, weapons, struck things and persons make of a sentence.

Places, people and groups that no codebook names are invented.
"""

from tawthiq.find.actors.finder import find_actors
from tawthiq.find.attacks import find_attacks
from tawthiq.find.numbers import find_numbers
from tawthiq.find.persons.finder import find_persons
from tawthiq.find.struck import find_struck
from tawthiq.find.weapons import find_weapons
from tawthiq.lang.language import load_language
from tawthiq.lang.scan import Scan
from tawthiq.model.report import Segment

FINDERS = (
    find_numbers,
    find_attacks,
    find_actors,
    find_weapons,
    find_struck,
    find_persons,
)


def scanned(text: str, sentence: str | None = None, *, lang: str = "ar") -> Scan:
    """Scan a sentence, by default all of the text, and run the finders on it."""
    language = load_language(lang)
    start = text.index(sentence) if sentence else 0
    end = start + len(sentence) if sentence else len(text)
    segment = Segment(start=start, end=end, kind="sentence", order=0, paragraph=0)
    scan = language.scan(text, segment)
    for finder in FINDERS:
        scan.add(finder(scan, language))
    return scan


def actors(text: str, *, lang: str = "ar") -> dict[str, object]:
    """Give the position of each actor of a text."""
    return {h.code: h.values["position"] for h in scanned(text, lang=lang).of("actor")}


def weapons(text: str, *, lang: str = "ar") -> list[str]:
    """Give the weapons of a text."""
    return [h.code for h in scanned(text, lang=lang).of("weapon")]


def struck(text: str, *, lang: str = "ar") -> list[str]:
    """Give the struck things of a text."""
    return [h.code for h in scanned(text, lang=lang).of("struck")]


def persons(text: str, sentence: str | None = None, *, lang: str = "ar") -> list[str]:
    """Give the named victims of a text."""
    return [
        str(h.values["name"]) for h in scanned(text, sentence, lang=lang).of("person")
    ]
