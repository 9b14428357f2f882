"""Fetching: pages from their addresses, where a user asks for it.

It is off unless asked: who fetches a page tells its server, and those between, what is
being looked into. A name is resolved once and the connection goes to that very address,
at each redirect anew, so that a name which changes its mind leads nowhere inside
(``addresses``). Through a proxy the proxy resolves; choose one that may.
"""

import socket
import ssl
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as LateError
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import httpx

from tawthiq import __version__
from tawthiq.errors import InputError
from tawthiq.read.capture import Capture, Form
from tawthiq.read.containers.transfer import decoded
from tawthiq.read.inputs import captures_of
from tawthiq.read.options import ReadOptions
from tawthiq.read.source import Source
from tawthiq.workflow.fetching import faults as fetching_faults
from tawthiq.workflow.fetching.addresses import may_be_fetched
from tawthiq.workflow.fetching.options import FetchOptions

SCHEMES = ("http", "https")
PORTS = {"http": 80, "https": 443}
PROXIES = ("http", "https", "socks5", "socks5h")
REDIRECTS = frozenset({301, 302, 303, 307, 308})
OK = 200
AGENT = f"tawthiq/{__version__}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What a server answered.

    ``url`` is the address that was asked for, ``chain`` the addresses that it led to,
    the last of which answered.
    """

    url: str
    chain: tuple[str, ...]
    data: bytes
    media_type: str
    fetched_at: datetime


def fetched_captures(
    url: str, options: ReadOptions, fetching: FetchOptions
) -> Iterator[Capture | InputError]:
    """Fetch a page, a PDF, a feed or what else ``tawthiq read`` reads of files.

    Args:
        url: its address.
        options: what the user says of the report, and how much is read.
        fetching: how it is fetched.

    Yields:
        a capture for each report, an InputError where it cannot be fetched or read.
    """
    try:
        answer = fetch(url, fetching)
    except InputError as fault:
        yield fault
        return
    source = Source.of_bytes(answer.data, url)
    for item in captures_of(source, options):
        yield item if isinstance(item, InputError) else _dated(item, answer)


def _dated(capture: Capture, answer: Fetched) -> Capture:
    """Say where and when a capture was fetched."""
    form = capture.form
    if form is Form.TEXT and answer.media_type in {
        "text/html",
        "application/xhtml+xml",
    }:
        form = Form.PAGE
    said = capture.said
    if not said.url and capture.record is None:
        said = replace(said, url=answer.chain[-1])
    return replace(
        capture,
        form=form,
        said=said,
        media_type=answer.media_type or capture.media_type,
        captured_at=answer.fetched_at,
    )


def fetch(url: str, options: FetchOptions) -> Fetched:
    """Fetch one address, following where it leads.

    Args:
        url: an address, http or https, without a name or password in it.
        options: how it is fetched.

    Raises:
        InputError: if it is no such address, if it or where it leads is not to be
            fetched, if it answers with an error, too much, or not in time.
    """
    chain: list[str] = []
    following = url
    with _client(url, options) as client:
        visit = _Visit(client, _Clock(url, options.seconds), options)
        while len(chain) <= options.redirects:
            asked = _checked(following, options)
            chain.append(str(asked))
            answer = visit.answer(asked)
            if answer.target is None:
                return Fetched(
                    url=url,
                    chain=tuple(chain),
                    data=answer.data,
                    media_type=answer.media_type,
                    fetched_at=datetime.now(UTC),
                )
            following = _joined(asked, answer.target)
    raise fetching_faults.too_many_redirects(url, options.redirects)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    """What came back: a body, or where to go on."""

    data: bytes = b""
    media_type: str = ""
    target: str | None = None


class _Clock:
    """The time that is left for one page."""

    def __init__(self, url: str, seconds: float) -> None:
        self._url = url
        self._seconds = seconds
        self._over = time.monotonic() + seconds

    def left(self) -> float:
        """Give the seconds that are left.

        Raises:
            InputError: if there are none.
        """
        left = self._over - time.monotonic()
        if left <= 0:
            raise self.late()
        return left

    def late(self) -> InputError:
        """Make the fault of a page that did not come in time."""
        return fetching_faults.too_late(self._url, self._seconds)


def _client(url: str, options: FetchOptions) -> httpx.Client:
    scheme = (options.proxy or "").partition("://")[0].lower()
    if options.proxy and scheme not in PROXIES:
        raise fetching_faults.wrong_proxy(options.proxy)
    try:
        return httpx.Client(
            trust_env=False,
            proxy=options.proxy,
            follow_redirects=False,
            headers={
                "User-Agent": AGENT,
                "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
                "Accept-Encoding": "gzip, deflate",
            },
        )
    except (ValueError, ImportError, httpx.InvalidURL):
        raise fetching_faults.wrong_proxy(options.proxy or url) from None


def _joined(asked: httpx.URL, target: str) -> str:
    """Give the whole address that a redirect leads to.

    Raises:
        InputError: if it is no address.
    """
    try:
        return str(asked.join(target))
    except (httpx.InvalidURL, ValueError, UnicodeError):
        raise fetching_faults.wrong_address(target) from None


def _checked(url: str, options: FetchOptions) -> httpx.URL:
    """Refuse what is no address of the web, or hides more than one.

    Raises:
        InputError: with what is wrong with it.
    """
    try:
        asked = httpx.URL(url)
    except (httpx.InvalidURL, ValueError, UnicodeError):
        raise fetching_faults.wrong_address(url) from None
    if asked.scheme not in SCHEMES or not asked.host or asked.userinfo:
        raise fetching_faults.wrong_address(url)
    if asked.port not in {None, *PORTS.values()} and not options.loopback:
        raise fetching_faults.refused(url)
    return asked


class _Visit:
    """Asks servers, one after the other, for one page.

    Args:
        client: what speaks to them.
        clock: the time that is left.
        options: how pages are fetched.
    """

    def __init__(
        self, client: httpx.Client, clock: _Clock, options: FetchOptions
    ) -> None:
        self._client = client
        self._clock = clock
        self._options = options

    def answer(self, asked: httpx.URL) -> _Answer:
        """Ask for one address and take the answer, no more of it than is allowed.

        Raises:
            InputError: if it is not to be fetched, or is not answered as it should.
        """
        request = self._request(asked)
        try:
            response = self._client.send(request, stream=True)
            try:
                return self._taken(response, str(asked))
            finally:
                response.close()
        except httpx.TimeoutException:
            raise self._clock.late() from None
        except (httpx.HTTPError, httpx.StreamError, ssl.SSLError, OSError) as fault:
            raise fetching_faults.unreachable(
                str(asked), type(fault).__name__
            ) from None

    def _request(self, asked: httpx.URL) -> httpx.Request:
        """Make a request to the address that a name has now, under that name."""
        host = asked.raw_host.decode("ascii").strip("[]")
        timeout = httpx.Timeout(self._clock.left())
        if self._options.proxy:
            _refuse_inside(asked, host, loopback=self._options.loopback)
            return self._client.build_request("GET", asked, timeout=timeout)
        return self._client.build_request(
            "GET",
            asked.copy_with(host=self._resolved(asked, host), fragment=None),
            headers={"Host": asked.netloc.decode("ascii")},
            timeout=timeout,
            extensions={"sni_hostname": host},
        )

    def _resolved(self, asked: httpx.URL, host: str) -> str:
        """Give the address of a name; none of those it has may lead inside.

        Raises:
            InputError: if it has none, or one that is not to be fetched.
        """
        port = asked.port or PORTS[asked.scheme]
        pool = ThreadPoolExecutor(max_workers=1)
        try:
            # The system's resolver knows no limit of time.
            asking = pool.submit(
                socket.getaddrinfo, host, port, type=socket.SOCK_STREAM
            )
            found = asking.result(timeout=self._clock.left())
        except LateError:
            raise self._clock.late() from None
        except (OSError, UnicodeError):
            raise fetching_faults.unknown_host(str(asked)) from None
        finally:
            pool.shutdown(wait=False)
        addresses = [str(entry[4][0]) for entry in found]
        if not addresses:
            raise fetching_faults.unknown_host(str(asked))
        for address in addresses:
            if not may_be_fetched(address, loopback=self._options.loopback):
                raise fetching_faults.refused(str(asked))
        return addresses[0]

    def _taken(self, response: httpx.Response, url: str) -> _Answer:
        if response.status_code in REDIRECTS and response.headers.get("Location"):
            return _Answer(target=response.headers["Location"])
        if response.status_code != OK:
            raise fetching_faults.answered(url, response.status_code)
        limits = self._options.limits
        parts: list[bytes] = []
        size = 0
        for part in response.iter_raw():
            self._clock.left()
            size += len(part)
            if size > limits.item_bytes:
                raise fetching_faults.too_large(url, limits.item_bytes)
            parts.append(part)
        coding = response.headers.get("Content-Encoding", "")
        data = decoded(b"".join(parts), coding, url, limits=limits)
        told = response.headers.get("Content-Type", "")
        return _Answer(data=data, media_type=told.partition(";")[0].strip().lower())


def _refuse_inside(asked: httpx.URL, host: str, *, loopback: bool) -> None:
    """Refuse an address in figures, or this machine's own name, behind a proxy too.

    Raises:
        InputError: if it leads inside.
    """
    local = host.lower().rstrip(".").endswith(("localhost", ".local", ".internal"))
    try:
        reachable = may_be_fetched(host, loopback=loopback)
    except ValueError:
        try:
            # The old short forms: 127.1, 2130706433, 0x7f.0.0.1.
            old = socket.inet_ntoa(socket.inet_aton(host))
            reachable = may_be_fetched(old, loopback=loopback)
        except OSError:
            reachable = not local or loopback
    if not reachable:
        raise fetching_faults.refused(str(asked))
