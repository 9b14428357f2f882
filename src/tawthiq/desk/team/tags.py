"""What the pages of a report and of an incident show of the team's work."""

from django.template import Context

from tawthiq.desk.people.accounts import Account
from tawthiq.desk.people.roles import Role, may
from tawthiq.desk.restricting.restrictions import restriction_of
from tawthiq.desk.team.comments import comments_on


def comments(context: Context, kind: str, about: str) -> dict[str, object]:
    """Give what the list of comments shows: ``{% comments "report" report.id %}``."""
    request = context["request"]
    return {
        "comments": comments_on(kind, about),
        "kind": kind,
        "about": about,
        "me": request.user.get_username(),
        "may_comment": may(request, Role.CODER),
        "prefs": context["prefs"],
    }


def restriction(context: Context, kind: str, about: str) -> dict[str, object]:
    """Give what is shown of who sees it: ``{% restriction "incident" one.id %}``."""
    held = restriction_of(kind, about)
    named = held.people.order_by("username") if held else Account.objects.none()
    allowed = may(context["request"], Role.REVIEWER)
    people: list[str] = []
    if allowed:
        active = Account.objects.filter(is_active=True).order_by("username")
        people = [one.username for one in active if not one.may(Role.REVIEWER)]
    return {
        "held": held,
        "named": [one.username for one in named],
        "people": people,
        "may_restrict": allowed,
        "kind": kind,
        "about": about,
        "prefs": context["prefs"],
    }
