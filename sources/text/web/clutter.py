"""Which elements of a page are no part of its article: by what they are, by what they say they are, by name.

Names are read word by word ("post-share-bar"), since every publisher has their
own; a name that only speaks about something ("has-sidebar", "no-comments")
says nothing about its element.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

ELEMENTS = frozenset({"nav", "button", "select", "textarea", "dialog", "datalist", "menu", "footer", "aside", "canvas"})
ROLES = frozenset(
    {"navigation", "banner", "search", "dialog", "alertdialog", "complementary", "contentinfo", "menu", "menubar"}
    | {"toolbar", "tablist", "doc-backlink", "doc-toc"}
)
NEVER = frozenset(
    {"html", "body", "main", "article", "sup", "p", "li", "td", "tr", "tbody", "table"}
    | {"h1", "h2", "h3", "h4", "h5", "h6"}
)
# Whole names, as MediaWiki and others write them.
NAMES = frozenset(
    """mw-editsection navbox navbox-styles vertical-navbox infobox infobox_v2 sidebar metadata ambox hatnote toc
    catlinks printfooter mw-jump-link mw-cite-backlink cite-accessibility-label authority-control portalbox side-box
    sistersitebox shortdescription mw-empty-elt mw-indicators sr-only visually-hidden visuallyhidden
    screen-reader-text footnote-back footnote-backref footnote-backlink reversefootnote footnotebacklink site-footer
    site-header page-footer global-header global-footer""".split()  # noqa: SIM905 -- words are read as words
)
WORDS = frozenset(
    """cookie cookies cookiebanner gdpr consent share sharing sharebar sharebuttons social newsletter signup related
    recommended recommendations recirculation breadcrumb breadcrumbs comments disqus respond sidebar advert adverts
    advertisement advertising adslot ads sponsored promo popup modal pagination pager paywall skiplink noscript toolbar
    mostread trending taboola outbrain addtoany jetpack""".split()  # noqa: SIM905 -- words are read as words
)
ABOUT = frozenset(
    """has no not with without is hide show open closed enabled disabled allow allows supports
    can""".split()  # noqa: SIM905 -- words are read as words
)
KEPT = re.compile(r"foot-?notes?|references?|reflist|citations?|endnotes?|bibliograph", re.IGNORECASE)
BETWEEN = re.compile(r"[^a-z0-9]+")
CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
HIDDEN = re.compile(r"display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden", re.IGNORECASE)
CONSENT = frozenset({"cookie", "cookies", "cookiebanner", "gdpr", "consent"})
MOST_NAMES = 40


def is_clutter(name: str, found: Mapping[str, str]) -> bool:
    """Is an element, by its name and its attributes, beside the article?"""
    if is_hidden(found):
        return name not in ("html", "body")
    role = found.get("role", "").casefold()
    if role.startswith("doc-") and role not in ROLES:
        return False
    if role in ROLES:
        return name not in ("html", "body", "main", "article")
    named = f"{found.get('class', '')} {found.get('id', '')}"
    tokens = named.split()[:MOST_NAMES]
    if name in NEVER:
        return name in ("table", "sup", "li", "p") and any(token.casefold() in NAMES for token in tokens)
    if KEPT.search(named) and not any(token.casefold() in NAMES for token in tokens):
        return False
    return name in ELEMENTS or any(_says_so(token) for token in tokens)


def is_hidden(found: Mapping[str, str]) -> bool:
    return (
        ("hidden" in found and found["hidden"].casefold() != "until-found")
        or found.get("aria-hidden", "").casefold() == "true"
        or bool(HIDDEN.search(found.get("style", "")[:500]))
    )


def asks_for_consent(found: Mapping[str, str]) -> bool:
    named = f"{found.get('class', '')} {found.get('id', '')}"
    return any(CONSENT & set(_words(token)) for token in named.split()[:MOST_NAMES])


def _says_so(token: str) -> bool:
    if token.casefold() in NAMES:
        return True
    words = _words(token)
    return not ABOUT & set(words) and bool(WORDS & {words[0], words[-1]} if words else False)


def _words(token: str) -> list[str]:
    return [word for word in BETWEEN.split(CAMEL.sub("-", token[:80]).casefold()) if word]
