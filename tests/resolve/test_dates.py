"""How the words of a date become days, counted from publication."""

from datetime import date

import pytest

from tawthiq.find.dates.finder import find_dates
from tawthiq.find.numbers import find_numbers
from tawthiq.lang.language import load_language
from tawthiq.lang.scan import Scan
from tawthiq.model.report import Segment
from tawthiq.resolve.dates import Resolved, counting_day, resolve_date, resolve_dates

WEDNESDAY = date(2031, 3, 5)
"""The day of publication of every example."""


def scanned(text: str, language: str = "ar") -> Scan:
    pack = load_language(language)
    whole = Segment(start=0, end=len(text), kind="sentence", order=0, paragraph=0)
    scan = pack.scan(text, whole)
    scan.add(find_numbers(scan, pack))
    scan.add(find_dates(scan, pack))
    return scan


def resolved(
    text: str, language: str = "ar", published: date | None = WEDNESDAY
) -> list[Resolved]:
    hits = scanned(text, language).of("date")
    return [resolve_date(h.values, published) for h in hits]


def days(text: str, language: str = "ar") -> list[tuple[str, str]]:
    return [(str(d.start), str(d.end)) for d in resolved(text, language)]


@pytest.mark.parametrize(
    "text", ["قتل راع أمس", "قتل راع الثلاثاء", "قتل راع في 3 أيار"]
)
def test_without_publication_a_counted_day_stays_open(text: str) -> None:
    assert [(d.start, d.end) for d in resolved(text, published=None)] == [(None, None)]


@pytest.mark.parametrize(
    "words",
    [
        "في الآونة الأخيرة",
        "منذ أشهر",
        "خلال ساعتين",
        "خلال الفترة نفسها",
        "من 9 شباط 2030 حتى 3 كانون الثاني 2029",
    ],
)
def test_words_that_fix_no_day_stay_open(words: str) -> None:
    assert [d.start for d in resolved(f"قتل راع {words}")] == [None]


def test_a_day_that_no_month_has_stays_open() -> None:
    assert [d.start for d in resolved("قتل راع في 31 نيسان 2030")] == [None]


def test_a_full_date_needs_no_publication() -> None:
    (found,) = resolved("قتل راع في 9 نيسان 2030", published=None)
    assert (found.start, found.basis, found.precision) == (
        date(2030, 4, 9),
        "stated",
        "day",
    )


