"""That the link of a source has turned, told to those who follow it."""

from __future__ import annotations

from django.utils.text import Truncator

from claimtracker.core.happenings import tell
from sources.models import Link, LinkCheck, Source

LINKS = {
    Link.ALIVE: "Its link works again",
    Link.MOVED: "Its link leads elsewhere now",
    Link.RESTRICTED: "Its link asks for a sign-in or a payment now",
    Link.SUSPECT: "Its link failed",
    Link.DEAD: "Its link is dead",
    Link.HELD: "Its link cannot be judged for now",
}


def tell_of_link(source: Source, check: LinkCheck) -> None:
    """Where this try has turned it. That a new source answers is no news."""
    if check.turned and check.link in LINKS:
        words = f"{LINKS[Link(check.link)]}: {Truncator(str(source)).chars(80)}"
        tell("source.changed", by=None, subjects=[("source", source.pk)], words=words, path=f"/sources/{source.pk}/")
