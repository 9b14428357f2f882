"""Tokens: what programs say to be let in; the register keeps their hashes alone."""

import secrets
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from hashlib import sha256

from django.conf import settings
from django.db import models

from tawthiq.desk.people.roles import Role

PREFIX = "tawthiq_"
SHOWN = 6
"""Letters of a token that stay readable, so that a person can tell it from another."""
LONGEST_NAME = 80
DAYS = 365
"""How long a token holds at most."""


class Scope(StrEnum):
    """What a token opens.

    ``read`` gives what is public: coarse points, no names, after the delay. ``exact``
    gives what the register holds, ``write`` changes it.
    """

    READ = "read"
    EXACT = "exact"
    WRITE = "write"


LEAST = {
    Scope.READ: Role.VIEWER,
    Scope.EXACT: Role.REVIEWER,
    Scope.WRITE: Role.REVIEWER,
}
"""The least role that a token's person must have for each scope to hold."""


class ApiToken(models.Model):
    """One token: whose, under which name, what it opens, until when."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="tokens"
    )
    name = models.CharField(max_length=LONGEST_NAME)
    digest = models.CharField(max_length=64, unique=True)
    shown = models.CharField(max_length=20)
    scopes = models.CharField(max_length=40)
    made = models.DateTimeField()
    ends = models.DateTimeField()
    revoked = models.DateTimeField(null=True)

    class Meta:
        """The desk's own table; a token is revoked, not removed."""

        app_label = "desk"
        ordering = ("-made", "-pk")

    @property
    def opens(self) -> frozenset[Scope]:
        """Give the scopes that hold for its person's role now."""
        told = {Scope(word) for word in self.scopes.split()}
        return frozenset(s for s in told if self.person.may(LEAST[s]))

    @property
    def stands(self) -> bool:
        """Whether it lets anybody in."""
        return (
            self.revoked is None
            and self.ends > datetime.now(UTC)
            and bool(self.person.is_active)
        )


def make_token(
    person: models.Model, name: str, scopes: frozenset[Scope], *, days: int = DAYS
) -> tuple[ApiToken, str]:
    """Make a token; its words are given this once, and only their hash is kept."""
    words = PREFIX + secrets.token_urlsafe(32)
    now = datetime.now(UTC)
    token = ApiToken.objects.create(
        person_id=person.pk,
        name=name[:LONGEST_NAME],
        digest=_digest(words),
        shown=words[: len(PREFIX) + SHOWN],
        scopes=" ".join(sorted(scopes)),
        made=now,
        ends=now + timedelta(days=min(max(days, 1), DAYS)),
    )
    return token, words


def token_of(words: str) -> ApiToken | None:
    """Give the token of these words, if it stands."""
    if not words.startswith(PREFIX):
        return None
    found = ApiToken.objects.select_related("person").filter(digest=_digest(words))
    token = found.first()
    return token if token is not None and token.stands else None


def revoke(token: ApiToken) -> None:
    """Let a token open nothing any more."""
    if token.revoked is None:
        token.revoked = datetime.now(UTC)
        token.save(update_fields=["revoked"])


def _digest(words: str) -> str:
    # The words are 32 random bytes: a plain hash keeps them as safe as a slow one.
    return sha256(words.encode("utf-8", "replace")).hexdigest()
