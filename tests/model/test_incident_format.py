"""The format of incidents: nothing is lost, and unsaid is never zero."""

import json

from tests.link.telling import DAY, Told, reading

from tawthiq.model.incident import Incident
from tawthiq.model.incident_format import incident_to_dict
from tawthiq.model.incident_parse import incident_from_dict
from tawthiq.workflow.linking import incidents_of

KEYS = (
    *("id", "code", "aliases", "date", "places", "event_types", "belligerents"),
    *("responsibility", "weapons", "struck", "casualties", "victims", "grading"),
    *("grading_reasons", "reports", "independent_sources", "copies", "review"),
)


def an_incident() -> Incident:
    rows = (("killed", "civilians", None, None), ("injured", "civilians", 0, 0))
    told = Told(day=DAY, rows=rows, by=("russia",), named=("نجيب سمعان",))
    (incident,) = incidents_of([reading("أ", told), reading("ب", told)])
    return incident


def test_what_nobody_says_is_null_and_no_zero() -> None:
    (incident,) = incidents_of([reading("أ", Told(at=(), killed=1), published=None)])
    told = incident_to_dict(incident)
    assert told["date"] is None
    assert told["places"] == []


def test_unknown_zero_and_unsaid_stay_apart() -> None:
    rows = incident_to_dict(an_incident())["casualties"]
    assert isinstance(rows, list)
    bounds = {(r["outcome"], r["group"]): (r["low"], r["high"]) for r in rows}
    assert bounds["killed", "civilians"] == (None, None)
    assert bounds["injured", "civilians"] == (0, 0)
    assert ("missing", "civilians") not in bounds


def test_the_keys_of_the_format_are_all_there() -> None:
    told = incident_to_dict(an_incident())
    assert set(KEYS) <= set(told)


def test_json_gives_the_incident_back() -> None:
    incident = an_incident()
    line = json.dumps(incident_to_dict(incident), ensure_ascii=False)
    back = incident_from_dict(json.loads(line))
    assert incident_to_dict(back) == incident_to_dict(incident)
