"""Which IPs are of the public internet."""

from ipaddress import ip_address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.net.networks import allowed
from tests.sources.net.vectors import NETWORKS_4, NETWORKS_6


@pytest.mark.parametrize("network", NETWORKS_4 + NETWORKS_6)
def test_no_address_of_a_special_network_is_public(network):
    net = ip_network(network)
    for ip in {net[0], net[net.num_addresses // 2], net[-1]}:
        assert not allowed(ip)


@pytest.mark.parametrize(
    "ip",
    [
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "93.184.216.34",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "168.63.129.15",
        "168.63.129.17",
        "172.15.255.255",
        "172.32.0.0",
        "192.0.1.0",
        "223.255.255.255",
        "2600::1",
        "2a00:1450:4001:81b::200e",
        "2606:2800:220:1::1",
        "2001:4860:4860::8888",
        "64:ff9b::5db8:d822",
    ],
)
def test_an_address_beside_them_is_public(ip):
    assert allowed(ip_address(ip))


@pytest.mark.parametrize("ip", ["64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b::a00:1", "64:ff9b::"])
def test_behind_nat64_it_is_the_old_address_that_counts(ip):
    assert not allowed(ip_address(ip))


def test_an_address_with_a_zone_is_of_one_machine_only():
    assert not allowed(ip_address("2606:2800:220:1::1%lo"))


@given(st.ip_addresses())
def test_nothing_is_public_that_python_calls_private(ip):
    assert not allowed(ip) or ip.is_global or ip in ip_network("64:ff9b::/96")
