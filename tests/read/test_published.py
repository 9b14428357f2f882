"""The day of publication, where the address or the text fixes it, and only there."""

from datetime import date
from pathlib import Path

import pytest

from tawthiq.model.vocabulary import PublishedBasis
from tawthiq.read.published import day_of_url, infer_published

SEED = Path(__file__).parents[3] / "shared" / "bench" / "seed" / "report.txt"
PROSE = (
    "قُتل خمسة مدنيين، بينهم طفلتان، في قصف مدفعي على سوق قرية النخيل، بحسب ما أفاد "
    "الدفاع المدني الذي قال إن فرقه ما زالت تعمل في المكان بحثا عن مفقودين.\n"
)


def inferred(text: str) -> date | None:
    found = infer_published(text, None)
    if found is None:
        return None
    assert found.basis is PublishedBasis.TEXT
    return found.day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "قصف على القرية أمس الأحد.",
        "قصف على القرية أمس الأحد 18 نوفمبر الجاري.",
        "وكان قد قتل في 3 آذار 2017 وأصيب في 5 نيسان 2018.",
        "قال إن المعركة بدأت عام 2017. قصف على القرية في 18 نوفمبر.",
        "The war that began in 2011 went on. A raid on 3 May killed two.",
        "الغارة وقعت اليوم 31 شباط 2019.",
        "اليوم الجمعة 28 تشرين الثاني 2024 قصفت القرية.",
        "القرار 2254 وما تلاه. اليوم الأحد 3 آذار قصفت القرية.",
        "On 02/03/2019 a raid hit the town.",
        "اليوم الأحد 29 شباط منذ عام 2021 قصفت القرية.",
        "Raids of years past, and of 5 May 1998",
        PROSE[:60] + " 5 May 2019\n" + PROSE,
    ],
)
def test_what_fixes_no_day_gives_none(text: str) -> None:
    assert inferred(text) is None


def test_two_days_that_contradict_each_other_fix_none() -> None:
    text = "اليوم 3 آذار 2019 قصفت القرية. واليوم 9 أيار 2019 قصفت البلدة."
    assert inferred(text) is None


def test_a_day_above_a_run_of_headlines_is_the_site_s_own() -> None:
    ticker = "\n\n".join(["السبت 1 آب, 2026", *["خبر قصير عن أمر آخر"] * 6, PROSE])
    assert inferred(ticker) is None


def test_a_slash_date_in_english_may_be_either_way() -> None:
    assert inferred("03/05/2019\n\nA raid killed two.") is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("قال: «أمس الأحد 18 نوفمبر/ تشرين الثاني الجاري» منذ عام 2017.", "2018-11-19"),
        ("منذ مطلع 2024: قصف اليوم الجمعة 29 تشرين الثاني.", "2024-11-29"),
        ("قصفت القرية اليوم الجمعة 29 تشرين الثاني 2024.", "2024-11-29"),
        ("قصفت القرية، اليوم الجمعة (٢٩ تشرين الثاني ٢٠٢٤).", "2024-11-29"),
        ("أول أمس 1 كانون الثاني 2031 قتل رجل.", "2031-01-03"),
        ("قتل رجل مساء أمس السبت 28 شباط 2032.", "2032-02-29"),
        ("تاريخ النشر:\n\n09 أغسطس, 2021\n\nالطقس", "2021-08-09"),
        ("نشر في 23 نوفمبر,2025مشاركة قصف على القرية", "2025-11-23"),
        ("التاريخ: 2023-05-02 الوقت: 01:13\n\nقتل رجل.", "2023-05-02"),
        ("20/12/2022\n\nأخبار\n\n" + PROSE, "2022-12-20"),
        ("وكالة\n\nالأربعاء, ٥ يوليو ٢٠٢٣, ١٧:٠٨\n\n" + PROSE, "2023-07-05"),
        ("قتل رجل.\n9:34 AM - 30 Nov 2017", "2017-11-30"),
        ("قتل رجل.\n٩:٣٤ ص - ٣٠ نوفمبر ٢٠١٧", "2017-11-30"),
        ("شبكة الواديMay 3, 2025 · Shared with Publicقتل رجل.", "2025-05-03"),
        ("8.8K viewsDec 18, 2025 at 16:11", "2025-12-18"),
        ("21 Jul 2016 Dozens were killed on 3 May 2015.", "2016-07-21"),
        ("Thu Feb 5 2015 title: Attack kills five.", "2015-02-05"),
        ("Published August 27 2016 SEND At least 20 people were killed.", "2016-08-27"),
        ("09-06-2016 Shells claim 20 lives.", "2016-06-09"),
        ("بيان ندين فيه القصف.\nالقيادة العامة\n21 ديسمبر 2024", "2024-12-21"),
        ("بيان ندين فيه القصف. إدارة النخيل21 ديسمبر 2024", "2024-12-21"),
    ],
)
def test_what_fixes_the_day_gives_it(text: str, day: str) -> None:
    assert inferred(text) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "url",
    [
        "https://wadi.example/news/20153421",
        "https://wadi.example/2018/13/40/x",
        "https://wadi.example/9917811191",
        "https://www.facebook.com/wadi/posts/3077805495781767",
        "https://t.me/wadi_post/20181119",
        "https://wadi.example/a?d=2018-11-19",
        "https://wadi.example/2018-11-19/2018-11-20",
        "https://x.com/wadi_net",
        "no address",
    ],
)
def test_an_address_without_a_day_gives_none(url: str) -> None:
    assert day_of_url(url) is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://wadi.example/2018/11/19/x", "2018-11-19"),
        ("https://wadi.example/2018/11/9", "2018-11-09"),
        ("https://wadi.example/ar/2018-11-19-x.html", "2018-11-19"),
        ("https://wadi.example/c-20181119.html", "2018-11-19"),
        ("https://x.com/wadi_net/status/1862841598775644229", "2024-11-30"),
        ("https://twitter.com/a/status/1538111979537178624?s=20", "2022-06-18"),
    ],
)
def test_an_address_with_a_day_gives_it(url: str, day: str) -> None:
    found = infer_published("", url)
    assert found is not None
    assert found.day == date.fromisoformat(day)
    assert found.basis is PublishedBasis.URL


@pytest.mark.skipif(not SEED.exists(), reason="../shared/bench/seed is not here")
def test_the_seed_article_fixes_its_day() -> None:
    assert inferred(SEED.read_text()) == date(2018, 11, 19)


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("شبكة السنبلة - 14 حزيران 2031", date(2031, 6, 14)),
        ("مرصد النهر | السبت 14 حزيران 2031", date(2031, 6, 14)),
        ("قصف على السوق قبل 14 حزيران 2031", None),
    ],
)
def test_a_day_behind_who_publishes_is_the_dateline(
    head: str, day: date | None
) -> None:
    prose = (
        "أفاد مراسلنا بأن القصف استهدف السوق وأن فرق الإنقاذ ما زالت تبحث بين الأنقاض"
    )
    found = infer_published(f"{head}\n\n{prose * 3}", None)
    assert (found.day if found else None) == day
