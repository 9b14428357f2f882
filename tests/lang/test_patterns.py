"""What the pattern language matches, on a small lexicon of our own."""

import pytest

from tawthiq.lang.language import load_language
from tawthiq.lang.lexicon import Entry, Lexicon
from tawthiq.lang.patterns import Pattern, PatternError
from tawthiq.lang.scan import Scan
from tawthiq.model.report import Segment
from tawthiq.text.tokens import tokenize

WORDS = (
    ("phrases", "نحو", "about"),
    ("phrases", "على الأقل", "at_least"),
    ("group", "مدني", "civilians"),
    ("group", "مدنيين", "civilians"),
    ("group", "طفل", "children"),
    ("weapon", "سيارة مفخخة", "car_bomb"),
    ("weapon", "سيارة", "none"),
)


def scan(text: str) -> Scan:
    language = load_language("ar")
    entries = [
        Entry(sheet, language.key(form), code, {}, 1) for sheet, form, code in WORDS
    ]
    tokens = tokenize(language.folder.fold(text))
    return Scan(
        text=text,
        segment=Segment(start=0, end=len(text), kind="sentence", order=0, paragraph=0),
        tokens=tokens,
        hits=Lexicon(entries, language.affixes).hits(tokens),
    )


def longest(pattern: str, text: str) -> str | None:
    made = scan(text)
    ends = [last for last, _ in Pattern(pattern).matches(made, 0)]
    if not ends:
        return None
    return text[made.tokens[0].start : made.tokens[max(ends) - 1].end]


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("{digits} {group}", "7، مدنيين"),
        ("{digits} {group=children}", "7 مدنيين"),
        ("{group+for}", "مدنيين"),
        ("{group-for}", "لمدنيين"),
        ("{digits} {group}", "7"),
    ],
)
def test_it_keeps_silent(pattern: str, text: str) -> None:
    assert longest(pattern, text) is None


@pytest.mark.parametrize(
    ("pattern", "text", "taken"),
    [
        ("{digits} {group}", "7 مدنيين قتلوا", "7 مدنيين"),
        ("[<about>] {digits} {group}", "نحو 7 مدنيين", "نحو 7 مدنيين"),
        ("[<about>] {digits} {group}", "7 مدنيين", "7 مدنيين"),
        ("{digits} , {group}", "7، مدنيين", "7، مدنيين"),
        ("{digits} ({group=children}|{group=civilians})", "7 مدنيين", "7 مدنيين"),
        ("{group=men/civilians}", "المدنيين", "المدنيين"),
        ("{group+for}", "للمدنيين", "للمدنيين"),
        ("{digits} {words2} <at_least>", "7 من هنا على الأقل", "7 من هنا على الأقل"),
        ("{digits} {word}", "7 «قرى» أخرى", "7 «قرى"),
        ("{weapon}", "السيارة المفخخة", "السيارة المفخخة"),
    ],
)
def test_it_matches(pattern: str, text: str, taken: str) -> None:
    assert longest(pattern, text) == taken


def test_a_slot_keeps_what_it_took_under_its_name() -> None:
    made = scan("7 مدنيين")
    _, bound = Pattern("n:{digits} {group}").matches(made, 0)[0]
    assert [(b.name, b.first, b.last) for b in bound] == [("n", 0, 1), ("group", 1, 2)]
    assert bound[1].hit is not None
    assert bound[1].hit.code == "civilians"


@pytest.mark.parametrize(
    "pattern", ["{digits", "({group}", "[{group}", "{group})", "قصف"]
)
def test_a_broken_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(PatternError):
        Pattern(pattern)


def test_the_longest_form_of_a_sheet_wins() -> None:
    assert [h.code for h in scan("بسيارة مفخخة").of("weapon")] == ["car_bomb"]


def test_a_hit_leaves_the_clitic_outside() -> None:
    text = "وبسيارة مفخخة"
    hit = scan(text).of("weapon")[0]
    assert text[hit.start : hit.end] == "سيارة مفخخة"
    assert hit.means == {"and", "in"}


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        ("{group} , <about> {words2} {weapon}", {"group", "phrases", "weapon"}),
        ("{group} [<about>] {digits}", {"group"}),
        ("({group}|{weapon}) <about>", {"phrases"}),
        ("{group}|{weapon}", set()),
    ],
)
def test_a_pattern_needs_what_no_bracket_and_no_bar_lets_go(
    pattern: str, needed: set[str]
) -> None:
    assert Pattern(pattern).needed == needed


def test_a_sentence_holds_sheets_only_where_each_has_a_word() -> None:
    assert scan("نحو مدني").holds(frozenset({"group", "phrases"}))
    assert not scan("نحو مدني").holds(frozenset({"group", "weapon"}))
