"""Volume, issue, pages and edition, as journals and books are cited: "12 (3): 45–67", "vol. 3, no. 2, pp. 1–9"."""

from __future__ import annotations

import re

from .draft import CUT, TITLE, Draft

YEAR = r"(?:1[5-9][0-9]{2}|20[0-9]{2})"
RANGE = r"[A-Za-z]?[0-9]{1,7}(?:\s?[-–—]\s?[A-Za-z]?[0-9]{1,7})?"
ISSUE = rf"(?!{YEAR}[)])[0-9]{{1,5}}(?:[-–/][0-9]{{1,4}})?(?:\s?Suppl\.?\s?[0-9]{{0,2}})?|Suppl\.?\s?[0-9]{{0,2}}"

# "12 (3): 45–67", "12(3), e45", and Vancouver's "2020;12(3):45–9" whose year stays.
COMPACT = re.compile(rf"(?<![\w.–-])([0-9]{{1,4}})\s?\(({ISSUE})\)(?:\s?[:,]\s?(?:pp?\.?\s?)?({RANGE})(?!\w))?")
# "12:45–67", "12, no. 3 (2020): 45–67"
COLON = re.compile(rf"(?<=[;,\w]\s|.[;,])([0-9]{{1,4}})\s?:\s?({RANGE})(?![\w:])")
VOLUME = re.compile(r"(?<!\w)(?:vol(?:ume|\.)?|v\.)\s?([0-9]{1,5}|[IVXLC]{1,6})(?!\w)\.?,?", re.IGNORECASE)
NUMBER = re.compile(
    r"(?:(?<=\s)([0-9]{1,4}),?\s|(?<=[,;:(.]\s)|(?<=\x1f)\W{0,3})(?<!\w)(?:no|nr|num|iss|issue|number)\.?\s?([0-9]{1,5}(?:[-–/][0-9]{1,5})?)(?!\w)",
    re.IGNORECASE,
)
PAGES = re.compile(
    rf"(?<!\w)(?:pp?\.?|pages?)\s?({RANGE}(?:,\s?(?!{YEAR}(?![0-9])){RANGE}){{0,5}})(?!\w)", re.IGNORECASE
)
OF_YEAR = re.compile(rf"(?<=[A-Za-z.]\s)([0-9]{{1,4}}),?\s(?=\({YEAR}\))")
BEHIND_YEAR = re.compile(rf"(?<=[0-9]\))\s?[:,]\s?({RANGE})(?=[.,;\s{CUT}]|$)")
EDITION = re.compile(
    r"\(?(?<!\w)((?:[0-9]{1,2}(?:st|nd|rd|th)|first|second|third|revised|rev\.)\s(?:ed\.|edn\.?|edition))\)?,?",
    re.IGNORECASE,
)


LENGTH = re.compile(r"(?<![\w–-])([0-9]{1,4})\s?(?:pp?|pages)(?!\w)\.?")
ARTICLE = re.compile(r"(?<!\w)art(?:icle|\.)\s(?:no\.?|number|id)\s?([\w.-]{1,20})(?!\w)", re.IGNORECASE)
SECTION = re.compile(r"(?<!\w)sec(?:tion|\.)\s([A-Z0-9]{1,3})(?!\w)", re.IGNORECASE)


def take_pages(draft: Draft) -> None:
    draft.take_all(EDITION, lambda match: draft.keep("edition", match[1]))
    draft.take(COMPACT, lambda match: _keep(draft, match[1], match[2], match[3]))
    draft.take_all(VOLUME, lambda match: draft.keep("volume", match[1]))
    draft.take(ARTICLE, lambda match: draft.keep("number", match[1]))
    draft.take(NUMBER, lambda match: _keep(draft, match[1], match[2], None))
    if TITLE in draft.rest:
        draft.take(OF_YEAR, lambda match: draft.keep("volume", match[1]))
    if "volume" not in draft.csl:
        draft.take(COLON, lambda match: _keep(draft, match[1], None, match[2]))
    draft.take(LENGTH, lambda match: draft.keep("number-of-pages", match[1]))
    draft.take(SECTION, lambda match: draft.keep("section", match[1]))
    draft.take(PAGES, lambda match: draft.keep("page", match[1]))
    draft.take(BEHIND_YEAR, lambda match: draft.keep("page", match[1]))


def _keep(draft: Draft, volume: str | None, issue: str | None, page: str | None) -> bool:
    return draft.keep("volume", volume) and draft.keep("issue", issue) and draft.keep("page", page)
