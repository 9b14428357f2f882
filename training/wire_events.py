"""Fit which events of a wire in capitals are worth telling, all their values known.

Learned from the MUC-3/4 dev texts (``bench/muc4``): an event is right where the scorer
aligns it with a template of the key. Its values are those that models give which have
not seen its text. ``wire_folds.py`` runs it.
"""

from collections.abc import Iterator, Sequence

import fit
from fit import Example
from joining import Homes
from wire_joining import Wire
from wire_values import aligned

from tawthiq.assemble.wire_events import MODEL, of_events
from tawthiq.weigh.linear import Model

PENALTY = 5.0
"""Chosen on folds, as are those of the other models of wires."""

LEAST = 15
"""Examples below which a feature is not learned from."""

SAYS = "Is an event of a wire, all its values known, worth telling? Kept from -0.7 on."


def examples(wire: Wire, homes: Homes) -> Iterator[Example]:
    """Give an example for each event of a text that counts.

    Args:
        wire: the text.
        homes: how its tellings are joined.
    """
    events, clusters = wire.weighed(homes)
    features = of_events(events, clusters)
    for number, template in aligned(wire, events).items():
        yield Example(features[number], template is not None, wire.found.doc)


def fitted(made: Sequence[Example]) -> Model:
    """Fit the model on examples."""
    weights = fit.fit(fit.common(made, least=LEAST), penalty=PENALTY)
    return Model(name=MODEL, weights=weights)
