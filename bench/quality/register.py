"""Score linking on the Airwars dev half: readings → incidents, by ``score_register.py``.

    python bench/quality/register.py [--orders N] [--keep INCIDENTS.jsonl] [--figures FILE]

Readings are kept in the temporary folder under a digest of the code and data that make
them, since reading takes most of a minute. ``--orders`` links the reports again in as
many random orders and fails where the incidents differ.
"""

import argparse
import hashlib
import json
import pickle
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import material

import tawthiq
from tawthiq.model.incident import Incident
from tawthiq.model.incident_format import incident_to_dict
from tawthiq.model.reading import Reading
from tawthiq.workflow.linking import incidents_of

HALF = material.BENCH / "airwars" / "dev"
READING_ROOMS = ("read", "text", "lang", "find", "assemble", "resolve", "gazetteer")
READING_DATA = ("packs", "codebook", "weigh/weights")
Figures = dict[str, float]


def readings() -> list[Reading]:
    """Read all reports of the half, or take them as kept by this very code."""
    kept = Path(tempfile.gettempdir()) / f"tawthiq-register-{_digest()}.pickle"
    if kept.exists():
        # Written below by this script alone, in this user's temporary folder.
        return list(pickle.loads(kept.read_bytes()))  # noqa: S301
    reader = material.reader()
    reports = map(material.report_of, material.rows(HALF / "reports.jsonl"))
    made = [reader.read(report) for report in reports]
    kept.write_bytes(pickle.dumps(made))
    return made


def _digest() -> str:
    """Give a mark of all that a reading depends on."""
    root = Path(tawthiq.__file__).parent
    digest = hashlib.sha256()
    rooms = [root / name for name in READING_ROOMS + READING_DATA] + [root / "model"]
    for room in rooms:
        for file in sorted(room.rglob("*")):
            if file.suffix in {".py", ".csv", ".yml"} and file.name != "link.csv":
                digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def figures(incidents: Sequence[Incident]) -> Figures:
    """Score incidents; fields by their names beside the measures of the whole."""
    scored = material.scorer("score_register").score(*_truth(incidents))
    fields = {name: share for name, (share, _) in scored.pop("fields").items()}
    return {f"register.{k}": float(v) for k, v in {**fields, **scored}.items()}


def _truth(
    incidents: Sequence[Incident],
) -> tuple[list[material.Row], list[material.Row], dict[str, str], set[str]]:
    coded = list(material.rows(HALF / "incidents.jsonl"))
    reports = list(material.rows(HALF / "reports.jsonl"))
    texts = {r["id"]: r["text"] for r in reports}
    dated = {r["id"] for r in reports if not r["published_simulated"]}
    made = [json.loads(json.dumps(incident_to_dict(i))) for i in incidents]
    return coded, made, texts, dated


def register(_: str = "") -> Figures:
    """Link the half and score it (a measure of ``score.py``)."""
    return figures(incidents_of(readings()))


def main() -> int:
    """Link, score, print; hold the orders against each other."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--orders", type=int, default=0)
    ask.add_argument("--keep", type=Path)
    ask.add_argument("--figures", type=Path, help="write the figures as JSON")
    asked = ask.parse_args()
    read = readings()
    begun = time.perf_counter()
    incidents = incidents_of(read)
    print(f"linking {len(read)} reports: {time.perf_counter() - begun:.1f} s")
    made = figures(incidents)
    for name, value in made.items():
        print(f"{name:36} {value:9.3f}")
    if asked.figures:
        asked.figures.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")
    if asked.keep:
        lines = (json.dumps(incident_to_dict(i), ensure_ascii=False) for i in incidents)
        asked.keep.write_text("\n".join(lines) + "\n", encoding="utf-8")
    for order in range(asked.orders):
        shuffled = random.Random(order).sample(read, len(read))  # noqa: S311
        if incidents_of(shuffled) != incidents:
            print(f"order {order}: OTHER INCIDENTS")
            return 1
        print(f"order {order}: the same incidents")
    return 0


if __name__ == "__main__":
    sys.exit(main())
