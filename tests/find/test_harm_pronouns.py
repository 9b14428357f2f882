"""Harm that a pronoun tells of: «شاب … ما أدى إلى مقتله»."""

import pytest
from tests.find.casualty_reading import Row, rows_of


@pytest.mark.parametrize(
    "text",
    [
        "زار شاب القرية بعد مقتله بعام",
        "استهدف القصف سيارة شاب ما أدى إلى إصابتها",
        "عاد رجل لأسرته سالما",
        "مرت طفلة قرب المكان ما أدى إلى مقتله",
        "وصل رجلان ما أدى إلى مقتله",
    ],
)
def test_a_pronoun_of_another_harms_nobody(text: str) -> None:
    assert rows_of(text) == []


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "أطلق مجهولون النار على شاب في بيت جبر ما أدى إلى مقتله",
            ("killed", "men", 1, 1),
        ),
        (
            "انفجر لغم بطفلة قرب تل حزير ما تسبب بإصابتها",
            ("injured", "children", 1, 1),
        ),
        (
            "استهدفت مسيرة ثلاثة شبان في سيارة ما أدى لمقتلهم",
            ("killed", "men", 3, 3),
        ),
        (
            "مر رجل قرب طفل حين انفجر اللغم ما أدى إلى مقتله",
            ("killed", "children", 1, 1),
        ),
    ],
)
def test_a_pronoun_tells_of_the_nearest_who_agrees(text: str, row: Row) -> None:
    assert rows_of(text) == [row]
