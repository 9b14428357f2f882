"""A place is named to each reader in their own letters, where it has such a name."""

import pytest

from tawthiq.model.incident import IncidentPlace
from tawthiq.model.vocabulary import PlaceRole


def place(name: str, name_ar: str | None, name_en: str | None) -> IncidentPlace:
    return IncidentPlace(role=PlaceRole.AT, name=name, name_ar=name_ar, name_en=name_en)


@pytest.mark.parametrize(
    ("told", "arabic", "english"),
    [
        (("Bir Hudhud", None, None), "Bir Hudhud", "Bir Hudhud"),
        (("Bir Hudhud", "بئر الهدهد", "Bir al-Hudhud"), "بئر الهدهد", "Bir al-Hudhud"),
        (("بير الهدهد", "بئر الهدهد", None), "بير الهدهد", "بير الهدهد"),
    ],
)
def test_in_their_own_letters_or_as_reported(
    told: tuple[str, str | None, str | None], arabic: str, english: str
) -> None:
    one = place(*told)
    assert (one.named("ar"), one.named("en")) == (arabic, english)
