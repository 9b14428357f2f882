"""Where an actor stands in a language whose subjects come before their verbs."""

from collections.abc import Sequence

from tawthiq.find.actors.words import LIGHT_REACH, Mention, Words, fought
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import BRACKET, COMMA, JOINED

SUBJECT_REACH = 5
"""Words between a subject and its verb."""

ASIDE_REACH = 9
"""The same where commas set an aside off: ``rebels, who came by night, shelled``."""

UNKNOWN_REACH = 2
"""Words of no list that may stand between ``by`` and a name: ``by hungry rebels``."""

ATTRIBUTE_REACH = 14
"""Words between ``attributed`` and ``to``, where the deed is named."""

CLAIM_REACH = 4
"""Words between a verb of speech and the responsibility that is claimed or denied."""

BRACKET_REACH = 8
"""Words that a bracket behind a name may hold."""

DEED_REACH = 5
"""Words behind who blames or claims in which the deed is named."""

_BLAMED = {"strike", "verb", "means", "harm", "clash"}
"""Parts that are laid at somebody's door."""

PARTICIPLE = "ing"
"""The ending of a verb that goes on with the subject of the whole clause."""

PLACE_WORDS = 4
"""Words that a preposition of place may have: ``close to the``."""

WHERE = {"in", "near", "around"}
"""Codes of such prepositions."""

_PASSED = {"modifier", "people", "guess"}

_BLAMING = {"by", "accuse"}

_NOUNS = {"object", "person", "force"}
"""Parts that also describe another noun: ``by motorcycle riding gunmen``."""

HARMED = {"killed", "injured", "missing", "detained", "abducted"}
"""Outcomes that befall the subject of a passive."""

CARRIED = {"strike", "verb"}
"""Parts that a verb such as ``carried out`` may bring: ``acts of sabotage`` too."""

_FACING = {"between", "with", "clash", "against"}

_BEFORE = {
    "claim": "claimer",
    "on": "target",
    "against": "target",
    "verb": "target",
    "deed": "target",
    "object": "target",
    "control": "control",
    "backer": "backer",
}
"""What the word right before a name makes of it."""

_AFTER = (
    ("strike", "agent"),
    ("means", "agent"),
    ("fire", "agent"),
    ("object", "target"),
)
"""What the noun that a name stands before makes of it: ``rebel shelling``."""

_VERBS: tuple[tuple[str, str | None], ...] = (
    ("passive", "victim"),
    ("verb", "agent"),
    ("deed", "agent"),
    ("harm", "agent"),
    ("light", "agent"),
    ("clash", "clash"),
    ("speech", "speaker"),
    ("claim", "claimer"),
    ("harmless", None),
    ("on", None),
    ("against", None),
    ("by", None),
)
"""What the first telling word after a subject makes of it; None: nothing."""


def subject_first(words: Words, mention: Mention) -> str | None:
    """Give the position of an actor.

    Args:
        words: the sentence.
        mention: the actor.
    """
    if _is_tied(words.scan, mention):
        return "backer"
    part = _before(words, mention)
    if part == "nobody":
        return None
    if mention.head in {"attacks", "weapons"} or _blamed(words, mention, part):
        return "denier" if _is_undone(words, mention.last) else "agent"
    return None if mention.anybody else _by_neighbours(words, mention, part)


def _is_tied(scan: Scan, mention: Mention) -> bool:
    """``rebel-held``, ``Dawn-backed``: whose ground or ally it is did nothing by that."""
    return (
        mention.last < len(scan.tokens)
        and scan.tokens[mention.last].between.strip() == "-"
        and any(h.code == "tied" for h in scan.at(mention.last, "actor_cues"))
    )


SPEAKING = {"speaker", "denier", "claimer"}
"""Positions of a party whose office speaks for it."""


def _of_office(words: Words, mention: Mention) -> str | None:
    """``Dawn's defence ministry denied …``: an office that speaks was not struck."""
    offices = [
        h.last
        for h in words.scan.at(mention.last, "source_nouns")
        if h.values.get("part") != "modifier"
    ]
    said = _led(words, mention._replace(last=max(offices))) if offices else None
    return said if said in SPEAKING else None


