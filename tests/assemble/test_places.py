"""Which places are an event's, and in which role; the villages exist nowhere."""

import pytest

from tawthiq.assemble.evidence import Cluster
from tawthiq.assemble.places import lent_places, places_of
from tawthiq.assemble.telling import tellings
from tawthiq.find.attacks import find_attacks
from tawthiq.find.places.finder import place_finder
from tawthiq.lang.language import load_language
from tawthiq.lang.scan import Scan
from tawthiq.model.report import Segment


class Nowhere:
    """A list of places that knows none."""

    def knows(self, key: str) -> bool:
        """Say that the list has no such name."""
        del key
        return False

    def begins(self, key: str) -> bool:
        """Say that no name begins so."""
        del key
        return False


def scanned(*sentences: str) -> list[Scan]:
    """Scan sentences for attack words and places."""
    pack, text = load_language("ar"), "\n".join(sentences)
    find = place_finder(Nowhere())
    scans = []
    for order, sentence in enumerate(sentences):
        start = text.index(sentence)
        segment = Segment(
            start=start,
            end=start + len(sentence),
            kind="sentence",
            order=order,
            paragraph=order,
        )
        scan = pack.scan(text, segment)
        scan.add(find_attacks(scan, pack))
        scan.add(find(scan, pack))
        scans.append(scan)
    return scans


def places(*sentences: str, lend: bool = False) -> list[tuple[str, str]]:
    """Give quote and role of each place of the one event that the sentences tell."""
    scans = scanned(*sentences)
    cluster = Cluster(tellings(scans))
    lent = lent_places(scans) if lend else []
    return [(c.span.quote, str(c.role.value)) for c in places_of(cluster, lent)]


def test_a_post_that_names_two_places_lends_none() -> None:
    said = "في قرية النخيلات هدوء", "وفي بلدة الوردان هدوء", "قصف مدفعي على المنازل"
    assert places(*said, lend=True) == []


def test_a_governorate_beside_a_village_is_no_second_place() -> None:
    said = "في إدلب هدوء", "وفي قرية النخيلات هدوء", "قصف مدفعي على المنازل"
    assert places(*said, lend=True) == [("قرية النخيلات", "at")]


def test_a_long_report_lends_none() -> None:
    calm = [f"هدوء في اليوم {day}" for day in range(8)]
    said = "في قرية النخيلات هدوء", *calm, "قصف مدفعي على المنازل"
    assert lent_places(scanned(*said)) == []


def test_an_event_with_a_place_of_its_own_takes_no_other() -> None:
    said = "في قرية النخيلات هدوء", "قصف مدفعي على بلدة الوردان"
    assert places(*said, lend=True) == [("بلدة الوردان", "at")]


def test_where_people_meet_while_it_happens_nothing_was_struck() -> None:
    said = ("قصف مدفعي على بلدة الوردان، بالتزامن مع افتتاح معرض في مدينة السدرات",)
    assert places(*said) == [("بلدة الوردان", "at")]


def test_a_post_lends_the_one_place_that_it_names_apart() -> None:
    said = "مساء اليوم في قرية النخيلات", "قصف مدفعي على المنازل"
    assert places(*said, lend=True) == [("قرية النخيلات", "at")]
    assert places(*said) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "قصف استهدف سيارة، والقتيل من أبناء قرية النخيلات",
        "غارة انطلاقا من قرية النخيلات",
        "إصابة ثلاثة في قصف ونقل الجرحى إلى مشفى النخيلات",
        "اشتباكات بعد استعادة السيطرة على قرية النخيلات",
    ],
)
def test_where_it_did_not_strike_is_left_out(sentence: str) -> None:
    assert places(sentence) == []


def test_the_place_struck_comes_before_what_holds_it() -> None:
    assert places("في ريف حلب الشرقي قصف على قرية النخيلات") == [
        ("قرية النخيلات", "at"),
        ("ريف حلب الشرقي", "admin"),
    ]


def test_a_place_told_twice_is_given_once() -> None:
    told = places("قصف على قرية النخيلات", "واستهدف القصف قرية النخيلات بقذائف")
    assert told == [("قرية النخيلات", "at")]


def test_a_city_that_holds_the_quarter_is_struck_too() -> None:
    assert places("غارة على ساحة الورد في دمشق") == [
        ("ساحة الورد", "at"),
        ("دمشق", "at"),
    ]


def test_a_governorate_that_holds_the_village_is_not() -> None:
    told = places("قصف على إدلب", "قصف مدفعي على قرية النخيلات")
    assert told == [("قرية النخيلات", "at"), ("إدلب", "admin")]


def test_beside_a_district_a_governorate_s_name_is_the_governorate() -> None:
    told = places("غارة على منطقة الورد بمديرية السدرة في صعدة")
    assert ("صعدة", "admin") in told
    assert ("صعدة", "at") in places("غارة على منطقة الورد في صعدة")


def test_a_pass_or_a_hill_is_a_place() -> None:
    told = places("قصف مدفعي على عقبة النخيلات وعلى تبة الورد")
    assert told == [("عقبة النخيلات", "at"), ("تبة الورد", "at")]
    assert places("قصف مدفعي كان عقبة أمام الحوار") == []


def test_a_doubtful_place_is_taken_where_there_is_no_other() -> None:
    assert places("تحدث أهالي قرية النخيلات عن قصف") == [("قرية النخيلات", "at")]
    told = places("تحدث أهالي قرية النخيلات عن قصف على بلدة الورد")
    assert told == [("بلدة الورد", "at")]
