"""Where in the deed an actor stands: who did it, whom it hit, who speaks of it.

Words on the near side of a name decide first («مواقع», «برصاص», «من قبل»), then the
verb that governs it. What no word decides stays None: nobody is accused by guess.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tawthiq.find.actor_words import Mention, Words
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import BRACKET, COLON, COMMA

VERB_REACH = 9
"""Words that may stand between a verb and its subject."""

CLASH_REACH = 18
"""Words between a word for fighting and the second side."""

SUBJECT_REACH = 5
"""Words between a subject that stands first and its verb."""

BLAME_REACH = 4
"""Words between a word of blame and whom it names."""

LIGHT_REACH = 9
"""Words after a light verb's subject that may hold the attack it carries."""

Placed = tuple[Mention, str | None]

_NEAR = {
    "means": "agent",
    "fire": "agent",
    "by": "agent",
    "deed": "agent",
    "verb": "agent",
    "harm": "agent",
    "strike": "agent",
    "claim": "claimer",
    "object": "target",
    "person": "victim",
    "against": "target",
    "on": "target",
    "control": "control",
    "backer": "backer",
    "speech": "speaker",
    "number": "victim",
    "strike_word": "agent",
}
"""What the word right before a name makes of it, where verbs come first."""

_PASSED = {"force", "people", "modifier", "belongs", "patrol"}
_STOPS = {"in_word", "from_word", "with", "between"}
_RAIDING = {"raid", "shooting", "abduction_detention", "execution"}
_ATTACKS = {"strike", "clash", "means", "strike_word", "verb", "deed", "harm"}


class _Near(NamedTuple):
    """What the words right before a name say: a position, and whether they end it."""

    position: str | None
    over: bool
    at: int


def positions(
    scan: Scan, mentions: Sequence[Mention], settings: Mapping[str, str]
) -> Iterator[Placed]:
    """Give each actor with its position in the deed.

    Args:
        scan: the sentence.
        mentions: its actors, left to right, none overlapping.
        settings: the pack's; ``speech_order`` is ``subject_first`` where subjects
            come before verbs.
    """
    if not mentions:
        return
    words = Words(scan)
    subject_first = settings.get("speech_order") == "subject_first"
    judge = _subject_first if subject_first else _verb_first
    done: list[Placed] = []
    for mention in mentions:
        joined = _joined(words, mention, done)
        position = done[-1][1] if joined else judge(words, mention, done)
        done.append((mention, position))
        yield mention, position


def _joined(words: Words, mention: Mention, done: list[Placed]) -> bool:
    """«X and Y»: say whether the name before stands in the same place."""
    if not done:
        return False
    between = mention.first - done[-1][0].last
    if between == 0:
        return "and" in mention.hit.means
    before = words.scan.tokens[mention.first - 1]
    if between != 1 or before.gap >= COMMA:
        return False
    return any(
        part == "and_word" or (part in {"force", "people"} and "and" in hit.means)
        for part, hit in words.ending.get(mention.first, ())
    )


def _verb_first(words: Words, mention: Mention, done: list[Placed]) -> str | None:
    if mention.head in {"attacks", "weapons"}:
        part = words.before(mention.first)
        return "clash" if part is not None and part[0] == "clash" else "agent"
    near = _near(words, mention)
    if near.over:
        return near.position
    if mention.hit.means & {"for", "in"} and near.at == mention.first:
        return None
    return _governed(words, mention, near.at, done) or _leading(words, mention)


def _near(words: Words, mention: Mention) -> _Near:
    """Judge by the words right before a name."""
    scan, at = words.scan, mention.first
    passed: set[str] = {"belongs"} if "for" in mention.hit.means else set()
    while at > 0 and scan.tokens[at].gap < BRACKET:
        found = words.before(at)
        if found is None:
            break
        part, hit = found
        if part in _PASSED:
            passed.add(part)
            if "for" in hit.means:
                passed.add("belongs")
            at = hit.first
            continue
        position = _decided(words, mention, found, passed)
        if position is None and part not in _STOPS and part != "light":
            break
        if part == "light" and position is None:
            break
        return _Near(position, over=True, at=at)
    return _Near(None, over=False, at=at)


def _decided(
    words: Words, mention: Mention, found: tuple[str, Hit], passed: set[str]
) -> str | None:
    part, hit = found
    if part in {"between", "with", "against", "clash"} and _fought(words, mention):
        return "clash"
    if part == "light":
        return "agent" if _carries(words, mention, hit) else None
    if part in {"harm", "verb", "deed"}:
        case = mention.hit.values.get("case")
        if case == "oblique" or (part == "harm" and "people" in passed):
            return "victim"
    if part in {"strike", "verb", "deed"} and _hit_there(hit, passed):
        return "target"
    if part == "from_word":
        return "victim" if "people" in passed else _out_of(words, hit)
    if part == "by" and words.part_before(hit.first) == "backer":
        return "backer"
    if part in {"control", "object"} and _launched_from(words, hit):
        return "agent"
    if part == "accuse":
        return "speaker"
    if part == "speech" and "own" in words.ahead(mention.last, BLAME_REACH):
        return "claimer"
    return _NEAR.get(part)


