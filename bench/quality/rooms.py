"""Hold files and functions to their length, and refuse drawers for anything.

    python bench/quality/rooms.py

The limits are those of design/style.md: a file at most 400 lines, a function 60.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LONGEST_FILE = 400
LONGEST_FUNCTION = 60
DRAWERS = {"utils", "helpers", "misc", "common", "core", "base", "shed"}


def faults(path: Path) -> Iterator[str]:
    """Give what one file breaks."""
    source = path.read_text(encoding="utf-8")
    where = path.relative_to(ROOT)
    lines = source.count("\n")
    if lines > LONGEST_FILE:
        yield f"{where}: {lines} lines, more than {LONGEST_FILE}: build a wall in it"
    if DRAWERS & {path.stem, *(p.name for p in path.parents if ROOT in p.parents)}:
        yield f"{where}: a drawer for anything: name it by what it holds"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > LONGEST_FUNCTION:
                yield f"{where}:{node.lineno}: {node.name} has {length} lines"


def main() -> int:
    """Print every fault; fail if there is one."""
    found = [
        fault
        for folder in ("src", "tests", "bench")
        for path in sorted((ROOT / folder).rglob("*.py"))
        for fault in faults(path)
    ]
    print("\n".join(found) or "rooms: every file and function is short enough")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