def _by_neighbours(words: Words, mention: Mention, part: str) -> str | None:
    """Judge by the words on both sides, then by the verb."""
    office = _of_office(words, mention)
    if office is not None:
        return office
    if part == "against" and words.scan.tokens[mention.first].between == "-":
        return "target"  # ``an anti-rebel operation``
    after = words.parts(mention.last)
    position = next((p for a, p in _AFTER if a in after), _BEFORE.get(part))
    if position == "claimer" or any(a in after for a, _ in _AFTER):
        return position
    if "person" in after:
        return _of_members(words, mention, part)
    if part in _FACING and fought(words, mention.first):
        return "clash"
    led = None if position or _is_where(words.scan, mention) else _led(words, mention)
    return position or led


def _is_where(scan: Scan, mention: Mention) -> bool:
    """``a blast in Dawnland killed two``: the land is where it was, and no subject."""
    near = range(max(0, mention.first - PLACE_WORDS), mention.first)
    return any(
        h.last == mention.first and h.code in WHERE
        for at in near
        for h in scan.at(at, "place_words")
    )


def _blamed(words: Words, mention: Mention, part: str) -> bool:
    """``by rebels``, ``attributed the murder to the gang``."""
    if part == "to_word":
        return words.behind(mention.first, ATTRIBUTE_REACH, {"attribute"})
    if _shifted(words, mention):
        return True
    reaches_in = (
        found == "by" and hit.first < mention.first
        for last in range(mention.first + 1, mention.last)
        for found, hit in words.ending.get(last, ())
    )
    return part in _BLAMING or any(reaches_in)  # ``by unidentified`` ``… men``


def _shifted(words: Words, mention: Mention) -> bool:
    """``blamed the attack on the gang``: the deed stands right behind who blames."""
    scan, first = words.scan, mention.first
    near = range(max(0, first - UNKNOWN_REACH), first + 1)
    if not any(p == "on" for at in near for p, _ in words.ending.get(at, ())):
        return False
    return any(
        _BLAMED & words.ahead(cue.last, DEED_REACH)
        and not any(cue.last <= a.first and a.last <= first for a in scan.of("actors"))
        for cue in scan.of("actor_cues")
        if cue.code == "blame_verb" and 0 < first - cue.last <= ATTRIBUTE_REACH
    )


def _of_members(words: Words, mention: Mention, part: str) -> str:
    """``rebel fighters shelled``; where they do nothing they were harmed."""
    if part in _BEFORE or part in {"harm", "number"}:
        return "victim"
    last = mention.last + 1
    tokens = words.scan.tokens
    parted = last < len(tokens) and tokens[last].gap == COMMA
    if parted and tokens[last].word.endswith(PARTICIPLE):
        return "victim"  # ``raided the house of a rebel fighter, arresting him``
    position = _led(words, mention._replace(last=last))
    return position if position in {"agent", "claimer"} else "victim"


def abbreviates(words: Words, name: Mention, mention: Mention) -> bool:
    """Say whether a bracket only repeats a name: ``the Army of Dawn (AD)``.

    Args:
        words: the sentence.
        name: the actor before.
        mention: the actor in question.
    """
    gap = words.scan.tokens[mention.first].gap
    return mention.first == name.last and gap == BRACKET and mention.code == name.code


def _before(words: Words, mention: Mention) -> str:
    """Name the part right before a name, adjectives and ``members of`` passed."""
    at, unknown = mention.first, 0
    while unknown <= UNKNOWN_REACH:
        found = words.before(at)
        by = [hit.first for part, hit in words.ending.get(at, ()) if part == "by"]
        if by:  # of ``were killed by`` the last word counts
            return "control" if _is_held(words, by[0]) else "by"
        if found is None or (unknown and found[0] in _NOUNS):
            if words.scan.tokens[at].gap > JOINED or at < 2:  # noqa: PLR2004
                return ""
            at, unknown = at - 1, unknown + 1
        elif found[0] in _PASSED:
            at = found[1].first
        else:
            return "" if unknown and found[0] not in _BLAMING else found[0]
    return ""


def _is_held(words: Words, at: int) -> bool:
    """``a car driven by a rebel``: no deed is done by whom this word names."""
    return any(
        part == "control" and hit.first < at
        for part, hit in words.ending.get(at + 1, ())
    )


