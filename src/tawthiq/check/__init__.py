"""Takes incidents, gives findings: what cannot be right, and what seldom is."""

from tawthiq.check.rules import check_incidents

__all__ = ["check_incidents"]
