"""Law: every span of a reading quotes its text, whatever the text is made of."""

from datetime import date
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tawthiq.gazetteer.index import PlaceIndex
from tawthiq.model.reading_format import mentions_to_dict, reading_to_dict
from tawthiq.model.report import Report
from tawthiq.workflow.reading import Reader

READER = Reader(places=PlaceIndex(None))
PIECES = (
    "قُتل", "أصيب", "وجرح", "قصف", "غارة روسية", "القصف", "استهدف", "انفجار لغم",
    "٣ مدنيين", "سبعة أطفال", "بينهم", "نحو 20 شخصاً", "امرأتان", "آخرون",
    "قرية بئر الهدهد", "بلدة كفر مشمش", "في", "على", "قرب", "ريف", "وادي", "من",
    "أمس", "اليوم الثلاثاء", "منذ بداية العام", "14/2/2031", "مساء", "الشهر الماضي",
    "قوات النظام", "داعش", "د.ا.ع.ش", "نفت", "وزارة الدفاع", "قال ناشطون إن", "بحسب",
    "الطفل نجيب الريحاني (11 عاماً)", "سوق", "مدرسة", "،", ".", ":", "\n", "\n\n", "«",
    "»", "ـ", "\u200f", "😢", "http://a.b/c", "@x", "#قصف", "ﻣﺪﻧﻲ", "ک", "أ\u064e",
    "killed", "12 civilians", "an air strike", "near", "on Tuesday", "said", "Turkish",
    "(", ")", "-", "120", "1,500",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)


def spans(value: object) -> list[dict[str, Any]]:
    if isinstance(value, list):
        return [s for item in value for s in spans(item)]
    if not isinstance(value, dict):
        return []
    if {"start", "end", "quote"} <= set(value):
        return [value]
    return [s for item in value.values() for s in spans(item)]


def report(text: str, language: str) -> Report:
    day = date(2031, 3, 5)
    return Report(id="made", text=text, language=language, published=day)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(text=TEXTS, language=st.sampled_from(["ar", "en"]))
def test_every_span_quotes_its_text(text: str, language: str) -> None:
    made = report(text, language)
    told = [
        reading_to_dict(READER.read(made)),
        mentions_to_dict(made, READER.spot(made)),
    ]
    for span in spans(told):
        assert text[span["start"] : span["end"]] == span["quote"]
        assert span["start"] <= span["end"] <= len(text)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(text=TEXTS, language=st.sampled_from(["ar", "en"]))
def test_parts_point_at_a_whole_before_them(text: str, language: str) -> None:
    for event in READER.read(report(text, language)).events:
        for number, casualty in enumerate(event.casualties):
            if casualty.part_of is not None:
                assert 0 <= casualty.part_of < len(event.casualties)
                assert casualty.part_of != number
