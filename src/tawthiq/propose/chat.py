"""A language model behind an address that the user names, as OpenAI's servers answer.

``--reader openai=http://127.0.0.1:8080/v1,model=NAME`` sends each report to that
address and to no other: no redirect is followed, no proxy is taken from the
environment. An address of this machine or this office may be asked, because the user
named it. Time, size and tries are bounded.

Settings: ``model``; ``key``, the name of the environment's variable that holds the
key; ``seconds`` for one try (60), ``tries`` (3), ``characters`` of a report (60000).
"""

import json
import os
import time
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any

import httpx

from tawthiq import __version__
from tawthiq.errors import InputError, OptionError
from tawthiq.lang.codebook import Codebook, load_codebook
from tawthiq.model.report import Report
from tawthiq.propose.prompt import messages, schema
from tawthiq.propose.reader import Told

PATH = "/chat/completions"
SECONDS, TRIES, CHARACTERS = 60.0, 3, 60_000
MOST_BYTES = 4_000_000
"""Of an answer: far more than any reading, far less than memory."""

LONGEST_WAIT = 10.0
"""Seconds between two tries, whatever the server asks for."""

BUSY = frozenset({408, 429, 500, 502, 503, 504})
"""Answers after which another try may be better."""

OK = 200


class _AgainError(Exception):
    """A try that failed in a way that may pass."""

    def __init__(self, fault: InputError, wait: float | None = None) -> None:
        super().__init__(str(fault))
        self.fault = fault
        self.wait = wait


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatReader:
    """Asks one model at one address."""

    address: str
    model: str
    key: str | None
    seconds: float
    tries: int
    characters: int
    codebook: Codebook

    @property
    def name(self) -> str:
        """Give the name under which its proposals are kept."""
        return f"openai:{self.model}"

    def propose(self, report: Report) -> object:
        """Ask for the events of a report.

        Raises:
            InputError: the report is too long, the server cannot be reached, or its
                answer is no JSON, too large or late.
        """
        if len(report.text) > self.characters:
            raise self._fault(
                ar=f"التقرير أطول من {self.characters} حرف",
                en=f"the report is longer than {self.characters} characters",
            )
        body = json.dumps(self._question(report), ensure_ascii=False).encode(
            "utf-8", "replace"
        )
        with self._client() as client:
            for number in count(1):
                try:
                    return self._content(self._asked(client, body))
                except _AgainError as again:
                    if number >= self.tries:
                        raise again.fault from None
                    wait = again.wait if again.wait is not None else 0.5 * 2**number
                    time.sleep(min(wait, LONGEST_WAIT))
        raise AssertionError

    def _question(self, report: Report) -> dict[str, Any]:
        form = {
            "name": "events",
            "strict": True,
            "schema": schema(self.codebook),
        }
        return {
            "model": self.model,
            "temperature": 0,
            "stream": False,
            "messages": messages(report, self.codebook),
            "response_format": {"type": "json_schema", "json_schema": form},
        }

    def _client(self) -> httpx.Client:
        return httpx.Client(
            trust_env=False,
            follow_redirects=False,
            headers={
                "User-Agent": f"tawthiq/{__version__}",
                "Content-Type": "application/json",
                "Accept": "application/json",
                # A packed answer could unfold to more than was asked for.
                "Accept-Encoding": "identity",
                **({"Authorization": f"Bearer {self.key}"} if self.key else {}),
            },
        )

    def _asked(self, client: httpx.Client, body: bytes) -> bytes:
        over = time.monotonic() + self.seconds
        try:
            with client.stream(
                "POST",
                self.address + PATH,
                content=body,
                timeout=httpx.Timeout(self.seconds),
            ) as response:
                self._judge(response)
                return self._taken(response, over)
        except httpx.TimeoutException:
            raise _AgainError(self._late()) from None
        except (httpx.HTTPError, httpx.StreamError, OSError) as fault:
            raise _AgainError(
                self._fault(
                    ar=f"تعذر الوصول إليه ({type(fault).__name__})",
                    en=f"it cannot be reached ({type(fault).__name__})",
                )
            ) from None

    def _judge(self, response: httpx.Response) -> None:
        """Refuse an answer that is none."""
        status = response.status_code
        fault = self._fault(
            ar=f"أجاب بالرمز {status}", en=f"it answered with status {status}"
        )
        if status in BUSY:
            raise _AgainError(fault, _wait(response.headers))
        coding = response.headers.get("Content-Encoding", "identity").lower()
        if status != OK or coding not in {"", "identity"}:
            raise fault

    def _taken(self, response: httpx.Response, over: float) -> bytes:
        """Take the answer, no more of it than is allowed, and no longer."""
        parts: list[bytes] = []
        size = 0
        for part in response.iter_raw():
            size += len(part)
            if size > MOST_BYTES:
                raise self._fault(
                    ar=f"جوابه أكبر من {MOST_BYTES} بايت",
                    en=f"its answer is larger than {MOST_BYTES} bytes",
                )
            if time.monotonic() > over:
                raise _AgainError(self._late())
            parts.append(part)
        return b"".join(parts)

    def _content(self, answer: bytes) -> object:
        """Take the proposal out of the answer; it is data and nothing else."""
        try:
            told = json.loads(answer)["choices"][0]["message"]["content"]
            return json.loads(_bare(told))
        except (
            ValueError,
            LookupError,
            TypeError,
            AttributeError,
            RecursionError,
        ):
            raise self._fault(
                ar="ليس جوابه JSON كما طُلب",
                en="its answer is not the JSON that was asked for",
            ) from None

    def _late(self) -> InputError:
        return self._fault(
            ar=f"لم يجب خلال {self.seconds:g} ثانية",
            en=f"it did not answer within {self.seconds:g} seconds",
        )

    def _fault(self, *, ar: str, en: str) -> InputError:
        return InputError(
            ar=ar,
            en=en,
            where=f"{self.name} ({self.address})",
            remedy_ar="تحقق من العنوان والنموذج، أو اقرأ بغير --reader",
            remedy_en="check the address and the model, or read without --reader",
        )


