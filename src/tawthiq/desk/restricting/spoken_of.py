"""Whether there is a report or an incident of a name, for who asks."""

from django.http import Http404

from tawthiq.desk.restricting import sight
from tawthiq.desk.restricting.restrictions import INCIDENT, REPORT
from tawthiq.register.models import IncidentRow, StandingRow


def check(kind: str, name: str) -> None:
    """Refuse what is not there, or is hidden from who asks.

    Args:
        kind: of what the name is.
        name: a report's name, an incident's id.

    Raises:
        Http404: there is none, or it may not be seen.
    """
    if kind == REPORT:
        sight.current().check_report(name)
        known = StandingRow.objects.filter(pk=name).exists()
    else:
        sight.current().check_incident(name)
        known = kind == INCIDENT and IncidentRow.objects.filter(pk=name).exists()
    if not known:
        raise Http404
