"""Actors: armed parties that a sentence names, and where in the deed each stands.

The sheet ``actors`` holds names; an adjective of ``nationalities`` names an actor only
beside a word for a force, an attack or its means («غارة إسرائيلية»). A name that
several parties bear («التحالف») is given to one of them only where the report itself
names what the row ``needs``: a theatre of war or another actor. Otherwise it is left.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from tawthiq.find.actors.nationalities import (
    ends_a_name,
    has_crashed,
    is_a_land,
    is_coordinated,
    is_of_make,
    shares_a_head,
)
from tawthiq.find.actors.positions import positions
from tawthiq.find.actors.words import Mention
from tawthiq.lang.language import Language, load_language
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.fold import Folder
from tawthiq.text.tokens import COMMA

KEPT = 50_000
"""Words whose weight is kept; all are let go when there are more."""

NAMED_OUTRIGHT = 3
"""How much more a party named in full says than a town of its war."""

REACH = 3
"""Words between a nationality and the force or attack that it describes."""

ELSEWHERE = "elsewhere"
"""What a row ``needs`` that holds where no theatre of war known to the pack is told."""

HEADS = {"force", "fire", "patrol"}

OF_VICTIMS = {"abduction_detention", "execution", "custody_death", "siege_deprivation"}
"""Attack nouns beside which a nationality is that of the victims."""


def find_actors(scan: Scan, language: Language) -> list[Hit]:
    """Give the armed parties that a sentence names.

    Args:
        scan: the sentence; the sheets ``actors``, ``nationalities``, ``actor_cues``,
            ``attacks``, ``weapons``, ``struck_objects``, ``reporting`` are read.
        language: the pack.

    Returns:
        Hits of the sheet ``actor`` with ``code``, ``name`` and ``position``: agent,
        clash, accused, negated, target, victim, speaker, control, backer or None.
    """
    mentions = sorted(_mentions(scan, language), key=lambda m: m.first)
    found = []
    for mention, position in positions(scan, _apart(scan, mentions), language.settings):
        if mention.anybody and position is None:
            continue
        values = {
            "code": mention.code,
            "name": scan.text[mention.hit.start : scan.tokens[mention.last - 1].end],
            "position": position,
        }
        found.append(
            scan.make(
                "actor",
                words=(mention.first, mention.last),
                values=values,
                rule=mention.rule,
                like=mention.hit,
            )
        )
    return found


def _apart(scan: Scan, mentions: list[Mention]) -> list[Mention]:
    """Of mentions that overlap keep the longer, then the later: «… of the Army of …»."""
    kept: list[Mention] = []
    for mention in mentions:
        if kept and _is_men_of(scan, kept[-1], mention):
            kept[-1] = kept[-1]._replace(last=mention.last)
            continue
        if kept and mention.first < kept[-1].last:
            longer = mention.last - mention.first >= kept[-1].last - kept[-1].first
            better = kept[-1].rule == "nationalities" or (
                longer and mention.rule == "actors"
            )
            if mention.last > kept[-1].last and better:
                kept[-1] = mention
            continue
        kept.append(mention)
    return kept


def _is_men_of(scan: Scan, party: Mention, men: Mention) -> bool:
    """Say whether words for armed men only say what a party's are: ``Dawn terrorists``."""
    beside = men.first == party.last and scan.tokens[men.first].between == " "
    named = party.rule == men.rule == "actors" and party.code != "unidentified"
    return beside and named and men.code == "unidentified" and not men.hit.means


def _mentions(scan: Scan, language: Language) -> Iterator[Mention]:
    yield from _named(scan, language)
    for hit in scan.of("nationalities"):
        if any(h.last == hit.last for h in scan.at(hit.first, "actors")):
            continue
        lower = hit.values["kind"] == "upper" and not _in_capitals(scan, hit)
        if not hit.code or lower or is_of_make(scan, hit) or ends_a_name(scan, hit):
            continue
        if is_a_land(scan, hit) or has_crashed(scan, hit):
            continue
        head = _described(scan, hit, language.settings)
        if head is not None:
            first = min(head.first, hit.first)
            like = head if head.first < hit.first else hit
            verb = head.sheet == "attacks" and head.values.get("part") == "verb"
            if verb or head.code == "patrol" or shares_a_head(scan, hit, head):
                first, like = hit.first, hit
            yield Mention(
                code=hit.code,
                first=first,
                last=hit.last
                if is_coordinated(scan, hit, head)
                else max(hit.last, head.last),
                hit=like,
                rule="nationalities",
                head=head.sheet if head.sheet != "actor_cues" else "force",
            )


