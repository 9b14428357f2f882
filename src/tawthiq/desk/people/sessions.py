"""Where a person is logged in: each session, on what, since when; and their end.

What is told of a session lies in it (no table of its own, no address of anybody): the
browser and system by name, when it began and when it was last seen.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse

from tawthiq.desk.people.accounts import Account
from tawthiq.model.custody import Act
from tawthiq.register.services.ledger import Deed, append
from tawthiq.register.services.together import together

SEEN_EVERY = timedelta(minutes=10)
"""How exactly it is known when a session was last seen."""
_KEY = "seen"
BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS", "Firefox"),
    ("Chrom", "Chrome"),
    ("CriOS", "Chrome"),
    ("Safari/", "Safari"),
)
"""What a browser says of itself, and its name; the first that is found holds."""
SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """One session: its ``mark`` in forms, which does not open it, and what it is.

    ``device`` is empty where the browser did not say; ``here`` is the one that asks.
    """

    mark: str
    device: str
    since: datetime
    seen: datetime
    here: bool


def device_of(agent: str) -> str:
    """Name the browser and the system of which a ``User-Agent`` tells."""
    found = (
        next((name for word, name in known if word in agent), "")
        for known in (BROWSERS, SYSTEMS)
    )
    return " · ".join(filter(None, found))


def sessions_of(person: Account, here: str | None = None) -> list[Entered]:
    """Give the sessions in which a person is logged in, the last seen first.

    Args:
        person: whose.
        here: the key of the session that asks.
    """
    told = [_entered(row, here) for row in _rows(person)]
    return sorted(told, key=lambda one: (one.here, one.seen), reverse=True)


def end_session(person: Account, mark: str, *, by: str) -> int:
    """End one session of a person; give how many that were."""
    rows = [row for row in _rows(person) if _mark(row.session_key) == mark]
    return _end(person, rows, by=by)


def end_sessions(person: Account, *, but: str | None, by: str) -> int:
    """End the sessions of a person, all but one where that is told; give their number."""
    rows = [row for row in _rows(person) if row.session_key != but]
    return _end(person, rows, by=by)


def sessions_middleware(
    answer: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Keep in each session what it runs on and when it was last seen."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            _see(request)
        return answer(request)

    return middleware


def _see(request: HttpRequest) -> None:
    now = datetime.now(UTC)
    told = request.session.get(_KEY)
    if told and now - datetime.fromisoformat(told["at"]) < SEEN_EVERY:
        return
    if not told:  # what is kept later must not lengthen it
        longest = timedelta(seconds=settings.SESSION_COOKIE_AGE)
        request.session.set_expiry(now + longest)
    request.session[_KEY] = {
        "device": device_of(request.headers.get("User-Agent", "")),
        "since": told["since"] if told else now.isoformat(),
        "at": now.isoformat(),
    }


def _rows(person: Account) -> Iterator[Session]:
    """Give the sessions that still open the desk to a person."""
    word = person.get_session_auth_hash()
    for row in Session.objects.filter(expire_date__gt=datetime.now(UTC)).iterator():
        told = row.get_decoded()
        own = told.get(SESSION_KEY) == str(person.pk)
        if own and told.get(HASH_SESSION_KEY) == word:
            yield row


def _entered(row: Session, here: str | None) -> Entered:
    told = row.get_decoded().get(_KEY)
    if told is None:  # logged in, and no page asked for since
        told = {"device": "", "since": datetime.now(UTC).isoformat()}
    since = datetime.fromisoformat(told["since"])
    return Entered(
        mark=_mark(row.session_key),
        device=told["device"],
        since=since,
        seen=datetime.fromisoformat(told.get("at", told["since"])),
        here=row.session_key == here,
    )


def _mark(key: str) -> str:
    return sha256(key.encode()).hexdigest()[:24]


def _end(person: Account, rows: list[Session], *, by: str) -> int:
    if rows:
        with together():
            for row in rows:
                row.delete()
            body = {"deed": "sessions_ended", "sessions": len(rows)}
            subject = f"account:{person.get_username()}"
            append([Deed(act=Act.ACCOUNT, subject=subject, body=body)], by=by)
    return len(rows)