def test_an_open_span_without_publication_has_a_start_alone() -> None:
    (found,) = resolved("يستمر القصف منذ 2030", published=None)
    assert (found.start, found.end) == (date(2030, 1, 1), None)


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("اليوم", "2031-03-05", "2031-03-05"),
        ("مساء أمس", "2031-03-04", "2031-03-04"),
        ("هذا الصباح", "2031-03-05", "2031-03-05"),
        ("منذ لحظات", "2031-03-05", "2031-03-05"),
        ("قبل ثلاث ساعات", "2031-03-05", "2031-03-05"),
        ("قبل 20 ساعة", "2031-03-04", "2031-03-04"),
        ("ليل الاثنين - الثلاثاء", "2031-03-03", "2031-03-04"),
        ("أول أمس", "2031-03-03", "2031-03-03"),
        ("الأربعاء", "2031-03-05", "2031-03-05"),
        ("الأربعاء الماضي", "2031-02-26", "2031-02-26"),
        ("الخميس", "2031-02-27", "2031-02-27"),
        ("اليوم الثلاثاء", "2031-03-04", "2031-03-04"),
        ("الليلة الماضية", "2031-03-04", "2031-03-04"),
        ("ليل الاثنين", "2031-03-03", "2031-03-03"),
        ("ليل الاثنين الثلاثاء", "2031-03-03", "2031-03-04"),
        ("من الجمعة إلى السبت", "2031-02-28", "2031-03-01"),
        ("الجمعة والسبت", "2031-02-28", "2031-03-01"),
        ("الأسبوع الماضي", "2031-02-24", "2031-03-02"),
        ("هذا الأسبوع", "2031-03-03", "2031-03-05"),
        ("الشهر الماضي", "2031-02-01", "2031-02-28"),
        ("الشهر الجاري", "2031-03-01", "2031-03-05"),
        ("العام الماضي", "2030-01-01", "2030-12-31"),
        ("منذ بداية العام", "2031-01-01", "2031-03-05"),
        ("منذ مطلع الأسبوع الماضي", "2031-02-24", "2031-03-05"),
        ("في 3 أيار", "2030-05-03", "2030-05-03"),
        ("في 6 آذار", "2031-03-06", "2031-03-06"),
        ("في 7 نيسان من العام الماضي", "2030-04-07", "2030-04-07"),
        ("في الثامن من الشهر الماضي", "2031-02-08", "2031-02-08"),
        ("في آذار الماضي", "2030-03-01", "2030-03-31"),
        ("خلال شهر شباط", "2031-02-01", "2031-02-28"),
        ("في منتصف آذار 2030", "2030-03-11", "2030-03-20"),
        ("في مطلع كانون الأول الماضي", "2030-12-01", "2030-12-10"),
        ("في صيف 2030", "2030-06-01", "2030-08-31"),
        ("خلال الـ24 ساعة الماضية", "2031-03-04", "2031-03-05"),
        ("خلال اليومين الماضيين", "2031-03-03", "2031-03-05"),
        ("قبل ثلاثة أيام", "2031-03-02", "2031-03-02"),
        ("قبل أسبوعين", "2031-02-19", "2031-02-19"),
        ("منذ ستة أشهر", "2030-09-05", "2031-03-05"),
        ("بين سبتمبر ويناير الماضيين", "2030-09-01", "2031-01-31"),
        ("بين عامي 2025 و2027", "2025-01-01", "2027-12-31"),
        ("في 10 رمضان 1439", "2018-05-25", "2018-05-25"),
        ("في 12 و13 شباط", "2031-02-12", "2031-02-13"),
        ("الجمعة 15 شوال 1451 الموافق 9 شباط 2030", "2030-02-09", "2030-02-09"),
        ("يوم 9 شباط 2030 الموافق 15 شوال 1451", "2030-02-09", "2030-02-09"),
        ("اليوم صباحا", "2031-03-05", "2031-03-05"),
        ("فجرا، اليوم الأربعاء", "2031-03-05", "2031-03-05"),
        ("في رمضان الماضي", "2030-12-26", "2031-01-23"),
        ("في شهر رمضان", "2030-12-26", "2031-01-23"),
        ("في عام 1451 هـ", "2029-05-14", "2030-05-02"),
        ("في 29 شباط", "2028-02-29", "2028-02-29"),
        ("قبل شهر", "2031-02-01", "2031-02-28"),
        ("قبل 3 سنوات", "2028-01-01", "2028-12-31"),
        ("قبل عقدين", "2011-01-01", "2011-12-31"),
        ("منذ أسبوع", "2031-02-26", "2031-03-05"),
        ("خلال 48 ساعة", "2031-03-03", "2031-03-05"),
        ("في نهاية الأسبوع", "2031-03-01", "2031-03-02"),
        ("في نهاية الشهر الماضي", "2031-02-21", "2031-02-28"),
        ("في أوائل 2030", "2030-01-01", "2030-03-31"),
        ("في صيف العام الماضي", "2030-06-01", "2030-08-31"),
        ("في 25 آذار الجاري", "2031-03-25", "2031-03-25"),
        ("في 5 من هذا الشهر", "2031-03-05", "2031-03-05"),
        ("بين 12 شباط و3 آذار", "2031-02-12", "2031-03-03"),
        ("بين آب 2029 ونهاية نيسان 2030", "2029-08-01", "2030-04-30"),
        (
            "في 16 تشرين الثاني و28 كانون الأول 2029 و8 كانون الثاني 2030",
            "2029-11-16",
            "2030-01-08",
        ),
        ("الثلاثاء المقبل", "2031-03-11", "2031-03-11"),
        ("في 3 نيسان المقبل", "2031-04-03", "2031-04-03"),
        ("في آذار المقبل", "2032-03-01", "2032-03-31"),
        ("الأسبوع المقبل", "2031-03-10", "2031-03-16"),
        ("في يومي 3 و4 آذار", "2031-03-03", "2031-03-04"),
    ],
)
def test_arabic_words_give_these_days(words: str, start: str, end: str) -> None:
    assert days(f"قتل راع {words} بلغم") == [(start, end)]


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("today", "2031-03-05", "2031-03-05"),
        ("late on Tuesday", "2031-03-04", "2031-03-04"),
        ("last Wednesday", "2031-02-26", "2031-02-26"),
        ("overnight", "2031-03-04", "2031-03-05"),
        ("last week", "2031-02-24", "2031-03-02"),
        ("on May 3", "2030-05-03", "2030-05-03"),
        ("in March last year", "2030-03-01", "2030-03-31"),
        ("in the last two weeks", "2031-02-19", "2031-03-05"),
        ("three days ago", "2031-03-02", "2031-03-02"),
        ("since early 2030", "2030-01-01", "2031-03-05"),
        ("last winter", "2030-12-01", "2031-02-28"),
        ("between 2027 and 2029", "2027-01-01", "2029-12-31"),
    ],
)
def test_english_words_give_these_days(words: str, start: str, end: str) -> None:
    assert days(f"A shepherd was killed {words}.", "en") == [(start, end)]


