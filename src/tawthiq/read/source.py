"""Source: an open input with its name, read within bounds."""

import gzip
import os
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO, RawIOBase, UnsupportedOperation
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO, Any, Protocol, Self

from tawthiq.read import container_faults
from tawthiq.read.options import Limits

IN_MEMORY = 16_000_000
"""Bytes of standard input that are kept in memory; what is longer goes to the disk."""
HEAD = 65_536
"""Bytes looked at to tell what an input is."""
CHUNK = 262_144
"""Bytes copied at a time."""
SHALLOW_CHUNK = 8_192
"""Bytes of JSON looked at together for how deep it nests."""
DEEPEST = 2_000
"""Brackets of JSON that may be open at once."""
TOO_DEEP = "nested too deep"
FREE_BYTES = 100_000_000
"""Bytes that anything may unpack to, however small it is packed."""


class Readable(Protocol):
    """What gives bytes."""

    def read(self, size: int, /) -> bytes:
        """Give at most ``size`` bytes; none at the end."""
        ...


class Lines(Protocol):
    """What gives lines of bytes."""

    def readline(self, size: int, /) -> bytes:
        """Give the next line, or at most ``size`` bytes of it; none at the end."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An input: its name for messages, its bytes, and how many there are.

    ``stream`` can be sought; ``depth`` counts the archives that it lies in.
    """

    name: str
    stream: IO[bytes]
    size: int
    depth: int = 0

    @classmethod
    def of_bytes(cls, data: bytes, name: str, *, depth: int = 0) -> "Source":
        """Make a source of bytes in memory."""
        return cls(name=name, stream=BytesIO(data), size=len(data), depth=depth)

    @classmethod
    def of_pipe(cls, pipe: Readable, name: str, *, depth: int = 0) -> "Source":
        """Copy what cannot be sought, such as standard input, to where it can."""
        kept = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - it outlives us
        try:
            while chunk := pipe.read(CHUNK):
                kept.write(chunk)
        except BaseException:
            kept.close()
            raise
        size = kept.tell()
        kept.seek(0)
        return cls(name=name, stream=kept, size=size, depth=depth)

    def __enter__(self) -> Self:
        """Use it, and close its stream afterwards."""
        return self

    def __exit__(self, *fault: object) -> None:
        """Close the stream."""
        self.stream.close()

    @property
    def suffix(self) -> str:
        """The end of the name, in small letters."""
        return Path(self.name).suffix.lower()

    def head(self) -> bytes:
        """Give the first bytes; the stream stands at its start before and after."""
        found = self.stream.read(HEAD)
        self.stream.seek(0)
        return found

    def whole(self, limit: int) -> bytes:
        """Give all bytes.

        Raises:
            InputError: if there are more than ``limit``.
        """
        if self.size > limit:
            raise container_faults.too_large(self.name, limit)
        return self.stream.read(limit)


def bounded_lines(stream: Lines, limit: int) -> Iterator[bytes | None]:
    """Give the lines of a stream, None for each that is longer than ``limit`` bytes."""
    while line := stream.readline(limit + 1):
        if len(line) <= limit:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(limit)
        yield None


class Metered(RawIOBase):
    """A stream that refuses to give more bytes than it was allowed.

    Args:
        stream: where the bytes come from.
        name: the input, for messages.
        limit: bytes that may be read before the next ``reset``.
    """

    def __init__(self, stream: Readable, name: str, limit: int) -> None:
        super().__init__()
        self._stream = stream
        self._name = name
        self._limit = limit
        self._given = self._at = 0

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def read(self, size: int = -1) -> bytes:
        """Give the next bytes.

        Raises:
            InputError: if there are more than was allowed.
        """
        if self._given > self._limit:
            raise container_faults.too_large(self._name, self._limit)
        found = self._stream.read(CHUNK if size < 0 else size)
        self._given += len(found)
        self._at += len(found)
        return found

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 - its type is new in 3.12
        """Put the next bytes where they are wanted; see ``read``."""
        view = memoryview(buffer).cast("B")
        found = self.read(len(view))
        view[: len(found)] = found
        return len(found)

    def seek(self, offset: int, whence: int = 0, /) -> int:
        """Say where it stands; it moves nowhere else.

        Raises:
            UnsupportedOperation: if it is to be moved.
        """
        if (offset, whence) not in {(0, os.SEEK_CUR), (self._at, os.SEEK_SET)}:
            raise UnsupportedOperation
        return self._at

    def tell(self) -> int:
        """Say how many bytes it has given."""
        return self._at

    def reset(self) -> None:
        """Begin to count anew."""
        self._given = 0


class Shallow(Metered):
    """A stream of JSON that refuses to nest without end.

    A parser names each value by all that it lies in, so that a million brackets cost
    their square. Brackets inside strings count too; no text opens thousands of them
    and closes none.
    """

    def __init__(self, stream: Readable, name: str, limit: int) -> None:
        super().__init__(stream, name, limit)
        self._open = 0

    def read(self, size: int = -1) -> bytes:
        """Give the next bytes.

        Raises:
            ValueError: if too many brackets are open.
            InputError: if there are more bytes than was allowed.
        """
        wanted = size if 0 <= size < SHALLOW_CHUNK else SHALLOW_CHUNK
        found = super().read(wanted)
        self._open += sum(map(found.count, (b"[", b"{")))
        self._open -= sum(map(found.count, (b"]", b"}")))
        if self._open > DEEPEST:
            raise ValueError(TOO_DEEP)
        return found

    def reset(self) -> None:
        """Begin to count anew."""
        super().reset()
        self._open = 0


class _InSteps:
    """A gzip file that gives what it has, so that damage costs what is behind it only."""

    def __init__(self, packed: gzip.GzipFile) -> None:
        self._packed = packed

    def read(self, size: int, /) -> bytes:
        """Give some of the next bytes; none at the end."""
        return self._packed.read1(size)


def unpacked(source: Source, limits: Limits) -> Metered:
    """Give the bytes of a gzip file, as many as a file of that size may hold.

    Raises:
        InputError: while it is read, if it is a bomb.
    """
    packed = _InSteps(gzip.GzipFile(fileobj=source.stream, mode="rb"))
    allowed = min(limits.unpacked_bytes, FREE_BYTES + limits.ratio * source.size)
    return Metered(packed, source.name, allowed)


def regular(path: Path) -> bool:
    """Whether a path is a file that ends: no pipe, device or socket."""
    return os.path.isfile(path)  # noqa: PTH113 - unlike is_file it never raises
