"""Names are met by the spellings that reports use, and by no word of everyday."""

import pytest

from tawthiq.gazetteer.keys import (
    ALIKE,
    DERIVED,
    LOOSE,
    WRITTEN,
    bare_name,
    core_of,
    key_of,
    keys_of,
    kind_in,
    misspelt,
    parts_of,
    said_names,
    skeleton_key,
    without_parent,
    words_of,
)


def ranks(*names: str, parents: tuple[str, ...] = ()) -> dict[str, int]:
    return {k.key: k.rank for k in keys_of(names, parents=parents)}


def test_short_remnants_are_no_names() -> None:
    assert "تل" not in ranks("تل وردان", parents=("وردان",))
    assert "اب" not in ranks("الاب")


def test_a_name_of_marks_alone_gives_no_key() -> None:
    assert keys_of(["—", "  "]) == ()


def test_spelling_is_folded() -> None:
    assert key_of("أُمّ الحُجَرة") == "ام الحجره"
    assert key_of("Ba'qār-Tall") == "baqar tall"


def test_the_article_may_be_left_out() -> None:
    found = ranks("الوردية")
    assert found["الورديه"] == WRITTEN
    assert found["ورديه"] == DERIVED
    assert ranks("Al-Wardiya")["wardiya"] == DERIVED


@pytest.mark.parametrize(
    ("name", "parent", "bare"),
    [
        ("وردان - مركز زهران", "مركز زهران", "وردان"),
        ("وردان- زهران", "زهران", "وردان"),
        ("Wardan (Zahran)", "Zahran", "wardan"),
        ("وردان زهران", "زهران", "وردان"),
    ],
)
def test_a_disambiguator_is_indexed_away(name: str, parent: str, bare: str) -> None:
    assert bare in ranks(name, parents=(parent,))
    assert key_of(name) in ranks(name, parents=(parent,))


def test_a_second_name_in_brackets_is_a_name() -> None:
    assert "زهران" in ranks("وردان (زهران)")


def test_two_names_in_one_cell_are_two() -> None:
    assert {"وردان", "زهران"} <= set(ranks("وردان_زهران"))


def test_head_nouns_and_halves_may_be_left_out() -> None:
    assert ranks("مخيم الوردة")["الورده"] == DERIVED
    assert ranks("وردان فوقاني")["وردان"] == LOOSE
    assert ranks("Upper Wardan")["wardan"] == LOOSE


def test_joined_and_final_letters() -> None:
    found = ranks("كفر وردا")
    assert found["كفروردا"] == LOOSE
    assert found["كفر ورده"] == LOOSE


def test_latin_articles_join_or_vanish() -> None:
    found = ranks("Deir ez-Zahr")
    assert {"deir zahr", "deir ezzahr", "deirezzahr"} <= set(found)


def test_misspellings_meet_under_their_consonants() -> None:
    assert skeleton_key(words_of("Kafr Wardaan")) == skeleton_key(
        words_of("Kafar Werdan")
    )
    assert skeleton_key(words_of("Al-Ab")) == ""
    assert ranks("Kafr Wardan")[skeleton_key(("kafr", "wardan"))] == ALIKE


def test_one_letter_is_taken_for_another() -> None:
    assert "الورتان" not in set(misspelt("الوردان"))
    assert "الوزدان" in set(misspelt("الوردان"))


def test_one_vowel_is_written_or_left_out() -> None:
    assert "وردن" in set(misspelt("وردان"))
    assert "وريدان" in set(misspelt("وردان"))
    assert "وردام" not in set(misspelt("وردان"))


def test_a_name_in_arabic_letters_meets_its_latin_spellings() -> None:
    spelt = ranks("أورم الوردان")
    assert skeleton_key(words_of("Awrem al-Wardan")) in spelt
    assert skeleton_key(words_of("Urem Wardaan")) in spelt
    assert skeleton_key(words_of("Awrem al-Zahran")) not in spelt


def test_a_cell_of_two_names_is_called_by_either() -> None:
    assert {"ورده", "زهره"} <= set(said_names("وردة_زهرة"))


@pytest.mark.parametrize(
    ("said", "core"),
    [
        ("ريف وردان الشرقي", "وردان"),
        ("شمال مدينة وردان", "وردان"),
        ("countryside of Wardan", "wardan"),
        ("الشمال", "الشمال"),
    ],
)
def test_what_a_report_puts_round_a_name_is_cut(said: str, core: str) -> None:
    assert " ".join(core_of(words_of(said))) == core


def test_names_are_compared_bare() -> None:
    assert bare_name("مركز الوردية") == bare_name("الوردية") == "ورديه"
    assert bare_name("As-Safra") == "safra"


def test_only_the_parents_name_is_cut_for_show() -> None:
    assert without_parent("وردان - زهران", ["مركز زهران"]) == "وردان"
    assert without_parent("وردان (زهران)", ["غيرها"]) == "وردان (زهران)"


def test_a_name_may_tell_its_kind() -> None:
    assert kind_in("حي الورد") == "neighbourhood"
    assert kind_in("Ward Mosque") == "landmark"
    assert kind_in("الورد") is None
    assert kind_in("وردان الورد") is None


def test_a_hyphen_in_latin_letters_joins_no_two_names() -> None:
    assert parts_of("al-Ward") == []
    assert parts_of("الورد") == []


@pytest.mark.parametrize(
    "name", ["تل الورد/كفر زهر", "تل الورد-كفر زهر", "تل الورد / كفر زهر"]
)
def test_names_that_a_report_joins_are_told_apart(name: str) -> None:
    assert parts_of(name) == [words_of("تل الورد"), words_of("كفر زهر")]
