"""Tables of METHOD.md: how far confidence may be believed, and what a bar costs.

The figures come from ``confidence.json``, which ``training/confidence.py --keep``
measures: ``folds`` on reports that may be read, ``unread`` on those that nobody reads.
"""

from typing import Any

PARTS = ("folds", "unread")
SLOTS = {
    "event": ("an event", "حدث"),
    "kind": ("its kind", "نوع الخبر"),
    "type": ("its type", "نوع الهجوم"),
    "date": ("its day", "يومه"),
    "place": ("a place", "مكان"),
    "perpetrator": ("who did it", "الفاعل"),
    "weapon": ("a weapon", "سلاح"),
    "struck": ("what was hit", "المستهدَف"),
    "casualty": ("a count", "عدد"),
    "victim": ("a name", "اسم"),
    "attribution": ("a source", "مصدر"),
    "all": ("all", "الكل"),
}
BY_SLOT = (
    (
        "| of the part that is not read | how many | said, mean | came true | ECE | Brier |",
        "| مما لا يُقرأ | كم | قيل، وسطيا | صدق | ECE | Brier |",
    ),
    "|---|---:|---:|---:|---:|---:|",
)
BINS = (
    (
        "| confidence | read part: how many | came true | unread part: how many | came true |",
        "| الثقة | ما قُرئ: كم | صدق | ما لم يُقرأ: كم | صدق |",
    ),
    "|---|---:|---:|---:|---:|",
)
NAMES = (("precision", "recall", "F1"), ("الدقة", "الاستيعاب", "F1"))
READ_AND_UNREAD = (("read part", "unread part"), ("ما قُرئ", "ما لم يُقرأ"))


def tables(measured: dict[str, Any], *, arabic: bool) -> str:
    """Give the three tables as Markdown; nothing where nothing was measured."""
    if any(part not in measured for part in PARTS):
        return ""
    made = (
        _by_slot(measured, arabic),
        _bins(measured, arabic),
        _bars(measured, arabic),
    )
    return "\n".join(made)


def _by_slot(measured: dict[str, Any], arabic: bool) -> str:  # noqa: FBT001
    rows = measured["unread"]["slots"]
    return _table(
        (BY_SLOT[0][arabic], BY_SLOT[1]),
        [
            [
                labels[arabic],
                f"{rows[slot]['n']:.0f}",
                *(f"{rows[slot][k]:.2f}" for k in ("given", "right", "error", "brier")),
            ]
            for slot, labels in SLOTS.items()
        ],
    )


def _bins(measured: dict[str, Any], arabic: bool) -> str:  # noqa: FBT001
    pairs = zip(*(measured[part]["bins"] for part in PARTS), strict=True)
    return _table(
        (BINS[0][arabic], BINS[1]),
        [
            [f"{one['from']:.1f}–{one['from'] + 0.1:.1f}", *_bin(one), *_bin(two)]  # noqa: RUF001
            for one, two in pairs
        ],
    )


def _bin(row: dict[str, float]) -> list[str]:
    return [f"{row['n']:.0f}", f"{row['right']:.2f}" if row["n"] else ""]


def _bars(measured: dict[str, Any], arabic: bool) -> str:  # noqa: FBT001
    pairs = zip(*(measured[part]["bars"] for part in PARTS), strict=True)
    names = [
        f"{part}: {name}" if number == 0 else name
        for part in READ_AND_UNREAD[arabic]
        for number, name in enumerate(NAMES[arabic])
    ]
    head = "| `--min-confidence` | " + " | ".join(names) + " |"
    return _table(
        (head, "|---:" * (len(names) + 1) + "|"),
        [
            [
                f"{one['bar']:.1f}",
                *(
                    f"{row[k]:.3f}"
                    for row in (one, two)
                    for k in ("precision", "recall", "f1")
                ),
            ]
            for one, two in pairs
        ],
    )


def _table(heads: tuple[str, str], rows: list[list[str]]) -> str:
    return "\n".join([*heads, *("| " + " | ".join(row) + " |" for row in rows)]) + "\n"
