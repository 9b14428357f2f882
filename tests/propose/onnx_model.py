"""A tiny token-classification model, written in the test: each word has its label.

The file is an ONNX model of one node (``Gather``: a table of scores by word), encoded
by hand after the message definitions of ``onnx.proto``, so that no library is needed
to make it.
"""

import json
import struct
from collections.abc import Sequence
from pathlib import Path

FLOAT, INT64 = 1, 7
SURE = 9.0
"""Score of a word's own label; all others have none."""


def _number(value: int) -> bytes:
    out = b""
    while value > 0x7F:
        out += bytes([value & 0x7F | 0x80])
        value >>= 7
    return out + bytes([value])


def _int(field: int, value: int) -> bytes:
    return _number(field << 3) + _number(value)


def _part(field: int, data: bytes | str) -> bytes:
    raw = data.encode() if isinstance(data, str) else data
    return _number(field << 3 | 2) + _number(len(raw)) + raw


def _value(name: str, kind: int, shape: Sequence[str | int]) -> bytes:
    dims = b"".join(
        _part(1, _part(2, d) if isinstance(d, str) else _int(1, d)) for d in shape
    )
    return _part(1, name) + _part(2, _part(1, _int(1, kind) + _part(2, dims)))


def _model(scores: Sequence[Sequence[float]]) -> bytes:
    words, labels = len(scores), len(scores[0])
    raw = struct.pack(f"<{words * labels}f", *(s for row in scores for s in row))
    table = _int(1, words) + _int(1, labels) + _int(2, FLOAT) + _part(8, "table")
    node = _part(1, "table") + _part(1, "input_ids") + _part(2, "scores")
    graph = (
        _part(1, node + _part(4, "Gather"))
        + _part(2, "tiny")
        + _part(5, table + _part(9, raw))
        + _part(11, _value("input_ids", INT64, ["batch", "words"]))
        + _part(12, _value("scores", FLOAT, ["batch", "words", labels]))
    )
    return _int(1, 8) + _part(7, graph) + _part(8, _int(2, 13))


def write_model(folder: Path, labels: dict[str, str]) -> Path:
    """Write a model that knows these words, each with its label; others have ``O``.

    Args:
        folder: where to; it is made.
        labels: word to label.
    """
    folder.mkdir(parents=True, exist_ok=True)
    names = ["O", *dict.fromkeys(labels.values())]
    known = ["[UNK]", "[CLS]", *labels]
    scores = [
        [SURE * (name == labels.get(word, "O")) for name in names] for word in known
    ]
    (folder / "model.onnx").write_bytes(_model(scores))
    (folder / "config.json").write_text(
        json.dumps({"id2label": dict(enumerate(names))}), encoding="utf-8"
    )
    first = {"SpecialToken": {"id": "[CLS]", "type_id": 0}}
    rest = {"Sequence": {"id": "A", "type_id": 0}}
    tokenizer: dict[str, object] = {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [],
        "normalizer": None,
        "pre_tokenizer": {"type": "Whitespace"},
        "post_processor": {
            "type": "TemplateProcessing",
            "single": [first, rest],
            "pair": [first, rest],
            "special_tokens": {
                "[CLS]": {"id": "[CLS]", "ids": [1], "tokens": ["[CLS]"]}
            },
        },
        "decoder": None,
        "model": {
            "type": "WordLevel",
            "vocab": {word: number for number, word in enumerate(known)},
            "unk_token": "[UNK]",
        },
    }
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer), encoding="utf-8")
    return folder
