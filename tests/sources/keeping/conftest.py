"""The loopback servers of the tests of fetching."""

from tests.sources.net.conftest import outside, serve

__all__ = ["outside", "serve"]
