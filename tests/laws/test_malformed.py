"""Laws of bad input: no file breaks the reader, and none is passed over in silence.

Spoilt inputs of every kind, 300 in a plain run, 10,000 with TAWTHIQ_MALFORMED=10000
(``make slow``). How long each takes, and how much memory, ``bench/malformed`` measures.
"""

import os

import pytest
from tests.read import made
from tests.read.spoilt import spoilt

from tawthiq.errors import InputError
from tawthiq.model.report import Report
from tawthiq.read.inputs import captures_of, reports_of
from tawthiq.read.options import ReadOptions
from tawthiq.read.source import Source

INPUTS = made.each_kind()
EACH = int(os.environ.get("TAWTHIQ_MALFORMED", "300")) // len(INPUTS)
"""Spoilt inputs of one kind."""


def read(name: str, data: bytes) -> list[Report | InputError]:
    options = ReadOptions()
    found: list[Report | InputError] = []
    for item in captures_of(Source.of_bytes(data, name), options):
        found += [item] if isinstance(item, InputError) else reports_of(item, options)
    return found


@pytest.mark.parametrize("name", INPUTS)
def test_a_good_input_is_read_and_nothing_is_told(name: str) -> None:
    found = read(name, INPUTS[name])
    told = [item.en for item in found if isinstance(item, InputError)]
    # The frame of the plain archives is a page without a report; that is told.
    assert told == (["no text to read was found in it"] if ".warc" in name else [])
    assert any(
        isinstance(item, Report) and made.TEXT[:20] in item.text for item in found
    )


@pytest.mark.parametrize("name", INPUTS)
def test_no_input_breaks_the_reader_or_is_passed_over(name: str) -> None:
    for number in range(EACH):
        seed = f"{name} {number}"
        data = spoilt(INPUTS[name], seed)
        found = read(name, data)
        assert found, f"{seed}: nothing is told of {data[:200]!r}"
        for item in found:
            if isinstance(item, InputError):
                words = (item.ar, item.en, item.where, item.remedy_ar, item.remedy_en)
                assert all(words), seed
            else:
                assert item.text.strip(), seed
                item.text.encode()
