"""Fit "this source vouches for this event".

    python training/attribution.py [seen|opened|all] [--write]

``opened`` (the default) is the part of the gold that may be read while rules are
written. Prints the figures on folds cut by cluster of near-duplicate texts; ``--write`` writes
``src/tawthiq/weigh/weights/attribution.csv``. The events are those that the reader
makes, each with the gold's event that the scorer aligns it with: weights learned from
the gold's own events trust the tellings more than the reader's deserve. For an event
that is none of the gold's nobody vouches.
"""

import sys
from typing import Any

import fit
from fit import Example
from labels import Labelled, labelled, material

from tawthiq.assemble.attribution import candidates, manners_of
from tawthiq.assemble.events import assemble
from tawthiq.assemble.headlines import share_out
from tawthiq.assemble.joining import join
from tawthiq.assemble.speakers import Voice, voices
from tawthiq.model.reading import Origin, Reading
from tawthiq.model.reading_format import reading_to_dict

PARTS = {"seen": ("seen",), "opened": ("seen", "late"), "all": ("all",)}

PENALTY = 10.0
"""Chosen on folds: sources are few, and smaller weights hold better for new reports."""

SCORER = material.scorer("score_reading")


def examples(found: Labelled) -> list[Example]:
    """Give an example for each voice of a report against each of its events."""
    clusters = share_out(join(found.tellings, found.scans))
    events = [c.tellings for c in clusters]
    heard = [v for v in voices(found.scans) if not v.hit.rule.startswith("meets")]
    manners = manners_of(events, heard)
    return [
        Example(
            c.features,
            gold is not None and _vouches(c.voice, gold["attribution"]),
            found.cluster,
        )
        for number, gold in enumerate(_aligned(found))
        for c in candidates(number, events, heard, manners=manners)
    ]


def _aligned(found: Labelled) -> list[dict[str, Any] | None]:
    """Give, for each event that is read, the gold's event that it is."""
    reading = Reading(
        report=found.report,
        events=assemble(found.scans, published=found.report.published),
        statements=(),
        origin=Origin(code="", pack={}, codebook=""),
    )
    read: Any = reading_to_dict(reading)["events"]
    pairs, _, _ = SCORER.align(found.gold, read)
    return [next((g for g, r in pairs if r is event), None) for event in read]


def _vouches(voice: Voice, gold: list[dict[str, str]]) -> bool:
    named = voice.named_in.text[voice.named.start : voice.named.end]
    return any(
        SCORER.alike(g["quote"], named) and g["stance"] == voice.vouches for g in gold
    )


def main() -> None:
    """Fit, print, write."""
    part = next((a for a in sys.argv[1:] if a in PARTS), "opened")
    made = [e for p in PARTS[part] for f in labelled(p) for e in examples(f)]
    fit.report(made, "attribution")
    weights = fit.fit(made, penalty=PENALTY)
    if "--write" in sys.argv:
        fit.write(
            "attribution", weights, made, says="Does a source vouch for an event?"
        )
    print(sorted(weights.items(), key=lambda p: -abs(p[1])))


if __name__ == "__main__":
    main()
