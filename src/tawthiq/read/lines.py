"""Takes a report, gives the stretches of its lines that are its own, the page's left out."""

import re
from collections.abc import Iterator

from tawthiq.model.report import Report
from tawthiq.read.blocks import BYLINE, Line, is_prose, tells, without_links
from tawthiq.read.furniture import NO_MATCH, furniture

LONG = 100
"""Code points from which a line is a paragraph of its own."""
NAME = 60
"""Code points that the name before a handle may have."""

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_BLANK = re.compile(r"(?:\r\n|[\r\n\u2028\u2029])[^\S\r\n]*(?:\r\n|[\r\n\u2028\u2029])")
_URL = re.compile(
    r"(?:https?://|www\.)[!-~]+"
    r"|(?:pic\.twitter\.com|youtu\.be|t\.me|t\.co|wa\.me|bit\.ly)/[!-~]+"
    r"|\b[A-Za-z][\w-]*\.(?:com|net|org)(?:/[!-~]*)?",
    re.ASCII,
)
_SIGNS_OF_URL = ("://", "www.", ".com", ".net", ".org", ".me/", ".be/", ".co/", ".ly/")
_POST = re.compile(
    r"https?://(?:www\.|mobile\.)?(?:x|twitter)\.com/(\w+)/status", re.ASCII
)
_SOCIAL = re.compile(
    r"https?://(?:[\w-]+\.)*(?:x|twitter|facebook|instagram|t|telegram|youtube)\.(?:com|me)/"
)
# «اسم الحساب@handle» before the post, or «Name @handle» on a line of its own.
_HANDLE = re.compile(
    rf"[^@\n]{{1,{NAME}}}?@(?P<handle>[A-Za-z0-9_]{{2,15}})(?![A-Za-z0-9_.]|\s*[^\s])"
    rf"|[^@\n]{{1,{NAME}}}?@(?P<glued>[A-Za-z0-9_]{{2,15}})(?=[^\sA-Za-z0-9_.,:)])"
)
_REPLY = re.compile(r"Replying to|رد[اًّ]* على")
# «00:0012:18 PM · Nov 28, 2024»: length of the video, hour and day under a post.
_STAMP = re.compile(
    r"(?:\d{1,2}:\d\d)?(?:0?\d|1[0-2]):\d\d\s?(?:AM|PM|ص|م)\s[·-]\s|(?<!\d)\d:\d\d\s*$"
)
_EMBEDDED = re.compile(r"\W*[—\u2013-]\s?.{1,80}\(@\w+\)")
_LETTER = re.compile(r"[^\W\d_]")
_ITEM = re.compile(r"\s*(?:\d{1,3}\s?[-.)\u2013/]|[-\u2013•*●▪])")


def own_lines(report: Report) -> list[Line]:
    """Give the stretches of text that are the report's own, in order."""
    text = report.text
    tail = furniture().tails.search(text)
    lines = list(_raw_lines(text, tail.start() if tail else len(text)))
    walk = _Walk(report)
    kept = walk.alone(lines[0]) if len(lines) == 1 else walk.kept(lines)
    if not _SOCIAL.match(report.url or ""):
        kept = without_links(text, kept, report.title)
    if any(sign in text for sign in _SIGNS_OF_URL):
        kept = [piece for line in kept for piece in _between_urls(text, line)]
    return [walk.byline, *kept] if walk.byline else kept


def _raw_lines(text: str, end: int) -> Iterator[Line]:
    """Give the lines with their paragraphs: a blank or a long line ends one."""
    paragraph, before = 0, 0
    long = False
    for found in _LINE.finditer(text, 0, end):
        line = found.group()
        bare = line.strip()
        if not bare:
            continue
        start = found.start() + len(line) - len(line.lstrip())
        if before and (long or _BLANK.search(text, before, start)):
            paragraph += 1
        before = start + len(bare)
        long = len(bare) >= LONG
        yield Line(start, before, paragraph, _ITEM.match(bare) is not None)


