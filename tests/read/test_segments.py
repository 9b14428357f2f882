"""What of a report is read: all that it tells, and nothing of the page round it."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.model.report import Report, Segment
from tawthiq.read.segments.cutting import segments

GOLD = Path(__file__).parents[3] / "shared" / "bench" / "gold"
X = "https://x.com/wadi_net/status/1862841598775644229"
FACEBOOK = "https://www.facebook.com/wadi/posts/pfbid0"
NEWS = "https://wadi.example/news/1"
LEAD = (
    "قُتل خمسة مدنيين، بينهم طفلتان، مساء الثلاثاء في قصف مدفعي على سوق قرية النخيل، "
    "بحسب ما أفاد الدفاع المدني في بيان له."
)
MORE = (
    "وأضاف البيان أن ثلاثة مصابين نقلوا إلى مشفى البلدة القريبة، وأن المنازل المحيطة "
    "بالسوق تضررت تضررا كبيرا جراء القصف الذي استمر نحو ساعة."
)
OTHERS = (
    "مقتل تسعة أشخاص في غارة على بلدة الصفصاف",
    "انفجار سيارة مفخخة في مدينة المرسى",
    "إصابة أربعة أطفال بلغم قرب جسر الوادي",
)


def report(text: str, url: str | None = None, title: str | None = None) -> Report:
    return Report(id="r", text=text, language="ar", url=url, title=title)


def found(text: str, url: str | None = None, title: str | None = None) -> list[Segment]:
    return list(segments(report(text, url, title)))


def said(text: str, url: str | None = None, title: str | None = None) -> list[str]:
    return [text[s.start : s.end] for s in found(text, url, title)]


def lines(*parts: str) -> str:
    return "\n\n".join(parts)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n ",
        "***\n\n---\n\n12",
        "English (US)EspañolFrançais (France)العربيةSign UpLog InMessenger",
        "This page isn't available right now\n",
        "Post\n\nPost\n\nLog in\n\n3 Likes",
        lines(
            "Back to top ↑", "Loading seems to be taking a while.", "Copy link to Tweet"
        ),
    ],
)
def test_a_page_of_furniture_gives_nothing(text: str) -> None:
    assert said(text, FACEBOOK) == []


@pytest.mark.parametrize(
    "furniture",
    [
        "قد يعجبك ايضا",
        "عدد القراءات: 314",
        "اقرأ أيضاً: مقتل تسعة أشخاص في غارة على بلدة الصفصاف",
        "مواضيع ذات صلة : انفجار سيارة مفخخة في مدينة المرسى",
        "Copy link to Tweet",
        "16 replies",
        "https://t.me/wadi_post",
        "pic.twitter.com/abcdef",
        "الأربعاء, ٥ يوليو ٢٠٢٣, ١٧:٠٨",
        "20/12/2022",
        "— شبكة الوادي (@wadi_net) January 8, 2031",
        "هذا الموقع يستخدم ملف تعريف الارتباط Cookie",
        "...",
    ],
)
def test_a_line_of_furniture_goes_alone(furniture: str) -> None:
    assert said(lines(LEAD, furniture, MORE), NEWS) == [LEAD, MORE]


@pytest.mark.parametrize(
    "line",
    [
        "تعليقات المسؤولين على القصف الذي طال السوق توالت طوال الليل من كل جهة وصوب.",
        "السابق من الغارات على القرية قتل سبعة.",
        "المزيد من القتلى سقطوا في القرية.",
        "قتل رجل",
        "Following the raid, two children died in the village.",
        "More than ten people were killed.",
        "Post office hit by a shell, two dead.",
        "May Haddad, 7, was killed.",
    ],
)
def test_a_line_that_only_begins_like_furniture_stays(line: str) -> None:
    assert line in said(lines(LEAD, line, MORE), NEWS)


def test_headlines_of_others_go_and_the_report_after_them_stays() -> None:
    text = lines(LEAD, "مقالات ذات صلة", *OTHERS, MORE)
    assert said(text, NEWS) == [LEAD, MORE]


@pytest.mark.parametrize(
    "heading", ["تعليقات", "0 Comments", "التعليقات (0)", "اترك تعليقاً إلغاء الرد"]
)
def test_what_follows_the_comments_goes_for_good(heading: str) -> None:
    assert said(lines(LEAD, heading, MORE), NEWS) == [LEAD]


def test_headlines_at_the_foot_go_without_any_heading() -> None:
    assert said(lines("قصف على سوق النخيل", LEAD, MORE, *OTHERS), NEWS)[-1] == MORE


def test_headlines_above_the_report_go_but_its_title_stays() -> None:
    ticker = [
        *OTHERS,
        "افتتاح جسر جديد فوق نهر الوادي",
        "هطول أمطار غزيرة على الساحل كله",
    ]
    kept = said(lines(*ticker, "خمسة قتلى بقصف سوق قرية النخيل أمس", LEAD, MORE), NEWS)
    assert kept[-3:] == ["خمسة قتلى بقصف سوق قرية النخيل أمس", LEAD, MORE]
    assert OTHERS[0] not in kept


def test_a_page_of_headlines_on_other_things_gives_nothing() -> None:
    ticker = [*OTHERS, *(f"خبر رقم {n} عن أمر لا صلة له بشيء" for n in range(5))]
    assert said(lines(*ticker), NEWS, "خمسة قتلى بقصف سوق قرية النخيل") == []
    assert said(lines(*ticker), NEWS), "without a title nothing tells them apart"


def test_headlines_with_a_day_below_each_go_though_nothing_else_is_told() -> None:
    dated = [f"{line}\nالثلاثاء 2031/03/1{n}" for n, line in enumerate(OTHERS)]
    own = "قصف مدفعي على قرية النخيل"
    assert said(lines(own, *dated), NEWS) == [own]
    assert said(lines(f"{own}\nالثلاثاء 2031/03/18", *dated), NEWS) == [own]
    assert set(OTHERS[:2]) < set(said(lines(own, *dated[:2]), NEWS)), "two are no list"


def test_days_that_head_what_happened_on_them_hide_nothing() -> None:
    told = [f"2031/03/1{n}\n{line}" for n, line in enumerate(OTHERS)]
    assert said(lines(*told), NEWS) == list(OTHERS)


def test_a_list_of_names_at_the_foot_stays() -> None:
    names = ["الطفلة سلمى عامر الزين من قرية النخيل", "الشاب كريم عامر الزين من النخيل"]
    names.append("السيدة هدى سالم المصري من الصفصاف")
    for text in (
        lines(LEAD, MORE, "أسماء القتلى:", *names),
        lines(LEAD, MORE, *(f"- {name}" for name in names)),
    ):
        assert said(text, NEWS)[-3:] == names


def test_a_facebook_page_gives_its_post() -> None:
    text = (
        "شبكة الوادي - قُتل خمسة مدنيين...\nFacebook\u200eشبكة الوادي\u200e's Post\n\n"
        f"شبكة الواديMarch 5, 2031 · Shared with Public{LEAD}#النخيلAll reactions:5414 "
        "commentsLikeCommentMost relevantهدى سالمالله يرحمهم1y"
    )
    assert said(text, FACEBOOK) == [LEAD, "#النخيل"]


def test_a_post_on_x_gives_its_words_and_its_account() -> None:
    text = f"Post\n\nPost\n\nشبكة الوادي@wadi_net{LEAD}\n#النخيل00:0012:50 PM · Nov 30, 20243.4KViews5492"
    kinds = [(s.kind, text[s.start : s.end]) for s in found(text, X)]
    assert kinds == [
        ("byline", "شبكة الوادي"),
        ("sentence", LEAD),
        ("sentence", "#النخيل"),
    ]


def test_the_address_tells_where_a_handle_ends() -> None:
    text = "Wadi Net@wadi_netFive civilians were killed in the market."
    assert said(text, X) == ["Wadi Net", "Five civilians were killed in the market."]


def test_the_second_post_of_a_thread_stays_and_another_s_reply_goes() -> None:
    reply = "الله يرحمهم جميعا ويصبر أهلهم"
    text = lines(
        "شبكة الوادي @wadi_net",
        "Copy link to Tweet",
        LEAD,
        "16 replies",
        "شبكة الوادي @wadi_net",
        MORE,
        "هدى\u200f @huda_s",
        "Replying to @wadi_net",
        reply,
    )
    assert said(text, X) == ["شبكة الوادي", LEAD, MORE]


def test_a_post_captured_three_times_is_read_once() -> None:
    post = f"{LEAD} pic.twitter.com/abcdef"
    assert said(lines(post, post, post), X) == [LEAD]


def test_a_lead_cut_short_above_the_whole_one_goes() -> None:
    text = f"{LEAD[:60]}...\n\n{LEAD}"
    assert said(text, FACEBOOK) == [LEAD]


def test_a_phrase_alone_is_read_whatever_it_is() -> None:
    for text in ("١٢ آذار ٢٠١٧", "السابق", "تعليقات"):
        assert said(text) == [text]


def test_line_ends_of_windows_part_lines() -> None:
    assert said(f"{LEAD}\r\n\r\n{MORE}\r\n") == [LEAD, MORE]


def test_links_and_empty_edges_are_no_part_of_a_sentence() -> None:
    assert said("  \u2013 قتل رجل https://t.co/abc وأصيب آخر  ") == [
        "قتل رجل",
        "وأصيب آخر",
    ]


def test_kinds_and_paragraphs_are_named() -> None:
    text = (
        f"قصف على سوق النخيل\n\n{LEAD} {MORE}\n\n- رجل من القرية\n- امرأة\n\n"
        "«كنا في السوق حين سقطت القذائف.»\n\nدمار في السوق بعد القصف (أرشيف)"
    )
    kinds = [(s.kind, s.paragraph) for s in found(text)]
    assert kinds == [
        ("headline", 0),
        ("sentence", 1),
        ("sentence", 1),
        ("item", 2),
        ("item", 2),
        ("quotation", 3),
        ("caption", 4),
    ]


@given(st.text(alphabet="قتلرجمن .\n،؟!@#|-:«»()12abT\r…•", max_size=200))
def test_segments_stand_in_order_and_apart(text: str) -> None:
    at = 0
    for order, segment in enumerate(segments(report(text, X))):
        assert segment.order == order
        assert at <= segment.start < segment.end <= len(text)
        assert (
            text[segment.start : segment.end].strip()
            == text[segment.start : segment.end]
        )
        at = segment.end


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (GOLD / name).read_text().split("\n") if line]


@pytest.mark.skipif(not GOLD.exists(), reason="../shared/bench/gold is not here")
def test_what_the_gold_quotes_is_kept() -> None:
    events = {row["doc"]: row["events"] for row in rows("dev.gold.jsonl")}
    held = quotes = 0
    for row in rows("dev.reports.jsonl"):
        kept = said(row["text"], row["url"], row["title"])
        for event in events[row["id"]]:
            for value in (event, *event["places"], *event["casualties"]):
                quotes += 1
                held += any(value["quote"] in sentence for sentence in kept)
    assert held >= 0.99 * quotes


def test_a_post_shared_in_another_is_cut_from_it() -> None:
    text = (
        "هدى سالم\n\nهدى سالمMarch 5, 2031 · Shared with Publicالله يرحمهم جميعا."
        f"شبكة الواديMarch 4, 2031 · Shared with Public{LEAD}All reactions:5Like"
    )
    kept = said(text, FACEBOOK)
    assert LEAD in kept
    assert "الله يرحمهم جميعا." in kept


def test_a_link_to_the_comments_above_the_report_hides_nothing() -> None:
    text = lines("قصف على سوق النخيل", "اضف تعليق", "قتل رجل في القرية.", LEAD)
    assert said(text, NEWS)[-2:] == ["قتل رجل في القرية.", LEAD]


def test_an_account_that_changed_its_name_is_still_the_report_s() -> None:
    text = f"شبكة الساحل@sahil_net{LEAD}"
    assert [s.kind for s in found(text, X)] == ["byline", "sentence"]


def test_a_mention_at_the_end_of_a_line_hides_nothing() -> None:
    text = f"قصف على سوق النخيل نقلا عن @sahil_net\n\n{LEAD}"
    assert len(said(text, X)) == 2


def test_lines_broken_at_one_width_are_read_as_paragraphs() -> None:
    words = ("الجيش يقصف القرية والسكان يفرون منها إلى الجبل " * 12).split()
    wrapped = [" ".join(words[i : i + 11]) for i in range(0, len(words), 11)]
    text = "\n".join(wrapped) + ".\n\n" + "\n".join(wrapped[:3]) + " آخر."
    assert {s.paragraph for s in found(text)} == {0, 1}
    assert len(found(text)) == 2


def test_lines_of_many_widths_are_read_one_by_one() -> None:
    text = "\n".join(f"قتيل رقم {n} {'في القرية ' * n}" for n in range(1, 9))
    assert len(found(text)) == 8


def test_an_account_of_signs_alone_has_no_byline() -> None:
    assert [s.kind for s in found(f"!!!@wadi_net{LEAD}", X)] == ["sentence"]
