"""Whether a capitalised run is a place: known to the gazetteer, or built as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .ambiguity import ACRONYMS, METONYMS, NEVER, PLACE_ENDINGS, SURE
from .capitals import HYPHENS, Run, key_of
from .demonyms import COLONIAL, DEMONYMS, SHARED
from .gazetteer import Entry, Known, look_up
from .name_words import BLOCKING, MISSIONS, ORGANISATIONS, POSTS, TITLES
from .names import given_names, is_person
from .parts import PlacePrecision
from .place_words import (
    ADMIN,
    DIRECTIONS,
    FACILITIES,
    FACILITY_PAIRS,
    HEADS_OF,
    INSTITUTIONS,
    NAMING,
    NATURE,
    NATURE_FIRST,
    PLACE_FIRST,
    PLAIN_TYPES,
    SURNAME_HEADS,
)  # fmt: skip
from .surroundings import STRENGTH, Context, Cue
from .words import Token

_ACROSS_MOST = 8  # tokens of "Bosnia and Herzegovina"
_TOWN = 15_000  # inhabitants from which a town needs no cue
_CITY = 150_000  # … although its name is a person's as well
_COMPANIES = frozenset({"railway", "railroad", "railways", "bank", "company", "corporation", "university", "society"})
_JOINTS = frozenset({"of", "the", "and", "on", "upon", "'s", "’s"} | HYPHENS)


@dataclass(frozen=True, slots=True)
class Found:
    """Tokens [first, last) that name a place; `entries` is empty where the gazetteer does not know it."""

    first: int
    last: int
    key: str
    entries: tuple[Entry, ...] = ()
    precision: PlacePrecision | None = None
    cue: Cue = "none"


def parts_of(tokens: Sequence[Token], first: int, last: int) -> list[Token]:
    return [token for token in tokens[first:last] if token.kind == "word"]


def shuts_out(context: Context, at: int) -> None:
    """Marks the runs after `at` that belong to the name that run `at` begins."""
    run = context.runs[at]
    heads = {token.lower for token in parts_of(context.tokens, run.first, run.last)}
    following = at + 1
    if following >= len(context.runs):
        return
    link = context.linked(following)
    last = context.lower(run.last - 1)
    if not heads & BLOCKING and at not in context.shut:
        if link == "of" and not is_person(parts_of(context.tokens, run.first, run.last)):
            context.shut.add(following)
        return
    if (
        link in ("of", "for", "on")
        or (link == "in" and last in MISSIONS and run.last - run.first > 1)
        or (link == "to" and heads & POSTS)
        or (link in ("at", ",") and heads & {"university", "universities"})
        or (
            link in ("and", "&")
            and at in context.shut
            and context.linked(at) == "of"
            and _is_blocked(context, following)
        )
    ):
        context.shut.add(following)


def _joins_company(context: Context, at: int) -> bool:
    """ "London and South Western Railway": two places in the name of a company."""
    if at + 1 == len(context.runs) or context.linked(at + 1) != "and":
        return False
    other = context.runs[at + 1]
    return other.last - other.first > 1 and context.lower(other.last - 1) in _COMPANIES


def _is_blocked(context: Context, at: int) -> bool:
    run = context.runs[at]
    return any(token.lower in BLOCKING for token in parts_of(context.tokens, run.first, run.last))


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
        if known := look_up(key):
            return Found(run.first, last, key, known.entries, cue=context.cue(run.first)), more + 1
    return None


def read_toponym(context: Context, at: int) -> Found | None:
    """The place that run `at` names, if it does."""
    run, tokens = context.runs[at], context.tokens
    if run.tail or context.behind_hyphen(run.first) or context.titled(run.first, run.last):
        return None
    if context.text(run.last) == "and" and _joins_company(context, at):
        return None
    parts = parts_of(tokens, run.first, run.last)
    if run.last - run.first > _ACROSS_MOST or len(parts) > 6:
        return None
    blocked = any(part.lower in BLOCKING for part in parts)
    found = _known(context, run, blocked=blocked) or _built(context, run, parts)
    if found or blocked:
        return found
    return _shown(context, run, parts) or _after_opener(context, run, parts) or _before_person(context, run)


# ---- known to the gazetteer


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
        if first + 1 < run.last and context.lower(first) in DIRECTIONS | NAMING | DEMONYMS and not blocked:
            first += 1 if context.text(first + 1) not in HYPHENS else 2
            continue
        return None
    return None


def _belongs(context: Context, first: int, inner: int, known: Known) -> bool:
    """Whether the adjectives before a place are part of its name: "Soviet Belarus", not "Russian Kursk"."""
    for token in context.tokens[first:inner]:
        word = token.lower
        if word in DEMONYMS and word not in NAMING:
            if word not in COLONIAL and look_key(known) not in SHARED:
                return False
    return True


def look_key(known: Known) -> str:
    return known.entries[0].name.lower()


def _trusted(context: Context, run: Run, first: int, key: str, known: Known) -> bool:
    """Whether a name that the gazetteer knows is a place here."""
    tokens = context.tokens
    written = tokens[first].text if run.last - first == 1 else ""
    if key in NEVER or key in DEMONYMS or (not written and is_person(parts_of(tokens, run.first, run.last))):
        return False
    if written.replace(".", "").isupper() and len(key) < 5:
        return key in ACRONYMS
    if key in ACRONYMS and written:
        return False
    cue = context.cue(run.first)
    outer = context.outer(run.last)
    strength = max(STRENGTH[cue], 2 * any(_lies_in(known, place) for place in outer))
    if any(word in context.names.people for word in ((key,) if written else ())):
        return strength > 1
    return strength >= _needed(key, known, written)


def _needed(key: str, known: Known, written: str) -> int:
    """How strong the cue has to be."""
    top, largest = known.entries[0], max(entry.population for entry in known.entries)
    if key in METONYMS:
        return 2
    if top.kind in ("country", "area", "facility") or key in SURE:
        return 0
    if not written:
        return _needed_of_several(key, known, largest)
    if known.word:
        return 1 if largest > 1_000_000 and not known.person else 2
    if known.person or key in given_names():
        return 0 if largest >= _CITY and key not in given_names() else 1 if largest >= _TOWN else 2
    return 0 if largest >= _TOWN else 1


def _needed_of_several(key: str, known: Known, largest: int) -> int:
    first = key.split(" ")[0]
    if first in given_names() or first in TITLES:
        return 0 if largest >= _CITY else 2
    return 0 if largest >= _TOWN or known.entries[0].kind == "region" else 1


def _lies_in(known: Known, outer: Entry) -> bool:
    return any(entry.country == outer.country and outer.region in (None, entry.region) for entry in known.entries)


# ---- built as the name of a place


def _built(context: Context, run: Run, parts: list[Token]) -> Found | None:
    if len(parts) < 2 or (parts[-1].lower == parts[0].lower):
        return None
    precision = _built_as(context, run, parts)
    if precision is None:
        return None
    cue = context.cue(run.first)
    if len(parts) == 2 and parts[1].lower in SURNAME_HEADS and _given(parts[0]) and STRENGTH[cue] < 1:
        return None
    key = key_of(context.tokens, run.first, run.last - 1)
    base = look_up(key) if parts[-1].lower in ADMIN | NATURE | FACILITIES else None
    first = run.first
    if (
        parts[-1].lower in FACILITIES
        and first
        and context.tokens[first - 1].kind == "number"
        and context.beside(first - 1)
    ):
        first -= 1  # "17 Gorky Street"
    return Found(first, run.last, key, base.entries if base else (), precision, cue)


def _given(part: Token) -> bool:
    return part.lower in given_names()


def _built_as(context: Context, run: Run, parts: list[Token]) -> PlacePrecision | None:
    """What kind of place the words of a name say it is."""
    last, pair = parts[-1].lower, (parts[-2].lower, parts[-1].lower)
    if last in INSTITUTIONS or parts[0].lower in TITLES:
        return "facility" if last in INSTITUTIONS and STRENGTH[context.cue(run.first)] > 1 else None
    if last in FACILITIES or pair in FACILITY_PAIRS:
        return "facility"
    if last in NATURE or parts[0].lower in NATURE_FIRST:
        return "area"
    if last in ADMIN:
        return "region"
    if last == "state" and (base := look_up(key_of(context.tokens, run.first, run.last - 1))):
        return "region" if any(entry.kind == "region" for entry in base.entries) else None
    if (
        last == "city"
        and look_up(key_of(context.tokens, run.first, run.last - 1))
        and STRENGTH[context.cue(run.first)] > 1
    ):
        return "city"
    return "facility" if parts[0].lower in PLACE_FIRST and len(parts) < 4 else None


def built_with_of(context: Context, at: int) -> tuple[Found, int] | None:
    """A head that takes its name with "of": "Gulf of Sidra", "Port of Odesa"."""
    run = context.runs[at]
    head = context.lower(run.last - 1)
    if head not in HEADS_OF or at + 1 >= len(context.runs) or context.linked(at + 1) != "of":
        return None
    if run.last - run.first > (3 if HEADS_OF[head] in ("area", "country") else 1):
        return None  # "Chittoor District of Andhra Pradesh" are two
    inner = context.runs[at + 1]
    if _is_blocked(context, at) or _is_blocked(context, at + 1) or inner.tail or inner.last - inner.first > 4:
        return None
    key = key_of(context.tokens, inner.first, inner.last)
    known = look_up(key)
    if HEADS_OF[head] != "area" and not known:
        return None
    entries = known.entries if known else ()
    return Found(run.first, inner.last, key, entries, HEADS_OF[head], context.cue(run.first)), 2  # type: ignore[arg-type]


# ---- shown to be a place by the words around it


def _shown(context: Context, run: Run, parts: list[Token]) -> Found | None:
    """A name that the gazetteer does not know, where the sentence says it is a place."""
    if not parts or len(parts) > 4 or is_person(parts) or parts[0].lower in TITLES or not _plain(parts):
        return None
    key = key_of(context.tokens, run.first, run.last)
    if key in context.names.people or key in NEVER:
        return None
    cue = context.cue(run.first)
    if _is_shown(context, run, parts, cue):
        return Found(run.first, run.last, key, (), None, cue)
    return None


def _is_shown(context: Context, run: Run, parts: list[Token], cue: Cue) -> bool:
    if cue == "near" and (run.first > 1 or len(parts) > 1):
        return True
    if STRENGTH[cue] > 1 and parts[-1].lower.endswith(PLACE_ENDINGS):
        return True
    if (cue != "none" or context.text(run.first - 1) in ("(", ";")) and context.outer(run.last):
        return True
    if context.lower(run.last) in PLAIN_TYPES and context.beside(run.last - 1) and run.first:
        return True
    return context.defined(run.last)


def _plain(parts: list[Token]) -> bool:
    """Whether a name has nothing of an acronym, a people or an organisation."""
    return not any(
        part.text.isupper()
        or part.lower in DEMONYMS
        or part.lower in ORGANISATIONS
        or part.lower in NEVER
        or len(part.text) < 3
        for part in parts
        if part.capital
    ) and any(part.capital for part in parts)


def _before_person(context: Context, run: Run) -> Found | None:
    """A country whose envoy is named right behind it: "the envoy to Syria Geir Pedersen"."""
    for last in range(run.first + 1, min(run.first + 4, run.last - 1)):
        known = look_up(key_of(context.tokens, run.first, last))
        if known and known.entries[0].kind == "country" and is_person(parts_of(context.tokens, last, run.last)):
            cue = context.cue(run.first)
            return (
                Found(run.first, last, key_of(context.tokens, run.first, last), known.entries)
                if cue != "none"
                else None
            )
    return None


def _after_opener(context: Context, run: Run, parts: list[Token]) -> Found | None:
    """A place behind the first word of the sentence, which has its capital from there: "Troubled Haiti"."""
    if run.first or len(parts) < 2 or _given(parts[0]) or parts[0].lower in TITLES or look_up(key_of(parts, 0, 1)):
        return None
    key = key_of(context.tokens, 1, run.last)
    known = look_up(key)
    if known and _needed(key, known, context.tokens[1].text if run.last == 2 else "") == 0 and key not in NEVER:
        return Found(1, run.last, key, known.entries)
    return None
