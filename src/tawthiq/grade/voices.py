"""Voices: what each independent voice says, as far as grading asks.

A voice is one claimant's account after copies are collapsed (domain handbook, 5.6).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from tawthiq.lang.codebook import load_codebook
from tawthiq.lang.language import languages, load_language
from tawthiq.model.claim import Attribute, Claim
from tawthiq.model.link import Account
from tawthiq.model.vocabulary import Blame, EventKind, EventStance

HARM = frozenset({"killed", "injured"})
FIGHTERS = "combatants"
NO_VOICE = "none"
"""Weight of a kind of source that is no credible voice (``source_kinds.csv``)."""

PARTY = "belligerent"
"""Weight of a kind that may be a party: its word on its own acts corroborates nothing."""

UNKNOWN_ACTORS = frozenset({"unidentified", "other"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One voice of an incident.

    ``harm`` tells whether it claims that anybody but fighters was killed or injured,
    ``fighters`` whether it claims that of fighters; ``alleged`` are the actors it
    blames, ``claimed`` those it reports to own up, ``denied`` those it reports to deny,
    ``conceded`` those it reports to accept that their act harmed civilians.
    """

    id: str
    credible: bool
    harm: bool
    fighters: bool
    alleged: frozenset[str]
    claimed: frozenset[str]
    denied: frozenset[str]
    conceded: frozenset[str]
    types: frozenset[str]
    claims: tuple[str, ...]


def voices_in(
    accounts: Sequence[Account], voice_of: Mapping[str, str]
) -> tuple[Voice, ...]:
    """Give the voices of an incident.

    Args:
        accounts: its accounts; those that deny or suppose the event are left out.
        voice_of: for the key of each account, the key that stands for its voice.

    Returns:
        One record a voice, in the order of their keys.
    """
    told: dict[str, list[Account]] = {}
    tolls: dict[str, list[Account]] = {}
    kinds = {EventKind.INCIDENT: told, EventKind.TOLL: tolls}
    for account in accounts:
        of_kind = kinds.get(account.event.kind)
        if of_kind is not None and account.event.stance is EventStance.ASSERTED:
            of_kind.setdefault(voice_of[account.key], []).append(account)
    return tuple(_voice(key, told[key], tolls.get(key, ())) for key in sorted(told))


def _voice(key: str, accounts: Sequence[Account], tolls: Sequence[Account]) -> Voice:
    """Give one voice; whom it blames for a count that holds the incident it blames too."""
    claims = [c for account in accounts for c in account.claims]
    claimed = _blamed(accounts, Blame.CLAIMED)
    return Voice(
        id=key,
        credible=any(_is_credible(c, party=bool(claimed)) for c in claims),
        harm=any(_harms(c) for c in claims),
        fighters=any(_harms(c, fighters=True) for c in claims),
        alleged=_blamed((*accounts, *tolls), Blame.ALLEGED) - UNKNOWN_ACTORS,
        claimed=claimed,
        denied=_blamed(accounts, Blame.DENIED),
        conceded=_blamed(filter(_concedes, accounts), Blame.CLAIMED),
        types=frozenset(account.event.type for account in accounts),
        claims=tuple(sorted(c.id for c in claims)),
    )


def _blamed(accounts: Iterable[Account], stance: Blame) -> frozenset[str]:
    return frozenset(
        said.actor
        for account in accounts
        for said in (*account.event.perpetrators, *account.event.at_large)
        if said.stance is stance
    )


def _concedes(account: Account) -> bool:
    """Tell whether an account reports, in so many words, that harm was accepted.

    To boast of a strike is not to concede harm: people other than fighters must be
    counted or named in it, and the words of the pack must stand in the telling.
    """
    if not any(_harms(claim) for claim in account.claims):
        return False
    if account.language not in languages():
        return False
    told = f" {' '.join(account.words)} "
    forms = load_language(account.language).forms("concessions")
    return any(f" {form} " in told for form in forms)


def _is_credible(claim: Claim, *, party: bool) -> bool:
    """Tell whether somebody credible stands behind a claim.

    A party that owns up to the deed is no corroboration of its own account.
    """
    weights = _weights()
    kinds = {c.kind for c in claim.claimants}
    if party:
        kinds = {k for k in kinds if not weights.get(k, NO_VOICE).startswith(PARTY)}
    return any(weights.get(kind, NO_VOICE) != NO_VOICE for kind in kinds)


@cache
def _weights() -> Mapping[str, str]:
    entries = load_codebook().tables["source_kinds"].entries
    return {code: entry.more["weight"] for code, entry in entries.items()}


def _harms(claim: Claim, *, fighters: bool = False) -> bool:
    """Tell whether a claim says that people were hurt: a number above zero, or vague."""
    value = dict(claim.value)
    if claim.attribute is Attribute.VICTIM:
        return not fighters and value["outcome"] in HARM
    if claim.attribute is not Attribute.CASUALTY or value["outcome"] not in HARM:
        return False
    nobody = value["low"] == 0 and value["high"] == 0
    return not nobody and (value["group"] == FIGHTERS) is fighters
