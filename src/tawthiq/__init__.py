"""tawthiq (توثيق): reads reports of harm to civilians, each value with its quote."""

from pathlib import Path

from tawthiq import machine_code

__all__ = ["__version__"]

__version__ = "0.1.0"

machine_code.choose(Path(__file__).parent)
