"""Parts: which of the people counted are some of others, in a sentence and across two."""

import pytest
from tests.find.casualty_reading import Row, scan_of, settled_rows

from tawthiq.find.casualties.finder import settle


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The dead included a girl", ("killed", "children", 1, 1)),
        ("بين القتلى طفل", ("killed", "children", 1, 1)),
    ],
)
def test_a_part_of_the_dead_alone_is_told(text: str, row: Row) -> None:
    language = "en" if text.isascii() else "ar"
    scan = scan_of(text, language)
    settle([scan])
    (hit,) = scan.of("casualty")
    value = hit.values
    assert (value["outcome"], value["group"], value["low"], value["high"]) == row


@pytest.mark.parametrize(
    ("text", "whole", "parts"),
    [
        ("قتل تسعة مدنيين بينهم سبعة أطفال", 1, ["سبعة أطفال"]),
        ("قتل أربعة مدنيين، طفلة وامرأتان ورجل", 1, ["طفلة", "امرأتان", "رجل"]),
        ("إصابة 6 أشخاص هم (4 أطفال وامرأة ورجل)", 1, ["4 أطفال", "امرأة", "رجل"]),
        ("قتل عشرة أشخاص معظمهم من النساء", 1, ["معظمهم من النساء"]),
        ("مقتل أربعة مدنيين، ثلاثة منهم من عائلة", 1, ["ثلاثة منهم"]),
    ],
)
def test_parts_name_their_whole(text: str, whole: int, parts: list[str]) -> None:
    hits = scan_of(text).of("casualty")
    starts = {h.values["part_of"] for h in hits if h.values["part_of"] is not None}
    assert starts == {hits[0].start}
    named = [text[h.start : h.end] for h in hits if h.values["part_of"] is not None]
    assert named == parts
    assert len(hits) == whole + len(parts)


def test_others_in_the_next_sentence_take_the_group_told_before() -> None:
    rows = settled_rows("مقتل ثمانية جنود.", "وأصيب 13 آخرون.")
    assert rows[1] == ("injured", "combatants", 13, 13)


def test_a_part_in_the_next_sentence_finds_its_whole() -> None:
    rows = settled_rows("قتل سبعة مدنيين في بيت جبر.", "بينهم طفلان.")
    assert rows == [("killed", "civilians", 7, 7), ("killed", "children", 2, 2)]


@pytest.mark.parametrize(
    ("before", "part"),
    [
        ("قتل 17 شخصا في الغارة.", "ومن بين القتلى طفلان."),
        ("قتل 17 شخصا وجرح طفل في الغارة.", "وقال المسعف إن بين الشهداء طفلين."),
    ],
)
def test_whom_the_dead_are_among_is_told_by_their_own_word(
    before: str, part: str
) -> None:
    first, second = scan_of(before), scan_of(part)
    settle([first, second])
    (hit,) = second.of("casualty")
    assert hit.values["outcome"] == "killed"
    assert hit.values["part_of"] == first.of("casualty")[0].start


def test_those_joined_to_a_part_are_parts_too() -> None:
    rows = settled_rows(
        "قتل 17 شخصا في الغارة.", "ومن بين القتلى المعلم سالم الزين وزوجته وطفلاه."
    )
    assert rows[2:] == [("killed", "women", 1, 1), ("killed", "children", 2, 2)]
