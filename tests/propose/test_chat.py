"""A model behind an address: a real server answers rightly, wrongly and with malice."""

import json
from collections.abc import Iterator

import jsonschema
import pytest
from tests.propose.model_server import RIGHT, TEXT, Server, served, wrong

from tawthiq.errors import InputError, OptionError
from tawthiq.lang.codebook import load_codebook
from tawthiq.model.report import Report
from tawthiq.propose.chat import reader
from tawthiq.propose.prompt import messages, schema
from tawthiq.propose.reader import ProposingReader, open_reader, told_of

REPORT = Report(id="r1", text=TEXT, language="ar")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with served() as running:
        yield running


@pytest.fixture(autouse=True)
def fresh(server: Server) -> None:
    server.asked.clear()
    server.keys.clear()
    server.paths.clear()
    server.busy = 0


def opened(server: Server, model: str, *more: str) -> ProposingReader:
    settings = ",".join((f"model={model}", *more))
    return open_reader(f"openai={server.address},{settings}")


def fails(server: Server, model: str, *more: str) -> InputError:
    with pytest.raises(InputError) as fault:
        opened(server, model, *more).propose(REPORT)
    assert fault.value.ar
    assert fault.value.remedy_ar
    assert server.address in fault.value.where
    return fault.value


def test_nothing_is_asked_before_a_report_is_read(server: Server) -> None:
    assert opened(server, "right").name == "openai:right"
    assert server.asked == []


@pytest.mark.parametrize("model", ["right", "fenced"])
def test_a_right_answer_is_taken(server: Server, model: str) -> None:
    assert opened(server, model).propose(REPORT) == RIGHT
    assert server.paths == ["/v1/chat/completions"]


def test_the_report_is_handed_over_as_data_with_a_strict_form(server: Server) -> None:
    opened(server, "none").propose(REPORT)
    (asked,) = server.asked
    system, user = asked["messages"]
    assert TEXT not in system["content"]
    assert json.loads(user["content"])["text"] == TEXT
    assert asked["temperature"] == 0
    form = asked["response_format"]
    assert form["type"] == "json_schema"
    assert form["json_schema"]["strict"] is True
    jsonschema.validate(RIGHT, form["json_schema"]["schema"])


def test_the_form_asks_for_the_codes_of_the_codebook_and_no_others() -> None:
    form = schema(load_codebook())
    jsonschema.Draft202012Validator.check_schema(form)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(wrong(), form)
    told = messages(REPORT, load_codebook())[0]["content"]
    assert all(code in told for code in load_codebook().tables["event_types"].codes)


@pytest.mark.parametrize(
    "model", ["prose", "script", "deep", "empty", "shape", "null", "status200"]
)
def test_what_is_not_the_json_that_was_asked_for_is_told(
    server: Server, model: str
) -> None:
    assert "not the JSON" in fails(server, model).en


def test_json_of_another_shape_is_handed_on_to_be_judged(server: Server) -> None:
    assert opened(server, "other").propose(REPORT) == [1, 2, 3]


@pytest.mark.parametrize("status", [400, 401, 404])
def test_a_refusal_is_told_at_once(server: Server, status: int) -> None:
    assert f"status {status}" in fails(server, f"status{status}").en
    assert len(server.asked) == 1


def test_a_busy_server_is_asked_again_and_not_for_ever(server: Server) -> None:
    assert opened(server, "busy").propose(REPORT) == RIGHT
    assert len(server.asked) == 2
    server.asked.clear()
    assert "status 500" in fails(server, "status500", "tries=2").en
    assert len(server.asked) == 2


def test_no_redirect_is_followed(server: Server) -> None:
    assert "status 307" in fails(server, "moved").en
    assert server.paths == ["/v1/chat/completions"]


def test_a_packed_answer_is_not_unfolded(server: Server) -> None:
    assert "200" in fails(server, "packed").en


def test_an_answer_without_end_is_cut(server: Server) -> None:
    assert "larger than" in fails(server, "huge").en


def test_an_answer_that_drips_is_not_waited_for(server: Server) -> None:
    assert "within 0.3 seconds" in fails(server, "slow", "seconds=0.3", "tries=1").en


def test_a_server_that_says_nothing_is_not_waited_for(server: Server) -> None:
    silent = fails(server, "silent", "seconds=0.3", "tries=1")
    assert "within 0.3 seconds" in silent.en


def test_a_server_that_is_not_there_is_told() -> None:
    gone = open_reader("openai=http://127.0.0.1:9/v1,model=m,tries=1")
    with pytest.raises(InputError, match="cannot be reached"):
        gone.propose(REPORT)


def test_a_report_that_is_too_long_is_not_sent(server: Server) -> None:
    assert "longer than" in fails(server, "right", "characters=10").en
    assert server.asked == []


def test_the_key_comes_from_the_environment_alone(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(server, "none").propose(REPORT)
    monkeypatch.setenv("INVENTED_KEY", "open-sesame")
    opened(server, "none", "key=INVENTED_KEY").propose(REPORT)
    assert server.keys == [None, "Bearer open-sesame"]
    monkeypatch.delenv("INVENTED_KEY")
    with pytest.raises(OptionError, match="INVENTED_KEY"):
        opened(server, "none", "key=INVENTED_KEY")


def test_no_proxy_is_taken_from_the_environment(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    assert opened(server, "right").propose(REPORT) == RIGHT


@pytest.mark.parametrize(
    "word",
    [
        "openai",
        "openai=",
        "openai=127.0.0.1:80,model=m",
        "openai=ftp://host/v1,model=m",
        "openai=http://user:secret@host/v1,model=m",
        "openai=http://host/v1?x=1,model=m",
        "openai=http:///v1,model=m",
        "openai=http://[::1/v1,model=m",
        "openai=\x00,model=m",
        "openai=http://host/v1",
        "openai=http://host/v1,model=m,colour=red",
        "openai=http://host/v1,model=m,seconds=0",
        "openai=http://host/v1,model=m,tries=many",
        "openai=http://host/v1,model",
    ],
)
def test_wrong_settings_are_told_before_anything_is_read(word: str) -> None:
    with pytest.raises(OptionError) as fault:
        open_reader(word)
    assert "openai" in fault.value.where
    assert fault.value.ar
    assert "secret" not in fault.value.message("en")


def test_settings_are_understood() -> None:
    made = reader(told_of("openai=http://host/v1/,model=m,seconds=5,tries=1"))
    assert (made.address, made.seconds, made.tries) == ("http://host/v1", 5.0, 1)
