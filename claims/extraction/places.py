"""Places of a sentence, by their own names.

The capitalised runs of the sentence are read from the left. Names of organisations,
events, works, posts and people shut out the places inside them, and what hangs on them
with "of" ("Bank of England", "Battle of Stalingrad"). What is left is a place when the
gazetteer knows it and nothing speaks against it, or when it is built as one ("Pripyat
River", "the village of X"). Last, the words around it that belong to its name are taken
in: "northern Israel", "Kursk region".
"""

from __future__ import annotations

from .geography.capitals import HYPHENS, glued, read_capitals
from .geography.constructions import built_with_of
from .geography.gazetteer import Entry, look_up
from .geography.name_words import BLOCKING
from .geography.names import Names, read_names
from .geography.place_words import (
    ACTORS_AFTER,
    BUILDINGS,
    DIRECTIONS,
    EVENTS_AFTER,
    SETTLEMENTS,
    TYPES_AFTER,
    TYPES_OF_TWO,
)
from .geography.placing import Hints, chosen, is_unlikely, placed, placed_by
from .geography.shut_names import shuts_out
from .geography.surroundings import Context, Found, parts_of
from .geography.toponyms import known_across, read_toponym
from .parts import Place, PlacePrecision
from .words import Words

__all__ = ["Names", "read_names", "read_places"]

_WIDEST = 8  # tokens of "northern, eastern and central" that are looked back over
_NOBODY = Names()


def read_places(words: Words, names: Names = _NOBODY) -> list[Place]:
    """All toponyms of a sentence, in order."""
    runs = read_capitals(words)
    context = Context(words, names, runs)
    places: list[Place] = []
    at = 0
    while at < len(runs):
        found, used = _read(context, at)
        if found and (placing := _place(context, found)):
            places.append(placing[0])
            context.ends[found.last - 1] = placing[1]
            context.cues[found.last - 1] = found.cue
        at += used
    return places


def _read(context: Context, at: int) -> tuple[Found | None, int]:
    """The place that begins with run `at`, and how many runs are done with."""
    if at in context.shut:
        shuts_out(context, at)
        return None, 1
    across = known_across(context, at) or built_with_of(context, at)
    if across:
        return across
    found = read_toponym(context, at)
    if found is None and _names_other(context, at):
        shuts_out(context, at)
    return found, 1


def _names_other(context: Context, at: int) -> bool:
    """Whether a run that is no place begins the name of something: "Bank (of England)", "Xi Jinping (of China)"."""
    run = context.runs[at]
    parts = parts_of(context.tokens, run.first, run.last)
    return bool(run.first) or len(parts) > 1 or any(part.lower in BLOCKING for part in parts)


def _place(context: Context, found: Found) -> tuple[Place, Entry | None] | None:
    """What was found with the words that belong to it, and the entry it was put at."""
    last, kind = _type_after(context, found)
    if _names_event(context, last):
        return None
    if context.lower(last) in ACTORS_AFTER and found.entries and found.entries[0].kind == "country":
        return None  # "UAE president"
    first = _direction_before(context, found.first)
    start, end = context.tokens[first].start, context.tokens[last - 1].end
    words = context.words.text[start:end]
    if not found.entries:
        kind = kind or found.precision or _unknown_kind(context, found)
        return placed_by(words, start, end, None, kind, _country_around(context, last)), None
    wanted = kind or found.precision
    definite = context.lower(found.first - 1) == "the"
    hints = Hints(context.names, _within(context, last), context.inner(found.first), words, definite)
    entry = chosen(found.entries, hints, wanted="region" if wanted == "region" else None)
    if is_unlikely(entry, found.entries, hints):
        return placed_by(words, start, end, None, wanted or "city"), None
    if first < found.first or (wanted and entry.kind != wanted) or _is_part(context, found, entry):
        return placed_by(words, start, end, entry, wanted or "area"), entry
    return placed(words, start, end, entry), entry