def _named(scan: Scan, language: Language) -> Iterator[Mention]:
    rivals: dict[tuple[int, int], list[Hit]] = {}
    for hit in scan.of("actors"):
        if hit.values.get("the") == "yes" and "the" not in hit.means:
            continue
        if hit.values.get("case") == "upper" and not _in_capitals(scan, hit):
            continue
        rivals.setdefault((hit.first, hit.last), []).append(hit)
    for (first, last), hits in rivals.items():
        chosen = _settled(hits, scan.text, language)
        if chosen is not None:
            yield Mention(
                code=chosen.code,
                first=first,
                last=_with_adjective(scan, first, last),
                hit=chosen,
                rule="actors",
                head="",
            )


def _with_adjective(scan: Scan, first: int, last: int) -> int:
    """«قوات النظام» السوري: the nationality behind a name is part of it; a land is not."""
    if last >= len(scan.tokens) or scan.tokens[last].gap >= COMMA:
        return last
    charged = any(h.code == "accuse" for h in scan.at(first - 1, "actor_cues"))
    lands = {h.last for h in scan.at(last, "countries") if not h.means - {"the"}}
    ends = [
        h.last
        for h in scan.at(last, "nationalities")
        if h.means <= {"the"}
        and (h.last not in lands or ("the" in h.means and not charged))
    ]
    return max(ends, default=last)


def _in_capitals(scan: Scan, hit: Hit) -> bool:
    """«IS» and «is» fold to one word; the party is written in capitals."""
    return not scan.shouted and scan.text[hit.start : hit.end].isupper()


def _settled(hits: list[Hit], text: str, language: Language) -> Hit | None:
    """Choose the party that the report speaks of; None where it does not tell."""
    sure = [h for h in hits if not h.values.get("needs")]
    if sure:
        return sure[0]
    context = _context(text, language.name)
    if _theatres(language.name).isdisjoint(context):
        return next((h for h in hits if h.values["needs"] == ELSEWHERE), None)
    scored = []
    for hit in hits:
        needs = str(hit.values["needs"]).split()
        scored.append((sum(context[n] for n in needs), hit))
    top = max(score for score, _ in scored)
    best = [hit for score, hit in scored if score == top]
    return best[0] if top > 0 and len({h.code for h in best}) == 1 else None


@cache
def _theatres(name: str) -> frozenset[str]:
    """Give the theatres of war that a pack knows."""
    return frozenset(e.code for e in load_language(name).sheets.get("theatres", ()))


@lru_cache(maxsize=4)
def _context(text: str, name: str) -> Mapping[str, int]:
    """Count the theatres of war and the parties named outright in a whole report.

    None that it does not name is there.
    """
    folded = text.translate(_letters(name))
    _, phrases = _context_words(name)
    weights = map(_weights(name).__getitem__, _WORD.findall(folded))
    counts: Counter[str] = Counter()
    for (code, weight), times in Counter(filter(None, weights)).items():
        counts[code] += weight * times
    # A phrase can only stand where the letters round its first space do.
    for seam in phrases.keys() & _seams(folded):
        for form, (code, weight_of_one) in phrases[seam].items():
            if form in folded:
                counts[code] += weight_of_one * folded.count(form)
    return counts


