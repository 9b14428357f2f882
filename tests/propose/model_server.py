"""A model server of the tests' own: it answers as such servers do, well and badly."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

TEXT = "قصفت طائرة روسية سوق بلدة كفر مشمش أمس. وقتل 4 مدنيين، بحسب الدفاع المدني."
RIGHT = {
    "events": [
        {
            "quote": "قصفت طائرة روسية",
            "kind": "incident",
            "type": "air_strike",
            "stance": "asserted",
            "date": None,
            "places": [{"quote": "بلدة كفر مشمش", "role": "at"}],
            "perpetrators": [
                {"quote": "روسية", "actor": "russia", "stance": "alleged"}
            ],
            "weapons": [],
            "struck": [{"quote": "سوق", "code": "market"}],
            "casualties": [
                {
                    "quote": "4 مدنيين",
                    "outcome": "killed",
                    "group": "civilians",
                    "low": 4,
                    "high": 4,
                    "part_of": None,
                }
            ],
            "victims": [],
            "attribution": [],
        }
    ]
}
"""A right answer to `TEXT`."""

SCRIPT = "<script>alert(1)</script>"


def wrong() -> dict[str, Any]:
    """Give an answer with a quote that does not stand and a code that is none."""
    told: dict[str, Any] = json.loads(json.dumps(RIGHT))
    (event,) = told["events"]
    event["casualties"][0]["quote"] = "40 مدنيا"
    event["perpetrators"][0]["actor"] = "atlantis"
    event["victims"] = [{"quote": SCRIPT, "outcome": "killed"}]
    return told


def chat(content: object) -> bytes:
    """Wrap what a model says as a server does."""
    told = content if isinstance(content, str) else json.dumps(content)
    choice = {"index": 0, "message": {"role": "assistant", "content": told}}
    return json.dumps({"object": "chat.completion", "choices": [choice]}).encode()


BODIES: dict[str, bytes] = {
    "right": chat(RIGHT),
    "fenced": chat(f"```json\n{json.dumps(RIGHT)}\n```"),
    "wrong": chat(wrong()),
    "none": chat({"events": []}),
    "prose": chat("Sure! Here are the events you asked for."),
    "script": SCRIPT.encode(),
    "deep": chat("[" * 200_000),
    "other": chat([1, 2, 3]),
    "empty": b"",
    "shape": b'{"choices": []}',
    "null": chat("null").replace(b'"null"', b"null"),
}
"""What a model of each name answers."""


class Server(ThreadingHTTPServer):
    """Answers by the name of the model that is asked for, and notes what it was asked."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.asked: list[dict[str, Any]] = []
        self.keys: list[str | None] = []
        self.paths: list[str] = []
        self.busy = 0
        self.enough = threading.Event()

    @property
    def address(self) -> str:
        """Give the address that a user would name."""
        return f"http://127.0.0.1:{self.server_port}/v1"


class _Answers(BaseHTTPRequestHandler):
    server: Server  # type: ignore[mutable-override]

    def do_GET(self) -> None:
        """Note where a redirect led."""
        self.server.paths.append(self.path)
        self.send_error(404)

    def do_POST(self) -> None:
        """Answer as the model that is asked for does."""
        size = int(self.headers["Content-Length"])
        asked = json.loads(self.rfile.read(size))
        self.server.paths.append(self.path)
        self.server.asked.append(asked)
        self.server.keys.append(self.headers["Authorization"])
        model = asked["model"]
        if model in BODIES:
            self._say(BODIES[model])
        elif model.startswith("status"):
            self._say(b"{}", status=int(model.removeprefix("status")))
        elif model == "busy":
            self.server.busy += 1
            done = self.server.busy > 1
            self._say(BODIES["right"] if done else b"{}", status=200 if done else 503)
        elif model == "moved":
            self._say(b"", status=307, more={"Location": "/elsewhere"})
        elif model == "packed":
            self._say(BODIES["right"], more={"Content-Encoding": "gzip"})
        elif model == "silent":
            self.server.enough.wait(20)
        else:
            self._drip(huge=model == "huge")

    def _say(
        self, data: bytes, *, status: int = 200, more: dict[str, str] | None = None
    ) -> None:
        self.send_response(status)
        for key, value in {"Retry-After": "0", **(more or {})}.items():
            self.send_header(key, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _drip(self, *, huge: bool) -> None:
        """Send without end: much at once, or a letter now and then."""
        self.send_response(200)
        self.end_headers()
        try:
            while not self.server.enough.wait(0.0 if huge else 0.05):
                self.wfile.write(b" " * (65_536 if huge else 1))
                self.wfile.flush()
        except OSError:
            return

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served() -> Iterator[Server]:
    """Run the server."""
    server = Server()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.enough.set()
        server.shutdown()
        server.server_close()
        thread.join()
