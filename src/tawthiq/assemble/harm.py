"""Harm: the counts of people and the names of victims that belong to an event."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from tawthiq.assemble.evidence import Cluster
from tawthiq.lang.lexicon import Hit
from tawthiq.model.count import Range
from tawthiq.model.event import Casualty, NamedVictim
from tawthiq.model.vocabulary import Wording

PEOPLE = "people"
Key = tuple[object, object, object, object]
_TOLD_MORE = ("civilians", "combatants")
_FEW = 2
_OF_AGE = 18
_BESIDE_ANOTHER = {"person_kin", "person_list"}


def casualties_of(cluster: Cluster) -> list[Casualty]:
    """Give the rows of an event: the same count told twice is one row.

    Of two tellings of one count the one that says more stays: «خمسة على الأقل» over
    «خمسة», «أربعة مدنيين» over «أربعة قتلى». Rival counts of one thing are rows of
    their own; they are never summed. Where nobody is counted of an outcome but others,
    each named victim who met it is a row: «استشهاد فلان الفلاني مع ثلاثة آخرين».
    """
    hits = cluster.of("casualty")
    keys = {_key(h) for h in hits}
    rows: list[Casualty] = []
    at: dict[int, int] = {}
    seen: dict[tuple[Key, int], int] = {}
    told = [(_fullest(_key(h), keys), n, h) for n, h in _numbered(hits)]
    # Wholes before parts and fuller tellings first, so that a part finds its whole.
    for key, nth, hit in sorted(
        told, key=lambda t: (_is_part(t[2]), t[0] != _key(t[2]))
    ):
        if (key, nth) not in seen:
            seen[key, nth] = len(rows)
            rows.append(_row(cluster, hit, _whole(hit, rows, at)))
        at[hit.start] = seen[key, nth]
    named = (r for r in _named(cluster) if not any(_counts(h, r) for h in hits))
    return rows + list(named)


def _counts(hit: Hit, named: Casualty) -> bool:
    """Tell whether a count holds a person named: not «ثلاثة آخرين» behind the name."""
    others = hit.values.get("_other") and hit.start > named.span.start
    return hit.values["outcome"] == named.outcome and not others


def _numbered(hits: Sequence[Hit]) -> Iterator[tuple[int, Hit]]:
    """Number like counts of one clause: «طفل وطفلة» are two children, each of them one.

    Told again in another clause, they are the same two.
    """
    chain: object = None
    seen: Counter[tuple[object, Key]] = Counter()
    for number, hit in enumerate(hits):
        if hit.rule != "joined":
            chain = hit.values["part_of"] if _is_part(hit) else (number,)
        place = chain, _key(hit)
        yield seen[place], hit
        seen[place] += 1


def _is_part(hit: Hit) -> bool:
    return hit.values.get("part_of") is not None


def _key(hit: Hit) -> Key:
    value = hit.values
    return value["outcome"], value["group"], value["low"], value["high"]


def _fullest(key: Key, keys: set[Key]) -> Key:
    """Give the telling of a count that says most of it."""
    outcome, group, low, high = key
    if low is not None and low == high and (outcome, group, low, None) in keys:
        high = None
    if group == PEOPLE and isinstance(low, int) and low >= _FEW:
        for more in _TOLD_MORE:
            if (outcome, more, low, high) in keys:
                return outcome, more, low, high
    return outcome, group, low, high


def _whole(hit: Hit, rows: Sequence[Casualty], at: Mapping[int, int]) -> int | None:
    """Give the row that a part belongs to: one of the same outcome, or none.

    «ومن بين القتلى طفل» after the wounded were counted is still of the dead.
    """
    start = hit.values.get("part_of")
    if start is None:
        return None
    outcome = hit.values["outcome"]
    whole = at.get(cast("int", start))
    if whole is not None and rows[whole].outcome == outcome:
        return whole
    same = (
        n
        for n, row in enumerate(rows)
        if row.outcome == outcome and row.part_of is None and row.span.start < hit.start
    )
    return max(same, key=lambda n: rows[n].span.start, default=None)


def _row(cluster: Cluster, hit: Hit, whole: int | None) -> Casualty:
    value = hit.values
    return Casualty(
        outcome=str(value["outcome"]),
        group=str(value["group"]),
        range=Range(
            low=cast("int | None", value["low"]),
            high=cast("int | None", value["high"]),
            wording=Wording(str(value["wording"])),
        ),
        part_of=whole,
        span=cluster.span(hit),
        rule=hit.rule,
    )


def _named(cluster: Cluster) -> Iterator[Casualty]:
    """Give a row for each named victim."""
    seen: set[str] = set()
    for hit in cluster.of("person"):
        outcome, name = str(hit.values.get("outcome") or ""), str(hit.values["name"])
        if outcome and name not in seen:
            seen.add(name)
            yield Casualty(
                outcome=outcome,
                group=_group_of(hit),
                range=Range(low=1, high=1, wording=Wording.EXACT),
                part_of=None,
                span=cluster.span(hit),
                rule="named_victim",
            )


def _group_of(person: Hit) -> str:
    age, sex = person.values.get("age"), person.values.get("sex")
    told = person.values.get("group")
    if told:
        return str(told)
    if isinstance(age, int | float) and age < _OF_AGE:
        return "children"
    return {"male": "men", "female": "women"}.get(str(sex), PEOPLE)


def _listed(person: Hit) -> bool:
    return person.rule in _BESIDE_ANOTHER


def _calls(words: Sequence[str], full: Sequence[str], *, listed: bool) -> bool:
    """Tell whether a shorter name calls a person named in full before.

    Of a son or of the next on a list it is another person's, unless it is the same to
    the word: «إصابة محمد عبد الرحيم عودة وابنه محمد عودة».
    """
    return words == full if listed else set(words) <= set(full)


def victims_of(cluster: Cluster) -> Iterator[NamedVictim]:
    """Give the named victims of an event, each name once.

    Of whom nothing is told was killed, unless the event's people are all injured.
    """
    told = (*cluster.of("casualty"), *cluster.of("person"))
    met = {h.values.get("outcome") for h in told} - {None}
    untold = "injured" if met == {"injured"} else "killed"
    known: list[list[str]] = []
    for hit in cluster.of("person"):
        name = str(hit.values["name"])
        words = name.split()
        if not any(_calls(words, full, listed=_listed(hit)) for full in known):
            known.append(words)
            sex = hit.values.get("sex")
            yield NamedVictim(
                name=name,
                age=cast("float | None", hit.values.get("age")),
                sex=str(sex) if sex else None,
                outcome=str(hit.values.get("outcome") or untold),
                span=cluster.span(hit),
                rule=hit.rule,
            )
