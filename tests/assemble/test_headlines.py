"""A headline sums up: what the text tells of another event alone is that one's."""

from tests.assemble.report_reading import events

HEADLINE = "قصف مدفعي على قرية النخيل واستخدام الفوسفور"


def test_what_the_text_never_takes_up_stays_with_the_headline() -> None:
    (one,) = events(
        HEADLINE, "قتل رجلان أمس بقصف مدفعي على قرية النخيل، بحسب مصادر محلية هناك."
    )
    assert "white_phosphorus" in {w.code for w in one.weapons}


def test_what_the_text_tells_of_another_event_is_not_the_headline_s() -> None:
    found = events(
        HEADLINE,
        "قتل رجلان أمس بقصف مدفعي على قرية النخيل، بحسب مصادر محلية هناك.",
        "من جهة أخرى، قتل سبعة مدنيين بغارة جوية بقنابل الفوسفور على بلدة السدرة.",
    )
    burnt = [e for e in found if "white_phosphorus" in {w.code for w in e.weapons}]
    assert [e.type for e in burnt] == ["air_strike"]
