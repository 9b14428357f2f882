"""Name openings: what introduces a name, and what may stand behind it."""

from typing import NamedTuple

QUOTED = {"title", "kin", "harm", "naming", "called", "list"}
"""Openings after which words between quotation marks are a name."""

HEARD = {"title", "called", "list", "item", "harm", "naming", "kin"}
"""Openings after which a first name that no list knows may stand."""

WRITTEN = {"item", "first"}
"""Openings that the name of who posts may have too."""

NO_NAME = {"praise", "heading"}
"""Codes of ``name_cues.csv`` whose words begin no name: «أسماء» is one as well."""

FULL = {"harm", "naming", "item", "aged", "first"}
"""Openings after which one word alone is no name."""


class Opening(NamedTuple):
    """What introduces a name: who it makes the person, and how sure it is."""

    kind: str
    sex: str | None
    outcome: str | None
