"""Struck objects: what an attack hit, by the sheet ``struck_objects``.

A thing is struck where the grammar says so: the object of a verb of attack, after an
attack noun and «على», where something fell or went off, or what was damaged. A place
to find one's way by («قرب مسجد»), a hospital that takes the wounded in, a car that
carries them, is not: such hits are kept with the position that they have.
"""

from tawthiq.find.struck_governors import LEAVES_REACH, Cues
from tawthiq.find.weapons import is_aimed_at, is_disabled
from tawthiq.lang.language import Language
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import BRACKET, COLON, COMMA

REACH = 16
"""Words between an attack verb and what it struck."""

DAMAGE_REACH = 5
"""Words between damage and what was damaged."""

LIST_REACH = 7
"""Words between two things that one attack struck."""

AFTER_REACH = 16
"""Words after «تعرضت سيارة» that may name the attack."""

ADJECTIVES = 5
"""Words that may stand between an English article and its noun."""

SHY_REACH = 2
"""Words between an attack and a thing of a shy kind."""

OWNER_REACH = 3
"""Words between «أهداف» and the party whose they are."""

SETTLEMENTS = {
    "area", "city", "district", "neighbourhood", "square", "street", "subdistrict",
    "town", "village",
}  # fmt: skip
"""Heads of places whose next word is their name, whatever it means: «مدينة جسر …»."""

HIT_LATER = 7
"""Words after the subject «الأحياء … في مدينة …» to its «تعرضت لقصف»."""

SUFFERS_REACH = 4
"""Words after «تعرضت» that may name the attack of a subject before it."""

FUEL_REACH = 3
"""Words after «حقل» that may say that it is one of oil or gas."""

ON_PEOPLE = {"shooting", "raid", "clash", "explosion", "explosive_device"}
"""Attacks that do not strike the camp or the land in which they take people."""

WITH_VEHICLES = {"other", "raid"}
"""Attacks that are made with a vehicle: «دهسا بشاحنة», «اقتحم بسيارته»."""

_TO_PEOPLE = {"killed", "injured", "detained", "abducted"}
"""What is done to people and not to land."""

_LINKS = {"among", "in", "on", "to", "from", "of"}
_SUBJECTS = frozenset({"the", "and"})
_SHY = {"weak", "way", "back"}
"""Kinds of words that name a thing struck only right beside the word that hits it."""


def find_struck(scan: Scan, language: Language) -> list[Hit]:
    """Give the things of a sentence that may have been struck.

    Args:
        scan: the sentence; the sheets ``struck_objects``, ``struck_cues``, ``attacks``
            and ``weapons`` are read.
        language: the pack; unused here, words alone decide.

    Returns:
        Hits of the sheet ``struck`` with ``code``, ``name`` and ``position``: object
        (of an attack), in (where it went off) or damaged.
    """
    things = scan.of("struck_objects")
    if not things:
        return []
    cues = Cues(
        scan, subject_first=language.settings["speech_order"] == "subject_first"
    )
    named = [*_named(scan), *(h for h in scan.of("actors") if h.last > h.first + 1)]
    attacks = scan.of("attacks")
    bombs = [
        h
        for h in scan.of("weapons")
        if h.code == "car_bomb" and not is_aimed_at(h, attacks)
    ]
    found: list[Hit] = []
    for thing in (_made_plain(scan, thing) for thing in things):
        if not thing.code or any(b.first <= thing.first < b.last for b in bombs):
            continue
        inside = thing.code != "camp" and any(
            p.first < thing.first < p.last for p in named
        )
        if inside or not _is_one(scan, thing) or _is_a_person(scan, thing):
            continue  # «مدينة جسر الشغور» is no bridge
        if _is_launched_from(scan, thing) or _fires(scan, thing):
            continue
        position = _position(cues, thing, found)
        if position is None or (
            thing.values.get("kind") in _SHY and position != "object"
        ):
            continue
        found.append(
            scan.make(
                "struck",
                words=(thing.first, thing.last),
                values={"code": thing.code, "name": None, "position": position},
                rule="struck",
                like=thing,
            )
        )
    return found


def _made_plain(scan: Scan, thing: Hit) -> Hit:
    """Give a thing of a shy kind as a plain one where words behind it make it clear.

    A field («حقل») may be one of oil or gas, a site that of a party; what is built for
    fighters («منشآت لحركة …») is a military site.
    """
    if thing.values.get("kind") == "theirs" and _serves_fighters(scan, thing):
        return thing._replace(code="military_site")
    back = thing.values.get("kind") == "back" and "the" not in thing.means
    if back and thing.code == "military_site" and _is_owned(scan, thing):
        return thing._replace(values={**thing.values, "kind": ""})
    if thing.code != "farmland" or thing.values.get("kind") not in _SHY:
        return thing
    behind = range(thing.last, min(len(scan.tokens), thing.last + FUEL_REACH))
    if not any(h.code == "fuel" for at in behind for h in scan.at(at, "struck_cues")):
        return thing
    return thing._replace(code="oil_facility", values={**thing.values, "kind": ""})


