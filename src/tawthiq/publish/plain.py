"""csv: one row an incident, and one a tally; Arabic and English names side by side."""

from tawthiq.lang.codebook import Codebook
from tawthiq.model.publication import ExportFile, Publication
from tawthiq.publish.flat import flat_sheet
from tawthiq.publish.tables import csv_files


def write_csv(publication: Publication, codebook: Codebook) -> tuple[ExportFile, ...]:
    """Give ``incidents.csv`` with its metadata."""
    return csv_files((flat_sheet(publication, codebook),), publication.about)
