"""What a reader searches for is shown with its words marked, and nothing else is."""

import re
from typing import Any

import pytest
from tests.desk.conftest import Caller

from tawthiq.desk.incidents.saved import SavedView

NAME = re.compile(r'<p class="hit-name"><a [^>]*><bdi>(.*?)</bdi>')
TAB = re.compile(r'kind=(\w+)[^>]*>[^<]*<span class="number">(\d+)')


def found(answer: Any) -> list[str]:  # noqa: ANN401 - the test client's own kind
    return NAME.findall(answer.content.decode())


def counts(answer: Any) -> dict[str, str]:  # noqa: ANN401
    return dict(TAB.findall(answer.content.decode()))


@pytest.mark.parametrize(
    "query",
    [
        "q=مطار&kind=report",
        "q=",
        "q=-سوق",
        "q=%00&kind=nothing&page=-3&from=yesterday&in=xx",
        "q=(((&kind=claim",
        'q="&kind=victim',
        "page=99999999999999999999999",
        "q=سوق&kind=report&page=50",
    ],
)
def test_odd_questions_are_answered_with_no_hits(
    query: str, client_as: type[Caller]
) -> None:
    answer = client_as("viewer").get(f"/search/?{query}")
    assert answer.status_code == 200
    assert found(answer) == []


def test_hits_are_marked_in_the_words_of_the_report(client_as: type[Caller]) -> None:
    answer = client_as("viewer").get("/search/?q=السوق&kind=report")
    page = answer.content.decode()
    assert len(found(answer)) == 3
    assert "<mark>السوق</mark>" in page


def test_the_first_kind_with_hits_is_opened(client_as: type[Caller]) -> None:
    answer = client_as("viewer").get("/search/?q=الحصّاد")
    assert 'aria-current="true">التقارير' in answer.content.decode()
    assert found(answer)


def test_every_kind_is_counted(client_as: type[Caller]) -> None:
    answer = client_as("viewer", "en").get("/search/?q=سوق")
    told = counts(answer)
    assert (told["incident"], told["report"]) == ("1", "3")


def test_a_language_keeps_to_its_reports(client_as: type[Caller]) -> None:
    every = client_as("viewer").get("/search/?q=سوق OR market&kind=report")
    english = client_as("viewer").get("/search/?q=سوق OR market&kind=report&in=en")
    assert 0 < len(found(english)) < len(found(every))


def test_a_query_is_understood_in_the_words_typed(client_as: type[Caller]) -> None:
    page = client_as("viewer", "en").get("/search/?q=غارة -مدرسة أو حلب*")
    text = page.content.decode()
    for word in ("غارة", "مدرسة", "حلب"):
        assert word in text.split("Understood")[1].split("</p>")[0]


def test_markup_in_a_query_is_text(client_as: type[Caller]) -> None:
    page = client_as("viewer").get('/search/?q="><script>alert(1)</script>')
    assert b"<script>alert" not in page.content


def test_a_search_is_kept_for_its_own_person(client_as: type[Caller]) -> None:
    told = {"name": "أسواق", "query": "q=سوق&kind=report&page=2"}
    answer = client_as("coder").post("/search/keep/", told)
    assert answer.status_code == 302
    (kept,) = SavedView.objects.all()
    assert kept.address.startswith("/search/?q=")
    assert "page" not in kept.query
    assert "أسواق" in client_as("coder").get("/search/").content.decode()
    assert "أسواق" not in client_as("viewer").get("/search/").content.decode()


def test_two_shapes_of_a_word_find_each_other(client_as: type[Caller]) -> None:
    viewer = client_as("viewer")
    told = [viewer.get(f"/search/?q={q}&kind=report") for q in ("مشفى", "مستشفيات")]
    assert found(told[0])
    assert found(told[0]) == found(told[1])
    for page in told:
        assert re.search("<mark>[^<]*(مشفى|مستشفى)", page.content.decode())
    assert not found(viewer.get('/search/?q="مستشفيات"&kind=report'))


def test_a_hit_that_only_sounds_alike_is_marked(client_as: type[Caller]) -> None:
    answer = client_as("viewer", "en").get("/search/?q=Zarour&kind=report")
    assert found(answer)
    assert re.search("<mark>[^<]*(Zaarour|الزعرور)", answer.content.decode())
