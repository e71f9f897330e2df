"""What stands behind a reporting verb: a clause, a quotation, a figure, a claim."""
# ruff: noqa: SIM905 -- words are read and edited as words, not as a column of quotes

from __future__ import annotations

from . import grammar
from .cues import BASELESS, CLAIMED, OTHER_SENSE, Need
from .tokens import Tokens

QUOTES = frozenset("\"“”„«»‘'")
STOPS = frozenset(".;:!?—–")
NUMBERS = frozenset(
    """
    zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands
    million millions billion billions trillion dozen dozens tens half third quarter
    """.split()
)
HEDGES = frozenset(
    """
    at least about around some nearly almost over more than fewer less no up to as many between under roughly
    approximately just only an a the estimated exactly another total of from well below above not for
    """.split()
)
CURRENCY = frozenset("$€£¥₹৳")
# Behind the verb, before what is said: "said on Monday that", "told reporters in Geneva that".
CLAUSE_WORDS = frozenset("that how why what whether".split())


def is_figure(tokens: Tokens, i: int) -> bool:
    """A number that is not the year or day of a date."""
    token = tokens[i]
    if token.lower in NUMBERS:
        return True
    if token.kind != "number":
        return False
    if i and tokens[i - 1].capital and tokens[i - 1].kind == "word" and tokens[i - 1].start:
        return False  # "Resolution 1701", "Room 40"
    near = (tokens[j].lower for j in (i - 1, i + 1) if 0 <= j < len(tokens))
    if any(low in grammar.MONTHS for low in near):
        return False
    year = len(token.text) == 4 and token.text.isdigit() and 1500 <= int(token.text) <= 2100
    return not (
        year and i and tokens[i - 1].lower in grammar.PREPOSITIONS | {"since", "until", "the", "early", "late", "mid"}
    )


def figure_within(tokens: Tokens, start: int, reach: int) -> int:
    """The first figure among `reach` tokens of the same clause; -1 when there is none."""
    for j in range(start, min(len(tokens), start + reach)):
        if is_figure(tokens, j):
            return j
        if tokens[j].text in STOPS and not (j and tokens[j].text == "."):
            return -1
    return -1


def fits(tokens: Tokens, after: int, verb: str, need: Need, *, document: bool) -> bool:
    """Does what follows token `after` make the verb one of reporting?"""
    if need == "claim":
        return rejects_claim(tokens, after)
    if need == "baseless":
        return denounces(tokens, after, need)
    if (need == "to" or _expects(tokens, after, verb)) and _within(tokens, after, 12, "to"):
        return True
    if turns(tokens, after, verb):
        return False
    if need == "never":
        return _puts_out(tokens, after)
    if document and need in ("clause", "that"):
        return True
    if verb == "document" and not document:
        return after < len(tokens) and tokens[after].kind != "sign"  # "SIGAR documented waste"
    if need == "to":
        return has_clause(tokens, after, figures=False)
    if need == "nothing":
        return verb not in TRANSITIVE or _has_object(tokens, after)
    if need == "that":
        return has_clause(tokens, after, figures=False)
    if need == "clause":
        return has_clause(tokens, after)
    if need == "figure":
        return figure_within(tokens, after, 5) >= 0
    if need == "at":
        return _figure_at(tokens, after)
    if need == "bare":
        return _bare_figure(tokens, after)
    told = _within(tokens, after, 12, "as") or _within(tokens, after, 8, "be")
    return told or ((need == "as" or document) and figure_within(tokens, after, 4) >= 0)


# What they say may be in the infinitive: "expects prices to rise".
EXPECTING = frozenset("expect forecast project predict anticipate believe consider assume".split())


ESTIMATES = frozenset("estimate estimates figure figures toll tally".split())


def _puts_out(tokens: Tokens, after: int) -> bool:
    """ "produced an estimate of 300", "released figures of 12 to 15": a figure that is called one."""
    for j in range(after, min(len(tokens) - 1, after + 4)):
        if tokens[j].lower in ESTIMATES:
            return tokens[j + 1].lower == "of" and figure_within(tokens, j + 2, 12) >= 0
        if tokens[j].kind != "word" or tokens[j].lower in grammar.PREPOSITIONS:
            return False
    return False


def _expects(tokens: Tokens, after: int, verb: str) -> bool:
    """Somebody else to do it: "expects to sell" is a plan of one's own."""
    return verb in EXPECTING and after < len(tokens) and tokens[after].lower != "to"


# Without an object these are participles: "the cases reported in March".
TRANSITIVE = frozenset("report estimate confirm claim allege deny announce".split())
WHERE = frozenset("in at from among during between near across since for within".split())


def _has_object(tokens: Tokens, after: int) -> bool:
    return after >= len(tokens) or tokens[after].lower not in WHERE or has_clause(tokens, after)


def turns(tokens: Tokens, after: int, verb: str) -> bool:
    """Objects that turn the verb into another one: denied entry, claimed 300 lives, reported to the police."""
    other = OTHER_SENSE.get(verb)
    if verb == "say":
        return _says_nothing(tokens, after)
    if verb == "report" and after < len(tokens) and tokens[after].lower in ("to", "into", "back"):
        return not _within(tokens, after, 8, "that")
    if not other:
        return False
    for token in tokens[after : after + (6 if verb == "claim" else 3)]:
        if token.lower in other:
            return True
        if token.lower in CLAUSE_WORDS or (token.kind == "sign" and token.text != "-"):
            return False
    return False