class _WordWeights(dict[str, tuple[str, int] | None]):
    """What each word tells of the theatre, and how much; learnt as words are met."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._words, _ = _context_words(name)
        self._stems = load_language(name).affixes.stems

    def __missing__(self, word: str) -> tuple[str, int] | None:
        if len(self) > KEPT:
            self.clear()
        found = (self._words.get(s.text) for s in self._stems(word))
        weight = self[word] = next(filter(None, found), None)
        return weight


@cache
def _weights(name: str) -> _WordWeights:
    return _WordWeights(name)


_WORD = re.compile(r"[^\W\d_]+")
_Weights = dict[str, tuple[str, int]]
_Seam = tuple[str, str]
WIDE, NARROW = (3, 4), 2
"""Letters before and behind a seam: «ال» behind one tells little."""


class _Letters(dict[int, str]):
    """Maps each letter to what a pack folds it to; learnt as letters are met."""

    def __init__(self, folder: Folder) -> None:
        super().__init__()
        self._folder = folder

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        folded = self._folder.key(letter) or (" " if letter.isspace() else "")
        self[code] = folded
        return folded


@cache
def _letters(name: str) -> _Letters:
    return _Letters(load_language(name).folder)


@lru_cache(maxsize=4)
def _context_words(name: str) -> tuple[_Weights, dict[_Seam, _Weights]]:
    """Give the words and the phrases that tell a report's theatre, with their weight.

    Phrases are sorted by the seam of their first two words (`_seam`).
    """
    language = load_language(name)
    words: _Weights = {}
    phrases: _Weights = {}
    for entry in language.sheets.get("theatres", ()):
        (phrases if " " in entry.form else words)[entry.form] = (entry.code, 1)
    for entry in language.sheets.get("actors", ()):
        told = entry.cells.get("case") not in {"upper", "by"}
        if told and not entry.cells.get("needs"):
            kept = phrases if " " in entry.form else words
            kept.setdefault(entry.form, (entry.code, NAMED_OUTRIGHT))
    seams: dict[_Seam, _Weights] = {}
    for form, weight in phrases.items():
        before, after, *_ = form.split(" ")
        seams.setdefault(_seam(before, after), {})[form] = weight
    return words, seams


def _seam(before: str, after: str) -> _Seam:
    """Give three letters before a space and four behind it; fewer of shorter words."""
    if len(before) >= WIDE[0] and len(after) >= WIDE[1]:
        return before[-WIDE[0] :], after[: WIDE[1]]
    width = min(len(before), len(after), NARROW)
    return before[-width:], after[:width]


_SEAM = re.compile(r"([^ ]{1,3}) (?=([^ ]{1,4}))")
"""The letters round a space, three before and four behind it where there are as many."""


def _seams(folded: str) -> set[_Seam]:
    """Give what `_seam` may give for a phrase that stands in a text.

    A phrase may begin and end inside a word of the text, so all widths are given.
    """
    wide = set(_SEAM.findall(folded))
    narrow = {(before[-NARROW:], after[:NARROW]) for before, after in wide}
    return wide | narrow | {(before[-1:], after[:1]) for before, after in narrow}


def _described(scan: Scan, hit: Hit, settings: Mapping[str, str]) -> Hit | None:
    """Give the force, attack or weapon that a nationality describes."""
    at = hit.first
    around = [h for h in scan.of("attacks") if h.first < at < h.last and _is_head(h)]
    if around:  # «عدوان إسرائيلي» is an attack's name
        return around[0]
    if settings.get("speech_order") == "subject_first":
        guesses = [h for h in _ending(scan, at) if h.code == "guess"]
        if not guesses:
            return _described_after(scan, hit)
        at = guesses[0].first
    for _ in range(REACH):
        if at == 0 or scan.tokens[at].gap >= COMMA:
            return None
        before = _ending(scan, at)
        head = next((h for h in before if _is_head(h)), None)
        if head is not None:
            return head
        passed = [h for h in before if _is_passed(h)]
        if not passed:
            return None
        at = min(h.first for h in passed)
    return None


def _described_after(scan: Scan, hit: Hit) -> Hit | None:
    """The same where the adjective stands before its noun, as in English."""
    at = hit.last
    for _ in range(REACH):
        if at >= len(scan.tokens) or scan.tokens[at].gap >= COMMA:
            return None
        after = [h for s in _SHEETS for h in scan.at(at, s)]
        head = next((h for h in after if _is_head(h)), None)
        if head is not None:
            return head
        passed = [h for h in after if _is_passed(h) or _is_listed(h)]
        if not passed:
            return None
        at = max(h.last for h in passed)
    return None


_SHEETS = ("actor_cues", "attacks", "weapons", "nationalities", "actors")


def _ending(scan: Scan, at: int) -> list[Hit]:
    """Give the hits that end before the word ``at``, longest first."""
    found = [
        h
        for first in range(max(0, at - REACH), at)
        for s in _SHEETS
        for h in scan.at(first, s)
        if h.last == at
    ]
    return sorted(found, key=lambda h: h.first)


_DESCRIBING = {"adjective", "joined", "dialect"}
"""Kinds of weapon words that describe another noun: «القصف المدفعي الروسي»."""


def _is_head(hit: Hit) -> bool:
    if hit.sheet == "actor_cues":
        return hit.code in HEADS
    if hit.sheet == "attacks":
        noun = hit.values.get("part") == "noun" or hit.last - hit.first > 1
        return (
            noun and hit.code not in OF_VICTIMS
        )  # «شنت الغارة» is a verb with its noun
    return hit.sheet == "weapons" and hit.values.get("kind") not in {
        *_DESCRIBING,
        "mask",
    }


def _is_listed(hit: Hit) -> bool:
    """``Russian and regime warplanes``: another party before the same noun."""
    return hit.code == "and_word" or hit.sheet == "actors"


def _is_passed(hit: Hit) -> bool:
    if hit.sheet == "actor_cues":
        return hit.code == "modifier"
    return hit.sheet == "nationalities" or (
        hit.sheet == "weapons" and hit.values.get("kind") in _DESCRIBING
    )
