"""An actor that stands first in its clause, where verbs mostly do: «قسد قصفت …»."""

from collections.abc import Container, Sequence

from tawthiq.find.actors.blame import is_laid_to, stands_behind, trades_charges
from tawthiq.find.actors.words import ATTACKS, LIGHT_REACH, Mention, Words, fought
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import COLON, COMMA

SUBJECT_REACH = 5
"""Words between a subject that stands first and its verb."""

CLAUSE_REACH = 10
"""The same where the subject opens its clause: «أن قوات النظام المتمركزة في … قصفت»."""

CHARGE_REACH = 24
"""Words between «اتهم» and the accused, where many accuse."""

BLAMED_REACH = 8
"""Words between «حمل» and whom it makes responsible."""

NOT_REACH = 3
"""Words from «لم» to the name behind the verb: «لم يشن الجيش»."""

SIDES_REACH = 10
"""Words between «بين» and the second side: «بين قسد في الشرق، والجيش في الغرب»."""

AUXILIARIES = 3
"""Words from a name to the verb of a charge: «النظام كان قد اتهم بقصف …»."""


DEEDS = ("attacks", "actor_cues")
"""Sheets of words that may be charged."""


def charged(scan: Scan, at: int, deeds: Sequence[str] = DEEDS) -> bool:
    """Say whether a word opens a charge: «بقصف», «بشن».

    Args:
        scan: the sentence.
        at: the word.
        deeds: the sheets of words that may be charged.
    """
    return any("in" in hit.means for sheet in deeds for hit in scan.at(at, sheet))


def leading(words: Words, mention: Mention) -> str | None:
    """Give the position of a name that stands first: its verb follows.

    Args:
        words: the sentence.
        mention: the actor.
    """
    scan = words.scan
    if _is_charged(words, mention):
        return "accused"
    opens = _opens_clause(words, mention)
    if opens and "strike" in words.parts(mention.last):
        return "agent"  # «إن الجيش قصف …»: the verb is written as the noun is
    if opens and _counts_harm(words, mention):
        return "agent"  # «إن القوات قتلت 23 عنصرا»
    reach = CLAUSE_REACH if opens else SUBJECT_REACH
    last = min(len(scan.tokens), mention.last + reach)
    for at in range(mention.last, last):
        if scan.tokens[at].gap > COMMA or (not opens and "strike" in words.parts(at)):
            return None  # «مقاتلون موالون لإيران جراء ضربات استهدفت …»
        position = _of_word(words, at, beside=at == mention.last)
        if position is None and opens and words.part_before(at) == "in_word":
            continue  # «المتمركزة في معسكر …»: where they are, not what they hit
        if position != "":
            return position
    return None


def _speaks_up(words: Words, mention: Mention) -> bool:
    """«قسد: قصف تركي على قرية …»: who stands before a colon says what is behind it."""
    at, tokens = mention.last, words.scan.tokens
    return mention.first == 0 and at < len(tokens) and ":" in tokens[at].between


def placed_by_clause(words: Words, mention: Mention) -> str | None:
    """Give the position that a far word of the clause decides, whatever stands between.

    «اتهم كل من … وقسد الجيش بقصف …», «القتال بين قسد من جهة، والجيش من جهة أخرى».

    Args:
        words: the sentence.
        mention: the actor.
    """
    accused = charged(words.scan, mention.last) and words.behind(
        mention.first, CHARGE_REACH, {"accuse"}
    )
    if accused or trades_charges(words.scan, mention):
        return "accused"
    if "accuse" in words.parts(mention.last) and words.behind(
        mention.first, BLAMED_REACH, {"blame_verb"}
    ):
        return "accused"  # «حملت الوزارة التحالف المسؤولية»
    if "and" in mention.hit.means and _between(words, mention.first):
        return "clash" if fought(words, mention.first) else None
    if _is_aimed_at(words.scan, mention):
        return "target"
    if stands_behind(words, mention) or is_laid_to(words, mention):
        return "accused"
    said = "speaker" if _speaks_up(words, mention) else None
    return "negated" if _negated(words.scan, mention) else said


AIMED = 3
"""Words from a verb of aiming to the party it hits: «استهدفت عناصر تنظيم …»."""

