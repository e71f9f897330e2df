"""What a figure counts: heads by sense, what became of them, whose they are, and what narrows them down."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from claims.extraction.parts import Figure
from claims.extraction.quantities.closed_words import AUXILIARIES, PREPOSITIONS, STOPS
from claims.extraction.quantities.phrases import wordset
from claims.extraction.words import Token, read_words

from .conversions import measure_of
from .fates import Fates, fates_before, fates_of
from .heard import Heard
from .names import names_in
from .predicates import doers_of, is_a_change, is_object, link_of, subject_of, verb_of
from .stems import stem
from .subject_words import FATE_OF, FATED, PERSONS, SENSES_OF, WIDE

Tokens = Sequence[Token]

_MEMBERS = frozenset(("members", "member", "people", "persons", "personnel", "workers", "officers"))
BESIDE = 6  # tokens before a figure that narrow it down
REACH = 7  # tokens behind a noun phrase that say whose it is: "soldiers of the northern army of Ostria"
# Before the noun: neither narrow it down nor make another of it.
_IDLE = wordset(
    "the a an its their his her our my this that these those such other own total whole entire overall",
    "combined registered reported confirmed known estimated individual separate different own new people local",
)
_MORE_BEFORE = frozenset(("another", "additional", "further", "extra"))
_MORE_BEHIND = frozenset(("more", "additional", "further", "extra", "others", "other"))
_COLLECTIVES = frozenset(
    ("crew", "workforce", "population", "crowd", "army", "garrison", "staff", "audience", "contingent", "membership")
)
_COMPARED = frozenset(("more", "less", "fewer", "higher", "lower", "longer", "shorter", "larger", "smaller"))
_PARTS = frozenset(("including", "included", "includes", "whom", "among"))
_OWNERS = frozenset(("of", "from", "belonging", "by", "among", "within"))


@dataclass(frozen=True, slots=True)
class Thing:
    """`heads` are senses, or the stem of a noun nobody knows. `owners` are the names in its own noun phrase and
    behind "of"; `names` all names of its sentence but those of who speaks. `more`: so many besides others."""

    heads: frozenset[str]
    fates: frozenset[str]
    deeds: frozenset[str]
    owners: frozenset[str]
    narrowed: frozenset[str]
    names: frozenset[str]
    more: bool
    part: bool
    fated: bool = False  # the noun itself is a fate: "600 infections"
    change: bool = False  # by so much something grew or shrank: "rose 2 metres", not "rose to 2 metres"
    doers: frozenset[str] = frozenset()  # names in the subject of its verb: "Ostria lost 600 soldiers"
    governed: bool = False  # its verb stands before it
    subject: frozenset[str] = frozenset()  # of the same verb: the senses of its head
    link: str = ""  # "have" or "be", where that is the verb
    verb: frozenset[str] = frozenset()  # the senses of what is done: "discharged" of "discharged 45 patients"
    beside: frozenset[str] = frozenset()  # the words next to the figure

    @property
    def persons(self) -> bool:
        return bool(self.heads & PERSONS)

    @property
    def wide(self) -> bool:
        """Whether it says no more than that they are people, or not even that ("600 deaths")."""
        return not self.heads or (self.fated and not self.persons) or WIDE in self.heads

    @property
    def whose(self) -> frozenset[str]:
        return self.owners | self.doers


def thing_of(heard: Heard, figure: Figure, *, named: bool = True) -> Thing:
    """What a figure of this sentence counts; the names of the sentence only where they are asked for."""
    tokens = heard.tokens
    first, after = tokens_of(tokens, figure.start, figure.end)
    floor, ceiling = _neighbours(heard, figure, first, after)
    head_end = _past_noun(tokens, figure, after, ceiling)
    heads, own_fates, narrowed = noun_of(figure.unit or "", figure.counted or "", figure.form)
    if _is_an_age(tokens, figure, first):
        heads = frozenset({"age"})
    elif not heads:
        heads = _behind_preposition(tokens, head_end, ceiling) or _before_of(tokens, figure, first)
    persons = not heads or bool(heads & PERSONS)
    part = _is_part(tokens, figure, first, after, floor)
    found = fates_of(tokens, first, head_end, floor, ceiling, persons=persons)
    if own_fates and not (found.fates and heads & PERSONS):
        found = Fates(own_fates)  # "600 deaths"; but hostages may have been freed
    elif part and not found.fates:
        found = fates_before(tokens, first, persons)  # "killed 40, including 12 children"
    owners = _owners(tokens, first, after, head_end, floor, ceiling)
    names = _names_of(heard) if named else ()
    return Thing(
        heads=heads,
        fates=found.fates,
        deeds=found.deeds,
        owners=frozenset(owners),
        narrowed=narrowed,
        names=frozenset(names),
        more=_is_more(tokens, first, after, head_end),
        part=part,
        fated=bool(own_fates),
        change=is_a_change(tokens, first, floor),
        doers=frozenset(doers_of(tokens, first, floor)) if named else frozenset(),
        governed=is_object(tokens, first, floor),
        subject=subject_of(tokens, first, floor),
        link=link_of(tokens, first, floor),
        verb=verb_of(tokens, first, head_end, floor, ceiling),
        beside=_beside(tokens, first, head_end, floor, ceiling),
    )


def _beside(tokens: Tokens, first: int, head_end: int, floor: int, ceiling: int) -> frozenset[str]:
    words = {token.lower for token in tokens[max(floor, first - BESIDE) : min(head_end + 3, ceiling)]}
    if head_end < ceiling and tokens[head_end].lower == "from":
        words.add("away")  # "90 metres from the church"
    return frozenset(words)


def _names_of(heard: Heard) -> tuple[str, ...]:
    """Without those who speak, where others are named."""
    tokens = heard.tokens
    everybody = names_in(tokens, 0, len(tokens))
    if not everybody:
        return ()
    return names_in(tokens, 0, len(tokens), [(voice.start, voice.end) for voice in heard.voices]) or everybody


def tokens_of(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    """The first token of a span and the first behind it."""
    first = bisect_left(tokens, start, key=lambda token: token.start)
    return first, bisect_left(tokens, end, lo=first, key=lambda token: token.start)


def _neighbours(heard: Heard, figure: Figure, first: int, after: int) -> tuple[int, int]:
    """Where the figure before ends and the one behind begins, in tokens."""
    figures, tokens = heard.figures, heard.tokens
    at = bisect_left(figures, figure.start, key=lambda other: other.start)
    floor = tokens_of(tokens, figures[at - 1].start, figures[at - 1].end)[1] if at else 0
    behind = next((other for other in figures[at : at + 2] if other.start >= figure.end), None)
    ceiling = tokens_of(tokens, behind.start, behind.end)[0] if behind else len(tokens)
    return min(floor, first), max(ceiling, after)


def _past_noun(tokens: Tokens, figure: Figure, after: int, ceiling: int) -> int:
    """The first token behind the noun that is counted."""
    words = (figure.counted or "").lower().split()
    if not words:
        return after
    last = words[-1].strip("'’\"“”")
    for at in range(after, min(after + 12, ceiling)):
        if tokens[at].lower == last or (
            last.endswith(tokens[at].lower) and tokens[at].kind == "word" and at > after + len(words) - 2
        ):
            return at + 1
    return after


@lru_cache(maxsize=8192)
def noun_of(unit: str, counted: str, form: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Heads, the fates that the noun phrase itself tells, and the words that narrow it down."""
    unit = unit.lower()
    tokens = read_words(counted).tokens
    words = [token.lower for token in tokens if token.kind == "word"]
    capitals = {token.lower for token in tokens if token.capital}
    head = words[-1] if words else unit
    head = unit if unit and unit in words else head
    heads: set[str] = set()
    fates: set[str] = set()
    for word in {head, unit} - {""}:
        fates |= FATE_OF.get(word, frozenset()) if word in FATED else frozenset()
        heads |= SENSES_OF.get(word, frozenset())
    if not heads and not fates and head and measure_of(head) is None:
        heads.add(stem(head))
    narrowed = set()
    for word in words:
        if word == head or word in _IDLE or word in STOPS:
            continue
        if head in _MEMBERS and word in SENSES_OF:
            heads = {*SENSES_OF[word], *(heads - {"members", WIDE})}  # "crew members"
            continue
        if SENSES_OF.get(word, frozenset()) & heads:
            continue  # "police officers"
        if word in FATE_OF and (word in FATED or word.endswith("ed") or word in ("stolen", "lost", "sunken")):
            fates |= FATE_OF[word]
        elif word in SENSES_OF and heads <= {WIDE} and head in FATED:
            heads |= SENSES_OF[word]  # "civilian deaths"
        elif word not in capitals:
            narrowed.add(stem(word))
    return frozenset(heads), frozenset(fates), frozenset(narrowed)


