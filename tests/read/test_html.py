"""The main text of saved pages, and only what they state of themselves."""

from datetime import date
from pathlib import Path

import pytest

from tawthiq.errors import InputError
from tawthiq.read.encoding import decode
from tawthiq.read.options import Found
from tawthiq.read.pages.html import read_html

PAGES = Path(__file__).parent / "pages"
BODY = (
    "<p>قُتل خمسة مدنيين في قصف على سوق قرية النخيل منتصف عام 2017، بحسب مصادر.</p>" * 3
)


def page(name: str) -> Found:
    return read_html((PAGES / f"{name}.html").read_text(), name)


def built(head: str = "", body: str = BODY) -> Found:
    return read_html(f"<html><head>{head}</head><body>{body}</body></html>", "p")


@pytest.mark.parametrize("text", ["<html></html>", "<!-- nothing -->", "<p> </p>", "<"])
def test_a_page_without_text_is_told(text: str) -> None:
    with pytest.raises(InputError, match="no text"):
        read_html(text, "p.html")


def test_no_day_and_no_author_are_guessed() -> None:
    found = built('<meta name="author" content="مدينة النخيل">')
    assert found.published is None
    assert found.published_basis is None
    assert found.author is None


def test_times_that_disagree_fix_no_day() -> None:
    times = '<time datetime="2031-03-05">x</time><time datetime="2031-03-06">y</time>'
    assert built(body=BODY + times).published is None


@pytest.mark.parametrize("value", ["soon", "2031-02-30", ""])
def test_a_wrong_day_in_a_page_is_no_day(value: str) -> None:
    head = f'<meta property="article:published_time" content="{value}">'
    assert built(head).published is None


@pytest.mark.parametrize(
    "script", ["{", "[[[", "7", '"x"', '{"@type":"Person","name":"y"}']
)
def test_linked_data_that_says_nothing_is_passed_over(script: str) -> None:
    head = f'<script type="application/ld+json">{script}</script>'
    assert built(head).published is None


def test_a_news_page_gives_its_article_and_no_other_s_headlines() -> None:
    found = page("news")
    assert "قُتل خمسة مدنيين" in found.text
    assert "حتى ساعة إعداد هذا الخبر" in found.text
    for furniture in ("الصفصاف", "المرسى", "الجسر", "رياضة", "حقوق"):
        assert furniture not in found.text
    assert found.title == "قصف مدفعي على قرية النخيل"
    assert found.outlet == "شبكة الوادي"
    assert found.author == "ليان الساحلي"
    assert found.url == "https://wadi.example/news/8841"
    assert found.published == date(2031, 3, 5)


def test_a_telegram_preview_keeps_its_post() -> None:
    found = page("telegram")
    assert "استهدفت طائرة مسيّرة سيارة" in found.text
    assert found.url == "https://t.me/wadi_post/311"
    assert found.published == date(2031, 3, 5)
    assert found.outlet is None, "the platform is no outlet"


def test_a_post_on_x_keeps_its_words() -> None:
    found = page("tweet")
    assert "ثلاثة قتلى من عائلة واحدة" in found.text
    assert "miss what" not in found.text
    assert found.outlet is None


def test_an_old_page_of_tables_gives_its_article_alone() -> None:
    raw = (PAGES / "table.html").read_text().encode("cp1256")
    found = read_html(decode(raw, "t", page=True), "t")
    assert "قتل ثلاثة مزارعين" in found.text
    assert "قبل موسم الحصاد" in found.text
    for furniture in ("جسر المرسى", "محطة وقود", "رياضة", "استفتاء"):
        assert furniture not in found.text


def test_a_list_of_authors_gives_the_first() -> None:
    head = (
        '<script type="application/ld+json">[{"@type":"NewsArticle","author":'
        '[{"name":"أ"},{"name":"ب"}],"publisher":{"name":"صحيفة"}}]</script>'
    )
    found = built(head)
    assert (found.author, found.outlet) == ("أ", "صحيفة")


def test_a_declaration_of_xml_is_no_hindrance() -> None:
    page = f'<?xml version="1.0" encoding="utf-8"?><html><body>{BODY}</body></html>'
    assert "خمسة مدنيين" in read_html(page, "p").text
