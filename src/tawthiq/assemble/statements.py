"""Statements: who says what in a report, and which of them contradict each other.

Two statements dispute each other where different speakers say the opposite of the same
thing: their words share enough, and one of them denies or doubts.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tawthiq.assemble.speaker_roles import identity
from tawthiq.assemble.speakers import Voice, voices
from tawthiq.lang.scan import Scan
from tawthiq.model.statement import Speaker, Statement
from tawthiq.model.vocabulary import Stance
from tawthiq.text.tokens import COMMA

SHARED = 3
"""Words that two statements must share to speak of the same thing."""

SHARE = 0.4
"""Part of the shorter statement's words that may stand for that number."""

LEAST = 2
"""Fewest words that two statements must share; most of a denial like «نفى ذلك»."""

OPENING = 16
"""Words of a statement that are compared: what it says first."""

LETTERS = 3
"""Letters of the shortest word that carries content."""

ENDING = 2
"""Letters that an article or ending may add to a word."""

OUTLET = "media"
"""The kind of source that passes on what others say."""

SILENT = frozenset({"signature", "account"})
"""Rules whose sources sign a post and say nothing in particular."""


class Said(NamedTuple):
    """A voice with the outlet it came through."""

    voice: Voice
    via: str | None
    channel: str | None


def statements_of(scans: Sequence[Scan]) -> tuple[Statement, ...]:
    """Give the statements of a report in order, disputes both ways.

    Args:
        scans: the sentences of the report with the sources found in them.
    """
    heard = list(_distinct(voices(scans)))
    said = list(_through(heard))
    against: list[list[int]] = [[] for _ in said]
    for later, earlier in _disputes(said, heard):
        against[later].append(earlier)
        against[earlier].append(later)
    return tuple(
        _statement(number, one, about=_about(one.voice, heard), against=sorted(found))
        for number, (one, found) in enumerate(zip(said, against, strict=True))
    )


def _distinct(heard: Sequence[Voice]) -> Iterator[Voice]:
    """Give each voice once: two kinds of one source are one speaker."""
    seen: set[tuple[int, int]] = set()
    for voice in heard:
        key = (voice.hit.start, voice.cue[0])
        if voice.hit.rule not in SILENT and key not in seen:
            seen.add(key)
            yield voice


def _through(listed: Sequence[Voice]) -> Iterator[Said]:
    """Give voices with their outlets: «نقلت وكالة عن مصدر», «بحسب ما نشر موقع»."""
    outlets = [v for v in listed if v.kind == OUTLET]
    speaking = [v for v in listed if v.kind != OUTLET]
    for voice in listed:
        outlet = None
        if voice.kind != OUTLET:
            outlet = next((v for v in outlets if _carried_by(voice, v)), None)
        elif any(_carried_by(other, voice) for other in speaking):
            continue  # it only passes another's words on
        via = voice.hit.values["via"] or _earlier(voice, listed, "via")
        channel = voice.hit.values["channel"] or _earlier(voice, listed, "channel")
        if outlet is not None:
            via = outlet.named.values["name"]
        yield Said(voice, _fuller(via, listed), str(channel) if channel else None)


def _carried_by(voice: Voice, outlet: Voice) -> bool:
    """Say whether the words of a voice, itself no outlet, came through an outlet."""
    if voice.scan is not outlet.scan:
        return False
    if voice.cue == outlet.cue:
        return voice.hit.rule.startswith("relays")
    return outlet.hit.rule.endswith("_backward") and voice.hit.first < outlet.hit.first


def _earlier(voice: Voice, heard: Sequence[Voice], what: str) -> object:
    """Give what an earlier cue of the same speaker says of channel or outlet."""
    for other in heard:
        if other.hit.start >= voice.hit.start:
            return None
        if other.named.start == voice.named.start and other.hit.values[what]:
            return other.hit.values[what]
    return None


def _fuller(via: object, heard: Sequence[Voice]) -> str | None:
    """Give an outlet's name as the report writes it elsewhere, article and all."""
    if not via:
        return None
    short = str(via)
    names = (str(v.hit.values["via"] or "") for v in heard)
    return next((n for n in names if n.endswith(short) and len(n) > len(short)), short)


