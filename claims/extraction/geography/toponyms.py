"""Whether a capitalised run is a place: known to the gazetteer, or built as one."""

from __future__ import annotations

from claims.extraction.demonyms import COLONIAL, DEMONYMS, SHARED
from claims.extraction.words import Token

from .ambiguity import ACRONYMS, ADJECTIVAL, AFTER_THE, METONYMS, NEVER, SURE
from .capitals import HYPHENS, Run, key_of
from .constructions import built, owned, remembered, shown
from .gazetteer import Known, look_up
from .name_words import BLOCKING, TITLES
from .names import given_names, is_person
from .place_words import DIRECTIONS, NAMING
from .placing import holds
from .shut_names import is_blocked, joins_company
from .surroundings import STRENGTH, Context, Found, parts_of

_ACROSS_MOST = 8  # tokens of "Bosnia and Herzegovina"
_TOWN = 15_000  # inhabitants from which a town needs no cue
_SMALL = 5_000  # … with a name of several words
_CITY = 150_000  # … although its name is a person's as well
_ADJECTIVE_ENDINGS = ("ed", "ing", "ly", "ous", "ful", "ive", "less")
_BEFORE = DIRECTIONS | NAMING | DEMONYMS
_SENT = frozenset({"envoy", "ambassador", "emissary", "representative", "coordinator"})
# What goes on behind the name of an event: "Oslo 1952 was", "after Oslo 1952,"; not "to Oslo 1952 men went".
_OF_AN_EVENT = frozenset(
    ["was", "is", "were", "had", "has", "saw", "marked", "featured", ",", ".", ";", "'s", "’s", ""]
)
_JOINTS = frozenset({"of", "the", "and", "on", "upon", "'s", "’s"} | HYPHENS)


def known_across(context: Context, at: int) -> tuple[Found, int] | None:
    """A name of the gazetteer that spans several runs, and how many: "Isle of Wight", "Trinidad and Tobago"."""
    run, tokens = context.runs[at], context.tokens
    for more in (2, 1):
        if at + more >= len(context.runs):
            continue
        last = context.runs[at + more].last
        joints = [
            tokens[token].lower
            for one, two in zip(context.runs[at : at + more], context.runs[at + 1 : at + more + 1], strict=True)
            for token in range(one.last, two.first)
        ]
        capital = joints == [","] and context.lower(last - 1) in ("d.c.", "dc")  # "Washington, D.C."
        if last - run.first > _ACROSS_MOST or not (capital or _JOINTS.issuperset(joints)):
            continue
        key = key_of(tokens, run.first, last)
        known = look_up(key)
        if known and (known.entries[0].kind == "country" or joints[0] != "of" or not is_blocked(context, at)):
            return Found(run.first, last, key, known.entries, cue=context.cue(run.first)), more + 1
    return None


def read_toponym(context: Context, at: int) -> Found | None:
    """The place that run `at` names, if it does."""
    run, tokens = context.runs[at], context.tokens
    if run.tail or context.behind_hyphen(run.first) or context.titled(run.first, run.last):
        return None
    if (context.text(run.last) == "and" and joins_company(context, at)) or _names_games(context, run):
        return None
    parts = parts_of(tokens, run.first, run.last)
    if run.last - run.first > _ACROSS_MOST or len(parts) > 6:
        return None
    blocked = any(part.lower in BLOCKING for part in parts)
    found = _known(context, run, blocked=blocked) or owned(context, at, parts) or built(context, run, parts)
    if found or blocked:
        return found
    return (
        remembered(context, run, parts)
        or shown(context, run, parts)
        or _after_opener(context, run, parts)
        or _before_person(context, run)
    )


def _names_games(context: Context, run: Run) -> bool:
    """ "Oslo 1952 was the first": a town and its year are an event; in brackets they are where and when."""
    year = context.text(run.last)
    if len(year) != 4 or year[:2] not in ("18", "19", "20") or not year.isdigit():
        return False
    return context.text(run.first - 1) != "(" and context.lower(run.last + 1) in _OF_AN_EVENT


def _known(context: Context, run: Run, *, blocked: bool) -> Found | None:
    first = run.first
    for _ in range(3):
        key = key_of(context.tokens, first, run.last)
        known = look_up(key)
        if known and not (blocked and first == run.last - 1) and (first > run.first or not blocked or " " in key):
            if not _trusted(context, run, first, key, known):
                return None
            start = run.first if _belongs(context, run.first, first, known) else first
            return Found(start, run.last, key, known.entries, cue=context.cue(run.first))
        if first + 1 < run.last and context.lower(first) in _BEFORE and not blocked:
            first += 1 if context.text(first + 1) not in HYPHENS else 2
            continue
        return None
    return None


