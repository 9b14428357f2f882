"""The formats by name; each is one function that knows nothing of profiles."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType

from tawthiq.lang.codebook import Codebook
from tawthiq.model.publication import ExportFile, Publication
from tawthiq.publish.acled import write_acled
from tawthiq.publish.airwars import write_airwars
from tawthiq.publish.bayanat import write_bayanat
from tawthiq.publish.capture_matrix import write_capture_matrix
from tawthiq.publish.datapackage import write_datapackage
from tawthiq.publish.follow_the_money import write_ftm
from tawthiq.publish.geojson import write_geojson
from tawthiq.publish.hxl import write_hxl
from tawthiq.publish.parquet import write_parquet
from tawthiq.publish.plain import write_csv
from tawthiq.publish.sdg16 import write_sdg16
from tawthiq.publish.ucdp import write_ucdp
from tawthiq.publish.uwazi import write_uwazi
from tawthiq.publish.workbook import write_xlsx


class Format(StrEnum):
    """What an export may be written as (docs/reference/exports.md)."""

    CSV = "csv"
    XLSX = "xlsx"
    GEOJSON = "geojson"
    PARQUET = "parquet"
    AIRWARS = "airwars"
    ACLED = "acled"
    UCDP = "ucdp"
    HXL = "hxl"
    SDG16 = "sdg16"
    CAPTURE_MATRIX = "capture-matrix"
    DATAPACKAGE = "datapackage"
    FTM = "ftm"
    BAYANAT = "bayanat"
    UWAZI = "uwazi"


Writer = Callable[[Publication, Codebook], tuple[ExportFile, ...]]

WRITERS: Mapping[Format, Writer] = MappingProxyType(
    {
        Format.CSV: write_csv,
        Format.XLSX: write_xlsx,
        Format.GEOJSON: write_geojson,
        Format.PARQUET: write_parquet,
        Format.AIRWARS: write_airwars,
        Format.ACLED: write_acled,
        Format.UCDP: write_ucdp,
        Format.HXL: write_hxl,
        Format.SDG16: write_sdg16,
        Format.CAPTURE_MATRIX: write_capture_matrix,
        Format.DATAPACKAGE: write_datapackage,
        Format.FTM: write_ftm,
        Format.BAYANAT: write_bayanat,
        Format.UWAZI: write_uwazi,
    }
)


def export(
    publication: Publication, form: Format, codebook: Codebook
) -> tuple[ExportFile, ...]:
    """Write what a profile let out in one format.

    Args:
        publication: made by `publication_of`; no format sees anything else.
        form: the format.
        codebook: labels and counterparts of the codes.

    Returns:
        the files; the same publication gives the same bytes.

    Raises:
        OptionError: the format needs a library that is not installed.
    """
    return WRITERS[form](publication, codebook)