def _hit_there(hit: Hit, passed: set[str]) -> bool:
    """«استهداف دورية لقسد»: the patrol is what was hit, unless patrols raid."""
    if "patrol" in passed and hit.code not in _RAIDING:
        return True
    return "belongs" in passed and hit.code == "targeting"


def _carries(words: Words, mention: Mention, verb: Hit) -> bool:
    """Say whether a light verb carries an attack: «شنت … غارات», «غارات شنتها»."""
    if words.behind(verb.first, BLAME_REACH, _ATTACKS):
        return True
    return bool(_ATTACKS & words.ahead(mention.last, LIGHT_REACH))


def _fought(words: Words, mention: Mention) -> bool:
    """Say whether a word for fighting stands before, nearer than any strike."""
    for at in range(mention.first, max(0, mention.first - CLASH_REACH), -1):
        parts = {part for part, _ in words.ending.get(at, ())}
        if "clash" in parts:
            return True
        if parts & {"strike", "verb"}:
            return False
    return False


def _out_of(words: Words, hit: Hit) -> str | None:
    """«عنصر من قسد»: what stands before «من» tells whose loss it is."""
    for at in range(hit.first, max(0, hit.first - 2), -1):
        part = words.part_before(at)
        if part in {"person", "people", "force", "harm", "number"}:
            return "victim"
        if part in {"object", "backer"}:
            return {"object": "target"}.get(part, part)
        if part in {"strike", "means"}:
            return "agent"
    return None


def _launched_from(words: Words, hit: Hit) -> bool:
    """«قصف من مناطق سيطرة …»: the ground that it came from names who fired."""
    for at in range(hit.first, max(0, hit.first - BLAME_REACH), -1):
        part = words.part_before(at)
        if part == "by":
            return True
        if part == "from_word":
            before = words.ending.get(at, ())
            first = min(h.first for _, h in before)
            return words.behind(first, BLAME_REACH, {"strike", "means"})
    return False


def _governed(
    words: Words, mention: Mention, at: int, done: list[Placed]
) -> str | None:
    """Look back for the verb or attack noun that the name is the subject of."""
    scan = words.scan
    taken = {m.last for m, p in done if p in {"agent", "clash"}}
    barred = False
    for back in range(at, max(0, at - VERB_REACH), -1):
        if back < len(scan.tokens) and scan.tokens[back].gap >= COLON:
            return None
        if back in taken:
            return None if barred else "object"
        found = words.before(back)
        if found is None:
            continue
        part, hit = found
        if part == "light":
            return "agent" if _carries(words, mention, hit) else None
        if part in {"deed", "verb"}:
            return None if barred else "agent"
        if part in {"strike", "that", "clash", "harm", "number", "by"}:
            return None
        if part == "speech":
            return "speaker" if at - back <= 1 else None
        if part == "accuse":
            return "accused" if at - back <= BLAME_REACH else None
        barred = barred or part in {"on", "object", "against", *_STOPS}
    return None


def _leading(words: Words, mention: Mention) -> str | None:
    """A name that stands first: its verb follows."""
    scan = words.scan
    last = min(len(scan.tokens), mention.last + SUBJECT_REACH)
    for at in range(mention.last, last):
        if scan.tokens[at].gap > COMMA:
            return None
        parts = words.parts(at)
        if at == mention.last and "accuse" in parts:
            return "accused"
        if parts & {"verb", "deed"}:
            return "agent"
        if "light" in parts and "strike" in words.ahead(at + 1, LIGHT_REACH):
            return "agent"
        if "clash" in parts:
            return "clash"
        if "speech" in parts:
            return "speaker"
        if parts & {"on", "against", "object", "with", "person", "that", "from_word"}:
            return None
    return None


def _subject_first(words: Words, mention: Mention, done: list[Placed]) -> str | None:
    """Judge where the subject comes first and its verb follows."""
    del done
    at, part = mention.first, words.part_before(mention.first)
    while part == "modifier":
        at = words.before(at)[1].first  # type: ignore[index]
        part = words.part_before(at)
    after = words.parts(mention.last)
    if part == "claim":
        return "claimer"
    if part in {"by", "accuse"}:
        return "agent"
    if mention.head in {"attacks", "weapons"} or after & {"strike", "means", "fire"}:
        return "agent"
    if "object" in after:
        return "target"
    if "person" in after:
        return "victim"
    if part in {"between", "with", "clash", "against"} and _fought(words, mention):
        return "clash"
    if part in {"on", "against", "verb", "deed", "object"}:
        return "target"
    if part in {"control", "backer"}:
        return part
    return _led(words, mention)


def _led(words: Words, mention: Mention) -> str | None:
    scan = words.scan
    last = min(len(scan.tokens), mention.last + SUBJECT_REACH)
    for at in range(mention.last, last):
        if scan.tokens[at].gap > COMMA:
            return None
        parts = words.parts(at)
        if "passive" in parts:
            return "victim"
        if parts & {"verb", "deed", "harm"}:
            return "agent"
        if "light" in parts:
            return "agent" if "strike" in words.ahead(at + 1, LIGHT_REACH) else None
        if "clash" in parts:
            return "clash"
        if "speech" in parts:
            return "speaker"
        if "claim" in parts:
            return "claimer"
        if parts & {"on", "against", "by"}:
            return None
    return None
