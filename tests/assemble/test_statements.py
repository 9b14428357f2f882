"""Statements: who said what, through whom, and which contradict each other."""

from pathlib import Path

import pytest

from tawthiq.assemble.statements import statements_of
from tawthiq.find.sources.finder import find_sources
from tawthiq.lang.language import load_language
from tawthiq.lang.scan import Scan
from tawthiq.model.report import Segment
from tawthiq.model.statement import Statement

SEED = Path(__file__).resolve().parents[3] / "shared" / "bench" / "seed" / "report.txt"


def scans(text: str, language: str = "ar") -> list[Scan]:
    loaded = load_language(language)
    found, at = [], 0
    for number, line in enumerate(text.split("\n")):
        segment = Segment(
            start=at,
            end=at + len(line),
            kind="sentence",
            order=number,
            paragraph=number,
        )
        at += len(line) + 1
        if line.strip():
            scan = loaded.scan(text, segment)
            scan.add(find_sources(scan, loaded))
            found.append(scan)
    return found


def said(text: str, language: str = "ar") -> tuple[Statement, ...]:
    return statements_of(scans(text, language))


def test_no_speaker_no_statement() -> None:
    assert said("قصفت الطائرات سوق القرية صباح اليوم") == ()


def test_going_on_with_nobody_before_is_no_statement() -> None:
    assert said("وأضاف أن القصف استمر") == ()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("قال الناشط الإعلامي سامر الريحاني إن القصف استمر", ("سامر الريحاني", "الناشط الإعلامي", None)),
        ("قال سامر الريحاني (ناشط من البلدة) إن القصف استمر", ("سامر الريحاني", "ناشط من البلدة", None)),
        ("قالت سلوى المرجان الناطقة الرسمية باسم مجلس الزعرور العسكري إن القصف استمر", ("سلوى المرجان", "الناطقة الرسمية باسم مجلس الزعرور العسكري", "مجلس الزعرور العسكري")),
        ("قال المتحدث باسم التحالف العقيد سامر الريحاني إن القصف استمر", ("سامر الريحاني", "المتحدث باسم التحالف", "التحالف")),
        ("قالت وزارة الداخلية إن القصف استمر", ("وزارة الداخلية", None, "وزارة الداخلية")),
        ("قالت مصادر محلية إن القصف استمر", ("مصادر محلية", None, None)),
    ],
)  # fmt: skip
def test_name_role_and_organisation(text: str, who: tuple[str | None, ...]) -> None:
    (one,) = said(text)
    assert (one.speaker.name, one.speaker.role, one.speaker.organisation) == who


def test_a_short_name_points_back_and_the_call_goes_on() -> None:
    first, second, third = said(
        "قال سامر الريحاني في اتصال هاتفي مع السنبلة إن القصف استمر\n"
        "ولفت الريحاني إلى أن الخبز مفقود\n"
        "وأضاف أن الماء مقطوع"
    )
    assert {s.speaker.name for s in (first, second, third)} == {"سامر الريحاني"}
    assert (second.channel, second.via) == ("phone", "السنبلة")
    assert second.about.quote == "الخبز مفقود"


def test_an_outlet_that_passes_words_on_is_the_way_not_the_speaker() -> None:
    (one,) = said(
        "وأكد المتحدث باسم الجيش استمرار العمليات، وذلك بحسب ما نشر موقع السنبلة"
    )
    assert one.via == "موقع السنبلة"
    assert one.about.quote == "استمرار العمليات"


def test_a_meeting_is_announced_with_its_day_and_village() -> None:
    (one,) = said("عقد وفد من التحالف اجتماعا مع قيادات محلية أمس في قرية أم الطيور")
    assert one.stance == "announces"
    assert one.about.quote.startswith("اجتماعا")
    assert "أمس في قرية أم الطيور" in one.about.quote


def test_opposite_words_on_one_thing_dispute_each_other() -> None:
    first, second = said(
        "قالت الناطقة باسم المجلس سلوى المرجان إنه من غير المستبعد وجود القائد نجيب "
        "الريحاني في قرية أم الطيور\n"
        "واستبعد الناشط رامي الحصاد تواجد الريحاني ضمن قرية أم الطيور"
    )
    assert (first.disputes, second.disputes) == (("s2",), ("s1",))


def test_denying_that_points_at_what_was_said() -> None:
    first, second = said("قال ناشطون إن الجيش قصف المدرسة\nونفى الجيش ذلك")
    assert (first.disputes, second.disputes) == (("s2",), ("s1",))


def test_denying_another_thing_disputes_nobody() -> None:
    found = said(
        "قال ناشطون إن الطائرات قصفت المدرسة\nونفت البلدية انقطاع الكهرباء عن المدينة"
    )
    assert [s.disputes for s in found] == [(), ()]


def test_every_span_quotes_the_text() -> None:
    text = "قال الناشط سامر الريحاني في تسجيل مصور إن القصف استمر، مشيرا إلى أن الماء مقطوع"
    for one in said(text):
        for span in (one.speaker.span, one.verb, one.about):
            assert text[span.start : span.end] == span.quote


def test_english() -> None:
    (one,) = said("Foreign Minister Samer Rihani said two people died", "en")
    assert one.speaker.name == "Samer Rihani"
    assert one.about.quote == "two people died"


@pytest.mark.skipif(not SEED.is_file(), reason="../shared is absent")
def test_the_article_of_the_seed() -> None:
    found = said(SEED.read_text(encoding="utf-8"))
    against = [s for s in found if s.disputes]
    assert len(against) == 2
    assert {against[0].disputes, against[1].disputes} == {
        (against[1].id,), (against[0].id,),
    }  # fmt: skip
    assert {s.channel for s in found} >= {"phone", "social", "interview"}
    assert any(s.via is not None and "RT" in s.via for s in found)
    assert any(s.rule.startswith("meets") for s in found)
