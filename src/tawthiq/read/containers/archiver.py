"""Takes a record of Bellingcat's auto-archiver, gives the report and when it was kept.

The archiver writes a record as ``status``, ``metadata`` and ``media``: as JSON in
``metadata.json`` and from its web service (there within ``result``), or as a row of
``db.csv``, whose cells are Python's own notation. Its spreadsheet (``Link``, ``Archive
status``, ``Text content`` …) is a table like others. (auto-archiver 1.2.9:
``core/metadata.py``, ``modules/csv_db``, ``modules/json_enricher``.)
"""

import ast
import datetime as dt
import html
import json
import warnings
from collections.abc import Mapping

from tawthiq.model.vocabulary import PublishedBasis
from tawthiq.read import container_faults, faults
from tawthiq.read.days_told import day_of_time, moment_of
from tawthiq.read.options import Found

LONGEST_CELL = 1_000_000
"""Code points of a cell in Python's notation; a parsed one takes a hundred times more."""
_CONTENT = ("content", "text", "full_text", "description", "caption", "message")
_AUTHORS = ("author", "uploader", "channel", "username")


def is_archived(row: Mapping[str, object]) -> bool:
    """Whether a JSON object is a record of the archiver."""
    inner = row.get("result")
    if isinstance(inner, Mapping) and "text" not in row:
        row = inner
    return (
        "text" not in row
        and isinstance(row.get("metadata"), Mapping)
        and isinstance(row.get("status"), str)
    )


def archived(row: Mapping[str, object], where: str) -> tuple[Found, dt.datetime | None]:
    """Give what a record says, and when the archiver kept it.

    Raises:
        InputError: if it holds no text, because archiving failed or because the
            address holds pictures only.
    """
    inner = row.get("result")
    record = inner if isinstance(inner, Mapping) else row
    told = record["metadata"]
    assert isinstance(told, Mapping)  # noqa: S101 - is_archived has looked
    text = _text(told)
    if text is None:
        raise container_faults.not_archived(where, str(record.get("status"))[:80])
    day = day_of_time(told.get("timestamp"))
    found = Found(
        text=text,
        title=_string(told, "title"),
        author=next(filter(None, (_string(told, key) for key in _AUTHORS)), None),
        url=_string(told, "url") or _string(row, "url"),
        published=day,
        published_basis=PublishedBasis.METADATA if day else None,
    )
    kept_at = moment_of(told.get("_processed_at"))
    return found, kept_at


def row_of_cells(cells: Mapping[str, str], where: str) -> dict[str, object]:
    """Read a row of ``db.csv``, whose cells hold Python's notation.

    Raises:
        InputError: if the cell ``metadata`` is not in that notation.
    """
    return {
        "status": cells.get("status", ""),
        "metadata": _python(cells.get("metadata", ""), where),
    }


def _text(told: Mapping[str, object]) -> str | None:
    """Give the words of a post: its content, else a title that is longer than none."""
    content = told.get("content")
    if isinstance(content, str) and content.lstrip().startswith("{"):
        content = _within(content)
    for value in (content, *(told.get(key) for key in _CONTENT[1:]), told.get("title")):
        if isinstance(value, str) and value.strip():
            return html.unescape(value)
    return None


def _within(content: str) -> object:
    """Give the words out of a post that the archiver kept as JSON."""
    try:
        post = json.loads(content)
    except (ValueError, RecursionError):
        return content
    words = (post.get(key) for key in _CONTENT) if isinstance(post, dict) else ()
    return next((w for w in words if isinstance(w, str) and w.strip()), None)


def _string(told: Mapping[str, object], key: str) -> str | None:
    value = told.get(key)
    return value.strip() or None if isinstance(value, str) else None


def _python(cell: str, where: str) -> dict[str, object]:
    """Read a dictionary in Python's notation: constants, and times that are called."""
    fault = faults.wrong_value(where, "metadata")
    if len(cell) > LONGEST_CELL:
        raise container_faults.too_large(where, LONGEST_CELL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(cell.strip(), mode="eval")
        found = _value(tree.body)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise fault from None
    if not isinstance(found, dict):
        raise fault
    return {str(key): value for key, value in found.items()}


def _value(node: ast.expr) -> object:
    """Give a constant, a dictionary or a time; whatever else is written is nothing."""
    match node:
        case ast.Constant():
            return node.value
        case ast.Dict():
            pairs = zip(node.keys, node.values, strict=True)
            return {
                key.value: _value(value)
                for key, value in pairs
                if isinstance(key, ast.Constant)
            }
        case ast.Call(func=ast.Attribute(attr="datetime")):
            return _time(node)
        case _:
            return None


def _time(call: ast.Call) -> str | None:
    """Give ``datetime.datetime(2031, 3, 5, 8, 0, tzinfo=…)`` as an ISO time."""
    parts = [a.value for a in call.args if isinstance(a, ast.Constant)]
    whole = [part for part in parts if isinstance(part, int)]
    try:
        return dt.datetime(*whole).isoformat()  # type: ignore[arg-type]  # noqa: DTZ001
    except (TypeError, ValueError, OverflowError):
        return None
