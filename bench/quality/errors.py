"""List what the reader misses and what it reads wrongly, slot by slot, dearest first.

    python bench/quality/errors.py [--part seen|unseen|all] [--slot SLOT …] [--most N]

``make errors`` writes the list to ``out/errors.md``. Each entry gives the report, the
sentence, what was expected, what was read and by which rule. It holds words of the
evaluation material, so ``out/`` is never committed. By default only the part of dev
that may be read while tuning is listed.
"""

import argparse
import collections
import sys
from collections.abc import Iterator
from types import ModuleType
from typing import Any, NamedTuple

import material

KEYS = {
    "date": "date",
    "place": "places",
    "perpetrator": "perpetrators",
    "weapon": "weapons",
    "struck": "struck",
    "casualty": "casualties",
    "victim": "victims",
    "attribution": "attribution",
}


class Fault(NamedTuple):
    """One value missed or read wrongly."""

    slot: str
    sign: str
    doc: str
    value: str
    rule: str
    sentence: str
    beside: str


def faults(part: str) -> Iterator[Fault]:
    """Compare the gold with what is read."""
    scoring = material.scorer("score_reading")
    reports, gold = material.gold(part)
    texts = {r["id"]: r["text"] for r in reports}
    read = {r["report"]["id"]: r["events"] for r in material.read(reports)}
    for row in gold:
        doc = row["doc"]
        pairs, missed, spurious = scoring.align(row["events"], read[doc])
        for event in missed:
            yield _whole("missed", doc, event=event, text=texts[doc])
        for event in spurious:
            yield _whole("spurious", doc, event=event, text=texts[doc])
        for wanted, found in pairs:
            yield from _values(scoring, (wanted, found), doc=doc, text=texts[doc])


def _whole(sign: str, doc: str, *, event: material.Row, text: str) -> Fault:
    quote = event.get("quote") or event["trigger"]["quote"]
    value = f"{event['kind']} {event['type']} «{quote}»"
    where = event.get("trigger", {}).get("start", text.find(quote))
    return Fault(
        "event", sign, doc, value, event.get("rule", ""), _around(text, where), ""
    )


def _values(
    scoring: ModuleType, pair: tuple[Any, Any], *, doc: str, text: str
) -> Iterator[Fault]:
    wanted, found = pair
    a, b = scoring.values(wanted), scoring.values(found)
    at = found["trigger"]["start"]
    for slot in scoring.SLOTS:
        if slot in {"event", "killed", "blame"}:
            continue
        left, missing = list(b[slot]), []
        for value in a[slot]:
            hit = next((v for v in left if scoring.same(slot, value, v)), None)
            if hit is None:
                missing.append(value)
            else:
                left.remove(hit)
        for sign, values, event in (
            ("missed", missing, wanted),
            ("spurious", left, found),
        ):
            for value in values:
                quote, rule, start = _quote(slot, value, event)
                where = start if start is not None else text.find(quote)
                beside = f"gold {a[slot]}  read {b[slot]}"
                yield Fault(
                    slot, sign, doc, f"{value} «{quote}»", rule,
                    _around(text, where if where >= 0 else at), beside,
                )  # fmt: skip


def _quote(
    slot: str, value: object, event: material.Row
) -> tuple[str, str, int | None]:
    """Give the words, the rule and the offset of a value."""
    held = event.get(KEYS.get(slot, ""), None)
    items = [held] if isinstance(held, dict) else list(held or ())
    for item in items:
        span = item.get("span") or {}
        quote = item.get("quote") or span.get("quote") or ""
        codes = {str(v) for v in item.values() if not isinstance(v, dict)}
        wanted = {str(v) for v in (value if isinstance(value, tuple) else (value,))}
        if quote in wanted or wanted & (codes - {"None", "killed", "asserts"}):
            return quote, item.get("rule", ""), span.get("start")
    quote = event.get("quote") or event.get("trigger", {}).get("quote", "")
    return quote, event.get("rule", ""), None


def _around(text: str, at: int) -> str:
    before = max(text.rfind(stop, 0, max(at, 0)) for stop in ".\n؟!")
    ends = [e for e in (text.find(stop, max(at, 0)) for stop in ".\n؟!") if e >= 0]
    return text[before + 1 : min(ends, default=len(text))].strip()[:400]


def main() -> None:
    """Print the faults, the slot that costs most first."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument(
        "--part", choices=("seen", "late", "unseen", "all"), default="seen"
    )
    ask.add_argument("--slot", nargs="+")
    ask.add_argument("--most", type=int, default=10_000)
    asked = ask.parse_args()
    if not material.SHARED.is_dir():
        print(
            f"make errors: {material.SHARED} is absent: there is nothing to compare with"
        )
        return
    by_slot: dict[str, list[Fault]] = collections.defaultdict(list)
    for fault in faults(asked.part):
        by_slot[fault.slot].append(fault)
    for slot, found in sorted(by_slot.items(), key=lambda p: -len(p[1])):
        missed = sum(f.sign == "missed" for f in found)
        print(f"\n## {slot}: {missed} missed, {len(found) - missed} spurious\n")
        if asked.slot and slot not in asked.slot:
            continue
        for f in found[: asked.most]:
            print(
                f"- **{f.sign}** {f.value} · rule `{f.rule}` · {f.doc}\n  > {f.sentence}"
            )
            if f.beside:
                print(f"  {f.beside}")


if __name__ == "__main__":
    sys.exit(main())
