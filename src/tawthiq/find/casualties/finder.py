"""Finds casualties: which outcome each counted group met, and which counts are parts.

A word of harm takes the first people counted after it, and those joined to them; a
verb that follows its people («امرأة قتلت») takes them where no word before does.
What a sentence leaves open («وأصيب آخرون», «بينهم طفل» after a full stop) is settled
by the sentences before it.
"""

from collections.abc import Sequence
from typing import cast

from tawthiq.find.casualties.counts import HARM
from tawthiq.find.casualties.harm import OPEN, SHEET, Sentence
from tawthiq.find.casualties.nouns import PEOPLE, continued
from tawthiq.lang.language import Language
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.rules import Match
from tawthiq.lang.scan import Scan

_BACK = 2

FIRE = frozenset({"small_arms", "fire"})
"""What is said to be somebody's: «برصاص …», «بنيران …»."""

MILLION = 1_000_000
"""Displaced from which on a count is that of a land, of no single event."""


def find_casualties(scan: Scan, language: Language) -> list[Hit]:
    """Find the casualties of a sentence.

    Returns:
        Hits with ``outcome``, ``group``, ``low``, ``high``, ``wording`` and ``part_of``
        (None, or the source offset where the whole's hit starts); those of the sheet
        ``casualty_open`` wait for ``settle``.
    """
    out = [_by_rule(scan, m) for m in language.family("casualties").matches(scan)]
    counts = [
        c
        for c in scan.of("count")
        if not any(h.first < c.last and c.first <= h.last for h in out)
        and not _is_of_a_nation(c)
        and not _is_of_doers(scan, c)
    ]
    if counts:
        told = Sentence(scan, counts)
        out.extend(told.casualties())
        scan.add(_nations_of(scan, [counts[index] for index in sorted(told.doers)]))
    _clear_the_harmed(scan, out)
    return sorted(out, key=lambda h: (h.first, h.last))


def _nations_of(scan: Scan, doers: Sequence[Hit]) -> list[Hit]:
    """Give the parties whose men did it: «قتل جندي إسرائيلي طفلا»."""
    named = {w for h in scan.of("actor") for w in _words(h)}
    return [
        scan.make(
            "actor",
            words=(count.first, nation.last),
            values={
                "code": nation.code,
                "name": scan.text[count.start : nation.end],
                "position": "agent",
            },
            rule="nationalities",
            like=count,
        )
        for count in doers
        for nation in scan.at(count.last - 1, "nationalities")
        if nation.code and named.isdisjoint(_words(count))
    ]


def _clear_the_harmed(scan: Scan, found: Sequence[Hit]) -> None:
    """Take back that those did it who are counted harmed: «أصيب مستوطن بجروح»."""
    harmed = {w for h in found if h.values["outcome"] in HARM for w in _words(h)}
    if any(h.first in harmed and h.values["position"] == "agent"
           for h in scan.of("actor")):  # fmt: skip
        scan.replace("actor", lambda h: _as_victim(h) if h.first in harmed else h)


def _words(hit: Hit) -> range:
    return range(hit.first, hit.last)


def _as_victim(actor: Hit) -> Hit:
    if actor.values["position"] != "agent":
        return actor
    return actor._replace(values={**actor.values, "position": "victim"})


def _is_of_a_nation(count: Hit) -> bool:
    """«6.5 مليون نازح»: the displaced of a land, whom no event is said to displace."""
    low = count.values["low"]
    named = count.values["outcome"] == "displaced"
    return named and isinstance(low, int) and low >= MILLION


def _is_of_doers(scan: Scan, count: Hit) -> bool:
    """Tell whether a count is of those who did it: ``kidnapped by four men``.

    «قتل برصاص شخصين» too: the fire is theirs; «رميا بالرصاص أربعة» is owned by nobody.
    """
    return any(
        h.code == "by" and h.first < count.first <= h.last <= count.last
        for h in scan.of("actor_cues")
    ) or any(
        h.last == count.first and "in" in h.means and "the" not in h.means
        for h in scan.of("weapons", "actor_cues")
        if h.code in FIRE
    )


def settle(scans: Sequence[Scan]) -> None:
    """Settle what sentences leave open by what those before them tell.

    «آخرون» takes the group of the people told of last, and a part without a whole in
    its sentence the outcome and the place of the last whole, at most two sentences
    back.
    """
    known: list[tuple[int, Hit]] = []
    for number, scan in enumerate(scans):
        known = [(n, h) for n, h in known if number - n <= _BACK]
        _settle_one(scan, [h for _, h in known])
        known.extend(
            (number, h)
            for h in scan.of(SHEET)
            if h.values["part_of"] is None and _tells(h)
        )


def _settle_one(scan: Scan, known: Sequence[Hit]) -> None:
    if known and any(h.values.get("_lacks") for h in scan.of(SHEET)):
        scan.replace(SHEET, lambda h: _grouped(h, known[-1]))
    for part in scan.of(OPEN):
        whole = next((h for h in reversed(known) if _may_hold(h, part)), None)
        if whole is not None:
            scan.add([_settled(part, whole)])
        elif part.code:  # «من بين القتلى طفل»: the part alone is told
            scan.add([part._replace(sheet=SHEET)])


def _may_hold(whole: Hit, part: Hit) -> bool:
    """Whether a count may be of some of those counted: of one lot, and no more of them."""
    most = cast("int | None", whole.values["high"])
    own = cast("int | None", part.values["low"])
    fits = most is None or own is None or own <= most
    return fits and part.code in {"", whole.code}


def _tells(hit: Hit) -> bool:
    return hit.values["low"] != 0


def _grouped(hit: Hit, last: Hit) -> Hit:
    if hit.values.get("_lacks") != "group":
        return hit
    values = {
        **hit.values,
        "group": continued(hit.values, str(last.values["group"]), last),
    }
    return hit._replace(values=values)


def _settled(hit: Hit, last: Hit) -> Hit:
    outcome = hit.values["outcome"] or last.values["outcome"]
    group = hit.values["group"]
    if hit.values.get("_lacks") == "group":
        group = last.values["group"]
    values = {**hit.values, "outcome": outcome, "group": group, "part_of": last.start}
    return hit._replace(sheet=SHEET, code=str(outcome), values=values)


def _by_rule(scan: Scan, match: Match) -> Hit:
    given = match.values()
    values = {
        "outcome": given["outcome"],
        "group": given.get("group") or PEOPLE,
        "low": _int(given.get("low")),
        "high": _int(given.get("high")),
        "wording": given.get("wording") or "exact",
        "part_of": None,
        "_other": False,
        "_of_them": False,
    }
    return scan.make(
        SHEET, words=(match.first, match.last), values=values, rule=match.rule.name
    )


def _int(value: object) -> int | None:
    return int(value) if isinstance(value, str) and value.isdigit() else None
