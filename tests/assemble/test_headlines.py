"""A headline sums up: what the text tells of another event alone is that one's."""

from tests.assemble.report_reading import events, scanned

from tawthiq.assemble.evidence import Cluster
from tawthiq.assemble.headlines import share_out
from tawthiq.assemble.telling import tellings

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


def test_a_title_that_the_text_does_not_take_up_is_no_event() -> None:
    scans = scanned(HEADLINE, "وسقطت قذائف على بلدة السدرة وقتل سبعة مدنيين هناك.")
    title, below = tellings(scans)
    (told,) = share_out([Cluster([title]), Cluster([below])])
    assert told.tellings[-1] is below


def test_without_a_text_below_a_title_stays_an_event() -> None:
    (title,) = tellings(scanned(HEADLINE, "صورة من المكان."))
    assert share_out([Cluster([title])]) == [Cluster([title])]
    assert share_out([]) == []
