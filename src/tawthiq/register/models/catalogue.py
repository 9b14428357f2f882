"""What lists and maps ask incidents by: narrow rows, made of them and made anew."""

from django.db import models

from tawthiq.register.models.incidents import IncidentRow


class CatalogueRow(models.Model):
    """One incident that stands, as lists, maps and timelines ask for it.

    ``types``, ``actors``, ``weapons``, ``struck`` and ``units`` hold several codes or
    names, each between bars (``|a|b|``; empty where nothing is said). ``month`` counts
    months since year 0, ``cell`` the squares of a map in Morton order (`CELL_ZOOM`).
    The point is that of the best place; without one both are None, never 0.
    """

    incident = models.OneToOneField(
        IncidentRow, models.CASCADE, primary_key=True, related_name="catalogue"
    )
    code = models.TextField()
    day = models.DateField(null=True)
    last_day = models.DateField(null=True)
    month = models.IntegerField(null=True)
    date_precision = models.CharField(max_length=10)
    place = models.TextField()
    place_en = models.TextField()
    units = models.TextField()
    lat = models.FloatField(null=True)
    lon = models.FloatField(null=True)
    cell = models.BigIntegerField(null=True)
    place_precision = models.TextField()
    radius_m = models.IntegerField(null=True)
    types = models.TextField()
    actors = models.TextField()
    weapons = models.TextField()
    struck = models.TextField()
    grade = models.CharField(max_length=20)
    review = models.CharField(max_length=20)
    killed_said = models.BooleanField()
    killed_low = models.IntegerField(null=True)
    killed_high = models.IntegerField(null=True)
    injured_said = models.BooleanField()
    injured_low = models.IntegerField(null=True)
    injured_high = models.IntegerField(null=True)
    reports = models.IntegerField()
    voices = models.IntegerField()

    class Meta:
        """No evidence; the last three hold all that a map and a timeline ask for.

        On SQLite `catalogue_counted` holds what facets count (migration 0008).
        """

        db_table = "catalogue"
        indexes = (
            models.Index(fields=["code"], name="catalogue_code"),
            models.Index(fields=["day", "code"], name="catalogue_day"),
            models.Index(fields=["cell", "lat", "lon", "code"], name="catalogue_map"),
            models.Index(
                fields=["date_precision", "day", "last_day"], name="catalogue_span"
            ),
            models.Index(fields=["month", "day", "last_day"], name="catalogue_month"),
        )
