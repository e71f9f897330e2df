"""Who says so: the sources that a sentence names.

A source is read where a word says that it speaks: a verb ("the ministry
said"), a noun ("Ukraine's claim"), a preposition ("according to"), a passive
("cited by the UN"), or a bracket behind a figure. Each way is a file of
`voices`; here their finds are put in order, one for each mention, and chained
where one voice passes on another ("Reuters, citing intelligence sources").
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from .parts import Attribution
from .voices.brackets import read_brackets
from .voices.conjoined import taken_apart
from .voices.cues import CUES, SAYINGS
from .voices.nouns import read_noun
from .voices.passives import read_passive
from .voices.prepositions import BY_FIRST, CITING, read_citing, read_preposition
from .voices.tokens import Tokens
from .voices.verbs import read_verb
from .voices.voice import Voice
from .words import Words

Reader = Callable[[Tokens, int], Voice | None]

LONGEST_CHAIN = 4  # nobody relays further; hostile text would
NESTED = 5  # tokens between a cue and the voice that it passes on: "stated on Monday that the UN said"


def _readers() -> dict[str, tuple[Reader, ...]]:
    """For every word that can say so, the readers to ask, the surest first."""
    ways: list[tuple[Iterable[str], Reader]] = [
        (BY_FIRST, read_preposition),
        (CUES, read_passive),
        (CUES, read_verb),
        (CITING, read_citing),
        (SAYINGS, read_noun),
        (("(",), read_brackets),
    ]
    readers: dict[str, tuple[Reader, ...]] = {}
    for words, reader in ways:
        for word in words:
            readers[word] = (*readers.get(word, ()), reader)
    return readers


READERS = _readers()


def read_attributions(words: Words) -> list[Attribution]:
    """All attributions of a sentence, in order."""
    tokens = words.tokens
    found: list[Voice] = []
    for i, token in enumerate(tokens):
        for reader in READERS.get(token.lower, ()):
            voice = reader(tokens, i)
            if voice:
                found += taken_apart(tokens, voice)
    return _chained(words, _one_for_each_mention(found)) if found else []


def _one_for_each_mention(found: list[Voice]) -> list[Voice]:
    """Of finds that share words, the longest source; of equals, the first cue."""
    kept: list[Voice] = []
    taken: set[int] = set()
    for voice in sorted(found, key=lambda v: (v.phrase.start - v.phrase.end, v.cue)):
        span = range(voice.phrase.start, voice.phrase.end)
        if taken.isdisjoint(span):
            kept.append(voice)
            taken.update(span)
    # "Reports revealing … from two agencies": the reports are the cue of the agencies, not a source beside them.
    cues = {voice.cue for voice in kept}
    kept = [v for v in kept if v.phrase.sort != "document" or cues.isdisjoint(range(v.phrase.start, v.phrase.end))]
    return sorted(kept, key=lambda v: v.phrase.start)


def _chained(words: Words, voices: list[Voice]) -> list[Attribution]:
    attributions: list[Attribution] = []
    for n, voice in enumerate(voices):
        before = voices[n - 1] if n else None
        chain: tuple[str, ...] = ()
        if voice.relay:
            chain = (_name(words, voice.relay.name),)
        elif before and _passes_on(words.tokens, voice, before):
            chain = attributions[-1].chain[-LONGEST_CHAIN:]
        attributions.append(_attribution(words, voice, chain))
    return attributions


def _passes_on(tokens: Tokens, voice: Voice, before: Voice) -> bool:
    """Does the voice before relay this one: "Reuters, citing X" or "Reuters reported that X said"?"""
    if voice.passes:
        return before.phrase.end <= voice.cue
    within = before.cue_end <= voice.phrase.start <= before.cue_end + NESTED
    return (
        before.phrase.end <= before.cue
        and within
        and voice.cue >= voice.phrase.end
        and not _apart(tokens, before, voice)
    )


def _apart(tokens: Tokens, before: Voice, voice: Voice) -> bool:
    return any(t.text in {",", ";"} or t.lower in {"but", "while"} for t in tokens[before.cue_end : voice.phrase.start])


def _attribution(words: Words, voice: Voice, chain: tuple[str, ...]) -> Attribution:
    tokens = words.tokens
    start, end = tokens[voice.phrase.start].start, tokens[voice.phrase.end - 1].end
    cue_start, cue_end = tokens[voice.cue].start, tokens[voice.cue_end - 1].end
    agent = _name(words, voice.phrase.name)
    return Attribution(
        start=start,
        end=end,
        text=words.text[start:end],
        agent=agent,
        cue=words.text[cue_start:cue_end],
        mode=voice.mode,
        chain=(*chain, agent),
        cue_start=cue_start,
        cue_end=cue_end,
    )


def _name(words: Words, name: tuple[int, int]) -> str:
    return words.text[words.tokens[name[0]].start : words.tokens[name[1] - 1].end]
