"""Takes files, folders and standard input, gives reports, and cuts them into segments.

``open_inputs`` yields a ``Report`` or an ``InputError`` for each item, so that one bad
item never stops the rest; ``segments`` gives what of a report is read, furniture away.
"""

from tawthiq.read.inputs import open_inputs
from tawthiq.read.segments.cutting import segments

__all__ = ["open_inputs", "segments"]
