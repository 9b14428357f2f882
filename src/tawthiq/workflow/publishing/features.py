"""Incidents as features for programs that ask, each as a profile lets it out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from math import ceil, floor

from tawthiq.lang.codebook import Codebook, load_codebook
from tawthiq.model.incident import Incident
from tawthiq.model.profile import Profile
from tawthiq.model.publication import Material, Publication
from tawthiq.publish import publication_of
from tawthiq.publish.coarsening import DIGITS
from tawthiq.publish.geojson import feature_of
from tawthiq.publish.profiles import profile_of
from tawthiq.register.search.telling import incidents_of
from tawthiq.workflow.publishing.materials import cited
from tawthiq.workflow.registers import viewing

Json = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What who asks may see: a profile, and the day from which its delay counts."""

    profile: str
    today: date

    @property
    def terms(self) -> Profile:
        """Give the profile."""
        return profile_of(_codebook(), self.profile)


def features(names: Iterable[str], view: View) -> dict[str, Json]:
    """Give incidents by their ids, in that order; those that are withheld are left out."""
    asked = list(names)
    standing = incidents_of(asked)
    kept = tuple(standing[name] for name in asked if name in standing)
    let_out = _let_out(Material(incidents=kept), view)
    made = {one.id: feature_of(one) for one in let_out.incidents}
    return {name: made[name] for name in asked if name in made}


def one(name: str, view: View) -> tuple[str, Publication]:
    """Give the id under which an incident stands now, and what may be seen of it.

    Raises:
        RegisterError: there is none of that code, id or former id.
    """
    found, told = viewing.incident(name)
    copy_of = {r: g[0] for g in found.copies for r in g[1:]}
    material = Material(
        incidents=(found,),
        reports=tuple(cited(one.report, copy_of) for one in told),
        claims=tuple(claim for one in told for claim in one.claims),
    )
    return found.id, _let_out(material, view)


def feature(incident: Incident) -> Json:
    """Give an incident that was let out as a feature."""
    return feature_of(incident)


def cells_within(least: float, most: float, side: float) -> tuple[float, float]:
    """Give the edges of the cells whose middles lie between two degrees.

    Who sees coarse points alone must not find the exact ones by narrowing a window: so
    a window takes whole cells, from the first edge up to, and without, the last.
    """
    first = ceil(round(least / side - 0.5, DIGITS))
    last = floor(round(most / side - 0.5, DIGITS))
    return round(first * side, DIGITS), round((last + 1) * side, DIGITS)


def _let_out(material: Material, view: View) -> Publication:
    return publication_of(material, view.terms, _codebook(), as_of=view.today)


@cache
def _codebook() -> Codebook:
    return load_codebook()
