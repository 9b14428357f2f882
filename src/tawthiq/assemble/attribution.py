"""Attribution: which events of a report each of its sources vouches for.

A small model (``weigh/weights/attribution.csv``) weighs each speaker for each event, by
structure alone: where the cue stands to the words that tell the event, what else those
sentences tell, who speaks in between. Words take no part.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

from tawthiq.assemble.speakers import Voice, voices
from tawthiq.lang.scan import Scan
from tawthiq.model.event import Attribution
from tawthiq.model.vocabulary import Stance
from tawthiq.weigh.linear import load_model

BAR = 0.0
"""Log-odds above which a speaker vouches for an event."""

NEAR = 2
"""Sentences that count as near."""


class Stretch(Protocol):
    """Words that tell an event: ``start`` and ``end`` are offsets in the report."""

    @property
    def sentence(self) -> int:
        """Give the number of the sentence among those scanned."""

    @property
    def start(self) -> int:
        """Give where it begins."""

    @property
    def end(self) -> int:
        """Give where it ends."""


class Candidate(NamedTuple):
    """A voice with what speaks for and against its vouching for an event."""

    voice: Voice
    features: dict[str, float]


def attributions_of(
    events: Sequence[Sequence[Stretch]], scans: Sequence[Scan]
) -> list[tuple[Attribution, ...]]:
    """Say who vouches for each event.

    Args:
        events: for each event the stretches that tell it, in the order of the report.
        scans: the sentences of the report with the sources found in them.

    Returns:
        For each event its attributions, in the order of the report; the same speaker
        once, named in full.
    """
    heard = voices(scans)
    model = load_model("attribution")
    return [
        tuple(
            _attribution(voice)
            for voice in _chosen(
                (model.log_odds(c.features), c.voice)
                for c in candidates(number, events, heard)
            )
        )
        for number in range(len(events))
    ]


def candidates(
    number: int, events: Sequence[Sequence[Stretch]], heard: Sequence[Voice]
) -> list[Candidate]:
    """Weigh every voice of a report for one of its events.

    Args:
        number: the event's place in ``events``.
        events: the stretches of all events.
        heard: the voices of the report, in order.
    """
    others = {s.sentence for i, e in enumerate(events) if i != number for s in e}
    alone = len(events) == 1
    return [
        Candidate(voice, _evidence(voice, events[number], heard, others=others, alone=alone))
        for voice in heard
    ]


def _evidence(
    voice: Voice,
    event: Sequence[Stretch],
    heard: Sequence[Voice],
    *,
    others: set[int],
    alone: bool,
) -> dict[str, float]:
    own = {s.sentence for s in event}
    parts = {"bias": 1.0}
    if voice.sentence in own:
        inside = any(_says(voice, s) for s in event if s.sentence == voice.sentence)
        parts["in_scope" if inside else "beside_scope"] = 1.0
    else:
        parts |= _distance(voice, own)
        if voice.sentence in others:
            parts["of_another"] = 1.0
        if any(v.sentence in own and v.named != voice.named for v in heard):
            parts["other_speaker"] = 1.0
        if any(voice.scan.segment.paragraph == p for p in _paragraphs(event)):
            parts["same_paragraph"] = 1.0
    if alone:
        parts["only_event"] = 1.0
    return parts | _manner(voice)


def _paragraphs(event: Sequence[Stretch]) -> set[int]:
    return {
        s.scan.segment.paragraph for s in event if isinstance(getattr(s, "scan", None), Scan)
    }


def _distance(voice: Voice, own: set[int]) -> dict[str, float]:
    """Say how far a voice stands from the sentences that tell the event."""
    away = min((voice.sentence - s for s in own), key=abs, default=0)
    if away == 1:
        return {"next": 1.0}
    if away > 1:
        return {"after_next" if away <= NEAR else "long_after": 1.0}
    return {"before" if away >= -NEAR else "long_before": 1.0}


def _manner(voice: Voice) -> dict[str, float]:
    rule = voice.hit.rule
    named = {
        "trails": rule.endswith("_backward"),
        "goes_on": rule == "goes_on",
        "label": rule == "label",
        "signature": rule in {"signature", "account"},
    }
    return {name: 1.0 for name, holds in named.items() if holds}


def _says(voice: Voice, stretch: Stretch) -> bool:
    """Say whether what a voice says covers words that tell the event."""
    start, end = voice.scope
    return start < stretch.end and stretch.start < end


def _chosen(weighed: Iterable[tuple[float, Voice]]) -> Iterator[Voice]:
    """Give the speakers that vouch, each once, by the voice that weighs most."""
    best: list[Voice] = []
    for score, voice in sorted(weighed, key=lambda w: -w[0]):
        if score > BAR and not any(_same(voice, other) for other in best):
            best.append(voice)
    yield from sorted(best, key=lambda v: (v.named.start, v.kind))


def _same(one: Voice, other: Voice) -> bool:
    """Say whether two voices are one speaker with one stance."""
    if one.kind != other.kind:
        return False
    if one.hit.rule == "signature":
        return True
    alike = one.named.start == other.named.start or one.folded == other.folded
    return alike and one.vouches == other.vouches


def _attribution(voice: Voice) -> Attribution:
    named = voice.named
    channel, via = voice.hit.values["channel"], voice.hit.values["via"]
    return Attribution(
        name=str(named.values["name"]),
        kind=voice.kind,
        channel=str(channel) if channel else None,
        stance=Stance(voice.vouches),
        via=str(via) if via else None,
        span=voice.named_in.span(named.start, named.end),
        rule=voice.hit.rule,
    )
