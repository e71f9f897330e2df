"""Sources of a preposition of saying: according to the ministry, per Reuters, citing intelligence."""

from __future__ import annotations

from claims.extraction.parts import Mode

from . import grammar, speakers
from .cues import PREPOSITIONS, SAYINGS
from .following import phrase_after
from .naming import Phrase
from .subjects import with_apposition
from .tokens import Tokens, is_name
from .voice import Voice

BY_FIRST = {words[0]: [(w, m) for w, m in PREPOSITIONS if w[0] == words[0]] for words, _ in PREPOSITIONS}
CITING = frozenset(("citing", "quoting", "cites", "cited", "quotes", "quoted"))


def read_preposition(tokens: Tokens, i: int) -> Voice | None:
    """The source of the preposition that starts at token i."""
    for words, mode in BY_FIRST.get(tokens[i].lower, ()):
        end = i + len(words)
        if end < len(tokens) and all(t.lower == w for t, w in zip(tokens[i:end], words, strict=True)):
            return _source(tokens, i, end, mode)
    return None


def _source(tokens: Tokens, start: int, end: int, mode: Mode) -> Voice | None:
    while end < len(tokens) and (tokens[end].lower in ("both", "at", "least") or tokens[end].text in '"“'):
        end += 1
    phrase = phrase_after(tokens, end, anyone=tokens[start].lower == "according") if end < len(tokens) else None
    if phrase is None or (tokens[start].lower == "per" and not _is_voice(tokens, phrase)):
        return None
    faint = phrase.sort == "document" and tokens[phrase.head].lower in speakers.FAINT
    if tokens[start].lower == "based" and not faint:
        return None  # "based on figures from the ministry", not "based on a novel"
    return Voice(with_apposition(tokens, phrase), start, end, _mode(tokens, phrase, mode))


def _is_voice(tokens: Tokens, phrase: Phrase) -> bool:
    """ "per Reuters", "per the ministry" and "per the 2006 study", not "per person" or "per Ministry rule"."""
    if phrase.sort == "name":
        return True
    return phrase.sort in ("speaker", "document") and (
        tokens[phrase.start].lower in grammar.ARTICLES or is_name(tokens[phrase.start])
    )


def _mode(tokens: Tokens, phrase: Phrase, mode: Mode) -> Mode:
    """According to an estimate, it is an estimate."""
    head = tokens[phrase.head].lower
    return SAYINGS.get(head, mode) if phrase.sort == "document" else mode


def read_citing(tokens: Tokens, i: int) -> Voice | None:
    """X in "Reuters, citing X" and "the paper quoted X": the root behind a voice that passes it on."""
    if tokens[i].lower in ("cited", "quoted") and i + 1 < len(tokens) and tokens[i + 1].lower == "by":
        return None
    if i == 0 and tokens[i].lower not in ("citing", "quoting"):
        return None
    phrase = phrase_after(tokens, i + 1) if i + 1 < len(tokens) else None
    if phrase is None or (phrase.sort == "name" and _is_no_voice(tokens, phrase)):
        return None
    return Voice(with_apposition(tokens, phrase), i, i + 1, "states", passes=True)


def _is_no_voice(tokens: Tokens, phrase: Phrase) -> bool:
    """A cited "Article 5" or "Resolution 2397" is a rule, not a source."""
    return tokens[phrase.head].lower in speakers.SILENT or (
        phrase.end < len(tokens) and tokens[phrase.end].kind == "number"
    )
