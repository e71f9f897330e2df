"""A connection to one of the IPs that were judged, and TLS for the name that was asked for."""

from __future__ import annotations

import os
import socket
import ssl
from collections.abc import Sequence
from functools import lru_cache
from ipaddress import ip_address

import certifi

from sources.net.addresses import Address
from sources.net.clock import Deadline
from sources.net.failures import AddressRefused, NoAnswer, TlsFailed, TooSlow
from sources.net.networks import IP, LOOPBACK
from sources.net.policy import Limits, Policy

MOST_TRIED = 4  # of a name's IPs


def dial(address: Address, ips: Sequence[IP], policy: Policy, limits: Limits, deadline: Deadline) -> socket.socket:
    """A connected socket, with TLS where the scheme says so. Raises AddressRefused, NoAnswer, TlsFailed, TooSlow."""
    plain = _connect(ips[:MOST_TRIED], address.port, limits, deadline)
    return _secure(plain, address.host, policy, deadline) if address.scheme == "https" else plain


def _connect(ips: Sequence[IP], port: int, limits: Limits, deadline: Deadline) -> socket.socket:
    together = Deadline(min(limits.connect_seconds, deadline.left()))
    failed: OSError | TooSlow | None = None
    for position, ip in enumerate(ips):
        try:
            # A silent first IP must not eat the time of the others.
            return _connect_to(ip, port, together.left() / (len(ips) - position))
        except (OSError, TooSlow) as error:
            failed = error
    deadline.left()  # TooSlow where the whole time is up; else a port nobody answers
    raise NoAnswer from failed


def _connect_to(ip: IP, port: int, seconds: float) -> socket.socket:
    if ip not in LOOPBACK and _is_ours(ip):
        raise AddressRefused
    connection = socket.socket(_family(ip), socket.SOCK_STREAM)
    try:
        connection.settimeout(seconds)
        connection.connect((str(ip), port))
        if ip_address(connection.getpeername()[0]) != ip:  # something between us and the network turned it
            raise AddressRefused
    except BaseException:
        connection.close()
        raise
    return connection


def _is_ours(ip: IP) -> bool:
    """Whether a public IP is this machine's own, where services listen that trust it. Sends nothing."""
    with socket.socket(_family(ip), socket.SOCK_DGRAM) as probe:
        try:
            probe.connect((str(ip), 9))
            return bool(ip_address(probe.getsockname()[0]) == ip)
        except OSError:
            return False


def _family(ip: IP) -> socket.AddressFamily:
    return socket.AF_INET if ip.version == 4 else socket.AF_INET6


def _secure(plain: socket.socket, host: str, policy: Policy, deadline: Deadline) -> ssl.SSLSocket:
    try:
        plain.settimeout(deadline.left())
        return _context(policy.trusted_ca).wrap_socket(plain, server_hostname=host)
    except TimeoutError as error:
        raise TooSlow from error
    except (ssl.SSLError, ValueError) as error:
        raise TlsFailed from error
    except OSError as error:
        raise NoAnswer from error
    finally:
        plain.close()  # after a handshake the wrapped socket owns the connection, and this closes nothing


@lru_cache(maxsize=8)
def _context(trusted_ca: str) -> ssl.SSLContext:
    context = ssl.create_default_context(cafile=None if _system_has_authorities() else certifi.where())
    if trusted_ca:
        context.load_verify_locations(cafile=trusted_ca)
    context.set_alpn_protocols(["http/1.1"])
    return context


def _system_has_authorities() -> bool:
    paths = ssl.get_default_verify_paths()
    return bool(paths.cafile or (paths.capath and os.listdir(paths.capath)))