QUALIFIED = 2
"""Words that may describe an attack before its verb: «غارة ليلية عنيفة استهدفت»."""


def _is_aimed_at(scan: Scan, mention: Mention) -> bool:
    """Say whether an attack is said to have hit a party: «غارة استهدفت تنظيم …».

    The subject stands before the verb, with «التي» or without the article; a verb that
    has its object on it («استهدفتها») leaves the party to be the subject.
    """
    for verb in scan.of("attacks"):
        near = 0 <= mention.first - verb.last < AIMED and verb.code == "targeting"
        if not near or verb.values.get("part") != "verb" or verb.suffix not in OWN:
            continue
        told = any(h.code == "which" for h in scan.at(verb.first - 1, "attack_words"))
        last = verb.first - told
        return not verb.means and any(
            0 <= last - h.last <= QUALIFIED and (told or not h.values["definite"])
            for h in scan.of("attack")
            if h.values["part"] == "noun"
        )
    return False


OWN = frozenset({"", "ت", "تا", "ا"})
"""Endings of a verb that name no object."""


_FIRING = {"fired", "dropped"}


def fires(scan: Scan, mention: Mention) -> bool:
    """«أطلق مسلحون النار»: who stands between the verb of firing and the fire.

    Args:
        scan: the sentence.
        mention: the actor.
    """
    return any(
        h.first < mention.first
        and mention.last <= h.last
        and any(w.code in _FIRING for w in scan.at(h.first, "attack_words"))
        for h in scan.of("attack")
    ) or any(  # «قصفت البحرية …»: the verb is a phrase that names its subject
        h.first < mention.first < h.last <= mention.last
        and h.values.get("part") == "verb"
        for h in scan.of("attacks")
    )


def accuses_by_tag(scan: Scan, mention: Mention) -> bool:
    """«#العدوان_الروسي»: a tag of an attack and whose it was accuses.

    Args:
        scan: the sentence.
        mention: the actor.
    """
    tagged = "#" in scan.tokens[mention.first].between
    return tagged and any(
        h.first == mention.first
        and h.last <= mention.last
        and h.values.get("part") == "noun"
        for h in scan.of("attacks")
    )


_CARRIED = frozenset({"strike", "verb", "deed"})


def tells_deed(words: Words) -> bool:
    """Say whether a sentence tells a deed that somebody may have a part in.

    «نفذت قسد، بدعم من التحالف، عملية»: who takes part in a deed has done it too.

    Args:
        words: the sentence.
    """
    return any(part in _CARRIED for found in words.ending.values() for part, _ in found)


def acts_together(words: Words, first: Mention, second: Mention) -> bool:
    """Say whether one party acts beside another: «التحالف بالتعاون مع قسد».

    Args:
        words: the sentence.
        first: the party named first.
        second: the next party named.
    """
    together = any(
        part == "together" and hit.first == first.last
        for part, hit in words.ending.get(second.first, ())
    )
    return together or _owns_beside(words, first, second)


def _owns_beside(words: Words, first: Mention, second: Mention) -> bool:
    """«قوات النظام والقوات التابعة لروسيا»: the second party by what is its own."""
    owned = second.first - 1
    return (
        "for" in second.hit.means
        and words.part_before(second.first) == "belongs"
        and any(
            part == "force" and hit.first == first.last and "and" in hit.means
            for part, hit in words.ending.get(owned, ())
        )
        and all(t.gap < COMMA for t in words.scan.tokens[first.last : second.first])
    )


def _negated(scan: Scan, mention: Mention) -> bool:
    """«لم يقصف الجيش …»، «الجيش لم يشن غارات»: what somebody has not done."""
    near = (*range(mention.first - NOT_REACH, mention.first - 1), mention.last)
    return any(
        hit.code == "not"
        and not hit.means - {"and"}
        and is_harming_verb(scan, hit.last, cues=_DOING)
        for at in near
        if 0 <= at < len(scan.tokens) - 1
        for hit in scan.at(at, "source_bounds")
    )


_DOING = frozenset({"light", "deed"})


