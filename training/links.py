"""Fit the model ``link``: do two accounts tell of one incident?

    python training/links.py

Learned from the Airwars dev half: accounts are laid beside the coded incidents of their
report by day and place; two accounts of one coded incident are examples of yes, of two
coded incidents examples of no. So is an account that was laid at none though it has a
place, beside one that was laid at some. Folds are by coded incident.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "bench" / "quality"))

import fit
import material

import register
from tawthiq.link.compare import distance_km, features
from tawthiq.link.facts import Facts, Spot, facts_of
from tawthiq.link.pairing import pairs_of
from tawthiq.model.link import Account
from tawthiq.model.vocabulary import PlaceRole
from tawthiq.workflow.linking import accounts

Coded = dict[str, Any]
SAYS = "whether two accounts tell of one incident; above zero they do"
NEAR_KM = 16.0
NEAR_DAYS = 2


def examples(told: Sequence[Account], coded: Sequence[Coded]) -> Iterator[fit.Example]:
    """Give pairs of accounts with whether the coders put them in one incident."""
    facts = {account.key: facts_of(account) for account in told}
    at = _laid(told, facts, coded)
    for left, right in pairs_of(facts.values()):
        one, two = at[left.key], at[right.key]
        if not _known((left, right), (one, two)):
            continue
        cluster = min(x for x in (one, two) if x is not None)
        yield fit.Example(features(left, right), one == two, cluster)


def _known(pair: tuple[Facts, Facts], laid: tuple[str | None, str | None]) -> bool:
    """Tell whether a pair teaches anything: one laid, the other laid or elsewhere."""
    if laid == (None, None):
        return False
    if None not in laid:
        return True
    other = pair[laid.index(None)]
    return pair[0].report_id != pair[1].report_id and bool(other.spots)


def _laid(
    told: Sequence[Account], facts: dict[str, Facts], coded: Sequence[Coded]
) -> dict[str, str | None]:
    """Lay each account beside the coded incident of its report that fits it best."""
    by_report: dict[str, list[Coded]] = {}
    for incident in coded:
        for report in incident["reports"]:
            by_report.setdefault(report, []).append(incident)
    alone = {}
    for account in told:
        alone[account.report_id] = account.report_id not in alone
    found: dict[str, str | None] = {}
    for account in told:
        fits = [
            (fit_, str(incident["id"]))
            for incident in by_report.get(account.report_id, ())
            if (fit_ := _fit(account, facts[account.key], incident)) is not None
            and (fit_ > 0 or alone[account.report_id])
        ]
        found[account.key] = max(fits)[1] if fits else None
    return found


def _fit(account: Account, facts: Facts, incident: Coded) -> float | None:
    """Say how well an account fits: 1 for its place, less for days apart; None if not."""
    first = date.fromisoformat(incident["date"]).toordinal()
    last = date.fromisoformat(incident["date_end"] or incident["date"]).toordinal()
    if facts.first is None or facts.last is None:
        return None
    gap = max(0, facts.first - last, first - facts.last)
    at = _at(account, facts, incident)
    if gap > NEAR_DAYS or at is False:
        return None
    return bool(at) - gap / (NEAR_DAYS + 1)


def _at(account: Account, facts: Facts, incident: Coded) -> bool | None:
    """Tell whether an account's places are the coded one; None where nothing tells."""
    known: list[bool] = []
    if incident["lat"] is not None and facts.spots:
        point = Spot(
            lat=float(incident["lat"]),
            lon=float(incident["lon"]),
            radius_m=0,
            first=True,
        )
        known.append(min(distance_km(point, s) for s in facts.spots) <= NEAR_KM)
    coded = [name for name in (incident["place_ar"], incident["place_en"]) if name]
    told = list(_names(account))
    if coded and told:
        alike = material.scorer("score_reading").alike
        known.append(any(alike(c, name) for c in coded for name in told))
    return any(known) if known else None


def _names(account: Account) -> Iterable[str]:
    for claim in account.event.places:
        if claim.role in {PlaceRole.AT, PlaceRole.NEAR}:
            yield claim.name
            if claim.place is not None and claim.place.name_en:
                yield claim.place.name_en


def main() -> None:
    """Fit on all examples and say what the folds give."""
    coded = list(material.rows(register.HALF / "incidents.jsonl"))
    found = list(examples(accounts(register.readings()), coded))
    fit.report(found, "link")
    fit.write("link", fit.fit(found), found, says=SAYS)


if __name__ == "__main__":
    main()
