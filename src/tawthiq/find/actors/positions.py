"""Where in the deed an actor stands: who did it, whom it hit, who speaks of it.

Words on the near side of a name decide first («مواقع», «برصاص», «من قبل»), then the
verb that governs it. What no word decides stays None: nobody is accused by guess.
Where subjects come before their verbs, ``actor_subjects`` decides.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tawthiq.find.actors.blame import died_held, is_by
from tawthiq.find.actors.clauses import (
    accuses_by_tag,
    acts_together,
    charged,
    fires,
    leading,
    placed_by_clause,
    tells_deed,
)
from tawthiq.find.actors.subjects import abbreviates, subject_first
from tawthiq.find.actors.words import ATTACKS, LIGHT_REACH, Mention, Words, fought
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import BRACKET, COLON, COMMA, JOINED

VERB_REACH = 9
"""Words that may stand between a verb and its subject."""

UNKNOWN_REACH = 2
"""Words of no list between an owner and what is owned: «طيران ثابت الجناح تابع ل …»."""

BLAME_REACH = 4
"""Words between a word of blame and whom it names."""

DENIAL_REACH = 4
"""Words between a denial and the party: «نفى المتحدث باسم الجيش علاقته»."""

PARTY_REACH = 4
"""Words between armed people and the party that they are of."""

OTHER = "other"
"""The code of the parties that no code names."""

Placed = tuple[Mention, str | None]


class _Near(NamedTuple):
    """The words right before a name: the first that is not passed, and those passed."""

    words: Words
    mention: Mention
    part: str
    hit: Hit
    passed: frozenset[str]


class _Said(NamedTuple):
    """What they say: a position, whether that is final, and where they begin."""

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
    done: list[Placed] = []
    for mention in mentions:
        if done and _belongs_to(words, done[-1][0], mention):
            done[-1] = (_whole(done[-1][0], mention), done[-1][1])
        elif _joined(words, mention, done):
            done.append((mention, done[-1][1]))
        elif settings.get("speech_order") == "subject_first":
            known = bool(done) and abbreviates(words, done[-1][0], mention)
            done.append((mention, None if known else subject_first(words, mention)))
        else:
            done.append((mention, _verb_first(words, mention, done)))
    yield from done


def _belongs_to(words: Words, some: Mention, party: Mention) -> bool:
    """«مسلحون من داعش», ``terrorists of the Front``: the party stands for its men."""
    if not _may_belong(some, party) or not 0 < party.first - some.last <= PARTY_REACH:
        return False
    return any(
        part in {"from_word", "of_word", "people", "belongs"}
        for at in range(some.last, party.first + 1)
        for part, _ in words.ending.get(at, ())
    )


def _may_belong(some: Mention, party: Mention) -> bool:
    """Say whether men may be a party's: of wars without codes ``guerrillas of …`` too."""
    if some.code == "unidentified":
        return True
    return some.code == party.code == OTHER


def _whole(some: Mention, party: Mention) -> Mention:
    """Give the men of a party; one that no code names keeps the words for both."""
    if party.code != OTHER:
        return party
    return party._replace(first=some.first, hit=some.hit)


def _joined(words: Words, mention: Mention, done: list[Placed]) -> bool:
    """«X and Y»: say whether the name before stands in the same place."""
    if not done:
        return False
    between = mention.first - done[-1][0].last
    if between == 0:
        alone = mention.last - mention.first == 1  # «الروسي بقصف تركي» is of two deeds
        both = alone and {mention.rule, done[-1][0].rule} == {"nationalities"}
        slash = "/" in words.scan.tokens[mention.first].between  # «قسد/ب ي د»
        return both or slash or "and" in mention.hit.means
    before = words.scan.tokens[mention.first - 1]
    if between != 1 or before.gap >= COMMA:
        return acts_together(words, done[-1][0], mention)
    return any(
        part in {"and_word", "together"}
        or (part in {"force", "people"} and "and" in hit.means)
        for part, hit in words.ending.get(mention.first, ())
    )


def _verb_first(words: Words, mention: Mention, done: list[Placed]) -> str | None:
    if mention.head in {"attacks", "weapons"}:
        return "clash" if words.part_before(mention.first) == "clash" else "agent"
    if fires(words.scan, mention) or accuses_by_tag(words.scan, mention):
        return "agent"
    clear = placed_by_clause(words, mention)
    if clear is not None:
        return clear
    said = _near(words, mention)
    if said.over:
        return said.position
    bare = said.at == mention.first
    if mention.hit.means & {"for", "in"} if bare else is_by(words.scan, said.at):
        return None
    return _governed(words, mention, done, at=said.at) or leading(words, mention)


