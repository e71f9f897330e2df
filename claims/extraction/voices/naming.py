"""What a noun phrase is: who speaks in it, a person, a body or a document, and the name of the one who does."""

# ruff: noqa: SIM905 -- words are read and edited as words, not as a column of quotes
from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claims.extraction.words import Token

from . import grammar, speakers, states
from .tokens import Tokens, is_documentary, is_name, is_speaking, joins

LONGEST = 24  # tokens of one noun phrase; longer ones are lists, not sources
Sort = Literal["speaker", "document", "name"]

LINKS = frozenset("of for at in from to with on by against".split())
PUBLISHED = frozenset(
    """
    published released compiled conducted commissioned issued collected gathered produced prepared obtained
    cited provided collated seen reviewed carried written led posted quoted shared verified analysed analyzed
    captured seized found recovered unearthed intercepted leaked commissioned filed
    """.split()
)
# Behind the noun that speaks: sources close to the government, officials familiar with the matter.
POSTMODIFIERS = frozenset(
    """
    close familiar loyal opposed sympathetic responsible allied involved working based living present affiliated
    linked aligned led polled surveyed interviewed contacted hired appointed employed quoted fighting serving
    stationed critical knowledgeable reached briefed speaking asked gathered
    """.split()
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens [start, end); `head` is the token that says what it is, `name` the tokens that name who speaks."""

    start: int
    end: int
    head: int
    sort: Sort
    name: tuple[int, int]


def described(tokens: Tokens, start: int, end: int) -> Phrase | None:
    """The phrase with its head and the name in it; None when nothing in it can speak."""
    head = head_of(tokens, start, end)
    if head < 0:
        return None
    sort = _sort(tokens, start, head, end)
    return Phrase(start, end, head, sort, name_in(tokens, start, end, head, sort)) if sort else None


# What something can be "according to" without anybody saying so.
MEASURES = frozenset(
    """
    plan plans schedule size age type types need needs law laws rule rules rank custom customs order wishes
    principle principles criteria method theory logic season taste severity legend tradition mythology myth
    calendar terms standards values belief beliefs agreement treaty procedure protocol conventions circumstances
    nature degree level amount number numbers
    """.split()
)
NOBODY = MEASURES | speakers.FAINT | speakers.PRONOUNS | grammar.TIMES


def definite(tokens: Tokens, start: int, end: int, *, plural: bool = False) -> Phrase | None:
    """Any noun phrase with a determiner, beside words that make it a source whatever it is.

    `plural`: one without a determiner too ("shoppers said").
    """
    head = head_of(tokens, start, end)
    if plural and head == end - 1 and tokens[head].lower.endswith("s") and tokens[head].lower not in NOBODY:
        return Phrase(start, end, head, "document", (start, end))
    determined = tokens[start].lower in grammar.DETERMINERS or any(t.kind == "possessive" for t in tokens[start:end])
    if head < 0 or not determined or tokens[head].lower in NOBODY:
        return None
    return Phrase(start, end, head, "document", name_in(tokens, start, end, head, "document"))


# "a number of witnesses" are witnesses.
AMOUNTS = frozenset(
    """
    number majority minority half dozens hundreds thousands percent handful couple range variety series score
    scores lot host one two three four five six most many some several all none percentage proportion quarter
    third
    """.split()
)


def head_of(tokens: Tokens, start: int, end: int) -> int:
    """The word that says what the phrase is: its last before anything that hangs on it; -1 when there is none."""
    head = -1
    for j in range(start, end):
        low = tokens[j].lower
        if low == "and" and _shares_head(tokens, start, j):
            continue
        if low == "of" and head >= 0 and tokens[head].lower in AMOUNTS and j + 1 < end:
            head = -1
            continue
        if low == "of" and head >= 0 and _names_its_owner(tokens, head, j, end):
            return end - 1
        if low in ("(", ",") or (head >= 0 and _hangs_on(tokens, head, j)):
            break
        if tokens[j].kind == "word" and low not in grammar.ARTICLES:
            head = j
    # "Lee Seong-kweun": a name goes on in small letters behind its hyphen.
    hyphened = head - 2 >= start and not tokens[head].capital and joins(tokens, head - 1)
    return head - 2 if hyphened and tokens[head - 2].capital else head


def _names_its_owner(tokens: Tokens, head: int, of: int, end: int) -> bool:
    """ "Bank of England economists": the name is an adjective of the plain noun behind it."""
    last = tokens[end - 1]
    plain = not last.capital and (is_speaking(last) or is_documentary(last))
    named = end - 1 > of + 1 and all(is_name(tokens[k]) or joins(tokens, k) for k in range(of + 1, end - 1))
    return plain and named and is_name(tokens[head])


HANGING = LINKS | PUBLISHED | {"and", "nor", "or", "the", "et", "such"}


def _hangs_on(tokens: Tokens, head: int, j: int) -> bool:
    low = tokens[j].lower
    return low in HANGING or (low in POSTMODIFIERS and is_speaking(tokens[head]))


def _shares_head(tokens: Tokens, start: int, joint: int) -> bool:
    """ "Ukrainian and South Korean agencies": the word before the "and" is an adjective of the head behind it."""
    before = tokens[joint - 1]
    if before.capital:
        return before.lower in states.ADJECTIVES and tokens[start].lower != "the"
    return before.lower not in speakers.SPEAKERS and not is_documentary(before)


def _sort(tokens: Tokens, start: int, head: int, end: int) -> Sort | None:
    token = tokens[head]
    low = token.lower
    if low in speakers.PRONOUNS and not is_name(token):
        return None
    if low in speakers.SPEAKERS and not (token.capital and token.start and low in ("general",)):
        return "speaker"
    if low in speakers.OUTLETS and is_name(token) and head > start and is_name(tokens[head - 1]):
        return "name"  # "the South China Morning Post"
    if low in speakers.FAINT:
        return "document" if _kind_is_named(tokens, start, head, end) else None
    if low in speakers.DOCUMENTS:
        return "document"
    if tokens[start].lower in speakers.TITLES and tokens[start].capital and head > start:
        return "name"
    if not is_name(token) or low in speakers.SILENT:
        return None
    if low in states.ADJECTIVES and tokens[start].lower != "the" and start == head:
        return None
    return "name"


def _kind_is_named(tokens: Tokens, start: int, head: int, end: int) -> bool:
    """Faint documents need a name or a kind: "official figures", "the UN's estimate", "data from the ministry"."""
    if any(_names_kind(t) for t in tokens[start:head]) or (head > start and tokens[head - 1].text == "-"):
        return True
    if (head + 2 < end and tokens[head + 1].lower in ("by", "from", "of")) or (
        end > head + 1 and tokens[head + 1].lower in PUBLISHED
    ):
        return any(is_name(t) or is_speaking(t) for t in tokens[head + 2 : end])
    return tokens[start].lower in ("the", "a", "an") and tokens[head].lower in (
        "report",
        "study",
        "article",
        "paper",
        "review",
        "letter",
        "book",
    )


def _names_kind(token: Token) -> bool:
    if is_name(token):
        return token.lower not in grammar.TIMES and not (token.start == 0 and token.lower in speakers.UNNAMED)
    low = token.lower
    return (low in speakers.KINDS_OF_SOURCE and low not in speakers.UNNAMED) or low in speakers.SPEAKERS


def name_in(tokens: Tokens, start: int, end: int, head: int, sort: Sort) -> tuple[int, int]:
    """The tokens of the name: a person's behind their office, the body behind its spokesman or report."""
    if end - start > 3 and tokens[end - 1].text == ")" and tokens[end - 3].text == "(":
        end -= 3  # the abbreviation behind a name
    bare = start
    while bare < end - 1 and tokens[bare].lower in grammar.ARTICLES:
        bare += 1
    apposed = next((j + 1 for j in range(bare + 1, end) if tokens[j].lower == "the" and _is_role(tokens, j - 1)), -1)
    if 0 < apposed < end and sort == "speaker":
        return apposed, end
    if sort == "name":
        return _behind_office(tokens, bare, end), end
    behind = _behind_link(tokens, head, end) if sort == "document" or tokens[head].lower in speakers.PEOPLE else None
    if behind:
        return behind
    if head == end - 1 and is_name(tokens[head]) and sort == "speaker":
        return bare, end
    inline = [run for run in name_runs(tokens, bare, end) if run[0] <= head < run[1]]
    if inline and inline[0][1] == end and inline[0][0] > bare and tokens[inline[0][0] - 1].lower in speakers.PEOPLE:
        return inline[0]
    return bare, end


def _is_role(tokens: Tokens, j: int) -> bool:
    """ "rights group the Kurdish Observatory": a common noun that tells what the name behind it is."""
    return is_speaking(tokens[j]) and not tokens[j].capital


def _behind_office(tokens: Tokens, start: int, end: int) -> int:
    """ "Prime Minister Boris Johnson" is Boris Johnson, "state news agency TASS" is TASS; "Judge Jones" stays."""
    for j in range(end - 2, start - 1, -1):
        low = tokens[j].lower
        role = low in speakers.PEOPLE or (low in speakers.BODIES and not tokens[j].capital)
        if not role or (low.endswith("s") and tokens[j].capital):
            continue
        rest = tokens[j + 1 : end]
        whole = rest[0].capital and rest[0].kind == "word" and rest[-1].lower not in speakers.BODIES
        return j + 1 if whole and (len(rest) > 1 or not tokens[j].capital) else start
    return start


def _behind_link(tokens: Tokens, head: int, end: int) -> tuple[int, int] | None:
    """The body behind its spokesman or report, the person behind the office; "officials in Kyiv" stay whole."""
    if head + 2 >= end:
        return None
    link = head + 1
    link += tokens[link].lower in PUBLISHED or tokens[link].lower in POSTMODIFIERS
    start = link + 1
    while start < end and tokens[start].lower in grammar.ARTICLES:
        start += 1
    runs = name_runs(tokens, start, end)
    if not runs:
        return None
    if tokens[link].lower not in ("of", "for", "at", "from", "by"):
        apart = runs[-1][1] == end and runs[-1][1] - runs[-1][0] >= 3 and tokens[link].lower == "to"
        return _without_place(tokens, runs[-1]) if apart else None
    stop = next(
        (j for j in range(start, end) if tokens[j].lower in ("in", "to", "on", "with") or tokens[j].text == ","), end
    )
    last = runs[-1]
    if (
        last[1] == end
        and last[0] > start
        and tokens[last[0] - 1].lower in speakers.SPEAKERS
        and not tokens[last[0] - 1].capital
    ):
        return last
    return _without_place(tokens, (start, stop))


def _without_place(tokens: Tokens, run: tuple[int, int]) -> tuple[int, int]:
    """ "envoy to Yemen Hans Grundberg": the name is behind the state."""
    start, end = run
    if (
        end - start >= 3
        and tokens[start].lower in states.STATES
        and is_name(tokens[start + 1])
        and tokens[start - 1].lower in LINKS
    ):
        return start + 1, end
    return run


def name_runs(tokens: Tokens, start: int, end: int) -> list[tuple[int, int]]:
    """Runs of capitalised words, "of", "for" and particles between them included."""
    runs: list[tuple[int, int]] = []
    j = start
    while j < end:
        if not is_name(tokens[j]):
            j += 1
            continue
        first = j
        j += 1
        while j < end and _goes_on(tokens, j, end):
            j += 1
        runs.append((first, j))
    return runs


INSIDE_NAMES = frozenset("of for the and".split()) | speakers.PARTICLES


def _goes_on(tokens: Tokens, j: int, end: int) -> bool:
    if is_name(tokens[j]) or joins(tokens, j) or tokens[j].text == "&":
        return True
    if tokens[j].lower not in INSIDE_NAMES or j + 1 >= end:
        return False
    return is_name(tokens[j + 1]) or (tokens[j + 1].lower in INSIDE_NAMES and j + 2 < end and is_name(tokens[j + 2]))
