"""A publication that is killed leaves a whole site: the one before, or the new one.

``TAWTHIQ_KILLS`` says how often it is killed (``make slow``: 200).
"""

import json
import os
import random
import signal
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

from tests.register.invented import Ingest, invented, write_lines

from tawthiq.workflow.registers.opening import make_register

KILLS = int(os.environ.get("TAWTHIQ_KILLS", "4"))
LONGEST = 3.0
"""Seconds after which a publication is killed at the latest."""


def started(register: Path, site: Path) -> subprocess.Popen[bytes]:
    words = ["publish", str(register), str(site), "--profile", "public"]
    return subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-m", "tawthiq", *words, "--as-of", "2031-06-01"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def is_whole(site: Path) -> bool:
    mark = json.loads((site / "site.json").read_text(encoding="utf-8"))
    told = sorted(
        f"{sha256(path.read_bytes()).hexdigest()}  {path.relative_to(site).as_posix()}\n"
        for path in site.rglob("*")
        if path.is_file() and path.name != "site.json"
    )
    return (len(told), sha256("".join(told).encode()).hexdigest()) == (
        mark["files"],
        mark["sha256"],
    )


def test_a_killed_publication_leaves_a_whole_site(
    take_in: Ingest, tmp_path: Path
) -> None:
    folder, site = tmp_path / "register", tmp_path / "site"
    lines = [invented(n) for n in range(4)]
    take_in(make_register(folder), write_lines(tmp_path / "posts.jsonl", lines))
    assert started(folder, site).wait() == 0
    assert is_whole(site)
    chance = random.Random(5)  # noqa: S311
    for _ in range(KILLS):
        process = started(folder, site)
        time.sleep(chance.uniform(0.3, LONGEST))
        process.send_signal(signal.SIGKILL)
        process.wait()
        # Between its two names a site stands under the former one.
        assert is_whole(site if site.exists() else tmp_path / ".site.former")
    assert started(folder, site).wait() == 0
    assert is_whole(site)
    assert not (tmp_path / ".site.former").exists()
