"""Django's settings for the register; the database is named when one is opened."""

from tawthiq.register.connection import sqlite_database

SECRET_KEY = "no request is served from here"  # noqa: S105 - the desk makes its own
INSTALLED_APPS = ["tawthiq.register"]
DATABASES = {"default": sqlite_database(":memory:")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"
