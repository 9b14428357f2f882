"""What the seed article says: one test for each fact that issue 2 asks for.

The article is read where it stands, in ``../shared``; where that is absent the tests
are skipped.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tawthiq.model.reading import Reading
from tawthiq.model.reading_format import reading_to_dict
from tawthiq.workflow.reading import options_of, readings

ARTICLE = Path(__file__).resolve().parents[3] / "shared/bench/seed/report.txt"
GOLD = ARTICLE.parents[1] / "gold" / "dev.gold.jsonl"
pytestmark = pytest.mark.skipif(
    not ARTICLE.is_file(), reason=f"{ARTICLE} is absent: nothing to compare with"
)
Row = dict[str, Any]


@pytest.fixture(scope="module")
def article(tmp_path_factory: pytest.TempPathFactory) -> Row:
    options = options_of(published="", outlet="", language="")
    (made,) = readings([ARTICLE], options, home=tmp_path_factory.mktemp("home"))
    assert isinstance(made, Reading)
    return reading_to_dict(made)


@pytest.fixture(scope="module")
def truth() -> list[Row]:
    """Give the article's events as people marked them: names stay where they stand."""
    rows = map(json.loads, GOLD.read_text(encoding="utf-8").splitlines())
    (row,) = [r for r in rows if r["doc"].startswith("seed")]
    return list(row["events"])


def struck(told: Row) -> list[str]:
    """Give the names of the places that people marked as struck."""
    return [
        p["quote"].split()[-1].strip("“”") for p in told["places"] if p["role"] == "at"
    ]


def event(article: Row, fits: Callable[[Row], bool]) -> Row:
    """Give the one event that fits."""
    (found,) = [e for e in article["events"] if fits(e)]
    return dict(found)


def toll(article: Row) -> Row:
    """Give the event that counts the seventy, whatever its kind."""
    return event(article, lambda e: any(c["low"] == 70 for c in e["casualties"]))


def artillery(article: Row) -> Row:
    return event(
        article, lambda e: "syrian_government" in codes(e, "perpetrators", "actor")
    )


def phosphorus(article: Row) -> Row:
    return event(article, lambda e: "white_phosphorus" in codes(e, "weapons"))


def codes(told: Row, slot: str, key: str = "code") -> set[str]:
    return {v[key] for v in told[slot]}


def names(told: Row, role: str) -> set[str]:
    return {p["name"] for p in told["places"] if p["role"] == role}


def test_the_day_of_publication_is_inferred_from_the_text(article: Row) -> None:
    told = article["report"]
    assert (told["published"], told["published_basis"]) == ("2018-11-19", "text")


def test_it_is_a_toll(article: Row) -> None:
    assert toll(article)["kind"] == "toll"


def test_the_toll_counts_more_than_seventy_civilians(article: Row) -> None:
    counts = [
        (c["outcome"], c["group"], c["low"], c["wording"])
        for c in toll(article)["casualties"]
    ]
    assert ("killed", "civilians", 70, "more_than") in counts


def test_most_of_them_are_women_and_children(article: Row) -> None:
    counts = toll(article)["casualties"]
    whole = next(n for n, c in enumerate(counts) if c["low"] == 70)
    parts = {c["group"] for c in counts if c["part_of"] == whole}
    assert {"women", "children"} <= parts


def test_the_toll_lies_over_four_villages(article: Row, truth: list[Row]) -> None:
    found = " ".join(names(toll(article), "at"))
    assert len(struck(truth[0])) == 4
    assert all(name in found for name in struck(truth[0]))


def test_the_toll_counts_from_the_start_of_the_week_before(article: Row) -> None:
    assert toll(article)["date"]["from"] == "2018-11-12"


def test_the_toll_is_the_coalition_s(article: Row) -> None:
    assert "us_led_coalition" in codes(toll(article), "perpetrators", "actor")


def test_an_activist_said_it_by_telephone(article: Row) -> None:
    (source,) = [s for s in toll(article)["attribution"] if s["kind"] == "activist"]
    said = [s for s in article["statements"] if s["speaker"]["kind"] == "activist"]
    assert any(
        s["channel"] == "phone" and s["speaker"]["name"] in source["name"] for s in said
    )