def _behind_preposition(tokens: Tokens, at: int, ceiling: int) -> frozenset[str]:
    """Who the "600 deaths among" are, and what the "2 litres of" hold."""
    if at >= ceiling or tokens[at].lower not in ("of", "among", "amongst", "for", "to", "in"):
        return frozenset()
    wanted = tokens[at].lower
    for token in tokens[at + 1 : min(at + REACH, ceiling)]:
        senses = SENSES_OF.get(token.lower, frozenset())
        if senses & PERSONS:
            return senses
        if token.kind != "word" or token.lower in AUXILIARIES | PREPOSITIONS:
            break
        if wanted == "of" and not token.capital and token.lower not in STOPS:
            return senses or frozenset({stem(token.lower)})
    return frozenset()


def _before_of(tokens: Tokens, figure: Figure, first: int) -> frozenset[str]:
    """ "A crew of 96", "a workforce of 300"."""
    if figure.unit or first < 2 or tokens[first - 1].lower != "of":
        return frozenset()
    word = tokens[first - 2].lower
    return SENSES_OF.get(word, frozenset()) if word in _COLLECTIVES else frozenset()


def _is_an_age(tokens: Tokens, figure: Figure, first: int) -> bool:
    """ "A woman of 83"."""
    if figure.counted or first < 2 or tokens[first - 1].lower != "of":
        return False
    word = tokens[first - 2].lower
    return word not in _COLLECTIVES and bool(SENSES_OF.get(word, frozenset()) & PERSONS)


