"""What says nothing new is dropped; a different figure or name never is."""

from tawthiq.read.segments.repeats import repeats


def dropped(*sentences: str) -> set[int]:
    return repeats([s.split() for s in sentences])


def test_a_toll_that_changed_is_no_repeat() -> None:
    assert not dropped(
        "قتل 4 مدنيين في قصف على القرية", "قتل 5 مدنيين في قصف على القرية"
    )


def test_the_same_words_about_another_village_are_no_repeat() -> None:
    assert not dropped(
        "قصف مدفعي على قرية النخيل اليوم", "قصف مدفعي على قرية الصفصاف اليوم"
    )


def test_a_few_words_that_stand_in_a_sentence_are_no_repeat() -> None:
    assert not dropped("قرية النخيل", "قصف مدفعي على قرية النخيل اليوم")


def test_the_same_words_in_another_order_are_no_repeat() -> None:
    assert not dropped("الجيش قصف قرية المسلحين", "قرية قصف المسلحين الجيش اليوم")


def test_of_equals_the_first_stays() -> None:
    assert dropped("قتل رجل", "أصيب طفل", "قتل رجل", "قتل رجل") == {2, 3}


def test_of_two_the_fuller_stays() -> None:
    lead = "قتل خمسة مدنيين في قصف على القرية"
    whole = lead + " مساء الثلاثاء بحسب الدفاع المدني"
    assert dropped(lead, whole) == {0}
    assert dropped(whole, lead) == {1}


def test_a_chain_of_tellings_leaves_the_fullest_alone() -> None:
    said = ["قتل خمسة مدنيين في قصف", "قتل خمسة مدنيين في قصف على القرية"]
    said.append(said[1] + " مساء الثلاثاء")
    assert dropped(*said) == {0, 1}
