"""Score the reader on the material of ``../shared``; ``make quality`` runs it.

    python bench/quality/score.py [--part seen|late|unseen|marked|all] [--only MEASURE …] [--pin]
                                  [--keep]

Prints one table and fails where a figure lies below its floor in ``floors.json``.
``--pin`` raises the floors to what was measured, less a stated tolerance; it never
lowers one (``--lower NAME`` does, and wants a line in the changelog). Where ``../shared`` is absent
it says so and measures nothing.
"""

import argparse
import contextlib
import io
import json
import runpy
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import material
from split import SHARED

import register as incidents
from tawthiq.workflow.victims import match_lists

FLOORS = Path(__file__).with_name("floors.json")
MEASURED = Path(__file__).with_name("measured.json")
TOLERANCE = 0.005
Figures = dict[str, float]


def reading(part: str) -> Figures:
    """Score the dev gold slot by slot (``score_reading.py``)."""
    reports, gold = material.gold(part)
    scored = material.scorer("score_reading").score(gold, material.read(reports))
    figures = {f"reading.{s}": v["f1"] for s, v in scored["slots"].items()}
    for side in ("precision", "recall", "f1"):
        figures[f"reading.all_slots.{side}"] = scored["all_slots"][side]
    figures["reading.quiet_kept"] = scored["kept_quiet"] / max(
        1, scored["quiet_reports"]
    )
    return figures


def grounding(part: str) -> Figures:
    """Give the share of values whose quote is the text at its offsets."""
    reports, _ = material.gold(part)
    right = total = 0
    for report, row in zip(reports, material.read(reports), strict=True):
        for span in _spans(row):
            total += 1
            right += report["text"][span["start"] : span["end"]] == span["quote"]
    return {"grounding": right / max(1, total)}


def _spans(value: object) -> list[dict[str, object]]:
    if isinstance(value, list):
        return [s for item in value for s in _spans(item)]
    if not isinstance(value, dict):
        return []
    if {"start", "end", "quote"} <= set(value):
        return [value]
    return [s for item in value.values() for s in _spans(item)]


def probes(_: str) -> Figures:
    """Count the date and number probes that are right (``score_probes.py``)."""
    figures = {}
    for name in ("dates", "numbers"):
        probe = material.BENCH / "probes" / f"{name}.jsonl"
        said = _script("score_probes", probe, material.spot(material.rows(probe)))
        figures[f"probes.{name}"] = float(said.strip().splitlines()[-1].split()[0])
    return figures


def places(_: str) -> Figures:
    """Score placing on the Airwars dev half (``score_places.py``)."""
    half = material.BENCH / "airwars" / "dev"
    said = _script(
        "score_places", half, material.read(material.rows(half / "reports.jsonl"))
    )
    words = said.split()
    return {
        "places.near": float(words[words.index("near") + 1]),
        "places.near_of_placed": float(words[words.index("placed", 4) + 1]),
    }


def sentences(_: str) -> Figures:
    """Score "an event was read" on attack sentences against protest sentences."""
    found = list(material.rows(material.BENCH / "sentences" / "dev.jsonl"))
    read = material.read(found)
    hits = sum(
        bool(r["events"])
        for s, r in zip(found, read, strict=True)
        if s["label"] == "assault"
    )
    false = sum(
        bool(r["events"])
        for s, r in zip(found, read, strict=True)
        if s["label"] != "assault"
    )
    attacks = sum(s["label"] == "assault" for s in found)
    return {"sentences.f1": 2 * hits / max(1, hits + false + attacks)}


def quiet(_: str) -> Figures:
    """Give the share of quiet news reports from which no incident is read."""
    found = list(material.rows(material.BENCH / "news" / "quiet.jsonl"))
    read = material.read(found)
    firing = sum(any(e["kind"] == "incident" for e in r["events"]) for r in read)
    return {"quiet.silent": 1 - firing / len(found)}


