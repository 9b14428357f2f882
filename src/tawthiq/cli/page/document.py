"""Readings as one page: each report's text beside its cards, linked both ways.

The page holds all it needs: no request leaves it, and its policy allows none. Labels
stand in it in Arabic and in English; a button changes between them in place.
"""

import base64
import re
from collections.abc import Iterable, Sequence
from hashlib import sha256
from importlib.resources import files

from tawthiq.cli.cards.facts import SLOTS
from tawthiq.cli.cards.phrases import (
    LANGUAGES,
    Part,
    Speech,
    ltr,
    own,
    short_id,
    speech,
)
from tawthiq.cli.page.cards import Card, event_cards, statement_cards
from tawthiq.cli.page.text import escaped, marked_text
from tawthiq.cli.page.words import Bilingual, drawn
from tawthiq.lang.codebook import Codebook
from tawthiq.model.reading import Origin, Reading
from tawthiq.model.report import Report

TOKEN = re.compile(r"\{\{(\w+)\}\}")


def html_page(readings: Iterable[Reading], codebook: Codebook, language: str) -> str:
    """Draw readings as one self-contained page.

    Args:
        readings: what to show, in this order.
        codebook: gives the labels, in both languages.
        language: in which the page opens, ``ar`` or ``en``.

    Returns:
        The page, as text that can always be written as UTF-8; the same readings give
        the same page.
    """
    shown = list(readings)
    opened = language if language in LANGUAGES else "en"
    style, script = _part("page.css"), _part("page.js")
    parts = {
        "language": opened,
        "direction": "rtl" if opened == "ar" else "ltr",
        "policy": _policy(style, script),
        "title": _title(shown, speech(codebook, opened)),
        "style": style,
        "body": _body(shown, Bilingual(codebook)),
        "script": script,
    }
    # One pass, so that braces in a report's own words are left alone.
    return TOKEN.sub(lambda match: parts[match[1]], _part("page.html"))


def _body(readings: Sequence[Reading], words: Bilingual) -> str:
    reports = [_report(f"r{i}", r, words) for i, r in enumerate(readings, start=1)]
    index = _index(readings, words) if len(readings) > 1 else ""
    foot = _foot(readings, words)
    return "\n".join([_bar(words), index, "<main>", *reports, "</main>", foot])


def _bar(words: Bilingual) -> str:
    legend = "".join(f'<li class="key k-{s}">{words.word(s)}</li>' for s in SLOTS)
    return (
        f'<header class="bar"><h1>{words.word("app")}</h1>'
        f'<span class="tag">{words.word("tagline")}</span>'
        f'<ul class="legend">{legend}</ul><div class="tools" hidden>'
        '<button type="button" id="rules" aria-pressed="false">'
        f"{words.word('show_rules')}</button>"
        f'<button type="button" id="switch">{words.word("switch_to")}</button>'
        "</div></header>"
    )


def _index(readings: Sequence[Reading], words: Bilingual) -> str:
    """List the reports of a page that holds several."""
    rows = "".join(
        f'<li><a href="#r{number}"><span class="t">{_name(reading.report, words)}'
        f'</span><span class="n">{_published(reading.report)}</span>'
        f'<span class="count{"" if reading.events else " zero"}">'
        f"{len(reading.events)}</span></a></li>"
        for number, reading in enumerate(readings, start=1)
    )
    return f'<nav class="index"><h2>{words.word("reports")}</h2><ol>{rows}</ol></nav>'


def _report(name: str, reading: Reading, words: Bilingual) -> str:
    text, language = reading.report.text, escaped(reading.report.language)
    events = event_cards(reading.events, report=name, text=text, words=words)
    said = statement_cards(reading.statements, report=name, text=text, words=words)
    cards = (*events, *said)
    marked = marked_text(
        text,
        [anchor for card in cards for anchor in card.anchors],
        [card.chip for card in cards],
    )
    return (
        f'<article class="report" id="{name}" data-language="{language}">'
        f"{_head(reading, words)}"
        f'<div class="pair"><section class="text" tabindex="0" lang="{language}" '
        f'aria-labelledby="{name}-t"><h3 class="vh" id="{name}-t">'
        f"{words.word('text_of_report')}</h3>\n{marked}</section>"
        f'<div class="cards">{_cards(events, said, words)}</div></div></article>'
    )


def _cards(events: Sequence[Card], said: Sequence[Card], words: Bilingual) -> str:
    drawn_events = f'<h3 class="vh">{words.word("events")}</h3>'
    drawn_events += "".join(card.html for card in events)
    if not events:
        drawn_events += f'<p class="none-found">{words.word("no_events")}</p>'
    if not said:
        return drawn_events
    heading = f"<h3>{words.word('statements')}</h3>"
    return drawn_events + heading + "".join(card.html for card in said)


def _head(reading: Reading, words: Bilingual) -> str:
    report = reading.report
    rows = [
        ("id", drawn((ltr(short_id(report.id)),))),
        ("outlet", _own(report.outlet)),
        ("author", _own(report.author)),
        ("published", _day(report, words)),
        ("language", words.line(lambda w: w.language_name(report.language))),
        ("address", drawn((ltr(report.url),)) if report.url is not None else ""),
        ("events", str(len(reading.events))),
        ("statements", str(len(reading.statements))),
    ]
    listed = "".join(
        f"<div><dt>{words.word(key)}</dt><dd>{value}</dd></div>"
        for key, value in rows
        if value
    )
    return (
        f"<header><h2>{_name(report, words)}</h2>"
        f'<dl class="facts-of">{listed}</dl></header>'
    )


def _name(report: Report, words: Bilingual) -> str:
    if report.title is None:
        return words.word("untitled")
    return drawn((own(report.title),))


def _day(report: Report, words: Bilingual) -> str:
    if report.published is None:
        return words.word("published_unknown")
    if report.published_basis is None:
        return _published(report)
    basis = words.label("published_bases", report.published_basis)
    return f"{_published(report)} ({basis})"


def _published(report: Report) -> str:
    day = report.published
    return drawn((ltr(day.isoformat()),)) if day is not None else ""


def _own(text: str | None) -> str:
    return drawn((own(text),)) if text is not None else ""


def _foot(readings: Sequence[Reading], words: Bilingual) -> str:
    """Say that a program read all this, and which versions of it."""
    made: list[Origin] = []
    for reading in readings:
        if reading.origin not in made:
            made.append(reading.origin)
    lines = "".join(f"<p>{_versions(origin, words)}</p>" for origin in made)
    return f"<footer><p>{words.word('made_by_machine')}</p>{lines}</footer>"


def _versions(origin: Origin, words: Bilingual) -> str:
    packs = " ".join(f"{name} {origin.pack[name]}" for name in sorted(origin.pack))
    values: dict[str, Part | str] = {
        "code": ltr(origin.code),
        "packs": ltr(packs),
        "codebook": ltr(origin.codebook),
    }
    return words.line(lambda w: w.say("versions", **values))


def _title(readings: Sequence[Reading], words: Speech) -> str:
    only = readings[0].report.title if len(readings) == 1 else None
    name = words.word("app")
    return escaped(f"{only} — {name}" if only else name)


def _part(name: str) -> str:
    return files("tawthiq").joinpath("cli", "page", "parts", name).read_text("utf-8")


def _policy(style: str, script: str) -> str:
    """Allow this style and this script, by hash, and nothing from anywhere else."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; "
        f"script-src '{_hash(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(source: str) -> str:
    digest = sha256(source.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
