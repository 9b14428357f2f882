"""The page: safe, self-contained, every quote marked, both directions linked."""

import base64
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tawthiq.cli.page.document import html_page
from tawthiq.cli.page.text import Anchor, Chip, escaped, marked_text, word_start
from tawthiq.lang.codebook import Codebook, load_codebook
from tawthiq.model.reading import Reading
from tawthiq.model.span import Span

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
HOSTILE = """<script>alert(1)</script> & "quotes" 'and' </textarea><img src=x onerror=alert(1)>
{{script}} \x00 \udcff javascript:alert(1) قُتل <b>سبعة</b> مدنيين --> ]]>"""


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return load_codebook()


class Seen(HTMLParser):
    """What a parser finds in a page: elements, attributes, text of the report."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.paragraphs: list[str] = []
        self._inside = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element; a ``p`` with ``dir`` is one of the report's own."""
        values = {name: value or "" for name, value in attrs}
        self.elements.append((tag, values))
        if tag == "p" and values.get("dir") == "auto":
            self._inside = True
            self.paragraphs.append("")

    def handle_endtag(self, tag: str) -> None:
        """Leave a paragraph."""
        if tag == "p":
            self._inside = False

    def handle_data(self, data: str) -> None:
        """Add to the paragraph."""
        if self._inside:
            self.paragraphs[-1] += data

    def all_of(self, name: str) -> Iterator[str]:
        """Give every value of an attribute."""
        return (values[name] for _, values in self.elements if name in values)


def hostile(reading: Reading) -> Reading:
    """Put hostile words wherever a report may bring words of its own."""
    start = HOSTILE.index("<b>")
    span = Span.of(HOSTILE, start, start + 11)
    report = replace(
        reading.report,
        text=HOSTILE,
        id='"><script>',
        title="</title><script>alert(2)</script>",
        outlet='" onmouseover="alert(3)',
        url="javascript:alert(4)",
    )
    event = replace(
        reading.events[0],
        trigger=span,
        type="<img src=x>",
        rule="<svg onload=alert(5)>",
    )
    return replace(reading, report=report, events=(event,), statements=())


def test_a_report_without_events_shows_its_text_and_says_so(
    quiet: Reading, codebook: Codebook
) -> None:
    page = html_page([quiet], codebook, "ar")
    assert "لا حدث في هذا التقرير" in page
    assert Seen(page).paragraphs == [quiet.report.text]
    assert 'class="m' not in page


def test_no_reading_at_all_is_still_a_page(codebook: Codebook) -> None:
    assert html_page([], codebook, "en").startswith("<!doctype html>")


def test_the_text_stands_word_for_word(arabic: Reading, codebook: Codebook) -> None:
    seen = Seen(html_page([arabic], codebook, "ar"))
    lines = [line for line in arabic.report.text.split("\n") if line.strip()]
    assert seen.paragraphs == lines


def test_every_value_and_its_words_point_at_each_other(
    arabic: Reading, codebook: Codebook
) -> None:
    seen = Seen(html_page([arabic], codebook, "ar"))
    ids = list(seen.all_of("id"))
    assert len(ids) == len(set(ids))
    for target in seen.all_of("href"):
        assert not target.startswith("#") or target[1:] in ids
    marks = [v for _, v in seen.elements if v.get("class", "").startswith("m ")]
    marked = {value for mark in marks for value in mark["data-v"].split()}
    values = {name.removeprefix("v-") for name in ids if name.startswith("v-")}
    assert values == marked
    assert len(values) == 31


def test_nothing_a_report_says_becomes_markup(
    arabic: Reading, codebook: Codebook
) -> None:
    page = html_page([hostile(arabic)], codebook, "en")
    seen = Seen(page)
    tags = [tag for tag, _ in seen.elements]
    assert tags.count("script") == 1
    assert not {"img", "svg", "b", "textarea"} & set(tags)
    names = {name for _, values in seen.elements for name in values}
    assert not {name for name in names if name.startswith("on")}
    shown = "\n".join(seen.paragraphs)
    assert shown == HOSTILE.replace("\x00", "\ufffd").replace("\udcff", "\ufffd")
    page.encode("utf-8")


