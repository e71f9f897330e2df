"""The subject of a reporting verb: who said it."""

from __future__ import annotations

from dataclasses import dataclass

from . import grammar
from .following import phrase_after
from .naming import PUBLISHED, Phrase, described
from .preceding import phrase_before
from .tokens import Tokens, is_documentary, is_name, is_plain

ASIDE = 16  # tokens between two commas: "John Smith, director of the agency, said"


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """The verb with its auxiliaries and adverbs: where it starts, and what they make of it."""

    start: int
    helpers: tuple[str, ...]

    def has(self, words: frozenset[str]) -> bool:
        return any(word in words for word in self.helpers)


def verb_group(tokens: Tokens, verb: int) -> VerbGroup:
    """ "has repeatedly denied", "did not confirm", "refused to say", walked from the verb leftwards."""
    helpers: list[str] = []
    j = verb - 1
    while j >= 0 and verb - j <= 8:
        low = tokens[j].lower
        if tokens[j].capital and j > 0:  # the WHO, 3 May
            break
        if low in grammar.AUXILIARIES or low == "to" or (low in grammar.TO_VERBS and helpers and helpers[-1] == "to"):
            helpers.append(low)
        elif low in ("example", "instance") and j and tokens[j - 1].lower == "for":
            j -= 1
        elif low == "on" and helpers and helpers[-1] == "to":  # "went on to say"
            pass
        elif not _is_adverb(tokens, j):
            break
        j -= 1
    return VerbGroup(j + 1, tuple(helpers))


def _is_adverb(tokens: Tokens, j: int) -> bool:
    token = tokens[j]
    if token.kind != "word" or (token.capital and j > 0):
        return False
    return token.lower in grammar.ADVERBS or (token.lower.endswith("ly") and token.lower not in grammar.NOUNS_IN_LY)


REFLEXIVES = frozenset(("himself", "herself", "itself", "themselves"))


def subject_before(tokens: Tokens, verb: int, *, anyone: bool = False) -> Phrase | None:
    """The subject that ends where the verb group starts, past a date or an aside between commas."""
    last = _past_time(tokens, verb - 1)
    if last >= 0 and tokens[last].lower in REFLEXIVES:
        last -= 1  # "the author himself concedes"
    if last < 0:
        return None
    text = tokens[last].text
    if text == ",":
        return _past_aside(tokens, last, anyone=anyone)
    if text == ")":
        return phrase_before(tokens, last) or _past_brackets(tokens, last)
    if tokens[last].text in ("who", "which", "that"):
        return _antecedent(tokens, last)
    if last and tokens[last].lower in PUBLISHED and is_documentary(tokens[last - 1]):
        last -= 1  # "footage published on 3 May shows"
    return phrase_before(tokens, last, anyone=anyone) or _past_relative(tokens, last)


def _past_relative(tokens: Tokens, last: int) -> Phrase | None:
    """ "an official who asked not to be named said"."""
    for j in range(last, max(0, last - 10), -1):
        if tokens[j].text == "who":
            found = phrase_before(tokens, j - 1)
            return found if found and found.sort == "speaker" else None
        if tokens[j].kind == "sign" and tokens[j].text != "-":
            return None
    return None


def _past_time(tokens: Tokens, last: int) -> int:
    """Skip "on Monday", "in 2019", "last week" between the subject and its verb."""
    j, floor = last, last - 6
    while j > floor and j > 0 and _is_when(tokens, j):
        j -= 1
    if j == last or j < 0:
        return last
    if tokens[j].lower in ("on", "in", "by", "at", "during", "since"):
        return j - 1
    if tokens[j].lower == "of" and is_documentary(tokens[j - 1]):
        return j - 1  # "the census of 1926"
    return (
        j
        if tokens[j + 1].lower in ("last", "this", "earlier", "late", "early") or tokens[j + 1].lower in grammar.DAYS
        else last
    )


def _is_when(tokens: Tokens, j: int) -> bool:
    low = tokens[j].lower
    return (
        tokens[j].kind == "number"
        or low in grammar.TIMES
        or (low in ("this", "earlier", "the", "of") and j + 1 < len(tokens) and tokens[j + 1].lower in grammar.TIMES)
    )


def _past_brackets(tokens: Tokens, last: int) -> Phrase | None:
    """ "John Smith (born 1950) said": the phrase before the bracket."""
    for j in range(last - 1, max(0, last - 10), -1):
        if tokens[j].text == "(":
            return phrase_before(tokens, j - 1)
    return None


