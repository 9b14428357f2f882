"""Cards in a terminal: every value with its words, in either language."""

import io
from dataclasses import replace

import pytest
from rich.cells import cell_len

from tawthiq.cli.cards.facts import number
from tawthiq.cli.cards.phrases import plain, speech
from tawthiq.cli.cards.readings import print_cards, visible
from tawthiq.lang.codebook import Codebook, load_codebook
from tawthiq.model.count import Range
from tawthiq.model.reading import Reading
from tawthiq.model.vocabulary import Wording


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return load_codebook()


def shown(
    *readings: Reading,
    language: str = "ar",
    width: int = 90,
    terminal: bool = False,
) -> str:
    out = io.StringIO()
    print_cards(
        readings,
        load_codebook(),
        language,
        stream=out,
        width=width,
        terminal=terminal,
    )
    return out.getvalue()


def test_a_report_without_events_says_so(quiet: Reading) -> None:
    assert "لا حدث في هذا التقرير" in shown(quiet)
    assert "No event in this report" in shown(quiet, language="en")


def test_every_quote_stands_in_its_card(arabic: Reading) -> None:
    text = " ".join(shown(arabic, width=100).split())
    for event in arabic.events:
        slots = (
            event.places,
            event.perpetrators,
            event.weapons,
            event.struck,
            event.casualties,
            event.victims,
            event.attribution,
        )
        for claims in slots:
            for claim in claims:
                assert f"«{claim.span.quote}»" in text
        assert f"«{event.trigger.quote}»" in text
    for said in arabic.statements:
        assert f"«{said.about.quote}»" in text


def test_the_head_tells_the_day_and_what_it_rests_on(arabic: Reading) -> None:
    lines = shown(arabic).splitlines()
    assert "تاريخ النشر  2031-03-03 (من بيانات الصفحة)" in lines
    assert "Published   2031-03-03 (Page metadata)" in shown(arabic, language="en")


def test_a_day_of_publication_that_nobody_knows_is_called_so(english: Reading) -> None:
    assert "Published   not known" in shown(english, language="en")
    assert "day not worked out · Relative  «Monday»" in shown(english, language="en")


def test_a_language_without_a_pack_is_named(quiet: Reading) -> None:
    report = replace(quiet.report, language="ku")
    text = shown(replace(quiet, report=report), language="en")
    assert "ku (no pack)" in text


def test_zero_vague_and_unsaid_differ_in_words(arabic: Reading) -> None:
    text = shown(arabic, language="en")
    assert "0 (the report says none) · Injured" in text
    assert "number not given · Missing" in text
    assert "Not said     Place, Perpetrator" in text
    assert "None" not in text


@pytest.mark.parametrize(
    ("low", "high", "wording", "arabic_words", "english_words"),
    [
        (3, 3, Wording.EXACT, "3", "3"),
        (
            0,
            0,
            Wording.EXACT,
            "صفر (ذكر التقرير أنه لا أحد)",
            "0 (the report says none)",
        ),
        (7, None, Wording.AT_LEAST, "7 فأكثر", "7 or more"),
        (7, None, Wording.MORE_THAN, "أكثر من 7", "more than 7"),
        (7, None, Wording.EXACT, "7 فأكثر", "7 or more"),
        (9, 9, Wording.ABOUT, "نحو 9", "about 9"),
        (None, 9, Wording.UP_TO, "حتى 9", "up to 9"),
        (3, 5, Wording.RANGE, "من 3 إلى 5", "3 to 5"),
        (None, None, Wording.VAGUE, "عدد غير محدّد", "number not given"),
    ],
)
def test_a_count_is_put_into_words(
    codebook: Codebook,
    low: int | None,
    high: int | None,
    wording: Wording,
    arabic_words: str,
    english_words: str,
) -> None:
    count = Range(low=low, high=high, wording=wording)
    assert plain(number(count, speech(codebook, "ar"))) == arabic_words
    assert plain(number(count, speech(codebook, "en"))) == english_words


def test_an_ambiguous_place_counts_its_candidates(arabic: Reading) -> None:
    assert "ملتبس؛ المرشحون: 2" in shown(arabic)
    assert "not in the gazetteer" in shown(arabic, language="en")


