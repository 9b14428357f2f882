"""The page where a text is pasted or a file dropped, read before it is kept."""

from collections.abc import Iterator

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from tawthiq.desk.adding.forms import AddForm, FileForm, SaidForm
from tawthiq.desk.adding.live import read_text
from tawthiq.desk.adding.names import PASTED, first_words
from tawthiq.desk.opened import register_for
from tawthiq.desk.people.accounts import Account
from tawthiq.desk.people.roles import Role, needs
from tawthiq.desk.phrases import plain
from tawthiq.desk.reviewing.cards import cards_of
from tawthiq.model.job import Job
from tawthiq.read.options import ReadOptions
from tawthiq.workflow.registers.opening import Register
from tawthiq.workflow.registers.revised import draft_of
from tawthiq.workflow.registers.working import ask_to_fetch, hand_in


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Role.CODER)
def add(request: HttpRequest) -> HttpResponse:
    """Take in a text, an address or files; each is a job of its own."""
    form = AddForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        asked = list(_asked(_register(request), form))
        if len(asked) == 1:
            return redirect("adding:job", number=asked[0].number)
        messages.success(request, plain("adding_taken"))
        return redirect("adding:jobs")
    context = {"form": form, "fetch": settings.FETCH}
    status = 400 if form.is_bound else 200
    return render(request, "adding/add.html", context, status=status)


@require_POST
@needs(Role.CODER)
def file(request: HttpRequest) -> HttpResponse:
    """Take in one file that a script sends; answer with its job's address."""
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid() or not form.cleaned_data["documents"]:
        told = [str(one) for faults in form.errors.values() for one in faults]
        return JsonResponse({"faults": told or [plain("adding_nothing")]}, status=400)
    job = next(_files(_register(request), form))
    address = reverse("adding:job", args=[job.number])
    return JsonResponse({"number": job.number, "address": address})


@require_POST
@needs(Role.CODER)
def live(request: HttpRequest) -> HttpResponse:
    """Read a text that is being typed; nothing is kept."""
    form = SaidForm(request.POST)
    options = ReadOptions()
    if form.is_valid():
        options = ReadOptions(
            published=form.cleaned_data["published"],
            outlet=form.cleaned_data["outlet"] or None,
            language=form.cleaned_data["language"] or None,
        )
    text = request.POST.get("text", "")[: AddForm.base_fields["text"].max_length]  # type: ignore[attr-defined]
    reading = read_text(text, options, home=settings.HOME) if text.strip() else None
    cards = cards_of(draft_of(reading, ()), None) if reading else ()
    context = {"reading": reading, "cards": cards}
    return render(request, "adding/live.html", context)


def _asked(register: Register, form: AddForm) -> Iterator[Job]:
    said = form.said()
    text = form.cleaned_data["text"]
    if text.strip():
        told = {**said, "first": first_words(text)}
        yield hand_in(register, text.encode(), name=PASTED, said=told)
    if form.cleaned_data.get("address"):
        yield ask_to_fetch(register, form.cleaned_data["address"], said)
    yield from _files(register, form)


def _files(register: Register, form: FileForm) -> Iterator[Job]:
    for one in form.cleaned_data["documents"]:
        name = one.name or PASTED  # Django leaves the last part of a path alone
        yield hand_in(register, one.read(), name=name, said=form.said())


def _register(request: HttpRequest) -> Register:
    assert isinstance(request.user, Account)  # noqa: S101 - for the checker: `needs`
    return register_for(request.user)
