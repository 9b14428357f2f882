"""A speaker's name, office and organisation, told apart in the words that name him."""

from typing import NamedTuple

from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import BRACKET, COMMA

BESIDE = 8
"""Words behind a name in which his office may stand: «فلان (ناشط إعلامي من …)»."""


class Identity(NamedTuple):
    """Who speaks; ``role`` and ``organisation`` None where the words do not say."""

    name: str
    role: str | None
    organisation: str | None


def identity(scan: Scan, hit: Hit) -> Identity:
    """Tell name, role and organisation apart.

    Args:
        scan: the sentence that names the speaker.
        hit: the source hit that names him.

    Returns:
        The person's own name where there is one, else the words as they stand; a
        source that is an organisation is its own organisation.
    """
    whole = str(hit.values["name"])
    roles = _roles(scan, hit.first, hit.last)
    if not roles:
        beside = _beside(scan, hit.last)
        own = _organisation(scan, hit.first, hit.last)
        return Identity(whole, beside, whole if own and beside is None else None)
    office = roles[0]
    end, organisation = _office_end(scan, office, hit.last)
    if office.first > hit.first:
        name = _text(scan, hit.first, office.first)
        return Identity(name, _text(scan, office.first, end), organisation)
    name_first = _past_titles(scan, end, hit.last)
    role = _text(scan, office.first, max(office.last, end))
    if name_first >= hit.last:
        return Identity(whole, role, organisation)
    return Identity(_text(scan, name_first, hit.last), role, organisation)


def _roles(scan: Scan, first: int, last: int) -> list[Hit]:
    found = [h for at in range(first, last) for h in scan.at(at, "roles")]
    return [h for h in found if h.last <= last and not h.means & {"for", "in"}]


def _office_end(scan: Scan, office: Hit, last: int) -> tuple[int, str | None]:
    """Give the word after an office with its organisation, and that organisation."""
    at = office.last
    if at >= last or scan.at(at, "roles"):
        return at, None
    listed = [
        h
        for w in (at, at + 1)
        if w < last
        for sheet in ("source_nouns", "outlets", "actors")
        for h in scan.at(w, sheet)
        if h.values.get("part") != "modifier"
    ]
    titled = next((w for w in range(at, last) if _title(scan, w)), None)
    if titled is not None and titled > at:
        return titled, _text(scan, at, titled)
    if office.code == "spokesperson":
        return last, _text(scan, at, last)
    if not listed:
        return at, None
    end = max(h.last for h in listed)
    while end < last and scan.at(end, "nationalities"):
        end += 1
    return end, _text(scan, at, end)


def _title(scan: Scan, at: int) -> bool:
    return any(h.code == "title" for h in scan.at(at, "roles"))


def _past_titles(scan: Scan, at: int, last: int) -> int:
    while at < last and _title(scan, at):
        at = max(h.last for h in scan.at(at, "roles") if h.code == "title")
    return at


def _beside(scan: Scan, at: int) -> str | None:
    """Give an office that stands behind a name, in brackets or after a comma."""
    if at >= len(scan.tokens) or scan.tokens[at].gap not in {COMMA, BRACKET}:
        return None
    if not scan.at(at, "roles"):
        return None
    for end in range(at + 1, min(at + BESIDE, len(scan.tokens))):
        if scan.tokens[end].gap >= COMMA:
            return _text(scan, at, end)
    return None


def _organisation(scan: Scan, first: int, last: int) -> bool:
    return any(
        h.values.get("part", "body") == "body"
        for sheet in ("source_nouns", "outlets")
        for h in scan.at(first, sheet)
        if h.last <= last
    )


def _text(scan: Scan, first: int, last: int) -> str:
    start = scan.tokens[first].start
    return scan.text[start : scan.tokens[last - 1].end].strip()
