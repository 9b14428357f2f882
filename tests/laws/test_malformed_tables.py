"""Law: whatever is done to a table of incidents, it is read or refused, never a crash."""

import json
import random
from collections.abc import Callable

import pytest

from tawthiq.check import check_incidents
from tawthiq.check.context import Context
from tawthiq.errors import TawthiqError
from tawthiq.lang.codebook import load_codebook
from tawthiq.model.incident import Incident
from tawthiq.read.incidents.tables import read_incidents

TIMES = 150
BOOK = load_codebook()
JUNK = (
    *(b"", b"null", b'"', b"{", b"[", b"1e999", b"NaN", b"-1", b"\xff", b"\x00", b","),
    *(b"\n", b"true", b'"\\ud800"', b"[[[[", b'{"a":1}', b"9" * 400, b"2020-02-31"),
    *(b'"2020-13"', b"0001-01-01", b"Infinity", "١".encode(), "\u202e".encode()),
)
ROW = {
    "code": "X1",
    "date": "2031-03-02",
    "place_ar": "أم الطيور",
    "governorate": "وادي السماق",
    "lat": 35.5,
    "lon": 36.5,
    "precision": "village",
    "belligerents": "Russian Military, YPG",
    "strike_type": "Airstrike",
    "grading": "Fair",
    "cause": "Chemical, Biological, Radiological, Nuclear (CBRN)",
    "civilians_killed_min": 3,
    "civilians_killed_max": 5,
    "women_killed_min": 1,
    "named_killed": 2,
}


def as_lines() -> bytes:
    return (json.dumps(ROW, ensure_ascii=False) + "\n").encode() * 3


def as_csv() -> bytes:
    cells = (f'"{cell}"' for cell in ROW.values())
    return (",".join(ROW) + "\n" + (",".join(cells) + "\n") * 3).encode()


def spoilt(data: bytes, chance: random.Random) -> bytes:
    """Put junk in place of some bytes, a few times."""
    made = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        start = chance.randrange(len(made) + 1)
        made[start : start + chance.choice((0, 1, 3, 20))] = chance.choice(JUNK)
    return bytes(made)


@pytest.mark.parametrize("table", [as_lines, as_csv])
def test_a_spoilt_table_is_read_or_refused(table: Callable[[], bytes]) -> None:
    chance = random.Random(20310302)  # noqa: S311 - the same junk each time
    for _ in range(TIMES):
        try:
            found = list(read_incidents(spoilt(table(), chance), "table", BOOK))
        except TawthiqError:
            continue
        kept = [one for one in found if isinstance(one, Incident)]
        check_incidents(kept, Context(codebook=BOOK))


def test_commas_without_end_are_one_cell_of_many_words() -> None:
    row = ROW | {"cause": "fire, " * 20_000}
    data = json.dumps(row).encode()
    (made,) = read_incidents(data, "table", BOOK)
    assert isinstance(made, Incident)


def test_halves_of_characters_are_refused() -> None:
    data = b'{"code": "\\ud83d"}\n{"code": "X2"}\n'
    bad, kept = read_incidents(data, "table", BOOK)
    assert isinstance(bad, TawthiqError)
    assert isinstance(kept, Incident)
