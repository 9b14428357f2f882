"""The words with which a report begins: what tells of an event, and what of nothing."""

from tawthiq.link.leads import bare_words, headline_in, lead_of, names_heard


def test_a_report_without_words_has_no_lead() -> None:
    lead = lead_of(None, "", None)
    assert not lead.words
    assert not lead.rare
    assert not lead.plain


def test_words_of_the_lists_given_names_and_addresses_are_not_rare() -> None:
    lead = lead_of("قصف قتلى", "قال محمد ثم وفاطمة https://t.co/qunfudh", None)
    assert not lead.rare
    assert "قصف" in lead.plain


def test_the_name_of_the_outlet_tells_nothing_of_the_event() -> None:
    with_it = lead_of("منصة القنفذ: قصف", "", None)
    without = lead_of("منصة القنفذ: قصف", "", "منصة القنفذ")
    assert "قنفذ" in with_it.rare
    assert "قنفذ" not in without.rare


def test_a_village_is_rare_whatever_stands_glued_in_front_of_it() -> None:
    assert bare_words("وبالقنفذ") == bare_words("القنفذ") == ("قنفذ",)
    assert lead_of(None, "قصف على القنفذ", None).rare == {"قنفذ"}


def test_a_given_name_is_not_cut_into_another_word() -> None:
    assert not lead_of(None, "فاطمة", None).rare


def test_two_given_names_tell_a_person_together() -> None:
    assert lead_of(None, "الشهيد محمد سليم", None).rare == {"محمد سليم"}
    assert not lead_of(None, "محمد قتل سليم", None).rare


def test_only_the_head_of_a_long_text_is_taken() -> None:
    assert "قنفذ" not in lead_of(None, "قصف " * 500 + "القنفذ", None).words


def test_a_name_in_latin_letters_is_heard_in_small_letters() -> None:
    assert names_heard("Qunfudh") == {"qunfudh"}
    assert not names_heard("village")


def test_the_headline_in_an_address_is_heard() -> None:
    told = "https://outlet.example/ar/articles/77/قصف-عنيف-على-بلدة-القنفذ?from=home"
    assert lead_of(None, "", None, url=told).rare == {"قنفذ"}


def test_numbers_and_names_of_pages_in_an_address_are_no_headline() -> None:
    for told in (
        "https://outlet.example/posts/pfbid02t9-qLSpHo",
        "https://outlet.example/القنفذ/2031/03/05",
        "no address at all",
        None,
    ):
        assert headline_in(told) == ""
