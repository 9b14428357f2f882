"""FetchOptions: how pages are fetched, told without loading what fetches them."""

from dataclasses import dataclass, field

from tawthiq.read.options import Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchOptions:
    """How pages are fetched.

    ``seconds`` are for one page with all its redirects, ``redirects`` how many there
    may be. ``proxy`` is an address such as ``socks5h://127.0.0.1:9050``; none is taken
    from the environment. ``loopback`` lets this machine be fetched, on any port: for
    tests alone.
    """

    seconds: float = 30.0
    redirects: int = 5
    proxy: str | None = None
    loopback: bool = False
    limits: Limits = field(default_factory=Limits)
