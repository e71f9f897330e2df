"""The plain sentence of a claim: its own words, made to stand alone.

Nothing is added that the text does not say and nothing is judged. A pronoun
at the front is replaced only where the sentence before leaves one candidate.
"""
# ruff: noqa: SIM905 -- words are read and edited as words, not as a column of quotes

from __future__ import annotations

from sources.text.marks import read_marks
from sources.text.spans import blanked

from .antecedents import antecedent_of
from .voices import grammar
from .voices.cues import CUES
from .words import Token, read_words

# Connectives that can go where a comma follows them.
CONNECTIVES = frozenset(
    """
    however moreover furthermore additionally meanwhile nevertheless nonetheless therefore thus hence
    consequently similarly likewise also besides indeed instead still yet accordingly subsequently finally then
    further conversely overall notably
    """.split()
)
CONNECTING_PHRASES = tuple(
    phrase.strip()
    for phrase in """
    for instance, for example, in addition, in fact, as a result, in contrast, by contrast, on the other hand,
    of course, at the same time, after all, that said, in particular, in turn, more importantly, to be sure, on
    the contrary, as such, in other words, above all, even so, in conclusion, in short
    """.split(",")
)
# Conjunctions that only tie a clause to the one before it. "Because" and "if" mean something, so they stay.
CONJUNCTIONS = frozenset("and but or while whereas though although yet nor so".split())
SUBORDINATING = frozenset("while whereas though although".split())
KEPT_BEHIND_SO = frozenset("far that many much as long called".split())
HANGING = frozenset("which who whose whom where of to than by from".split())
NOUNS_IN_ING = frozenset(
    "during beijing fighting something everything nothing anything being according following including".split()
) - {"including", "being"}
# What begins with one of these waits for its main clause behind a comma.
HALF_SENTENCES = frozenset("although though whereas because unless".split())
RELATIVE = frozenset("which who whose whom".split())
ADVERBS_OF_TIME = frozenset("later then also subsequently eventually finally soon again now still".split())
NOUNS_TOO = frozenset("will may might can need cut set hit put shot found saw read".split())  # May, a set, the saw
OBJECTS = frozenset("that this these those his her its their them him it".split())
LONGEST_LOOK = 600  # characters
EDGES = " \t,;:–—-"
ENDS = frozenset(".?!…")
CLOSERS = "\"”’')]»"
PAIRS = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"))


def statement_of(quote: str, previous: str | None = None, sentence: str | None = None) -> str:
    """The claim as a sentence.

    `previous` is the sentence before it, for a pronoun it makes certain.
    `sentence` is its own: a quote that is only a piece of one ("and 617,910 in
    2024") cannot stand alone, so that the whole of it is given instead.
    """
    text = _without_connective(_balanced(_plain(quote)))
    if sentence and is_fragment(text):
        text = _without_connective(_balanced(_plain(sentence)))
    text = _resolved(text, previous) if previous else text
    return _closed(_opened(text))


def is_fragment(text: str) -> bool:
    """Is there no clause in it, or only one that hangs on what was before: "which …", "killing three"?"""
    tokens = read_words(text[:LONGEST_LOOK]).tokens
    if not tokens:
        return False
    first = tokens[0].lower
    if first in HANGING or (first.endswith("ing") and len(first) > 5 and first not in NOUNS_IN_ING):
        return True
    if first in HALF_SENTENCES and not any(token.text == "," for token in tokens):
        return True  # "Although 40 tanks were sent"
    return _lacks_its_subject(tokens) or not any(_is_finite(token) for token in _main_clause(tokens))


def _lacks_its_subject(tokens: tuple[Token, ...]) -> bool:
    """ "left 3,000 homeless", "later confirmed 12 deaths": it begins with its verb."""
    at = 1 if tokens[0].lower in ADVERBS_OF_TIME and len(tokens) > 1 else 0
    verb, following = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    if verb.lower in grammar.AUXILIARIES | grammar.IRREGULAR_VERBS:
        return verb.lower not in NOUNS_TOO
    if following is None or not verb.lower.endswith("ed") or verb.capital:
        return False
    object_ = following.kind == "number" or following.lower in grammar.ARTICLES | grammar.PREPOSITIONS | OBJECTS
    return object_ and len(verb.text) > 4


