"""Searches that a person keeps: a name and the query of an address, nothing more."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib import messages
from django.db import models
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from tawthiq.desk.incidents.asked import asked_of
from tawthiq.desk.people.roles import Role, needs
from tawthiq.desk.phrases import plain

if TYPE_CHECKING:
    from django.contrib.auth.base_user import AbstractBaseUser
    from django.contrib.auth.models import AnonymousUser

PAGES = {"list": "incidents:list", "map": "incidents:map", "search": "search:search"}
LONGEST_NAME = 80
MOST = 100


class SavedView(models.Model):
    """One kept search of one person, for the list or the map."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_views"
    )
    name = models.CharField(max_length=LONGEST_NAME)
    page = models.CharField(max_length=10)
    query = models.TextField()

    class Meta:
        """The desk's own table, no evidence."""

        app_label = "desk"
        ordering = ("name", "pk")

    @property
    def address(self) -> str:
        """Where it leads."""
        return f"{reverse(PAGES[self.page])}?{self.query}"


def saved_of(
    person: "AbstractBaseUser | AnonymousUser", page: str
) -> models.QuerySet[SavedView]:
    """Give the searches that a person kept for a page."""
    return SavedView.objects.filter(person=person.pk, page=page)


@require_POST
@needs(Role.VIEWER)
def keep(request: HttpRequest) -> HttpResponse:
    """Keep the filters in hand under a name; the same name is kept anew."""
    page = request.POST.get("page", "")
    page = page if page in PAGES else "list"
    query = asked_of(QueryDict(request.POST.get("query", ""))).query()
    name = " ".join(request.POST.get("name", "").split())[:LONGEST_NAME]
    if not name:
        messages.error(request, plain("incidents_save_unnamed"))
    elif saved_of(request.user, page).count() >= MOST:
        messages.error(request, plain("incidents_save_full"))
    else:
        SavedView.objects.update_or_create(
            person_id=request.user.pk, page=page, name=name, defaults={"query": query}
        )
        messages.success(request, plain("incidents_saved", name=name))
    return redirect(f"{reverse(PAGES[page])}?{query}")


@require_POST
@needs(Role.VIEWER)
def forget(request: HttpRequest, number: int) -> HttpResponse:
    """Forget one of one's own searches."""
    kept = SavedView.objects.filter(pk=number, person_id=request.user.pk).first()
    if kept is None:  # forgotten already, or another's
        return redirect(PAGES["list"])
    kept.delete()
    messages.success(request, plain("incidents_forgotten", name=kept.name))
    return redirect(PAGES[kept.page])
