"""tawthiq (توثيق): reads reports of harm to civilians, each value with its quote."""

__all__ = ["__version__"]

__version__ = "0.1.0"