_PASSED = {"force", "people", "modifier", "guess", "belongs", "patrol"}
_STOPS = {"in_word", "of_word", "from_word", "with", "between"}


def _near(words: Words, mention: Mention) -> _Said:
    """Judge by the words right before a name."""
    scan, at = words.scan, mention.first
    passed: set[str] = {"belongs"} if "for" in mention.hit.means else set()
    while at > 0 and scan.tokens[at].gap < BRACKET:
        found = words.before(at) or _owned(words, at, passed)
        if found is None:
            break
        part, hit = found
        if part not in _PASSED:
            near = _Near(words, mention, part, hit, frozenset(passed))
            position = _decided(near)
            over = position is not None or part in _STOPS
            return _Said(position, over, at)
        passed.add(part)
        if "for" in hit.means:
            passed.add("belongs")
        at = hit.first
    return _Said(None, over=False, at=at)


def _owned(words: Words, at: int, passed: set[str]) -> tuple[str, Hit] | None:
    """Step over adjectives to what is owned: «طيران ثابت الجناح تابع لقوات النظام»."""
    if "belongs" not in passed:
        return None
    for back in range(at - 1, max(0, at - 1 - UNKNOWN_REACH), -1):
        if words.scan.tokens[back + 1].gap > JOINED:
            return None
        found = words.before(back)
        if found is not None:
            return found if found[0] in _OWNED else None
    return None


_OWNED = {"means", "control"}
"""Parts that belong to whom the words behind them name, adjectives between."""

_POSITION = {
    "means": "agent",
    "fire": "agent",
    "by": "agent",
    "deed": "agent",
    "verb": "agent",
    "harm": "agent",
    "strike": "agent",
    "strike_word": "agent",
    "claim": "claimer",
    "object": "target",
    "person": "victim",
    "number": "victim",
    "against": "target",
    "on": "target",
    "control": "control",
    "backer": "backer",
    "speech": "speaker",
    "attribute": "speaker",
    "accuse": "speaker",
    "blames": "accused",
}
"""What the word right before a name makes of it, unless a judge below differs."""


def _decided(near: _Near) -> str | None:
    judge = _JUDGES.get(near.part)
    return (judge(near) if judge is not None else None) or _POSITION.get(near.part)


def _in_fight(near: _Near) -> str | None:
    return "clash" if fought(near.words, near.mention.first) else None


def _of_light(near: _Near) -> str | None:
    return "agent" if _carries(near.words, near.mention, near.hit) else None


def _of_harm(near: _Near) -> str | None:
    """«قتل عناصر …», «استهدف مسلحين»: the name is the object, not the subject."""
    if near.mention.hit.values.get("case") == "oblique":
        return "victim"
    if near.part == "harm":
        return "victim" if "people" in near.passed else None
    return _of_strike(near)


_RAIDING = {"raid", "shooting", "abduction_detention", "execution"}


def _of_strike(near: _Near) -> str | None:
    """«استهداف دورية لقسد»: the patrol is what was hit, unless patrols raid."""
    if "patrol" in near.passed and near.hit.code not in _RAIDING:
        return "target"
    aimed = "belongs" in near.passed and near.hit.code == "targeting"
    return "target" if aimed else None


def _out_of(near: _Near) -> str | None:
    """«عنصر من قسد»: what stands before «من» tells whose loss it is, or whose deed."""
    if "people" in near.passed:
        return "victim"
    for at in range(near.hit.first, max(0, near.hit.first - 2), -1):
        part, hit = near.words.before(at) or ("", None)
        position = _OUT_OF.get(part)
        if part == "people" and hit is not None:
            verb, object_ = near.words.before(hit.first), near.mention.last
            if verb is not None and verb[0] == "light":
                return _of_light(near._replace(hit=verb[1]))
            if verb is not None and "number" in near.words.parts(object_):
                return "agent"  # «أعدم عناصر من قسد ثلاثة مدنيين»
        if position is not None:
            return position
    return None


_OUT_OF = dict.fromkeys(("person", "people", "force", "harm", "number"), "victim") | {
    "object": "target",
    "backer": "backer",
    "strike": "agent",
    "means": "agent",
}


def _of_means(near: _Near) -> str | None:
    """«مدعومة من قبل …»: backing is no deed."""
    return "backer" if near.words.part_before(near.hit.first) == "backer" else None


