"""The words that numbers are written with."""

from __future__ import annotations

from decimal import Decimal


def _from(first: int, words: str) -> dict[str, Decimal]:
    """The words and their values, one after the other."""
    return {word: Decimal(value) for value, word in enumerate(words.split(), start=first)}


SMALL = _from(0, "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen") | _from(
    15, "fifteen sixteen seventeen eighteen nineteen"
)
SMALL |= {"nought": Decimal(0), "naught": Decimal(0)}
ONES = {word: value for word, value in SMALL.items() if 1 <= value <= 9}
TENS = {word: 10 * value for word, value in _from(2, "twenty thirty forty fifty sixty seventy eighty ninety").items()}

HUNDRED = Decimal(100)
THOUSAND = Decimal(10**3)
MILLION = Decimal(10**6)
BILLION = Decimal(10**9)
TRILLION = Decimal(10**12)
DOZEN = Decimal(12)

# Words that multiply what stands before them, spelled out.
SCALES = {
    "hundred": HUNDRED,
    "thousand": THOUSAND,
    "million": MILLION,
    "billion": BILLION,
    "trillion": TRILLION,
    "quadrillion": Decimal(10**15),
    "quintillion": Decimal(10**18),
    "lakh": Decimal(10**5),
    "crore": Decimal(10**7),
    "lakhs": Decimal(10**5),
    "crores": Decimal(10**7),
    "hundreds": HUNDRED,
    "thousands": THOUSAND,
    "millions": MILLION,
    "billions": BILLION,
    "trillions": TRILLION,
    "dozen": DOZEN,
    "dozens": DOZEN,
    "dozs": DOZEN,
    "dzs": DOZEN,
    "score": Decimal(20),
}

# The same as abbreviations behind digits. "m" is also the metre, "k" the kelvin, "b" the bit:
# those are read as scale words only where an amount of money or a plural noun says so.
CLEAR_SHORT_SCALES = {
    "k": THOUSAND,
    "mn": MILLION,
    "mln": MILLION,
    "mil": MILLION,
    "mm": MILLION,  # "1MM", in capitals only: in small letters it is the millimetre
    "bn": BILLION,
    "bln": BILLION,
    "tn": TRILLION,
    "trn": TRILLION,
    "tln": TRILLION,
    "cr": Decimal(10**7),
}
MONEY_SHORT_SCALES = CLEAR_SHORT_SCALES | {"m": MILLION, "b": BILLION, "t": TRILLION}

# Plural scale words that stand without a number: "dozens", "tens of thousands".
MULTITUDES = {
    "tens": Decimal(10),
    "dozens": DOZEN,
    "scores": Decimal(20),
    "hundreds": HUNDRED,
    "thousands": THOUSAND,
    "millions": MILLION,
    "billions": BILLION,
    "trillions": TRILLION,
    "lakhs": Decimal(10**5),
    "crores": Decimal(10**7),
}
# "several dozen": how many times the scale word at the least.
INDEFINITE = {"several": 3, "few": 3, "many": 2, "multiple": 2, "untold": 2, "countless": 2}

PARTS = {
    "half": Decimal(2),
    "quarter": Decimal(4),
    "thirtieth": Decimal(30),
    "fortieth": Decimal(40),
    "fiftieth": Decimal(50),
    "hundredth": HUNDRED,
    "thousandth": THOUSAND,
    "millionth": MILLION,
    "billionth": BILLION,
    "trillionth": TRILLION,
}
PARTS |= _from(3, "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth")
PARTS |= _from(15, "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth")
# Behind another number word these rank: "twenty-fifth", "two hundredth". "Second" does so only behind tens.
RANKS = frozenset({"first", "second", *PARTS}) - {"half", "quarter"}
PLURAL_PARTS = {f"{word}s": value for word, value in PARTS.items() if word != "half"} | {"halves": Decimal(2)}

FRACTION_SIGNS = {
    "½": Decimal("0.5"),
    "⅓": Decimal("0.333333"),
    "⅔": Decimal("0.666667"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "⅕": Decimal("0.2"),
    "⅖": Decimal("0.4"),
    "⅗": Decimal("0.6"),
    "⅘": Decimal("0.8"),
    "⅙": Decimal("0.166667"),
    "⅚": Decimal("0.833333"),
    "⅛": Decimal("0.125"),
    "⅜": Decimal("0.375"),
    "⅝": Decimal("0.625"),
    "⅞": Decimal("0.875"),
}

# "doubled" is a figure too: 2, times.
MULTIPLES = {
    "doubled": Decimal(2),
    "doubling": Decimal(2),
    "twice": Decimal(2),
    "tripled": Decimal(3),
    "tripling": Decimal(3),
    "trebled": Decimal(3),
    "trebling": Decimal(3),
    "thrice": Decimal(3),
    "quadrupled": Decimal(4),
    "quadrupling": Decimal(4),
    "quintupled": Decimal(5),
    "quintupling": Decimal(5),
    "hundredfold": HUNDRED,
    "thousandfold": THOUSAND,
    "halved": Decimal("0.5"),
    "halving": Decimal("0.5"),
}
MULTIPLES |= {f"{word}fold": value for word, value in (SMALL | TENS).items() if value > 1}
# In the present they need words around them that say a number changes: "double the figure", "more than double".
MULTIPLE_VERBS = {
    "double": Decimal(2),
    "doubles": Decimal(2),
    "triple": Decimal(3),
    "triples": Decimal(3),
    "treble": Decimal(3),
    "quadruple": Decimal(4),
    "quadruples": Decimal(4),
    "halve": Decimal("0.5"),
}

COUNTING = {**SMALL, **TENS}
# Every word that a figure can begin with: a sentence with none of these and no digit holds no figure.
STARTERS = frozenset(
    {*COUNTING, *SCALES, *MULTITUDES, *MULTIPLES, *MULTIPLE_VERBS, *FRACTION_SIGNS, *PARTS, *PLURAL_PARTS}
)
