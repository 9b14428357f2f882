"""The register as Django knows it."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    """The application ``register``."""

    name = "tawthiq.register"
    label = "register"
    verbose_name = "السجل"
