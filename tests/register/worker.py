"""A process of its own that works on a register until it is killed.

``python -m tests.register.worker ingest REGISTER FILE`` says on standard output how
many reports are kept; ``… merge REGISTER`` how many decisions; ``… work REGISTER HOME``
does what waits.
"""

import sys
from pathlib import Path

from tawthiq.errors import InputError
from tawthiq.workflow.ingest_options import IngestOptions
from tawthiq.workflow.progress import Progress
from tawthiq.workflow.registers.opening import open_register


def main(work: str, folder: str, *rest: str) -> None:
    register = open_register(Path(folder), by="a worker")
    # The rows can be imported once a register is open.
    from tawthiq.workflow.registers import recording, reviewing  # noqa: PLC0415
    from tawthiq.workflow.registers.viewing import all_incidents  # noqa: PLC0415

    def told(so_far: Progress, _: InputError | None = None, /) -> None:
        print(so_far.read + so_far.known, flush=True)  # noqa: T201

    print("ready", flush=True)  # noqa: T201
    if work == "ingest":
        recording.BATCH = 8  # a stop falls into the midst of many small batches
        options = IngestOptions(home=Path(folder) / "no-gazetteers")
        recording.ingest(register, rest, options, watch=told)
        return
    if work == "work":
        from tawthiq.workflow.registers.working import work as do_work  # noqa: PLC0415

        options = IngestOptions(home=Path(rest[0]))
        do_work(register, options, stopped=lambda: False)
        return
    one, two = sorted(i.code for i in all_incidents())[:2]
    while True:
        reviewing.merge(register, [one, two], reason="one strike")
        number = max(d.number for d in reviewing.all_decisions())
        print(number, flush=True)  # noqa: T201
        reviewing.undo(register, number, reason="two after all")
        print(max(d.number for d in reviewing.all_decisions()), flush=True)  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
