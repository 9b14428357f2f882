"""YAML read as strings alone, by the parser written in C where PyYAML has it.

The parser in Python takes longer for the packs than reading a report does.
"""

try:
    from yaml import CBaseLoader as BaseLoader
except ImportError:  # a PyYAML built without libyaml
    from yaml import BaseLoader  # type: ignore[assignment]

__all__ = ["BaseLoader"]
