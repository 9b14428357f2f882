"""Tags and filters of the desk: ``{% load desk %}``."""

from datetime import date, datetime

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from tawthiq.desk import figures, navigation, phrases
from tawthiq.desk.adding import names
from tawthiq.desk.preferences import CHOICES
from tawthiq.desk.team import tags
from tawthiq.model.job import Job
from tawthiq.workflow.registers.founding import NOBODY

register = template.Library()
register.simple_tag(phrases.say, name="say")
register.simple_tag(phrases.plain, name="plain")
register.simple_tag(phrases.label, name="label")
register.simple_tag(phrases.definition, name="definition")
register.simple_tag(figures.between, name="between")
register.simple_tag(figures.month, name="month")
register.simple_tag(figures.months, name="months")
register.filter("field_day", figures.field_day)
register.filter("numbers", figures.numbers_in)
register.filter("in_script", figures.in_script)
register.simple_tag(navigation.entries, name="navigation", takes_context=True)
register.inclusion_tag("team/comments.html", takes_context=True)(tags.comments)
register.inclusion_tag("team/restriction.html", takes_context=True)(tags.restriction)


@register.filter
def digits(value: object) -> str:
    """Write a number in the reader's digits."""
    return figures.digits(value)


@register.filter
def day(value: date | str | None) -> str:
    """Write a day with the name of its month."""
    return figures.day(value)


@register.filter
def moment(value: datetime | str) -> SafeString:
    """Write a time of the register, in one piece."""
    return format_html('<span class="moment">{}</span>', figures.moment(value))


@register.filter
def ltr(value: object) -> SafeString:
    """Set apart what runs left to right: ISO days, codes, coordinates, hashes."""
    return format_html('<bdi dir="ltr">{}</bdi>', value)


@register.filter
def own(value: object) -> SafeString:
    """Set apart a name from data, which brings its own direction."""
    return format_html("<bdi>{}</bdi>", value)


@register.filter
def handed_in(job: Job) -> SafeString:
    """Name what a job reads; a pasted text by its first words, and as such."""
    if not names.is_pasted(job):
        return own(names.name_of(job))
    return format_html(
        '{} <span class="tag">{}</span>',
        own(names.name_of(job)),
        phrases.say("adding_pasted"),
    )


@register.filter
def who(name: str) -> SafeString:
    """Write the name of who did something, or that nobody said who they are."""
    if name != NOBODY:
        return own(name)
    return format_html(
        '<span class="quiet">{}</span>', phrases.say("people_session_unknown")
    )


@register.simple_tag(takes_context=True)
def choose(context: template.Context, name: str, value: str) -> str:
    """Give the address of this page with a choice made: ``{% choose "lang" "en" %}``.

    Raises:
        ValueError: there is no such choice or value.
    """
    if value not in CHOICES[name]:
        msg = f"{name} is none of {CHOICES[name]}"
        raise ValueError(msg)
    query = context["request"].GET.copy()
    query[name] = value
    return f"?{query.urlencode()}"
