"""Machines: which of them may be talked to on the account of somebody who only wrote an address somewhere.

Public ones alone (IANA's special-purpose registries, RFC 6890), judged by the address that is connected to: names lie,
and change between two askings.
"""

import socket
from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final

_NAT64: Final = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))
_LOWEST: Final = (1 << 32) - 1
_LOCAL: Final = "localhost"


def is_local(host: str) -> bool:
    """Whether a host, as it is written, names a machine of a private network without anybody being asked."""
    number = _number(host)
    return not _is_public(number) if number else host == _LOCAL or host.endswith(f".{_LOCAL}")


def _is_public(number: str) -> bool:
    """Whether a machine with this IP address can be anybody's; what is wrapped in it counts."""
    address = _unwrapped(ip_address(number.partition("%")[0]))
    return address.is_global and not (
        address.is_multicast or (isinstance(address, IPv6Address) and address.is_site_local)
    )


def _number(host: str) -> str | None:
    """The IP address that a host is written as, be it `0x7f000001` (inet_aton); None of a name."""
    with suppress(ValueError):
        return str(ip_address(host.partition("%")[0]))
    with suppress(OSError, UnicodeError):
        return socket.inet_ntoa(socket.inet_aton(host))
    return None


def _unwrapped(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    if isinstance(address, IPv4Address):
        return address
    if any(address in network for network in _NAT64):
        return IPv4Address(int(address) & _LOWEST)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None) or address