def _named(scan: Scan) -> list[Hit]:
    """Give the settlements, each from its head noun on: what follows is its name."""
    found = []
    for place in scan.of("place"):
        for at in range(place.first, place.last):
            heads = scan.at(at, "place_heads")
            if any(_is_settlement(h) for h in heads):
                found.append(place._replace(first=at))
                break
    return found


def _is_settlement(head: Hit) -> bool:
    one = head.values["count"] == "one"
    return head.code in SETTLEMENTS and one and not head.suffix


def _is_one(scan: Scan, thing: Hit) -> bool:
    """Say whether words of a shy kind name a thing: «المبنى» points back, «أهداف» owned."""
    kind = thing.values.get("kind")
    if kind == "owned":
        return _is_owned(scan, thing)
    if kind == "armour":
        return is_disabled(thing, scan)
    return not (kind in {"back", "bare"} and "the" in thing.means)


def _is_a_person(scan: Scan, thing: Hit) -> bool:
    """Say whether a word that is a trade too is of one who was harmed: «مقتل المزارع»."""
    traded = any(h.last == thing.last for h in scan.at(thing.first, "groups"))
    return traded and any(
        h.last == thing.first and h.code in _TO_PEOPLE for h in scan.of("outcomes")
    )


def _is_launched_from(scan: Scan, thing: Hit) -> bool:
    """Say whether who struck stood there: «المتمركزة في معسكر …»."""
    return any(
        h.code == "launched" and h.last == thing.first for h in scan.of("place_words")
    )


def _fires(scan: Scan, thing: Hit) -> bool:
    """Say whether a ship did what a verb before it tells: «قصفت زوارق حربية …»."""
    return thing.code == "ship" and any(
        attack.first < thing.first < attack.last
        for attack in scan.of("attack")
        if attack.code == "naval_bombardment" and attack.values["part"] == "verb"
    )


def _is_owned(scan: Scan, thing: Hit) -> bool:
    """Say whether a party follows a thing as whose it is: «موقعا للفصائل»."""
    return any(
        scan.at(at, "actors") or scan.at(at, "nationalities")
        for at in range(thing.last, min(len(scan.tokens), thing.last + OWNER_REACH))
    )


def _serves_fighters(scan: Scan, thing: Hit) -> bool:
    """Say whether a thing is said to belong to a party that is no government."""
    return any(
        "for" in h.means and not str(h.code).endswith("_government")
        for at in range(thing.last, min(len(scan.tokens), thing.last + OWNER_REACH))
        for h in scan.at(at, "actors")
    )


def _position(cues: Cues, thing: Hit, found: list[Hit]) -> str | None:
    suffers = _suffers(cues, thing) or cues.is_told_of(thing.last)
    if suffers or _is_shot_at(cues.scan, thing):
        return "object"
    at, near = _nearest(cues, thing)
    code = near[0] if near is not None else ""
    if code in {"by", "landmark", "transfer", "carriage", "speech"}:
        return None
    if _is_subject(cues, thing, code):
        return "object"
    if cues.carries_away(thing.last):
        return None
    if code == "among" or "and" in thing.means:
        joined = _like_the_last(thing, found)
        if joined is not None and thing.values.get("kind") not in _SHY:
            return joined
    link = _link(thing, code)
    start = near[1].first if near is not None and code in _LINKS else at
    return _by_verb(cues, thing, found, link=link, start=start)


def _nearest(cues: Cues, thing: Hit) -> tuple[int, tuple[str, Hit] | None]:
    """Give the cue right before a thing, words of number passed."""
    at = thing.first
    near = cues.before(at)
    while near is not None and near[0] == "quantity":
        if cues.scan.tokens[at].gap >= BRACKET:
            break
        at = near[1].first
        near = cues.before(at)
    if near is None and cues.subject_first:
        at, near = _over_adjectives(cues, at)
    if near is not None and cues.scan.tokens[at].gap >= COLON:
        near = None
    return at, near


def _over_adjectives(cues: Cues, at: int) -> tuple[int, tuple[str, Hit] | None]:
    """``on the old stone school``: step over what stands before its noun."""
    for back in range(at - 1, max(0, at - ADJECTIVES) - 1, -1):
        if cues.scan.tokens[back + 1].gap >= COMMA:
            break
        near = cues.before(back)
        if near is not None and near[0] == "quantity":
            near = cues.before(near[1].first)
        if near is not None:
            return back, near
    return at, None


def _suffers(cues: Cues, thing: Hit) -> bool:
    """«تعرضت سيارة لقصف»، ``the house was hit``: the attack follows its victim."""
    for back in (thing.first, thing.first - 1):
        near = cues.before(back)
        if near is not None and near[0] == "suffers":
            behind = cues.back(near[1].first, LIST_REACH)
            if behind is not None and behind[0] == "attack":
                return True  # «الغارات التي تعرضت لها المشافي»
            return "attack" in cues.ahead(thing.last, AFTER_REACH)
    return "struck_after" in cues.ahead(thing.last, LEAVES_REACH)


