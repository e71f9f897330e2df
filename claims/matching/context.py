"""What the sentences around a figure of a source speak of: its story, as far as its own sentence leaves it open."""

from __future__ import annotations

from collections.abc import Iterator

from .names import key_of_name, meet, names_in
from .question import Question
from .senses import senses_of_word
from .source import WORD, SourceText

BEFORE = 3  # sentences back
LEAD = 2  # sentences at the front of a text, which say what it is about


class Around:
    """The words around one sentence. What is dear is asked once and kept."""

    def __init__(self, source: SourceText, at: int) -> None:
        self.source = source
        self.at = at

    def own_senses(self) -> frozenset[str]:
        return senses_in(self.source, self.at)

    def near_senses(self) -> frozenset[str]:
        """With those of the sentence before it in the same paragraph."""
        spans = self.source.spans
        if not self.at or "\n" in self.source.text[spans[self.at - 1][1] : spans[self.at][0]]:
            return self.own_senses()
        return self.own_senses() | senses_in(self.source, self.at - 1)

    def senses(self) -> frozenset[str]:
        found = self.own_senses()
        for at in self.around():
            found |= senses_in(self.source, at)
        return found

    def around(self) -> Iterator[int]:
        """The sentences before it, nearest first, and those at the front."""
        nearest = range(self.at - 1, max(-1, self.at - 1 - BEFORE), -1)
        yield from nearest
        yield from (at for at in range(min(LEAD, self.at)) if at not in nearest)

    def names_before(self) -> Iterator[tuple[str, ...]]:
        """The names of each sentence before, nearest first."""
        for at in self.around():
            yield names_of(self.source, at)


def senses_in(source: SourceText, at: int) -> frozenset[str]:
    found = source.kept_senses.get(at)
    if found is None:
        start, end = source.spans[at]
        words = set(WORD.findall(source.text[start:end].lower()))
        found = frozenset().union(*map(senses_of_word, words))
        source.kept_senses[at] = found
    return found


def names_of(source: SourceText, at: int) -> tuple[str, ...]:
    """Also the first word: it may be a name, and is only looked for here, never held against a claim."""
    tokens = source.heard(at).tokens
    first = [key_of_name(token.text) for token in tokens[:1] if token.kind == "word"]
    return tuple(dict.fromkeys([*first, *names_in(tokens, 0, len(tokens))]))


def share_of_topics(question: Question, senses: frozenset[str]) -> float:
    """How much of what the claim is about these words speak of; all, where it is about nothing else."""
    if not question.topics:
        return 1.0
    return sum(1 for topic in question.topics if topic & senses) / len(question.topics)


def names_near(question: Question, around: Around) -> str:
    """Where the names of the claim stand: "here", "before", "nowhere"; empty where it has none."""
    if not question.names:
        return ""
    if meet(question.names, names_of(around.source, around.at)):
        return "here"
    if any(meet(question.names, names) for names in around.names_before()):
        return "before"
    return "nowhere"
