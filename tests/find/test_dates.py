"""What the date finder takes for a date, how far it reaches, and what it leaves alone."""

import json
from datetime import date
from pathlib import Path

import pytest

from tawthiq.find.dates.finder import find_dates
from tawthiq.find.numbers import find_numbers
from tawthiq.lang.language import load_language
from tawthiq.lang.lexicon import Hit
from tawthiq.model.report import Segment
from tawthiq.resolve.dates import resolve_date

PROBES = Path(__file__).parents[3] / "shared" / "bench" / "probes" / "dates.jsonl"


def find(text: str, language: str = "ar") -> list[Hit]:
    pack = load_language(language)
    whole = Segment(start=0, end=len(text), kind="sentence", order=0, paragraph=0)
    scan = pack.scan(text, whole)
    scan.add(find_numbers(scan, pack))
    return find_dates(scan, pack)


def quotes(text: str, language: str = "ar") -> list[str]:
    return [text[h.start : h.end] for h in find(text, language)]


@pytest.mark.parametrize(
    "text",
    [
        "استمرت الاشتباكات ثلاثة أيام",
        "قصفت البلدة لمدة أسبوعين",
        "وقع الانفجار عند الساعة العاشرة",
        "انفجرت عبوة في سوق الأحد",
        "تظاهروا في ساحة 9 نيسان",
        "نشرت صحيفة الأيام الخبر",
        "لم يصب أحد في القصف",
        "قتل الجنديان اثنين من الرعاة",
        "مارس الأهالي حياتهم",
        "عمره 35 عاما",
        "قتل شعبان ورجب في الحقل",
        "انتهت المباراة 3-1",
        "لم يعودوا إلى اليوم",
        "قال مراسل روسيا اليوم",
        "نقلت قناة روسيا اليوم صورا",
        "قال مراسل قناة البلدة اليوم",
        "انفجرت العبوة في تمام الساعة العاشرة صباحا",
        "من قبل مجهولين",
        "قتل 2015 شخصا",
        "فجر مسلحون منزلا",
        "استشهد ستة بينهم الأب والأم",
        "ونشرت المصري اليوم صورا من السوق",
        "تظاهروا في الجمعة الرابعة للاحتجاجات",
        "انهار الطابق الثالث منه",
        "",
    ],
)
def test_keeps_silent_where_no_day_is_fixed(text: str) -> None:
    assert quotes(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "They may march again.",
        "The sun rose and they sat down.",
        "The battle went on for three days.",
        "The boy was 12 years old.",
        "She wrote for USA Today.",
        "They went to the market on Sundays.",
        "Before Friday nobody had left.",
        "One day they came back.",
        "About 2015 people fled.",
        "He was shot at 10:30.",
    ],
)
def test_keeps_silent_in_english(text: str) -> None:
    assert quotes(text, "en") == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "قتل راع أمس الأحد 18 نوفمبر/ تشرين الثاني الجاري بلغم",
            "أمس الأحد 18 نوفمبر/ تشرين الثاني الجاري",
        ),
        (
            "صلوا عليه اليوم الجمعة الموافق 15 / 10 / 1436 هـ في المسجد",
            "اليوم الجمعة الموافق 15 / 10 / 1436 ه",
        ),
        ("قصفت البلدة مساء الثلاثاء بالمدفعية", "مساء الثلاثاء"),
        ("قصفت البلدة ليل الجمعة السبت بالمدفعية", "ليل الجمعة السبت"),
        ("قصفت البلدة من الجمعة إلى السبت", "من الجمعة إلى السبت"),
        ("قتل خمسة خلال الـ24 ساعة الماضية", "خلال الـ24 ساعة الماضية"),
        ("يستمر القصف منذ مطلع الأسبوع الماضي", "منذ مطلع الأسبوع الماضي"),
        ("قصفت البلدة في ساعة مبكرة من فجر اليوم", "ساعة مبكرة من فجر اليوم"),
        ("قتل راع قبل يومين", "قبل يومين"),
        (
            "قتل راع في 10 حزيران/يونيو من العام الماضي",
            "10 حزيران/يونيو من العام الماضي",
        ),
        ("قتل المئات بين سبتمبر ويناير الماضيين", "بين سبتمبر ويناير الماضيين"),
        ("قتل راع ليلة البارحة (الأربعاء)", "ليلة البارحة (الأربعاء"),
        ("قصفت اليوم، الثلاثاء 10 من حزيران، البلدة", "اليوم، الثلاثاء 10 من حزيران"),
        ("قصفت يومي الاثنين والثلاثاء الماضيين", "يومي الاثنين والثلاثاء الماضيين"),
        ("قصفت البلدة بين 2017 و2020", "بين 2017 و2020"),
        ("ثلاث حروب كانت آخرها عام 2014", "عام 2014"),
        ("قصفت البلدة الثلاثاء ليلا", "الثلاثاء ليلا"),
        ("القصف مستمر منذ دخول الرتل في 2015", "منذ دخول الرتل في 2015"),
        ("واليوم قصفت البلدة", "اليوم"),
        ("أصيب جنود من الجيش المصري اليوم بعبوة", "اليوم"),
        ("أصيب آخر الخميس بلغم", "الخميس"),
        ("استهدفت مسيرة قبل ظهر اليوم دراجة", "قبل ظهر اليوم"),
        ("تدور اشتباكات منذ عدة ساعات في البلدة", "منذ عدة ساعات"),
        ("في 14 من الشهر ذاته قصف السوق", "14 من الشهر ذاته"),
        ("قصفت قوات روسيا اليوم الخميس البلدة", "اليوم الخميس"),
        ("تقصف البلدة منذ ساعات الصباح الأولى", "منذ ساعات الصباح الأولى"),
        ("قصفت البلدة منذ يوم الخميس الماضي", "منذ يوم الخميس الماضي"),
    ],
)
def test_takes_an_expression_whole(text: str, quote: str) -> None:
    assert quotes(text) == [quote]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Two died early on Tuesday morning.", "early on Tuesday morning"),
        ("A mine went off on July 18.", "on July 18"),
        ("The market was hit last week.", "last week"),
        ("Forty have died since 2014.", "since 2014"),
        ("He was shot on 17 July 2016.", "on 17 July 2016"),
        ("Five died in the past 24 hours.", "in the past 24 hours"),
        (
            "Thousands died since the siege began in March 2011.",
            "since the siege began in March 2011",
        ),
    ],
)
def test_takes_an_english_expression_whole(text: str, quote: str) -> None:
    assert quotes(text, "en") == [quote]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قصفت البلدة ليل الجمعة الأحد", ["ليل الجمعة", "الأحد"]),
        ("بين 9 شباط 2030، 10 شباط 2030", ["بين 9 شباط 2030", "10 شباط 2030"]),
        ("الثلاثاء ومساء عاد السكان", ["الثلاثاء"]),
        ("الشهر الماضي ليلا", ["الشهر الماضي", "ليلا"]),
        ("من الأحد إلى الاثنين إلى الثلاثاء", ["من الأحد إلى الاثنين", "الثلاثاء"]),
        ("قصفت الجمعة. السبت عاد السكان", ["الجمعة", "السبت"]),
    ],
)
def test_what_names_two_times_stays_two(text: str, found: list[str]) -> None:
    assert quotes(text) == found


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Sundays bombardment killed a child.", "event"),
        ("The group claimed an October 2 bomb attack.", "event"),
        ("The group claimed on October 2 that it had left.", "said"),
        ("Published August 27, 2031", "published"),
    ],
)
def test_tells_what_an_english_date_dates(text: str, role: str) -> None:
    assert [h.values["role"] for h in find(text, "en")] == [role]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("قتل راع مساء الثلاثاء بلغم", "event"),
        ("أعلن المتحدث الثلاثاء أن راعيا قتل", "said"),
        ("قال مصدر طبي أمس إن راعيا قتل", "said"),
        ("أدان المجلس في بيان الخميس القصف", "said"),
        ("أحصى المرصد الخميس مقتل راع", "said"),
        ("وثق المركز الخميس مقتل راع", "event"),
        ("أعلن المتحدث أن راعيا قتل الثلاثاء", "event"),
        ("أعلن المتحدث مقتل راع الثلاثاء", "event"),
        ("قتل أربعون منذ بداية العام", "since"),
        ("هذا أعنف هجوم على البلدة منذ شهر", "compared"),
        ("هدأت البلدة منذ التفجير الذي هزها في 9 نيسان", "event"),
        ("سيعود السكان الأسبوع المقبل", "future"),
        ("أعلنت الشرطة تعرض سيارة، ظهر اليوم الأربعاء، لهجوم", "event"),
        ("استهدف طيران يرجح أنه تابع للجيش القرية الثلاثاء", "event"),
        ("فتح طالب في المعهد النار الثلاثاء", "event"),
        ("كما طالب المجلس الثلاثاء بوقف القصف", "said"),
    ],
)
def test_tells_what_a_date_dates(text: str, role: str) -> None:
    assert [h.values["role"] for h in find(text)] == [role]