def _of_weapon(near: _Near) -> str | None:
    """«استهدفت مسيرة دورية …»: the patrol is what the drone hit."""
    hit = "patrol" in near.passed and "in" not in near.hit.means
    return "target" if hit else None


_SOME = {"person", "number"}
"""Parts of which a "from" names a share: «عدد من», «ثلاثة من»."""


def _of_ground(near: _Near) -> str | None:
    """«قصف من مناطق سيطرة …»: the ground that it came from names who fired."""
    words, hit = near.words, near.hit
    for at in range(hit.first, max(0, hit.first - BLAME_REACH), -1):
        part = words.part_before(at)
        if part == "by":
            return "agent"
        if part == "from_word" and not is_by(words.scan, at):
            first = min(h.first for _, h in words.ending[at])
            if words.part_before(first) in _SOME:
                return None  # «ضربات لعدد من قواعد النظام»
            fired = words.behind(first, BLAME_REACH, {"strike", "means"})
            return "agent" if fired else None
    return None


def _of_speech(near: _Near) -> str | None:
    """«أعلن … مسؤوليته», «نفى … مسؤوليته»: who speaks claims the deed, or denies it."""
    if "own" not in near.words.ahead(near.mention.last, BLAME_REACH):
        return None
    words, at = near.words, near.mention.first
    said = (
        h
        for back in range(max(0, at - DENIAL_REACH), at)
        for h in words.scan.at(back, "reporting")
    )
    denied = any(h.values.get("stance") == "denies" for h in (near.hit, *said))
    return "denier" if denied else "claimer"


def _of_charge(near: _Near) -> str | None:
    """«اتهمت قسد بقصف …»: who alone stands before the charge is the accused."""
    return "accused" if charged(near.words.scan, near.mention.last) else None


_JUDGES: Mapping[str, Callable[[_Near], str | None]] = {
    "between": _in_fight,
    "with": _in_fight,
    "against": _in_fight,
    "clash": _in_fight,
    "light": _of_light,
    "harm": _of_harm,
    "verb": _of_harm,
    "deed": _of_harm,
    "strike": _of_strike,
    "from_word": _out_of,
    "by": _of_means,
    "means": _of_weapon,
    "control": _of_ground,
    "object": _of_ground,
    "prison": lambda near: "agent" if died_held(near.words.scan) else None,
    "speech": _of_speech,
    "accuse": _of_charge,
    "together": lambda near: "agent" if tells_deed(near.words) else None,
    "number": lambda near: (  # «غارة واحدة للتحالف»: of strikes, not of its men
        "agent" if near.words.part_before(near.hit.first) == "strike" else None
    ),
}


def _carries(words: Words, mention: Mention, verb: Hit) -> bool:
    """Say whether a light verb carries an attack: «شنت … غارات», «غارات شنتها»."""
    if words.behind(verb.first, BLAME_REACH, ATTACKS):
        return True
    return bool(ATTACKS & words.ahead(mention.last, LIGHT_REACH))


_BARS = {"on", "object", "against", *_STOPS}
_ENDS = {"strike", "that", "that_own", "clash", "harm", "number", "by"}


def _governed(
    words: Words, mention: Mention, done: list[Placed], *, at: int
) -> str | None:
    """Look back for the verb or attack noun that the name is the subject of."""
    taken = {m.last for m, p in done if p in {"agent", "clash"}}
    barred = False
    for back in range(at, max(0, at - VERB_REACH), -1):
        tokens = words.scan.tokens
        if back < len(tokens) and tokens[back].gap >= COLON:
            return None
        if back in taken:
            return None if barred else "object"
        part, hit = words.before(back) or ("", None)
        if part in _ENDS:
            return None
        if hit is not None and part in _GOVERNORS:
            near = _Near(words, mention, part, hit, frozenset())
            return _GOVERNORS[part](near, barred, at - back)
        barred = barred or part in _BARS
    return None


_GOVERNORS: Mapping[str, Callable[[_Near, bool, int], str | None]] = {
    "light": lambda near, _, __: _of_light(near),
    "deed": lambda _, barred, __: None if barred else "agent",
    "verb": lambda _, barred, __: None if barred else "agent",
    "speech": lambda _, __, gap: "speaker" if gap <= 1 else None,
    "accuse": lambda near, _, gap: (
        "accused"
        if gap <= BLAME_REACH or charged(near.words.scan, near.mention.last)
        else None
    ),
}
"""What a governing word makes of its subject, where a preposition may bar the way."""
