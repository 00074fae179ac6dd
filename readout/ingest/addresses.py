"""Which network addresses may be fetched from."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable

from readout.model.errors import RefusedError, UnreadableError

Resolve = Callable[[str, int], list[str]]
"""Host and port to IP addresses, as text."""

NAT64 = ipaddress.ip_network("64:ff9b::/96")
IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address


def resolved(host: str, port: int) -> list[str]:
    """The IP addresses of a host, in the system's order, each once."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def public(address: str) -> bool:
    """Whether an IP address belongs to the open internet, also when it is written inside an IPv6 one.

    >>> public("93.184.216.34"), public("::ffff:127.0.0.1")
    (True, False)
    """
    ip = ipaddress.ip_address(address.split("%")[0])
    return all(part.is_global and not part.is_multicast and not part.is_reserved for part in _all_within(ip))


def _all_within(ip: IPAddress) -> list[IPAddress]:
    """The address and every IPv4 address that it wraps (mapped, 6to4, Teredo, NAT64)."""
    if isinstance(ip, ipaddress.IPv4Address):
        return [ip]
    if ip.ipv4_mapped:
        return [ip.ipv4_mapped]
    if ip in NAT64:
        return [ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)]
    return [ip, *filter(None, [ip.sixtofour, *(ip.teredo or ())])]


def checked(host: str, port: int, *, allow_private: bool, resolve: Resolve = resolved) -> str:
    """The one address to connect to, after every address of the host has been looked at.

    The caller connects to this very address, so that a second look-up cannot give another one.
    Raises ``RefusedError`` where any of them is private, loopback, link-local, reserved or multicast.
    """
    try:
        addresses = resolve(host, port)
    except (OSError, UnicodeError) as error:
        raise UnreadableError(f"{host} is not known to the name service") from error
    if not addresses:
        raise UnreadableError(f"{host} has no address")
    if not allow_private and not all(map(public, addresses)):
        raise RefusedError(f"{host} is a private address: allow it with --allow-private if you trust it")
    return addresses[0]