def _statement(
    number: int, one: Said, *, about: tuple[int, int], against: Sequence[int]
) -> Statement:
    voice = one.voice
    who = identity(voice.named_in, voice.named)
    shown = voice.hit if voice.hit.values["name"] else voice.named
    scan = voice.scan if voice.hit.values["name"] else voice.named_in
    return Statement(
        id=f"s{number + 1}",
        speaker=Speaker(
            name=who.name,
            role=who.role,
            organisation=who.organisation,
            kind=voice.kind,
            span=scan.span(shown.start, shown.end),
        ),
        verb=voice.scan.span(*voice.cue),
        channel=one.channel,
        via=one.via,
        stance=Stance(str(voice.hit.values["stance"])),
        about=voice.scan.span(*about),
        disputes=tuple(f"s{n + 1}" for n in against),
        rule=voice.hit.rule,
    )


def _about(voice: Voice, heard: Sequence[Voice]) -> tuple[int, int]:
    """Give the words reported, up to the next cue of the sentence and what leads to it.

    What trails its report covers other cues: «نشر ناشطون …، بحسب ما أفاد فلان».
    """
    start, end = voice.scope
    if not voice.hit.rule.endswith("_backward"):
        later = [
            min(o.cue[0], o.hit.start)
            for o in heard
            if o.scan is voice.scan and o.hit.first != voice.hit.first
        ]
        end = min([end, *(at for at in later if at > start)])
    words = [
        n for n, t in enumerate(voice.scan.tokens) if start <= t.start and t.end <= end
    ]
    while len(words) > 1 and _leads_on(voice.scan, words[-1]):
        words.pop()
    return start, voice.scan.tokens[words[-1]].end if words else voice.scope[1]


def _leads_on(scan: Scan, at: int) -> bool:
    """Say whether a word leads to the next cue: «وذلك بحسب ما …», «فيما …»."""
    return any(
        h.code in {"relative", "like", "stop", "according", "in", "this"}
        for sheet in ("source_bounds", "reporting")
        for h in scan.at(at, sheet)
    )


def _disputes(
    said: Sequence[Said], heard: Sequence[Voice]
) -> Iterator[tuple[int, int]]:
    """Give the pairs that say the opposite of the same thing, the later first."""
    if not any(_denies(one.voice) for one in said):
        return
    words = [_content(one.voice, heard) for one in said]
    for later, one in enumerate(said):
        for earlier in range(later):
            other = said[earlier]
            if _opposed(one.voice, other.voice) and _same_thing(
                words[later], words[earlier]
            ):
                yield later, earlier
        bare = _denies(one.voice) and _says_this(one.voice, heard)
        if bare and later and said[later - 1].voice.named != one.voice.named:
            yield later, later - 1


def _says_this(voice: Voice, heard: Sequence[Voice]) -> bool:
    """Say whether a statement speaks of what was said before it: «نفى ذلك»."""
    start, end = _about(voice, heard)
    inside = [n for n, t in enumerate(voice.scan.tokens) if start <= t.start < end]
    first = voice.scan.at(inside[0], "source_bounds") if inside else []
    return len(inside) <= LEAST and any(h.code == "this" for h in first)


def _denies(voice: Voice) -> bool:
    return voice.hit.values["polarity"] == "-"


def _opposed(one: Voice, other: Voice) -> bool:
    if _denies(one) == _denies(other):
        return False
    return one.named != other.named and one.folded != other.folded


def _content(voice: Voice, heard: Sequence[Voice]) -> list[str]:
    """Give the words of a statement that carry content, its first clause alone."""
    start, end = _about(voice, heard)
    inside = [(n, t) for n, t in enumerate(voice.scan.tokens) if start <= t.start < end]
    found: list[str] = []
    for n, token in inside[:OPENING]:
        if token.gap >= COMMA and len(found) >= SHARED:
            break
        if len(token.word) >= LETTERS and not _is_function_word(voice.scan, n):
            found.append(token.word)
    return found


def _is_function_word(scan: Scan, at: int) -> bool:
    return any(scan.at(at, sheet) for sheet in ("source_bounds", "reporting", "roles"))


def _same_thing(one: Sequence[str], other: Sequence[str]) -> bool:
    shared = sum(any(_alike(w, v) for v in other) for w in one)
    least = min(len(one), len(other))
    return shared >= SHARED or (shared >= LEAST and shared >= SHARE * least)


def _alike(one: str, other: str) -> bool:
    """Say whether two words are one, an article or an ending apart."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if len(long) - len(short) > ENDING:
        return False
    return long.endswith(short) or long.startswith(short)