def _is_subject(cues: Cues, thing: Hit, code: str) -> bool:
    """«السوق والأحياء في مدينة … تعرضت لقصف»: the verb comes after what suffers it."""
    if code not in {"", "among", "barrier"} or thing.means - _SUBJECTS:
        return False
    for at in range(thing.last, min(thing.last + HIT_LATER, len(cues.scan.tokens))):
        if cues.scan.tokens[at].gap >= COMMA or "barrier" in cues.ahead(at, 1):
            return False
        suffers = {
            h.last for h in cues.scan.at(at, "struck_cues") if h.code == "suffers"
        }
        if suffers:
            return "attack" in cues.ahead(max(suffers), SUFFERS_REACH)
    return False


def _is_shot_at(scan: Scan, thing: Hit) -> bool:
    """«قتل سبعة متظاهرين برصاص …»: those who are counted had gathered."""
    if thing.code != "gathering" or thing.last - thing.first > 1:
        return False
    counted = any(
        h.first < thing.first < h.last and h.values["low"] != 1
        for h in scan.of("casualty")
    )
    return counted and any(h.code == "shooting" for h in scan.of("attacks"))


def _link(thing: Hit, code: str) -> str:
    """Name what ties a thing to the words before it."""
    for meaning in ("and", "for", "in"):
        if meaning in thing.means:
            return meaning
    return code or "bare"


def _like_the_last(thing: Hit, found: list[Hit]) -> str | None:
    """«سوقا ومدرسة»: what is listed shares the position of what stands before it."""
    if found and 0 <= thing.first - found[-1].last <= LIST_REACH:
        return str(found[-1].values["position"] or "") or None
    return None


_TAKES = {"bare", "and", "for", "on", "of", "attack", "hits"}
_BY_LINK = {
    "attack": dict.fromkeys(_TAKES, "object") | {"in": "in"},
    "hits": dict.fromkeys(_TAKES, "object") | {"in": "in"},
    "falls": {"on": "object", "in": "in"},
    "damage": dict.fromkeys({"bare", "for", "in", "and", "of", "damage"}, "damaged"),
}
"""What a thing is, by the governing word and by what ties it to that word."""


def _by_verb(
    cues: Cues, thing: Hit, found: list[Hit], *, link: str, start: int
) -> str | None:
    governor = cues.back(start, REACH)
    if governor is None:
        return None
    code, hit, distance = governor
    position = _BY_LINK.get(code, {}).get(link)
    if position is None or _too_far(thing, code, hit, link=link, distance=distance):
        return None
    if link in {"in", "on"} and _has_object(found, hit):
        return None
    if position == "in" and _only_lies_there(cues.scan, thing, hit, distance=distance):
        return None
    return None if _spares(hit, thing, link) else position


def _only_lies_there(scan: Scan, thing: Hit, hit: Hit, *, distance: int) -> bool:
    """Say whether people were there when it struck, or lie there since.

    «مواجهات في مخيم …», «برصاص قناص أثناء عمله في أرضه», «لا يزالون في المستشفيات».
    """
    if thing.code == "hospital":
        return distance > SHY_REACH
    if hit.code not in ON_PEOPLE:
        return False
    named = any(
        p.first <= thing.first and thing.last < p.last for p in scan.of("place")
    )
    return thing.code == "farmland" or (thing.code == "camp" and named)


def _spares(hit: Hit, thing: Hit, link: str) -> bool:
    """Say whether an attack of this kind does not strike such a thing so."""
    if hit.code == "shooting" and link in {"attack", "bare"}:
        return True
    if hit.code in WITH_VEHICLES and thing.code == "vehicle" and "in" in thing.means:
        return True
    if hit.code == "raid" and thing.code == "camp":
        return True  # «اقتحام مخيم …»
    return hit.code == "raid" and thing.values.get("kind") == "unit"


def _too_far(thing: Hit, code: str, hit: Hit, *, link: str, distance: int) -> bool:
    if thing.values.get("kind") in _SHY:
        return distance > SHY_REACH or link in {"and", "in"} or _only_where(thing, link)
    if code == "damage":
        return distance > DAMAGE_REACH
    # «قصف مدفعية … مشفى»: a noun rules at a distance only through another word.
    noun = code == "attack" and hit.values.get("part") == "noun"
    return noun and link == "bare" and distance > DAMAGE_REACH


def _only_where(thing: Hit, link: str) -> bool:
    """«انفجار على طريق …»: a way that follows «على» says where, not what."""
    return thing.values.get("kind") == "way" and link == "on"


def _has_object(found: list[Hit], governor: Hit) -> bool:
    """«سيارة على طريق»: what the attack took is named already."""
    return any(
        f.first >= governor.last and f.values["position"] == "object" for f in found
    )
