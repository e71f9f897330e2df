"""A claim prepared to be asked of sources: what it counts, when, where, and by which words it is found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from claims.extraction.claims import Claim
from claims.extraction.dating.vocabulary import MONTHS
from claims.extraction.kind_words import MEASURES as MEASURE_WORDS
from claims.extraction.parts import Attribution, Date, Figure, Place
from claims.extraction.quantities.closed_words import AUXILIARIES, VERBS
from claims.extraction.quantities.phrases import wordset
from sources.text.marks import read_marks
from sources.text.spans import Spanned, blanked

from .contrasts import Sides
from .conversions import Value, values_of
from .fates import word_at
from .heard import Heard
from .kin import KIN_OF
from .names import DAYS, key_of_name, names_in
from .negation import Mode, mode_at
from .senses import SILENT, senses_of, senses_of_word
from .things import Thing, thing_of, tokens_of

TWELVE = 12
# Words of measuring and telling: that two sentences share them says nothing.
EMPTY = (
    SILENT
    | MEASURE_WORDS
    | wordset(
        "number numbers figure figures estimate estimates estimated count counts amount total level rate reported",
        "report according said says official officials source sources including included year years time long wide",
        "tall high deep heavy weighs weighed weigh length width height depth weight cost costs lasted last takes",
        "measures measured spans stretches distance area least most more less fewer than some about over around",
        "nearly part one two first second told confirmed announced claimed claims stated statement came come made",
        "rose risen rises fell fallen falls increased decreased grew grown dropped climbed stood reached up down rise",
        "fall increase decrease growth further additional another extra",
        "make took found finds study survey researchers place happened alone so far exactly precisely minimum maximum",
    )
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a claim says. Offsets of its parts count from the start of `quote`; a part may lie outside of it."""

    quote: str
    statement: str
    kind: str
    figure: Figure | None = None
    date: Date | None = None
    place: Place | None = None
    attribution: Attribution | None = None

    @classmethod
    def from_claim(cls, claim: Claim) -> Asked:
        by = -claim.quote.start
        date, voice = claim.date, claim.attribution
        return cls(
            quote=claim.quote.exact,
            statement=claim.statement,
            kind=claim.kind,
            figure=claim.figure and replace(claim.figure, start=claim.figure.start + by, end=claim.figure.end + by),
            date=date and replace(date, start=date.start + by, end=date.end + by, lead=max(-1, date.lead + by)),
            place=claim.place and replace(claim.place, start=claim.place.start + by, end=claim.place.end + by),
            attribution=voice and replace(voice, start=voice.start + by, end=voice.end + by),
        )


@dataclass(frozen=True, slots=True)
class Question:
    """`topics` are the words that say what the claim is about, by sense where it is known: without names, numbers,
    hedges, and without what is counted and what became of it, which is compared apart. `said` are all senses."""

    asked: Asked
    values: tuple[Value, ...]
    thing: Thing | None
    mode: Mode
    topics: tuple[frozenset[str], ...]  # each with all the senses of the word
    names: frozenset[str]
    said: frozenset[str]
    place_names: frozenset[str]
    mentioned: frozenset[str]  # names of who speaks too
    sides: Sides  # of words that exclude each other
    numbers: frozenset[str]  # that count nothing: the 4 of "4th Brigade"
    verb: frozenset[str]  # the senses of the first verb of a claim without a figure
    subject: frozenset[str]  # the senses of the noun before the verb: "unemployment" fell to 4.5 percent
    measured: bool  # by length, share, money … rather than counted
    distinctive: bool  # a figure that hardly stands twice for two things: 1,437


@lru_cache(maxsize=2048)
def question_of(asked: Asked) -> Question:
    words = asked.statement or asked.quote
    quote, whole = _heard(asked.quote), _heard(words)
    figure = asked.figure and _placed(asked.figure, quote)
    values = values_of(asked.figure) if asked.figure else ()
    thing = thing_of(quote, figure) if figure else None
    first, after = tokens_of(quote.tokens, figure.start, figure.end) if figure else (0, 0)
    spoken = _spoken(whole, asked.attribution)
    names = {
        *names_in(whole.tokens, 0, len(whole.tokens), spoken),
        *names_in(quote.tokens, 0, len(quote.tokens), _spoken(quote, asked.attribution)),
    }
    if asked.place:
        names |= set(_names_of(asked.place))
    return Question(
        asked=asked,
        values=values,
        thing=thing,
        mode=_mode(asked, quote, first, after),
        topics=tuple(sorted(_topics(whole, spoken, thing), key=sorted)),
        names=frozenset(names),
        place_names=frozenset(_names_of(asked.place)) if asked.place else frozenset(),
        said=frozenset(sense for token in whole.tokens for sense in senses_of(token)),
        mentioned=frozenset(names_in(whole.tokens, 0, len(whole.tokens))),
        sides=quote.sides,
        numbers=quote.numbers,
        measured=any(value.dimension for value in values),
        distinctive=figure is not None and is_distinctive(figure),
        subject=thing.subject if thing else frozenset(),
        verb=_first_verb(whole, spoken),
    )


