"""A token-classification model from a folder: each word gets a label, labels make events.

``--reader tokens=FOLDER`` opens ``FOLDER/model.onnx``, ``tokenizer.json`` and
``config.json`` (``id2label``), as the usual exports write them. It runs on this machine
and asks nobody. It needs the extra ``tawthiq[tokens]`` (onnxruntime, tokenizers).

Labels are ``B-`` and ``I-`` before a slot and its codes: ``event:air_strike``, ``date``,
``place:at``, ``perpetrator:russia``, ``weapon:mortar``, ``struck:house``,
``casualty:killed:civilians``, ``victim:killed``, ``attribution:medical``; ``O`` is
nothing. A value goes to the event whose words stand nearest, of its own
sentence first. Settings: ``least``, the
probability from which a label counts (0.5); ``tokens`` of one stretch (512).
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from tawthiq.errors import OptionError
from tawthiq.model.report import Report
from tawthiq.propose.reader import Told

TOKENS = 512
LEAST = 0.5
LETTERS = 2
"""Letters of a stretch for each token that it may have."""

ENDS = "\n.!?؟"
"""What ends a sentence."""

FILES = ("model.onnx", "tokenizer.json", "config.json")
SLOTS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "place": ("places", ("role",)),
    "perpetrator": ("perpetrators", ("actor",)),
    "weapon": ("weapons", ("code",)),
    "struck": ("struck", ("code",)),
    "casualty": ("casualties", ("outcome", "group")),
    "victim": ("victims", ("outcome",)),
    "attribution": ("attribution", ("kind",)),
}
"""For each slot of a label: its key in the reading format, and what its codes mean."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A stretch of the text with its label: the slot and its codes."""

    start: int
    end: int
    slot: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenReader:
    """Runs one model."""

    model: str
    labels: Mapping[int, str]
    session: Any
    tokenizer: Any
    least: float
    letters: int

    @property
    def name(self) -> str:
        """Give the name under which its proposals are kept."""
        return f"tokens:{self.model}"

    def propose(self, report: Report) -> object:
        """Label the words of a report and bring them together into events."""
        found = [
            mark
            for start, text in _stretches(report.text, self.letters)
            for mark in self._marks(text, start)
        ]
        events = [f for f in found if f.slot == "event"]
        made = [_event(f, report.text) for f in events]
        for mark in found:
            if events and mark.slot != "event":
                _give(mark, report.text, made[_nearest(mark, events, report.text)])
        return {"events": made}

    def _marks(self, text: str, at: int) -> Iterator[_Found]:
        """Label a stretch; words of one label in a row are one mark."""
        encoded = self.tokenizer.encode(text)
        open_: _Found | None = None
        for (start, end), label in zip(
            encoded.offsets, self._labelled(encoded), strict=True
        ):
            if start == end:
                continue
            place, slot, codes = _parts(label)
            same = open_ is not None and (open_.slot, open_.codes) == (slot, codes)
            if open_ is not None and same and place == "I":
                open_ = _Found(open_.start, at + end, slot, codes)
                continue
            if open_ is not None:
                yield open_
            open_ = _Found(at + start, at + end, slot, codes) if slot else None
        if open_ is not None:
            yield open_

    def _labelled(self, encoded: Any) -> list[str]:  # noqa: ANN401 - of tokenizers
        import numpy as np  # noqa: PLC0415 - comes with onnxruntime, loaded on request

        given = {
            "input_ids": encoded.ids,
            "attention_mask": encoded.attention_mask,
            "token_type_ids": encoded.type_ids,
        }
        asked = {one.name for one in self.session.get_inputs()}
        fed = {k: np.array([v], dtype=np.int64) for k, v in given.items() if k in asked}
        (scores,) = self.session.run(None, fed)[:1]
        odds = np.exp(scores[0] - scores[0].max(axis=1, keepdims=True))
        sure = odds / odds.sum(axis=1, keepdims=True)
        best = sure.argmax(axis=1)
        return [
            self.labels.get(int(b), "O") if sure[i, b] >= self.least else "O"
            for i, b in enumerate(best)
        ]


