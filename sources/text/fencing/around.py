"""What stands around a text: menus, "read more" and its lists, sharing, newsletters, comments, footers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sources.text.references import HEADINGS

from .shapes import Shape
from .works import heading_of

Span = tuple[int, int]
LONGEST_CUE = 250  # characters of a line that begins with one
LONGEST_TEASER = 250
MOST_TEASERS = 15  # under one heading
COMMENTS_AHEAD = 25  # lines in which something must look like a comment


def _any(*patterns: str) -> str:
    return f"(?:{'|'.join(patterns)})"


# A colon, an arrow or the end of the line must follow these …
LEADING = _any(
    r"(?:read|see|watch|listen|explore)(?: more| also| next| on| all| (?:the )?full (?:story|article))",
    r"(?:read|see|watch|listen) more (?:about|on|from|in|stories)\b[^.:]{0,60}|(?:read|watch|listen)(?=\s?:)",
    r"also (?:read|on)|don['’]t miss|up next|what to read next|in case you missed it|continue reading|full story",
    r"related(?: (?:articles?|stories|story|news|content|topics|reading|links?|coverage))?",
    r"read the original article|click here|tap here",
)
# … and these, but a whole sentence may as well ("More from the north: 40 boats …").
OPENING = _any(
    r"more (?:on this (?:story|topic)|from [\w ]{2,30}|stories|news|like this)",
    r"recommended(?: for you| reading| stories)?|you (?:may|might) (?:also )?(?:like|enjoy|be interested in)",
    r"(?:most|trending) (?:read|viewed|popular|shared|now)",
)
# … and these say what they are by themselves.
CALLING = _any(
    r"(?:click|tap) here (?:to|for)\b|download (?:our|the) app\b|back to (?:top|home)\b|skip to (?:main )?content",
    r"(?:share|tweet|email|print|save|copy)(?: (?:this|on|via|link|article|story|page)\b[^.]{0,60})?$",
    r"share (?:this|on|via)\b|follow (?:us|\S{2,30}) on\b|(?:like|find|join) us on\b",
    r"(?:sign|log) (?:up|in)(?: (?:to|for|here|now|with)\b|$)|subscribe(?: (?:to|now|here|today|for)\b|$)",
    r"get (?:our|the) (?:free )?(?:\S{1,20} )?newsletter|enter your e-?mail",
    r"(?:our |the |daily |weekly |free )?(?:e-?mail )?newsletters?(?: sign-?up)?$",
    r"advertisement$|sponsored(?: content| by\b[^.]{0,60})?$|promoted$",
    r"(?:story|article) continues (?:after|below)\b|support (?:our|independent) journalism|donate (?:now|today)",
    r"(?:we|this (?:site|website)) uses? cookies\b|accept (?:all )?cookies|manage (?:consent|cookies|preferences)",
    r"cookie (?:policy|settings|preferences)$|(?:filed under|posted in|tagged(?: with)?|tags|topics|categories)\s?:",
    r"(?:leave|post|add|write) a (?:comment|reply)|be the first to comment|report this (?:ad|comment)|have your say",
    r"(?:view|show|load|see) (?:all |more )?comments|join the (?:conversation|discussion)",
    r"(?:previous|next) (?:article|post|story)\b|← |[^«]{0,60}\s(?:→|»)$",
)
LEADS_ON = re.compile(
    rf"(?:[>»›▶►→•*\[(-]\s?){{0,2}}(?:{LEADING}\s?(?P<sign>[:›»>→…]|$)|{OPENING}\s?(?:[:›»>→…]|$)|{CALLING})",
    re.IGNORECASE,
)
LEGAL = re.compile(
    _any(
        r"(?:©|(?:copyright )?\(c\) ?(?=(?:19|20)\d\d)|copyright (?=©|(?:19|20)\d\d))[^.]{0,200}\.?",
        r".{0,120}\ball rights reserved\b.{0,80}",
        r"(?:terms (?:of (?:use|service)|(?:and|&) conditions)|privacy (?:policy|notice)|imprint|contact us|about us|"
        r"accessibility statement|cookie (?:policy|settings))(?:\s?[|·•/,]\s?[\w &-]{2,30}){0,8}",
    ),
    re.IGNORECASE,
)
# Over a list of teasers: what stands under it leads elsewhere.
OVER_TEASERS = re.compile(
    _any(
        r"related(?: (?:articles?|stories|story|news|content|posts|topics|links?|coverage))?|see also|external links",
        r"read (?:more|next|also)|(?:most|more) (?:read|viewed|popular|shared)(?: (?:stories|articles|news|now))?",
        r"more (?:stories|news|on this (?:story|topic))|more (?:from|in|on) [\w' ]{2,30}|trending(?: now| stories)?",
        r"popular(?: (?:now|stories|posts))|top stories|latest (?:news|stories|articles|posts)|editors?['’]?s? picks?",
        r"recommended(?: (?:for you|reading|stories|articles))?|you (?:may|might) (?:also )?(?:like|be interested in)",
        r"what to read next|up next|(?:from )?around the web|share this(?: (?:article|story|page))?|on this page",
        r"in this (?:article|section|story)|(?:table of )?contents|(?:quick|useful) links|site map",
        r"recent (?:posts|comments)",
    ),
    re.IGNORECASE,
)
SEPARATED = re.compile(r"\s{1,3}[|·•›»/]\s{1,3}|\s{1,3}[|•]\s{0,3}")
MENU = frozenset(
    """home news world politics business economy sport sports opinion culture lifestyle travel health science
    technology tech weather video videos podcasts podcast contact about help login menu search subscribe
    newsletters newsletter jobs careers press privacy terms cookies shop archive events media publications
    donate blog faq sitemap entertainment climate africa asia europe uk us usa australia live register
    account settings share print email facebook twitter instagram youtube linkedin whatsapp telegram rss
    advertise""".split()  # noqa: SIM905 -- words are read as words
)
TWO_WORDS = frozenset({"about us", "contact us", "log in", "sign in", "sign up", "middle east", "site map", "our work"})
FEWEST_ITEMS = 4
COMMENTS = re.compile(
    _any(
        r"(?:\d{1,3}(?:,\d{3})?|no|all|reader|user|view|show) (?:comments?|replies|responses)|comments? ?\(\d{1,6}\)",
        r"leave a (?:comment|reply)|join the (?:conversation|discussion)|have your say",
        r"comments? (?:are closed|section)|comments?|discussion",
    ),
    re.IGNORECASE,
)
A_COMMENT = re.compile(
    _any(
        r"(?:reply|like|report|upvote|share|permalink|edited|flag)(?: ?[|·•] ?\w{1,12}){0,4}",
        r".{2,60} (?:says|wrote|commented)\s?:?|(?:posted|written) by .{2,60}|\d{1,6} (?:likes?|replies|upvotes?)",
        r".{0,80}\b(?:\d{1,3}|an?|one) (?:minute|hour|day|week|month|year|min|hr)s? ago\b.{0,30}",
        r"be the first to comment.{0,20}|log in to (?:comment|reply).{0,20}",
    ),
    re.IGNORECASE,
)


def around(lines: Sequence[Shape]) -> Iterator[Span]:
    yield from _single(lines)
    yield from _under_headings(lines)
    yield from _menus(lines)
    yield from _comments(lines)


def _single(lines: Sequence[Shape]) -> Iterator[Span]:
    for line in lines:
        short = len(line.words) <= LONGEST_CUE
        if short and (LEGAL.fullmatch(line.words) or _leads_on(line) or _is_bar(line.words)):
            yield line.start, line.end


def _leads_on(line: Shape) -> bool:
    found = LEADS_ON.match(line.words)
    if not found:
        return False
    # "Subscribe to the view that …": a whole sentence about something is prose, whatever it begins with.
    return bool(found["sign"]) or not line.is_prose


def _is_bar(words: str) -> bool:
    """Home | News | Sport."""
    items = SEPARATED.split(words)
    return len(items) >= FEWEST_ITEMS - 1 and sum(map(_is_menu_item, items)) * 2 >= len(items)


def _is_menu_item(words: str) -> bool:
    small = words.strip(" +▾▼›»•*").casefold()
    return small in MENU or small in TWO_WORDS


def _under_headings(lines: Sequence[Shape]) -> Iterator[Span]:
    for at, line in enumerate(lines):
        if not OVER_TEASERS.fullmatch(heading_of(line.words)):
            continue
        last = at
        for teaser in lines[at + 1 : at + 1 + MOST_TEASERS]:
            if not _is_teaser(teaser) or heading_of(teaser.words) in HEADINGS:
                break
            last += 1
        if last > at:
            yield line.start, lines[last].end


def _is_teaser(line: Shape) -> bool:
    words = line.words
    return len(words) <= LONGEST_TEASER and "\t" not in words and words[-1] not in ".!…:;," and not line.is_prose


def _menus(lines: Sequence[Shape]) -> Iterator[Span]:
    """Many short lines below each other, most of them words of menus, none of them with a number."""
    run: list[Shape] = []
    for line in [*lines, None]:
        if line and len(line.words) <= 30 and line.words.count(" ") < 3 and not any(map(str.isdigit, line.words)):
            run.append(line)
            continue
        known = [place for place, item in enumerate(run) if _is_menu_item(item.words)]
        if len(known) >= FEWEST_ITEMS and 2 * len(known) >= known[-1] - known[0] + 1:
            yield run[known[0]].start, run[known[-1]].end
        run = []


def _comments(lines: Sequence[Shape]) -> Iterator[Span]:
    """From the heading of the comments to the end, if something under it looks like one."""
    for at, line in enumerate(lines):
        if len(line.words) <= 40 and COMMENTS.fullmatch(line.words.strip(" :#*")):
            following = lines[at + 1 : at + 1 + COMMENTS_AHEAD]
            if sum(bool(A_COMMENT.fullmatch(other.words[:200])) for other in following) >= min(2, len(following)) > 0:
                yield line.start, lines[-1].end
                return