def _owners(tokens: Tokens, first: int, after: int, head_end: int, floor: int, ceiling: int) -> Iterator[str]:
    """Names in the noun phrase, before it with a possessive, and behind it with "of" or "from"."""
    yield from names_in(tokens, after, head_end)
    if first and tokens[first - 1].kind == "possessive":
        yield from names_in(tokens, max(floor, first - 4), first)
    at = head_end
    if at < ceiling and tokens[at].lower in _OWNERS:
        stop = at + 1
        while stop < min(at + REACH, ceiling) and (
            tokens[stop].kind == "possessive"
            or tokens[stop].lower in _GLUE
            or (tokens[stop].kind == "word" and tokens[stop].lower not in AUXILIARIES | PREPOSITIONS)
        ):
            stop += 1
        yield from names_in(tokens, at, stop)


_GLUE = frozenset(("of", "the", "-", "and"))


def _is_more(tokens: Tokens, first: int, after: int, head_end: int) -> bool:
    """ "another 600", "600 more", "a further 600", "600 inhabitants less than"."""
    before = tokens[first - 1].lower if first else ""
    behind = tokens[after].lower if after < len(tokens) else ""
    if before in _MORE_BEFORE or (tokens[first : first + 1] and tokens[first].lower in _MORE_BEFORE):
        return True
    than = [token.lower for token in tokens[head_end : head_end + 2]]
    return behind in _MORE_BEHIND or (len(than) == 2 and than[1] == "than" and than[0] in _COMPARED)


def _is_part(tokens: Tokens, figure: Figure, first: int, after: int, floor: int) -> bool:
    """ "including 40", "of whom 40", "40 of them", but not "40 of these guns"."""
    before = {token.lower for token in tokens[max(floor, first - 3) : first]}
    behind = [token.lower for token in tokens[after : after + 2]]
    of_them = len(behind) == 2 and behind[0] == "of" and behind[1] in ("them", "whom", "those", "these")
    return bool(before & _PARTS) or (of_them and (behind[1] in ("them", "whom") or not figure.counted))
