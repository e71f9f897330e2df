"""States of articles, readings, sources and citations as tone, drawing and word: the one place that maps them."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.safestring import SafeString

from claimtracker.core.templatetags.page import flag
from sources.models import Article, Citation, Link, LinkCheck, Reading, Snapshot, Source

register = template.Library()

Look = tuple[str, str, str]

ARTICLE: dict[str, Look] = {
    Article.State.READING: ("open", "reading", "Being read"),
    Article.State.READY: ("settled", "check", "Read"),
    Article.State.FAILED: ("rejected", "warning", "Could not be read"),
}
WITHDRAWN: Look = ("rejected", "close", "Withdrawn")
READING: dict[str, Look] = {
    Reading.State.WAITING: ("open", "to-review", "Waits its turn"),
    Reading.State.RUNNING: ("open", "reading", "Being read"),
    Reading.State.DONE: ("settled", "check", "Read"),
    Reading.State.FAILED: ("rejected", "warning", "Given up"),
}
SOURCE: dict[str, Look] = {
    Source.State.ACTIVE: ("open", "info", "Active"),
    Source.State.CORRECTED: ("recheck", "stale", "Corrected"),
    Source.State.RETRACTED: ("rejected", "close", "Retracted"),
    Source.State.DISOWNED: ("rejected", "close", "Disowned"),
}
# How a copy came to the desk; what a person gave is marked as such.
METHOD: dict[str, Look] = {
    Snapshot.Method.FETCHED: ("settled", "machine", "Fetched"),
    Snapshot.Method.ARCHIVE: ("settled", "machine", "Fetched from an archive"),
    Snapshot.Method.FILE: ("open", "person", "File, by hand"),
    Snapshot.Method.PASTED: ("open", "person", "Pasted, by hand"),
}
FENCE = {
    "references": "List of references",
    "navigation": "Around the text",
    "caption": "Caption",
}
# How the address of a source does.
LINK: dict[str, Look] = {
    "": ("open", "to-review", "Never looked at"),
    Link.ALIVE: ("settled", "check", "Answers"),
    Link.MOVED: ("recheck", "open", "Has moved"),
    Link.RESTRICTED: ("recheck", "unavailable", "Not for everybody"),
    Link.SUSPECT: ("recheck", "warning", "Failed lately"),
    Link.DEAD: ("missing", "close", "Dead"),
    Link.HELD: ("open", "stale", "Its whole site does not answer"),
}
TRY: dict[str, Look] = {
    "": ("open", "reading", "Under way"),
    LinkCheck.Outcome.NEW_COPY: ("settled", "plus", "New text"),
    LinkCheck.Outcome.SEEN_AGAIN: ("settled", "check", "The same text"),
    LinkCheck.Outcome.FAILED: ("missing", "warning", "Failed"),
    LinkCheck.Outcome.BROKE_OFF: ("missing", "warning", "Broke off"),
}
# The source scale of the Admiralty code (NATO AJP-2.1), in a sentence each.
RELIABILITY = {
    "A": "No doubt that it is what it says it is and knows what it speaks of; it has always been right.",
    "B": "Little doubt about it; it has mostly been right.",
    "C": "Some doubt about it; it has been right before.",
    "D": "Much doubt about it; it has been right at times.",
    "E": "It has been wrong before, and cannot be relied upon.",
    "F": "There is nothing to judge it by: it is new here, or nobody could check it.",
}
ORIGIN = {
    "article": "the article itself",
    "bibliography": "a file of references",
    "by_hand": "written by a person",
    "entry": "read from a reference",
    "page": "said by the page itself",
    "publisher": "known of its publisher",
}
IDENTIFIED: Look = ("settled", "check", "Identified")
UNIDENTIFIED: Look = ("missing", "unavailable", "Not yet identified")


def look(thing: Any) -> Look:
    """(tone, drawing, word) of a row's state."""
    if isinstance(thing, Article):
        return WITHDRAWN if thing.withdrawn_at else ARTICLE[thing.state]
    if isinstance(thing, Citation):
        return IDENTIFIED if thing.source_id else UNIDENTIFIED
    return READING[thing.state] if isinstance(thing, Reading) else SOURCE[thing.state]


@register.simple_tag
def state(thing: Article | Citation | Reading | Source) -> SafeString:
    """The state of a row, as a flag."""
    return flag(*look(thing))


@register.simple_tag
def method(copy: Snapshot) -> SafeString:
    """How a copy came to the desk, as a flag."""
    return flag(*METHOD[copy.method])


@register.simple_tag
def link_health(word: str) -> SafeString:
    """How an address does, as a flag."""
    return flag(*LINK[word])


@register.simple_tag
def outcome(check: LinkCheck) -> SafeString:
    """What came of one try, as a flag."""
    return flag(*TRY[check.outcome])


@register.filter
def try_tone(check: LinkCheck) -> str:
    return TRY[check.outcome][0]


@register.filter
def reliability(letter: str) -> str:
    """What a letter means."""
    return RELIABILITY.get(letter, "")


@register.filter
def fence(kind: str) -> str:
    """What stands in a stretch that no evidence is taken from."""
    return FENCE.get(kind, kind)


@register.filter
def percent_read(article: Article) -> int:
    """How much of its text has been read, rounded down: 100 only when all is."""
    revision = article.revision
    return 100 * revision.reading.read_to // (revision.characters or 1) if revision else 0


@register.filter
def people(authors: list[dict[str, str]]) -> str:
    """CSL names as a line: "Anna Berg, World Bank"."""
    return ", ".join(filter(None, map(_name, authors)))


@register.filter
def origin(name: str) -> str:
    """Where a record or a field came from, in words."""
    return ORIGIN.get(name, name or "not said")


def _name(author: dict[str, str]) -> str:
    return author.get("literal") or " ".join(filter(None, (author.get("given"), author.get("family"))))
