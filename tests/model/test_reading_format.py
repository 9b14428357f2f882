"""A reading as mappings: keys, order and values are those of the format."""

import json
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from importlib.resources import files
from typing import Any

import jsonschema
import pytest

from tawthiq.lang.codebook import load_codebook
from tawthiq.model.mention import Mention
from tawthiq.model.reading import Reading
from tawthiq.model.reading_format import mentions_to_dict, reading_to_dict, text_hash
from tawthiq.model.span import Span
from tawthiq.model.vocabulary import DatePrecision


def plain(reading: Reading) -> Any:  # noqa: ANN401 - what JSON gives back
    return json.loads(json.dumps(reading_to_dict(reading), ensure_ascii=False))


def spans_in(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if {"start", "end", "quote"} <= value.keys():
            yield value
        for part in value.values():
            yield from spans_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from spans_in(part)


@pytest.mark.parametrize("which", ["arabic", "english", "quiet"])
def test_a_reading_meets_the_schema(which: str, request: pytest.FixtureRequest) -> None:
    sample: Reading = request.getfixturevalue(which)
    source = files("tawthiq").joinpath("codebook", "reading.schema.json")
    schema = json.loads(source.read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(plain(sample), schema)


def test_the_schema_allows_what_the_code_branches_on_and_no_more() -> None:
    source = files("tawthiq").joinpath("codebook", "reading.schema.json")
    schema = json.loads(source.read_text("utf-8"))
    event = schema["$defs"]["event"]["properties"]
    tables = load_codebook().tables
    assert event["kind"]["enum"] == list(tables["event_kinds"].codes)
    assert event["stance"]["enum"] == list(tables["event_stances"].codes)
    casualty = event["casualties"]["items"]["properties"]
    assert casualty["wording"]["enum"] == list(tables["wordings"].codes)
    said = schema["$defs"]["statement"]["properties"]
    assert said["stance"]["enum"] == list(tables["stances"].codes)


def test_every_quote_is_the_text_between_its_offsets(arabic: Reading) -> None:
    found = list(spans_in(plain(arabic)))
    assert len(found) > 25
    for span in found:
        assert arabic.report.text[span["start"] : span["end"]] == span["quote"]


def test_a_number_zero_and_not_said_stay_three_things(arabic: Reading) -> None:
    first, second, third = plain(arabic)["events"]
    assert second["casualties"][0]["low"] == 0
    assert first["casualties"][4]["low"] is None
    assert third["casualties"][0]["low"] == 300
    assert third["casualties"][0]["high"] is None


def test_a_place_tells_its_candidates_and_an_unknown_one_no_point(
    arabic: Reading,
) -> None:
    town, countryside = plain(arabic)["events"][0]["places"]
    assert town["state"] == "ambiguous"
    assert [c["score"] for c in town["candidates"]] == [0.6123, 0.38]
    assert (town["lat"], town["place_id"]) == (35.1234, "user:1")
    assert countryside["state"] == "unresolved"
    assert countryside["lat"] is countryside["place_id"] is None
    assert countryside["candidates"] == []


def test_the_head_names_the_text_by_its_hash(arabic: Reading) -> None:
    head = plain(arabic)["report"]
    assert head["text_sha256"] == sha256(arabic.report.text.encode()).hexdigest()
    assert (head["published"], head["published_basis"]) == ("2031-03-03", "metadata")
    assert "text" not in head


def test_nothing_known_is_null_and_no_empty_string(quiet: Reading) -> None:
    result = plain(quiet)
    assert result["report"]["title"] is None
    assert result["report"]["published_basis"] is None
    assert result["events"] == result["statements"] == []


def test_the_same_reading_gives_the_same_bytes_in_the_same_order(
    arabic: Reading,
) -> None:
    result = reading_to_dict(arabic)
    assert list(result) == ["report", "events", "statements", "origin"]
    assert list(plain(arabic)["origin"]["pack"]) == ["ar", "en"]
    assert json.dumps(result) == json.dumps(reading_to_dict(arabic))


def test_whole_years_of_age_are_whole_numbers(arabic: Reading) -> None:
    boy, doctor = plain(arabic)["events"][0]["victims"]
    assert repr(boy["age"]) == "11"
    assert doctor["age"] is None


def test_broken_input_still_has_a_hash() -> None:
    assert len(text_hash("قبل \udcff بعد")) == 64


def test_mentions_stand_in_the_order_of_their_words(arabic: Reading) -> None:
    report = arabic.report
    late = Mention(kind="weapon", span=Span(start=9, end=12, quote="abc"), rule="r")
    early = Mention(
        kind="date",
        span=Span(start=2, end=4, quote="ab"),
        rule="r",
        values={
            "to": None,
            "from": date(2031, 1, 2),
            "precision": DatePrecision.DAY,
            "parts": (Span(start=2, end=3, quote="a"), {"n": 1}),
        },
    )
    result = mentions_to_dict(report, [late, early])
    assert result["report"] == {"id": "zaarour-1"}
    mentions = result["mentions"]
    assert isinstance(mentions, list)
    assert [m["kind"] for m in mentions] == ["date", "weapon"]
    assert list(mentions[0]) == [
        "kind", "span", "from", "parts", "precision", "to", "rule",
    ]  # fmt: skip
    assert mentions[0]["from"] == "2031-01-02"
    assert type(mentions[0]["precision"]) is str
    assert mentions[0]["parts"] == [{"start": 2, "end": 3, "quote": "a"}, {"n": 1}]
