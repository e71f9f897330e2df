"""What every page knows: the desk, the person, and how the page is to look."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from claimtracker.core import roles

THEMES = ("light", "dark")
DENSITIES = ("comfortable", "compact")


def context(request: HttpRequest) -> dict[str, Any]:
    """`theme` and `density` come from a cookie, so that the first byte of a page has them and nothing flashes."""
    theme, density = request.COOKIES.get("theme", ""), request.COOKIES.get("density", "")
    user = getattr(request, "user", None)
    return {
        "theme": theme if theme in THEMES else "",
        "density": density if density in DENSITIES else DENSITIES[0],
        "keys_off": request.COOKIES.get("keys") == "off",
        "is_analyst": roles.is_analyst(user),
        "is_admin": roles.is_admin(user),
    }
