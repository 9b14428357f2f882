"""Accounts: a name, a password kept as its Argon2 hash, and one role."""

from django.contrib.auth.models import AbstractUser
from django.db import models

from tawthiq.desk.people.roles import Role


class Account(AbstractUser):
    """A person who works at the desk; the name stands beside what they decide."""

    role = models.CharField(
        "الدور",
        max_length=10,
        choices=[(role.value, role.value) for role in Role],
        default=Role.VIEWER.value,
    )

    password_given = models.BooleanField("كلمة المرور أعطاها مدير", default=False)
    """Whether an admin gave the password, and its owner has not chosen their own."""

    class Meta(AbstractUser.Meta):
        """Accounts are retired (``is_active``), not removed: decisions name them."""

        verbose_name = "حساب"
        verbose_name_plural = "الحسابات"

    def may(self, role: Role | str) -> bool:
        """Whether this person may do what a role may."""
        return self.is_active and Role(self.role).covers(Role(role))
