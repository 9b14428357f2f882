"""Takes incidents and a profile, gives files in the formats that others read."""

from tawthiq.publish.formats import export
from tawthiq.publish.redaction import publication_of

__all__ = ["export", "publication_of"]
