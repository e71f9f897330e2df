"""Names that are places by how they are built, or by what the sentence says of them.

"Pripyat River", "Port of Odesa", "17 Gorky Street"; "the village of X", "X is a town in".
"""

from __future__ import annotations

from claims.extraction.demonyms import DEMONYMS
from claims.extraction.parts import PlacePrecision
from claims.extraction.words import Token

from .ambiguity import NEVER, PLACE_ENDINGS, PLACELESS, PLACELESS_ENDINGS
from .capitals import Run, key_of
from .gazetteer import look_up
from .name_words import BLOCKING, HYPHENED, ORGANISATIONS, TITLES
from .names import given_names, is_person
from .place_words import (
    ADMIN,
    BUILDINGS,
    FACILITIES,
    FACILITY_PAIRS,
    HEADS_OF,
    INSTITUTIONS,
    NATURE,
    NATURE_FIRST,
    PLACE_FIRST,
    PLAIN_TYPES,
    QUALIFIERS,
    SETTLEMENTS,
    SURNAME_HEADS,
    TYPES_OF_TWO,
)  # fmt: skip
from .shut_names import is_blocked
from .surroundings import STRENGTH, Context, Cue, Found

_OF_TOWNS = ADMIN | {"airport", "refinery", "prison", "shipyard", "city"}  # named after the town where they are
_NO_PLACE = DEMONYMS | ORGANISATIONS | NEVER
_AUTHORITIES = frozenset({"school", "police", "judicial", "congressional", "electoral", "health"})


def built(context: Context, run: Run, parts: list[Token]) -> Found | None:
    if len(parts) < 2 or (parts[-1].lower == parts[0].lower):
        return None
    precision = _built_as(context, run, parts, blocked=any(part.lower in BLOCKING for part in parts))
    if precision is None:
        return None
    cue = context.cue(run.first)
    if len(parts) == 2 and parts[1].lower in SURNAME_HEADS and parts[0].lower in given_names() and cue == "none":
        return None  # "Grant Hill"
    key = key_of(context.tokens, run.first, run.last - 1)
    base = look_up(key) if parts[-1].lower in _OF_TOWNS else None
    first = run.first
    if (
        first
        and parts[-1].lower in FACILITIES
        and context.tokens[first - 1].kind == "number"
        and context.beside(first - 1)
    ):
        first -= 1  # "17 Gorky Street"
    return Found(first, run.last, key, base.entries if base else (), precision, cue)


def owned(context: Context, at: int, parts: list[Token]) -> Found | None:
    """A building or a land with its patron's name: "Guy's Hospital", "Martyrs' Square"."""
    run, first = context.runs[at], context.owner(at)
    if first is None or len(parts) > 2 or key_of(context.tokens, first, first + 1) in context.names.people:
        return None
    head, cue = parts[-1].lower, context.cue(first)
    if head in INSTITUTIONS and STRENGTH[cue] < 2:
        return None
    if head in FACILITIES | INSTITUTIONS:
        return Found(first, run.last, "", (), "facility", cue)
    return Found(first, run.last, "", (), "area", cue) if head in NATURE else None


def _built_as(context: Context, run: Run, parts: list[Token], *, blocked: bool) -> PlacePrecision | None:
    """What kind of place the words of a name say it is."""
    last, pair = parts[-1].lower, (parts[-2].lower, parts[-1].lower)
    if len(parts) == 2 and parts[0].lower in TITLES and last in SURNAME_HEADS:
        return None  # "General Hill"
    if last in INSTITUTIONS:
        inside = STRENGTH[context.cue(run.first)] > 1 and context.lower(run.last) != "of"  # "Hall of Fame"
        return "facility" if inside else None
    if last in ("centre", "center") and len(parts) == 2 and _is_inside(context, run.first):
        return "facility"  # "a shop in the Harlow Centre"
    if last in FACILITIES or pair in FACILITY_PAIRS:
        return "facility"
    if last in NATURE or (parts[0].lower in NATURE_FIRST and not blocked):
        return "area"
    if (last in ADMIN and pair[0] not in _AUTHORITIES) or (parts[0].lower == "county" and len(parts) == 2):
        return "region"
    if last in ("state", "city"):
        grown = len(parts) > 2 and pair[0] == "metropolitan"  # "Ulsan Metropolitan City"
        return "city" if grown and not blocked else _state_or_city(context, run, last)
    return "facility" if parts[0].lower in PLACE_FIRST and len(parts) < 4 and not blocked else None


def _is_inside(context: Context, first: int) -> bool:
    return context.lower(first - 1) == "the" and context.lower(first - 2) in ("in", "inside", "outside", "near")


