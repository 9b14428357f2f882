"""A reader of one's own: found as a plug-in by its name, and told where it is none."""

from pathlib import Path

import pytest

from tawthiq.errors import OptionError
from tawthiq.model.report import Report
from tawthiq.propose.reader import SHIPPED, Told, open_reader, told_of

PLUGIN = '''
"""An invented plug-in."""
class Reader:
    def __init__(self, told):
        self.told = told
        self.name = "echo:1"
    def propose(self, report):
        return {"events": [{"quote": report.text, "type": self.told.main}]}
def reader(told):
    return Reader(told)
def broken(told):
    raise RuntimeError("no model here")
'''
ENTRIES = """[tawthiq.readers]
echo = invented_reader:reader
broken = invented_reader:broken
missing = invented_reader:nothing
openai = invented_reader:reader
"""


@pytest.fixture
def plugin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "invented_reader.py").write_text(PLUGIN, encoding="utf-8")
    room = tmp_path / "invented_reader-1.0.dist-info"
    room.mkdir()
    (room / "METADATA").write_text("Name: invented-reader\nVersion: 1.0\n")
    (room / "entry_points.txt").write_text(ENTRIES)
    monkeypatch.syspath_prepend(str(tmp_path))


def test_a_name_that_is_none_is_told_with_those_there_are() -> None:
    with pytest.raises(OptionError) as fault:
        open_reader("no-such-reader")
    assert all(name in fault.value.remedy_en for name in SHIPPED)


@pytest.mark.usefixtures("plugin")
def test_an_installed_plug_in_is_opened_by_its_name() -> None:
    made = open_reader("echo=shelling")
    assert made.name == "echo:1"
    report = Report(id="r", text="قصف", language="ar")
    assert made.propose(report) == {"events": [{"quote": "قصف", "type": "shelling"}]}


@pytest.mark.usefixtures("plugin")
def test_no_plug_in_takes_the_name_of_one_that_is_shipped() -> None:
    with pytest.raises(OptionError, match="is no address"):
        open_reader("openai=x,model=m")


@pytest.mark.usefixtures("plugin")
@pytest.mark.parametrize("name", ["broken", "missing"])
def test_a_plug_in_that_fails_is_told_plainly(name: str) -> None:
    with pytest.raises(OptionError, match="cannot be loaded") as fault:
        open_reader(name)
    assert fault.value.where == f"--reader {name}"


@pytest.mark.parametrize("word", ["", "=x", "n=a,b", "n=a,=c", "n=a,k="])
def test_a_word_that_cannot_be_understood_is_told(word: str) -> None:
    with pytest.raises(OptionError):
        told_of(word)


def test_settings_are_taken_apart() -> None:
    told = told_of("tokens=/a folder,least=0.4, tokens = 128")
    assert told == Told(
        name="tokens", main="/a folder", more={"least": "0.4", "tokens": "128"}
    )
    assert told.number("least", 1.0) == 0.4
    assert told.number("absent", 2.0) == 2.0
    assert told_of("echo") == Told(name="echo")
