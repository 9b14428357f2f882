"""Maps a stage over items, in this process or in a pool of processes."""

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
Stage = Callable[[Item], Result]

CHUNK = 12
"""Items handed to a worker at a time: enough to make the handing over cheap."""

FEW = 24
"""Below this many items a pool costs more to start than it saves."""


def mapped(
    make: Callable[[], Stage[Item, Result]], items: Iterable[Item], *, workers: int
) -> Iterator[Result]:
    """Give the results of a stage over items, in the order of the items.

    Args:
        make: makes the stage; called once in each process. It must be picklable.
        items: taken as they are needed, so that a stream stays a stream.
        workers: processes; 1 is this one alone.

    Raises:
        concurrent.futures.process.BrokenProcessPool: a worker was killed.
    """
    stream = iter(items)
    first = list(islice(stream, FEW))
    if workers <= 1 or len(first) < FEW:
        stage = make()
        yield from (stage(item) for item in chain(first, stream))
        return
    yield from _pooled(make, chain(first, stream), workers)


def _pooled(
    make: Callable[[], Stage[Item, Result]], items: Iterator[Item], workers: int
) -> Iterator[Result]:
    # A fork would carry open databases into the workers; a spawned process has none.
    context = multiprocessing.get_context("spawn")
    waiting: deque[Future[list[Result]]] = deque()
    with ProcessPoolExecutor(
        workers, mp_context=context, initializer=_start, initargs=(make,)
    ) as pool:
        while chunk := list(islice(items, CHUNK)):
            waiting.append(pool.submit(_work, chunk))
            if len(waiting) > 3 * workers:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


_stage: list[Stage[Any, Any]] = []
"""The stage of this worker process, made once when it starts."""


def _start(make: Callable[[], Stage[Any, Any]]) -> None:
    _stage[:] = [make()]


def _work(chunk: list[Any]) -> list[Any]:
    return [_stage[0](item) for item in chunk]