@pytest.mark.parametrize(
    ("words", "precision"),
    [
        ("أمس", "day"),
        ("خلال اليومين الماضيين", "days"),
        ("الأسبوع الماضي", "week"),
        ("الشهر الماضي", "month"),
        ("العام الماضي", "year"),
    ],
)
def test_precision_is_the_unit_that_covers_the_days(words: str, precision: str) -> None:
    assert [d.precision for d in resolved(f"قتل راع {words}")] == [precision]


def test_days_are_counted_from_the_day_that_the_page_names_as_its_own() -> None:
    scan = scanned("Published March 20, 2031. Two were killed on Tuesday.", "en")
    values = [h.values for h in scan.of("date")]
    assert [v["role"] for v in values] == ["published", "event"]
    assert counting_day(values, WEDNESDAY) == date(2031, 3, 20)
    assert counting_day(values, date(2025, 1, 1)) == date(2025, 1, 1)
    assert counting_day(values, None) is None
    assert counting_day([], WEDNESDAY) == WEDNESDAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("قتل راع أمس. قصفت القرية، اليوم الخميس", date(2031, 3, 6)),
        ("قتل راع أمس. قصفت القرية، أمس الأربعاء", date(2031, 3, 6)),
        ("قتل راع أمس. قصفت القرية، اليوم الأربعاء", WEDNESDAY),
        ("قتل راع أمس الأربعاء، وآخر اليوم الأربعاء", WEDNESDAY),
        ("قتل راع اليوم الخميس، وآخر أمس الخميس", WEDNESDAY),
        ("قتل راع في اليوم السادس من آذار", WEDNESDAY),
        ("قتل راع الخميس", WEDNESDAY),
        ("قتل راع اليوم الأحد", WEDNESDAY),
    ],
)
def test_the_weekday_of_today_or_yesterday_tells_when_it_was_written(
    text: str, day: date
) -> None:
    values = [hit.values for hit in scanned(text).of("date")]
    assert counting_day(values, WEDNESDAY) == day


def test_an_open_span_from_the_date_before_ends_on_publication() -> None:
    text = "بدأ الحصار في 9 نيسان 2030. ومنذ ذلك الحين قتل أربعون مدنيا."
    values = [h.values for h in scanned(text).of("date")]
    (_, since) = resolve_dates(values, WEDNESDAY)
    assert (since.start, since.end) == (date(2030, 4, 9), WEDNESDAY)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("في اليوم نفسه", "2031-03-03"),
        ("في اليوم التالي", "2031-03-04"),
        ("في اليوم السابق", "2031-03-02"),
        ("قبل ذلك بيومين", "2031-03-01"),
        ("بعدها بثلاثة أيام", "2031-03-06"),
        ("في الرابع منه", "2031-03-04"),
        ("في الأول من الشهر", "2031-03-01"),
        ("في الفترة نفسها", "2031-03-03"),
    ],
)
def test_a_day_is_counted_from_the_date_before_it(words: str, day: str) -> None:
    text = f"قصفت البلدة الاثنين، و{words} قتل راع."
    values = [h.values for h in scanned(text).of("date")]
    assert [str(d.start) for d in resolve_dates(values, WEDNESDAY)][-1] == day


