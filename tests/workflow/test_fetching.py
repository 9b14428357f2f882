"""Fetching from a real server on this machine; what leads inside is never reached."""

import gzip
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest
from tests.read import made

from tawthiq.errors import InputError, OptionError
from tawthiq.read.capture import Capture, Form
from tawthiq.read.inputs import reports_of
from tawthiq.read.options import Limits, ReadOptions
from tawthiq.workflow.fetching.options import FetchOptions
from tawthiq.workflow.fetching.pages import fetch, fetched_captures
from tawthiq.workflow.intake import is_address, reports_from

HERE = FetchOptions(loopback=True, seconds=20)
HTML = "text/html; charset=utf-8"
PACKED = {"Content-Encoding": "gzip"}


BODIES: dict[str, tuple[bytes, str, dict[str, str]]] = {
    "page": (made.PAGE.encode(), HTML, {}),
    "packed": (gzip.compress(made.PAGE.encode()), HTML, PACKED),
    "bomb": (gzip.compress(b"a" * 3_000_000), HTML, PACKED),
    "bare": (f"<p>{made.TEXT}</p>".encode(), HTML, {}),
    "feed": (made.RSS.encode(), "application/rss+xml", {}),
    "pdf": (made.pdf(made.TEXT), "application/pdf", {}),
    "long": (b"a" * 3_000_000, "text/plain", {}),
}


class _Answers(BaseHTTPRequestHandler):
    """Answers by path; every path that was asked for is written down."""

    asked: ClassVar[list[tuple[str, str]]] = []

    def do_GET(self) -> None:
        self.asked.append((self.path, self.headers["Host"]))
        name, _, rest = self.path[1:].partition("/")
        if name in BODIES:
            self._say(*BODIES[name])
        elif name == "to":
            self._go(rest)
        elif name == "round":
            self._go(f"/round/{int(rest or 0) + 1}")
        elif name == "slow":
            self._drip()
        else:
            self.send_error(404)

    def _go(self, target: str) -> None:
        self.send_response(302)
        self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _say(self, data: bytes, kind: str, more: dict[str, str]) -> None:
        self.send_response(200)
        for key, value in {"Content-Type": kind, **more}.items():
            self.send_header(key, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        try:
            self.wfile.write(data)
        except OSError:
            return

    def _drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "100000")
        self.end_headers()
        try:
            for _ in range(100):
                self.wfile.write(b"a")
                self.wfile.flush()
                threading.Event().wait(0.1)
        except OSError:
            return

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """Start a server on this machine and give its address."""
    served = ThreadingHTTPServer(("127.0.0.1", 0), _Answers)
    thread = threading.Thread(target=served.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{served.server_port}"
    served.shutdown()
    served.server_close()
    thread.join()


def refused(url: str, options: FetchOptions = HERE) -> str:
    with pytest.raises(InputError) as fault:
        fetch(url, options)
    assert fault.value.ar
    assert fault.value.remedy_ar
    return fault.value.en


def test_nothing_on_this_machine_is_asked_for_unless_a_test_says_so(
    server: str,
) -> None:
    _Answers.asked.clear()
    assert "not fetched" in refused(f"{server}/page", FetchOptions())
    assert _Answers.asked == []


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://127.1/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0177.0.0.1/",
        "http://0/",
        "http://localhost/",
        "http://localhost./",
        "http://LOCALHOST/",
        "http://[::1]/",
        "http://[::]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[fd00:ec2::254]/",
        "http://10.0.0.1/",
        "http://192.168.1.1/",
        "http://100.64.0.1/",
        "http://\u2460\u2461\u2466.0.0.1/",
        "https://127.0.0.1/",
    ],
)
@pytest.mark.parametrize("proxy", [None, "socks5h://127.0.0.1:9"])
def test_an_address_that_leads_inside_is_refused_with_and_without_a_proxy(
    url: str, proxy: str | None
) -> None:
    refused(url, FetchOptions(seconds=5, proxy=proxy))


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://sunbula.example/",
        "gopher://sunbula.example/",
        "http://",
        "http:///page",
        "http://name:word@sunbula.example/",
        "http://sunbula.example:99999/",
        "http://[::1/",
        "javascript:alert(1)",
        "",
    ],
)
def test_what_is_no_address_of_a_page_is_refused(url: str) -> None:
    refused(url)


def test_an_odd_port_is_refused() -> None:
    assert "port" in refused("http://sunbula.example:6379/", FetchOptions())


def test_every_redirect_is_looked_at(server: str) -> None:
    for target in ("http://10.0.0.1/", "file:///etc/passwd", "http://[fe80::1]/"):
        _Answers.asked.clear()
        refused(f"{server}/to/{target}")
        assert len(_Answers.asked) == 1