def is_distinctive(figure: Figure) -> bool:
    """Two significant digits or more, and no round number below a hundred."""
    bounds = [bound for bound in (figure.low, figure.high) if bound is not None and bound.is_finite()]
    return any(len(bound.normalize().as_tuple().digits) >= 2 and bound > TWELVE for bound in bounds)


def _heard(words: str) -> Heard:
    return Heard(blanked(words, read_marks(words)), 0)


def _placed(figure: Figure, quote: Heard) -> Figure:
    """The figure where it stands in the quote: a claim entered by hand may not know."""
    if quote.text[max(0, figure.start) : figure.end] == figure.text and figure.start >= 0 and figure.text:
        return figure
    at = quote.text.find(figure.text) if figure.text else -1
    if at >= 0:
        return replace(figure, start=at, end=at + len(figure.text))
    same = [other for other in quote.figures if (other.low, other.high) == (figure.low, figure.high)]
    start, end = (same[0].start, same[0].end) if same else (len(quote.text), len(quote.text))
    return replace(figure, start=start, end=end)


def _names_of(place: Place) -> Iterator[str]:
    tokens = _heard(place.text).tokens
    yield from names_in(tokens, 0, len(tokens))
    yield from (key_of_name(token.text) for token in tokens[:1] if token.capital)


def _spoken(heard: Heard, voice: Attribution | None) -> list[tuple[int, int]]:
    """Where a voice and its cue stand."""
    spans = [(one.start, one.end) for one in heard.voices]
    if voice and voice.text and (at := heard.text.find(voice.text)) >= 0:
        spans.append((at, at + len(voice.text)))
    return spans + [(one.cue_start, one.cue_end) for one in heard.voices if one.cue_start >= 0]


def _mode(asked: Asked, quote: Heard, first: int, after: int) -> Mode:
    if asked.attribution and asked.attribution.mode in ("denies", "doubts"):
        return "denied"
    if asked.figure:
        return mode_at(quote.tokens, first, after)
    telling = [at for at, token in enumerate(quote.tokens) if senses_of(token) and token.lower not in EMPTY]
    return mode_at(quote.tokens, telling[-1], telling[-1] + 1) if telling else "real"


def _first_verb(whole: Heard, spoken: list[tuple[int, int]]) -> frozenset[str]:
    """The first word that is a verb by its ending, by its auxiliary or because it is known as one."""
    for at, token in enumerate(whole.tokens):
        if token.kind != "word" or token.lower in EMPTY or any(start <= token.start < end for start, end in spoken):
            continue
        before = whole.tokens[at - 1].lower if at else ""
        named = at > 0 and whole.tokens[at - 1].capital and token.lower in KIN_OF  # "Harrow beat Linden"
        if named or token.lower in VERBS or (token.lower.endswith("ed") and not token.capital) or before in AUXILIARIES:
            return senses_of(token)
    return frozenset()


def _topics(heard: Heard, spoken: list[tuple[int, int]], thing: Thing | None) -> set[frozenset[str]]:
    parts: list[Spanned] = [*heard.figures, *heard.dates, *heard.places]
    spans = [*spoken, *((part.start, part.end) for part in parts)]
    known = thing.heads | thing.fates | thing.deeds | thing.narrowed if thing else frozenset()
    found = set()
    for at, token in enumerate(heard.tokens):
        if token.kind != "word" or token.lower in EMPTY or any(start <= token.start < end for start, end in spans):
            continue
        if token.capital and (token.start or token.lower in DAYS or token.lower in MONTHS):
            continue
        keys = frozenset(sense for sense in senses_of_word(word_at(heard.tokens, at)) if not sense.startswith("~"))
        if keys and not keys & known:
            found.add(keys)
    return found