def is_harming_verb(scan: Scan, at: int, *, cues: Container[str]) -> bool:
    """Say whether a word is a verb that does harm or carries an attack.

    Args:
        scan: the sentence.
        at: the word.
        cues: codes of ``actor_cues.csv`` that count beside the verbs of attack.
    """
    return any(h.values.get("part") == "verb" for h in scan.at(at, "attacks")) or any(
        h.code in cues for h in scan.at(at, "actor_cues")
    )


def _between(words: Words, at: int) -> bool:
    """Say whether a "between" stands before a word, with no new clause begun."""
    for back in range(at, max(0, at - SIDES_REACH), -1):
        parts = {part for part, _ in words.ending.get(back, ())}
        if "between" in parts:
            return True
        if words.scan.tokens[back].gap == COMMA:
            parts -= {"by"}  # «بين … من جانب، و…»
        if parts & _CLAUSES or words.scan.tokens[back].gap >= COLON:
            return False
    return False


_CLAUSES = {"that", "harm", "speech", "strike", "verb", "deed", "by"}
"""Parts behind which "between" names the sides no more."""


def _counts_harm(words: Words, mention: Mention) -> bool:
    """Say whether a force's verb of harm has a count behind it: its victims."""
    at = mention.last
    parted = at < len(words.scan.tokens) and words.scan.tokens[at].gap >= COMMA
    if mention.code == "unidentified" or parted:  # «الجيش: مقتل 3» counts no victims
        return False
    harm = (
        h
        for h in words.scan.at(mention.last, "outcomes")
        if h.code == "killed" and h.last == mention.last + 1
    )
    return any("number" in words.parts(h.last) for h in harm)


def _of_word(words: Words, at: int, *, beside: bool) -> str | None:
    """Say what a word makes of the name before it; empty where it says nothing."""
    parts = words.parts(at)
    if "claim" in parts and _claims_deed(words, at):
        return "claimer"  # «التنظيم قد تبنى تفجيرا»: more than speech
    if "light" in parts and "strike" not in words.ahead(at + 1, LIGHT_REACH):
        parts = parts - {"light"}
    if "belongs" in parts or _of_office(words.scan, at, beside=beside):
        parts = parts - {"speech"}  # «التابعة لها», no «تابع»
    attacks = (h for h in words.scan.of("attack") if h.first == at)
    if any(h.values["part"] == "verb" for h in attacks):
        return "agent"  # «… تطلق عدة صواريخ»
    return next((p for part, p in _FOLLOWING if part in parts), "")


def _claims_deed(words: Words, at: int) -> bool:
    """Say whether an attack is claimed: no «تبنى قرارا»."""
    adopts = any(h.code == "no_cue" for h in words.scan.at(at, "reporting"))
    return not adopts and bool(ATTACKS & words.ahead(at + 1, LIGHT_REACH))


def _of_office(scan: Scan, at: int, *, beside: bool) -> bool:
    """Say whether an office is somebody else's: «الموالية للرئيس»، «وحليفهم الرئيس»."""
    offices = scan.at(at, "roles")
    if not offices or scan.at(at, "reporting"):
        return False
    return not beside or all(h.means & {"for", "in"} for h in offices)


def _is_charged(words: Words, mention: Mention) -> bool:
    """«قسد متهمة»، «النظام كان قد اتهم بقصف …»."""
    return any(
        "accuse" in words.parts(at)
        and (at == mention.last or charged(words.scan, at + 1))
        for at in range(mention.last, mention.last + AUXILIARIES)
    )


def _opens_clause(words: Words, mention: Mention) -> bool:
    """Say whether a name opens a sentence, or what «أن» brings."""
    opens = mention.first == 0 or words.scan.tokens[mention.first].gap >= COLON
    return opens or words.part_before(mention.first) == "that"


_FOLLOWING: tuple[tuple[str, str | None], ...] = (
    ("verb", "agent"),
    ("deed", "agent"),
    ("light", "agent"),
    ("clash", "clash"),
    ("speech", "speaker"),
    ("on", None),
    ("against", None),
    ("object", None),
    ("with", None),
    ("person", None),
    ("that", None),
    ("from_word", None),
    ("harm", None),
)
"""What the first telling word after a name makes of it; None: nothing can be said."""
