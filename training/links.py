"""Fit the models ``link``, ``heard``, ``trace``: do two tellings tell of one incident?

    python training/links.py [--folds]

Learned from the Airwars dev half: accounts are laid beside the coded incidents of their
report by day and place; two accounts of one coded incident are examples of yes, of two
coded incidents examples of no. So is an account that was laid at none though it has a
place, beside one that was laid at some. A trace, a report in which no event was read, is
laid at the one coded incident of its report. Folds are by coded incident; ``--folds``
links the half by weights that have not seen a fold, counts the pairs of reports of that
fold alone, and writes nothing.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "bench" / "quality"))

import fit
import material

import register
from tawthiq.link.compare import distance_km
from tawthiq.link.facts import Facts, Spot, facts_of
from tawthiq.link.pairing import Pair, link_of, pairs_of
from tawthiq.model.link import Account, Link, Trace
from tawthiq.model.vocabulary import PlaceRole
from tawthiq.workflow.linking import incidents_from, link_block, tellings

Coded = dict[str, Any]
Tellings = Sequence[Account | Trace]
MODELS = {
    "link": "whether two accounts tell of one incident; above zero they do",
    "heard": "whether two accounts that met by words alone tell of one incident; above"
    " zero they may",
    "trace": "whether a report in which no event was read speaks of the incident that"
    " an account tells; above zero it does",
}
NEAR_KM = 16.0
NEAR_DAYS = 2


def examples(
    pairs: Iterable[Pair], at: dict[str, str | None], model: str
) -> Iterator[fit.Example]:
    """Give pairs of tellings with whether the coders put them in one incident.

    Args:
        pairs: the pairs that share a block.
        at: by key, the coded incident that a telling is laid at.
        model: the model that judges them; the others' pairs are passed over. What met
            by words is learned from all pairs of accounts: alone they are too few.
    """
    for pair in pairs:
        one, two = at[pair.left.key], at[pair.right.key]
        both = (pair.left, pair.right)
        asked = replace(pair, heard=True) if model == "heard" else pair
        if asked.model != model:
            continue
        known = _known_trace if model == "trace" else _known
        if known(both, (one, two)):
            cluster = min(x for x in (one, two) if x is not None)
            yield fit.Example(asked.features(), one == two, cluster)


def _known_trace(
    pair: tuple[Facts, Facts], laid: tuple[str | None, str | None]
) -> bool:
    """Tell whether a pair with a trace teaches anything: both laid, one an incident."""
    return None not in laid and (pair[0].founds or pair[1].founds)


def _known(pair: tuple[Facts, Facts], laid: tuple[str | None, str | None]) -> bool:
    """Tell whether a pair teaches anything: one laid, the other laid or elsewhere."""
    if laid == (None, None):
        return False
    if None not in laid:
        return True
    other = pair[laid.index(None)]
    return pair[0].report_id != pair[1].report_id and bool(other.spots)


def _laid(
    told: Tellings, facts: dict[str, Facts], coded: Sequence[Coded]
) -> dict[str, str | None]:
    """Lay each telling beside the coded incident of its report that fits it best."""
    by_report: dict[str, list[Coded]] = {}
    for incident in coded:
        for report in incident["reports"]:
            by_report.setdefault(report, []).append(incident)
    accounts = [account for account in told if isinstance(account, Account)]
    found = _laid_accounts(accounts, facts, by_report)
    for trace in told:
        if isinstance(trace, Trace):
            mine = {str(i["id"]) for i in by_report.get(trace.report_id, ())}
            found[trace.key] = mine.pop() if len(mine) == 1 else None
    return found


def _laid_accounts(
    told: Sequence[Account],
    facts: dict[str, Facts],
    by_report: dict[str, list[Coded]],
) -> dict[str, str | None]:
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


def pairs_told(groups: Iterable[Iterable[str]]) -> set[tuple[str, str]]:
    """Give the pairs of reports that stand together."""
    return {pair for group in groups for pair in combinations(sorted(set(group)), 2)}


def on_folds(
    told: Tellings,
    pairs: Sequence[Pair],
    *,
    at: dict[str, str | None],
    coded: Sequence[Coded],
) -> None:
    """Print precision, recall and F1 of pairs of reports by weights that saw neither."""
    fold = {
        report: fit.fold_of(str(incident["id"]))
        for incident in sorted(coded, key=lambda i: str(i["id"]), reverse=True)
        for report in incident["reports"]
    }
    known = {name: list(examples(pairs, at, name)) for name in MODELS}
    truth = pairs_told(incident["reports"] for incident in coded)
    hit = said = 0
    for held in range(fit.FOLDS):
        weights = {
            name: fit.fit([e for e in found if fit.fold_of(e.cluster) != held])
            for name, found in known.items()
        }
        links = tuple(_scored(pair, weights[pair.model]) for pair in pairs)
        incidents = incidents_from(link_block(told, links=links))
        got = pairs_told(incident.reports for incident in incidents)
        mine = {pair for pair in got if fold[pair[0]] == held}
        hit, said = hit + len(mine & truth), said + len(mine)
    precision, recall = hit / max(1, said), hit / len(truth)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    print(f"pairs on folds: precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}")


def _scored(pair: Pair, weights: dict[str, float]) -> Link:
    """Give the link of a pair by these weights instead of those of the package."""
    score = fit.log_odds(weights, pair.features())
    return replace(link_of(pair), score=score, parts=())


def main() -> None:
    """Fit on all examples and say what the folds give."""
    coded = list(material.rows(register.HALF / "incidents.jsonl"))
    told = tellings(register.readings())
    facts = {telling.key: facts_of(telling) for telling in told}
    at = _laid(told, facts, coded)
    pairs = pairs_of(facts.values())
    if "--folds" in sys.argv[1:]:
        on_folds(told, pairs, at=at, coded=coded)
        return
    for name, says in MODELS.items():
        found = list(examples(pairs, at, name))
        fit.report(found, name)
        fit.write(name, fit.fit(found), found, says=says)


if __name__ == "__main__":
    main()
