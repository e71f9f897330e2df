"""What should become of a claim, written down from the rules alone: no database, no code of the desk.

Every act answers with "" where it is done, and otherwise with the reason it is refused for: "who"
(not this person), "step" (no such step, or what it needs does not hold), "old" (another version was
seen), "anew" (the copies say something else than was seen), "words" (something must be said, or makes no sense),
"closed" (rejected or retracted), "none" (nothing there), "twice" (they object to this already), "taken" (another editor
has it), "over" (settled or withdrawn), "open" (two have judged it, and each has seen what the other said). Time goes by
in hours; a day is a number too.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

ANALYSTS, EDITORS, READERS = ("ana", "ben", "cat"), ("ed", "eve"), ("rita",)
PEOPLE = (*ANALYSTS, *EDITORS, *READERS)
VERDICTS = ("supported", "partly_supported", "contradicted", "not_supported", "cannot_tell")
HOURS = 24  # of a day
TAKE_HOURS, DISPUTE_DAYS = 48, 7  # what one takes is free again after these; a dispute is to be settled within those
STAGES = ("suggested", "open", "in_review", "settled", "published", "rejected", "retracted")

# (from, to): who may, and whether it must be said why. A claim is settled by verdicts alone.
STEPS = {
    ("suggested", "open"): ("analyst", False),
    ("open", "in_review"): ("analyst", False),
    ("open", "suggested"): ("analyst", False),
    ("in_review", "open"): ("analyst", False),
    ("settled", "published"): ("editor", False),
    ("settled", "in_review"): ("analyst", True),
    ("published", "settled"): ("editor", True),
    ("published", "retracted"): ("editor", True),
    ("rejected", "open"): ("editor", True),
    ("retracted", "settled"): ("editor", True),
    **{(stage, "rejected"): ("editor", True) for stage in ("suggested", "open", "in_review", "settled")},
}
# What a verdict may bring about, and nothing else may.
BY_VERDICT = {(start, to) for start in STAGES[:5] for to in ("in_review", "settled")}
CLOSED = ("rejected", "retracted")
WORKING = ("suggested", "open", "in_review")  # there is something to do, which can be late
ASPECTS = ("figure", "date", "wording")
BLOCKING = ("figure", "citation", "attribution")  # open ones keep a claim from being published


@dataclass(frozen=True)
class Said:
    """A verdict. `what`: the state of the words and copies that it was given on."""

    number: int
    by: str
    verdict: str
    what: tuple[int, int]
    decides: bool = False
    sealed: bool = False
    gone_for: int | None = None  # the verdict that took its place
    over: bool = False  # taken back, or of a round that is over

    @property
    def stands(self) -> bool:
        return self.gone_for is None and not self.over


@dataclass
class Objection:
    """A dispute. `misread`: about the record, which is corrected where it is upheld."""

    by: str
    misread: bool
    aspect: str
    state: str = "open"
    with_whom: str = ""
    due: int | None = None

    @property
    def stands(self) -> bool:
        return self.state in ("open", "acknowledged")


State = tuple[str, str, str, "int | None"]  # stage, verdict, who has it, due


@dataclass
class ClaimModel:
    wanted: int = 1
    stage: str = "suggested"
    verdict: str = ""
    version: int = 1
    words: int = 0  # counts the corrections of what is claimed
    copies: int = 0  # counts what the copies have come to say
    hour: int = 0  # what time it is
    holder: str = ""
    due: int | None = None  # the last day on which it is not late
    taken: int | None = None  # the hour at which its holder took it, where nobody gave it to them
    said: list[Said] = field(default_factory=list)
    objections: list[Objection] = field(default_factory=list)
    trail: list[State] = field(default_factory=lambda: [("suggested", "", "", None)])

    # What is asked of it

    @property
    def standing(self) -> list[Said]:
        return [one for one in self.said if one.stands]

    def fresh(self, one: Said) -> bool:
        return one.what == (self.words, self.copies)

    @property
    def flags(self) -> set[str]:
        holds = {
            "stale": any(not self.fresh(one) for one in self.standing),
            "disputed": any(one.stands for one in self.objections),
            "overdue": (self.stage in WORKING and self._is_late(self.due))
            or any(one.stands and self._is_late(one.due) for one in self.objections),
        }
        return {flag for flag, does in holds.items() if does}

    @property
    def day(self) -> int:
        return self.hour // HOURS

    def _is_late(self, due: int | None) -> bool:
        return due is not None and due < self.day

    def judged(self) -> tuple[str, str]:
        """("settled", verdict), ("differing", "") or ("waiting", "")."""
        fresh = [one for one in self.standing if self.fresh(one)]
        deciding = [one for one in fresh if one.decides]
        if deciding:
            return "settled", deciding[0].verdict
        labels = {one.verdict for one in fresh}
        if not fresh or len(fresh) < self.wanted:
            return "waiting", ""
        return ("settled", labels.pop()) if len(labels) == 1 else ("differing", "")

    # Acts

    def move(self, by: str, to: str, why: str, seen: int) -> str:
        if by in READERS:
            return "who"
        if seen != self.version:
            return "old"
        if (self.stage, to) not in STEPS:
            return "step"
        who, reason = STEPS[self.stage, to]
        if who == "editor" and by not in EDITORS:
            return "who"
        if to == "published" and (not self.verdict or "stale" in self.flags or self.blocked):
            return "step"
        if reason and not why:
            return "words"
        if self.verdict and to in ("open", "in_review"):  # what was judged before goes into a new round
            self.said = [replace(one, over=True) if one.stands else one for one in self.said]
            self._become(to, "")
        else:
            self._become(to, self.verdict)
        return ""

    def judge(self, by: str, verdict: str, why: str, seen: int, as_found: bool) -> str:
        """`as_found`: that the copies say what they were seen to say, where that is said."""
        if by in READERS:
            return "who"
        if verdict != "supported" and not why:
            return "words"
        if seen != self.version:
            return "old"
        if not as_found:
            return "anew"
        if self.stage in CLOSED:
            return "closed"
        differing = self.judged()[0] == "differing"
        mine = [one for one in self.standing if one.by == by and self.fresh(one)]
        if differing and mine and self.wanted == 2:
            return "who"
        deciding = [one for one in self.standing if one.by == by and one.decides and self.fresh(one)]
        self._say(by, verdict, decides=bool(deciding) or (differing and not mine))
        return ""

    def hold(self, by: str, seen: int, as_found: bool) -> str:
        if by in READERS:
            return "who"
        if seen != self.version:
            return "old"
        if not as_found:
            return "anew"
        if self.stage in CLOSED:
            return "closed"
        mine = [one for one in self.standing if one.by == by]
        if not mine:
            return "none"
        self._say(by, mine[0].verdict, decides=mine[0].decides)
        return ""

    def take_back(self, by: str, one: Said, why: str) -> str:
        if by in READERS or one.by != by:
            return "who"
        if not why:
            return "words"
        if not one.stands:
            return "none"
        blind = self.wanted > 1 and self.fresh(one) and not one.decides
        if blind and self.judged()[0] != "waiting":
            return "open"
        self.said[one.number] = replace(one, over=True)
        self._restore(one)
        if self.stage not in CLOSED:  # what is closed stays so
            state, verdict = self.judged()
            self._follow(state, verdict, taken_back=True)
        return ""

    def correct(self, by: str, seen: int) -> str:
        """What is claimed becomes another: what was thought of it is thought of something else."""
        if by in READERS:
            return "who"
        if seen != self.version:
            return "old"
        if self.stage in CLOSED:
            return "closed"
        self.words += 1
        if self.stage == "suggested":
            self._become("open", self.verdict)
        else:
            self._change()
        return ""

    def assign(self, by: str, to: str, due: int | None, seen: int) -> str:
        """To somebody, to oneself, or, with "", to nobody."""
        if by in READERS:
            return "who"
        if seen != self.version:
            return "old"
        if to and self.stage in CLOSED:
            return "closed"
        if to in READERS or (due is not None and (not to or due < self.day)):
            return "words"
        self.holder, self.due, self.taken = to, due, self.hour if to == by else None
        self._change()
        return ""

    def sweep(self) -> bool:
        """Whether what somebody took long ago was let go."""
        if self.taken is None or self.hour - self.taken < TAKE_HOURS:
            return False
        self._let_go()
        self._change()
        return True

    @property
    def blocked(self) -> bool:
        return any(one.stands and one.aspect in BLOCKING for one in self.objections)

    def object(self, by: str, misread: bool, aspect: str, why: str) -> str:
        if by in READERS:
            return "who"
        if not why:
            return "words"
        if self.stage in CLOSED:
            return "closed"
        if any(one.stands and (one.by, one.aspect) == (by, aspect) for one in self.objections):
            return "twice"
        self.objections.append(Objection(by, misread, aspect))
        return ""

    def acknowledge(self, by: str, one: Objection) -> str:
        if by not in EDITORS or one.by == by:
            return "who"
        if not one.stands:
            return "over"
        if one.with_whom not in ("", by):
            return "taken"
        one.state, one.with_whom, one.due = "acknowledged", by, self.day + DISPUTE_DAYS
        return ""

    def settle(self, by: str, one: Objection, outcome: str, why: str) -> str:
        if by not in EDITORS or one.by == by:
            return "who"
        if not why:
            return "words"
        if not one.stands:
            return "over"
        if one.misread and outcome == "upheld" and (refused := self.correct(by, self.version)):
            return refused
        one.state = outcome
        return ""

    def withdraw(self, by: str, one: Objection, why: str) -> str:
        if one.by != by:
            return "who"
        if not why:
            return "words"
        if not one.stands:
            return "over"
        one.state = "withdrawn"
        return ""

    # How they come about

    def _say(self, by: str, verdict: str, *, decides: bool) -> None:
        new = Said(len(self.said), by, verdict, (self.words, self.copies), decides)
        replaced = [one for one in self.standing if one.by == by and one.decides == decides]
        stale = [one for one in self.standing if not self.fresh(one)]
        for one in replaced:
            self.said[one.number] = replace(one, gone_for=new.number)
        self.said.append(new)
        state, label = self.judged()
        if state == "waiting" and self.wanted > 1:
            self.said[new.number] = replace(new, sealed=True)
        elif state != "waiting":
            self.said = [replace(one, sealed=False) for one in self.said]
        for one in stale if state == "settled" else ():
            self.said[one.number] = replace(self.said[one.number], gone_for=new.number)
        self._follow(state, label)

    def _restore(self, one: Said) -> None:
        """What it took the place of stands again, unless its person has said something since."""
        for other in self.said:
            if other.gone_for == one.number and not any(_same_chair(other, now) for now in self.standing):
                self.said[other.number] = replace(other, gone_for=None)

    def _follow(self, state: str, verdict: str, *, taken_back: bool = False) -> None:
        decided = self.stage in ("settled", "published")
        if state == "settled":
            stays = self.stage == "published" and self.verdict == verdict
            self._become("published" if stays else "settled", verdict, done=True)
        elif state == "differing" or not decided or taken_back:
            self._become("in_review", "")

    def _become(self, stage: str, verdict: str, *, done: bool = False) -> None:
        """`done`: nobody has anything more to do with it."""
        has = bool(self.holder)
        if done:
            self._let_go()
        if (stage, verdict, bool(self.holder)) != (self.stage, self.verdict, has):
            self.stage, self.verdict = stage, verdict
            self._change()

    def _let_go(self) -> None:
        self.holder, self.due, self.taken = "", None, None

    def _change(self) -> None:
        self.version += 1
        self.trail.append((self.stage, self.verdict, self.holder, self.due))


def _same_chair(one: Said, other: Said) -> bool:
    """A claim has one who decides, and of everybody one opinion."""
    return one.decides == other.decides and (one.decides or one.by == other.by)