def test_a_name_that_leads_inside_is_refused_though_another_of_its_addresses_is_fine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def two(
        *_: object, **__: object
    ) -> list[tuple[int, int, int, str, tuple[str, int]]]:
        tcp = (socket.AF_INET, socket.SOCK_STREAM, 6, "")
        return [(*tcp, ("1.1.1.1", 80)), (*tcp, ("192.168.1.1", 80))]

    monkeypatch.setattr(socket, "getaddrinfo", two)
    assert "private" in refused("http://sunbula.example/", FetchOptions())


def test_a_name_is_resolved_once_and_that_address_is_asked_under_the_name(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = int(server.rpartition(":")[2])
    asked = []
    system = socket.getaddrinfo

    def once(host: str, *rest: Any, **more: Any) -> list[Any]:  # noqa: ANN401
        if host == "127.0.0.1":  # the connection itself, to the address that was seen
            return system(host, *rest, **more)
        asked.append(host)
        address = "127.0.0.1" if len(asked) == 1 else "10.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    monkeypatch.setattr(socket, "getaddrinfo", once)
    _Answers.asked.clear()
    fetch(f"http://sunbula.example:{port}/page", HERE)
    assert asked == ["sunbula.example"]
    assert _Answers.asked == [("/page", f"sunbula.example:{port}")]


def test_a_page_is_fetched_with_where_and_when(server: str) -> None:
    found = list(fetched_captures(f"{server}/to//page", ReadOptions(), HERE))
    assert len(found) == 1
    assert isinstance(found[0], Capture)
    report = next(reports_of(found[0], ReadOptions()))
    assert not isinstance(report, InputError)
    assert made.TEXT in report.text
    assert report.url == f"{server}/page"
    assert found[0].captured_at is not None
    assert found[0].data == made.PAGE.encode()


def test_what_a_server_packs_is_unpacked(server: str) -> None:
    assert fetch(f"{server}/packed", HERE).data == made.PAGE.encode()


def test_the_chain_of_redirects_is_kept(server: str) -> None:
    answer = fetch(f"{server}/to//page", HERE)
    assert answer.chain == (f"{server}/to//page", f"{server}/page")


def test_other_kinds_are_told_by_their_bytes(server: str) -> None:
    def forms(path: str) -> list[Form]:
        found = fetched_captures(f"{server}/{path}", ReadOptions(), HERE)
        return [item.form for item in found if isinstance(item, Capture)]

    assert forms("feed") == [Form.RECORD, Form.RECORD]
    assert forms("pdf") == [Form.PDF]
    assert forms("bare") == [Form.PAGE]


def test_too_much_too_late_and_too_far_are_told(server: str) -> None:
    small = FetchOptions(loopback=True, limits=Limits(item_bytes=1_000_000))
    assert "larger" in refused(f"{server}/long", small)
    assert "more than is allowed" in refused(f"{server}/bomb", small)
    assert "within" in refused(
        f"{server}/slow", FetchOptions(loopback=True, seconds=0.5)
    )
    assert "redirects" in refused(f"{server}/round")


def test_an_error_and_a_server_that_is_not_there_are_told(server: str) -> None:
    assert "404" in refused(f"{server}/gone")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert "reached" in refused(f"http://127.0.0.1:{port}/")


def test_a_fault_comes_as_an_item_and_stops_nothing(server: str) -> None:
    found = list(fetched_captures(f"{server}/gone", ReadOptions(), HERE))
    assert [type(item) for item in found] == [InputError]


def test_a_proxy_of_an_unknown_kind_is_refused() -> None:
    with pytest.raises(OptionError, match="proxy"):
        fetch("http://sunbula.example/", FetchOptions(proxy="gopher://127.0.0.1:1"))


def test_a_proxy_is_asked_and_not_the_server(server: str) -> None:
    _Answers.asked.clear()
    through = FetchOptions(proxy=server, seconds=10)
    assert "404" in refused("http://sunbula.example/page", through)
    assert _Answers.asked == [("http://sunbula.example/page", "sunbula.example")]


def test_the_environment_names_no_proxy(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "socks5://127.0.0.1:9")
    assert fetch(f"{server}/page", HERE).media_type == "text/html"


def test_an_address_is_told_from_a_path() -> None:
    assert is_address("https://sunbula.example/")
    assert is_address("HTTP://sunbula.example/")
    assert not is_address("http.txt")
    assert not is_address("./https:/x")


def test_an_address_is_not_fetched_unless_asked(server: str) -> None:
    _Answers.asked.clear()
    (fault,) = reports_from([f"{server}/page"], stdin=None, options=ReadOptions())
    assert isinstance(fault, InputError)
    assert "--fetch" in fault.remedy_en
    assert _Answers.asked == []


def test_addresses_and_files_are_read_in_turn(server: str, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(made.OTHER, encoding="utf-8")
    words: list[str | Path] = [f"{server}/page", path, str(path)]
    found = list(reports_from(words, stdin=None, options=ReadOptions(), fetching=HERE))
    texts = [item.text for item in found if not isinstance(item, InputError)]
    assert made.TEXT in texts[0]
    assert texts[1:] == [made.OTHER, made.OTHER]
