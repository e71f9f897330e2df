"""Digital object identifiers, however they are dressed.

"doi:10.1000/ABC", "https://dx.doi.org/10.1000%2Fabc", "DOI 10.1000/abc." and
"(10.1000/abc)" are one. A DOI compares without regard to case (DOI Handbook
2.4); its key is in small letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

LONGEST = 200  # characters of the whole
# What stands in an address behind the DOI it names: ".../10.3389/abc.2020.1/full".
TAILS = ("/full", "/pdf", "/epdf", "/html", "/abstract", "/abs", "/meta", "/summary", ".full", ".pdf")

BODY = rf"10\.[0-9]{{4,9}}(?:\.[0-9]{{1,9}}){{0,4}}/[^\s\"“”„]{{1,{LONGEST}}}"
DOI = re.compile(rf"(?<![\w./])(?:doi|DOI)?:?\s?({BODY})", re.ASCII)
DRESSED = re.compile(
    rf"(?<!\w)(?:(?:https?://)?(?:dx\.|www\.)?doi\.org/(?:doi:)?|doi\s{{0,3}}:?\s{{0,3}}|urn:doi:|info:doi/)({BODY})",
    re.ASCII | re.IGNORECASE,
)
ENCODED = re.compile(r"(?<!\w)(?:https?://)?(?:dx\.|www\.)?doi\.org/(10\.[0-9]{4,9}%2[Ff]\S{1,200})", re.IGNORECASE)
IN_PATH = re.compile(r"/(?:doi|article|articles|chapter|book|content)/(?:[a-z]{2,8}/)?(10\.[0-9]{4,9}/[^\s?#]{1,200})")

CLOSING = {")": "(", "]": "[", "}": "{", ">": "<"}
PUNCTUATION = ".,;:!?'’‘\"”“»«…*_|\\"


def doi_key(text: str) -> str:
    """The DOI that a text names, in small letters; "" where it names none."""
    found = next(find_dois(text), None)
    return found[2] if found else ""


def find_dois(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, key) of the DOIs of a text; the words that dress them are inside the span."""
    if "10." not in text:
        return
    for pattern in (ENCODED, DRESSED, DOI):
        matches = list(pattern.finditer(text))
        for match in matches:
            body = trimmed(match[1])
            start, end = match.start(), match.start(1) + len(body)
            if key := _key(body, encoded="doi.org/" in match[0].lower()):
                yield start, end, key
        if matches:
            return


def doi_in_address(address: str) -> str:
    """The DOI that an address carries: doi.org's own, or a publisher's "/doi/full/10.1000/abc"."""
    if match := ENCODED.match(address) or DRESSED.match(address):
        return _key(trimmed(match[1].split("?")[0].split("#")[0]), encoded=True)
    match = IN_PATH.search(address)
    return _key(trimmed(match[1]), encoded=True) if match else ""


def trimmed(body: str) -> str:
    """Without the punctuation of the sentence around it: a closing bracket stays where it was opened inside."""
    unopened = {closing: body.count(closing) - body.count(opening) for closing, opening in CLOSING.items()}
    end = len(body)
    while end:
        last = body[end - 1]
        if unopened.get(last, 0) > 0:
            unopened[last] -= 1
        elif last not in PUNCTUATION:
            break
        end -= 1
    return body[:end]


def _key(body: str, *, encoded: bool) -> str:
    body = unquote(body, errors="strict") if encoded and _is_utf8(body) else body
    body = _without_tail(body.lower())
    prefix, _, suffix = body.partition("/")
    return (
        body if len(body) <= LONGEST and suffix.strip("/") and prefix.startswith("10.") and body.isprintable() else ""
    )


def _is_utf8(body: str) -> bool:
    try:
        unquote(body, errors="strict")
    except UnicodeDecodeError:
        return False
    return True


def _without_tail(body: str) -> str:
    tail = next((tail for tail in TAILS if body.endswith(tail)), "")
    rest = trimmed(body[: len(body) - len(tail)]).rstrip("/")
    return rest if rest == body else _without_tail(rest)
