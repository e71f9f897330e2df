"""Which elements of a page hold captions or lists of works: by what they are, by what they say they are, by name."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sources.text.document import FenceKind

from .clutter import BETWEEN, CAMEL, MOST_NAMES

# A table's caption is one; its cells are evidence. <figure> may hold a table or a quotation, so it is none itself.
CAPTIONS = frozenset({"figcaption", "caption"})
CAPTION_NAMES = frozenset(
    """caption captions figcaption wp-caption-text thumbcaption gallerytext photo-credit image-credit picture-credit
    photo-caption image-caption media-caption img-caption credit-line photocredit imagecredit imagecaption
    photographer""".split()  # noqa: SIM905 -- words are read as words
)
WORKS_ROLES = frozenset({"doc-bibliography", "doc-endnotes", "doc-footnote", "doc-footnotes", "doc-biblioentry"})
WORKS_NAMES = frozenset(
    """references reference-list reference_list ref-list reflist refbegin bibliography works-cited citation-list
    citations-list cited-references footnotes footnote-list footnote-definition endnotes mw-references-wrap
    sources-list c-article-references""".split()  # noqa: SIM905 -- words are read as words
)
HOLDS_WORKS = frozenset({"ol", "ul", "dl", "div", "section", "aside"})
HOLDS_CAPTION = frozenset({"div", "p", "span", "small", "section", "cite", "em"})
FACTS = re.compile(r"(?:info-?box|fact-?(?:box|file|sheet)|key-?(?:facts|figures|numbers)|at-?a-?glance)(?:-v?\d)?")


def fence_kind(name: str, found: Mapping[str, str]) -> FenceKind | None:
    """What an element holds that is no part of the text, if it says so."""
    if name in CAPTIONS:
        return "caption"
    if WORKS_ROLES & set(found.get("role", "").casefold().split()):
        return "references"
    names = _names(found)
    if name in HOLDS_WORKS and WORKS_NAMES & names:
        return "references"
    return "caption" if name in HOLDS_CAPTION and CAPTION_NAMES & names else None


def is_list(name: str, found: Mapping[str, str]) -> bool:
    """Whether an element is a list of works whatever share of the page it takes: others may only be called so."""
    return name in ("ol", "ul", "dl") or bool(found.get("role"))


def holds_facts(name: str, found: Mapping[str, str]) -> bool:
    """A box beside the text that tells facts of its own, as encyclopedias and newspapers have them."""
    return name in ("table", "aside", "div", "section") and any(FACTS.fullmatch(word) for word in _names(found))


def _names(found: Mapping[str, str]) -> set[str]:
    """Class names and the id, each as it is written, in small letters, and with hyphens for other ways to join."""
    tokens = f"{found.get('class', '')} {found.get('id', '')}".split()[:MOST_NAMES]
    small = {token[:80].casefold() for token in tokens}
    return small | {BETWEEN.sub("-", CAMEL.sub("-", token[:80]).casefold()).strip("-") for token in tokens}
