"""What a telling is compared by with the events before it."""

from tests.assemble.report_reading import told

from tawthiq.assemble.evidence import Cluster
from tawthiq.assemble.traits import (
    counts_before,
    counts_by_outcome,
    told_before,
    traits_of,
)


def test_a_part_is_no_count_of_its_own() -> None:
    (one,) = told("قتل أربعة مدنيين بينهم طفلان بقصف على قرية النخيل.")
    assert counts_by_outcome(one.of("casualty")) == {"killed": {4}}


def test_an_event_has_what_any_of_its_tellings_names() -> None:
    first, second = told(
        "قتل أربعة مدنيين بقصف على قرية النخيل.", "وأصيب سبعة بقصف على قرية الزعرور."
    )
    event = Cluster([first, second])
    assert counts_before(event) == {"killed": {4}, "injured": {7}}
    assert len(told_before(event, "place")) == 2
    assert counts_before(Cluster([first])) == traits_of(first).counts == {"killed": {4}}
