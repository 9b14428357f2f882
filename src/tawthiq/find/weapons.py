"""Weapons: what an attack was made with, by the sheet ``weapons``.

A row's ``kind`` says when its form counts: an adjective («مدفعي») only beside an attack
word, an ambiguous noun («مسيرة», ``attached``) only where an attack or its clitic is
near; ``mask`` rows take words that merely look like a weapon («مسيرة العودة»).
Weapons that are found, seized or carried are none that an attack was made with.
"""

from collections.abc import Sequence

from tawthiq.lang.language import Language
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import BRACKET

ADJECTIVE_REACH = 4
"""Words back to the attack that an adjective such as «صاروخي» belongs to."""

ATTACHED_REACH = 6
"""Words between an ambiguous noun and the attack that makes it a weapon."""

OWNER_REACH = 9
"""Words between an ambiguous noun and its verb, where its owner is named."""

HELD_REACH = 4
"""Words after «العثور على» and its like that name what was found."""

SHOT_DOWN = frozenset({"drone", "missile"})
"""What is told to be destroyed on its way: it was used all the same."""

MOVED_REACH = 3
"""Words after «نقل» and its like that name what was moved."""

CREWLESS_REACH = 3
"""Words between an aircraft and the word that says nobody flies it."""


def find_weapons(scan: Scan, language: Language) -> list[Hit]:
    """Give the weapons that a sentence names.

    Args:
        scan: the sentence; the sheets ``weapons``, ``attacks``, ``phrases`` are read.
        language: the pack; unused here, words alone decide.

    Returns:
        Hits of the sheet ``weapon`` with ``code``, ``air``: the code that holds
        instead in an attack from the air, or None, and ``support``: whether it only
        supports those who act («بإسناد من الطيران»).
    """
    del language
    return _named(scan) + _of_fire(scan)


def _of_fire(scan: Scan) -> list[Hit]:
    """Give the arms of fire that is told word by word: «إطلاق الجنود النار»."""
    fired = [h for h in scan.of("attack") if h.rule == "fire_opened"]
    named = scan.of("weapons")
    return [
        scan.make(
            "weapon",
            words=(fire.first, fire.last),
            values={"code": "small_arms", "air": None, "support": False},
            rule="fire_opened",
            like=fire,
        )
        for fire in fired
        if not any(w.first < fire.last and fire.first < w.last for w in named)
    ]


def _named(scan: Scan) -> list[Hit]:
    """Give the weapons that words of the sheet name."""
    words = scan.of("weapons")
    if not words:
        return []
    attacks = [h for h in scan.of("attacks") if h.code != "clash"]
    held = [h for h in scan.of("phrases") if h.code == "weapon_held"]
    beside = [h for h in scan.of("phrases") if h.code == "weapon_support"]
    found: list[Hit] = []
    for word in words:
        if found and word.first < found[-1].last:
            continue
        counts = _counts(word, attacks, words) or _is_owned(scan, word, attacks)
        if not counts or any(_holds(h, word) for h in held):
            continue
        if word.code not in SHOT_DOWN and _is_idle(scan, word):
            continue
        if word.code == "car_bomb" and is_aimed_at(word, attacks):
            continue
        if word.code == "tank_shell" and (
            is_disabled(word, scan) or _backs(word, scan)
        ):
            continue
        crewless = _crewless(scan, word, words)
        code = "drone" if crewless is not None else word.code
        found.append(
            scan.make(
                "weapon",
                words=(word.first, crewless or word.last),
                values={
                    "code": code,
                    "air": word.values.get("air") or None,
                    "support": any(_holds(h, word) for h in beside),
                },
                rule="weapons",
                like=word,
            )
        )
    return found


def is_aimed_at(word: Hit, attacks: Sequence[Hit]) -> bool:
    """«استهدفت آلية مفخخة»: the rigged vehicle is what was hit.

    Args:
        word: the words for a vehicle bomb.
        attacks: the attack words of its sentence.
    """
    return any(a.code == "targeting" and a.last == word.first for a in attacks)


def is_disabled(word: Hit, scan: Scan) -> bool:
    """«تدمير طقم ودبابة»: a tank that was destroyed fired nothing.

    «استهدفت دبابات …» may be either.

    Args:
        word: the words for a tank, or for a thing named with it.
        scan: the sentence; ``struck_cues``, ``number``, ``struck_objects`` are read.
    """
    numbers = {h.last: h.first for h in scan.of("number")}
    at = numbers.get(word.first, word.first)
    at = _past_doer(scan, at)
    if any(h.code == "damage" and h.last == at for h in scan.of("struck_cues")):
        return True
    beside = [h for h in scan.of("struck_objects") if h.last == at]
    return "and" in word.means and any(is_disabled(h, scan) for h in beside)


