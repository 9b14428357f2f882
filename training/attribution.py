"""Fit "this source vouches for this event".

    python training/attribution.py [seen|all] [--write]

Prints the figures on folds cut by cluster of near-duplicate texts; ``--write`` writes
``src/tawthiq/weigh/weights/attribution.csv``. The events are the gold's, each told by
the tellings that hold its quotes.
"""

import sys

import fit
from fit import Example
from labels import Labelled, labelled, material

from tawthiq.assemble.attribution import candidates
from tawthiq.assemble.speakers import Voice, voices
from tawthiq.assemble.telling import Telling

PENALTY = 20.0
"""Chosen on folds: sources are few, and smaller weights hold better for new reports."""


def examples(found: Labelled) -> list[Example]:
    """Give an example for each voice of a report against each of its events."""
    told: dict[int, list[Telling]] = {}
    for telling, event in zip(found.tellings, found.events, strict=True):
        if event is not None:
            told.setdefault(event, []).append(telling)
    heard = [v for v in voices(found.scans) if not v.hit.rule.startswith("meets")]
    events = list(told.values())
    return [
        Example(
            c.features,
            _vouches(c.voice, found.gold[event]["attribution"]),
            found.cluster,
        )
        for number, event in enumerate(told)
        for c in candidates(number, events, heard)
    ]


def _vouches(voice: Voice, gold: list[dict[str, str]]) -> bool:
    alike = material.scorer("score_reading").alike
    named = voice.named_in.text[voice.named.start : voice.named.end]
    return any(alike(g["quote"], named) and g["stance"] == voice.vouches for g in gold)


def main() -> None:
    """Fit, print, write."""
    part = next((a for a in sys.argv[1:] if a in {"seen", "all"}), "seen")
    made = [e for f in labelled(part) for e in examples(f)]
    fit.report(made, "attribution")
    weights = fit.fit(made, penalty=PENALTY)
    if "--write" in sys.argv:
        fit.write("attribution", weights, made, "Does a source vouch for an event?")
    print(sorted(weights.items(), key=lambda p: -abs(p[1])))


if __name__ == "__main__":
    main()