def _state_or_city(context: Context, run: Run, word: str) -> PlacePrecision | None:
    """ "Rakhine State" is a region, "Michigan State" a university; "in Leicester City" only is a place."""
    base = look_up(key_of(context.tokens, run.first, run.last - 1))
    if base is None:
        return None
    if word == "state":
        return "region" if any(entry.kind == "region" and entry.country != "US" for entry in base.entries) else None
    return "city" if STRENGTH[context.cue(run.first)] > 1 else None


def built_with_of(context: Context, at: int) -> tuple[Found, int] | None:
    """A head that takes its name with "of": "Gulf of Sidra", "Port of Odesa"."""
    run = context.runs[at]
    head = context.lower(run.last - 1)
    if head not in HEADS_OF or at + 1 >= len(context.runs) or context.linked(at + 1) != "of":
        return None
    if run.last - run.first > (3 if HEADS_OF[head] in ("area", "country") else 1):
        return None  # "Chittoor District of Andhra Pradesh" are two
    inner = context.runs[at + 1]
    if is_blocked(context, at) or is_blocked(context, at + 1) or inner.tail or inner.last - inner.first > 4:
        return None
    key = key_of(context.tokens, inner.first, inner.last)
    known = look_up(key)
    if HEADS_OF[head] != "area" and not known:
        return None
    entries = known.entries if known else ()
    return Found(run.first, inner.last, key, entries, HEADS_OF[head], context.cue(run.first)), 2  # type: ignore[arg-type]  # a word of the list


def shown(context: Context, run: Run, parts: list[Token]) -> Found | None:
    """A name that the gazetteer does not know, where the sentence says it is a place."""
    if not parts or len(parts) > 4 or is_person(parts) or parts[0].lower in TITLES or not _plain(parts):
        return None
    key = key_of(context.tokens, run.first, run.last)
    if key in context.names.people or key in NEVER or key in PLACELESS or key.endswith(PLACELESS_ENDINGS):
        return None
    if _is_ones_own(context, run) or _only_describes(context, run) or key in QUALIFIERS:
        return None
    cue: Cue = "near" if context.located(run.first) and len(parts) < 3 else context.cue(run.first)
    if _is_shown(context, run, parts, cue):
        return Found(run.first, run.last, key, (), None, cue)
    return None


def _is_ones_own(context: Context, run: Run) -> bool:
    """ "north of Stripe's offices": whoever is unknown and owns something is rather somebody."""
    return run.last < len(context.tokens) and context.tokens[run.last].kind == "possessive"


def _only_describes(context: Context, run: Run) -> bool:
    """ "in Facebook groups": an adjective of a noun that makes no place of it."""
    noun = context.lower(run.last)
    pair = (noun, context.lower(run.last + 1))
    if noun in PLAIN_TYPES or noun in BUILDINGS or noun in SETTLEMENTS or pair in TYPES_OF_TWO:
        return False
    return context.describes(run.last) and not noun.endswith(("ing", "ly"))


def remembered(context: Context, run: Run, parts: list[Token]) -> Found | None:
    """A name that the gazetteer does not know, where the text has said elsewhere that it is a place."""
    if not context.names.places or not parts or len(parts) > 4:
        return None
    key = key_of(context.tokens, run.first, run.last)
    if key not in context.names.places or key in context.names.people or context.plays(run.first, run.last):
        return None
    return Found(run.first, run.last, key, (), None, context.cue(run.first))


def _is_shown(context: Context, run: Run, parts: list[Token], cue: Cue) -> bool:
    if cue == "near" and (run.first > 1 or len(parts) > 1):
        return True
    if STRENGTH[cue] > 1 and parts[-1].lower.endswith(PLACE_ENDINGS):
        return True
    if (cue != "none" or context.text(run.first - 1) in ("(", ";")) and context.outer(run.last):
        return True
    if STRENGTH[cue] > 1 and (context.lies_in(run.last) or context.listed(run.first, run.last)):
        return True
    after = (context.lower(run.last), context.lower(run.last + 1))
    if after[0] in BUILDINGS and STRENGTH[cue] > 1 and context.beside(run.last - 1):
        return True
    if ((after[0] in PLAIN_TYPES and run.first) or after in TYPES_OF_TWO) and context.beside(run.last - 1):
        return True
    return context.defined(run.last)


def _plain(parts: list[Token]) -> bool:
    """Whether a name has nothing of an acronym, a people or an organisation."""
    capitals = [part for part in parts if part.capital and part.lower not in HYPHENED]
    return bool(capitals) and not any(
        part.text.isupper() or len(part.text) < 3 or part.lower in _NO_PLACE for part in capitals
    )
