"""Wire tellings: what more speaks for a telling of a wire in capitals being an event.

A wire tells one attack and speaks at length of many: of trials, talks and threats, of a
war's battles. Which sorts of words stand in the telling and its sentence says so: whose
deed, whom it befell, who says it; never a word itself (design/reading.md).
"""

from collections import Counter
from collections.abc import Sequence

from tawthiq.assemble.telling import Telling
from tawthiq.lang.scan import Scan

PLACED = ("actor", "attack", "struck", "weapon")
"""Sheets of finds whose codes, and positions in the sentence, are told apart."""

TOLD = {
    "person": ("rule", "outcome"),
    "place": ("relation", "head"),
    "date": ("precision", "role"),
    "source": ("kind",),
}
"""Other sheets of finds, with what of each find is told."""

SAID = (
    "actor_cues", "actors", "attacks", "channels", "countries", "event_cues", "groups",
    "name_cues", "nationalities", "outcomes", "phrases", "place_heads", "publication",
    "reporting", "roles", "source_nouns", "struck_cues", "struck_objects", "titles",
    "topics", "vague_sizes", "weapons",
)  # fmt: skip
"""Sheets of words that say of what a sentence speaks."""

MANY = 4
"""Finds of a sort in a report from which more make no difference."""

Features = dict[str, float]


def of_wired(telling: Telling, whole: Features) -> Features:
    """Give what a telling of a wire speaks of, by the sorts of its words.

    Args:
        telling: the telling.
        whole: what its report speaks of, by `of_report`.
    """
    found = dict(whole)
    for sheet in PLACED:
        for hit in telling.of(sheet):
            where = hit.values.get("position")
            found[f"names_{sheet}_{hit.code}"] = 1.0
            if where:
                found[f"names_{sheet}_{where}"] = 1.0
                found[f"names_{sheet}_{hit.code}_{where}"] = 1.0
    for hit in telling.of("casualty"):
        outcome, group = hit.values["outcome"], hit.values["group"]
        found[f"counts_{outcome}"] = found[f"counts_{group}"] = 1.0
        found[f"counts_{outcome}_{group}"] = 1.0
    for sheet, names in TOLD.items():
        for hit in telling.of(sheet):
            for name in names:
                told = hit.rule if name == "rule" else hit.values.get(name)
                found[f"{sheet}_{told}"] = 1.0
    return found | _said(telling)


def _said(telling: Telling) -> Features:
    """Say what sorts of words stand in the telling, and in its sentence."""
    found: Features = {}
    for hit in telling.scan.of(*SAID):
        told = f"{hit.sheet}_{hit.code}"
        found[f"said_{told}"] = 1.0
        if telling.first <= hit.first < telling.last:
            found[f"tells_{told}"] = 1.0
    return found


def of_report(scans: Sequence[Scan]) -> Features:
    """Give what a wire speaks of as a whole, by how often it uses which sorts of words.

    Args:
        scans: its sentences.
    """
    counts = Counter(f"{h.sheet}_{h.code}" for s in scans for h in s.of(*SAID))
    return {f"report_{told}": min(MANY, n) / MANY for told, n in counts.items()}
