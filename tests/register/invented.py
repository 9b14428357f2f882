"""Invented reports, and how a test takes them into a register."""

import json
from collections.abc import Callable
from pathlib import Path

from tawthiq.workflow.progress import Progress

Ingest = Callable[..., Progress]

STRIKE = (
    "قُتل {killed} مدنيين وأصيب {injured} آخرون جراء غارة جوية روسية استهدفت سوق بلدة"
    " {place} اليوم الأربعاء، بحسب {source}."
)
VILLAGES = ("تل الزعرور", "أم البلوط", "دير القصبات")
REPORTS = (
    ("a1", "شبكة السنبلة", STRIKE, ("أربعة", "سبعة", "تل الزعرور", "الدفاع المدني")),
    ("a2", "وكالة المرساة", STRIKE, ("خمسة", "سبعة", "تل الزعرور", "ناشطين")),
    ("a3", "راديو الغيم", STRIKE, ("ثلاثة", "عشرة", "أم البلوط", "مراسلنا")),
    ("a4", "مرصد النهر", STRIKE, ("ثمانية", "تسعة", "دير القصبات", "مصدر طبي")),
)
"""Invented: two tell of one strike, two of others on the same day."""


def invented(number: int, name: str = "") -> dict[str, str]:
    """Give one of the invented reports as a line of input."""
    known, outlet, text, words = REPORTS[number]
    fields = dict(zip(("killed", "injured", "place", "source"), words, strict=True))
    return {
        "id": name or known,
        "published": "2031-03-05",
        "outlet": outlet,
        "lang": "ar",
        "text": text.format(**fields),
    }


BOTH_VILLAGES = (
    "قُتل ثلاثة مدنيين اليوم الأربعاء جراء قصف مدفعي لقوات النظام السوري على بلدة"
    " تل الزعرور.\n\nوقُتل مدنيان اليوم الأربعاء جراء قصف مدفعي لقوات النظام السوري"
    " على بلدة أم البلوط، بحسب الدفاع المدني."
)
RIVAL = (
    "قُتل مدنيان اليوم الأربعاء جراء قصف مدفعي لقوات سوريا الديمقراطية على بلدة"
    " أم البلوط، بحسب ناشطين."
)


def exchange() -> tuple[dict[str, str], dict[str, str]]:
    """Give two invented reports: of the second village of the first one accuses another."""
    first, second = (
        invented(number) | {"id": name, "outlet": f"منصة {name}", "text": text}
        for number, (name, text) in enumerate((("x1", BOTH_VILLAGES), ("x2", RIVAL)))
    )
    return first, second


def write_lines(path: Path, lines: list[dict[str, str]]) -> Path:
    """Write reports as JSON lines."""
    told = (json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    path.write_text("".join(told), encoding="utf-8")
    return path
