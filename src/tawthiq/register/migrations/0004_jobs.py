"""The job table."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Jobs."""

    dependencies = (("register", "0003_search"),)
    operations = (
        migrations.CreateModel(
            name="JobRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("kind", models.CharField(max_length=10)),
                ("told", models.TextField()),
                ("by", models.TextField()),
                ("at", models.CharField(max_length=40)),
                ("state", models.CharField(max_length=10)),
                ("due", models.BigIntegerField()),
                ("attempt", models.IntegerField(default=0)),
                ("worker", models.CharField(default="", max_length=80)),
                ("lease", models.BigIntegerField(default=0)),
                ("progress", models.TextField(default="{}")),
                ("fault_ar", models.TextField(default="")),
                ("fault_en", models.TextField(default="")),
            ],
            options={
                "db_table": "job",
                "indexes": [
                    models.Index(fields=["state", "due"], name="job_next"),
                ],
            },
        ),
    )
