"""The casualty rows of one event: tellings of one count are one row."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from tawthiq.assemble.evidence import Cluster
from tawthiq.assemble.harm import casualties_of, victims_of
from tawthiq.lang.lexicon import Hit
from tawthiq.model.event import Casualty
from tawthiq.model.span import Span

TEXT = "قتل أربعة أشخاص. أربعة مدنيين على الأقل، بينهم طفل. سمير الحمدان"


def casualty(quote: str, group: str, *bounds: int | None, part: str = "") -> Hit:
    low, high = bounds
    values = {
        "outcome": "killed",
        "group": group,
        "low": low,
        "high": high,
        "wording": "exact" if low == high else "at_least",
        "part_of": TEXT.index(part) if part else None,
    }
    return hit("casualty", quote, values)


def hit(sheet: str, quote: str, values: Mapping[str, object]) -> Hit:
    start = TEXT.index(quote)
    end = start + len(quote)
    return Hit(sheet, "killed", 0, 1, start, end, frozenset(), "", values, "a_rule")


@dataclass
class Told:
    """Stands for a cluster of tellings: its hits, and the words of a hit."""

    hits: list[Hit]

    def of(self, sheet: str) -> list[Hit]:
        """Give the hits of one sheet."""
        return [h for h in self.hits if h.sheet == sheet]

    def span(self, found: Hit) -> Span:
        """Give the words of a hit."""
        return Span.of(TEXT, found.start, found.end)


def rows_of(*hits: Hit) -> list[Casualty]:
    return casualties_of(cast("Cluster", Told(list(hits))))


def test_nothing_told_is_no_row() -> None:
    assert rows_of() == []


def test_rival_counts_both_stay() -> None:
    rows = rows_of(
        casualty("أربعة أشخاص", "people", 4, 4),
        casualty("أربعة مدنيين", "people", 5, 5),
    )
    assert [r.range.low for r in rows] == [4, 5]


def test_the_open_bound_says_more_than_the_bare_number() -> None:
    rows = rows_of(
        casualty("أربعة أشخاص", "people", 4, 4),
        casualty("أربعة مدنيين على الأقل", "people", 4, None),
    )
    assert [(r.range.low, r.range.high) for r in rows] == [(4, None)]


def test_civilians_say_more_than_people() -> None:
    rows = rows_of(
        casualty("أربعة أشخاص", "people", 4, 4),
        casualty("أربعة مدنيين", "civilians", 4, 4),
    )
    assert [r.group for r in rows] == ["civilians"]


def test_one_person_and_one_civilian_may_be_two() -> None:
    rows = rows_of(
        casualty("قتل", "people", 1, 1), casualty("أربعة مدنيين", "civilians", 1, 1)
    )
    assert len(rows) == 2


def test_a_part_follows_its_whole_to_the_telling_that_stays() -> None:
    rows = rows_of(
        casualty("أربعة أشخاص", "people", 4, 4),
        casualty("أربعة مدنيين", "civilians", 4, 4),
        casualty("طفل", "children", 1, 1, part="أربعة أشخاص"),
    )
    assert [(r.group, r.part_of) for r in rows] == [
        ("civilians", None),
        ("children", 0),
    ]


def test_a_named_victim_is_a_row_where_nothing_is_counted() -> None:
    name = "سمير الحمدان"
    values = {"name": name, "outcome": "killed", "age": None, "sex": "male"}
    person = hit("person", name, values)
    assert [(r.outcome, r.group, r.range.low) for r in rows_of(person)] == [
        ("killed", "men", 1)
    ]
    counted = casualty("أربعة أشخاص", "people", 4, 4)
    assert [r.group for r in rows_of(counted, person)] == ["people"]


def test_a_named_child_by_age() -> None:
    name = "سمير الحمدان"
    values = {"name": name, "outcome": "killed", "age": 9, "sex": "male"}
    (row,) = rows_of(hit("person", name, values))
    assert row.group == "children"


def test_a_part_belongs_to_a_whole_of_its_own_outcome() -> None:
    dead = casualty("أربعة أشخاص", "people", 4, 4)
    told = casualty("أربعة مدنيين على الأقل", "civilians", 9, 9)
    wounded = told._replace(values={**told.values, "outcome": "injured"})
    child = casualty("طفل", "children", 1, 1, part="أربعة مدنيين على الأقل")
    rows = rows_of(dead, wounded, child)
    parts = [r for r in rows if r.part_of is not None]
    assert [rows[cast("int", r.part_of)].outcome for r in parts] == ["killed"]


def person(name: str, outcome: str, rule: str = "person_title") -> Hit:
    values = {"name": name, "outcome": outcome, "age": None, "sex": None}
    return hit("person", "سمير الحمدان", values)._replace(rule=rule)


def test_a_named_victim_is_a_row_where_only_others_fates_are_counted() -> None:
    dead = casualty("أربعة أشخاص", "people", 4, 4)
    rows = rows_of(dead, person("سمير الحمدان", "injured"))
    assert [(r.outcome, r.range.low) for r in rows] == [("killed", 4), ("injured", 1)]


def names_of(*hits: Hit) -> list[str]:
    return [v.name for v in victims_of(cast("Cluster", Told(list(hits))))]


def test_a_shorter_name_calls_the_same_person_unless_it_is_the_next_on_a_list() -> None:
    full = person("سمير عبد الرحيم الحمدان", "killed")
    again = person("سمير الحمدان", "killed")
    assert names_of(full, again) == ["سمير عبد الرحيم الحمدان"]
    son = person("سمير الحمدان", "killed", "person_kin")
    assert names_of(full, son) == ["سمير عبد الرحيم الحمدان", "سمير الحمدان"]
    assert names_of(full, son, son) == ["سمير عبد الرحيم الحمدان", "سمير الحمدان"]


def test_like_counts_of_one_clause_are_two_and_told_again_they_are_the_same() -> None:
    boy = casualty("طفل", "children", 1, 1)
    girl = boy._replace(rule="joined")
    rows = rows_of(boy, girl, boy, girl)
    assert [r.group for r in rows] == ["children", "children"]
    assert len(rows_of(boy, boy)) == 1


def test_a_named_victim_is_a_row_beside_others_counted_behind_the_name() -> None:
    names = person("سمير الحمدان", "killed")
    values = {**casualty("طفل", "people", 3, 3).values, "_other": True}
    after = hit("casualty", "طفل", values)._replace(start=len(TEXT) - 1, end=len(TEXT))
    assert [r.range.low for r in rows_of(names, after)] == [3, 1]
    before = hit("casualty", "طفل", values)
    assert [r.range.low for r in rows_of(names, before)] == [3]


def test_a_name_is_of_the_group_told_behind_it() -> None:
    told = person("سمير الحمدان", "killed")
    leader = told._replace(values={**told.values, "group": "combatants"})
    assert [r.group for r in rows_of(leader)] == ["combatants"]