def test_nothing_is_asked_of_the_network(arabic: Reading, codebook: Codebook) -> None:
    page = html_page([arabic], codebook, "ar")
    seen = Seen(page)
    assert not list(seen.all_of("src"))
    assert not list(seen.all_of("style"))
    assert all(href.startswith(("#", "data:")) for href in seen.all_of("href"))
    assert "@import" not in page
    assert "url(" not in page
    assert "default-src &#x27;none&#x27;" in page or "default-src 'none'" in page


def test_the_policy_names_the_hash_of_the_style_and_of_the_script(
    quiet: Reading, codebook: Codebook
) -> None:
    page = html_page([quiet], codebook, "ar")
    for element in ("style", "script"):
        inside = re.search(f"<{element}>(.*?)</{element}>", page, re.DOTALL)
        assert inside is not None
        digest = base64.b64encode(sha256(inside[1].encode()).digest()).decode()
        assert f"{element}-src 'sha256-{digest}'" in page


def test_the_page_opens_in_the_language_asked_and_holds_both(
    arabic: Reading, codebook: Codebook
) -> None:
    page = html_page([arabic], codebook, "ar")
    assert '<html lang="ar" dir="rtl" data-ui="ar">' in page
    assert '<span class="l ar" lang="ar">غارة جوية</span>' in page
    assert '<span class="l en" lang="en">Air strike</span>' in page
    english = html_page([arabic], codebook, "en")
    assert '<html lang="en" dir="ltr" data-ui="en">' in english


def test_the_doubtful_bears_a_quiet_mark(arabic: Reading, codebook: Codebook) -> None:
    def marked(reading: Reading) -> list[str]:
        classes = Seen(html_page([reading], codebook, "ar")).all_of("class")
        return [c for c in classes if "doubt" in c.split()]

    assert marked(arabic) == []
    event, *rest = arabic.events
    light = tuple(replace(p, confidence=0.1) for p in event.places)
    changed = replace(arabic, events=(replace(event, places=light), *rest))
    assert marked(changed) == ["fx c-place doubt"] * len(light)


def test_languages_may_need_different_notes(
    arabic: Reading, codebook: Codebook
) -> None:
    page = html_page([arabic], codebook, "en")
    shown = re.search(r'lang="en"><span class="val">.*?C1', page, re.DOTALL)
    assert shown is not None
    assert "Wadi al-Zaarour" in page


def test_days_and_coordinates_keep_their_direction(
    arabic: Reading, codebook: Codebook
) -> None:
    page = html_page([arabic], codebook, "ar")
    assert '<bdi dir="ltr">2031-03-03</bdi>' in page
    assert '<bdi dir="ltr">35.1234,36.5678</bdi>' in page
    assert "<bdi>وادي الزعرور</bdi>" in page


def test_the_same_readings_give_the_same_page(
    arabic: Reading, english: Reading, codebook: Codebook
) -> None:
    first = html_page([arabic, english], codebook, "ar")
    assert first == html_page(iter([arabic, english]), load_codebook(), "ar")


def test_a_page_of_many_reports_lists_them(
    arabic: Reading, english: Reading, quiet: Reading
) -> None:
    page = html_page([arabic, english, quiet], load_codebook(), "ar")
    assert 'href="#r3"' in page
    assert "r1-e1" in page
    assert "r2-e1" in page
    ids = list(Seen(page).all_of("id"))
    assert len(ids) == len(set(ids))


def anchor(text: str, start: int, end: int, *, name: str, slot: str = "date") -> Anchor:
    return Anchor(id=name, slot=slot, span=Span.of(text, start, end))


def test_words_without_a_value_are_left_alone() -> None:
    assert marked_text("a < b\n\nc", [], []) == (
        '<p dir="auto">a &lt; b</p>\n<p dir="auto">c</p>'
    )


def test_overlapping_values_are_split_and_share_their_words() -> None:
    text = "abcdef"
    left = anchor(text, 0, 4, name="x")
    right = anchor(text, 2, 6, name="y", slot="place")
    marked = marked_text(text, [left, right], [])
    assert re.findall(r'data-v="([^"]+)">(\w+)<', marked) == [
        ("x", "ab"),
        ("x y", "cd"),
        ("y", "ef"),
    ]
    assert marked.count('id="m-x"') == marked.count('id="m-y"') == 1


