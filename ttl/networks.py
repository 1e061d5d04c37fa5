"""The part of the internet that a request comes from, which is all that is ever counted of it."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

# One household, school or carrier's gateway: the smallest part that networks hand to a customer.
PREFIXES = {4: 24, 6: 56}


def network_of(request: HttpRequest) -> str | None:
    """Name the visitor's network on the internet; None for this machine and its own surroundings.

    Only the last entry counts, which the proxy itself has written; a visitor can make up the rest.
    """
    sender = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_PROXY:
        sender = request.headers.get("X-Forwarded-For", "").rpartition(",")[2]
    address = _read(sender.strip())
    # Where a proxy does not tell, nobody is made to share one budget with the whole world.
    if address is None or not address.is_global:
        return None
    return str(ip_network((address, PREFIXES[address.version]), strict=False))


def _read(sender: str) -> IPv4Address | IPv6Address | None:
    try:
        address = ip_address(sender)
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address
