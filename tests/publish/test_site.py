"""The site says what the profile lets out, in both languages, and not a byte more."""

import re
import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from lxml import etree
from tests.publish.conftest import NAMES, SECRETS, TODAY

from tawthiq.lang.codebook import Codebook
from tawthiq.lang.conventions import convention
from tawthiq.model.incident import Incident, Reason
from tawthiq.model.publication import Material, Publication
from tawthiq.publish.corrections import (
    Edition,
    edition_from_plain,
    edition_of,
    edition_to_plain,
    facts_of,
)
from tawthiq.publish.profiles import profile_of
from tawthiq.publish.redaction import publication_of
from tawthiq.publish.risks import RiskKind, risks_of
from tawthiq.publish.site import Site, site_files
from tawthiq.publish.site.addresses import slug

Files = dict[str, bytes]


def let_out(material: Material, codebook: Codebook, name: str) -> Publication:
    return publication_of(material, profile_of(codebook, name), codebook, as_of=TODAY)


def built(publication: Publication, codebook: Codebook, *editions: Edition) -> Files:
    told = editions or (edition_of(publication, None, day=TODAY),)
    site = Site(publication=publication, editions=told)
    return {file.name: file.data for file in site_files(site, codebook)}


@pytest.fixture
def public(material: Material, codebook: Codebook) -> Publication:
    return let_out(material, codebook, "public")


@pytest.fixture
def files(public: Publication, codebook: Codebook) -> Files:
    return built(public, codebook)


def unpacked(files: Files) -> Files:
    found = dict(files)
    for name, data in files.items():
        if name.endswith(".zip"):
            with zipfile.ZipFile(BytesIO(data)) as archive:
                found |= {f"{name}/{n}": archive.read(n) for n in archive.namelist()}
    return found


def test_no_private_token_stands_in_any_byte(files: Files) -> None:
    for name, data in unpacked(files).items():
        for secret in SECRETS:
            assert secret.encode() not in data, (name, secret)
            assert secret.casefold().encode() not in data, (name, secret)


def test_no_folded_name_stands_in_the_search_index(files: Files) -> None:
    for name, data in files.items():
        if name.startswith("search/"):
            text = data.decode()
            assert "كناري" not in text, name
            assert "canary" not in text.casefold(), name


def test_a_memorial_names_the_victims_and_no_source(
    material: Material, codebook: Codebook
) -> None:
    made = built(let_out(material, codebook, "memorial"), codebook)
    page = made["ar/incidents/incident-7.html"].decode()
    assert NAMES[0] in page
    for secret in ("شبكة السنبلة", "sunbula", "report-one"):
        assert all(secret.encode() not in data for data in unpacked(made).values())


def test_the_same_publication_gives_the_same_bytes(
    public: Publication, codebook: Codebook, files: Files
) -> None:
    assert built(public, codebook) == files


def test_pages_hold_no_inline_style_or_script_and_name_no_other_host(
    files: Files,
) -> None:
    for name, data in files.items():
        text = data.decode() if name.endswith((".html", ".js", ".css")) else ""
        assert not re.search(r"\son\w+=|\sstyle=|<style|javascript:", text), name
        assert not re.search(r"<script(?![^>]*\bsrc=)", text), name
        assert not re.search(r"(src|href|url)\W{1,2}(https?:)?//", text), name


def test_every_link_leads_to_a_file(files: Files) -> None:
    for name, data in files.items():
        if not name.endswith(".html"):
            continue
        folder = name.split("/")[:-1]
        for link in re.findall(r'(?:href|src)="([^"#]+)', data.decode()):
            parts = list(folder)
            for part in link.split("/"):
                if part == "..":
                    parts.pop()
                else:
                    parts.append(part)
            assert "/".join(parts) in files, (name, link)


def test_a_name_with_markup_is_text(
    material: Material, codebook: Codebook, incident: Incident
) -> None:
    nasty = "</script><img src=x onerror=alert(1)>'\"&\u2028"
    (place,) = incident.places
    village = replace(place, name=nasty, name_en=nasty, precision="village")
    one = replace(incident, places=(village,), aliases=(nasty,))
    told = replace(material, incidents=(one,))
    made = built(let_out(told, codebook, "partner"), codebook)
    for name, data in made.items():
        if name.endswith((".html", ".js", ".xml")):
            assert b"<img" not in data, name
    etree.fromstring(made["ar/feed.xml"])


@pytest.mark.parametrize("name", ["../../etc", "A", "a" * 200, "", "ق", "con/nul", "."])
def test_an_odd_id_makes_a_harmless_file_name(name: str) -> None:
    assert re.fullmatch(r"x[0-9a-f]{24}", slug(name))


def test_two_ids_that_differ_in_capitals_are_two_files() -> None:
    assert slug("incident-a").casefold() != slug("incident-A").casefold()


