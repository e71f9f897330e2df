"""The addresses of an entry: the page itself, and the copy that an archive keeps of it."""

from __future__ import annotations

import re

from sources.text.dois import doi_in_address, trimmed
from sources.text.links import LONGEST, clean
from sources.text.wrappers import is_archive, unwrapped

from .draft import CUT, Draft

# An address ends at a blank or a quotation mark; what closes the sentence around it is cut off afterwards.
ADDRESS = re.compile(
    rf"(?:[<\[]|URL:\s?|url:\s?)?(?<![\w@])((?:https?://|www\.|(?:[a-z0-9-]{{2,40}}\.){{1,4}}[a-z]{{2,12}}/)[^\s<>\"“”„«»{{}}|\\^`{CUT}]{{2,{LONGEST}}})[>\]]?",
    re.IGNORECASE,
)


def take_addresses(draft: Draft) -> str:
    """The address of the work, "" where none is printed; an archive's own address goes into the record's `csl`."""
    found = [match[1] for match in ADDRESS.finditer(draft.rest) if _leads(match)]
    draft.take_all(ADDRESS, _leads)
    direct, of_doi, archived = "", "", ""
    for address in filter(None, map(_cleaned, found)):
        page = unwrapped(address)
        if is_archive(address):
            archived = archived or address
        if is_archive(address) and page == address:
            continue
        if "doi.org/" in page.lower() and doi_in_address(page):
            of_doi = of_doi or page
        else:
            direct = direct or page
    draft.keep("archive_location", archived)
    return direct or of_doi or archived


def _leads(match: re.Match[str]) -> bool:
    """Whether it is the address of a page: "www.observer.example" alone is the name of a site."""
    return "://" in match[1][:8] or "/" in match[1]


def _cleaned(words: str) -> str:
    address = trimmed(words)
    try:
        return clean(address if "://" in address[:8] else f"https://{address}")
    except ValueError:
        return ""
