"""``tawthiq victims``: people named in lists, and which of them are one."""

import csv
import json
import sys
from enum import StrEnum
from functools import cache
from importlib.resources import files
from pathlib import Path

import typer

from tawthiq.cli.settings import settings_of
from tawthiq.link.person_reasons import Reason, reasons
from tawthiq.workflow.victims import PersonMatch, match_lists

SHOWN = 3
"""Reasons that a row of the table shows."""


class Format(StrEnum):
    """How matches are printed."""

    TABLE = "table"
    JSONL = "jsonl"


app = typer.Typer(
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    help="أسماء الضحايا في القوائم · Victims' names in lists.",
)


@app.callback()
def victims() -> None:
    """أسماء الضحايا في القوائم · Victims' names in lists."""


@app.command()
def match(
    first: Path = typer.Argument(  # noqa: B008
        help="قائمة: id و name و age و sex في JSONL أو CSV · A list: id, name, age, sex."
    ),
    second: Path = typer.Argument(  # noqa: B008
        help="القائمة الأخرى · The other list."
    ),
    *,
    form: Format = typer.Option(  # noqa: B008
        Format.TABLE, "--format", help="شكل الخرج · The form of the output."
    ),
) -> None:
    """من هو كل شخص من الأولى في الثانية · Who of the second each of the first is."""
    ui = settings_of().ui
    found = match_lists(first, second)
    for fault in found.faults:
        print(f"tawthiq: {fault.message(ui)}", file=sys.stderr)  # noqa: T201
    if form is Format.JSONL:
        for one in found.matches:
            print(json.dumps(_row(one), ensure_ascii=False))  # noqa: T201
    else:
        _print_table(found.matches, ui)
    if found.faults:
        raise typer.Exit(1)


def _row(one: PersonMatch) -> dict[str, object]:
    return {
        "a": one.person.id,
        "b": one.match.id if one.match else None,
        "score": round(one.score, 4),
        "unsure": one.why or None,
        "says_ar": _sure(one, "ar"),
        "says_en": _sure(one, "en"),
        "reasons": [
            {
                "reason": reason.code,
                "adds": reason.adds,
                "ar": _says(reason, "ar"),
                "en": _says(reason, "en"),
            }
            for reason in reasons(one.parts)
        ],
        "candidates": [
            {"b": person.id, "name": person.name, "score": round(score, 4)}
            for person, score in one.candidates
        ],
    }


def _sure(one: PersonMatch, language: str) -> str | None:
    return _sayings(language)[one.why] if one.why else None


def _says(reason: Reason, language: str) -> str:
    """Put a reason in words: the part of the name, then how it agrees."""
    known = _sayings(language)
    if reason.code in known:
        return known[reason.code]
    role, _, level = reason.code.partition("_")
    return f"{known[role]}: {known[level]}"


@cache
def _sayings(language: str) -> dict[str, str]:
    source = files("tawthiq").joinpath("cli", "person_reasons.csv")
    rows = csv.DictReader(source.read_text("utf-8-sig").splitlines())
    return {row["code"]: row[language] for row in rows}


HEADS = {
    "ar": ("الأولى", "الثانية", "الثقة", "لماذا"),
    "en": ("First", "Second", "Score", "Why"),
}


def _print_table(matches: tuple[PersonMatch, ...], language: str) -> None:
    from rich.console import Console  # noqa: PLC0415 - takes a tenth of a second
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415 - a name is no markup

    table = Table(box=None, pad_edge=False)
    for head in HEADS[language]:
        table.add_column(head, overflow="fold")
    for one in matches:
        why = [_says(r, language) for r in reasons(one.parts)[:SHOWN]]
        told = [_sure(one, language)] if one.why else why
        table.add_row(
            Text(f"{one.person.name} ({one.person.id})"),
            Text(f"{one.match.name} ({one.match.id})" if one.match else "؟"),
            f"{one.score:.2f}",
            "؛ ".join(t for t in told if t),
        )
    Console().print(table)
    sure = sum(one.match is not None for one in matches)
    print(  # noqa: T201
        f"وُجد {sure} من {len(matches)}، والباقون غير مؤكدين"
        if language == "ar"
        else f"{sure} of {len(matches)} matched; the rest are unsure"
    )