def _led(words: Words, mention: Mention) -> str | None:
    """Look ahead for the verb."""
    tokens = words.scan.tokens
    first = _past_bracket(words, mention.last)
    commas = 0
    for at in range(first, min(len(tokens), first + ASIDE_REACH)):
        parts = words.longest(at)
        commas += "," in tokens[at].between
        far = at - first >= SUBJECT_REACH and not commas
        if far or (at > first and tokens[at].gap > (BRACKET if commas else COMMA)):
            return None
        if "light" in parts and not CARRIED & words.ahead(at + 1, LIGHT_REACH):
            return None
        position = next((p for part, p in _VERBS if part in parts), "")
        if position == "speaker":
            return _of_speech(words, at)
        turned = _turned(words, at, parts) if position == "agent" else None
        if turned is not None:
            return turned
        if commas == 1 and (position is None or _is_anothers(words, first, at)):
            continue  # ``, who came by night,``: where and how, within the aside
        if position != "":
            return position
    return None


def _turned(words: Words, at: int, parts: set[str]) -> str | None:
    """Say what the subject of a deed is that was not done, or was done to it."""
    if _is_undone(words, at):
        return "denier"
    return "victim" if _is_suffered(words, at, parts) else None


def _is_undone(words: Words, at: int) -> bool:
    """``Dawn jets carried out no strikes``: who did it is denied."""
    light = [h for h in words.scan.at(at, "actor_cues") if h.code == "light"]
    last = max((h.last for h in light), default=len(words.scan.tokens))
    return any(h.code == "not" for h in words.scan.at(last, "source_bounds"))


def _is_suffered(words: Words, at: int, parts: set[str]) -> bool:
    """``rebels were ambushed``, ``a soldier killed in the raid``: done to them."""
    if "deed" in parts or not parts & {"harm", "verb"}:
        return False
    if "passive" in words.parts(at):
        return True
    harms = [h for h in words.scan.at(at, "outcomes") if h.code in HARMED]
    if not harms or any(h.values.get("side") == "before" for h in harms):
        return bool(harms)
    last = max(h.last for h in harms)
    tokens = words.scan.tokens
    if last >= len(tokens) or tokens[last].gap > JOINED:
        return True
    return any(words.scan.at(last, sheet) for sheet in ("place_words", "weekdays"))


def _is_anothers(words: Words, first: int, at: int) -> bool:
    """``due to the army, the gang fled``: within an aside somebody else acts."""
    begins = at == first or any(
        h.code == "pronoun" for h in words.scan.at(first, "source_bounds")
    )
    return words.scan.tokens[first].gap == COMMA and not begins


def _past_bracket(words: Words, at: int) -> int:
    """``the Front (FLD) shelled …``: the verb stands behind the bracket."""
    tokens = words.scan.tokens
    if at >= len(tokens) or tokens[at].gap != BRACKET:
        return at
    for closing in range(at + 1, min(len(tokens), at + BRACKET_REACH)):
        if tokens[closing].gap == BRACKET:
            return closing
    return at


def _of_speech(words: Words, at: int) -> str:
    """``has claimed responsibility``, ``denied responsibility``: more than speech."""
    claims = any(
        h.code == "claim" and h.last - h.first > 1
        for h in words.scan.at(at, "actor_cues")
    )
    if _claims_a_deed(words, at):
        return "claimer"
    if not claims and "own" not in words.ahead(at, CLAIM_REACH):
        return "speaker"
    denies = any(
        h.values.get("stance") == "denies" for h in words.scan.at(at, "reporting")
    )
    return "denier" if denies else "claimer"


def _claims_a_deed(words: Words, at: int) -> bool:
    """``claimed a drone attack``, ``claimed Monday's bombing``: no clause follows."""
    scan = words.scan
    if not any(h.code == "claims" for h in scan.at(at, "actor_cues")):
        return False
    near = range(at + 1, min(at + 1 + DEED_REACH, len(scan.tokens)))
    deeds = (h for w in near for h in scan.at(w, "attacks") if _is_noun(h))
    deed = next(deeds, None)
    if deed is None or any(scan.tokens[w].gap > JOINED for w in near if w < deed.last):
        return False
    passed = {h.code for w in near if w < deed.first for h in _bounds(scan, w)}
    told = words.longest(deed.last) & {"harm", "verb", "passive"}
    return not told and not passed & {"that", "pronoun", "this"}


def _is_noun(attack: Hit) -> bool:
    return attack.values.get("part") == "noun"


def _bounds(scan: Scan, at: int) -> Sequence[Hit]:
    return scan.at(at, "source_bounds")
