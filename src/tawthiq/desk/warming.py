"""What the first pages need is worked out while nobody has asked for them yet.

On a register of 100,000 incidents the first page would else wait for seconds: for the
points of the map, the months of the timeline and the counts of filters and trends, and
for the code and the templates of all pages. All is kept by `incidents.remembering`.
"""

from contextlib import suppress
from threading import Thread

from django.db import DatabaseError, connection
from django.template.loader import get_template
from django.urls import get_resolver

from tawthiq.desk.incidents.asked import Asked
from tawthiq.desk.incidents.finding import MONTH
from tawthiq.desk.incidents.listing import facets_of
from tawthiq.desk.incidents.mapping import at_a_glance
from tawthiq.desk.incidents.trends import GROUPS, counted
from tawthiq.desk.incidents.views import total
from tawthiq.desk.preferences import CHOICES, Preferences, read_as
from tawthiq.workflow.registers.searching import understood

PAGES = ("home/home.html", "incidents/map.html", "incidents/list.html")


def warm_beside() -> Thread:
    """Begin to warm in a thread of its own, which ends with this process; give it."""
    thread = Thread(target=_warm, name="warming", daemon=True)
    thread.start()
    return thread


def _warm() -> None:
    try:
        with suppress(DatabaseError):  # pages ask again and say what is wrong
            warm()
    finally:
        connection.close()


def warm() -> None:
    """Work out what the first page, the list and the map ask for, in each language."""
    for lang in CHOICES["lang"]:
        with read_as(Preferences(lang=lang)):
            at_a_glance()
    everything = Asked()
    total(everything)
    facets_of(everything)
    for key in (MONTH, *GROUPS):
        counted(everything, key)
    understood("words")  # which opens the language packs
    len(get_resolver().url_patterns)  # which brings in the views
    for page in PAGES:
        get_template(page)