def test_a_value_inside_another_gives_its_colour_and_an_outline_stays() -> None:
    text = "abcd"
    outer = anchor(text, 0, 4, name="t", slot="trigger")
    inner = anchor(text, 1, 2, name="w", slot="weapon")
    marked = marked_text(text, [outer, inner], [])
    assert '<a class="m c-weapon u-trigger" href="#v-w" data-v="w t">b</a>' in marked


def test_words_over_a_line_break_are_marked_on_both_lines() -> None:
    text = "ab\ncd"
    marked = marked_text(text, [anchor(text, 1, 4, name="x")], [])
    assert marked.count('data-v="x"') == 2
    assert marked.count('id="m-x"') == 1


def test_words_that_begin_with_a_line_break_can_still_be_reached() -> None:
    text = "ab\n\ncd"
    marked = marked_text(text, [anchor(text, 2, 6, name="x")], [])
    assert '<i class="at" id="m-x"></i><a class="m c-date"' in marked


def test_a_chip_stands_before_the_word_and_never_inside_it() -> None:
    text = "ثم وقصف"
    at = word_start(text, text.index("قصف"))
    assert at == text.index("وقصف")
    chip = Chip(start=at, number=1, target="r1-e1", kind="event")
    assert 'data-n="1" aria-label="1"></a>وقصف' in marked_text(text, [], [chip])


def test_a_carriage_return_survives() -> None:
    assert escaped("a\r") == "a&#13;"


Browser = Callable[[str], str]


@pytest.fixture
def browser(tmp_path: Path) -> Browser:
    """Give the document of a page after its scripts have run."""
    if CHROMIUM is None:
        pytest.skip("no chromium here: links in a browser are not tested")
    program = CHROMIUM

    def run(page: str) -> str:
        file = tmp_path / "page.html"
        file.write_text(page, encoding="utf-8")
        done = subprocess.run(  # noqa: S603 - a program of our own choice
            [
                program,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                f"--user-data-dir={tmp_path / 'profile'}",
                "--virtual-time-budget=3000",
                "--dump-dom",
                file.as_uri(),
            ],
            capture_output=True,
            timeout=90,
            check=True,
        )
        return done.stdout.decode("utf-8")

    return run


def with_script(page: str, script: str) -> str:
    """Add a probe; the page's own policy would rightly refuse it."""
    bare = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    return bare.replace("</body>", f"<script>{script}</script></body>")


def lit(document: str) -> set[str]:
    """Name every link that is lit: words of the text, and facts of the cards."""
    found: set[str] = set()
    for _, values in Seen(document).elements:
        classes = values.get("class", "").split()
        if "lit" in classes and "num" not in classes:
            side = "word" if "m" in classes else "fact"
            found.add(f"{side} {values['data-v']}")
    return found


def test_the_script_runs_under_the_pages_own_policy(
    arabic: Reading, codebook: Codebook, browser: Browser
) -> None:
    document = browser(html_page([arabic], codebook, "ar"))
    assert 'data-ready="yes"' in document


def test_a_value_lights_its_words(
    arabic: Reading, codebook: Codebook, browser: Browser
) -> None:
    page = html_page([arabic], codebook, "ar")
    click = "document.getElementById('v-r1-e1-1').click()"
    found = lit(browser(with_script(page, click)))
    assert found == {"fact r1-e1-1", "word r1-e1-1"}


def test_words_light_every_value_that_rests_on_them(
    arabic: Reading, codebook: Codebook, browser: Browser
) -> None:
    page = html_page([arabic], codebook, "ar")
    click = "document.querySelector('.m.c-weapon').click()"
    found = lit(browser(with_script(page, click)))
    facts = {name for name in found if name.startswith("fact")}
    assert facts == {"fact r1-e1-0", "fact r1-e1-6"}
    assert "word r1-e1-6 r1-e1-0" in found


def test_a_button_changes_the_language_in_place(
    arabic: Reading, codebook: Codebook, browser: Browser
) -> None:
    page = html_page([arabic], codebook, "ar")
    click = "document.getElementById('switch').click()"
    document = browser(with_script(page, click))
    assert re.search(r'<html lang="en" dir="ltr" data-ui="en"', document)
