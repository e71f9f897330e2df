"""What an entry says about the copy rather than the work: when it was read, where it is archived, its language."""

from __future__ import annotations

import re

from .days import WHEN, find_days
from .draft import CUT, Draft
from .names import read_names

VERBS = "retrieved|accessed|viewed|visited|cited|consulted|checked|access date|date accessed"
READ = re.compile(rf"[(\[]?\s?(?<!\w)(?:last\s)?(?:{VERBS})(?:\son)?:?[\s{CUT}]{{1,3}}(?=[\w])", re.IGNORECASE)
PDF = r"(?:\s{0,2}[\[(]pdf[\])])?"
ARCHIVED = re.compile(
    rf"[(\[]?(?<!\w)archived{PDF}(?:\s(?:copy|version))?(?:\sfrom\sthe\s[\s{CUT}]{{0,3}}original)?{PDF}"
    rf"(?:[\s{CUT}]{{1,3}}on)?[\s{CUT}]{{0,3}}",
    re.IGNORECASE,
)
KEEPERS = r"wayback machine|archive\.\w{2,5}|internet archive|webcite|ghost ?archive|perma\.cc"
BEHIND = re.compile(
    rf",?\s?(?:[\s{CUT}]{{0,3}}(?:at|by|in)\s(?:the\s)?(?:{KEEPERS}))?"
    rf"(?:,?\s?(?:from|at|via)[:\s{CUT}]{{1,3}}(?={CUT}|$))?[)\].]?",
    re.IGNORECASE,
)
LEADING = r"(?:available|retrieved|accessible|accessed|downloaded)(?:\sonline)?(?:\s(?:at|from|via|on))?"
# Words that lead to an address, and words about access; they say nothing of the work.
EMPTY = re.compile(
    r"[\[(](?:online|internet|web|www|electronic resource|html)[\])]\.?"
    rf"|(?<!\w){LEADING}:?(?=\s?[\s{CUT}(<\[]{{0,3}}(?:{CUT}|$))"
    rf"|(?<!\w)(?:url|link|doi|web|online):?(?=[\s.]{{0,3}}(?:{CUT}|$))"
    rf"|[–—-]?\s?(?<!\w)via\s[A-Z][\w .]{{1,40}}?(?=[.,;]?\s?(?:{CUT}|$))"
    r"|[\[(](?:subscription|registration|free registration|paywall)[^)\]]{0,20}[\])]"
    r"|[\[(]pdf[^)\]]{0,12}[\])]|(?<!\w)PDF\.|[\[(](?:permanent )?dead link[\])]|[\[(]archived[\])]",
    re.IGNORECASE,
)
LANGUAGE = re.compile(r"[\[(]in ([A-Z][a-z]{3,15})(?:[ ,(][^)\]]{0,30})?[\])]\.?")
PAPER = (
    r"(?:(?:technical |research |annual |situation )?report|(?:working|discussion|white) paper|policy brief)"
    r"(?:\s(?:no\.?\s?)?[\w/-]{1,15})?"
)
DEGREE = r"ph\.?\s?d\.?|doctoral|master['’]?s?|msc|ma|bachelor['’]?s?"
OTHER_GENRES = (
    "press release|news release|data ?set|tweet|post|blog post|video|youtube video|television broadcast|tv|podcast"
    "|film|map|computer software"
)
GENRE = re.compile(
    rf"[\[(]\s?((?:{PAPER}|(?:unpublished )?(?:{DEGREE})?\s?(?:thesis|dissertation)|{OTHER_GENRES})"
    rf"(?:,[^)\]]{{1,80}})?)[\])]\.?"
    rf"|(?<!\w)((?:{DEGREE})\s(?:thesis|dissertation|diss\.))(?=[.,])",
    re.IGNORECASE,
)


TRANSLATOR = re.compile(r"(?<=[.,]\s)(?:translated|trans\.|illustrated|compiled) by ([^,.]{3,80})[,.]", re.IGNORECASE)


def take_notes(draft: Draft) -> None:
    draft.take(TRANSLATOR, lambda match: draft.keep("translator", [name.as_csl() for name in read_names(match[1])]))
    _take_dated(draft, ARCHIVED, "archived")
    _take_dated(draft, READ, "accessed")
    draft.take_all(LANGUAGE, lambda match: draft.keep("language", match[1]))
    draft.take_all(GENRE, lambda match: _keep_genre(draft, match[1] or match[2]))
    draft.take_all(EMPTY)


def _keep_genre(draft: Draft, words: str) -> bool:
    genre, _, place = words.partition(",")
    draft.genre = draft.genre or genre.strip().lower()
    return draft.keep("genre", genre.strip()) and draft.keep("publisher", place.strip())


def _take_dated(draft: Draft, cue: re.Pattern[str], name: str) -> None:
    """Take "Retrieved" with the date behind it; without a date it stays, for it may be a word of a title."""
    pieces, at, text = [], 0, draft.rest
    for match in cue.finditer(text):
        if match.start() < at:
            continue
        day = WHEN.match(text, match.end())
        named = "original" in match[0].lower()
        if not day and not named:
            continue
        end = day.end() if day else match.end()
        draft.keep(name, next((found.edtf for found in find_days(day[0])), "") if day else "")
        pieces += [text[at : match.start()], CUT]
        at = behind.end() if (behind := BEHIND.match(text, end)) else end
    draft.rest = "".join([*pieces, text[at:]])
