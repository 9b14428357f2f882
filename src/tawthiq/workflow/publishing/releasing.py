"""Releasing: incidents through a publication profile into the files of one format."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from tawthiq.errors import OptionError
from tawthiq.lang.codebook import load_codebook
from tawthiq.model.custody import digest_of
from tawthiq.model.publication import ExportFile, Material, Publication
from tawthiq.publish import export, publication_of
from tawthiq.publish.archives import zipped
from tawthiq.publish.formats import Format
from tawthiq.publish.profiles import PUBLIC, profile_of
from tawthiq.publish.risks import Risk, risks_of

__all__ = ["PUBLIC", "Format", "Release", "Terms", "release", "write_files"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """On what terms incidents leave.

    ``as_of`` is the day from which the profile's delay is counted back.
    """

    as_of: date
    profile: str = PUBLIC
    recorder: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Restricted:
    """How many incidents were restricted, and whether they were let out all the same."""

    incidents: int = 0
    let_out: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """What was let out, and its files."""

    publication: Publication
    files: tuple[ExportFile, ...]


def release(material: Material, form: Format, terms: Terms) -> Release:
    """Let incidents out in one format.

    Raises:
        OptionError: there is no such profile, or the format needs a library.
    """
    codebook = load_codebook()
    publication = publication_of(
        material,
        profile_of(codebook, terms.profile),
        codebook,
        as_of=terms.as_of,
        recorder=terms.recorder,
        licence=terms.licence,
    )
    return Release(publication=publication, files=export(publication, form, codebook))


def digest(made: Release) -> str:
    """Give the hash over all files of a release, so that an approval holds for it alone."""
    return digest_of([f"{f.name} {sha256(f.data).hexdigest()}" for f in made.files])


def risks(made: Release) -> tuple[Risk, ...]:
    """List what is let out that a person should look at first."""
    return risks_of(made.publication, load_codebook())


def write_files(files: Sequence[ExportFile], target: Path) -> tuple[Path, ...]:
    """Write the files of an export.

    Args:
        files: what `release` gave.
        target: a folder, made where it is not there; a name that ends in ``.zip`` packs
            all files into one archive; a name that ends like the first file's takes
            that file, its metadata beside it.

    Returns:
        the files written.

    Raises:
        OptionError: the target is one file, and the export has several.
    """
    if target.suffix == ".zip" and not target.is_dir():
        return (_written(target, zipped(files)),)
    if target.is_dir() or not target.suffix:
        target.mkdir(parents=True, exist_ok=True)
        return tuple(_written(target / file.name, file.data) for file in files)
    main = files[0].name
    # A file's metadata lie beside it under its own name (CSV on the Web).
    named = {f.name: target.name + f.name.removeprefix(main) for f in files}
    if any(not file.name.startswith(main) for file in files):
        raise _several(target)
    return tuple(_written(target.with_name(named[f.name]), f.data) for f in files)


def _written(path: Path, data: bytes) -> Path:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".{path.name}.part")
    half.write_bytes(data)
    os.replace(half, path)  # noqa: PTH105 - atomic on every system
    return path


def _several(target: Path) -> OptionError:
    return OptionError(
        ar="لهذه الصيغة عدة ملفات",
        en="this format has several files",
        where=str(target),
        remedy_ar="أعط مجلداً، أو اسماً ينتهي بـ ‎.zip",
        remedy_en="give a folder, or a name that ends in .zip",
    )


def recorded(
    made: Release,
    form: Format,
    *,
    by: str,
    restricted: Restricted = Restricted(),
    approved_by: str = "",
) -> None:
    """Note a release in the custody ledger of the open register: what, how, its hashes."""
    # The register's rows can be imported once `opening` has started Django, not before.
    from tawthiq.model.custody import Act  # noqa: PLC0415
    from tawthiq.register.services.ledger import Deed, record  # noqa: PLC0415

    about = made.publication.about
    hashes = {f.name: sha256(f.data).hexdigest() for f in made.files}
    body = {
        "format": str(form),
        "profile": about.profile,
        "filter": about.filter,
        "incidents": about.incidents,
        "withheld": about.withheld,
        "licence": about.licence,
        "files": hashes,
        "restricted": restricted.incidents,
        "restricted_let_out": restricted.let_out,
        "approved_by": approved_by,
    }
    record(Deed(act=Act.PUBLISHED, subject=str(form), body=body), by=by)
