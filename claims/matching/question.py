"""A claim prepared to be asked of sources: what it counts, when, where, and by which words it is found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from claims.extraction.claims import Claim
from claims.extraction.dates import Calendar
from claims.extraction.kind_words import MEASURES as MEASURE_WORDS
from claims.extraction.parts import Attribution, Date, Figure, Place
from claims.extraction.quantities.closed_words import STOPS
from claims.extraction.quantities.number_words import STARTERS
from claims.extraction.quantities.phrases import wordset
from claims.extraction.words import Token
from sources.text.marks import read_marks
from sources.text.spans import Spanned, blanked

from .conversions import Value, values_of
from .heard import Heard
from .names import COMMON, names_in
from .negation import Mode, mode_at
from .stems import stem
from .subject_words import DEED_OF, FATE_OF, SENSES_OF
from .things import Thing, thing_of, tokens_of

# Words of measuring and telling: that two sentences share them says nothing.
EMPTY = (
    COMMON
    | MEASURE_WORDS
    | wordset(
        "number numbers figure figures estimate estimates estimated count counts amount total level rate reported",
        "report according said says official officials source sources including included year years time long wide",
        "tall high deep heavy weighs weighed weigh length width height depth weight cost costs lasted last takes",
        "measures measured spans stretches distance area least most more less fewer than some about over around",
        "nearly part one two first second told confirmed announced claimed claims stated statement came come made",
        "make took took place happened alone so far exactly precisely minimum maximum",
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
    mentioned: frozenset[str]  # names of who speaks too


@lru_cache(maxsize=2048)
def question_of(asked: Asked) -> Question:
    words = asked.statement or asked.quote
    quote, whole = _heard(asked.quote), _heard(words)
    figure = asked.figure and _placed(asked.figure, quote)
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
        values=values_of(asked.figure) if asked.figure else (),
        thing=thing,
        mode=_mode(asked, quote, first, after),
        topics=tuple(sorted(_topics(whole, spoken, thing), key=sorted)),
        names=frozenset(names),
        said=frozenset(sense for token in whole.tokens for sense in senses_of(token)),
        mentioned=frozenset(names_in(whole.tokens, 0, len(whole.tokens))),
    )


def _heard(words: str) -> Heard:
    return Heard(blanked(words, read_marks(words)), 0, Calendar(None))


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
    words = _heard(place.text)
    yield from names_in(words.tokens, 0, len(words.tokens))


def _spoken(heard: Heard, voice: Attribution | None) -> list[tuple[int, int]]:
    """Where a voice and its cue stand."""
    spans = [(one.start, one.end) for one in heard.voices]
    if voice and voice.text and (at := heard.text.find(voice.text)) >= 0:
        spans.append((at, at + len(voice.text)))
    return spans + [(one.cue_start, one.cue_end) for one in heard.voices if one.cue_start >= 0]


def _mode(asked: Asked, quote: Heard, first: int, after: int) -> Mode:
    if asked.attribution and asked.attribution.mode in ("denies", "doubts"):
        return "denied"
    return (
        mode_at(quote.tokens, first, after)
        if asked.figure
        else mode_at(quote.tokens, len(quote.tokens), len(quote.tokens))
    )


def _topics(heard: Heard, spoken: list[tuple[int, int]], thing: Thing | None) -> set[frozenset[str]]:
    parts: list[Spanned] = [*heard.figures, *heard.dates, *heard.places]
    spans = [*spoken, *((part.start, part.end) for part in parts)]
    known = thing.heads | thing.fates | thing.deeds | thing.narrowed if thing else frozenset()
    found = set()
    for token in heard.tokens:
        if token.kind != "word" or token.lower in EMPTY or any(start <= token.start < end for start, end in spans):
            continue
        if token.capital and token.start:
            continue
        keys = senses_of(token)
        if keys and not keys & known:
            found.add(keys)
    return found


def senses_of(token: Token) -> frozenset[str]:
    """What a word may mean, as keys to compare: its senses, and its stem where it has none."""
    word = token.lower
    if token.kind != "word" or word in STOPS or word in STARTERS:
        return frozenset()
    return sense_keys(word)


@lru_cache(maxsize=20_000)
def sense_keys(word: str) -> frozenset[str]:
    found = SENSES_OF.get(word, frozenset()) | FATE_OF.get(word, frozenset()) | DEED_OF.get(word, frozenset())
    return found | {stem(word)}
