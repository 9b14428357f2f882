"""Codes in the words of other systems, chosen by what an incident says."""

from tawthiq.lang.codebook import Codebook, Equivalent
from tawthiq.model.incident import Incident

CAUSE_ORDER = ("S5", "S4", "S2", "S1", "S3", "S8", "S6", "S7", "S10", "S9", "S11")
"""SDG causes, the most specific first (domain handbook, 9.5)."""
UNKNOWN_CAUSE = "S11"
BY_WEAPON = {
    "by aircraft": {"aircraft", "helicopter", "drone"},
    "delivered from the air": {"aircraft", "helicopter", "drone", "barrel_bomb"},
    "from the ground": {"rocket", "mortar", "artillery_shell", "tank_shell"},
    "delivered from the ground": {"rocket", "mortar", "artillery_shell"},
    "a grenade": {"grenade"},
    "small arms told": {"small_arms", "sniper", "heavy_machine_gun"},
    "shots told": {"small_arms", "sniper", "heavy_machine_gun"},
    "shot": {"small_arms", "sniper"},
    "blade or hanging": {"blade"},
    "heavy weapons told": {
        "artillery_shell",
        "mortar",
        "tank_shell",
        "rocket",
        "missile",
        "aerial_bomb",
        "barrel_bomb",
        "cluster_munition",
    },
}
"""Conditions of the codebook that an incident's weapons can meet."""


class Counterparts:
    """Finds what codes are called elsewhere.

    Args:
        codebook: its tables name the counterparts and when they hold.
    """

    def __init__(self, codebook: Codebook) -> None:
        self._tables = codebook.tables

    def plain(self, table: str, code: str, column: str) -> str | None:
        """Give the first counterpart that holds without a condition; None for none."""
        return next(
            (e.value for e in self._told(table, code, column) if not e.when), None
        )

    def of_type(self, incident: Incident, code: str, column: str) -> tuple[str, ...]:
        """Give an event type's counterparts: those whose condition the weapons meet.

        Where none is met, those without a condition; where there is none, the first.
        """
        told = self._told("event_types", code, column)
        weapons = set(incident.weapons)
        met = [e.value for e in told if weapons & BY_WEAPON.get(e.when, set())]
        plain = [e.value for e in told if not e.when]
        return tuple(met or plain or [e.value for e in told[:1]])

    def causes(self, incident: Incident) -> tuple[str, ...]:
        """Give the SDG 16.1.2 causes of an incident, the most specific first.

        Those that an imported table tells, else those of its types and weapons.
        """
        told = dict(incident.facts).get("causes")
        if isinstance(told, list | tuple):
            return tuple(cause for cause in CAUSE_ORDER if cause in told)
        found = {
            cause
            for code in incident.event_types
            for cause in self.of_type(incident, code, "sdg16")
        }
        for weapon in incident.weapons:
            found.update(e.value for e in self._told("weapons", weapon, "sdg16"))
        known = found - {UNKNOWN_CAUSE} or found
        return tuple(cause for cause in CAUSE_ORDER if cause in known)

    def label(self, table: str, code: str, language: str = "en") -> str:
        """Name a code; one that the codebook lacks stands as it is."""
        entries = self._tables[table].entries
        return entries[code].label(language) if code in entries else code

    def more(self, table: str, code: str, column: str) -> str:
        """Give a column of a code as it stands; empty where there is no such code."""
        entries = self._tables[table].entries
        return entries[code].more[column] if code in entries else ""

    def _told(self, table: str, code: str, column: str) -> tuple[Equivalent, ...]:
        entries = self._tables[table].entries
        return entries[code].equivalents(column) if code in entries else ()
