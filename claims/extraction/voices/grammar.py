"""The small words of English that tell where a noun phrase begins and ends."""

# ruff: noqa: SIM905 -- words are read and edited as words, not as a column of quotes
from __future__ import annotations

ARTICLES = frozenset(("the", "a", "an"))
DETERMINERS = ARTICLES | frozenset(
    "its their his her our my your these those this some many most several various both few all one two three "
    "four five "
    "six seven eight nine ten other another such certain numerous multiple more".split()
)
CONJUNCTIONS = frozenset(
    """
    that which who whom whose while whereas but or nor yet because although though when where if as after before
    since until till than so unless once whether how why what and plus
    """.split()
)
BE = frozenset("is are was were be been being am isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t".split())
HAVE = frozenset("has have had having".split())
DO = frozenset("do does did".split())
MODALS = frozenset("will would shall should may might can could must cannot".split())
NEGATIONS = frozenset(
    """
    not never neither nor didn't don't doesn't hasn't haven't hadn't couldn't can't won't wouldn't didn’t don’t
    doesn’t hasn’t haven’t hadn’t couldn’t can’t won’t wouldn’t cannot
    """.split()
)
AUXILIARIES = BE | HAVE | DO | MODALS | NEGATIONS
PREPOSITIONS = frozenset(
    """
    of for at in from to with on under against by between among about above across along amid around behind
    below beneath beside besides beyond despite down during except inside into like near off onto out outside
    over past per through throughout toward towards underneath up upon via within without following including
    regarding concerning according citing quoting alongside due
    """.split()
)
ADVERBS = frozenset(
    """
    also later then now still again once first recently repeatedly initially already always often sometimes soon
    even only just ever meanwhile however therefore thus moreover furthermore nevertheless nonetheless instead
    otherwise today yesterday tomorrow tonight earlier subsequently eventually finally formally officially
    publicly privately too further indeed perhaps maybe almost nearly approximately roughly rather quite very
    elsewhere afterwards afterward similarly additionally consequently likewise there here far long twice
    together back home alone overnight abroad nationwide worldwide online
    """.split()
)
# Small words in -ly that are no adverbs.
NOUNS_IN_LY = frozenset(
    """
    family assembly ally monopoly supply reply fly july italy early weekly daily monthly elderly friendly only
    """.split()
)
TO_VERBS = frozenset(
    """
    continue continued continues went goes refuse refused refuses decline declined declines fail failed fails
    appear appeared appears seem seemed seems came able unable
    """.split()
)
UNWILLING = frozenset("refuse refused refuses decline declined declines fail failed fails unable".split())

MONTHS = frozenset(
    """
    january february march april may june july august september october november december jan feb mar apr jun
    jul aug sept sep oct nov dec
    """.split()
)
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
CALENDAR = MONTHS | DAYS
TIMES = CALENDAR | frozenset(
    "spring summer autumn winter morning afternoon evening night day days week weeks month months year years last "
    "next early mid late ago time noon midnight decade decades century end beginning weekend".split()
)

# Finite verbs that are common and not regular, for "is this the end of the noun phrase?".
IRREGULAR_VERBS = frozenset(
    """
    said told took left went came made gave found got saw knew thought became began broke brought built bought
    caught chose cut dealt drew drove fell felt fought fled flew forgot froze grew held hit kept laid led lost
    met paid put ran rose sank sent set shot shut slept sold spent spoke spread stole stood struck swore swept
    taught threw understood withdrew won wore wrote does goes says has lies shows finds suggests puts reached
    appeared seemed remain remains include includes range ranges rely vary need want
    """.split()
)
PARTICIPIAL_ADJECTIVES = frozenset(
    """
    united armed detailed leaked declassified retired wounded displaced unnamed alleged combined published
    verified backed exiled jailed captured injured related affected informed named reviewed based allied
    uniformed so-called unidentified elected appointed sacked ousted occupied updated limited organized
    organised advanced trusted senior intercepted recovered unpublished controlled aligned owned run led
    sponsored funded masked convicted accused freed kidnapped experienced qualified licensed respected renowned
    noted dated unauthorized concerned registered red
    """.split()
)
