"""Comments: kept as they were said, struck by their author alone."""

import pytest
from tests.desk.conftest import Caller

from tawthiq.desk.team.comments import LONGEST, Comment
from tawthiq.register.models import IncidentRow, StandingRow

WORDS = "<b>look</b> at the second paragraph"


@pytest.fixture(params=["report", "incident"])
def place(client_as: type[Caller], request: pytest.FixtureRequest) -> tuple[str, str]:
    """Give the address that takes a comment, and the page that shows it."""
    del client_as
    if request.param == "report":
        name = StandingRow.objects.order_by("name")[0].name
        return f"/comments/on/report/{name}/", f"/reports/{name}/"
    standing = IncidentRow.objects.filter(merged_into=None, withdrawn=False)
    one = standing.order_by("id")[0]
    return f"/comments/on/incident/{one.pk}/", f"/incidents/{one.code}/"


def test_a_comment_is_shown_as_words_with_its_author(
    client_as: type[Caller], place: tuple[str, str]
) -> None:
    add, page = place
    assert client_as("coder").post(add, {"text": WORDS}).status_code == 302
    told = client_as("viewer").get(page).content.decode()
    assert "&lt;b&gt;look&lt;/b&gt;" in told
    assert WORDS not in told


def test_its_author_alone_strikes_it_and_it_stays_kept(
    client_as: type[Caller], place: tuple[str, str]
) -> None:
    add, page = place
    client_as("coder").post(add, {"text": WORDS})
    number = Comment.objects.get().pk
    client_as("admin").post(f"/comments/{number}/strike/")
    assert Comment.objects.count() == 1
    for _ in range(2):
        client_as("coder").post(f"/comments/{number}/strike/")
    assert Comment.objects.count() == 2
    assert Comment.objects.get(pk=number).text == WORDS
    assert "second paragraph" not in client_as("admin").get(page).content.decode()


@pytest.mark.parametrize("text", ["", " \n", "\0", "a" * (LONGEST + 1)])
def test_nothing_and_too_much_are_refused(
    client_as: type[Caller], place: tuple[str, str], text: str
) -> None:
    assert client_as("coder").post(place[0], {"text": text}).status_code == 400
    assert not Comment.objects.exists()


@pytest.mark.parametrize("name", ["report/none", "incident/none", "account/1"])
def test_there_is_no_comment_on_what_is_not_there(
    client_as: type[Caller], name: str
) -> None:
    told = {"text": WORDS}
    answer = client_as("coder").post(f"/comments/on/{name}/", told)
    assert answer.status_code == 404


def test_a_comment_cannot_be_changed(
    client_as: type[Caller], place: tuple[str, str]
) -> None:
    client_as("coder").post(place[0], {"text": WORDS})
    with pytest.raises(TypeError):
        Comment.objects.update(text="other words")
    with pytest.raises(TypeError):
        Comment.objects.get().delete()