def _past_doer(scan: Scan, at: int) -> int:
    """Step back over who destroyed it: «دمرت الطائرات دبابتين»."""
    doers = (h for s in ("weapons", "actors") for h in scan.of(s))
    return min(
        (h.first for h in doers if h.last == at and "the" in h.means), default=at
    )


def _backs(word: Hit, scan: Scan) -> bool:
    """«تقدم قوات … مدعومة بالدبابات»: tanks that back an advance shelled nothing."""
    behind = word.first if "in" in word.means else word.first - 1
    return any(
        h.code == "backer" and h.last in {word.first, behind}
        for h in scan.of("actor_cues")
    )


def is_aimed_with(word: Hit, scan: Scan) -> bool:
    """«استهدفوا بالرصاص المنازل»: fire with which something was hit takes no object.

    Args:
        word: an attack word or another cue of the sentence.
        scan: the sentence; its weapons must have been found.
    """
    if word.code != "shooting" or word.values.get("strength") != "weak":
        return False
    arms = any(w.first <= word.first and word.last <= w.last for w in scan.of("weapon"))
    return arms and any(
        a.code == "targeting" and a.last <= word.first for a in scan.of("attacks")
    )


def _counts(word: Hit, attacks: Sequence[Hit], words: Sequence[Hit]) -> bool:
    kind = word.values.get("kind")
    if kind == "mask":
        return False
    if kind == "joined":
        return any(
            abs(w.first - word.first) == 1 and w.values.get("kind") == "adjective"
            for w in words
        )
    if kind == "adjective":
        return _after(word, attacks, ADJECTIVE_REACH)
    if kind == "attached":
        near = _after(word, attacks, ATTACHED_REACH)
        return near or "in" in word.means or _before_verb(word, attacks)
    if kind == "dialect":
        return "the" in word.means and _before_verb(word, attacks)
    return True


def _after(word: Hit, attacks: Sequence[Hit], reach: int) -> bool:
    """Say whether an attack word stands before the word or takes it in."""
    return any(a.first <= word.first and word.first - a.last < reach for a in attacks)


def _before_verb(word: Hit, attacks: Sequence[Hit]) -> bool:
    """Say whether the word is the subject of an attack verb: «مسيرة … استهدفت»."""
    return any(
        a.values.get("part") == "verb" and 0 <= a.first - word.last < CREWLESS_REACH
        for a in attacks
    )


def _is_owned(scan: Scan, word: Hit, attacks: Sequence[Hit]) -> bool:
    """«مسيرة يعتقد أنها تابعة ل… تستهدف سيارة»: whose it is stands before the verb."""
    owned = any(h.code == "belongs" for h in scan.at(word.last, "actor_cues"))
    return word.values.get("kind") == "attached" and any(
        owned
        and a.values.get("part") == "verb"
        and 0 <= a.first - word.last < OWNER_REACH
        and not a.suffix
        for a in attacks
    )


def _is_idle(scan: Scan, word: Hit) -> bool:
    """Say whether weapons are stored, moved or lost: «مخزن صواريخ», «تدمير 3 رشاشات».

    What harm was done with stands behind «ب».
    """
    if "in" in word.means:
        return False
    stored = any(
        thing.first < word.first < thing.last
        for thing in scan.of("struck_objects")
        if thing.code == "military_site"
    )
    moved = (h for h in scan.of("phrases") if h.code == "weapon_moved")
    return stored or any(
        0 <= word.first - h.last < MOVED_REACH
        and not any(h.last <= a.first < word.first for a in scan.of("attacks"))
        for h in moved
    )


def _holds(held: Hit, word: Hit) -> bool:
    return 0 <= word.first - held.last < HELD_REACH


def _crewless(scan: Scan, word: Hit, words: Sequence[Hit]) -> int | None:
    """Give the end of «الطيران … المسير» where a nationality parts the two words."""
    if word.code != "aircraft":
        return None
    for other in words:
        gap = other.first - word.last
        if other.code == "drone" and 0 <= gap <= CREWLESS_REACH:
            between = scan.tokens[word.last : other.first + 1]
            if all(t.gap < BRACKET for t in between) and _only_names(scan, word, other):
                return other.last
    return None


def _only_names(scan: Scan, word: Hit, other: Hit) -> bool:
    return all(
        scan.at(at, "nationalities") or scan.at(at, "actors") or scan.at(at, "weapons")
        for at in range(word.last, other.first)
    )
