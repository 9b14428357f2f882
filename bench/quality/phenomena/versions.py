"""Readings by another version of the code: a git worktree reads, its JSON is kept.

Each worktree reads with its own code, its own packs and its own ``material.py``; what
it read lies in ``out/versions/<commit>/<part>.jsonl`` and is read again only where it
is not there.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from phenomena.tags import Row

ROOT = Path(__file__).resolve().parents[3]
KEPT = ROOT / "out" / "versions"
HERE = "."
"""The name of the working tree as it stands, which is read anew each time."""

READS = """
import json, pathlib, sys
sys.path[:0] = [sys.argv[1] + "/src", sys.argv[1] + "/bench/quality"]
import split
split.SHARED = pathlib.Path(sys.argv[2])
split.GOLD = split.SHARED / "bench" / "gold"
import material
reports, _ = material.gold(sys.argv[3])
for row in material.read(reports):
    print(json.dumps(row, ensure_ascii=False))
"""
"""Run inside a worktree: ``split`` finds the material by its own place, so it is told."""


class UnknownCommitError(Exception):
    """Git knows no such commit."""


def readings_by(version: str, part: str, *, shared: Path) -> dict[str, Row]:
    """Give what a version of the code reads, by report.

    Args:
        version: a commit, as git understands it, or ``.`` for the working tree.
        part: of dev: ``seen``, ``late``, ``unseen`` or ``all``.
        shared: where the material lies.

    Raises:
        UnknownCommitError: git knows no such commit.
        subprocess.CalledProcessError: that version cannot be built or cannot read.
    """
    if version == HERE:
        lines = _read_in(ROOT, part, shared)
    else:
        kept = KEPT / _commit(version) / f"{part}.jsonl"
        if not kept.is_file():
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_text(_read_by_worktree(version, part, shared), encoding="utf-8")
        lines = kept.read_text(encoding="utf-8")
    rows = map(json.loads, filter(None, lines.split("\n")))
    return {row["report"]["id"]: row for row in rows}


def _commit(version: str) -> str:
    asked = ("rev-parse", "--verify", "--quiet", f"{version}^{{commit}}")
    try:
        return _git(*asked).strip()
    except subprocess.CalledProcessError as fault:
        raise UnknownCommitError(version) from fault


def _read_by_worktree(version: str, part: str, shared: Path) -> str:
    commit = _commit(version)
    tree = KEPT / commit / "tree"
    _git("worktree", "add", "--force", "--detach", str(tree), commit)
    try:
        subprocess.run(
            [sys.executable, "build_gazetteer.py"],
            cwd=tree, check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        return _read_in(tree, part, shared)
    finally:
        _git("worktree", "remove", "--force", str(tree))


def _read_in(tree: Path, part: str, shared: Path) -> str:
    clean = {k: v for k, v in os.environ.items() if k != "TAWTHIQ_HOME"}
    return subprocess.run(  # noqa: S603 - our own script, above
        [sys.executable, "-c", READS, str(tree), str(shared), part],
        check=True, capture_output=True, text=True, encoding="utf-8",
        env={**clean, "PYTHONIOENCODING": "utf-8"},
    ).stdout  # fmt: skip


def _git(*words: str) -> str:
    return subprocess.run(  # noqa: S603 - git with words of our own
        ["git", *words],  # noqa: S607 - the git of whoever runs this
        cwd=ROOT, check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
