"""Which date an event takes, and when it takes none."""

from datetime import date

import pytest

from tawthiq.assemble.dates import date_of, dates_of
from tawthiq.assemble.evidence import Cluster
from tawthiq.assemble.telling import tellings
from tawthiq.find.attacks import find_attacks
from tawthiq.find.dates.finder import find_dates
from tawthiq.find.numbers import find_numbers
from tawthiq.lang.language import load_language
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.model.report import Segment
from tawthiq.resolve.dates import resolve_date

WEDNESDAY = date(2031, 3, 5)
"""The day of publication of every example."""


def resolved(hit: Hit) -> Hit:
    found = resolve_date(hit.values, WEDNESDAY)
    days = {"from": found.start, "to": found.end, "basis": found.basis}
    return hit._replace(values={**hit.values, **days, "precision": found.precision})


def scanned(*sentences: str, apart: bool = False) -> list[Scan]:
    text, scans = "\n".join(sentences), []
    pack = load_language("ar")
    start = 0
    for order, sentence in enumerate(sentences):
        segment = Segment(
            start=start,
            end=start + len(sentence),
            kind="sentence",
            order=order,
            paragraph=order if apart else 0,
        )
        scan = pack.scan(text, segment)
        for finder in (find_numbers, find_dates, find_attacks):
            scan.add(finder(scan, pack))
        scan.replace("date", resolved)
        scans.append(scan)
        start += len(sentence) + 1
    return scans


def dated(*sentences: str, apart: bool = False) -> list[str | None]:
    """Give the words that date the last telling of a report."""
    scans = scanned(*sentences, apart=apart)
    last = Cluster([tellings(scans)[-1]])
    (found,) = dates_of([last], scans, published=WEDNESDAY)
    span = None if found is None else date_of(found, last).span
    return [None if span is None else span.quote]


@pytest.mark.parametrize(
    "sentence",
    [
        "شنت الطائرات غارة على القرية",
        "أعلن المتحدث أمس أن الطائرات شنت غارة على القرية",
        "تعود الطائرات الأسبوع المقبل إلى شن غارات",
        "5 آذار 2031 شنت الطائرات غارة على القرية",
        "غارة قتلت في القرية رجلا كان يعمل حدادا في البلدة قبل سبع سنوات",
    ],
)
def test_an_event_without_a_date_of_its_own_has_none(sentence: str) -> None:
    assert dated(sentence) == [None]


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("شنت الطائرات غارة على القرية أمس", "أمس"),
        ("شنت الطائرات أمس غارة بعد هدوء منذ بداية العام", "أمس"),
        ("داهمت القوة القرية في 4 آذار بعد هجمات هذا العام", "4 آذار"),
        ("شيع السكان الأحد راعيا قتل بغارة ليلة السبت", "ليلة السبت"),
        ("في 4 آذار 2031 شنت الطائرات غارة", "4 آذار 2031"),
    ],
)
def test_an_event_takes_the_date_nearest_to_its_word(sentence: str, quote: str) -> None:
    assert dated(sentence) == [quote]


def test_a_date_carries_on_for_two_sentences_of_a_paragraph() -> None:
    lead = "قصفت المدفعية البلدة الاثنين"
    after = "واستهدفت الطائرات السوق بغارة"
    assert dated(lead, after) == ["الاثنين"]
    assert dated(lead, after, apart=True) == [None]
    quiet = "عاد السكان إلى بيوتهم"
    assert dated(lead, quiet, after) == ["الاثنين"]
    assert dated(lead, quiet, quiet, after) == [None]


def test_days_ago_date_what_they_stand_beside_and_nothing_after() -> None:
    lead = "توفي جريح أصيب قبل ثلاثة أيام بقصف على السوق"
    assert dated(lead) == ["قبل ثلاثة أيام"]
    assert dated(lead, "واستهدفت الطائرات قرية البيضاء بغارة")[-1] is None


def test_a_date_behind_a_comma_dates_what_stands_there() -> None:
    sentence = "بتاريخ 4/3/2031 اعتقلت قوات الأمن أحد السكان من منزله، وفي اليوم التالي سلمت جثته"
    assert dated(sentence) == ["بتاريخ 4/3/2031"]


def test_a_part_of_the_day_is_that_of_the_day_told_before_it() -> None:
    found = dated("انفجرت عبوة يوم الأحد في البلدة", "واقتحم مسلحون المنزل ليلا")
    assert found == ["يوم الأحد"]
    assert dated("واقتحم مسلحون المنزل ليلا") == ["ليلا"]


def test_a_day_counted_from_another_gives_way_to_it() -> None:
    sentence = "قُتل خمسة بقصف على البلدة الأحد وتوفي جريحان بعد ذلك بيومين"
    assert dated(sentence) == ["الأحد"]
