"""What became of those who are counted, read off the clause of the figure.

In this order: the verb right before the figure ("killed 600"), a noun that a
linking verb leads to the figure ("deaths had risen to 600"), the words behind
the noun phrase ("600 soldiers were killed"), the clause before ("the killing of
600").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.extraction.quantities.closed_words import AUXILIARIES, CHANGES, OBJECTS, PREPOSITIONS, VERBS
from claims.extraction.quantities.number_words import COUNTING
from claims.extraction.quantities.phrases import wordset
from claims.extraction.words import Token

from .kin import PHRASES
from .subject_words import DEED_OF, FATE_OF, FATED, UNITED

Tokens = Sequence[Token]

WINDOW = 16  # tokens behind a noun phrase
BACK = 12  # tokens before a figure
PART = 20  # tokens between a part and what befell the whole
LINK = 7  # tokens of "deaths had by then risen to"
_BREAKS = frozenset((";", ":", ".", "!", "?", "while", "whereas", "but", "although", "though", "because"))
_LATER = wordset("after before when where until since unless if than as with")  # another clause, or another time
_ASIDES = wordset(
    "most many all some including mostly mainly almost nearly who which both according he she",
)
# Between a verb and its figure: "killed a total of as many as 600", "wounding at least another 40".
BETWEEN = wordset(
    "a an the its their his her our another further additional extra about around some nearly almost at least",
    "most up to as many no fewer more less than total of in all only just also well over under roughly",
    "approximately between estimated reportedly alone altogether and or on average",
)
_LINKING = (
    AUXILIARIES
    | CHANGES
    | wordset(
        "reached reaches reach stood stands stand at to by now then so far passed passes topped exceeded hit put",
        "puts in total numbered totalled totaled number numbers since already still of from was were amounted",
        "amount includes included : - –",
    )
)
# Behind its subject without "were" these say what the subject did: "600 homes lost power", "600 men closed the road".
_ACTIVE = wordset(
    "lost lose loses losing closed opened sold bought ordered built produced planted felled exported imported",
    "stole attended visited joined provided delivered supplied sent fired launched hired charged affected",
    "repaired cancelled delayed called order open sell buy close fire launch order build release rescue",
    "released rescued freed saved detained arrested captured seized killed wounded injured destroyed damaged",
    "kill wound injure destroy damage struck left shut executed murdered evacuated",
)
_OFFICES = frozenset(
    ("held", "dismissed", "hired", "deserted", "surrendered", "striking", "voted", "protested", "married")
)


@dataclass(frozen=True, slots=True)
class Fates:
    fates: frozenset[str] = frozenset()
    deeds: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.fates or self.deeds)


NOTHING = Fates()


def fates_of(tokens: Tokens, first: int, head_end: int, floor: int, ceiling: int, *, persons: bool) -> Fates:
    """`floor` and `ceiling` are where the figures beside this one end and begin."""
    return (
        _verb_before(tokens, first, floor, persons)
        or _led_to(tokens, first, floor, persons)
        or _behind(tokens, head_end, ceiling, persons)
        or _before(tokens, first, floor, persons)
    )


def _verb_before(tokens: Tokens, first: int, floor: int, persons: bool) -> Fates:
    """The verb that has the figure as its object: "killed at least", "wounding"."""
    at = first - 1
    while at >= floor and at >= first - LINK and tokens[at].lower in BETWEEN:
        at -= 1
    if at < floor or tokens[at].kind != "word":
        return NOTHING
    if at + 1 < first and tokens[at + 1].lower in ("and", "or"):
        return NOTHING  # "were killed and 40": the figure begins anew
    return sense_of(tokens, at, persons)


def _led_to(tokens: Tokens, first: int, floor: int, persons: bool) -> Fates:
    """ "the number of wounded had risen to", "deaths:"."""
    at = first - 1
    while at >= floor and at >= first - LINK and (tokens[at].lower in _LINKING or tokens[at].lower in BETWEEN):
        at -= 1
    if at < floor or at == first - 1:
        return NOTHING
    gap = {token.lower for token in tokens[at + 1 : first]}
    if gap & {":", "-", "–"} and tokens[at].lower not in FATED:
        return NOTHING  # "Deaths: 600", but not "Dogs were bought: 600"
    if not gap & (AUXILIARIES | CHANGES | {"reached", "stood", "at", "to", ":", "totalled", "totaled", "passed"}):
        return NOTHING
    return sense_of(tokens, at, persons)


def _behind(tokens: Tokens, at: int, ceiling: int, persons: bool) -> Fates:
    """The first fate behind the noun phrase, joined by what stands beside it with "and" or "or"; else the deeds.

    Behind another verb ("600 homes based their …") only what is done to them counts: "were destroyed".
    """
    deeds: frozenset[str] = frozenset()
    stop, aside, late, subject = min(at + WINDOW, ceiling, len(tokens)), False, False, at
    while at < stop:
        token = tokens[at]
        if token.lower in _BREAKS or token.lower in _LATER:
            break
        if token.text == ",":
            following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
            if not aside and following not in _ASIDES and not following.endswith("ly"):
                break
            aside = not aside
        elif not aside and token.kind == "word":
            active = not _lost(tokens, at) and _is_active(tokens, at, subject, ceiling)
            sense = NOTHING if active else sense_of(tokens, at, persons)
            late = late or active  # "600 men closed the road": what follows befell the road
            if sense.fates and (not late or _is_done_to(tokens, at)):
                return Fates(_united(sense.fates, _joined(tokens, at, stop, persons)), deeds)
            deeds |= sense.deeds if not late else frozenset()
            late = late or (not sense and _is_a_verb(token))
        at += 1
    return Fates(frozenset(), deeds)


def _is_a_verb(token: Token) -> bool:
    return token.lower in VERBS or (token.lower.endswith("ed") and len(token.lower) > 4)


def _is_done_to(tokens: Tokens, at: int) -> bool:
    """ "were", "had been" right before, or with an adverb between."""
    before = tokens[at - 2].lower if tokens[at - 1].lower.endswith("ly") else tokens[at - 1].lower
    return before in _PASSIVE or before in ("had", "have", "has")


def _joined(tokens: Tokens, at: int, stop: int, persons: bool) -> frozenset[str]:
    """ "or wounded" behind "killed"; "dead" behind "shot"."""
    following = at + 1
    if following + 1 < stop and tokens[following].lower in ("or", "and"):
        following += 1
        return sense_of(tokens, following, persons).fates
    return frozenset()


def _united(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    both = one | other
    for pair, name in UNITED.items():
        if pair <= both:
            return (both - pair) | {name}
    return both


def _is_active(tokens: Tokens, at: int, subject: int, ceiling: int) -> bool:
    """Whether a verb has an object of its own: "600 soldiers killed the mayor", "600 homes lost power"."""
    word = tokens[at].lower
    if word not in _ACTIVE:
        return False
    if any(token.lower in _PASSIVE for token in tokens[max(subject, at - 4) : at]):
        return False
    if at + 1 >= len(tokens) or tokens[at + 1].kind not in ("word", "number"):
        return False
    following = tokens[at + 1]
    if following.kind == "number" or following.lower in OBJECTS or following.lower in COUNTING or at + 1 == ceiling:
        return True
    if word in ("killed", "wounded", "injured", "captured", "detained", "arrested", "destroyed", "damaged"):
        return False  # mostly a passive cut short: "600 soldiers killed last year"
    return following.lower not in PREPOSITIONS | AUXILIARIES and following.lower not in _LOOSE


_PASSIVE = wordset(
    "were was been being are is be get got",
)
_LOOSE = wordset(
    "and or last yesterday today so overnight nationwide since this during alone early late",
)


def _before(tokens: Tokens, first: int, floor: int, persons: bool) -> Fates:
    """The last fate of the clause before, with no comma between: "the deaths of", "the attack that left … dead"."""
    for at in range(first - 1, max(floor, first - BACK) - 1, -1):
        if (
            tokens[at].lower in _BREAKS
            or tokens[at].text in ",()"
            or tokens[at].lower in ("and", "when", "after", "before")
        ):
            break
        sense = sense_of(tokens, at, persons)
        if sense:
            return sense
    return NOTHING


def fates_before(tokens: Tokens, first: int, persons: bool) -> Fates:
    """The nearest fate before a part of a whole, past other figures and commas."""
    for at in range(first - 1, max(-1, first - PART), -1):
        sense = sense_of(tokens, at, persons)
        if sense.fates:
            return sense
    return NOTHING


def sense_of(tokens: Tokens, at: int, persons: bool) -> Fates:
    """The sense of one word where it stands."""
    word = word_at(tokens, at)
    fates, deeds = FATE_OF.get(word, frozenset()), DEED_OF.get(word, frozenset())
    if lost := _lost(tokens, at):
        return lost
    if word == "shot" and at + 1 < len(tokens) and tokens[at + 1].lower == "dead":
        return Fates(frozenset({"dead"}))
    if word in _DRIVING and _from_their_homes(tokens, at):
        return Fates(frozenset({"fled"}))
    if not persons and not word.startswith("captur"):
        fates -= _OFFICES if word not in ("lives", "life") else fates
    return Fates(fates, deeds if not fates else frozenset())


def _lost(tokens: Tokens, at: int) -> Fates:
    """ "Lost their lives", "lost their homes"."""
    if tokens[at].lower not in ("lost", "lose", "loses", "losing"):
        return NOTHING
    behind = {token.lower for token in tokens[at + 1 : at + 4]}
    if behind & {"lives", "life"}:
        return Fates(frozenset({"dead"}))
    return Fates(frozenset({"fled"})) if behind & {"homes", "home"} else NOTHING


def word_at(tokens: Tokens, at: int) -> str:
    """The word, or the one that stands for it and the next: "called off" is cancelled."""
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return PHRASES.get((tokens[at].lower, following), tokens[at].lower)


def _from_their_homes(tokens: Tokens, at: int) -> bool:
    behind = [token.lower for token in tokens[at + 1 : at + 14]]
    return bool({"homes", "houses", "home", "villages"} & set(behind)) and bool({"from", "out"} & set(behind))


_DRIVING = wordset("forced forcing forces drove driven driving chased")