def _names_event(context: Context, last: int) -> bool:
    """Whether the name begins an event's: "the Gaza war", "the Madrid train bombings"."""
    if not context.beside(last - 1) or context.lower(last) in EVENTS_AFTER:
        return context.lower(last) in EVENTS_AFTER and context.beside(last - 1)
    compound = context.describes(last) and not context.lower(last).endswith("s")
    return compound and context.lower(last + 1) in EVENTS_AFTER


def _unknown_kind(context: Context, found: Found) -> PlacePrecision:
    noun = context.lower(found.first - 2) if context.lower(found.first - 1) == "of" else context.lower(found.last)
    return "city" if noun in SETTLEMENTS else "area"


def _is_part(context: Context, found: Found, entry: Entry) -> bool:
    """Whether the words name a part of the entry: "Southern Lebanon" of Lebanon."""
    word = context.lower(found.first)
    return word in DIRECTIONS and not entry.name.lower().startswith(word)


def _within(context: Context, last: int) -> tuple[Entry, ...]:
    """What the place is said to lie in: "Paris, Texas", "Gaza in Mozambique"."""
    if context.lower(last) == "in" and (at := context.run_at(last + 1)) is not None:
        run = context.runs[at]
        known = look_up(" ".join(token.lower for token in context.tokens[run.first : min(run.last, run.first + 4)]))
        return known.entries[:1] if known and known.entries[0].kind == "country" else ()
    return context.outer(last)


def _country_around(context: Context, last: int) -> str | None:
    """The country that an unknown place is said to lie in: "Kalambora, Zambia", "Zurak in Plateau State"."""
    if (behind := context.outer(last)) and behind[0].country:
        return behind[0].country
    at = last + (context.text(last) == ",")
    known = context.known_at(context.past_skipped(at + 1)) if context.lower(at) in ("in", "near") else None
    return known.entries[0].country if known else None


def _type_after(context: Context, found: Found) -> tuple[int, PlacePrecision | None]:
    """Where the name ends with the type word behind it, and the kind that it says: "Kursk region"."""
    last = found.last
    pair = (context.lower(last), context.lower(last + 1))
    if pair in TYPES_OF_TWO and context.beside(last - 1):
        return last + 2, TYPES_OF_TWO[pair]  # type: ignore[return-value]  # a word of the list
    word = context.text(last)
    if not found.entries and word in BUILDINGS and context.beside(last - 1) and found.precision is None:
        return last + 1, "region" if word in ("district", "region") else "facility"
    if word in TYPES_AFTER and context.beside(last - 1) and found.precision is None and not _only_noun(context, last):
        return last + 1, TYPES_AFTER[word]  # type: ignore[return-value]  # a word of the list
    return last, None


def _only_noun(context: Context, at: int) -> bool:
    """Whether the type word is the first of a compound: "Texas state law", "Dhaka division commander"."""
    if context.text(at) not in (
        "state",
        "division",
        "department",
        "coast",
        "sea",
        "county",
        "district",
        "island",
        "forest",
    ):
        return False
    return context.describes(at + 1)


def _direction_before(context: Context, first: int) -> int:
    """Where the directions before a name begin: "southern and central Turkey"."""
    at = first
    if context.text(first - 1) == "The" and look_up(f"the {context.lower(first)}"):
        return first - 1  # "The Hague"
    while at > 0 and first - at < _WIDEST:
        step = _direction_step(context, at)
        if step == 0 or any(token in context.ends for token in range(at - step, at)):
            break
        at -= step
    return at


def _direction_step(context: Context, at: int) -> int:
    before = context.lower(at - 1)
    if before in DIRECTIONS and context.beside(at - 1):
        if context.text(at - 2) in HYPHENS and glued(context.tokens, at - 2) and context.lower(at - 3) in DIRECTIONS:
            return 3  # "north-eastern"
        return 1
    if before in ("and", ",") and context.lower(at) in DIRECTIONS and context.lower(at - 2) in DIRECTIONS:
        return 2
    return 0
