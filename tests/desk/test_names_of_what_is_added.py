"""A pasted text is called by its first words, a file by its name."""

import pytest
from tests.desk.conftest import Caller

from tawthiq.desk.adding.names import LONGEST, fault_words, first_words
from tawthiq.errors import InputError
from tawthiq.register.models import LedgerRow

TEXT = "\n\n  قصف   على قرية خربة السمّاق\n\nقُتل ثلاثة مدنيين مساء الخميس.\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (TEXT, "قصف على قرية خربة السمّاق"),
        ("one " * 40, ("one " * 17).strip() + " …"),
        ("x" * 200, "x" * LONGEST + " …"),
        (" \n", ""),
    ],
)
def test_the_first_words_are_whole_and_few(text: str, told: str) -> None:
    assert first_words(text) == told


def test_a_pasted_text_is_named_on_every_page_and_not_in_the_ledger(
    client_as: type[Caller],
) -> None:
    coder = client_as("coder", "en")
    where = coder.post("/add/", {"text": TEXT})["Location"]
    for address in (where, "/jobs/"):
        page = coder.get(address).content.decode()
        assert "<bdi>قصف على قرية خربة السمّاق</bdi>" in page
        assert "pasted text" in page
        assert "paste.txt" not in page
    assert "قصف" not in LedgerRow.objects.order_by("-number")[0].body
    log = client_as("reviewer", "ar").get("/audit/").content.decode()
    assert "<bdi>نص ملصق</bdi>" in log


def test_what_was_pasted_before_is_named_by_its_day(client_as: type[Caller]) -> None:
    from tawthiq.register.models import JobRow  # noqa: PLC0415

    coder = client_as("coder", "en")
    where = coder.post("/add/", {"text": TEXT})["Location"]
    row = JobRow.objects.order_by("-pk")[0]
    row.told, row.at = '{"digest": "0", "name": "paste.txt"}', "2031-03-05T08:00:00Z"
    row.save()
    assert "What was pasted on 5 March 2031" in coder.get(where).content.decode()


def test_a_fault_of_a_pasted_text_is_told_of_a_pasted_text() -> None:
    fault = InputError(ar="فارغ", en="empty", where="paste.txt:1")
    assert fault_words(fault, "ar").startswith("نص ملصق:1")
    other = InputError(ar="فارغ", en="empty", where="my paste.txt")
    assert fault_words(other, "en") == "my paste.txt: empty"
