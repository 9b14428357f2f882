"""Where a speaker sits is no place of what he tells, if another place was struck."""

from tests.assemble.report_reading import events


def names(text: str) -> list[str]:
    (event,) = events(text)
    return [place.name for place in event.places]


def test_the_seat_of_a_speaker_gives_way_to_what_was_struck() -> None:
    told = "أعلنت السلطات في مدينة الورد مقتل تسعة مدنيين بقصف على بلدة النخيل."
    assert names(told) == ["النخيل"]


def test_where_nothing_else_is_named_it_is_believed() -> None:
    told = "أعلنت السلطات في مدينة الورد مقتل تسعة مدنيين بقصف على سوق."
    assert names(told) == ["الورد"]
