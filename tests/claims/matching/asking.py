"""A claim and a source in words, for the tables of this folder."""

from claims.extraction.reading import read
from claims.matching.support import Asked, SourceText, Support, find_support


def asked(sentence: str, nth: int = 0, today: str | None = None) -> Asked:
    """The nth claim that a sentence makes."""
    return Asked.from_claim(read(sentence, today).claims[nth])


def ask(sentence: str, text: str, nth: int = 0, fences=(), today: str | None = None) -> Support:
    return find_support(asked(sentence, nth, today), SourceText(text, fences, today))
