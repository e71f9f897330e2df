"""May this address be asked, and at which IPs? Judged before every connection, also after every redirect."""

from __future__ import annotations

from collections.abc import Sequence

from sources.net.addresses import Address
from sources.net.clock import Deadline
from sources.net.failures import AddressRefused
from sources.net.hosts import ip_of
from sources.net.names import Resolver, look_up
from sources.net.networks import IP, LOOPBACK, allowed
from sources.net.policy import Policy


def ips_for(address: Address, policy: Policy, resolve: Resolver, deadline: Deadline) -> Sequence[IP]:
    """The IPs to connect to. The name is looked up this once, and one bad answer spoils all.

    Raises AddressRefused, NameUnknown, NoAnswer or TooSlow.
    """
    named = _loopback_named(address, policy)
    # A name without a dot is one of the operator's own network.
    if not named and (address.port not in policy.ports or not {".", ":"} & set(address.host)):
        raise AddressRefused
    literal = ip_of(address.host)
    found = [literal] if literal else look_up(address.host, resolve, deadline)
    if not all(_permitted(ip, address, policy) for ip in found):
        raise AddressRefused
    return found


def _loopback_named(address: Address, policy: Policy) -> bool:
    return address.host in policy.loopback_names and address.port in policy.allow_loopback_ports


def _permitted(ip: IP, address: Address, policy: Policy) -> bool:
    if ip in LOOPBACK:
        return _loopback_named(address, policy)
    return allowed(ip) and address.port in policy.ports
