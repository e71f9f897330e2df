"""Is what a date belongs to still ahead of the article, or told as gone before the last date?

It only looks at the words around the date, as far as the clause may reach.
"""

from __future__ import annotations

from .line import Line
from .vocabulary import MONTHS, word_set

REACH = 18  # words of a clause that are looked at on either side
NEAR_VERB = 4  # words behind a date in which the verb of its clause may follow
WILL = word_set("will shall must should can could might ’ll 'll won’t won't upcoming forthcoming tomorrow")
# Ahead, unless a past stands before them: "is due", but "was due".
AWAITED = word_set(
    "due scheduled expected expects expect planned plans plan slated aims aim hopes hope intends intend wants likely",
    "promises promised forecast forecasts projected projects predicted predicts anticipated anticipates envisaged",
)
# Verbs whose present tells of what is fixed for a later day: "meets again on 26 October".
TIMETABLE = word_set(
    "meets begins starts opens closes expires runs takes resumes reopens returns arrives leaves matures enters comes",
    "goes faces votes elects retires",
)
AUXILIARIES = frozenset({"was", "were", "had", "did"})
# Without those that are their own present: put, set, shut, hit, cut, let, read, spread.
PAST = word_set(
    "took fell rose began came went became held broke sold bought brought sent left led lost made",
    "met paid ran said saw sat shot spoke spent stood struck told thought threw won wrote gave got grew kept",
    "knew built caught chose drew drove ate flew fought found hid laid lay meant rode rang sank sought",
    "shook sang slept slid stole stuck swore swam swung taught tore understood woke wore wound withdrew overthrew",
    "died bore bled bred burnt dealt dug fed fled forgot froze heard lent lit shrank sprang",
)
SPEAKING = word_set("said says told tells announced reported added confirmed stated wrote")
# A word in -ed behind one of these is no past of its own: "will be closed", "the planned".
NO_PAST_BEHIND = word_set(
    "be been being remain remains stay stays keep",
    "is are am ’s 's get gets to will have has the a an its their his her this that these of and",
)
BEFORE_PAST = frozenset({"was", "were", "had", "been"})
STOPS = frozenset(";:()")


def lies_ahead(line: Line, first: int, past: int) -> bool | None:
    """None where the words do not tell."""
    found = _looking_back(line, first)
    return _looking_on(line, first, past) if found is None else found


def _looking_back(line: Line, first: int) -> bool | None:
    for at in range(first - 1, max(-1, first - 1 - REACH), -1):
        if line.low[at] in SPEAKING or line.low[at] in STOPS:
            return None
        found = _says(line, at)
        if found is not None:
            return found and not _came_to_nothing(line, at, first)
    return None


def _came_to_nothing(line: Line, at: int, first: int) -> bool:
    """ "Talks due on Tuesday were called off": what was awaited is told of as gone."""
    if line.low[at] not in AWAITED or line.low[at - 1] in ("is", "are", "be", "still", "now", "also"):
        return False
    return any(word in AUXILIARIES for word in line.low[first : first + NEAR_VERB])


def _looking_on(line: Line, first: int, past: int) -> bool | None:
    """Only for a date that opens its clause: "On 5 June the last shift will end"."""
    if first > 2 and line.low[first - 2] not in (",", "and", "but", ";") and not line.capital(first - 1):
        return None
    for at in range(past, min(line.size, past + REACH)):
        if line.low[at] in SPEAKING or line.low[at] in STOPS:
            return None
        found = _says(line, at)
        if found is not None:
            return found
    return None


def is_lasting(line: Line, first: int) -> bool:
    """ "have died since 24 February": up to the article's own day."""
    return any(word in ("has", "have") for word in line.low[max(0, first - REACH) : first + REACH])


def is_fixed_for(line: Line, first: int) -> bool:
    """ "a strike for 12 October", "set for Monday"; not "was set for Monday"."""
    return line.low[first - 1] == "for" and not any(word in BEFORE_PAST for word in line.low[max(0, first - 5) : first])


def _says(line: Line, at: int) -> bool | None:
    word, before = line.low[at], line.low[at - 1]
    if word in WILL or line.tokens[at].text == "may":
        return True
    if word in AWAITED:
        return None if before in BEFORE_PAST else True
    if word in TIMETABLE and line.tokens[at - 1].kind != "number":
        return True  # but "won by 300 votes"
    if word == "again" and before == "meet":
        return True
    if word in ("to", "seen") and before in ("is", "are"):
        return True  # "a second group is to follow", "inflation is seen at 2% by June"
    if word in AUXILIARIES:
        return False
    past = word in PAST or (word.endswith("ed") and len(word) > 4)
    return False if past and before not in NO_PAST_BEHIND else None


def told_before(line: Line, first: int) -> bool:
    """ "he had fled in November": before the last date that was told."""
    for at in range(first - 1, max(-1, first - 1 - REACH), -1):
        if line.low[at] in STOPS or line.low[at] in SPEAKING or line.low[at] == ",":
            return False
        if line.low[at] in ("and", "or") and line.low[at - 1] in MONTHS:
            return False  # the second of "had come in April or May"
        if line.low[at] == "had":
            return line.tokens[at + 1].kind == "word" and _participle(line, at + 1)
    return False


def _participle(line: Line, at: int) -> bool:
    at += line.low[at] in ("already", "not", "never", "also", "only", "first", "just", "last", "once")
    word = line.low[at]
    return (
        word in PAST or word.endswith(("ed", "en", "wn")) or word in ("been", "begun", "gone", "come", "become", "run")
    )
