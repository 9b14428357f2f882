"""Words that may leave: codes of the codebook, and nothing that somebody wrote instead.

An imported table may hold anything in a column of codes, a name too.
"""

from collections.abc import Iterable
from dataclasses import replace

from tawthiq.lang.codebook import Codebook
from tawthiq.model.incident import Incident, Responsibility, Victim

OTHER = "other"
"""The code of each table for what no other code holds."""
STATUSES = {
    "declared_strike",
    "likely_strike",
    "contested_strike",
    "single_source_claim",
}
"""Strike status (domain handbook, 5.5)."""
AGE_GROUPS = {"child", "adult"}


class Words:
    """Keeps codes that the codebook holds.

    Args:
        codebook: its tables say which.
    """

    def __init__(self, codebook: Codebook) -> None:
        self._tables = codebook.tables

    def of(self, incident: Incident) -> Incident:
        """Give an incident whose codes are all known; others become ``other``."""
        outcomes = self._tables["outcomes"].entries
        groups = self._tables["groups"].entries
        status = incident.strike_status
        return replace(
            incident,
            event_types=self._codes("event_types", incident.event_types),
            strike_status=status if status in STATUSES else None,
            belligerents=self._codes("actors", incident.belligerents),
            responsibility=tuple(self._part(p) for p in incident.responsibility),
            weapons=self._codes("weapons", incident.weapons),
            struck=self._codes("struck", incident.struck),
            casualties=tuple(
                t
                for t in incident.casualties
                if t.outcome in outcomes and t.group in groups
            ),
            victims=tuple(
                self._victim(v) for v in incident.victims if v.outcome in outcomes
            ),
        )

    def _codes(self, table: str, told: Iterable[str]) -> tuple[str, ...]:
        known = self._tables[table].entries
        codes = (code if code in known else OTHER for code in told)
        return tuple(dict.fromkeys(codes))

    def _part(self, part: Responsibility) -> Responsibility:
        (actor,) = self._codes("actors", (part.actor,))
        return replace(part, actor=actor)

    def _victim(self, victim: Victim) -> Victim:
        sexes = self._tables["sexes"].entries
        return replace(
            victim,
            sex=victim.sex if victim.sex in sexes else None,
            age_group=victim.age_group if victim.age_group in AGE_GROUPS else None,
        )
