"""What is left of an entry when all that has a form of its own is out: names, title, container, publisher."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .dated import bracketed_days, with_day, without_date
from .days import WHEN, Day, find_days
from .draft import CUT, TITLE, Draft
from .names import are_people, names_editors, read_names
from .quoted import unpunctuated
from .record import Name
from .segments import read_segments
from .vocabulary import CONFERENCE, DEPARTMENTS, is_organisation, is_outlet

LONGEST_HEAD = 400
MOST_WORDS = 8  # of a body that signs as author

PLACE = re.compile(r"([^\W\d_][^:;()]{1,40}): ?([^:]{2,120})")
# Chicago's notes: "John Smith, The Rain Book (London: Rain Press, 2020)".
NOTE = re.compile(r"^(.{5,300}?),?\s\((?:([^():]{2,40}):\s?)?([^():]{2,80}),\s((?:1[4-9]|20)[0-9]{2})\)")
PUBLISHED = re.compile(r"\((?:([^():]{2,40}):\s?)?([^():,]{2,80}),\s((?:1[4-9]|20)[0-9]{2})\)")
TRANSLATED = re.compile(rf"^[{CUT}\s]*\[([^\]]{{2,300}})\]")
EDITED_BY = re.compile(r"[,.]?\s(?:edited by|eds?\.(?: by)?)\s(?=[A-Z])([^,(\x1f]{3,100})")
BOOK = re.compile(r"^in:?\s(?=\S)", re.IGNORECASE)
EDITED = re.compile(r"^(.{3,200}?)[\s,]{1,2}\(?(?:eds?\.?|editors?)\)?,?\s+(?=\S)", re.IGNORECASE)
ALONE = re.compile(r"[A-Z][0-9]{1,3}|[A-Za-z]?[0-9]{1,6}\s?[-–—]\s?[A-Za-z]?[0-9]{1,6}")
NUMBERED = re.compile(r"(.*[^\W\d_]),?\s([0-9]{1,3})")
BYLINE = re.compile(r",\s[Bb]y\s([^,]{5,80})$")
SITE = re.compile(r"\s(?:[|•·»]|[–—-]{1,2}|::)\s")
SHORT = re.compile(
    r"^([^\W\d_][\w'’-]*(?:(?:,\s|\s&\s|\sand\s|,?\set\s)[^\W\d_][\w'’-]*\.?){0,3})\s\(?((?:1[4-9]|20)[0-9]{2})[a-z]?\)?\W*$"
)
FORERUNNERS = (" of", " in", " on", " since", " from", " to", " until", " for", " by", " before", " after")
PUBLISHED_ALONE = ("report", "data", "thesis", "diss", "paper", "brief", "software", "map")


@dataclass(slots=True)
class Parts:
    names: str = ""
    title: str = ""
    issued: str = ""
    container: str = ""
    publisher: str = ""
    place: str = ""
    editors: str = ""
    is_book: bool = False
    surnames: bool = False  # a short title: "Larsen & Dahl 2014"

    @property
    def authors(self) -> tuple[Name, ...]:
        names = read_names(self.names)
        return tuple(Name(family=name.literal or name.family) for name in names) if self.surnames else names


def parts_around(title: str, draft: Draft) -> Parts:
    """Where the title is quoted: names stand before it, container and publisher behind."""
    before, _, after = draft.rest.partition(TITLE)
    parts = Parts(title=title)
    names, dated = without_date(before)
    after = _behind(parts, after, draft)
    if not parts.issued:
        after, parts.issued = without_date(after) if not dated else (after, dated)
    if len(parts.issued) == 4:
        after, parts.issued = with_day(after, parts.issued)
    parts.names = names.replace(CUT, " ").strip(" ,;:([–—-")
    _place(parts, read_segments(after), draft)
    return parts


def _behind(parts: Parts, after: str, draft: Draft) -> str:
    """Take out what stands in a form of its own behind a title: a translation, editors, "(Oslo: Nordlys, 2021)"."""
    if match := TRANSLATED.match(after):
        draft.keep("translated-title", match[1])
        after = after[match.end() :]
    if match := EDITED_BY.search(after):
        parts.editors = match[1]
        after = after[: match.start()] + CUT + after[match.end() :]
    if match := PUBLISHED.search(after):
        parts.place, parts.publisher, parts.issued = match[1] or "", match[2].strip(), match[3]
        after = after[: match.start()] + CUT + after[match.end() :]
    return after


def parts_of(draft: Draft) -> Parts:
    """Where nothing is quoted: by the place of the date, by stops, or by what is known as an outlet."""
    text = draft.rest.strip(f" {CUT}")
    return _short(text) or _note(text) or _dated(text, draft) or _stopped(text, draft)


def _short(text: str) -> Parts | None:
    """ "Smith 2020", where the work stands in another list."""
    match = SHORT.match(text.replace(CUT, " ").strip())
    if not match or is_organisation(match[1]):
        return None
    return Parts(names=match[1], issued=match[2], surnames=True)


def _note(text: str) -> Parts | None:
    match = NOTE.match(text)
    if not match:
        return None
    commas = [at for at, sign in enumerate(match[1]) if sign == ","][:6]
    at = next((at for at in reversed(commas) if _are_names(match[1][:at])), -1)
    if at < 0:
        return None
    title = unpunctuated(match[1][at + 1 :])
    return Parts(match[1][:at], title, match[4], "", match[3].strip(), match[2] or "", is_book=True)


def _are_names(text: str) -> bool:
    return are_people(text) or (is_organisation(text) and len(text.split()) <= MOST_WORDS and "," not in text)


def _dated(text: str, draft: Draft) -> Parts | None:
    """ "Smith, J. (2020). Title. …": what stands before a date in brackets is names."""
    day = next(bracketed_days(text), None)
    if day is None or not 0 < day.start <= LONGEST_HEAD:
        return None
    head, body = text[: day.start].strip(f" {CUT}"), text[day.end :]
    if sum(map(str.isalpha, body)) < 3 or not _signs(head):
        return None
    parts = Parts(names=head, issued=day.edtf)
    _title_first(parts, read_segments(body), draft)
    return parts


def _signs(head: str) -> bool:
    if not head or CUT in head or head[-1].isdigit():
        return False  # "Resolution 9999 (2031)"
    if are_people(head):
        return True
    return len(read_segments(head)) == 1 and (is_organisation(head) or len(head.split()) <= MOST_WORDS // 2)


def _stopped(text: str, draft: Draft) -> Parts:
    """ "Smith, John. Title. Publisher, 2020.": the parts by their stops."""
    segments = read_segments(text)
    parts = Parts()
    if len(segments) > 1 and (head := _author(segments)):
        parts.names, parts.issued = head
        segments = segments[1:]
    elif segments and (pair := _people_first(segments[0])):
        parts.names, segments[0] = pair
    if len(segments) > 1 and not parts.issued and parts.names and WHEN.fullmatch(segments[0]):
        parts.issued = next(find_days(segments[0])).edtf
        segments = segments[1:]
    _title_first(parts, segments, draft)
    return parts


def _author(segments: Sequence[str]) -> tuple[str, str] | None:
    """The names that a first part is, and the year behind them: "Smith, J., 2020"."""
    head, issued = segments[0], ""
    match = re.fullmatch(r"(.{3,300}?),?\s((?:1[4-9]|20)[0-9]{2})[a-z]?", head)
    if match and (are_people(match[1]) or is_organisation(match[1])):
        head, issued = match[1], match[2]
    elif WHEN.fullmatch(segments[1]) and len(head.split()) <= MOST_WORDS:
        return head, ""
    if are_people(head):
        return head, issued
    is_body = (is_organisation(head) and len(head.split()) <= MOST_WORDS and head.istitle()) or issued
    others = segments[1]
    return (
        (head, issued)
        if is_body and (len(segments) > 2 or not (is_organisation(others) or PLACE.match(others)))
        else None
    )


def _people_first(segment: str) -> tuple[str, str] | None:
    """ "R. Hale, The Wet Year": names and a title with only a comma between."""
    commas = [at for at, sign in enumerate(segment[:LONGEST_HEAD]) if sign == ","][:8]
    at = next((at for at in reversed(commas) if are_people(segment[:at])), -1)
    first = segment.find(",")
    if at < 0 and first > 0 and _signs_first(segment[:first], segment[first + 1 :].strip()):
        at = first
    title = segment[at + 1 :].strip()
    return (segment[:at], title) if at > 0 and len(title.split()) > 1 and not is_outlet(title) else None


def _signs_first(body: str, title: str) -> bool:
    """ "National Statistics Bureau, Census of 2019": every word that carries meaning is written large."""
    words = [word for word in body.split() if word not in ("of", "for", "and", "the", "on", "in")]
    large = len(words) > 1 and all(word[0].isupper() for word in words) and title[:1].isupper()
    return large and is_organisation(body) and not is_outlet(body)


def _title_first(parts: Parts, segments: Sequence[str], draft: Draft) -> None:
    if not segments:
        return
    title, others = segments[0], list(segments[1:])
    if not parts.issued:
        rest, parts.issued = without_date(CUT.join(others))
        others = read_segments(rest) if parts.issued else others
    if not parts.issued and (found := [day for day in find_days(title) if _closes(day, title)]):
        parts.issued = found[-1].edtf
        title = title[: found[-1].start].rstrip(" ,;:([–—-|")
    if not others:
        title = _apart(parts, title, draft)
    if not parts.names and (match := BYLINE.search(title)) and are_people(match[1]):
        parts.names, title = match[1], title[: match.start()]
    parts.title = unpunctuated(title)
    _place(parts, others, draft)


def _closes(day: Day, title: str) -> bool:
    """Whether a date stands behind a title rather than in it ("Flood map of 2021")."""
    before = title[: day.start].rstrip()
    return day.end >= len(title) - 2 and (
        before[-1:] in ",;:.([–—-|" or (day.is_exact and not before.endswith(FORERUNNERS))
    )


def _apart(parts: Parts, title: str, draft: Draft) -> str:
    """The title without the outlet or the site printed with it in one breath."""
    halves = SITE.split(title)
    if len(halves) > 1:
        first, last = halves[0].strip(), halves[-1].strip()
        if is_outlet(first) and len(first.split()) <= 5 and (not is_outlet(last) or len(last.split()) > 4):
            parts.container = first
            return title[len(halves[0]) :].lstrip(" |•·»–—-:")
        if len(last.split()) <= 5 and ("|" in title or is_outlet(last) or len(halves[0]) > len(last)):
            parts.container = last
            return title[: len(title) - len(halves[-1])].rstrip(" |•·»–—-:")
    for sign in (": ", ", "):
        first, found, last = title.partition(sign)
        if found and is_outlet(first) and len(first.split()) <= 5:
            parts.container = first
            return last
    first, found, last = title.rpartition(", ")
    if found and is_outlet(last) and len(last.split()) <= 5:
        parts.container = last
        return first
    return title


def _place(parts: Parts, segments: Sequence[str], draft: Draft) -> None:
    """Container and publisher, from the parts behind the title."""
    for segment in segments:
        if ALONE.fullmatch(segment):
            draft.keep("page", segment)
        elif segment.lower() in DEPARTMENTS and segment != segments[-1]:
            draft.keep("section", segment)
        elif BOOK.match(segment):
            _book(parts, BOOK.sub("", segment))
        elif parts.editors and not parts.container:
            parts.container = segment
        elif (match := PLACE.fullmatch(segment)) and len(match[1].split()) <= 4 and not parts.publisher:
            parts.place, parts.publisher = match[1].strip(), match[2].strip(" ,;.")
        elif not parts.container and not _publishes(parts, segment, segments, draft):
            _contain(parts, segment)
        elif _is_place(parts, segment):
            parts.place = segment
        elif not parts.publisher:
            parts.publisher = segment
    match = NUMBERED.fullmatch(parts.container)
    if match and "page" in draft.csl and not is_outlet(parts.container):
        parts.container = match[1]
        draft.keep("volume", match[2])


def _is_place(parts: Parts, segment: str) -> bool:
    """Behind a newspaper or a conference stands a town, unless it is the name of a body."""
    of_place = CONFERENCE.search(parts.container) or is_outlet(parts.container)
    return bool(of_place) and not parts.place and not is_organisation(segment)


def _book(parts: Parts, words: str) -> None:
    """ "In Doe, R. (Ed.), The Rain Book": the editors and the book."""
    if names_editors(words):
        parts.editors = words
    elif match := EDITED.match(words):
        parts.editors, parts.container = match[1], words[match.end() :].strip(" ,")
    else:
        parts.container = words.split(", ")[0]
    parts.is_book = True


def _contain(parts: Parts, segment: str) -> None:
    first, comma, rest = segment.partition(", ")
    if comma and is_outlet(first) and not re.match(r"(?:and|&)\s", rest):
        parts.container, parts.publisher = first, parts.publisher or rest.split(", ")[0]
    elif comma and CONFERENCE.search(first):
        parts.container, parts.place = first, parts.place or rest
    else:
        parts.container = segment


def _publishes(parts: Parts, segment: str, segments: Sequence[str], draft: Draft) -> bool:
    """Whether the one name behind a title is its publisher's rather than that of a newspaper, journal or site."""
    if any(word in draft.genre for word in PUBLISHED_ALONE):
        return True
    if TITLE in draft.rest or "volume" in draft.csl or "issue" in draft.csl or is_outlet(segment) or len(segments) > 1:
        return False
    exact = len(parts.issued) > 4
    return (
        "ISBN" in draft.csl
        or "edition" in draft.csl
        or (not exact and (is_organisation(segment) or not draft.csl.get("URL")))
    )
