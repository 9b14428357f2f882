"""Entering and leaving, and the first account."""

import secrets
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import auth
from django.contrib.auth import views as auth_views
from django.contrib.auth.forms import AuthenticationForm
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from tawthiq.desk.people import second_step
from tawthiq.desk.people.accounts import Account
from tawthiq.desk.people.forms import FirstForm, LoginForm
from tawthiq.desk.people.lifting_views import tell_of_lifting
from tawthiq.desk.people.roles import open_to_all


class _Login(auth_views.LoginView):
    """A name and a password; who has a device is asked for its code before entering."""

    template_name = "people/login.html"
    authentication_form = LoginForm
    redirect_authenticated_user = True

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        person = form.get_user()
        if not second_step.is_asked_of(person):
            tell_of_lifting(self.request, person)
            return super().form_valid(form)
        second_step.hold(self.request, person)
        onward = urlencode({"next": self.get_redirect_url()})
        return redirect(f"{reverse('people:code')}?{onward}")


_LOGIN = _Login.as_view()


@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
def login(request: HttpRequest) -> HttpResponseBase:
    """Let a person in by name and password; too many wrong ones lock for a while."""
    return _LOGIN(request)


@open_to_all
@require_POST
def logout(request: HttpRequest) -> HttpResponse:
    """End the session."""
    auth.logout(request)
    return redirect(settings.LOGOUT_REDIRECT_URL)


@open_to_all
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def first(request: HttpRequest, word: str) -> HttpResponse:
    """Make the first account; its address works once and is told at the start alone.

    Raises:
        Http404: the word is wrong, or there is an account already.
    """
    known = str(settings.FIRST_RUN_WORD)
    told = secrets.compare_digest(word.encode(), known.encode())
    if not known or not told or Account.objects.exists():
        raise Http404
    form = FirstForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            if Account.objects.exists():
                raise Http404
            person = form.save()
        settings.FIRST_RUN_WORD = ""
        backend = "django.contrib.auth.backends.ModelBackend"
        auth.login(request, person, backend=backend)
        return redirect("home:home")
    return render(request, "people/first.html", {"form": form})