def _main_clause(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Without what hangs on its subject to the end: "the ministry, which had denied it"."""
    for at in range(1, len(tokens) - 1):
        if tokens[at].text == "," and tokens[at + 1].lower in RELATIVE:
            closed = any(token.text == "," for token in tokens[at + 2 :])
            return tokens if closed else tokens[:at]
    return tokens


def _is_finite(token: Token) -> bool:
    low = token.lower
    helper = low in grammar.AUXILIARIES and low not in (
        "been",
        "being",
        "be",
        "having",
        "not",
        "never",
        "nor",
        "neither",
    )
    return token.kind == "word" and (helper or low in grammar.IRREGULAR_VERBS or low in CUES or low.endswith("ed"))


def _plain(quote: str) -> str:
    """One line without marks."""
    if "[" in quote:
        quote = blanked(quote, read_marks(quote))
    text = " ".join(quote.split())
    for sign in ",.;:?!":
        text = text.replace(f" {sign}", sign)
    return text.strip(EDGES)


def _balanced(text: str) -> str:
    """Quotation marks and brackets that lost their other half at the cut are dropped."""
    for opening, closing in PAIRS:
        if text.count(opening) > text.count(closing) and text.startswith(opening):
            text = text[1:]
        elif text.count(closing) > text.count(opening) and text.endswith(closing):
            text = text[:-1]
    if text.count('"') == 1:
        text = text.strip('"')
    return text.strip(EDGES)


def _without_connective(text: str) -> str:
    """ "However, the figure fell" says no more than "the figure fell"."""
    for _ in range(3):
        shorter = _less_one(text)
        if shorter == text:
            return text
        text = shorter
    return text


def _less_one(text: str) -> str:
    lower = text[:40].lower()
    for phrase in CONNECTING_PHRASES:
        if lower.startswith(phrase + ", "):
            return text[len(phrase) + 2 :].lstrip()
    first, _, rest = text.partition(" ")
    word = first.lower()
    if word.endswith(",") and word[:-1] in CONNECTIVES | CONJUNCTIONS and rest:
        return rest
    if word == "also" and rest[:3].lower() in ("in ", "on ", "at "):
        return rest
    if word in SUBORDINATING and first[:1].isupper():
        return text  # "Though it was raining, they left": the main clause is still to come
    if word in CONJUNCTIONS and rest and not (word == "so" and rest.split(" ", 1)[0].lower() in KEPT_BEHIND_SO):
        return rest if word not in ("or", "nor", "yet", "so", "while") or _is_clause(rest, word) else text
    return text


def _is_clause(rest: str, word: str) -> bool:
    """ "while Russia claims" loses its "while", "while fighting" does not."""
    second = rest.split(" ", 1)[0].lower()
    return word != "nor" and not second.rstrip(",").endswith("ing") and second not in ("in", "at", "on", "being")


def _resolved(text: str, previous: str) -> str:
    first, blank, rest = text.partition(" ")
    name = antecedent_of(first, previous)
    return f"{name}{blank}{rest}" if name and rest else text


def _opened(text: str) -> str:
    """A capital at the front, save in a name like "eBay"."""
    at = next((i for i, c in enumerate(text) if c not in "\"“‘'(«["), 0)
    if text[at : at + 1].islower() and not text[at + 1 : at + 2].isupper():
        return text[:at] + text[at].upper() + text[at + 1 :]
    return text


def _closed(text: str) -> str:
    """A full stop at the end, inside nothing and only one."""
    bare = text.rstrip(CLOSERS)
    if not text or (bare and bare[-1] in ENDS):
        return text
    return text.rstrip(EDGES) + "."