def test_parts_stand_under_their_whole(arabic: Reading) -> None:
    lines = [line.strip() for line in shown(arabic).splitlines()]
    whole = lines.index("الضحايا   12 · قتيل · مدنيون  «12 مدنياً»")
    assert lines[whole + 1].startswith("– 4 · قتيل · أطفال")  # noqa: RUF001
    assert "من أصل «12 مدنياً»" in lines[whole + 1]


def test_rows_that_name_each_other_as_whole_are_all_shown(arabic: Reading) -> None:
    first, *rest = arabic.events[0].casualties
    knot = (replace(first, part_of=1), replace(rest[0], part_of=0))
    event = replace(arabic.events[0], casualties=knot)
    text = shown(replace(arabic, events=(event,), statements=()))
    assert "«12 مدنياً»\n" in text
    assert "«4 أطفال»\n" in text


def test_statements_that_contradict_each_other_point_at_each_other(
    arabic: Reading,
) -> None:
    text = shown(arabic)
    assert "يناقض التصريح 2" in text
    assert "يناقض التصريح 1" in text


def test_who_is_known_by_a_role_alone_is_named_once(arabic: Reading) -> None:
    said = arabic.statements[0]
    named = replace(said.speaker, name="المتحدث باسم البلدية", role="رئيس البلدية")
    bare = replace(named, role=named.name)
    for speaker, times in ((named, 1), (bare, 1)):
        reading = replace(arabic, statements=(replace(said, speaker=speaker),))
        text = " ".join(shown(reading, width=100).split())
        assert text.count("المتحدث باسم البلدية") == times
        assert ("رئيس البلدية" in text) == (speaker is named)


def test_what_is_piped_has_no_colour_and_no_hidden_marks(arabic: Reading) -> None:
    text = shown(arabic)
    assert "\x1b" not in text
    assert not set(text) & set("\u2066\u2067\u2068\u2069\u200e\u200f")


def test_a_terminal_gets_every_isolate_closed_on_its_own_line(arabic: Reading) -> None:
    text = shown(arabic, width=40, terminal=True)
    assert "\u20662031-03-03\u2069" in text
    for line in text.splitlines():
        opened = line.count("\u2066") + line.count("\u2068")
        assert opened == line.count("\u2069")


@pytest.mark.parametrize("width", [30, 47, 80, 200])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_line_is_wider_than_the_terminal(
    arabic: Reading, width: int, language: str
) -> None:
    for line in shown(arabic, language=language, width=width).splitlines():
        assert cell_len(line) <= width
        assert line == line.rstrip()


def test_a_code_that_the_codebook_lacks_is_shown_as_it_is(english: Reading) -> None:
    event = replace(english.events[0], type="flood")
    assert "1  flood · Incident" in shown(
        replace(english, events=(event,)), language="en"
    )


def test_a_report_cannot_steer_the_terminal() -> None:
    assert visible("a\x1b[31mb\u202ec\u2069\nd\te\x07") == "a[31mbc d e"


def test_an_id_that_is_a_hash_is_cut_and_another_is_not(quiet: Reading) -> None:
    long = replace(quiet.report, id="ab" * 32)
    text = shown(replace(quiet, report=long))
    assert "abababababab\n" in text
    assert "quiet-1" in shown(quiet)


def test_the_doubtful_is_marked_and_the_rest_is_not(arabic: Reading) -> None:
    assert "doubtful" not in shown(arabic, language="en")
    event, *rest = arabic.events
    place, *others = event.places
    light = replace(
        event,
        places=(replace(place, confidence=0.314), *others),
        type_confidence=0.2,
        kind_confidence=0.8,
    )
    told = shown(replace(arabic, events=(light, *rest)), language="en")
    assert told.count("doubtful (31%)") == told.count("type doubtful (20%)") == 1
    assert "kind doubtful" not in told
    whole = replace(light, confidence=0.4)
    told = shown(replace(arabic, events=(whole, *rest)), language="ar")
    assert "مشكوك فيه (40%)" in told
    assert "نوع الهجوم مشكوك فيه" not in told
