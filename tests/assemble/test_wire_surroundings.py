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


OWNED = (
    "GUNMEN KILLED OMAR HADDAD'S SON IN ZELVARO. REBELS DESTROYED THE ARMY "
    "HEADQUARTERS, POLICE SAID."
)


def beside(words: str) -> dict[str, float]:
    """Give the features of the first find of these words among names and actors."""
    scans = scanned(OWNED)
    return next(
        Surroundings(scans).of(number, hit, near="in")
        for number, scan in enumerate(scans)
        for hit in scan.of("written_name", "actor", "struck_objects")
        if scan.text[hit.start : hit.end] == words
    )


def test_who_owns_what_was_harmed_is_told_apart() -> None:
    assert beside("OMAR HADDAD'S")["owns"] == 1
    assert beside("GUNMEN")["owns"] == 0


def test_what_else_the_words_were_taken_for_is_told() -> None:
    assert beside("ARMY HEADQUARTERS")["also_actor"] == 1
    assert beside("POLICE")["also_source"] == 1
    assert not {"also_actor", "also_source"} & set(beside("GUNMEN"))