@pytest.mark.skipif(not PROBES.exists(), reason="../shared is absent")
def test_reads_the_probe_of_thirty_phrases() -> None:
    right = 0
    for line in PROBES.read_text(encoding="utf-8").splitlines():
        probe = json.loads(line)
        published = date.fromisoformat(probe["published"])
        found = [resolve_date(h.values, published) for h in find(probe["text"])]
        days = [[str(d.start), str(d.end)] for d in found]
        right += len(days) == 1 and days[0] in probe["dates"]
    assert right == 30


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("في الأول من تشرين الأول 2015 قتل رجل", date(2015, 10, 1)),
        ("في الثالث من أكتوبر 2015 قتل رجل", date(2015, 10, 3)),
    ],
)
def test_the_first_of_a_month_is_a_day_like_any_other(text: str, day: date) -> None:
    (hit,) = find(text)
    found = resolve_date(hit.values, date(2018, 5, 11))
    assert (found.start, found.end) == (day, day)


def test_what_began_on_a_day_is_told_from_that_day_on() -> None:
    (begun,) = find("قتل عشرة جنود في العملية التي بدأت قبل أسبوعين")
    assert begun.values["role"] == "since"
    (fell,) = find("قتل عشرة جنود قبل أسبوعين")
    assert fell.values["role"] == "event"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("وقع انفجار الثلاثاء قبل الماضي", date(2018, 5, 1), date(2018, 5, 1)),
        ("وقع انفجار الثلاثاء الماضي", date(2018, 5, 8), date(2018, 5, 8)),
        ("قصفت البلدة الأسبوع قبل الماضي", date(2018, 4, 23), date(2018, 4, 29)),
        ("قصفت البلدة العام قبل الماضي", date(2016, 1, 1), date(2016, 12, 31)),
        ("في شباط من العام قبل الماضي", date(2016, 2, 1), date(2016, 2, 29)),
        ("قصفت البلدة الليلة قبل الماضية", date(2018, 5, 9), date(2018, 5, 9)),
    ],
)
def test_the_one_before_the_last_lies_one_further(
    text: str, start: date, end: date
) -> None:
    (hit,) = find(text)
    found = resolve_date(hit.values, date(2018, 5, 11))
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("ليل أمس فجر مسلحون منزلا", "ليل أمس"),
        ("قصفت البلدة أمس فجر الخميس", "أمس فجر الخميس"),
    ],
)
def test_who_blew_something_up_is_no_dawn(text: str, quote: str) -> None:
    (hit,) = find(text)
    assert text[hit.start : hit.end] == quote


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("عقد المجلس الأربعاء جلسة بشأن الهجوم", "said"),
        ("شيع المئات الأربعاء جثامين عمال قتلوا في غارة", "said"),
        ("ووري الثرى الأربعاء جثمان راع قتل بلغم", "said"),
        ("شيع الآلاف الأربعاء جثمان راع وقتل اثنان من المشيعين", "event"),
        ("زار الوزير أمس بلدة النخيل التي قتل فيها ستة", "said"),
        ("عقدوا صلحا وقتل راع أمس", "event"),
        ("تمر اليوم الذكرى الخامسة للمجزرة", "said"),
    ],
)
def test_the_day_of_a_meeting_dates_no_attack(text: str, role: str) -> None:
    assert [h.values["role"] for h in find(text)] == [role]


@pytest.mark.parametrize("text", ["يتظاهرون كل يوم جمعة", "يقصفون القرية كل سبت"])
def test_a_day_that_comes_again_and_again_is_no_date(text: str) -> None:
    assert quotes(text) == []
