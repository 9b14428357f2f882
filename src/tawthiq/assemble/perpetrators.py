"""Perpetrators: at whose door a report lays an event.

``alleged``: somebody else says that it was they. ``claimed``: they announce the deed,
admit it or boast of it. ``denied``: they deny what they are accused of. One actor may
have several of these: each is a row with its own words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from tawthiq.assemble.announcers import announcers, counts_foes
from tawthiq.assemble.evidence import DOERS, Cluster
from tawthiq.assemble.telling import ONE_SIDED, Telling
from tawthiq.lang.lexicon import Hit
from tawthiq.model.event import Perpetrator
from tawthiq.model.vocabulary import Blame

SAID = DOERS - {"claimer"}
"""Positions of ``find/actors`` in which somebody says that an actor has done it."""

MANY = {"other", "unidentified"}
"""Codes that tell no party from another: each of their names is a row of its own."""

CLASH = "clash"
"""The type of the events that have two sides, both of them doers."""

BESIDE_FIGHT = {"victim", "target", "control", None}
"""Positions in the sentence of a fight in which its other side may stand."""

SUFFERING = {"victim", "target"}
"""Positions of whom an attack hit, who so did not do it."""

SIDES = 2
"""Parties that a fight has at the least."""

FOUGHT = {"unspecified", "other", "shooting", "raid", CLASH}
"""Types of events that may be one side of a fight."""

UNLENT = {"unspecified", CLASH}
"""Types of events whose doer another event does not tell: what it was, or with whom."""

DISOWNED = ("own", "announced", "accuse", "light")
"""Codes of cues that name a deed behind who denies it: «علاقته», «شنه», «مسؤولية»."""

DEED_REACH = 2
"""Words behind a speaker within which the deed is named that it announces."""

ADMISSION_REACH = 3
"""Words between an admission and the actor who admits: «التحالف قد اعترف»."""

DENIAL_REACH = 5
"""Words between a denial and the actor who denies."""


class _Row(NamedTuple):
    actor: str
    stance: Blame
    hit: Hit


def perpetrators_beside(
    clusters: Sequence[Cluster], types: Sequence[str]
) -> list[tuple[Perpetrator, ...]]:
    """Give the perpetrators of each event of a report.

    An event whose words name none has the doer of the report's other events of its
    type, where all events that name one name the same («وقتل ثلاثة في غارة أخرى»).

    Args:
        clusters: the events of a report.
        types: their types.
    """
    own = [
        (*found, *(_other_sides(c, found) if t == CLASH else ()))
        for c, t in zip(clusters, types, strict=True)
        for found in [tuple(perpetrators_of(c, fought=t in FOUGHT))]
    ]
    named = [p for found in own for p in found]
    if len({p.actor for p in named}) != 1 or named[0].actor in MANY:
        return own
    if all(
        claimed_before(c.tellings[0]) for c, f in zip(clusters, own, strict=True) if f
    ):
        return own
    lent = replace(named[0], rule="same_doer")
    shared = {t for t, found in zip(types, own, strict=True) if found} - UNLENT
    return [
        found or ((lent,) if t in shared and not _suffered(c, lent.actor) else ())
        for c, t, found in zip(clusters, types, own, strict=True)
    ]


HAD_REACH = 6
"""Words from «كان» to the verb of who had claimed an attack."""


def claimed_before(telling: Telling) -> bool:
    """Say whether another attack is told that was claimed before: «وكان … قد تبنى تفجيرا».

    Args:
        telling: the telling.
    """
    had = [h.last for h in telling.scan.of("event_cues") if h.code == "had"]
    claims = [h for h in telling.scan.of("actor_cues") if h.code == "claim"]
    attacks = telling.of("attack")
    fresh = bool(attacks) and not any(h.values["definite"] for h in attacks)
    return fresh and any(
        telling.first <= at - 1 <= telling.first + 1
        and any(0 <= h.first - at <= HAD_REACH for h in claims)
        for at in had
    )


def _suffered(cluster: Cluster, actor: str) -> bool:
    """Say whether an event hit the actor itself: «إطلاق نار ضد القوات …»."""
    return any(
        h.code == actor and h.values["position"] in SUFFERING
        for h in cluster.of("actor")
    )


def _other_sides(
    cluster: Cluster, found: Sequence[Perpetrator]
) -> Iterator[Perpetrator]:
    """Give the sides of a fight that no verb calls doers: «معارك استعادت فيها القوات …».

    Both sides of a clash are perpetrators (annotation-guide.md). Where one is told, or
    none, the others are the parties named in the sentence that has the word for the
    fight. One party alone that fell in it has no other side, and is not taken.
    """
    named = {p.actor for p in found if p.stance is not Blame.DENIED}
    if len(named) >= SIDES:
        return
    sides: dict[str, Hit] = {}
    for telling in cluster.tellings:
        if not any(h.code == CLASH for h in telling.of("attack")):
            continue
        for hit in telling.of("actor"):
            beside = hit.values["position"] in BESIDE_FIGHT or _fell(telling, hit)
            if beside and hit.code != "unidentified" and hit.code not in named:
                sides.setdefault(hit.code, hit)
    if len(named | sides.keys()) < SIDES:
        return
    for code, hit in sides.items():
        yield Perpetrator(
            actor=code,
            stance=Blame.ALLEGED,
            span=cluster.span(hit),
            rule="other_side",
        )


def _fell(telling: Telling, party: Hit) -> bool:
    """«قتل القيادي الحوثي … في مواجهات مع الجيش»: whose man fell fought too."""
    return any(
        h.first <= party.first < h.last and h.values["outcome"] == "killed"
        for h in telling.of("casualty")
    )


def perpetrators_of(cluster: Cluster, *, fought: bool = True) -> Iterator[Perpetrator]:
    """Give the actors that stand where a perpetrator stands.

    Args:
        cluster: the tellings of one event, with the hits of ``find/actors``.
        fought: whether it may have been a fight. Else its doer is who fired: not the
            sides of a fight that went on meanwhile («قصف تركي … يتزامن مع قصف متبادل»).

    Yields:
        Each actor once with each stance, in the order of the report.
    """
    rows = _own_first(cluster.tellings)
    if not fought and any(r.hit.values["position"] in ONE_SIDED for r in rows):
        rows = [r for r in rows if r.hit.values["position"] != CLASH]
    if not rows:
        rows = [r for t in cluster.tellings for r in _announced(t)]
    seen: set[tuple[str, Blame, str]] = set()
    for row in rows:
        position = row.hit.values.get("position")
        owned = position == "denier" or any(
            _disowns(t, row.hit) for t in cluster.tellings if row.hit in t.of("actor")
        )
        if row.stance is Blame.DENIED and not (owned or _accused(row.actor, rows)):
            continue
        own = cluster.span(row.hit).quote.casefold() if row.actor in MANY else ""
        if (row.actor, row.stance, own) not in seen:
            seen.add((row.actor, row.stance, own))
            yield Perpetrator(
                actor=row.actor,
                stance=row.stance,
                span=cluster.span(row.hit),
                rule=row.hit.rule,
            )


def _own_first(told: Sequence[Telling]) -> list[_Row]:
    """Give whom the tellings blame; for what lasts, none whom the event itself does not.

    «قُتل … بغارة روسية. ويستمر قصف قوات النظام على المنطقة»: that is no doer of the raid.
    """
    rows = [(t, r) for t in told for r in _of_telling(t)]
    first = told[0]
    lasting = {id(t) for t in told if t is not first and lasts(t)}
    if all(id(t) in lasting for t, r in rows if r.stance is Blame.ALLEGED):
        return [r for _, r in rows]
    return [r for t, r in rows if r.stance is not Blame.ALLEGED or id(t) not in lasting]


def lasts(telling: Telling) -> bool:
    """Say whether a telling speaks of attacks that go on, and counts nobody hurt.

    A fight that goes on is told as one.
    """
    if not telling.cued("lasting") or telling.of("casualty"):
        return False
    return not any(h.code == CLASH for h in telling.of("attack"))


def _accused(actor: str, rows: Sequence[_Row]) -> bool:
    return any(r.actor == actor and r.stance is not Blame.DENIED for r in rows)


def _of_telling(telling: Telling) -> Iterator[_Row]:
    actors = telling.of("actor")
    speakers = _speakers(telling)
    for hit in actors:
        position = hit.values["position"]
        if position in SAID:
            own = _party(telling, hit) in speakers and position != "accused"
            yield _Row(hit.code, Blame.CLAIMED if own else Blame.ALLEGED, hit)
        elif position == "claimer":
            yield _Row(hit.code, Blame.CLAIMED, hit)
        elif _is_denier(telling, hit):
            yield _Row(hit.code, Blame.DENIED, hit)
        elif position == "victim" and _fought_alone(actors):
            yield _Row(hit.code, Blame.ALLEGED, hit)


def deniers(telling: Telling) -> set[str]:
    """Give the actors that deny something in a telling."""
    return {h.code for h in telling.of("actor") if _is_denier(telling, h)}


def _is_denier(telling: Telling, hit: Hit) -> bool:
    position = hit.values["position"]
    return position == "denier" or (position == "speaker" and _denies(telling, hit))


def _fought_alone(actors: Sequence[Hit]) -> bool:
    """«قتل ثلاثة من الفصيل في اشتباكات مع الجيش»: whose men fell is the other side."""
    return len({h.code for h in actors if h.values["position"] == "clash"}) == 1


def _party(telling: Telling, hit: Hit) -> str:
    """Name the party: its code, or its own name where many parties share the code."""
    if hit.code not in MANY:
        return hit.code
    return telling.scan.text[hit.start : hit.end].casefold()


def _speakers(telling: Telling) -> set[str]:
    """Give the parties that speak in the sentence without denying."""
    return {
        _party(telling, h)
        for h in telling.scan.of("actor")
        if h.values["position"] == "speaker" and not _denies(telling, h)
    } | {a.party for a in announcers(telling)}


def _denies(telling: Telling, hit: Hit) -> bool:
    return bool(_denials(telling, hit))


def _denials(telling: Telling, hit: Hit) -> list[Hit]:
    """Give the words of denial near an actor."""
    return [
        r
        for r in telling.scan.of("reporting")
        if r.values.get("stance") == "denies"
        and (
            0 <= hit.first - r.last < DENIAL_REACH
            or 0 <= r.first - hit.last < DENIAL_REACH
        )
    ]


def _disowns(telling: Telling, hit: Hit) -> bool:
    """Say whether a deed is named right behind who denies: «نفت الدولة استهداف …».

    "denied responsibility" too.
    """
    denials = _denials(telling, hit)
    if not denials:
        return False
    at = max(hit.last, denials[0].last)
    named = (h for code in DISOWNED for h in _cued(telling, code))
    deeds = [*telling.scan.of("attacks"), *named]
    if any(d.first == at for d in deeds):
        return True
    return any(d.first >= at for d in _cued(telling, "own_deed"))


def _cued(telling: Telling, code: str) -> list[Hit]:
    return [h for h in telling.scan.of("actor_cues") if h.code == code]


def announces(telling: Telling) -> bool:
    """Say whether somebody speaks of a deed of their own in a telling."""
    return any(_announced(telling))


def _announced(telling: Telling) -> Iterator[_Row]:
    """«أعلن الجيش … أن طائراته قصفت»: who speaks of its own deed has done it."""
    speakers = [
        h
        for h in telling.scan.of("actor")
        if h.values["position"] == "speaker" and not _denies(telling, h)
    ]
    for hit in speakers:
        deeds = [d for d in _cued(telling, "announced") if not d.means]
        announced = any(0 <= d.first - hit.last < DEED_REACH for d in deeds)
        own = any(o.first >= hit.last for o in _own_deeds(telling))
        foes = counts_foes(telling, hit.code)
        if announced or own or foes or _admits(telling, hit):
            yield _Row(hit.code, Blame.CLAIMED, hit)
    for party, source in announcers(telling):
        if counts_foes(telling, party):
            yield _Row(party, Blame.CLAIMED, source)


def _admits(telling: Telling, hit: Hit) -> bool:
    """«اعترف التحالف بأن الغارة …»: who admits an attack has done it.

    Who admits the loss of fighters tells of his own.
    """
    if any(c.values.get("group") == "combatants" for c in telling.of("casualty")):
        return False
    said = any(
        0 <= hit.first - a.last < ADMISSION_REACH
        or 0 <= a.first - hit.last < ADMISSION_REACH
        for a in _cued(telling, "admits")
    )
    return said and any(a.first >= hit.last for a in telling.of("attack"))


def _own_deeds(telling: Telling) -> Iterator[Hit]:
    """Give the words that make an attack the speaker's own: «طائراته», «أنه قصف»."""
    among = {h.last for h in _cued(telling, "from_word")}
    for hit in telling.scan.of("actor_cues"):
        if hit.first in among or _is_counted(telling, hit):
            continue  # «نقلت قتلى من عناصرها»، «إن أحد جنودها قتل»
        if hit.code == "own_deed" or (
            hit.code == "that_own" and _attacks_next(telling, hit)
        ):
            yield hit


def _is_counted(telling: Telling, own: Hit) -> bool:
    """Say whether one's own are those who were hurt."""
    return any(c.first <= own.first < c.last for c in telling.of("casualty"))


def _attacks_next(telling: Telling, hit: Hit) -> bool:
    if any(h.code == "not" for h in telling.scan.at(hit.last, "source_bounds")):
        return False  # «إنها لم تقصف القرية»
    return any(
        0 <= a.first - hit.last <= 1 and a.values.get("part") == "verb"
        for a in telling.scan.of("attacks")
    ) or any(
        0 <= c.first - hit.last <= 1 and c.code in {"deed", "light"}
        for c in telling.scan.of("actor_cues")
    )
