"""What may leave the register: exports and sites go through here, and nothing else.

It is what somebody without an account sees, so that whatever is restricted for anybody
leaves for nobody.
"""

from dataclasses import dataclass, replace

from tawthiq.desk.restricting.restrictions import merged_into
from tawthiq.desk.restricting.sight import sight_of
from tawthiq.model.publication import Material


@dataclass(frozen=True, slots=True, kw_only=True)
class LetOut:
    """Material without what is restricted.

    ``withheld`` are the incidents left out; ``hidden`` names all that are restricted, and
    what was merged into them.
    """

    material: Material
    withheld: int
    hidden: frozenset[str]


def without_restricted(material: Material) -> LetOut:
    """Leave out restricted incidents, restricted reports, and what quotes them."""
    seen = sight_of(None)
    incidents = tuple(o for o in material.incidents if o.id not in seen.incidents)
    return LetOut(
        material=replace(
            material,
            incidents=incidents,
            reports=tuple(o for o in material.reports if o.id not in seen.reports),
            claims=tuple(o for o in material.claims if o.report_id not in seen.reports),
        ),
        withheld=len(material.incidents) - len(incidents),
        hidden=seen.incidents | merged_into(seen.incidents),
    )
