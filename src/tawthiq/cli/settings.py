"""Settings: what the door knows of its user, made once and passed down."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where the user keeps places of their own, and the language they work in.

    ``home`` is ``TAWTHIQ_HOME``, by default the user's data folder (XDG); ``ui`` is
    ``ar`` or ``en``: ``TAWTHIQ_UI``, else the locale, Arabic where that says nothing
    (``C``, ``POSIX``).
    """

    home: Path
    ui: str


def settings_of(environment: Mapping[str, str] = os.environ) -> Settings:
    """Read the settings from the environment."""
    data = environment.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    home = environment.get("TAWTHIQ_HOME") or str(Path(data) / "tawthiq")
    return Settings(home=Path(home), ui=_ui(environment))


def _ui(environment: Mapping[str, str]) -> str:
    asked = environment.get("TAWTHIQ_UI", "")
    names = (environment.get(n, "") for n in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = asked or next((n for n in names if n), "")
    told = locale.partition(".")[0] not in {"", "C", "POSIX"}
    return "en" if told and not locale.startswith("ar") else "ar"
