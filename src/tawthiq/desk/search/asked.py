"""What a reader searches for: the query of the address is the whole state."""

from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from django.http import QueryDict

from tawthiq.desk.typed import day_of
from tawthiq.lang.search_query import LONGEST
from tawthiq.model.search import Bounds, SearchKind

LANGUAGES = ("ar", "en")
LAST_PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Words, where they are looked for, and what the hits are kept to."""

    words: str = ""
    kind: SearchKind = SearchKind.INCIDENT
    since: date | None = None
    until: date | None = None
    language: str = ""
    page: int = 1

    @property
    def bounds(self) -> Bounds:
        """Give what hits are kept to; incidents and victims have no language."""
        told = self.kind in {SearchKind.REPORT, SearchKind.CLAIM}
        return Bounds(
            since=self.since,
            until=self.until,
            language=self.language if told else "",
        )

    def query(self, **more: object) -> str:
        """Give the query of an address that asks this, or this with some other."""
        one = replace(self, **more)  # type: ignore[arg-type]
        told = {
            "q": one.words,
            "kind": str(one.kind),
            "from": one.since.isoformat() if one.since else "",
            "to": one.until.isoformat() if one.until else "",
            "in": one.language,
            "page": str(one.page) if one.page > 1 else "",
        }
        return urlencode({key: value for key, value in told.items() if value})


def wanted_of(query: QueryDict) -> Wanted:
    """Read the query of an address; what is none of its words is left out."""
    kind = query.get("kind", "")
    language = query.get("in", "")
    page = query.get("page", "1")
    words = query.get("q", "").replace("\0", "")
    return Wanted(
        words=" ".join(words.split())[:LONGEST],
        kind=SearchKind(kind) if kind in set(SearchKind) else SearchKind.INCIDENT,
        since=day_of(query.get("from", "")),
        until=day_of(query.get("to", "")),
        language=language if language in LANGUAGES else "",
        page=min(max(int(page), 1), LAST_PAGE) if page.isdecimal() else 1,
    )
