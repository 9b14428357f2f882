"""The desk as Django knows it."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """The application ``desk``."""

    name = "tawthiq.desk"
    label = "desk"
    verbose_name = "المكتب"
