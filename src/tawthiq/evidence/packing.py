"""Captures as one web archive (WACZ 1.1.1), which any archive viewer can check.

Each capture is a record of what was received, under ``urn:sha256:…``, with our digests:
those of the tools are SHA-1 (design: libraries.md, Evidence).
"""

import io
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tawthiq.errors import EvidenceError
from tawthiq.evidence.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A capture to pack: its digest, when it first came in (ISO 8601), from where."""

    digest: str
    at: str
    name: str


def pack_captures(taken: Iterable[Taken], vault: Vault, file: Path) -> int:
    """Write captures to a WACZ; give how many.

    Raises:
        EvidenceError: a capture is missing or altered, the file cannot be written, or
            the library is not here.
    """
    try:
        import wacz  # noqa: F401, PLC0415 - it runs in a process of its own
        from warcio.warcwriter import WARCWriter  # noqa: PLC0415
    except ImportError as fault:
        raise EvidenceError(
            ar="حزم WACZ تحتاج مكتبتي warcio وwacz",
            en="packing a WACZ needs the libraries warcio and wacz",
            where="tawthiq[wacz]",
            remedy_ar="pip install 'tawthiq[wacz]'",
            remedy_en="pip install 'tawthiq[wacz]'",
        ) from fault
    with tempfile.TemporaryDirectory() as aside:
        warc = Path(aside) / "captures.warc.gz"
        number = 0
        with warc.open("wb") as out:
            writer = WARCWriter(out, gzip=True)
            for one in taken:
                _write(writer, one, vault.read(one.digest))
                number += 1
        made = run_wacz("create", "-o", str(file), str(warc))
    if not made:
        raise EvidenceError(
            ar="تعذر حزم الأدلة",
            en="the evidence cannot be packed",
            where=str(file),
            remedy_ar="تحقق من المكان والمساحة",
            remedy_en="see that the place can be written and has room",
        )
    return number


def run_wacz(*words: str) -> bool:
    """Run the format's own tool, apart: it leaves files open; whether it succeeded."""
    told = "import sys; from wacz.main import main; sys.exit(main(sys.argv[1:]))"
    done = subprocess.run(  # noqa: S603 - our own interpreter, fixed words
        [sys.executable, "-c", told, *words], capture_output=True, check=False
    )
    return done.returncode == 0


def _write(writer: object, one: Taken, data: bytes) -> None:
    record = writer.create_warc_record(  # type: ignore[attr-defined]
        f"urn:sha256:{one.digest}",
        "resource",
        payload=io.BytesIO(data),
        length=len(data),
        warc_content_type="application/octet-stream",
        warc_headers_dict={
            "WARC-Date": f"{one.at[:19]}Z",
            "WARC-Block-Digest": f"sha256:{one.digest}",
            "WARC-Source-URI": one.name,
        },
    )
    writer.write_record(record)  # type: ignore[attr-defined]
