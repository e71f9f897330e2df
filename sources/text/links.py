"""Addresses of the web, as people paste them, and the key under which two spellings are one.

A key is for comparing, never for fetching. It joins what is surely the same
page: scheme, "www.", "m." and "amp.", default port, default page, last slash,
spelling of escapes, order and tracking of parameters make no difference. An
address inside an address (an archive's copy, an AMP cache) counts as the
inner one. Of fragments only those count that name a page ("#!/…", "#/…").
"""

from __future__ import annotations

import hashlib
import re
from urllib.parse import quote, urlsplit, urlunsplit

from .dois import doi_in_address, doi_key
from .hosts import plain_host
from .wrappers import unwrapped

__all__ = ["LONGEST", "clean", "doi_key", "key"]

LONGEST = 2000
DEEPEST = 20  # addresses inside addresses
# Parameters that say where a reader came from, not what is read.
TRACKING = frozenset(
    {
        *("fbclid", "gclid", "gclsrc", "gbraid", "wbraid", "dclid", "msclkid", "twclid", "ttclid", "yclid", "ysclid"),
        *("igshid", "igsh", "li_fat_id", "mibextid", "mc_cid", "mc_eid", "mkt_tok", "ref_src", "ref_url", "_ga", "_gl"),
        *("_hsenc", "_hsmi", "hsctatracking", "oly_anon_id", "oly_enc_id", "vero_id", "__twitter_impression", "smid"),
        *("smtyp", "taid", "guccounter", "guce_referrer", "guce_referrer_sig", "at_medium", "at_campaign", "at_format"),
        *("at_link_id", "at_link_type", "at_link_origin", "at_ptr_name", "at_bbc_team", "at_custom1", "at_custom2"),
        *("at_custom3", "at_custom4"),
    }
)
# A dress of the same page, for hurried readers.
AMP_PARAMETERS = frozenset({("amp", ""), ("amp", "1"), ("amp", "true"), ("outputtype", "amp")})
PORTS = {"http": 80, "https": 443}
DEFAULT_PAGES = ("/index.html", "/index.htm", "/index.php")
ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
MEANT_LITERALLY = "!$'()*,:@"  # written with or without an escape, servers and people take them for the same


def clean(address: str) -> str:
    """The address without blanks at its rim. Raises ValueError with a plain sentence for what is no web address."""
    address = address.strip()
    if len(address) > LONGEST:
        raise ValueError(f"An address may have {LONGEST} characters; this one has {len(address)}.")
    try:
        parts = urlsplit(address)
        legal = parts.scheme.lower() in PORTS and (parts.hostname or "").strip(".") and parts.port != 0
    except ValueError:
        legal = False
    if not legal or any(ord(character) <= 32 or ord(character) == 127 for character in address):
        raise ValueError("This is not the address of a web page. It should begin with https:// or http://.")
    if parts.username is not None:
        raise ValueError("An address must not carry a name or password.")
    return address


def key(address: str) -> str:
    """One spelling for all addresses of one page. Idempotent: the key of a key is itself."""
    # Once is enough for all but addresses whose escapes hide one more address.
    for _ in range(DEEPEST):
        spelled = _spelled_alike(unwrapped(address))
        if spelled == address:
            break
        address = spelled
    return address if len(address) <= LONGEST else _shortened(address)


def _shortened(address: str) -> str:
    """A key that fits where addresses are kept: escapes can make one three times as long."""
    parts = urlsplit(address)
    return urlunsplit(("https", parts.netloc, "", "", "!sha256-" + hashlib.sha256(address.encode()).hexdigest()))


def _spelled_alike(address: str) -> str:
    parts = urlsplit(address)
    host = plain_host(parts.hostname or "")
    if host == "doi.org" and (doi := doi_in_address("https://doi.org" + parts.path)):
        return f"https://doi.org/{quote(doi, safe=MEANT_LITERALLY + '/;')}"
    port = f":{parts.port}" if parts.port and parts.port != PORTS.get(parts.scheme.lower()) else ""
    path, query = _path(parts.path), _query(parts.query)
    if host == "youtu.be" and len(path) > 1:
        host, query = "youtube.com", "&".join(["v=" + path[1:], query] if query else ["v=" + path[1:]])
        path, query = "/watch", _query(query)
    fragment = _spelled(parts.fragment, kept="/?&=+;") if parts.fragment[:1] in ("!", "/") else ""
    return urlunsplit(("https", host + port, path, query, fragment))


def _path(path: str) -> str:
    steps: list[str] = []
    for step in _spelled(path, kept="/;=&+").split("/"):
        if step == ".." and len(steps) > 1:
            steps.pop()
        elif step not in (".", ".."):
            steps.append(step)
    path = "/".join(steps).rstrip("/")
    while page := next((page for page in DEFAULT_PAGES if path.endswith(page)), ""):
        path = path[: -len(page)].rstrip("/")
    return path if not path or path.startswith("/") else "/" + path


def _query(query: str) -> str:
    """Parameters by name; those with the same name keep their order, which may mean something."""
    asked = [_spelled(item, kept="/?;=+").replace("%20", "+").partition("=") for item in query.split("&") if item]
    kept = [(name, sign, value) for name, sign, value in asked if not _tracks(name, value)]
    return "&".join("".join(item) for item in sorted(kept, key=lambda item: item[0]))


def _spelled(text: str, kept: str) -> str:
    """Escapes in one spelling: none where a character needs none, and capital digits."""
    pieces = ESCAPE.split(text)
    for at in range(1, len(pieces), 2):
        code = int(pieces[at], 16)
        letter = chr(code)
        free = code < 128 and (letter.isalnum() or letter in "-._~" + MEANT_LITERALLY)
        pieces[at] = letter if free else f"%{pieces[at].upper()}"
    pieces[::2] = [quote(piece, safe=MEANT_LITERALLY + kept + "~") for piece in pieces[::2]]
    return "".join(pieces)


def _tracks(name: str, value: str) -> bool:
    name = name.lower()
    return name in TRACKING or name.startswith("utm_") or (name, value.lower()) in AMP_PARAMETERS
