"""Trusted times (RFC 3161): an authority's word that bytes existed at a moment.

The authority sees a hash alone. What it answers is kept beside what it is about, and
checked without the network against root certificates that the user trusts.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from types import ModuleType

from tawthiq.errors import EvidenceError

Post = Callable[[str, bytes], bytes]
"""Sends a query to an address, gives the answer's bytes; OSError where it fails."""


def post_over_http(address: str, query: bytes) -> bytes:
    """Send a query as RFC 3161 says (section 3.4); thirty seconds at most.

    Raises:
        OSError: no answer, or one that is no success.
    """
    import httpx  # noqa: PLC0415 - only who asks for a time pays for it

    try:
        answer = httpx.post(
            address,
            content=query,
            headers={"Content-Type": "application/timestamp-query"},
            timeout=30,
            trust_env=False,
        )
        answer.raise_for_status()
    except httpx.HTTPError as fault:
        raise OSError(str(fault)) from fault
    return answer.content


def ask_time(address: str, data: bytes, *, post: Post = post_over_http) -> bytes:
    """Ask an authority for the time of these bytes; give its answer (DER).

    Args:
        address: the authority's, such as ``https://tsa.example.org``.
        data: what existed now; its SHA-256 alone is sent.
        post: how it is sent.

    Raises:
        EvidenceError: no answer, one that grants no time, or the library is missing.
    """
    client = _client()
    query = client.TimestampRequestBuilder().data(data).build().as_bytes()
    try:
        answer = post(address, query)
        granted = int(client.decode_timestamp_response(answer).status)
    except (OSError, ValueError) as fault:
        raise _no_time(address, str(fault)) from fault
    if granted:
        raise _no_time(address, f"status {granted}")
    return answer


def time_of(answer: bytes, data: bytes, roots: Sequence[bytes]) -> datetime | None:
    """Give the time that an answer grants these bytes; None where it proves none.

    Args:
        answer: what the authority answered (DER).
        data: what the time is of.
        roots: certificates that the user trusts (PEM).
    """
    from cryptography.x509 import load_pem_x509_certificate  # noqa: PLC0415

    client = _client()
    try:
        told = client.decode_timestamp_response(answer)
        builder = client.VerifierBuilder()
        for root in roots:
            builder = builder.add_root_certificate(load_pem_x509_certificate(root))
        builder.build().verify_message(told, data)
    except (ValueError, client.VerificationError):
        return None
    granted: datetime = told.tst_info.gen_time
    return granted


def read_roots(folder: Path) -> tuple[bytes, ...]:
    """Give the trusted certificates of a folder; none where there is no folder."""
    return tuple(path.read_bytes() for path in sorted(folder.glob("*.pem")))


def _client() -> ModuleType:
    try:
        import rfc3161_client  # noqa: PLC0415
    except ImportError as fault:
        raise EvidenceError(
            ar="طلب الوقت الموثوق يحتاج مكتبة rfc3161-client",
            en="a trusted time needs the library rfc3161-client",
            where="tawthiq[stamp]",
            remedy_ar="pip install 'tawthiq[stamp]'",
            remedy_en="pip install 'tawthiq[stamp]'",
        ) from fault
    return rfc3161_client


def _no_time(address: str, why: str) -> EvidenceError:
    return EvidenceError(
        ar=f"لم تعط جهة الوقت وقتا: {why}",
        en=f"the time authority gave no time: {why}",
        where=address,
        remedy_ar="الختم محفوظ؛ أعد الطلب عند توفر الشبكة أو جرب جهة أخرى",
        remedy_en="the seal is kept; ask again when there is a network, or ask another",
    )
