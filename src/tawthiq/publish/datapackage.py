"""datapackage: the bulk export, a Frictionless Data Package (version 1; handbook 9.7)."""

from hashlib import sha256

from tawthiq.lang.codebook import Codebook
from tawthiq.model.publication import About, ExportFile, Publication
from tawthiq.publish import package_tables
from tawthiq.publish.tables import Sheet, csv_bytes, json_bytes

Json = dict[str, object]
LICENCE_PAGE = "https://spdx.org/licenses/{name}.html"
WHOLE = {"low", "high", "radius_m", "independent_sources", "start", "end"}
REAL = {"lat", "lon", "age", "score"}
DAYS = {"date_from", "date_to", "published", "captured"}
KEYS: dict[str, tuple[str, ...]] = {
    "incident_claims": ("incident_id", "claim_id"),
    "casualties": ("incident_id", "outcome", "group"),
    "responsibility": ("incident_id", "actor_id", "stance"),
    "damage": ("incident_id", "type"),
}
"""Primary keys; every other table has an ``id``."""
REFERENCES = {
    "place_id": "places",
    "report_id": "reports",
    "incident_id": "incidents",
    "claim_id": "claims",
    "actor_id": "actors",
    "source_id": "sources",
}


def write_datapackage(
    publication: Publication, codebook: Codebook
) -> tuple[ExportFile, ...]:
    """Give the CSV files and the ``datapackage.json`` that describes them."""
    tables = (
        package_tables.incidents(publication, codebook),
        package_tables.reports(publication),
        package_tables.claims(publication),
        package_tables.incident_claims(publication),
        package_tables.casualties(publication),
        package_tables.victims(publication),
        package_tables.places(publication),
        package_tables.actors(publication, codebook),
        package_tables.sources(publication),
        package_tables.responsibility(publication),
        package_tables.damage(publication),
    )
    files = [ExportFile(name=f"{t.name}.csv", data=csv_bytes(t)) for t in tables]
    resources = [
        _resource(table, file, whole=bool(publication.reports))
        for table, file in zip(tables, files, strict=True)
    ]
    about = _about(publication.about, resources)
    return (ExportFile(name="datapackage.json", data=json_bytes(about)), *files)


def _about(about: About, resources: list[Json]) -> Json:
    contributors = [{"title": about.recorder, "role": "publisher"}]
    told: Json = {
        "profile": "data-package",
        "name": "tawthiq-incidents",
        "title": about.title,
        "version": about.code_version,
        "licenses": _licences(about.licence),
        "sources": [{"title": about.recorder or "tawthiq"}],
        "contributors": contributors if about.recorder else [],
        "codebook_version": about.codebook_version,
        "rules_version": about.rules_version,
        "publication_profile": about.profile,
        "filter": about.filter,
        "newest": about.newest,
        "withheld": about.withheld,
        "resources": resources,
    }
    if about.newest:
        # The day of its newest incident: no clock is read.
        told["created"] = f"{about.newest}T00:00:00Z"
    return {key: value for key, value in told.items() if value != []}


def _licences(name: str) -> list[Json]:
    """Give the licence by its SPDX name; none where none is told."""
    return [{"name": name, "path": LICENCE_PAGE.format(name=name)}] if name else []


def _resource(table: Sheet, file: ExportFile, *, whole: bool) -> Json:
    keys = KEYS.get(table.name, ("id",))
    schema: Json = {
        "fields": [{"name": c, "type": _type(c)} for c in table.columns],
        "missingValues": [""],
        "primaryKey": list(keys),
    }
    references = [
        {
            "fields": [column],
            "reference": {"resource": REFERENCES[column], "fields": ["id"]},
        }
        for column in table.columns
        if column in REFERENCES and (whole or REFERENCES[column] != "reports")
    ]
    if references:
        schema["foreignKeys"] = references
    return {
        "profile": "tabular-data-resource",
        "name": table.name.replace("_", "-"),
        "path": file.name,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(file.data),
        "hash": f"sha256:{sha256(file.data).hexdigest()}",
        "schema": schema,
    }


def _type(column: str) -> str:
    if column in WHOLE:
        return "integer"
    if column in REAL:
        return "number"
    return "date" if column in DAYS else "string"
