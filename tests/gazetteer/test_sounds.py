"""Spellings of one name are near each other, in one script and across two."""

from tawthiq.gazetteer.sounds import across, romanised, skeleton, sound_of, sounds_like


def test_too_few_consonants_mean_no_name() -> None:
    assert skeleton(["ab"]) == ""
    assert skeleton(["اب"]) == ""


def test_a_short_name_keeps_its_doubled_letters_and_glides() -> None:
    assert skeleton(["بينين"]) == skeleton(["بنين"]) != ""
    assert skeleton(["kaswa"]) == across(["كسوه"]) != ""


def test_sounds_are_alike_across_recorders() -> None:
    assert sound_of("wardeh") == sound_of("warda")
    assert sound_of("zahroun") == sound_of("zahrun")


def test_another_name_is_not_near() -> None:
    assert sounds_like("wardan", "زهران", least=0.5) < 0.75
    assert sounds_like("وردان", "زهران", least=0.5) < 0.75


def test_a_name_is_near_itself_in_the_other_script() -> None:
    assert romanised("ورده") == "urda"
    assert sounds_like("wardeh", "ورده", least=0.5) > 0.75
    assert sounds_like("ورده", "wardeh", least=0.5) > 0.75
