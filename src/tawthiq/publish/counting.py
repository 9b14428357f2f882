"""What tallies say together: the widest whole, the best figure, a row by its names."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from tawthiq.model.claim import Attribute, Claim
from tawthiq.model.incident import Incident, Tally

DISJOINT = ("women", "men", "children")
Range = tuple[int | None, int | None]


def tally_of(incident: Incident, outcome: str, group: str) -> Tally | None:
    """Give the row of an outcome and group; None where nothing is reported."""
    for tally in incident.casualties:
        if tally.outcome == outcome and tally.group == group:
            return tally
    return None


def range_of(incident: Incident, outcome: str, group: str) -> Range:
    """Give least and most of a row; both None where it is unknown or not reported."""
    tally = tally_of(incident, outcome, group)
    return (None, None) if tally is None else (tally.low, tally.high)


def state_of(incident: Incident, outcome: str, group: str) -> str:
    """Tell a known count from an unknown one and from one that nobody reports."""
    tally = tally_of(incident, outcome, group)
    if tally is None:
        return "not_reported"
    return "unknown" if tally.low is None and tally.high is None else "known"


def all_of(incident: Incident, outcome: str) -> Range:
    """Give least and most of everybody with one outcome.

    People whose status nobody told may or may not be civilians, so rows are not added
    up across that line: the least is the greatest of what people, civilians with
    combatants, and women, men and children come to by themselves; the most is the
    greatest of the first two, and open where the widest is.
    """
    people = range_of(incident, outcome, "people")
    told = [range_of(incident, outcome, g) for g in ("civilians", "combatants")]
    known = [row for row in told if row != (None, None)]
    parts = [range_of(incident, outcome, group)[0] for group in DISJOINT]
    lows = [people[0], _sum(low for low, _ in known), _sum(parts)]
    low = max((n for n in lows if n is not None), default=None)
    highs = [row[1] for row in known]
    together = _sum(highs) if None not in highs else None
    most = [n for n in (people[1], together) if n is not None]
    open_ = (people[0] is not None and people[1] is None) or None in highs
    high = None if open_ or not most else max(*most, low or 0)
    return low, high


def _sum(numbers: Iterable[int | None]) -> int | None:
    told = [n for n in numbers if n is not None]
    return sum(told) if told else None


def best_killed(incident: Incident, claims: Mapping[str, Claim]) -> int | None:
    """Give the figure of killed that most independent voices tell (handbook 9.3).

    Ties go to the lower figure; where no claims are at hand, the least of the tally.
    Copies of one report are one voice.

    Args:
        incident: its tallies name the claims they rest on.
        claims: the claims by their ids.
    """
    low, _ = all_of(incident, "killed")
    voice = {r: str(n) for n, group in enumerate(incident.copies) for r in group}
    voices: dict[int, set[str]] = defaultdict(set)
    for name in {claim for tally in incident.casualties for claim in tally.claims}:
        claim = claims.get(name)
        figure = _killed(claim) if claim is not None else None
        if claim is not None and figure is not None:
            voices[figure].add(voice.get(claim.report_id, claim.report_id))
    best = min(voices, key=lambda figure: (-len(voices[figure]), figure), default=None)
    return low if best is None or low is None else max(best, low)


def _killed(claim: Claim) -> int | None:
    """Give the one figure that a claim tells of all killed; None for any other."""
    told = dict(claim.value)
    whole = told.get("outcome") == "killed" and told.get("part_of") is None
    if claim.attribute is not Attribute.CASUALTY or not whole:
        return None
    low = told.get("low")
    wide = told.get("group") in {"people", "civilians"}
    return low if isinstance(low, int) and wide else None


def voices_of(incident: Incident) -> int | None:
    """Count the independent voices; None where nobody has counted them."""
    return incident.independent_sources or (0 if incident.reports else None)


def sources_of(incident: Incident) -> int | None:
    """Count the reports; of an imported table as many as it says it rests on."""
    told = dict(incident.facts).get("sources")
    if incident.reports:
        return len(incident.reports)
    return told if isinstance(told, int) else None
