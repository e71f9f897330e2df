"""What a number counts: the head of the noun phrase behind it, found without a lexicon.

Closed-class words and endings are enough: the phrase runs up to the first
preposition, conjunction, pronoun or verb form, and its head is the plural.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.extraction.words import Token

from .closed_words import COLLECTIVES, IRREGULAR, NOT_MEN, NOT_PLURAL, OBJECTS, PEOPLES, STATES, STOPS
from .number_words import COUNTING
from .phrases import glued, wordset

Tokens = Sequence[Token]

LONGEST = 9  # words of a noun phrase; what stands further away is not counted here
_HYPHENS = frozenset("-‐‑–")
_QUOTES = frozenset("\"“‘'«")
_PARTITIVE = wordset("the its his her their our my your these those such all this that")
_LOOSE = frozenset(["more", "additional", "further", "extra", "such"])
# Plurals that stand before the noun they describe: "arms dealers", "sports cars".
_MODIFIERS = wordset(
    "arms sports sales communications weapons operations logistics electronics rights customs goods economics",
    "athletics systems affairs services emergency women men children news police savings futures drugs munitions",
    "works media data staff aircraft crew infantry cavalry artillery cattle fish livestock missing injured",
    "wounded displaced homeless unemployed dead detained arrested hospitalised hospitalized",
)


@dataclass(frozen=True, slots=True)
class Noun:
    """`first` and `after` are the tokens of the whole phrase, `unit` its head in the plural."""

    first: int
    after: int
    unit: str


def noun_after(tokens: Tokens, at: int, *, one: bool = False) -> Noun | None:
    """The counted noun behind a number. `one`: the number is one, so that the head is a singular."""
    partitive = _past_partitive(tokens, at)
    parted, at = partitive > at + 1, partitive
    while tokens[at].lower in _LOOSE or (tokens[at].text in _QUOTES and tokens[at + 1].kind == "word"):
        at += 1
    at = _past_measure(tokens, at)
    run = _run(tokens, at)
    if not run:
        return None
    if one and not parted:
        last = _singular_head(tokens, run)
        return Noun(at, last + 1, plural(_head_text(tokens, last))) if last is not None else None
    mass = next((place for place in run if parted and place > 0 and tokens[place].lower in COLLECTIVES), None)
    head = _plural_head(tokens, run)
    if mass is not None and (head is None or head > mass):
        return Noun(at, mass + 1, tokens[mass].text)
    if head is not None:
        return Noun(at, head + 1, _head_text(tokens, head))
    return None


def _head_text(tokens: Tokens, head: int) -> str:
    """The word itself, with all that is grown together: "F-16s", "co-defendants"."""
    first = head
    while first and tokens[head].lower == "s" and glued(tokens, first - 1) and head - first < 4:
        first -= 1
    if first > 1 and tokens[first - 1].text in _HYPHENS and glued(tokens, first - 1) and glued(tokens, first - 2):
        first -= 2 if tokens[first - 2].kind == "word" else 0
    return "".join(token.text for token in tokens[first : head + 1])


def _past_partitive(tokens: Tokens, at: int) -> int:
    """Past "of the", "of its", "of"."""
    if tokens[at].lower != "of":
        return at
    at += 1
    while tokens[at].lower in _PARTITIVE:
        at += 1
    return at


def _past_measure(tokens: Tokens, at: int) -> int:
    """Past the "12-inch" of "ten 12-inch guns", the "three-storey" of "40 three-storey houses"."""
    if tokens[at].kind != "number" and tokens[at].lower not in COUNTING:
        return at
    if len(tokens[at].text) == 4 and tokens[at].text[:2] in ("19", "20") and is_plural(tokens[at + 1]):
        return at + 1  # "five 1976 fights"
    end = at
    while tokens[end + 1].text in _HYPHENS and glued(tokens, end) and glued(tokens, end + 1) and end < at + 6:
        end += 2
    if end == at or tokens[end].kind != "word":
        return at
    if tokens[end + 1].kind == "word" and tokens[end + 1].lower not in STOPS:
        return end + 1
    return end if is_plural(tokens[end]) else at  # "12 three-pointers"


def _run(tokens: Tokens, at: int) -> list[int]:
    """The places of the phrase's words; those before a hyphen or a possessive count as describing words."""
    run: list[int] = []
    while len(run) < LONGEST:
        token = tokens[at]
        if token.lower in COUNTING and tokens[at - 1].text not in _HYPHENS:
            break  # "94% effective two weeks later"
        if token.kind == "word" and (token.lower not in STOPS or _inside(tokens, at, run)):
            if _is_adverb(token) and not _is_past_tense(tokens[at + 1]):
                break
            if run and _is_past_tense(token) and not is_plural(tokens[at + 1]) and tokens[at - 1].text not in _HYPHENS:
                break
            run.append(at)
        elif token.kind == "possessive" and run:
            if is_plural(tokens[abs(run[-1])]) and token.text in ("'", "’") and tokens[at + 1].kind != "word":
                break
            run = run[:-1]
            run.append(-at)
        elif (token.text in _HYPHENS and run and glued(tokens, at - 1) and glued(tokens, at)) or (
            token.kind == "number" and run and _is_in_a_name(tokens, at)
        ):
            run.append(-at)
        else:
            break
        at += 1
    return run


def _is_in_a_name(tokens: Tokens, at: int) -> bool:
    """Whether a number belongs to the model that describes the noun: "T-72 tanks", "M1 Abrams", "Leopard 2 tanks"."""
    if glued(tokens, at - 1):
        return tokens[at - 1].text in _HYPHENS or tokens[at - 1].kind == "word"
    return tokens[at - 1].capital and tokens[at].text.isdigit() and is_plural(tokens[at + 1])