def names(_: str) -> Figures:
    """Match the two recorders' lists of victims (``score_names.py``)."""
    first, second = (material.BENCH / "names" / n for n in ("dev.a.jsonl", "b.jsonl"))
    matches = [
        {"a": m.person.id, "b": m.match.id if m.match else None}
        for m in match_lists(first, second).matches
    ]
    said = _script("score_names", first, matches).split()
    return {
        f"names.{side}": float(said[said.index(side) + 1])
        for side in ("precision", "recall")
    }


def muc4(_: str) -> Figures:
    """Score the English of MUC-3/4, in capitals as sent (``score_muc4.py``)."""
    room = material.BENCH / "muc4"
    scored = material.scorer("score_muc4").score(
        list(material.rows(room / "dev.keys.jsonl")),
        material.read(material.rows(room / "dev.reports.jsonl")),
    )
    figures = {f"muc4.{s}": v["f1"] for s, v in scored["slots"].items()}
    figures["muc4.all_slots"] = scored["all_slots"]["f1"]
    figures["muc4.quiet_kept"] = scored["kept_quiet"] / max(1, scored["quiet_texts"])
    return figures


def _script(name: str, first: Path, rows: list[material.Row]) -> str:
    """Run a scorer that is a script; give what it prints."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".jsonl") as file:
        file.writelines(json.dumps(r, ensure_ascii=False) + "\n" for r in rows)
        file.flush()
        printed, before = io.StringIO(), sys.argv
        sys.argv = [name, str(first), file.name]
        try:
            with contextlib.redirect_stdout(printed):
                runpy.run_path(str(material.BENCH / f"{name}.py"), run_name="__main__")
        finally:
            sys.argv = before
    return printed.getvalue()


def register(_: str) -> Figures:
    """Link the Airwars dev half into incidents (``score_register.py``)."""
    return {
        k: v for k, v in incidents.register(_).items() if not k.endswith("incidents")
    }


MEASURES: dict[str, Callable[[str], Figures]] = {
    m.__name__: m
    for m in (
        *(reading, grounding, probes, places, sentences, quiet, names, register, muc4),
    )
}
SLOW = frozenset({"muc4"})
"""Measures that run only where ``--only`` asks for them."""


def main() -> int:
    """Measure, print the table, hold it against the floors."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument(
        "--part", choices=("seen", "late", "unseen", "marked", "all"), default="all"
    )
    ask.add_argument(
        "--only",
        nargs="+",
        choices=tuple(MEASURES),
        default=[m for m in MEASURES if m not in SLOW],
    )
    ask.add_argument("--pin", action="store_true")
    ask.add_argument("--lower", nargs="*", default=[])
    ask.add_argument("--keep", action="store_true", help="write measured.json")
    asked = ask.parse_args()
    if not SHARED.is_dir():
        print(
            f"make quality: {SHARED} is absent: only the packs' own cases are checked"
        )
        return 0
    figures: Figures = {}
    for name in asked.only:
        figures |= MEASURES[name](asked.part)
    floors: Figures = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    low = [
        n for n, v in figures.items() if v < floors.get(n, 0) and asked.part == "all"
    ]
    for name, value in figures.items():
        mark = "  BELOW ITS FLOOR" if name in low else ""
        print(f"{name:32} {value:8.3f}   floor {floors.get(name, 0):8.3f}{mark}")
    if asked.keep:
        _keep(figures, asked.part)
    if asked.pin:
        _pin(figures, floors, set(asked.lower))
    return 1 if low and not asked.pin else 0


def _keep(figures: Figures, part: str) -> None:
    """Keep the figures for ``readme.py``, beside those of other parts."""
    kept = json.loads(MEASURED.read_text()) if MEASURED.exists() else {}
    kept.setdefault(part, {}).update({k: round(v, 3) for k, v in figures.items()})
    MEASURED.write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n")


def _pin(figures: Figures, floors: Figures, lower: set[str]) -> None:
    for name, value in figures.items():
        floor = round(value - TOLERANCE, 3) if value != int(value) else value
        floors[name] = floor if name in lower else max(floor, floors.get(name, 0))
    FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    sys.exit(main())
