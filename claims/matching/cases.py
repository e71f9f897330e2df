"""A figure of a source beside the figure of a claim, with all that is asked of the two."""

from __future__ import annotations

from dataclasses import dataclass

from claims.extraction.parts import Figure

from .answers import Relation
from .context import Around, names_near
from .heard import Heard
from .question import Question
from .things import Thing, thing_of
from .whereabouts import relation_of_places


@dataclass(frozen=True, slots=True)
class Case:
    """`mine` is what the claim counts, `theirs` what the source does; `placed` how their places lie to each other."""

    question: Question
    asked: Figure
    mine: Thing
    heard: Heard
    figure: Figure
    theirs: Thing
    around: Around
    relation: Relation
    placed: Relation

    @property
    def named(self) -> str:
        """Where the names of the claim stand; a place inside of the claim's is that name too."""
        if self.placed in ("identical", "equivalent", "inside"):
            return "here"
        return names_near(self.question, self.around)

    @property
    def same_noun(self) -> bool:
        return bool(self.mine.heads & self.theirs.heads)

    @property
    def headed(self) -> bool:
        """Whether a noun, a fate or, with people, the verb says that it is the same thing."""
        done = self.mine.persons and self.theirs.persons and self.mine.verb & self.theirs.verb
        return self.same_noun or bool(self.mine.fates & self.theirs.fates or done)


def case_of(question: Question, heard: Heard, figure: Figure, around: Around, relation: Relation) -> Case | None:
    asked, mine = question.asked.figure, question.thing
    if asked is None or mine is None:
        return None
    theirs = thing_of(heard, figure, named=bool(question.names or mine.doers))
    wanted = question.asked.place
    place = heard.place_of(figure) if wanted else None
    placed = relation_of_places(place, wanted) if wanted and place else ""
    return Case(question, asked, mine, heard, figure, theirs, around, relation, placed)