def _inside(tokens: Tokens, at: int, run: list[int]) -> bool:
    """Whether a closed-class word is part of a hyphened one ("door-to-door"), or a noun here ("14 fights")."""
    if tokens[at].lower in _DEEDS and not any(is_plural(tokens[n]) for n in run if n > 0):
        # "before 40 cuts the risk", "one in fifty breaks three hours"
        return tokens[at + 1].lower not in OBJECTS | COUNTING.keys() and tokens[at + 1].kind != "number"
    before = tokens[at - 1].text in _HYPHENS and tokens[at - 1].end == tokens[at].start
    behind = tokens[at + 1].text in _HYPHENS and glued(tokens, at) and tokens[at + 1].end == tokens[at + 2].start
    if before or behind:
        return True
    following = tokens[at + 1]
    return tokens[at].lower in _ADJECTIVES_TOO and following.kind == "word" and following.lower not in STOPS


# Verbs in the third person that are nouns as often.
_DEEDS = wordset(
    "fights works hits runs wins sets cuts shows leads draws rises falls breaks strikes leaves finds needs means",
    "stands remains shots buys lies",
)
# Closed here for what they mostly are; before another noun they describe it ("two first goals", "six live births").
_ADJECTIVES_TOO = wordset(
    "daily weekly monthly yearly overall",
    "long high deep old free total lead first second third work strike live run set cut lost back following fallen",
    "break broken sunken born given written killing leaving show stand",
)


def _is_past_tense(token: Token) -> bool:
    return (
        token.lower.endswith("ed") and len(token.lower) > 3 and token.lower not in ("hundred", "seed", "speed", "bed")
    )


def _is_adverb(token: Token) -> bool:
    return token.lower.endswith("ly") and len(token.lower) > 4 and token.lower not in _LY_WORDS


_LY_WORDS = wordset(
    "family supply assembly reply monopoly anomaly butterfly elderly friendly weekly monthly early daily yearly",
    "deadly costly likely only unlikely hourly quarterly orderly scholarly silly ugly lonely lively rally fly",
    "italy",
)


def is_plural(token: Token) -> bool:
    word = token.lower
    if token.kind != "word":
        return False
    if word in IRREGULAR or word in PEOPLES or (word.endswith("men") and len(word) > 4 and word not in NOT_MEN):
        return True
    return (
        word.endswith("s") and len(word) > 2 and word not in NOT_PLURAL and not word.endswith(("ss", "us", "is", "'s"))
    )


def _plural_head(tokens: Tokens, run: list[int]) -> int | None:
    """The plural that ends the phrase: the first, or a later one where the first describes it."""
    head: int | None = None
    for place in run:
        if _is_plural_model(tokens, place):
            return place
        if place < 0:
            if head is not None and tokens[-place].text in _HYPHENS and -place == head + 1:
                head = None  # "arms-control experts"
            continue
        token = tokens[place]
        joined = tokens[place + 1].text in _HYPHENS and glued(tokens, place) and tokens[place + 2].kind == "word"
        if joined and glued(tokens, place + 1):
            continue
        if head is not None and not _describes(tokens[head], token):
            break
        if is_plural(token):
            head = place
    return head


def _is_plural_model(tokens: Tokens, place: int) -> bool:
    """The s of "F-16s"."""
    return place > 1 and tokens[place].lower == "s" and tokens[place - 1].kind == "number" and glued(tokens, place - 1)


def _describes(token: Token, following: Token) -> bool:
    """Whether a plural may stand before its noun: "arms dealers", "United Nations peacekeepers", "M1 Abrams tanks"."""
    if token.lower in _MODIFIERS:
        return True
    return token.capital and (token.lower in _CAPITAL_MODIFIERS or (is_plural(following) and not following.capital))


_CAPITAL_MODIFIERS = wordset("nations states emirates forces services netherlands philippines kings reds")


def _singular_head(tokens: Tokens, run: list[int]) -> int | None:
    """The last word of "one Israeli soldier"; a past form behind a noun is a verb ("one person died")."""
    head: int | None = None
    for place in run:
        if place < 0:
            continue
        token = tokens[place]
        if _is_past_tense(token) and place == run[-1]:
            break
        if _is_adverb(token):
            continue
        if is_plural(token) and token.lower not in _MODIFIERS and not token.capital and token.lower not in STATES:
            break  # "one source claims": a verb
        if not (tokens[place + 1].text in _HYPHENS and glued(tokens, place) and glued(tokens, place + 1)):
            head = place
    return head


def plural(noun: str) -> str:
    """ "member" → "members", "city" → "cities", "woman" → "women"."""
    lower = noun.lower()
    if lower == "person":
        return "people"
    if lower == "child":
        return noun + "ren"
    if lower.endswith("man") and lower not in ("german", "human", "roman", "ottoman", "norman", "shaman", "talisman"):
        return noun[:-2] + "en"
    if lower in IRREGULAR or lower in STATES:
        return noun
    if lower.endswith("y") and lower[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if lower.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    return noun + "s"


_NO_NOUNS = wordset(
    "way off on to in up down plus odd ish dimensional sided fold based old strong and or star stars starred",
    "something",
)


def hyphened_noun(tokens: Tokens, hyphen: int) -> Noun | None:
    """ "a 15-member council" counts members; "two-way" and "three-legged" are other things."""
    word = tokens[hyphen + 1]
    if word.kind != "word" or word.capital or word.lower in _NO_NOUNS or word.lower.endswith("ed"):
        return None
    if is_plural(word):
        return None  # "three-pointers" are one word
    return Noun(hyphen + 1, hyphen + 2, plural(word.text))
