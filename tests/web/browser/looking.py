"""Pages in every look: loaded once, then looked at light and dark, narrow and wide.

No script asks how wide the window is when it begins, and a scheme is other tokens for the same document: so the page
that is open, made narrower or darker, is the page that somebody with such a window would have loaded.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Page

PICTURES = os.environ.get("CLAIMTRACKER_PICTURES", "")  # a folder, for whoever wants to look at the pages
SMALL = """() => [...document.querySelectorAll('main :is(a, button, summary, select, label:has(input))')]
  .filter((one) => one.checkVisibility() && !one.closest('p:not(.cluster, .row-meta), li:not(.row, [data-key-item])'))
  .map((one) => [one.textContent.trim().slice(0, 30) || one.name, one.getBoundingClientRect()])
  .filter(([, box]) => box.width && (box.height < 23.9 || box.width < 23.9))
  .map(([words, box]) => `${words} is ${box.width} × ${box.height}`)"""
# Colours go over into each other for a moment; what axe sees must be what people read. What moves is put to its end and
# not waited for: of some changes Chromium never says that they have ended.
AT_REST = """() => new Promise((seen) => {
    requestAnimationFrame(() => requestAnimationFrame(seen));
    setTimeout(seen, 500);
  }).then(() => { for (const one of document.getAnimations()) { try { one.finish(); } catch { one.cancel(); } } })"""


UNDER_WAY = '[hx-trigger="load"], .htmx-request:not([hx-trigger^="every"]), .htmx-swapping, .htmx-settling'


class Look(NamedTuple):
    scheme: str
    width: int

    def __str__(self) -> str:
        return f"{self.scheme} at {self.width} px"


def looks(*widths: int) -> list[Look]:
    """Light and dark at each width; from the last of one to the first of the next there is one change, not two."""
    ways = (("light", "dark"), ("dark", "light"))
    return [Look(scheme, width) for at, width in enumerate(widths) for scheme in ways[at % 2]]


def sideways(page: Page) -> list[str]:
    over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [f"scrolls sideways by {over} px"] if over else []


def small(page: Page) -> list[str]:
    """What is to be hit and is less than 24 px high, outside of running text."""
    return page.evaluate(SMALL)


def unfold(page: Page) -> None:
    page.evaluate("document.querySelectorAll('main details').forEach(one => one.open = true)")


def settle(page: Page) -> None:
    """What is still being fetched is dimmed; people read it when it is there. What asks again and again never ends."""
    page.wait_for_function(f"() => !document.querySelector(`{UNDER_WAY}`)")


def faults(
    page: Page,
    addresses: Iterable[str] | Mapping[str, str],
    at: Iterable[Look],
    *checks: Callable[[Page], list[str]],
    first: Iterable[Callable[[Page], None]] = (),
) -> dict[str, list[str]]:
    """What each check says about each page in each look, once `first` was done to it: by page and look, if anything."""
    named = addresses if isinstance(addresses, Mapping) else {address: address for address in addresses}
    found: dict[str, list[str]] = {}
    for name, address in named.items():
        page.goto(address)
        for deed in first:
            deed(page)
        for look in at:
            take(page, look)
            found[f"{name} {look}"] = [fault for check in checks for fault in check(page)]
            keep(page, f"{name} {look}")
    return {where: said for where, said in found.items() if said}


def take(page: Page, look: Look) -> None:
    page.set_viewport_size({"width": look.width, "height": 900})
    page.emulate_media(color_scheme=look.scheme)
    page.evaluate(AT_REST)


def keep(page: Page, name: str) -> None:
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name.strip('/').replace('/', '-')}.png", full_page=True)