def _parts(label: str) -> tuple[str, str, tuple[str, ...]]:
    place, _, rest = label.partition("-")
    slot, *codes = rest.split(":")
    return place, slot, tuple(codes)


def _stretches(text: str, letters: int) -> Iterator[tuple[int, str]]:
    """Cut a text into stretches that a model can take, at line ends or at spaces."""
    start = 0
    while start < len(text):
        end = min(len(text), start + letters)
        if end < len(text):
            cuts = (text.rfind(sign, start + 1, end) for sign in "\n ")
            end = next((cut for cut in cuts if cut > start), end)
        yield start, text[start:end]
        start = end


def _event(mark: _Found, text: str) -> dict[str, Any]:
    return {
        "trigger": _span(mark, text),
        "type": next(iter(mark.codes), None),
        **{key: [] for key, _ in SLOTS.values()},
    }


def _nearest(mark: _Found, events: list[_Found], text: str) -> int:
    """Give the event with the fewest ends of sentences between, then the nearest."""

    def away(event: _Found) -> tuple[int, int]:
        start, end = sorted((mark.start, event.start))
        ends = sum(text.count(sign, start, end) for sign in ENDS)
        return ends, end - start

    return min(range(len(events)), key=lambda number: away(events[number]))


def _give(mark: _Found, text: str, event: dict[str, Any]) -> None:
    """Give a value to its event; a slot that is none is left to nobody."""
    value: dict[str, Any] = {"span": _span(mark, text)}
    if mark.slot == "date":
        event.setdefault("date", value)
    elif mark.slot in SLOTS:
        key, names = SLOTS[mark.slot]
        value |= dict(zip(names, mark.codes, strict=False))
        if mark.slot == "casualty":
            value["low"] = value["high"] = _number(text[mark.start : mark.end])
        event[key].append(value)


def _span(mark: _Found, text: str) -> dict[str, Any]:
    return {"start": mark.start, "quote": text[mark.start : mark.end]}


def _number(words: str) -> int | None:
    """Give the one number that stands in figures; words of number are not read here."""
    digits = [at for at, sign in enumerate(words) if sign.isdecimal()]
    if not digits or any(b - a > 1 for a, b in pairwise(digits)):
        return None
    return int("".join(words[at] for at in digits)[:8])


def reader(told: Told) -> TokenReader:
    """Open the model of a folder.

    Raises:
        OptionError: a file is missing or the extra is not installed.
    """
    told.known("least", "tokens")
    folder = Path(told.main).expanduser()
    missing = [name for name in FILES if not (folder / name).is_file()]
    if not told.main or missing:
        raise _option(
            ar=f"لا توجد في المجلد: {'، '.join(missing)}",
            en=f"the folder lacks: {', '.join(missing)}",
        )
    try:
        from onnxruntime import InferenceSession  # noqa: PLC0415 - an extra
        from tokenizers import Tokenizer  # noqa: PLC0415 - an extra
    except ImportError:
        raise _option(
            ar="مكتبات النماذج غير مثبتة",
            en="the libraries of models are not installed",
        ) from None
    tokens = int(told.number("tokens", TOKENS))
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.enable_truncation(tokens)
    tokenizer.no_padding()
    return TokenReader(
        model=folder.resolve().name,
        labels=_labels(folder / "config.json"),
        session=InferenceSession(
            str(folder / "model.onnx"), providers=["CPUExecutionProvider"]
        ),
        tokenizer=tokenizer,
        least=told.number("least", LEAST),
        letters=LETTERS * tokens,
    )


def _labels(config: Path) -> dict[int, str]:
    try:
        told = json.loads(config.read_text(encoding="utf-8"))["id2label"]
        return {int(number): str(label) for number, label in told.items()}
    except (OSError, ValueError, LookupError, AttributeError, TypeError):
        raise _option(
            ar="لا id2label في config.json", en="config.json holds no id2label"
        ) from None


def _option(*, ar: str, en: str) -> OptionError:
    return OptionError(
        ar=ar,
        en=en,
        where="--reader tokens",
        remedy_ar="مثلا: pip install 'tawthiq[tokens]' ثم --reader tokens=FOLDER",
        remedy_en="for example: pip install 'tawthiq[tokens]', then --reader tokens=FOLDER",
    )