def has_clause(tokens: Tokens, after: int, *, figures: bool = True) -> bool:
    """A that-clause, a quotation, a figure, or a subject with its verb: "noted the figure was low"."""
    for j in range(after, min(len(tokens), after + 12)):
        token = tokens[j]
        low = token.lower
        if low in CLAUSE_WORDS or (token.text in QUOTES and (j == after or tokens[j - 1].text in ",:")):
            return True
        if figures and (is_figure(tokens, j) or token.text in CURRENCY):
            return True
        if token.text in (":",) and j <= after + 4:
            return True
        if (low in grammar.AUXILIARIES or low in ("there",)) and j > after:
            return True
        if token.text in STOPS or low in ("which", "who", "and", "but", "while", "as", "to", "by"):
            if j == after and low == "to":  # "admitted to 1,100 deaths"
                return figures and j + 1 < len(tokens) and is_figure(tokens, j + 1)
            return low == "to" and j == after + 1 and has_clause(tokens, j + 2, figures=figures)
        if token.text == "," and j + 1 < len(tokens) and tokens[j + 1].text in QUOTES:
            return True
        if token.text == "," and not _aside(tokens, j):
            return False
    return False


def _aside(tokens: Tokens, comma: int) -> bool:
    """A short insertion, "noted, however, that"."""
    return any(t.text == "," for t in tokens[comma + 1 : comma + 6])


def is_parenthetical(tokens: Tokens, after: int) -> bool:
    """The verb closes its clause: "Two died, Smith noted."."""
    return (
        after >= len(tokens)
        or tokens[after].text in STOPS
        or tokens[after].text in (",", ")")
        or tokens[after].text in QUOTES
    )


def rejects_claim(tokens: Tokens, after: int) -> bool:
    """The object is a claim ("these reports") or is called baseless ("as groundless rumours")."""
    for j in range(after, min(len(tokens), after + 10)):
        low = tokens[j].lower
        if low in CLAIMED or low in BASELESS or (j == after and low in ("that", "this")):
            return True
        if tokens[j].text in STOPS or tokens[j].text == "," or low in ("and", "but", "who", "which"):
            return False
    return False


def denounces(tokens: Tokens, after: int, need: Need) -> bool:
    """What is said calls a claim wrong: "the allegation false", "as groundless", "the reports were baseless"."""
    claimed = need != "nothing"
    for j in range(after, min(len(tokens), after + 12)):
        low = tokens[j].lower
        if low in FALSE:
            return claimed and (need != "nothing" or _is_predicate(tokens, j))
        claimed = claimed or low in CLAIMED
        if tokens[j].text in STOPS or tokens[j].text == "," or low in ("and", "but", "who", "which"):
            return False
    return False


FALSE = BASELESS - frozenset("absurd ridiculous politically provocation nonsense fantasy lies".split())


def _is_predicate(tokens: Tokens, j: int) -> bool:
    """Says a form of "be" so, right before or one word before?"""
    return any(token.lower in grammar.BE for token in tokens[max(0, j - 2) : j])


UNSAID = frozenset("nothing little goodbye hello farewell no yes sorry so".split())


def _says_nothing(tokens: Tokens, after: int) -> bool:
    """ "The company said nothing": no fact is."""
    if after >= len(tokens) or tokens[after].lower not in UNSAID:
        return False
    following = tokens[after + 1] if after + 1 < len(tokens) else None
    return following is None or following.kind == "sign" or following.lower in grammar.PREPOSITIONS | {"and", "when"}


def _figure_at(tokens: Tokens, after: int) -> bool:
    for j in range(after, min(len(tokens), after + 14)):
        if (
            tokens[j].lower in ("at", "between", "above", "below", "over", "under")
            and figure_within(tokens, j + 1, 5) >= 0
        ):
            return True
        if tokens[j].text in STOPS:
            return False
    return False


ESTIMATED = frozenset("figure figures estimate estimates number toll total count tally range".split())


def _bare_figure(tokens: Tokens, after: int) -> bool:
    """A figure that counts nothing further, so that it is said and not given: "gave at most 700."."""
    j = after
    while j < len(tokens) and j < after + 7 and tokens[j].lower in HEDGES:
        j += 1
    if j < len(tokens) and tokens[j].lower in ESTIMATED:
        return True
    if _within(tokens, after, 6, "as") and figure_within(tokens, after, 10) >= 0:  # "gives the height as 3,210 m"
        return True
    if j >= len(tokens) or not is_figure(tokens, j):
        return False
    while j < min(len(tokens), after + 14) and (is_figure(tokens, j) or tokens[j].lower in BETWEEN_FIGURES):
        j += 1
    return j >= len(tokens) or tokens[j].kind == "sign" or tokens[j].lower in BEHIND_FIGURES


BETWEEN_FIGURES = frozenset(("to", "–", "-", "or", "%", "percent", "m", "km", "metres", "feet"))
BEHIND_FIGURES = frozenset(("as", "for", "in", "and", "but", "while", "dead", "deaths", "killed", "casualties"))


def _within(tokens: Tokens, after: int, reach: int, word: str) -> bool:
    for token in tokens[after : after + reach]:
        if token.lower == word:
            return True
        if token.text in STOPS or token.text == ",":
            return False
    return False