def _belongs(context: Context, first: int, inner: int, known: Known) -> bool:
    """Whether the adjectives before a place are part of its name: "Soviet Belarus", not "Russian Kursk"."""
    demonyms = {token.lower for token in context.tokens[first:inner]} & DEMONYMS - NAMING
    return demonyms <= COLONIAL or known.entries[0].name.lower() in SHARED


def _trusted(context: Context, run: Run, first: int, key: str, known: Known) -> bool:
    """Whether a name that the gazetteer knows is a place here."""
    tokens = context.tokens
    written = tokens[first].text if run.last - first == 1 else ""
    outer = context.outer(run.last)
    inner = context.inner(run.first)
    inside = any(
        any(holds(place, entry) for place in outer) or (inner is not None and holds(entry, inner))
        for entry in known.entries
    )
    initials = key in ACRONYMS and written.replace(".", "").isupper()
    if (key in NEVER and not inside and not initials) or key in DEMONYMS or DIRECTIONS.issuperset(key.split(" ")):
        return False
    if not written and tokens[first].lower not in TITLES and is_person(parts_of(tokens, run.first, run.last)):
        return False  # "General Santos" may be a city
    if _is_a_people(context, run, known) or (written[1:2].isupper() and not written.replace(".", "").isupper()):
        return False  # "the Azna", "42 KOs"
    if key in ADJECTIVAL and context.describes(run.last):
        return False
    if context.text(run.last) == "," and context.lower(run.last + 1) == "who":
        return False  # "Sunderland, who lost"
    region = any(entry.kind == "region" for entry in known.entries) and context.cue(run.first) != "none"
    if key in AFTER_THE and not inside and not region:
        return context.lower(run.first - 1) in ("the", "river", "rivers") and not context.describes(run.last)
    if written.replace(".", "").isupper() and len(key) < 5:
        return key in ACRONYMS
    if key in ACRONYMS and written:
        return False
    if context.plays(run.first, run.last) and known.entries[0].kind in ("city", "region"):
        return False
    strength = max(STRENGTH[context.cue(run.first)], 2 * inside)
    if written and key in context.names.people:
        return strength >= (1 if known.entries[0].kind == "country" or key in SURE else 2)
    return strength >= _needed(key, known, written)


def _is_a_people(context: Context, run: Run, known: Known) -> bool:
    """Whether "the" stands before the name of mere towns, which never take it: "the Azna fled"."""
    towns = all(entry.kind == "city" and not entry.name.startswith("The ") for entry in known.entries)
    return towns and context.lower(run.first - 1) == "the" and not context.describes(run.last)


def _needed(key: str, known: Known, written: str) -> int:
    """How strong the cue has to be."""
    top, largest = known.entries[0], max(entry.population for entry in known.entries)
    if key in METONYMS:
        return 2
    if key in ACRONYMS:
        return 0  # only written as one have they come here
    if top.kind in ("country", "area", "facility") or key in SURE:
        return 0
    if not written:
        return _needed_of_several(key, known, largest)
    if known.seat and not known.person and not known.word:
        return 0
    if known.word:
        return 0 if largest > 1_000_000 and not known.person else 2
    if known.person or key in given_names():
        return 0 if largest >= _CITY and key not in given_names() else 1 if largest >= _TOWN else 2
    return 0 if largest >= _TOWN else 1


def _needed_of_several(key: str, known: Known, largest: int) -> int:
    first = key.split(" ")[0]
    if first in given_names() or first in TITLES:
        return 0 if largest >= _CITY else 2
    return 0 if largest >= _SMALL or known.entries[0].kind == "region" else 1


def _before_person(context: Context, run: Run) -> Found | None:
    """A country whose envoy is named right behind it: "the envoy to Syria Geir Pedersen"."""
    sent = context.lower(run.first - 1) in ("to", "for") and context.lower(run.first - 2) in _SENT
    for last in range(run.first + 1, min(run.first + 4, run.last - 1)):
        key = key_of(context.tokens, run.first, last)
        known = look_up(key)
        if known and known.entries[0].kind == "country" and context.cue(run.first) != "none":
            person = sent or is_person(parts_of(context.tokens, last, run.last))
            return Found(run.first, last, key, known.entries) if person else None
    return None


def _after_opener(context: Context, run: Run, parts: list[Token]) -> Found | None:
    """A place behind the first word of the sentence, which has its capital from there: "Troubled Haiti"."""
    if (
        run.first
        or len(parts) < 2
        or not parts[0].lower.endswith(_ADJECTIVE_ENDINGS)
        or parts[0].lower in given_names()
    ):
        return None
    key = key_of(context.tokens, 1, run.last)
    known = look_up(key)
    if known and _needed(key, known, context.tokens[1].text if run.last == 2 else "") == 0 and key not in NEVER:
        return Found(1, run.last, key, known.entries)
    return None
