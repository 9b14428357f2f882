"""Attribution: which events of a report each of its sources vouches for.

A small model (``weigh/weights/attribution.csv``) weighs each speaker for each event, by
structure alone: where the cue stands to the words that tell the event, what else those
sentences tell, who speaks in between. Words take no part.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tawthiq.assemble.speakers import Voice, is_generic, voices
from tawthiq.assemble.telling import Telling
from tawthiq.lang.scan import Scan
from tawthiq.model.event import Attribution
from tawthiq.model.span import Span
from tawthiq.model.vocabulary import Stance
from tawthiq.weigh.linear import load_model

BAR = 0.0
"""Log-odds above which a speaker vouches for an event."""

NEAR = 2
"""Sentences that count as near."""

MANY = 6
"""Number from which more events, or more speakers, make no difference."""

OUTLETS = frozenset({"media", "journalist"})
PARTIES = frozenset({"military", "armed_group", "official"})
WITNESSING = frozenset(
    {"witness", "medical", "civil_defence", "local_source", "activist", "relative"}
)
"""Kinds that speak of what they saw or treated: seldom of policy, as the others do."""


class Candidate(NamedTuple):
    """A voice with what speaks for and against its vouching for an event."""

    voice: Voice
    features: dict[str, float]


def attributions_of(
    events: Sequence[Sequence[Telling]], scans: Sequence[Scan]
) -> list[tuple[Attribution, ...]]:
    """Say who vouches for each event.

    Args:
        events: for each event its tellings, in the order of the report.
        scans: the sentences of the report with the sources found in them.

    Returns:
        For each event its attributions, in the order of the report; the same speaker
        once, named in full.
    """
    heard = [v for v in voices(scans) if not v.hit.rule.startswith("meets")]
    model = load_model("attribution")
    manners = manners_of(events, heard)
    return [
        tuple(
            _attribution(voice)
            for voice in _chosen(
                (model.log_odds(c.features), c.voice)
                for c in candidates(number, events, heard, manners=manners)
            )
        )
        for number in range(len(events))
    ]


def disowners_of(scans: Sequence[Scan]) -> frozenset[Span]:
    """Give the speakers who deny their part in an attack, and never the attack.

    Args:
        scans: the sentences of the report with the sources found in them.

    Returns:
        Where each is named, as in an attribution.
    """
    denials: dict[Span, bool] = {}
    for voice in voices(scans):
        if voice.vouches == Stance.DENIES:
            span = voice.named_in.span(voice.named.start, voice.named.end)
            mild = bool(voice.hit.values.get("disowns"))
            denials[span] = mild and denials.get(span, True)
    return frozenset(span for span, mild in denials.items() if mild)


def manners_of(
    events: Sequence[Sequence[Telling]], heard: Sequence[Voice]
) -> list[dict[str, float]]:
    """Give what is weighed of each voice of a report for all of its events alike."""
    shared = _report(events, heard)
    return [shared | _manner(voice) for voice in heard]


def candidates(
    number: int,
    events: Sequence[Sequence[Telling]],
    heard: Sequence[Voice],
    *,
    manners: Sequence[Mapping[str, float]],
) -> list[Candidate]:
    """Weigh every voice of a report for one of its events.

    Args:
        number: the event's place in ``events``.
        events: the tellings of all events.
        heard: the voices of the report, in order.
        manners: what `manners_of` gave of them.
    """
    event = events[number]
    own = {t.sentence for t in event}
    others = {t.sentence for i, e in enumerate(events) if i != number for t in e}
    return [
        Candidate(
            voice,
            {
                **manner,
                **(
                    _inside(voice, event, others)
                    if voice.sentence in own
                    else _outside(voice, own, others)
                    | _rivals(voice, own, heard)
                    | _paragraph(voice, event)
                ),
            },
        )
        for voice, manner in zip(heard, manners, strict=True)
    ]


def _report(
    events: Sequence[Sequence[Telling]], heard: Sequence[Voice]
) -> dict[str, float]:
    """Give what holds for the whole report: how much it tells and who speaks."""
    speakers = len({v.named.start for v in heard})
    return {
        "bias": 1.0,
        "only_event": float(len(events) == 1),
        "events": min(len(events), MANY) / MANY,
        "only_speaker": float(speakers == 1),
        "speakers": min(speakers, MANY) / MANY,
    }


def _inside(
    voice: Voice, event: Sequence[Telling], others: set[int]
) -> dict[str, float]:
    """Say how a voice stands to an event that its own sentence tells."""
    here = [t for t in event if t.sentence == voice.sentence]
    covers = any(_says(voice, t) for t in here)
    return {
        "in_scope": float(covers),
        "beside_scope": float(not covers),
        "shared_sentence": float(voice.sentence in others),
        "trails": float(voice.hit.rule.endswith("_backward")),
        "first_telling": float(event[0].sentence == voice.sentence),
    }


def _outside(voice: Voice, own: set[int], others: set[int]) -> dict[str, float]:
    """Say how far a voice stands from the sentences that tell the event."""
    away = min((voice.sentence - s for s in own), key=abs, default=0)
    rival = min((abs(voice.sentence - s) for s in others), default=MANY)
    found = {
        "of_another": float(voice.sentence in others),
        "another_nearer": float(rival < abs(away)),
        "tells_harm": float(bool(voice.scan.of("casualty") or voice.scan.of("attack"))),
        "trails_elsewhere": float(voice.hit.rule.endswith("_backward")),
    }
    if away > 0:
        where = "next" if away == 1 else "after_next" if away <= NEAR else "long_after"
    else:
        where = "before" if away >= -NEAR else "long_before"
    return found | {where: 1.0}


def _rivals(voice: Voice, own: set[int], heard: Sequence[Voice]) -> dict[str, float]:
    """Say whether other voices stand in the event's sentences or between."""
    inside = any(v.sentence in own and v.named != voice.named for v in heard)
    low, high = min(own), max(own)
    between = any(
        high < v.sentence < voice.sentence or voice.sentence < v.sentence < low
        for v in heard
        if v.named != voice.named
    )
    return {"other_inside": float(inside), "other_between": float(between)}


