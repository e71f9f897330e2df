"""A page of the past keeps its visitor there: the moment goes into every address that has a past.

Pure: a page as our templates write it in, the same page out. In those a quotation mark stands
only around the value of an attribute, and "<" only where a tag begins; all else is escaped. Done
here and not in the templates, so that no link can be forgotten, in those that are yet to be
written either.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote, urlsplit

HasPast = Callable[[str], bool]
REST = r'[^<>"]*(?:"[^"<]*"[^<>"]*)*>'  # of a tag, to its end; never past the next one, so that a page is read once
TAG = re.compile(rf"<[a-z]{REST}")
FORM = re.compile(rf"(<form\b{REST})((?:(?!</?form\b).)*</form>)", re.DOTALL)
ADDRESS = re.compile(r' (href|hx-get)="([^"]*)"')
ACTION = re.compile(r' action="([^"]*)"')
POSTS = ' method="post"'
LEAVES = "data-leaves-the-past"  # the one link that does


def keep_in_page(page: str, moment: dict[str, str], has_past: HasPast) -> str:
    """Links, forms that ask and fragments that are fetched stay at `moment` ({parameter: value}).

    Forms that write are taken out of <main>; those of the frame (how it looks, signing out) change no record.
    """
    before, main, after = _around_main(page)
    main = FORM.sub(lambda form: "" if POSTS in form[1] else form[0], main)
    page = FORM.sub(lambda form: _asking_then(form[1], form[2], moment, has_past), before + main + after)
    return TAG.sub(lambda tag: _leading_there(tag[0], moment, has_past), page)


def keep_in_address(address: str, moment: dict[str, str], has_past: HasPast, *, joint: str = "&") -> str:
    """The address with the moment, where it is one of ours that has a past and has no moment of its own."""
    parts = urlsplit(address)
    (name, value), *_ = moment.items()
    elsewhere = parts.scheme or parts.netloc or address.startswith("#") or (parts.path and not has_past(parts.path))
    if elsewhere or re.search(rf"(^|[&;]){name}=", parts.query):
        return address
    query = f"{parts.query}{joint if parts.query else ''}{name}={quote(value, safe=':')}"
    return parts._replace(query=query).geturl()


def _around_main(page: str) -> tuple[str, str, str]:
    """What is before, in and behind <main>; a fragment is all main."""
    before, found, rest = page.partition("<main")
    if not found:
        return "", page, ""
    main, end, after = rest.rpartition("</main>")
    return before, found + main, end + after


def _asking_then(form: str, inside: str, moment: dict[str, str], has_past: HasPast) -> str:
    """The form, with the moment among what it sends where it asks something that has a past."""
    (name, value), *_ = moment.items()
    action = ACTION.search(form)
    asks = POSTS not in form and 'method="dialog"' not in form and (not action or has_past(_path(action[1])))
    if not asks or f'name="{name}"' in inside:
        return form + inside
    return f'{form}<input type="hidden" name="{name}" value="{value}">{inside}'


def _path(address: str) -> str:
    return urlsplit(address).path


def _leading_there(tag: str, moment: dict[str, str], has_past: HasPast) -> str:
    if LEAVES in tag:
        return tag
    return ADDRESS.sub(lambda found: f' {found[1]}="{keep_in_address(found[2], moment, has_past, joint="&amp;")}"', tag)
