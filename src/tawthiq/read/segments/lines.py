"""Takes a report, gives the stretches of its lines that are its own, the page's left out."""

import re
from collections.abc import Iterator
from itertools import pairwise

from tawthiq.model.report import Report
from tawthiq.read.pages.blocks import BYLINE, Line, is_prose, tells, without_links
from tawthiq.read.pages.dated_links import without_dated_links
from tawthiq.read.pages.furniture import NO_MATCH, furniture

LONG = 100
"""Code points from which a line is a paragraph of its own."""
NAME = 60
"""Code points that the name before a handle may have."""

WIDTHS = range(55, 83)
"""Code points of a line that was broken at the width of a terminal."""
WRAPPED, WRAPPED_LINES, WRAPPED_SAMPLE = 0.85, 6, 4000
"""Share and number of such lines, among the first code points, that tell it."""

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_WRAPPED_PARAGRAPH = re.compile(r"[^\r\n]+(?:\r?\n(?![^\S\n]*(?:\n|$))[^\r\n]+)*")
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
# «Name\u200f @handle», as X sets the head of every post on a line of its own.
_HEAD = re.compile(rf"[^@\n]{{1,{NAME}}}\u200f\s?@(?P<handle>\w{{2,15}})\s*$", re.ASCII)
# «اسم الحساب@handleنص المنشور»: the same, glued to the words of the post.
_GLUED = re.compile(
    rf"[^@\n]{{0,{NAME}}}[^@\s(]@(?P<handle>\w{{2,15}})(?=[^\w\s.,:)]|\s*$)", re.ASCII
)
_REPLY = re.compile(r"Replying to|رد[اًّ]* على")
# «00:0012:18 PM · Nov 28, 2024» under a post: length of the video, hour, day; or its
# length alone, glued to the last word, with the number of views.
_STAMP = re.compile(
    r"(?:\d{1,2}:\d\d)?(?:0?\d|1[0-2]):\d\d\s?(?:AM|PM|ص|م)\s[·-]\s"
    r"|(?<=[^\s\d])\d{1,2}:\d{1,2}(?:\s*[\d.,]+[KM]?\s*[Vv]iews)?\s*$"
    r"|(?<!\d)\d:\d{1,2}[\d.,]*[KM]?\s[Vv]iews\s*$"
)
_EMBEDDED = re.compile(r"\W*[—\u2013-]\s?.{1,80}\(@\w+\)")
_LETTER = re.compile(r"[^\W\d_]")
_ITEM = re.compile(r"\s*(?:\d{1,3}\s?[-.)\u2013/]|[-\u2013•*●▪])")


def own_lines(report: Report) -> list[Line]:
    """Give the stretches of text that are the report's own, in order."""
    text = report.text
    tail = furniture().tails.search(text)
    lines = list(_raw_lines(text, tail.start() if tail else len(text)))
    lines = without_dated_links(text, lines)
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
    pattern = _WRAPPED_PARAGRAPH if _is_wrapped(text) else _LINE
    for found in pattern.finditer(text, 0, end):
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


def _is_wrapped(text: str) -> bool:
    """Whether lines were broken at one width, as in mail: the break means nothing."""
    lines = [line.rstrip() for line in text[:WRAPPED_SAMPLE].split("\n")]
    broken = [len(line) for line, after in pairwise(lines) if line and after]
    return len(broken) >= WRAPPED_LINES and (
        sum(length in WIDTHS for length in broken) >= WRAPPED * len(broken)
    )


class _Walk:
    """Goes down a page line by line and keeps what is the report's.

    ``byline`` is the name of the account that posted it, where the page prints it.

    ``told``: prose has been kept. ``links``: inside a block of links. ``other``: inside
    a post by another account than the address names. ``over``: past the report's end.
    """

    def __init__(self, report: Report) -> None:
        self._text = report.text
        post = _POST.match(report.url or "")
        self._handle = post.group(1).lower() if post else ""
        self._named = bool(post) and f"@{self._handle}" in self._text.lower()
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
        self._told = self._told or tells(words) or bool(self._handle)
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
        own = words[: 2 * NAME].lower().find(f"@{self._handle}") if self._named else -1
        if 0 < own <= NAME and words[own - 1] != "(":
            self._other = False
            self._sign(start, start + own)
            start += own + 1 + len(self._handle)
        elif head := _HEAD.match(words):
            self._other = self._named or self.byline is not None
            start = self._renamed(start, head)
        elif not self._named and self.byline is None and (head := _GLUED.match(words)):
            start = self._renamed(start, head)
        stamp = _STAMP.search(self._text, start, end) or furniture().post_ends.search(
            self._text, start, end
        )
        return start, stamp.start() if stamp else end

    def _renamed(self, start: int, head: re.Match[str]) -> int:
        """Take the first account of a page for the report's: accounts change names."""
        if not self._named:
            self._sign(start, start + head.start("handle") - 1)
        return start + head.end()

    def _sign(self, start: int, end: int) -> None:
        """Keep the account's name, less the word of the page that may be glued to it."""
        if self.byline is not None:
            return
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
