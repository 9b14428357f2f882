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


def test_the_governorate_that_was_struck_is_believed_before_a_seat() -> None:
    told = "أعلنت وزارة الصحة في بغداد مقتل 12 مدنيا في غارة على محافظة الأنبار."
    assert names(told) == ["الأنبار"]


def test_what_is_said_behind_that_is_no_seat() -> None:
    told = "أفاد مراسلنا بأن الطيران استهدف محيط مدينة الورد بثلاث غارات في محافظة الأنبار."
    assert names(told) == ["الورد", "الأنبار"]


def test_a_land_behind_the_town_of_a_dateline_is_no_place() -> None:
    told = "دبي، الإمارات العربية المتحدة (NKL)— قتل ستة مدنيين بقصف بمديرية كتاف."
    assert names(told) == ["كتاف"]