def _bare(told: str) -> str:
    """Leave out the fence that some models set round their JSON."""
    text = told.strip()
    if text.startswith("```") and text.endswith("```"):
        text = text.strip("`").removeprefix("json")
    return text


def _wait(headers: Mapping[str, str]) -> float | None:
    told = headers.get("Retry-After", "")
    return float(told) if told.isascii() and told.isdigit() else None


def reader(told: Told) -> ChatReader:
    """Make the reader that settings describe.

    Raises:
        OptionError: there is no address, no model, or the variable of the key is empty.
    """
    told.known("model", "key", "seconds", "tries", "characters")
    variable = told.more.get("key", "")
    key = os.environ.get(variable) if variable else None
    if variable and not key:
        raise _option(
            ar=f"متغير البيئة {variable} فارغ", en=f"the variable {variable} is not set"
        )
    model = told.more.get("model", "")
    if not model or len(model) > 200 or not model.isprintable():  # noqa: PLR2004
        raise _option(ar="لم يُسمّ نموذج", en="no model is named")
    return ChatReader(
        address=_address(told.main),
        model=model,
        key=key,
        seconds=told.number("seconds", SECONDS),
        tries=max(1, int(told.number("tries", TRIES))),
        characters=int(told.number("characters", CHARACTERS)),
        codebook=load_codebook(),
    )


def _address(told: str) -> str:
    """Check the address that the user named."""
    try:
        address = httpx.URL(told)
    except (httpx.InvalidURL, ValueError, UnicodeError):
        address = httpx.URL("")
    plain = not (address.userinfo or address.query or address.fragment)
    if address.scheme not in {"http", "https"} or not address.host or not plain:
        # What stands before the @ may be a password.
        shown = told.rpartition("@")[2]
        raise _option(ar=f"«{shown}» ليس عنوانا", en=f"{shown!r} is no address")
    return told.rstrip("/")


def _option(*, ar: str, en: str) -> OptionError:
    return OptionError(
        ar=ar,
        en=en,
        where="--reader openai",
        remedy_ar="مثلا: --reader openai=http://127.0.0.1:8080/v1,model=NAME",
        remedy_en="for example: --reader openai=http://127.0.0.1:8080/v1,model=NAME",
    )
