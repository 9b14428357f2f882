"""Takes a stage and items, gives its results in their order: here or in a pool."""

from tawthiq.engine.pool import mapped

__all__ = ["mapped"]