def test_a_day_counted_from_no_date_is_open_unless_it_is_the_same_day() -> None:
    later = [h.values for h in scanned("في اليوم التالي قتل راع").of("date")]
    same = [h.values for h in scanned("في اليوم نفسه قتل راع").of("date")]
    assert resolve_dates(later, WEDNESDAY)[0].start is None
    assert resolve_dates(same, WEDNESDAY)[0].start == WEDNESDAY


@pytest.mark.parametrize(
    ("words", "start"), [("فجرا", "2031-03-05"), ("ليلا", "2031-03-04")]
)
def test_a_part_of_the_day_alone_is_that_of_publication(words: str, start: str) -> None:
    assert days(f"هاجم مسلحون القرية {words}") == [(start, "2031-03-05")]


def test_the_month_told_before_holds_for_the_days_behind_it() -> None:
    text = "قصف السوق في 3 شباط، وفي التاسع منه قصفت المدرسة، وفي 31 منه المشفى."
    values = [h.values for h in scanned(text).of("date")]
    found = [d.start for d in resolve_dates(values, WEDNESDAY)]
    assert found == [date(2031, 2, 3), date(2031, 2, 9), None]


EID = date(2031, 1, 25)
"""The second day of the feast that ends Ramadan."""


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("في أول أيام عيد الفطر", "2031-01-24", "2031-01-24"),
        ("ثاني أيام العيد", "2031-01-25", "2031-01-25"),
        ("في اليوم الثاني من العيد", "2031-01-25", "2031-01-25"),
        ("في ثاني يوم من أيام عيد الفطر", "2031-01-25", "2031-01-25"),
        ("صباح العيد", "2031-01-24", "2031-01-24"),
        ("أول أيام عيد الفطر من العام الماضي", "2030-02-04", "2030-02-04"),
        ("عشية عيد الفطر", "2031-01-23", "2031-01-23"),
        ("خلال أيام عيد الأضحى", "2030-04-13", "2030-04-16"),
        ("ليلة رأس السنة", "2030-12-31", "2030-12-31"),
        ("يوم عيد الميلاد 2028", "2028-12-25", "2028-12-25"),
        ("أول أيام العيد، أمس الجمعة", "2031-01-24", "2031-01-24"),
        ("في مثل هذا اليوم من عام 2026", "2026-01-25", "2026-01-25"),
        ("في مثل هذا اليوم قبل ثلاث سنوات", "2028-01-25", "2028-01-25"),
        ("قبل عامين في مثل هذا اليوم", "2029-01-25", "2029-01-25"),
        ("في مثل هذا اليوم من العام الماضي", "2030-01-25", "2030-01-25"),
        ("في اليوم الثاني من الشهر الجاري", "2031-01-02", "2031-01-02"),
        ("في النصف الأول من كانون الثاني", "2031-01-01", "2031-01-15"),
        ("خلال الربع الأخير من العام الماضي", "2030-10-01", "2030-12-31"),
        ("في ليلة 11 على 12 كانون الثاني", "2031-01-11", "2031-01-12"),
        ("ليلة الخميس على الجمعة", "2031-01-23", "2031-01-24"),
        ("اليوم وأمس", "2031-01-24", "2031-01-25"),
        ("نهاية الشهر الجاري", "2031-01-21", "2031-01-25"),
    ],
)
def test_feasts_and_anniversaries_are_days(words: str, start: str, end: str) -> None:
    found = resolved(f"قتل راع {words} بلغم", published=EID)
    assert [(str(d.start), str(d.end)) for d in found] == [(start, end)]


def test_the_feast_alone_is_that_of_its_season() -> None:
    found = resolved("قتل راع صباح العيد بلغم", published=date(2031, 7, 1))
    assert [d.start for d in found] == [None]


@pytest.mark.parametrize(
    "text", ["قتل راع يشتري ملابس العيد", "قتل محمود العيد بلغم", "لم نر مثل هذا القصف"]
)
def test_a_feast_that_is_no_day_dates_nothing(text: str) -> None:
    assert resolved(text) == []
