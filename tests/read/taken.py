"""What reading an input gives, as the tests of each kind of input ask for it."""

from tawthiq.errors import InputError
from tawthiq.model.report import Report
from tawthiq.read.capture import Capture
from tawthiq.read.containers.columns import parse_columns
from tawthiq.read.inputs import captures_of, reports_of
from tawthiq.read.options import ReadOptions
from tawthiq.read.source import Source

Read = list[Report | InputError]


def captured(
    name: str, data: bytes | str, columns: str = ""
) -> list[Capture | InputError]:
    raw = data.encode() if isinstance(data, str) else data
    options = ReadOptions(columns=parse_columns(columns))
    return list(captures_of(Source.of_bytes(raw, name), options))


def read(name: str, data: bytes | str, columns: str = "") -> Read:
    found: Read = []
    for item in captured(name, data, columns):
        found += (
            [item] if isinstance(item, InputError) else reports_of(item, ReadOptions())
        )
    return found


def good(name: str, data: bytes | str, columns: str = "") -> list[Report]:
    found = read(name, data, columns)
    assert not [str(item) for item in found if isinstance(item, InputError)]
    return [item for item in found if isinstance(item, Report)]


def told(name: str, data: bytes | str, columns: str = "") -> list[InputError]:
    return [item for item in read(name, data, columns) if isinstance(item, InputError)]
