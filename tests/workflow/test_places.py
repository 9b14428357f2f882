"""The user's own folder is where the environment says it is."""

from pathlib import Path

import pytest

from tawthiq.workflow.places import home_folder


@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        ({}, Path.home() / ".local/share/tawthiq"),
        ({"TAWTHIQ_HOME": ""}, Path.home() / ".local/share/tawthiq"),
        ({"XDG_DATA_HOME": "/data"}, Path("/data/tawthiq")),
        ({"TAWTHIQ_HOME": "/own", "XDG_DATA_HOME": "/data"}, Path("/own")),
        ({"TAWTHIQ_HOME": "~/own"}, Path.home() / "own"),
    ],
)
def test_home(environment: dict[str, str], folder: Path) -> None:
    assert home_folder(environment) == folder