def _antecedent(tokens: Tokens, relative: int) -> Phrase | None:
    """ "the minister, who said": whom "who" stands for. "that" and "which" stand for too much else."""
    if tokens[relative].lower == "that" or relative < 1:
        return None
    before = relative - 1
    if tokens[before].text == ",":
        before -= 1
    found = phrase_before(tokens, before)
    if found and tokens[relative].lower == "which" and (found.sort == "name" or before == relative - 1):
        return None
    return found


def _past_aside(tokens: Tokens, comma: int, *, anyone: bool = False) -> Phrase | None:
    """The subject before ", …," and the apposition that stands between the commas."""
    first = comma - 1
    while first >= 0 and comma - first <= ASIDE and tokens[first].text != ",":
        first -= 1
    if first <= 0 or tokens[first].text != "," or first + 1 >= comma:
        return None
    # "A fisherman, Salem Ali, said": whoever has a name behind the comma is somebody.
    outer = phrase_before(tokens, first - 1, anyone=anyone and is_name(tokens[first + 1]))
    if outer is None:
        # "John Smith, director of the bank, and chair of the fund, said": one aside further out.
        return None
    if outer.start and tokens[outer.start - 1].lower in grammar.PREPOSITIONS and outer.sort == "name":
        return None  # "In Kyiv, the capital, said" hangs on its preposition
    return apposed(tokens, outer, first + 1, comma) or outer


def apposed(tokens: Tokens, outer: Phrase, start: int, end: int) -> Phrase | None:
    """Outer and the apposition [start, end) as one phrase; None when that is no apposition."""
    name = outer.name
    if outer.sort == "document" and tokens[start].lower in ("by", "from"):
        start += 1
        name = (start, end)
    if not _is_apposition(tokens, start, end):
        return None
    inner = described(tokens, start, end)
    if inner and outer.sort != "name" and inner.sort == "name":
        name = inner.name
    return Phrase(outer.start, end, outer.head, outer.sort, name)


def _is_apposition(tokens: Tokens, start: int, end: int) -> bool:
    first = tokens[start]
    opens = is_name(first) or is_plain(first) or first.lower in grammar.DETERMINERS
    if (
        not opens
        or first.lower in grammar.PARTICIPIAL_ADJECTIVES
        or first.lower.endswith("ing")
        or first.lower in ("according", "citing", "known", "called", "founded", "formed")
    ):
        return False
    return not any(t.lower in grammar.AUXILIARIES or t.text in ";:—" for t in tokens[start:end])


def subject_after(tokens: Tokens, verb: int) -> Phrase | None:
    """The subject of an inverted verb: "…", said the minister, John Smith."""
    found = phrase_after(tokens, verb + 1)
    if found is None or found.sort == "document":
        return None
    end = found.end
    if end < len(tokens) and tokens[end].text == ",":
        return with_apposition(tokens, found)
    ends = (
        end >= len(tokens)
        or tokens[end].kind == "sign"
        or tokens[end].lower in grammar.PREPOSITIONS | {"who", "when", "after", "as", "before"}
    )
    return found if ends or tokens[end].lower in grammar.DAYS else None


def with_apposition(tokens: Tokens, found: Phrase) -> Phrase:
    """The phrase with ", director of the agency" behind it, where that is what follows."""
    end = found.end
    if end + 1 >= len(tokens) or tokens[end].text != ",":
        return found
    inner = phrase_after(tokens, end + 1)
    if inner is None or inner.start != end + 1:
        return found
    closes = (
        inner.end >= len(tokens)
        or tokens[inner.end].text in (",", ".", ";", ")")
        or tokens[inner.end].lower in ("who", "which")
    )
    role = inner.sort == "speaker" or (found.sort == "speaker" and inner.sort == "name" and found.head == found.end - 1)
    if (
        not closes
        or not role
        or (found.sort == "speaker" and inner.sort == "speaker" and not is_name(tokens[found.end - 1]))
    ):
        return found
    return apposed(tokens, found, end + 1, inner.end) or found


def clause_subject(tokens: Tokens, before: int) -> Phrase | None:
    """The subject of the main clause that token `before` hangs on: the first phrase of the sentence that can speak."""
    start = max(0, before - 45)
    for j in range(before - 1, start - 1, -1):
        if tokens[j].text in ";:":
            start = j + 1
            break
    if start >= before:
        return None
    if tokens[start].lower in grammar.PREPOSITIONS | grammar.ADVERBS | grammar.CONJUNCTIONS:
        start = next((j + 1 for j in range(start, min(before, start + 15)) if tokens[j].text == ","), before)
    found = phrase_after(tokens, start) if start < before else None
    if found is None or found.sort == "document" or found.end >= before:
        return None
    if tokens[found.end].text == ",":
        wider = with_apposition(tokens, found)
        return wider if found.end < wider.end < before else None
    return found if tokens[found.end].kind == "word" else None
