"""Publishing: a site out of a register, whole or not at all, and recorded.

What was published is kept (in the vault, named by the ledger), so that the next
publication can say openly what it corrects.
"""

import json
import os
import secrets
import shutil
import time
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from tawthiq.errors import OptionError
from tawthiq.lang.codebook import load_codebook
from tawthiq.model.custody import Act, digest_of
from tawthiq.model.profile import Profile
from tawthiq.model.publication import ExportFile, Material, Publication
from tawthiq.publish import publication_of
from tawthiq.publish.corrections import (
    Edition,
    Facts,
    edition_from_plain,
    edition_of,
    edition_to_plain,
    facts_of,
)
from tawthiq.publish.profiles import profile_of
from tawthiq.publish.risks import Risk, RiskKind, risks_of
from tawthiq.publish.site import Site, site_files
from tawthiq.register.services.ledger import Deed, append, entries
from tawthiq.register.services.together import together
from tawthiq.workflow.publishing.releasing import Terms
from tawthiq.workflow.registers.founding import Register

__all__ = ["Prepared", "Published", "Risk", "RiskKind", "prepare", "publish", "risks"]

SUBJECT = "site"
STALE = 24 * 3600
"""Seconds after which a half-written site is nobody's any more."""
MARK = "site.json"
"""Stands in a folder that is a site of ours: no other folder is ever replaced."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A publication that is ready to be looked at, and then written."""

    publication: Publication
    edition: Edition
    editions: tuple[Edition, ...]
    vanished: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What was written: where, how many files, and the hash over all of them."""

    folder: Path
    files: int
    digest: str


def _nothing() -> None:
    """Nobody waits for it."""


def _unheard(_: int) -> None:
    """Nobody hears of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What goes on beside a publication.

    ``watch`` hears how many files are written; ``settle`` is called in the transaction
    that records the publication, and what it raises undoes the record.
    """

    watch: Callable[[int], None] = _unheard
    settle: Callable[[], None] = _nothing


def prepare(
    register: Register,
    material: Material,
    terms: Terms,
    *,
    hidden: Collection[str] = frozenset(),
) -> Prepared:
    """Put a publication together; nothing is written.

    Args:
        register: the open register, whose ledger tells what was published before.
        material: the incidents; see `materials.material_of_register`.
        terms: the profile, the day, who publishes, the licence.
        hidden: incidents that may be shown no more: of former corrections of theirs
            nothing is told either, but that they are published no more.

    Raises:
        OptionError: there is no such profile, or it is one that is never published.
        EvidenceError: what was kept of a former publication is lost or altered.
    """
    codebook = load_codebook()
    profile = profile_of(codebook, terms.profile)
    if _for_the_team(profile):
        raise _never(terms.profile)
    publication = publication_of(
        material,
        profile,
        codebook,
        as_of=terms.as_of,
        recorder=terms.recorder,
        licence=terms.licence,
    )
    former = list(_former(register, terms.profile))
    before = former[-1][1] if former else None
    edition = edition_of(publication, before, day=terms.as_of)
    editions = (_without(one, hidden) for one in (*(e for e, _ in former), edition))
    told = [one for one in editions if one.says_something]
    standing = {one.id for one in publication.incidents}
    vanished = {
        name: heir
        for one in told
        for name, heir in one.gone.items()
        if name not in standing
    }
    return Prepared(
        publication=publication,
        edition=edition,
        editions=tuple(reversed(told)),
        vanished=vanished,
    )


def _without(edition: Edition, hidden: Collection[str]) -> Edition:
    """Leave out what an edition says of incidents beyond their being gone."""
    return replace(
        edition,
        new=tuple(name for name in edition.new if name not in hidden),
        corrected={k: v for k, v in edition.corrected.items() if k not in hidden},
    )


def public_profiles() -> tuple[tuple[str, str], ...]:
    """Give the profiles under which a site may be published, with their English names."""
    codebook = load_codebook()
    found = (profile_of(codebook, code) for code in codebook.tables["profiles"].codes)
    return tuple((one.code, one.label_en) for one in found if not _for_the_team(one))


def digest(prepared: Prepared) -> str:
    """Give the hash of all that would be shown, so that an approval holds for it alone."""
    return digest_of([repr(prepared.publication), repr(prepared.editions)])


def risks(prepared: Prepared) -> tuple[Risk, ...]:
    """List what would be shown that a person should look at first."""
    return risks_of(prepared.publication, load_codebook())


def publish(
    register: Register,
    prepared: Prepared,
    folder: Path,
    *,
    address: str = "",
    approved_by: str = "",
    beside: Beside = Beside(),
) -> Published:
    """Write the site, then record that it was published.

    The site is written beside its place and takes it when it is whole; a stop half-way
    leaves the former site standing.

    Args:
        register: the open register.
        prepared: see `prepare`.
        folder: the site's place: new, empty, or a site of ours.
        address: where the site will stand (``https://…/``), for the feed.
        approved_by: the second person who looked at it, if there is one.
        beside: who watches, and what stands or falls with the record.

    Raises:
        OptionError: the folder holds something else, or cannot be written.
    """
    site = Site(
        publication=prepared.publication,
        editions=prepared.editions,
        vanished=prepared.vanished,
        address=address if not address or address.endswith("/") else f"{address}/",
    )
    _refuse_foreign(folder)
    try:
        files = site_files(site, load_codebook())
        made = _swapped_in(_watched(files, beside.watch), folder)
    except OSError as fault:
        raise _unwritable(folder, fault) from fault
    deed = _deed(register, prepared, made, approved_by=approved_by)
    with together():
        beside.settle()
        append([deed], by=register.by)
    return made


def _watched(
    files: Iterable[ExportFile], watch: Callable[[int], None]
) -> Iterator[ExportFile]:
    for number, file in enumerate(files, 1):
        yield file
        watch(number)


def _for_the_team(profile: Profile) -> bool:
    """Whether a profile shows everything as it stands: such a one is never published."""
    return profile.finest is None and profile.grid_deg is None


def _former(
    register: Register, profile: str
) -> Iterable[tuple[Edition, dict[str, Facts]]]:
    """Give the former publications under a profile, oldest first, with their facts."""
    for entry in entries(act=Act.PUBLISHED):
        if entry.subject == SUBJECT and entry.body.get("profile") == profile:
            kept = register.vault.read(str(entry.body["edition"]))
            told = json.loads(zlib.decompress(kept))
            yield edition_from_plain(told["edition"]), told["incidents"]


def _deed(
    register: Register, prepared: Prepared, made: Published, *, approved_by: str
) -> Deed:
    """Say what was published; its facts are kept in the vault."""
    about = prepared.publication.about
    told = {
        "edition": edition_to_plain(prepared.edition),
        "incidents": facts_of(prepared.publication),
    }
    text = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    body = {
        "format": "site",
        "profile": about.profile,
        "as_of": prepared.edition.day.isoformat(),
        "filter": about.filter,
        "incidents": about.incidents,
        "withheld": about.withheld,
        "licence": about.licence,
        "recorder": about.recorder,
        "edition": register.vault.keep(zlib.compress(text.encode("utf-8"), 9)),
        "files": made.files,
        "files_digest": made.digest,
        "approved_by": approved_by,
    }
    return Deed(act=Act.PUBLISHED, subject=SUBJECT, body=body)


def _swapped_in(files: Iterable[ExportFile], folder: Path) -> Published:
    """Write files beside a folder, then let them take its place."""
    folder = folder.absolute()
    folder.parent.mkdir(parents=True, exist_ok=True)
    _clear(folder)
    aside = folder.with_name(f".{folder.name}.{secrets.token_hex(4)}")
    hashes: list[str] = []
    try:
        for file in files:
            path = aside / file.name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.data)
            hashes.append(f"{sha256(file.data).hexdigest()}  {file.name}\n")
        digest = sha256("".join(sorted(hashes)).encode()).hexdigest()
        mark = {"made_by": "tawthiq", "files": len(hashes), "sha256": digest}
        (aside / MARK).write_text(json.dumps(mark, indent=1) + "\n", encoding="utf-8")
        _swap(aside, folder)
    except BaseException:
        shutil.rmtree(aside, ignore_errors=True)
        raise
    return Published(folder=folder, files=len(hashes), digest=digest)


def _clear(folder: Path) -> None:
    """Remove what stops left half-written, once nobody can be writing it any more."""
    for left in folder.parent.glob(f".{folder.name}.{'[0-9a-f]' * 8}"):
        if time.time() - left.stat().st_mtime > STALE:
            shutil.rmtree(left, ignore_errors=True)


def _swap(aside: Path, folder: Path) -> None:
    """Let one folder take the place of another; the former one goes when all is well."""
    former = folder.with_name(f".{folder.name}.former")
    if former.exists() and not folder.exists():
        former.replace(folder)  # a stop between the two steps below left it so
    shutil.rmtree(former, ignore_errors=True)
    if folder.exists():
        folder.replace(former)
    os.replace(aside, folder)  # noqa: PTH105 - atomic on every system
    shutil.rmtree(former, ignore_errors=True)


def _refuse_foreign(folder: Path) -> None:
    if not folder.exists() or (folder / MARK).is_file():
        return
    if not folder.is_dir() or any(folder.iterdir()):
        raise OptionError(
            ar="في هذا المكان شيء ليس موقعاً من توثيق، فلن يُستبدل",
            en="what is here is no site of tawthiq's, so it will not be replaced",
            where=str(folder),
            remedy_ar="أعط مجلداً جديداً أو فارغاً",
            remedy_en="give a new or an empty folder",
        )


def _never(profile: str) -> OptionError:
    return OptionError(
        ar=f"ملف النشر {profile!r} للفريق وحده، ولا يُنشر به",
        en=f"the profile {profile!r} is for the team alone and is never published",
        where="--profile",
        remedy_ar="اختر ملفاً آخر مثل public",
        remedy_en="choose another profile, such as public",
    )


def _unwritable(folder: Path, fault: OSError) -> OptionError:
    return OptionError(
        ar=f"تعذرت كتابة الموقع: {fault.strerror}؛ الموقع السابق كما هو",
        en=f"the site cannot be written: {fault.strerror}; the former site stands",
        where=str(folder),
        remedy_ar="أفرغ مساحة أو اختر مكاناً آخر",
        remedy_en="free space or choose another place",
    )
