"""Writes the site: every page in both languages, its data, its search, its feed."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

from jinja2 import Environment, FunctionLoader, StrictUndefined

from tawthiq.lang.codebook import Codebook
from tawthiq.lang.conventions import convention
from tawthiq.model.claim import Claim
from tawthiq.model.incident import Incident, Reason, Tally
from tawthiq.model.publication import CitedReport, ExportFile, Publication
from tawthiq.publish.archives import zipped
from tawthiq.publish.corrections import Edition
from tawthiq.publish.counting import all_of, sources_of, state_of, voices_of
from tawthiq.publish.datapackage import write_datapackage
from tawthiq.publish.flat import casualty_sheet
from tawthiq.publish.geojson import write_geojson
from tawthiq.publish.grade_words import OVERRULED, blanks_of, rule_of
from tawthiq.publish.places import best_place, country_of, units
from tawthiq.publish.plain import write_csv
from tawthiq.publish.site.addresses import LANGUAGES, list_page, page_of, slug
from tawthiq.publish.site.drawing import (
    NARROW,
    SMALL,
    Drawing,
    Timeline,
    map_of,
    timeline_of,
)
from tawthiq.publish.site.feed import feed_of
from tawthiq.publish.site.lookup import index_files, title_of
from tawthiq.publish.site.speech import Speech
from tawthiq.publish.tables import csv_bytes

ROWS = 300
"""Incidents on one page of the list."""
NEWEST = 12
PLACES = 300
"""Places that the home page lists, those with most incidents first."""
TABLES = (
    "event_types",
    "outcomes",
    "groups",
    "grades",
    "weapons",
    "struck",
    "place_precisions",
    "date_precisions",
    "wordings",
    "source_kinds",
)
"""Tables of the codebook that the method page defines."""
_NUMBER = re.compile(r"(?<![\w-])\d+(?![\w-])")
"""A number of its own, and no part of a name or a code."""
DATA = ("incidents.csv", "casualties.csv", "incidents.geojson", "package.zip")


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What a site is made of.

    ``editions`` are the publications that changed something, this one first;
    ``vanished`` gives for each incident published once and no more its heir, or nothing;
    ``address`` is where the site will stand (``https://…/``), if that is known.
    """

    publication: Publication
    editions: tuple[Edition, ...] = ()
    vanished: Mapping[str, str] = field(default_factory=dict)
    address: str = ""


def site_files(site: Site, codebook: Codebook) -> Iterator[ExportFile]:
    """Give every file of a site, one after another; the same site gives the same bytes.

    Args:
        site: a publication, which a profile has redacted, and its history.
        codebook: labels and definitions.
    """
    sums: dict[str, str] = {}
    for file in _files(site, codebook):
        if file.name.startswith("data/"):
            sums[file.name.removeprefix("data/")] = sha256(file.data).hexdigest()
        yield file
    told = "".join(f"{digest}  {name}\n" for name, digest in sums.items())
    yield ExportFile(name="data/SHA256SUMS", data=told.encode())


def _files(site: Site, codebook: Codebook) -> Iterator[ExportFile]:
    speeches = [Speech(language=name, codebook=codebook) for name in LANGUAGES]
    latest = sorted(site.publication.incidents, key=_newest_first)
    yield from _assets()
    yield from _data(site.publication, codebook)
    yield from index_files(latest, speeches)
    yield _page("index.html", "doors.html", {"speeches": speeches})
    for speech in speeches:
        yield from _Pages(site, speech, latest).all()


def _newest_first(one: Incident) -> tuple[int, str]:
    start = one.date.start if one.date is not None else None
    return (-start.toordinal() if start else 0, one.id)


