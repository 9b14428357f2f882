"""A register is published whole or not at all, openly corrected, and it is recorded."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.register.invented import Ingest, invented, write_lines

from tawthiq.errors import EvidenceError, OptionError
from tawthiq.model.custody import Act
from tawthiq.model.publication import ExportFile
from tawthiq.register.services import incidents
from tawthiq.register.services.ledger import entries
from tawthiq.workflow.publishing import sites
from tawthiq.workflow.publishing.materials import material_of_register
from tawthiq.workflow.publishing.releasing import Terms
from tawthiq.workflow.publishing.sites import Prepared
from tawthiq.workflow.registers import reviewing
from tawthiq.workflow.registers.opening import Register

JUNE = date(2031, 6, 1)


@pytest.fixture
def filled(register: Register, take_in: Ingest, tmp_path: Path) -> Register:
    lines = [invented(n) for n in range(4)]
    take_in(register, write_lines(tmp_path / "posts.jsonl", lines))
    return register


def prepared(register: Register, day: date = JUNE, profile: str = "public") -> Prepared:
    terms = Terms(as_of=day, profile=profile, recorder="invented")
    return sites.prepare(register, material_of_register(), terms)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_preparing_writes_nothing(filled: Register, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    assert sites.risks(prepared(filled))
    assert sorted(tmp_path.rglob("*")) == before
    assert not list(entries(act=Act.PUBLISHED))


def test_of_what_may_be_shown_no_more_former_corrections_are_silent(
    filled: Register, tmp_path: Path
) -> None:
    sites.publish(filled, prepared(filled), tmp_path / "site")
    one, two = sorted(one.id for one in incidents.all_incidents())[:2]
    reviewing.merge(filled, [one, two], reason="one strike")
    sites.publish(filled, prepared(filled), tmp_path / "site")
    (heir,) = [i.id for i in incidents.all_incidents() if i.aliases]
    assert heir in prepared(filled).editions[0].corrected
    terms = Terms(as_of=JUNE, profile="public", recorder="invented")
    material = material_of_register()
    kept = [one for one in material.incidents if one.id != heir]
    hiding = sites.prepare(
        filled,
        replace(material, incidents=tuple(kept)),
        terms,
        hidden={heir},
    )
    assert not any(heir in one.corrected for one in hiding.editions)
    assert not any(heir in one.new for one in hiding.editions)
    assert heir in hiding.editions[0].gone


def test_the_teams_own_profile_is_never_published(filled: Register) -> None:
    with pytest.raises(OptionError):
        prepared(filled, profile="internal")


def test_what_is_too_young_stays(filled: Register, tmp_path: Path) -> None:
    early = prepared(filled, date(2031, 3, 20))
    made = sites.publish(filled, early, tmp_path / "site")
    assert early.publication.about.incidents == 0
    assert b"2031" not in (made.folder / "data" / "incidents.csv").read_bytes()


def test_a_publication_is_recorded(filled: Register, tmp_path: Path) -> None:
    made = sites.publish(
        filled, prepared(filled), tmp_path / "site", approved_by="lead"
    )
    (entry,) = entries(act=Act.PUBLISHED)
    assert entry.body["files_digest"] == made.digest
    assert entry.body["approved_by"] == "lead"
    assert entry.body["incidents"] == 3


def test_the_same_register_gives_the_same_bytes_again(
    filled: Register, tmp_path: Path
) -> None:
    sites.publish(filled, prepared(filled), tmp_path / "site")
    before = contents(tmp_path / "site")
    sites.publish(filled, prepared(filled), tmp_path / "site")
    assert contents(tmp_path / "site") == before


def test_a_merge_is_told_and_the_former_address_leads_on(
    filled: Register, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    sites.publish(filled, prepared(filled), site)
    codes = [one.code for one in incidents.all_incidents()][:2]
    kept = reviewing.merge(filled, codes, reason="invented")
    later = prepared(filled, date(2031, 7, 1))
    sites.publish(filled, later, site)
    (gone,) = later.edition.gone
    assert later.edition.gone[gone] == kept.id
    page = (site / "ar" / "incidents" / f"{gone}.html").read_text(encoding="utf-8")
    assert f"{kept.id}.html" in page
    log = (site / "en" / "corrections.html").read_text(encoding="utf-8")
    assert gone in log
    assert "First publication" in log


def test_a_foreign_folder_is_left_alone(filled: Register, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(OptionError):
        sites.publish(filled, prepared(filled), tmp_path / "mine")
    assert contents(tmp_path / "mine") == {"thesis.txt": b"mine"}


def test_a_stop_half_way_leaves_the_former_site(
    filled: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    sites.publish(filled, prepared(filled), site)
    before = contents(site)

    def broken(*_: object) -> Iterator[ExportFile]:
        yield ExportFile(name="index.html", data=b"half")
        raise KeyboardInterrupt

    monkeypatch.setattr(sites, "site_files", broken)
    with pytest.raises(KeyboardInterrupt):
        sites.publish(filled, prepared(filled), site)
    assert contents(site) == before
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []
    assert len(list(entries(act=Act.PUBLISHED))) == 1


def test_a_former_publication_that_is_altered_is_told(
    filled: Register, tmp_path: Path
) -> None:
    sites.publish(filled, prepared(filled), tmp_path / "site")
    (entry,) = entries(act=Act.PUBLISHED)
    kept = filled.vault.path_of(str(entry.body["edition"]))
    kept.chmod(0o600)
    kept.write_bytes(b"altered")
    with pytest.raises(EvidenceError):
        prepared(filled)