def _paragraph(voice: Voice, event: Sequence[Telling]) -> dict[str, float]:
    own = {t.scan.segment.paragraph for t in event}
    return {"same_paragraph": float(voice.scan.segment.paragraph in own)}


def _manner(voice: Voice) -> dict[str, float]:
    """Give how a voice speaks, and what kind of source it is."""
    rule, stance = voice.hit.rule, str(voice.hit.values["stance"])
    return {
        "goes_on": float(rule == "goes_on"),
        "label": float(rule == "label"),
        "signature": float(rule in {"signature", "account"}),
        "demands": float(stance in {"demands", "announces"}),
        "against": float(stance in {"denies", "doubts"}),
        "outlet": float(voice.kind in OUTLETS),
        "party": float(voice.kind in PARTIES),
        "fighters": float(voice.kind == "armed_group"),
        "witnessing": float(voice.kind in WITNESSING),
        "monitor": float(voice.kind == "monitor_ngo"),
        "un": float(voice.kind == "un"),
        "unnamed": float(voice.kind == "unnamed"),
        "unknown": float(voice.kind == "other"),
        "headline": float(voice.scan.segment.kind == "headline"),
    }


def _says(voice: Voice, telling: Telling) -> bool:
    """Say whether what a voice says covers words that tell the event."""
    start, end = voice.scope
    return start < telling.end and telling.start < end


def _chosen(weighed: Iterable[tuple[float, Voice]]) -> Iterator[Voice]:
    """Give the speakers that vouch, each once, by the voice that weighs most.

    A signature and a mere word for a speaker give way to a name.
    """
    vouching = [(score, voice) for score, voice in weighed if score > BAR]
    best: list[Voice] = []
    for _, voice in sorted(vouching, key=lambda w: (_is_shadow(w[1]), -w[0])):
        if not any(_same(voice, other) for other in best):
            best.append(voice)
    yield from sorted(best, key=lambda v: (v.named.start, v.kind))


def _is_shadow(voice: Voice) -> bool:
    return voice.hit.rule == "signature" or is_generic(voice.named, voice.named_in)


def _same(one: Voice, other: Voice) -> bool:
    """Say whether two voices are one speaker with one stance."""
    if one.kind != other.kind or one.vouches != other.vouches:
        return False
    if _is_shadow(one) or one.named.start == other.named.start:
        return True
    return _holds(one, other) or _holds(other, one)


def _holds(full: Voice, short: Voice) -> bool:
    """Say whether a name holds another: «متحدث باسم الجيش», «الجيش» are one voice.

    A person named beside the body is a voice of his own.
    """
    named, scan, words = full.named, full.named_in, set(short.folded.split())
    if not words <= set(full.folded.split()):
        return False
    offices = [h for h in scan.of("roles") if h.last - h.first > 1]
    return not any(
        scan.at(word, "given_names")
        and scan.tokens[word].word not in words
        and not any(h.first <= word < h.last for h in offices)  # «متحدث باسم»
        for word in range(named.first, named.last)
    )


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