class _Pages:
    """The pages of one language."""

    def __init__(self, site: Site, speech: Speech, latest: Sequence[Incident]) -> None:
        self._site = site
        self._speech = speech
        self._latest = latest
        self._publication = site.publication
        self._reports = {r.id: r for r in site.publication.reports}
        self._claims: dict[str, list[Claim]] = {}
        for claim in site.publication.claims:
            owner = site.publication.owners[claim.id]
            self._claims.setdefault(owner, []).append(claim)

    def all(self) -> Iterator[ExportFile]:
        """Give every page."""
        yield self._home()
        yield from self._lists()
        for one in self._latest:
            yield self._incident(one)
        yield from self._former()
        yield self._written("search.html", "search.html", {})
        yield self._written("downloads.html", "downloads.html", {"files": DATA})
        yield self._method()
        yield self._corrections()
        known = {one.id: one for one in self._latest}
        base, language = self._site.address, self._speech.language
        told = feed_of(known, self._site.editions, self._speech, base=base)
        yield ExportFile(name=f"{language}/feed.xml", data=told)

    def _home(self) -> ExportFile:
        killed = [all_of(one, "killed") for one in self._latest]
        days = sorted(o.date.start for o in self._latest if o.date and o.date.start)
        told = {
            **self._pictures(),
            "newest": self._latest[:NEWEST],
            "least": sum(low or 0 for low, _ in killed),
            "untold": sum(low is None for low, _ in killed),
            "first": days[0] if days else None,
            "last": days[-1] if days else None,
            "pages": self._page_numbers(),
            "most": PLACES,
        }
        return self._written("index.html", "home.html", told)

    def _pictures(self) -> dict[str, Drawing | Timeline]:
        """Draw where and when, each for a wide screen and for a telephone."""
        language = self._speech.language
        backwards = self._speech.direction == "rtl"
        return {
            "map": map_of(self._latest, language=language),
            "narrow_map": map_of(self._latest, language=language, size=SMALL),
            "timeline": timeline_of(self._latest, backwards=backwards),
            "narrow_timeline": timeline_of(
                self._latest, backwards=backwards, width=NARROW
            ),
        }

    def _lists(self) -> Iterator[ExportFile]:
        pages = range(1, max(1, -(-len(self._latest) // ROWS)) + 1)
        for number in pages:
            some = self._latest[(number - 1) * ROWS : number * ROWS]
            told = {"incidents": some, "number": number, "pages": pages}
            yield self._written(list_page(number), "list.html", told)

    def _page_numbers(self) -> Mapping[tuple[int, int], str]:
        """Give the page of the list on which each month begins."""
        found: dict[tuple[int, int], str] = {}
        for at, one in enumerate(self._latest):
            if one.date and one.date.start:
                month = one.date.start.year, one.date.start.month
                found.setdefault(month, list_page(at // ROWS + 1))
        return found

    def _incident(self, one: Incident) -> ExportFile:
        cited = [self._reports[r] for r in one.reports if r in self._reports]
        changes = [
            (edition.day, edition.corrected[one.id])
            for edition in self._site.editions
            if one.id in edition.corrected
        ]
        told = {
            "one": one,
            "place": best_place(one),
            "map": map_of((one,), language=self._speech.language, size=SMALL),
            "tallies": sorted(one.casualties, key=self._order),
            "reports": cited,
            "claims": self._claims.get(one.id, ()),
            "changes": changes,
            "profile": self._publication.profile,
        }
        return self._written(page_of(one.id), "incident.html", told)

    def _order(self, tally: Tally) -> tuple[int, int, int]:
        """Put the killed first, and each part after its whole."""
        tables = self._speech.codebook.tables
        outcomes, groups = tables["outcomes"].codes, tables["groups"].codes
        whole = tally.part_of or tally.group
        return (
            outcomes.index(tally.outcome),
            groups.index(whole) if whole in groups else len(groups),
            groups.index(tally.group) if tally.part_of else -1,
        )

    def _former(self) -> Iterator[ExportFile]:
        """Give a page to each name that an incident had once: no address is lost."""
        standing = {slug(one.id) for one in self._latest}
        heirs = {alias: one.id for one in self._latest for alias in one.aliases}
        gone = {**self._site.vanished, **heirs}
        for name, heir in sorted(gone.items()):
            if slug(name) in standing:
                continue
            standing.add(slug(name))
            told = {"name": name, "heir": page_of(heir) if heir else ""}
            yield self._written(page_of(name), "former.html", told)

    def _method(self) -> ExportFile:
        codebook = self._speech.codebook
        told = {
            "tables": [(name, codebook.tables[name]) for name in TABLES],
            "rules": convention("grade_rules"),
            "profile": self._publication.profile,
        }
        return self._written("method.html", "method.html", told)

    def _corrections(self) -> ExportFile:
        known = {one.id: one for one in self._latest}
        told = {"editions": self._site.editions, "known": known}
        return self._written("corrections.html", "corrections.html", told)

    def _written(
        self, address: str, template: str, told: Mapping[str, object]
    ) -> ExportFile:
        depth = address.count("/")
        mine = {
            **told,
            "s": self._speech,
            "address": address,
            "up": "../" * depth,
            "root": "../" * (depth + 1),
            "other": next(n for n in LANGUAGES if n != self._speech.language),
            "about": self._publication.about,
        }
        return _page(f"{self._speech.language}/{address}", template, mine)


def _page(name: str, template: str, told: Mapping[str, object]) -> ExportFile:
    text = _environment().get_template(template).render(**told)
    return ExportFile(name=name, data=text.encode("utf-8", "replace"))


@cache
def _environment() -> Environment:
    folder = files("tawthiq").joinpath("publish", "site", "templates")
    made = Environment(
        loader=FunctionLoader(lambda name: folder.joinpath(name).read_text("utf-8")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        all_of=all_of,
        best_place=best_place,
        country_of=country_of,
        page_of=page_of,
        list_page=list_page,
        reason_words=reason_words,
        rule_words=rule_words,
        sources_of=sources_of,
        state_of=state_of,
        title_of=title_of,
        units=units,
        voices_of=voices_of,
        web_address=web_address,
        wanted_value=wanted_value,
    )
    return made


def rule_words(name: str, s: Speech) -> str:
    """Say a rule of grading in words, without whom or what it met in an incident."""
    overruled, rule = name.startswith(OVERRULED), rule_of(name)
    told = name.removeprefix(OVERRULED)
    if rule is not None:
        open_ones = blanks_of(rule[s.language])
        told = str(s.say(f"rule_{told}")) if open_ones else rule[s.language]
    return str(s.say("rule_overruled", rule=told)) if overruled else told


def reason_words(reason: Reason, s: Speech) -> str:
    """Say why a grade was given: in the words that were let out, or by the rule alone."""
    told = reason.ar if s.language == "ar" else reason.en
    if not told:
        return rule_words(reason.rule, s)
    if reason.rule.startswith(OVERRULED):
        told = str(s.say("rule_overruled", rule=told))
    return _NUMBER.sub(lambda found: s.figures(found.group()), told)


def web_address(report: CitedReport) -> str:
    """Give a report's address if a browser may follow it; nothing for any other."""
    told = report.archive_url or report.url or ""
    return told if told.startswith(("https://", "http://")) else ""


def wanted_value(claim: Claim) -> str:
    """Give the value of a claim in short."""
    return ", ".join(f"{k} {v}" for k, v in claim.value if v is not None)


def _assets() -> Iterator[ExportFile]:
    own = files("tawthiq").joinpath("publish", "site", "assets")
    # The desk and the site are one thing to the eye: colours and letters are shared.
    desk = files("tawthiq").joinpath("desk", "static", "desk")
    named: Iterable[tuple[str, Traversable]] = (
        *((file.name, file) for file in _sorted(own)),
        ("tokens.css", desk.joinpath("tokens.css")),
        ("fonts.css", desk.joinpath("fonts.css")),
        ("mark.svg", desk.joinpath("mark.svg")),
        *((f"fonts/{f.name}", f) for f in _sorted(desk.joinpath("fonts"))),
    )
    for name, file in named:
        yield ExportFile(name=f"assets/{name}", data=file.read_bytes())


def _sorted(folder: Traversable) -> list[Traversable]:
    return sorted((f for f in folder.iterdir() if f.is_file()), key=lambda f: f.name)


def _data(publication: Publication, codebook: Codebook) -> Iterator[ExportFile]:
    tables = {f.name: f.data for f in write_csv(publication, codebook)}
    tables["casualties.csv"] = csv_bytes(casualty_sheet(publication))
    tables |= {f.name: f.data for f in write_geojson(publication, codebook)}
    for name in DATA:
        if name in tables:
            yield ExportFile(name=f"data/{name}", data=tables[name])
    package = zipped(write_datapackage(publication, codebook))
    yield ExportFile(name="data/package.zip", data=package)
