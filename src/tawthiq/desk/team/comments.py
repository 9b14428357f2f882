"""Comments: said once, struck by who said them, never edited."""

from dataclasses import dataclass

from django.db import models

from tawthiq.errors import OptionError
from tawthiq.register.models import IncidentRow
from tawthiq.register.models.append_only import AppendOnly
from tawthiq.register.services.ledger import now

LONGEST = 4_000
"""Characters of one comment."""
REPORT, INCIDENT = "report", "incident"


class Comment(AppendOnly):
    """What a person said about a report or an incident; or that they strike it.

    A row with ``strikes`` takes back the comment that it names and says nothing itself.
    """

    kind = models.CharField(max_length=10)
    about = models.TextField(db_index=True)
    by = models.TextField()
    at = models.CharField(max_length=40)
    text = models.TextField()
    strikes = models.ForeignKey("self", models.PROTECT, null=True)

    class Meta:
        """Appended, never edited."""

        app_label = "desk"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A comment as it stands; one that its author struck has no words any more."""

    number: int
    by: str
    at: str
    text: str
    struck_at: str


def comments_on(kind: str, about: str) -> list[Spoken]:
    """Give the comments on a report or an incident, oldest first.

    Those on incidents that were merged into this one are among them.
    """
    names = {about}
    if kind == INCIDENT:
        names |= _merged(about)
    rows = list(Comment.objects.filter(kind=kind, about__in=names).order_by("pk"))
    struck = {row.strikes_id: row.at for row in rows if row.strikes_id}
    return [
        Spoken(
            number=row.pk,
            by=row.by,
            at=row.at,
            text="" if row.pk in struck else row.text,
            struck_at=struck.get(row.pk, ""),
        )
        for row in rows
        if row.strikes_id is None
    ]


def comment(kind: str, about: str, text: str, *, by: str) -> Comment:
    """Keep a comment.

    Raises:
        OptionError: it says nothing, or too much.
    """
    told = text.replace("\0", "").strip()
    if not told or len(told) > LONGEST:
        raise OptionError(
            ar="التعليق فارغ أو أطول مما يُحفظ",
            en="the comment is empty or longer than is kept",
            remedy_ar=f"اكتب تعليقا لا يزيد على {LONGEST} حرف",
            remedy_en=f"write a comment of at most {LONGEST} characters",
        )
    made = Comment(kind=kind, about=about, by=by, at=now(), text=told)
    made.save()
    return made


def strike(number: int, *, by: str) -> Comment | None:
    """Strike a comment of one's own; give it, or None where there is none such.

    A second strike changes nothing.
    """
    told = Comment.objects.filter(pk=number, by=by, strikes=None).first()
    if told is not None and not Comment.objects.filter(strikes=told).exists():
        Comment(
            kind=told.kind, about=told.about, by=by, at=now(), text="", strikes=told
        ).save()
    return told


def _merged(name: str) -> set[str]:
    """Name the incidents that became part of this one, at whatever remove."""
    found: set[str] = set()
    last = {name}
    while last:
        rows = IncidentRow.objects.filter(merged_into__in=last)
        last = set(rows.values_list("pk", flat=True)) - found
        found |= last
    return found
