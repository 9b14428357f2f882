"""Publication: what a profile lets out of a register, ready for every format."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tawthiq.model.claim import Claim
from tawthiq.model.incident import Incident
from tawthiq.model.profile import Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedReport:
    """A report as a publication names it.

    ``copy_of`` is the id of the report whose copy it is; ``sha256`` that of its text.
    """

    id: str
    outlet: str | None = None
    title: str | None = None
    author: str | None = None
    url: str | None = None
    archive_url: str | None = None
    published: date | None = None
    captured: date | None = None
    language: str | None = None
    sha256: str | None = None
    copy_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What a register, or an imported table, holds before any profile.

    ``filter`` says in words which incidents were chosen, and
    travels with every export.
    """

    incidents: tuple[Incident, ...]
    reports: tuple[CitedReport, ...] = ()
    claims: tuple[Claim, ...] = ()
    filter: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What every export says of itself.

    ``newest`` is the last day of its newest incident; no clock is read, so that the
    same data and filter give the same bytes.
    """

    title: str
    recorder: str
    licence: str
    code_version: str
    codebook_version: str
    rules_version: str
    profile: str
    filter: str
    newest: str
    incidents: int
    withheld: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What may leave: incidents, reports and claims as the profile leaves them.

    ``owners`` gives the incident that each of the claims speaks of, by their ids.
    """

    incidents: tuple[Incident, ...]
    reports: tuple[CitedReport, ...]
    claims: tuple[Claim, ...]
    owners: Mapping[str, str]
    profile: Profile
    about: About


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportFile:
    """One file of an export: its name, and its bytes."""

    name: str
    data: bytes
