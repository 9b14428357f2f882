"""What stands beside words of a wire; all names and places are invented."""

from tests.assemble.report_reading import scanned

from tawthiq.assemble.wire_surroundings import Surroundings

TOLD = "GUNMEN KILLED A TEACHER AND A BOMB DESTROYED A SCHOOL IN ZELVARO."


def around(sheet: str, code: str) -> set[str]:
    """Give what stands beside the first find of a code, as features that are so."""
    scans = scanned(TOLD)
    hit = next(h for h in scans[0].of(sheet) if h.code == code)
    found = Surroundings(scans).of(0, hit, near="in")
    return {name for name, value in found.items() if value}


def test_words_are_of_no_sort_but_their_own() -> None:
    held = {n for n in around("struck_objects", "school") if n.startswith("holds_")}
    assert "holds_struck_objects_school" in held
    assert not any("outcomes" in name or "groups" in name for name in held)


def test_what_the_sentence_speaks_of_stands_beside_all_its_words() -> None:
    for sheet, code in (("struck_objects", "school"), ("weapons", "ied")):
        found = around(sheet, code)
        assert "beside_outcomes_killed" in found
        assert "beside_outcomes_injured" not in found
