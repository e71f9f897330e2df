"""Which IP addresses belong to the public internet. Pure.

Our own list, because Python's `is_global` is none: it calls multicast, NAT64,
6to4 and more global, and differs between Python versions. The lists follow
IANA's special-purpose registries (RFC 6890) and are stricter where an address
reaches nothing that an article could cite.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

IP = IPv4Address | IPv6Address

DENIED_4 = tuple(
    IPv4Network(network)
    for network in (
        "0.0.0.0/8",  # this network, RFC 791; Linux connects 0.0.0.0 to itself
        "10.0.0.0/8",  # private, RFC 1918
        "100.64.0.0/10",  # shared by carriers, RFC 6598; some clouds keep their metadata there
        "127.0.0.0/8",  # loopback, RFC 1122
        "168.63.129.16/32",  # the wire server of Azure, public by number only
        "169.254.0.0/16",  # link-local, RFC 3927; cloud metadata
        "172.16.0.0/12",  # private, RFC 1918
        "192.0.0.0/24",  # protocol assignments, RFC 6890
        "192.0.2.0/24",  # documentation, RFC 5737
        "192.31.196.0/24",  # AS112, RFC 7535
        "192.52.193.0/24",  # AMT, RFC 7450
        "192.88.99.0/24",  # 6to4 relays, RFC 7526
        "192.168.0.0/16",  # private, RFC 1918
        "192.175.48.0/24",  # AS112, RFC 7534
        "198.18.0.0/15",  # benchmarks, RFC 2544
        "198.51.100.0/24",  # documentation, RFC 5737
        "203.0.113.0/24",  # documentation, RFC 5737
        "224.0.0.0/4",  # multicast, RFC 5771
        "240.0.0.0/4",  # reserved and broadcast, RFC 1112 and RFC 919
    )
)

# All of IPv6 that is given out for the public (RFC 4291, RFC 3587). Outside it lie loopback, mapped and
# compatible IPv4, link-local, site-local, unique local, multicast, SRv6 and what nobody was given.
PUBLIC_6 = IPv6Network("2000::/3")
DENIED_6 = tuple(
    IPv6Network(network)
    for network in (
        "2001::/23",  # protocol assignments, RFC 2928: Teredo (4380), benchmarks (5180), ORCHID (4843, 7343), AMT
        "2001:db8::/32",  # documentation, RFC 3849
        "2002::/16",  # 6to4, RFC 3056: carries any IPv4 inside; given up by RFC 7526
        "2620:4f:8000::/48",  # AS112, RFC 7534
        "3ffe::/16",  # 6bone, given back by RFC 3701
        "3fff::/20",  # documentation, RFC 9637
    )
)
# On a network that has only IPv6, every old site comes in this dress (RFC 6052); what counts is the IPv4 inside.
NAT64 = IPv6Network("64:ff9b::/96")

# The two that an operator or a test may name; never the rest of 127.0.0.0/8.
LOOPBACK = frozenset({IPv4Address("127.0.0.1"), IPv6Address("::1")})


def allowed(ip: IP) -> bool:
    """Whether this is an address of the public internet."""
    if isinstance(ip, IPv4Address):
        return not any(ip in network for network in DENIED_4)
    if ip.scope_id is not None:
        return False
    if ip in NAT64:
        return allowed(IPv4Address(int(ip) & 0xFFFFFFFF))
    return ip in PUBLIC_6 and not any(ip in network for network in DENIED_6)
