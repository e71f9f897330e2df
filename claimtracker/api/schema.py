"""How the API describes itself: OpenAPI 3.1, every error documented."""

from __future__ import annotations

from drf_spectacular.openapi import AutoSchema


class Schema(AutoSchema):
    """drf-spectacular's, with our errors."""