def test_a_former_name_leads_on(
    material: Material, codebook: Codebook, incident: Incident
) -> None:
    one = replace(incident, aliases=("merged-1",))
    told = replace(material, incidents=(one,))
    page = built(let_out(told, codebook, "public"), codebook)[
        "en/incidents/merged-1.html"
    ].decode()
    assert 'url=../incidents/incident-7.html"' in page


def test_a_withdrawn_incident_keeps_its_address(
    public: Publication, codebook: Codebook
) -> None:
    site = Site(publication=public, vanished={"gone-1": ""})
    made = {file.name: file.data for file in site_files(site, codebook)}
    assert "سُحبت" in made["ar/incidents/gone-1.html"].decode()


def test_an_empty_publication_is_a_site_too(codebook: Codebook) -> None:
    made = built(let_out(Material(incidents=()), codebook, "public"), codebook)
    assert "لا وقائع" in made["ar/incidents/index.html"].decode()


def test_nothing_is_corrected_where_nothing_changed(public: Publication) -> None:
    edition = edition_of(public, facts_of(public), day=TODAY)
    assert not edition.says_something


def test_what_changed_is_corrected_openly(
    public: Publication, codebook: Codebook
) -> None:
    before = {
        k: {**v, "killed": "3", "grade": "weak"} for k, v in facts_of(public).items()
    }
    before["gone-1"] = {}
    edition = edition_of(public, before, day=date(2031, 7, 1))
    changes = {c.fact: c.before for c in edition.corrected["incident-7"]}
    assert changes == {"killed": "3", "grade": "weak"}
    assert edition.gone == {"gone-1": ""}
    assert edition_from_plain(edition_to_plain(edition)) == edition
    made = built(public, codebook, edition)
    page = made["en/corrections.html"].decode()
    assert "<del>3</del> <ins>12 to 15</ins>" in page
    assert "Corrected: Number of killed, Grade" in made["en/feed.xml"].decode()


def test_a_first_publication_corrects_nothing(public: Publication) -> None:
    edition = edition_of(public, None, day=TODAY)
    assert edition.first
    assert not edition.corrected


def test_risks_name_what_would_show(
    public: Publication, material: Material, codebook: Codebook
) -> None:
    kinds = {risk.kind for risk in risks_of(public, codebook)}
    assert RiskKind.SMALL_GROUP in kinds
    assert not kinds & {RiskKind.NAME, RiskKind.OUTLET, RiskKind.QUOTE}
    internal = let_out(material, codebook, "internal")
    found = risks_of(internal, codebook)
    assert {RiskKind.NAME, RiskKind.OUTLET, RiskKind.EXACT_PLACE} <= {
        r.kind for r in found
    }
    assert any(NAMES[0] == r.what for r in found)


SPEAKER = "Canary-Speaker"
RULES = [rule["rule"] for rule in convention("grade_rules")]


def graded(incident: Incident, *rules: str) -> Incident:
    told = tuple(
        Reason(rule=rule, ar=f"{SPEAKER} ٣", en=f"3 voices, {SPEAKER}")
        for rule in rules
    )
    return replace(incident, grade=replace(incident.grade, reasons=told))


@pytest.mark.parametrize("rule", [*RULES, *(f"overruled:{rule}" for rule in RULES)])
@pytest.mark.parametrize("profile", ["public", "partner"])
def test_a_reason_is_a_whole_sentence_and_names_nobody(
    material: Material, codebook: Codebook, rule: str, profile: str
) -> None:
    told = replace(
        material, incidents=tuple(graded(one, rule) for one in material.incidents)
    )
    files = built(let_out(told, codebook, profile), codebook)
    for lang in ("ar", "en"):
        page = files[f"{lang}/incidents/incident-7.html"].decode()
        said = reasons_in(page)
        assert said
        assert not re.search("[{}\u2039\u203a]|Canary", said)
        assert rule not in said
    method = files["ar/method.html"].decode() + files["en/method.html"].decode()
    assert not re.search("[\u2039\u203a]|{n}", method)


def reasons_in(page: str) -> str:
    after = page[page.index('id="why"') :]
    found = re.search("<li>(.*?)</li>", after)
    assert found is not None
    return found[1]


def test_a_reason_tells_how_many_voices_there_were(
    material: Material, codebook: Codebook
) -> None:
    told = replace(
        material,
        incidents=tuple(graded(one, "two_voices") for one in material.incidents),
    )
    files = built(let_out(told, codebook, "public"), codebook)
    assert "يذكر الأذى ٣ مصادر" in reasons_in(
        files["ar/incidents/incident-7.html"].decode()
    )
    assert "3 credible independent voices" in reasons_in(
        files["en/incidents/incident-7.html"].decode()
    )
