"""Numbers and names as a page of the desk writes them."""

from collections.abc import Iterator

import pytest

from tawthiq.desk import figures
from tawthiq.desk.preferences import _CURRENT, Preferences


@pytest.fixture
def _arabic() -> Iterator[None]:
    before = _CURRENT.set(Preferences(lang="ar"))
    yield
    _CURRENT.reset(before)


@pytest.mark.usefixtures("_arabic")
@pytest.mark.parametrize(
    "told", ["INV-12", "SYR-20310304-umm", "2031-03-05", "Channel4", "0.1.0", "٧"]
)
def test_codes_days_and_names_keep_their_figures(told: str) -> None:
    assert figures.numbers_in(told) == told


@pytest.mark.usefixtures("_arabic")
def test_numbers_of_a_sentence_are_in_the_readers_digits() -> None:
    told = "المصادر المستقلة: 12، ولا شيء فوق ذلك. بلغت 3."
    assert figures.numbers_in(told) == "المصادر المستقلة: ١٢، ولا شيء فوق ذلك. بلغت ٣."


@pytest.mark.usefixtures("_arabic")
def test_names_are_kept_in_the_readers_script_and_none_is_lost() -> None:
    assert figures.in_script(["السنديان", "al-Sindiyan"]) == ["السنديان"]
    assert figures.in_script(["al-Sindiyan"]) == ["al-Sindiyan"]
    assert figures.in_script(["السنديان", "as-Sindiyān"]) == ["السنديان"]
    assert figures.in_script([]) == []
