"""Who killed how many, and when or where, is told as an event, whatever else is said."""

from collections import defaultdict

import pytest
from tests.assemble.report_reading import told

from tawthiq.assemble.joining_rules import tells_surely

NO_FEATURES: defaultdict[str, float] = defaultdict(float)


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("وقتلت القوات الإسرائيلية 16 فلسطينيا يوم الجمعة.", True),
        ("وقتلت القوات الإسرائيلية فلسطينيين كثيرين.", False),
        ("رفع نادي الزعرور أعلاما خلال مباراته، تضامنا مع 16 فلسطينيا قتلوا على أيدي القوات الإسرائيلية يوم الجمعة.", False),
    ],
)  # fmt: skip
def test_a_match_remembers_the_dead_and_tells_of_no_killing(
    text: str, *, sure: bool
) -> None:
    assert any(tells_surely(t, NO_FEATURES) for t in told(text)) is sure