class _Walk:
    """Goes down a page line by line and keeps what is the report's.

    ``byline`` is the name of the account that posted it, where the page prints it.

    ``told``: prose has been kept. ``links``: inside a block of links. ``other``: inside
    a post by another account than the address names. ``over``: past the report's end.
    """

    def __init__(self, report: Report) -> None:
        self._text = report.text
        post = _POST.match(report.url or "")
        self._handle = post.group(1).lower() if post else None
        self._links = self._other = self._over = self._told = False
        self._kept: list[Line] = []
        self.byline: Line | None = None
        self._heads = (
            furniture().heads if furniture().heads.search(self._text) else None
        )

    def kept(self, lines: list[Line]) -> list[Line]:
        """Give the report's own lines, what the platform glued to them cut."""
        for line in lines:
            for post in self._posts(line):
                if not self._over:
                    self._step(self._trimmed(post))
        return self._kept

    def alone(self, line: Line) -> list[Line]:
        """Give the only line there is: a phrase to be read, whatever it looks like."""
        posts = [self._trimmed(post) for post in self._posts(line)]
        words = [self._text[post.start : post.end] for post in posts]
        page = furniture().code_of(words[0]) == "line_start"
        return [] if page else posts

    def _posts(self, line: Line) -> list[Line]:
        """Give the posts of a line, what heads them cut; a shared one stands in another."""
        found = list(self._heads.finditer(self._text, *line[:2])) if self._heads else []
        if not found:
            return [line]
        ends = [*(head.start() for head in found[1:]), line.end]
        return [
            line._replace(start=head.end(), end=end)
            for head, end in zip(found, ends, strict=True)
        ]

    def _step(self, line: Line) -> None:
        words = self._text[line.start : line.end]
        if not _LETTER.search(words):
            return
        code = furniture().code_of(words)
        if code == NO_MATCH:
            self._content(line, words)
        elif code == "line_end":
            self._kept.clear()
        elif code == "tail_start":
            self._over = self._told
        elif code == "links":
            self._links = True

    def _content(self, line: Line, words: str) -> None:
        if self._links and not is_prose(words):
            return
        self._links = False
        if self._other or _EMBEDDED.match(words):
            return
        self._told = self._told or tells(words) or self._handle is not None
        self._kept.append(line)

    def _trimmed(self, line: Line) -> Line:
        """Cut what X glued to the head and the foot of a line."""
        if not self._handle:
            return line
        start, end = self._post_only(line.start, line.end)
        return line._replace(start=start, end=end)

    def _post_only(self, start: int, end: int) -> tuple[int, int]:
        """Cut the account before a post and the stamp under it; see whose post it is."""
        words = self._text[start:end]
        if _REPLY.match(words):
            return start, end
        # «@nameEnglish words»: only the address tells where the handle ends.
        own = words[: 2 * NAME].lower().find(f"@{self._handle}")
        if 0 < own <= NAME and words[own - 1] != "(":
            self._other = False
            if self.byline is None:
                self._sign(start, start + own)
            start += own + 1 + len(self._handle or "")
        elif account := _HANDLE.match(words):
            self._other = account["handle"] is not None
            start += account.end()
        stamp = _STAMP.search(self._text, start, end)
        return start, stamp.start() if stamp else end

    def _sign(self, start: int, end: int) -> None:
        """Keep the account's name, less the word of the page that may be glued to it."""
        glued = furniture().before_name.match(self._text, start, end)
        start = glued.end() if glued else start
        if _LETTER.search(self._text, start, end):
            self.byline = Line(start, end, BYLINE, item=False)


def _between_urls(text: str, line: Line) -> Iterator[Line]:
    """Cut a line at its links."""
    at = line.start
    for found in _URL.finditer(text, line.start, line.end):
        if at < found.start():
            yield line._replace(start=at, end=found.start())
        at = found.end()
    if at < line.end:
        yield line._replace(start=at)