def test_the_strikes_north_of_the_town_are_an_event_of_their_own(
    article: Row, truth: list[Row]
) -> None:
    (village,) = struck(truth[1])
    strikes = event(
        article, lambda e: e["kind"] == "incident" and village in names(e, "at")
    )
    assert strikes["type"] == "air_strike"
    assert "us_led_coalition" in codes(strikes, "perpetrators", "actor")


def test_artillery_of_another_party_is_told_apart(article: Row) -> None:
    assert artillery(article)["type"] == "shelling"


def test_the_market_and_the_housing_were_struck(article: Row) -> None:
    assert {"market", "residential_area"} <= codes(artillery(article), "struck")


def test_hospital_and_mosque_are_landmarks(article: Row) -> None:
    told = artillery(article)
    assert not {"hospital", "mosque"} & codes(told, "struck")
    near = " ".join(p["span"]["quote"] for p in told["places"] if p["role"] == "near")
    assert "مشفى" in near


def test_the_mosque_is_named_as_a_landmark(article: Row) -> None:
    places = [p for p in artillery(article)["places"] if p["role"] == "near"]
    assert any("مسجد" in p["span"]["quote"] for p in places)


def test_the_clashes_name_both_sides(article: Row) -> None:
    clash = event(article, lambda e: e["type"] == "clash")
    assert {"isis", "sdf"} <= codes(clash, "perpetrators", "actor")


def test_phosphorus_fell_on_the_town(article: Row, truth: list[Row]) -> None:
    (town,) = struck(truth[4])
    assert town in names(phosphorus(article), "at")


def test_phosphorus_is_known_from_activists_on_social_media(article: Row) -> None:
    sources = phosphorus(article)["attribution"]
    assert ("activist", "social") in {(s["kind"], s["channel"]) for s in sources}


@pytest.mark.parametrize("word", ["الطحين", "الخبز"])
def test_the_lack_of_flour_and_bread_is_said(article: Row, word: str) -> None:
    assert any(word in s["about"]["quote"] for s in article["statements"])


def turkish(article: Row) -> Row:
    return event(article, lambda e: "turkey" in codes(e, "perpetrators", "actor"))


def test_the_attacks_before_are_read_with_their_party(article: Row) -> None:
    assert turkish(article)["stance"] == "asserted"


def test_the_attacks_before_are_background(article: Row) -> None:
    assert turkish(article)["kind"] == "background"


def test_a_party_that_hides_its_dead_is_no_event(article: Row) -> None:
    assert not any("أسماء" in e["trigger"]["quote"] for e in article["events"])


@pytest.mark.parametrize("outlet", ["RT", "العربية"])
def test_statements_came_through_outlets(article: Row, outlet: str) -> None:
    assert any(outlet in (s["via"] or "") for s in article["statements"])


def test_the_meeting_is_told_with_its_day_and_its_village(article: Row) -> None:
    (told,) = [s for s in article["statements"] if "اجتماعا" in s["about"]["quote"]]
    assert "18 نوفمبر" in told["about"]["quote"]
    assert "قرية" in told["about"]["quote"]


def test_speakers_have_their_roles(article: Row) -> None:
    roles = [s["speaker"]["role"] or "" for s in article["statements"]]
    assert any("الناطقة" in r for r in roles)
    assert any("المتحدث" in r for r in roles)
    assert any("ناشط" in r.casefold() for r in roles)


def test_the_two_that_contradict_each_other_point_at_each_other(article: Row) -> None:
    disputed = {s["id"]: set(s["disputes"]) for s in article["statements"]}
    pairs = {
        frozenset((a, b)) for a, bs in disputed.items() for b in bs if a in disputed[b]
    }
    assert len(pairs) == 1
    (pair,) = pairs
    said = [s for s in article["statements"] if s["id"] in pair]
    one, other = (set(s["about"]["quote"].split()) for s in said)
    assert any(len(word) > 6 for word in one & other)


def test_every_value_quotes_the_article(article: Row) -> None:
    text = ARTICLE.read_text(encoding="utf-8")
    for told in article["events"]:
        span = told["trigger"]
        assert text[span["start"] : span["end"]] == span["quote"]
