"""Which addresses of the network may be fetched: those that all the world can reach.

Pages are fetched for others, who may name an address of the machine or the office that
fetches them. What ``ipaddress`` calls global is too wide for that (measured in Python
3.11: 192.0.0.8, 224.0.0.1, 64:ff9b::7f00:1, 2002:7f00:1::), so the list is our own, after
the registries of special-purpose addresses (RFC 6890, IANA), and an address that carries
another within it is judged by both.
"""

from collections.abc import Iterator
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
)

_REFUSED_4 = tuple(
    map(
        IPv4Network,
        (
            "0.0.0.0/8",  # this network
            "10.0.0.0/8",  # private
            "100.64.0.0/10",  # carriers' own (CGN)
            "127.0.0.0/8",  # loopback
            "169.254.0.0/16",  # link-local; clouds tell their secrets here
            "172.16.0.0/12",  # private
            "192.0.0.0/24",  # protocol assignments
            "192.0.2.0/24",  # documentation
            "192.88.99.0/24",  # relays of 6to4
            "192.168.0.0/16",  # private
            "198.18.0.0/15",  # benchmarks
            "198.51.100.0/24",  # documentation
            "203.0.113.0/24",  # documentation
            "224.0.0.0/4",  # multicast
            "240.0.0.0/4",  # reserved, broadcast
        ),
    )
)
_GLOBAL_6 = IPv6Network("2000::/3")
_REFUSED_6 = tuple(
    map(
        IPv6Network,
        (
            "2001::/23",  # protocol assignments, Teredo among them
            "2001:db8::/32",  # documentation
            "3fff::/20",  # documentation
        ),
    )
)
_TRANSLATED = IPv6Network("64:ff9b::/96")
_LOOPBACK = (IPv4Network("127.0.0.0/8"), IPv6Network("::1/128"))


def may_be_fetched(address: str, *, loopback: bool = False) -> bool:
    """Whether an address is one that all the world can reach.

    Args:
        address: an address in figures, with or without a zone (``fe80::1%eth0``).
        loopback: whether this machine itself may be fetched: for tests alone.

    Raises:
        ValueError: if it is no address.
    """
    found = ip_address(address.partition("%")[0])
    if loopback and any(found in network for network in _LOOPBACK):
        return True
    if isinstance(found, IPv4Address):
        return _reachable_4(found)
    inner = list(_within(found))
    outer = found in _TRANSLATED or _reachable_6(found)
    return outer and all(map(_reachable_4, inner))


def _reachable_4(address: IPv4Address) -> bool:
    return not any(address in network for network in _REFUSED_4)


def _reachable_6(address: IPv6Address) -> bool:
    refused = any(address in network for network in _REFUSED_6)
    return address in _GLOBAL_6 and not refused


def _within(address: IPv6Address) -> Iterator[IPv4Address]:
    """Give the IPv4 addresses that one of IPv6 carries: 6to4, and NAT64.

    Mapped and compatible ones (``::ffff:127.0.0.1``) are no global addresses at all.
    """
    if address.sixtofour is not None:
        yield address.sixtofour
    if address in _TRANSLATED:
        yield IPv4Address(int(address) & 0xFFFFFFFF)
