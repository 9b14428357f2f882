"""Write the measured figures into README.md, METHOD.md and their Arabic fellows.

    python bench/quality/score.py --keep && python bench/speed/speed.py --keep
    python bench/quality/register.py --figures bench/quality/register.json
    python bench/quality/readme.py

Fills what stands between ``<!-- figures -->`` and ``<!-- /figures -->`` from
``measured.json`` (of ``score.py``, all of dev and the part kept unread while tuning)
and from ``bench/speed/measured.json``; what stands between ``<!-- register figures -->``
and its end from ``register.json``; in METHOD.md what stands between
``<!-- confidence figures -->`` and its end from ``confidence.json``, which
``training/confidence.py --keep`` measures.
"""

import json
import re
from pathlib import Path
from typing import Any

import confidence_tables

ROOT = Path(__file__).resolve().parents[2]
REGISTER = Path(__file__).with_name("register.json")
QUALITY = Path(__file__).with_name("measured.json")
CONFIDENCE = Path(__file__).with_name("confidence.json")
SPEED = ROOT / "bench/speed/measured.json"
PLACE = re.compile(r"(<!-- figures -->\n).*?(<!-- /figures -->)", re.DOTALL)
OF_REGISTER = re.compile(
    r"(<!-- register figures -->\n).*?(<!-- /register figures -->)", re.DOTALL
)
OF_CONFIDENCE = re.compile(
    r"(<!-- confidence figures -->\n).*?(<!-- /confidence figures -->)", re.DOTALL
)

ROWS = (
    (
        "reading.all_slots.f1",
        "all values of all events, F1",
        "كل القيم في كل الأحداث، F1",
    ),
    ("reading.event", "an event found, F1", "العثور على الحدث"),
    ("reading.type", "its type", "نوعه"),
    ("reading.date", "its day", "يومه"),
    ("reading.place", "its places", "أماكنه"),
    ("reading.perpetrator", "who is said to have done it", "من نُسب إليه"),
    ("reading.casualty", "the counts of people harmed", "أعداد المتضررين"),
    ("reading.killed", "the number killed", "عدد القتلى"),
    ("reading.attribution", "who says so", "من قال ذلك"),
    ("probes.dates", "dates resolved, of 30", "تواريخ محسوبة من 30"),
    ("probes.numbers", "counted phrases, of 25", "عبارات معدودة من 25"),
    ("sentences.f1", "assault told from protest, F1", "تمييز الاعتداء من الاحتجاج"),
    ("quiet.silent", "quiet news left silent", "أخبار هادئة بقيت بلا حدث"),
    (
        "places.near",
        "places within reach of the right point",
        "أماكن قرب نقطتها الصحيحة",
    ),
    ("places.near_of_placed", "the same, of those placed", "ومن المحدّد منها"),
    ("grounding", "values that quote the text", "قيم تقتبس النص حرفيا"),
)
SPEEDS = (
    (
        "reports_a_second",
        "reports a second, one core, as set up with a C compiler",
        "تقارير في الثانية، نواة واحدة، بعد إعداد معه مترجم C",
    ),
    ("start_up_wall_s", "seconds to read one file", "ثوان لقراءة ملف واحد"),
    ("peak_mb", "peak memory, MB", "أقصى ذاكرة، ميغابايت"),
)
LINKED = (
    ("found", "published incidents found", "وقائع منشورة عُثر عليها"),
    ("field_mean", "their fields right, mean", "صواب حقولها، المتوسط"),
    ("pair_f1", "reports brought together, F1", "جمع التقارير، F1"),
    ("killed_overlap", "range of killed overlaps", "مدى القتلى يتقاطع"),
    ("injured_overlap", "range of injured overlaps", "مدى الجرحى يتقاطع"),
    ("victim_named", "victims named", "ضحايا سُمّوا"),
    ("contested_recall", "contested incidents told so", "متنازع عليها قيل إنها كذلك"),
    ("uncontested_recall", "uncontested told so", "غير متنازع عليها قيل إنها كذلك"),
)
HEADS = (("measure", "all of dev", "unread part"), ("المقياس", "الكل", "ما لم يُقرأ"))


def table(arabic: bool, quality: dict[str, Any], speed: dict[str, Any]) -> str:  # noqa: FBT001
    """Give the figures as a Markdown table, labels in Arabic or English."""
    lines = ["| " + " | ".join(HEADS[arabic]) + " |", "|---|---:|---:|"]
    for name, *labels in ROWS:
        cells = [quality.get(part, {}).get(name) for part in ("all", "unseen")]
        if cells[0] is not None:
            shown = " | ".join("" if c is None else f"{c:g}" for c in cells)
            lines.append(f"| {labels[arabic]} | {shown} |")
    lines += [
        f"| {labels[arabic]} | {speed[name]:g} | |"
        for name, *labels in SPEEDS
        if name in speed
    ]
    return "\n".join(lines) + "\n"


def register_table(arabic: bool, figures: dict[str, float]) -> str:  # noqa: FBT001
    """Give the figures of linking as a Markdown table."""
    lines = [f"| {HEADS[arabic][0]} | |", "|---|---:|"]
    lines += [
        f"| {labels[arabic]} | {figures[f'register.{name}']:.3f} |"
        for name, *labels in LINKED
        if f"register.{name}" in figures
    ]
    return "\n".join(lines) + "\n" if figures else ""


def main() -> None:
    """Fill both files."""
    linked = json.loads(REGISTER.read_text()) if REGISTER.exists() else {}
    quality = json.loads(QUALITY.read_text()) if QUALITY.exists() else {}
    speed = json.loads(SPEED.read_text()) if SPEED.exists() else {}
    for arabic, name in enumerate(("README.md", "README.ar.md")):
        path = ROOT / name
        text = path.read_text(encoding="utf-8")
        made = table(bool(arabic), quality, speed)
        text = PLACE.sub(rf"\g<1>{made}\g<2>", text)
        made = register_table(bool(arabic), linked)
        text = OF_REGISTER.sub(rf"\g<1>{made}\g<2>", text)
        path.write_text(text, encoding="utf-8")
    measured = json.loads(CONFIDENCE.read_text()) if CONFIDENCE.exists() else {}
    for arabic, name in enumerate(("METHOD.md", "METHOD.ar.md")):
        path = ROOT / name
        made = confidence_tables.tables(measured, arabic=bool(arabic))
        text = path.read_text(encoding="utf-8")
        text = OF_CONFIDENCE.sub(lambda found, t=made: f"{found[1]}{t}{found[2]}", text)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
