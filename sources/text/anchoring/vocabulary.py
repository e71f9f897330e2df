"""Words that make another figure, and the few that make no difference."""

from __future__ import annotations

import re


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


HARMLESS = _words("the that also")
NUMBER_WORDS = _words(
    "zero nought naught nil none one two three four five six seven eight nine ten eleven twelve thirteen fourteen",
    "fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred",
    "thousand million billion trillion lakh crore dozen score pair couple single tens dozens scores hundreds",
    "thousands millions billions trillions lakhs crores half halves third thirds quarter quarters fourth fifth fifths",
    "sixth seventh eighth ninth tenth tenths hundredth thousandth first second once twice thrice double doubled",
    "triple tripled treble trebled quadruple quadrupled twofold threefold fourfold fivefold sixfold tenfold halved",
    "several few many most all both k m bn mn mln tn percent percentage per cent pct",
)
COMPARATORS = _words(
    "about around some roughly approximately approx circa ca nearly almost close near estimated perhaps maybe average",
    "least fewer less minimum more over greater larger higher exceeding exceeded excess upwards above beyond up most",
    "maximum under below lower smaller than exactly precisely equal between from to only just well far odd plus",
)
NEGATIONS = _words(
    "no not never neither nor none nobody nothing nowhere without cannot hardly scarcely barely denied denies deny",
    "false falsely untrue unlikely failed except",
)
CALENDAR = _words(
    "january february march april may june july august september october november december",
    "monday tuesday wednesday thursday friday saturday sunday",
)
# Words that begin a sentence and are no names.
NO_NAMES = (
    NUMBER_WORDS
    | COMPARATORS
    | NEGATIONS
    | _words(
        "the a an this that these those it its he she they we his her their our in on at by of for with as since until",
        "after before during while when where if but and or there another other others also many each every such",
    )
)

# British and American spellings, made one.
_SPELLINGS = (
    (re.compile(r"(?<=\w{3})is(?=(?:e|ed|es|er|ers|ing|ation|ations)$)"), "iz"),
    (re.compile(r"(?<=\w{3})ys(?=(?:e|ed|es|ing)$)"), "yz"),
    (re.compile(r"(?<=\w{3})our(?=(?:s|ed|ing|able|ite|ites|hood|hoods|er|ers)?$)"), "or"),
    (re.compile(r"(?<=\w{2})ence$"), "ense"),
    (re.compile(r"(?<=\w{3})ll(?=(?:ed|ing|er|ers)$)"), "l"),
    (re.compile(r"^centre(?=s?$)"), "center"),
    (re.compile(r"^programme(?=s?$)"), "program"),
)
SHORTEST, LONGEST = 6, 24  # letters of a word with two spellings; "four" is not "for"


def same_spelled(one: str, other: str) -> bool:
    """Is this one word, spelled in London and in New York?"""
    if min(len(one), len(other)) < SHORTEST or max(len(one), len(other)) > LONGEST:
        return False
    return _spelled(one) == _spelled(other)


def _spelled(word: str) -> str:
    for pattern, replacement in _SPELLINGS:
        word = pattern.sub(replacement, word)
    return word
