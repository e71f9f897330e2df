"""Numbers that name something and count nothing: T-72, Resolution 2397, Room 40, 17 Gorky Street, 2019."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claims.extraction.initials import is_abbreviated
from claims.extraction.words import Token

from .closed_words import STOPS
from .currencies import CODES, NAMES
from .number_words import COUNTING
from .numerals import Numeral
from .phrases import glued, wordset
from .unit_names import TIME
from .units import measure_at

Tokens = Sequence[Token]

_HYPHENS = frozenset("-‐‑–—−")
# A bare number behind one of these is its number, whatever follows ("Windows 11 users").
NUMBERED = wordset(
    "resolution article articles section sections chapter chapters page pages p pp para paragraph paragraphs",
    "clause clauses room rooms route routes highway motorway interstate road autoroute flight flights bus line",
    "lines phase type model version v release build windows android ios iphone ipad galaxy playstation xbox",
    "boeing airbus corps battalion brigade regiment division squadron unit battery platoon grade class level",
    "levels stage tier category episode season volume vol issue no nos nr nrs number # № act bill title rule",
    "amendment protocol item items figure fig figs table tables appendix annex annexe exhibit building apartment",
    "apt suite floor platform gate track channel area zone district ward sector block plot lot pier camp reactor",
    "apollo voyager soyuz sputnik falcon ariane gemini mercury viking pioneer mariner luna venera iso rfc ieee",
    "isbn issn doi pmid oclc id tel phone fax box zip postcode verse psalm psalms scene hymn symphony opus op",
    "sonata concerto quartet magnitude formula vitamin element uranium plutonium carbon iodine caesium cesium",
    "strontium cobalt round day year leg lap group pool seed rank ranked step exercise project milepost series",
    "fortune ftse nasdaq question q problem lesson module schedule patent serial docket exit junction marker",
    "terminal dock berth hangar lane hurricane typhoon cyclone tornado ef chromosome isotope rev theorem lemma",
    "equation eq proposition corollary super bowl wrestlemania ufc pope nintendo sega intel core pentium ryzen",
    "geforce radeon photoshop python java html css directive regulation ordinance decree security council surah",
    "sura ayat canto stanza column sheet slide image photo picture plate quadrant shaft elevation feature lp ep",
    "usb web http bluetooth php tls opengl directx footnote footnotes count",
    "locker cell seat row bed ext extension week game part parts pin code",
)
# These name a number only with a capital: "Company 3", "War 2", "Hill 881", "Case 39".
NUMBERED_CAPITALISED = wordset("point stand hill mine case company form order book vessel war height match race")

_STREETS = wordset(
    "street st road rd avenue ave boulevard blvd lane ln drive dr square place court way terrace crescent close",
    "gardens row highway parkway quay embankment prospekt strasse straße rue calle via downing broadway wing",
    "division brigade regiment squadron battalion corps commando group fleet army battery company hussars rifles",
    "dragoons gurkhas para force fighter",
)
MONTHS = wordset(
    "january february march april may june july august september october november december jan feb mar apr jun",
    "jul aug sep sept oct nov dec",
)
_CLOCK = wordset(
    "noon midnight am pm a.m. p.m. a.m p.m o'clock o’clock hrs gmt utc bst est edt pst cet ad bc bce ce a.d. b.c.",
    "c.e.",
)
_YEAR_LEADS = wordset(
    "in since until till by before after during from to early late mid year fiscal season of circa summer spring",
    "autumn winter fall the and through between class c ca",
)
_AMOUNTS = wordset(
    "total number force group crowd army population fleet audience maximum minimum average team garrison column",
    "convoy staff workforce capacity excess most all some each any many hundreds crew detachment contingent batch",
    "list series set sample shipment order stock stockpile supply arsenal mixture consisting composed made",
)


def is_designation(
    tokens: Tokens, numeral: Numeral, *, measured: bool, counts: bool, limited: bool = False, joined: bool = False
) -> bool:
    """Whether a number is a name, an id, a year, a score or a time.

    `measured`: a unit or currency belongs to it. `limited`: a limit word ("at least") stands before it.
    `counts`: a counted noun follows.
    `joined`: it is the first of a range, so the sign behind it is no part of a name.
    """
    first, after = numeral.first, numeral.after
    if tokens[first].kind == "number":
        if _is_leading(tokens[first].text):
            return True
        if (not joined and _is_attached(tokens, first, after, measured)) or _is_an_id(tokens, first, after):
            return True
        if numeral.digits and measured and _is_year_of_money(tokens, first, after):
            return True
        if numeral.digits and limited:
            year = _is_year(tokens, numeral, counts) and int(numeral.digits) >= 1900
            return year and not _is_an_end(tokens, first)
        if numeral.digits and not measured:
            return (
                (len(numeral.digits) == 3 and not counts and _is_an_early_year(tokens, first))
                or _is_numbered(tokens, first)
                or is_abbreviated(tokens, first)
                or _is_clock_or_date(tokens, first, after)
                or _is_address(tokens, after)
                or tokens[after].text.startswith("U.S.C")
                or (not counts and _is_a_zip(tokens, first))
                or _is_a_title(tokens, after)
                or _is_listed(tokens, first, after)
                or _is_named(tokens, first, counts)
                or _is_year(tokens, numeral, counts)
            )
        if not measured and after == first + 1 and "," not in tokens[first].text and _is_numbered(tokens, first):
            return True  # "version 3.2"
        return _is_clock_or_date(tokens, first, after)
    if tokens[after].lower in ("o'clock", "o’clock", "noon", "midnight"):
        return True
    if tokens[first - 1].lower in ("past", "to") and tokens[first - 2].lower in ("half", "quarter") and first > 1:
        return True  # "half past six"
    return _is_in_a_name(tokens, first, after, measured)


def _is_attached(tokens: Tokens, first: int, after: int, measured: bool) -> bool:
    """Letters or signs grown together with the number: "G7", "T-72", "5G", "21st", "2:1", "a_1", "#3"."""
    before, behind = tokens[first - 1], tokens[after]
    if before.end == tokens[first].start and first:
        if before.kind == "word":
            return before.text not in ("x", "c", "Mw") and before.text not in CODES
        if before.text == "+" and first > 1 and glued(tokens, first - 2):
            return tokens[first - 2].kind in ("word", "number")
        if before.text in "_=@#&\\^:" or (before.text == "." and first > 1 and tokens[first - 2].kind == "word"):
            return before.text != ":" or (tokens[first - 2].kind == "number" and glued(tokens, first - 2))
        if before.text == "/" and not measured:
            return True
        if before.text == "(" and first > 1 and glued(tokens, first - 2) and tokens[first - 2].kind == "number":
            return glued(tokens, after - 1) and behind.text == ")"  # "Article 5(3)"
        if before.text in _HYPHENS and first > 1 and glued(tokens, first - 2):
            return tokens[first - 2].kind in ("word", "number")
    if glued(tokens, after - 1):
        if behind.kind == "word" and not measured:
            return True
        if behind.text in ("_", "@", "=", "\\"):
            return True
        if before.text in ("'", "’") and before.end == tokens[first].start and len(tokens[first].text) == 2:
            return True  # "the summer of '68"
        if behind.kind == "possessive" and len(tokens[first].text) == 2 and tokens[first].text[1] == "0":
            return True  # "the 90's"
        if behind.text == "]" and before.text == "[":
            return True
        if behind.text in ":/^" and glued(tokens, after) and tokens[after + 1].kind == "number":
            # but "rated 8.1/10"
            return not (
                behind.text == "/" and "." in tokens[first].text and tokens[after + 1].text in ("5", "10", "100")
            )
        if behind.text == "+" and glued(tokens, after) and tokens[after + 1].kind == "number":
            return True
        if behind.text == "/" and glued(tokens, after) and not measured:
            return measure_at(tokens, after + 1) is None  # "4,126/km2" is a rate
    return False


def _is_an_id(tokens: Tokens, first: int, after: int) -> bool:
    """Telephone numbers, ISBNs: three groups of digits in a row; or far too long."""
    groups, at = 1, after
    while groups < 4 and tokens[at].text in _HYPHENS | {"/"} and tokens[at + 1].kind == "number":
        if not (glued(tokens, at - 1) and glued(tokens, at)):
            break
        groups, at = groups + 1, at + 2
    if groups >= 3:
        return True
    if first and tokens[first - 1].text == "+" and glued(tokens, first - 1):
        return tokens[after].kind == "number" or tokens[after].text in _HYPHENS
    return len(tokens[first].text) > 15 and tokens[first].text.isdigit()


def _is_year_of_money(tokens: Tokens, first: int, after: int) -> bool:
    """ "(2008 USD)", "in 2010 dollars": whose worth is meant."""
    year = tokens[first].text
    if not (len(year) == 4 and year[:2] in ("19", "20") and tokens[first - 1].lower in ("(", "in", "constant", "at")):
        return False
    return any(token.text in CODES or token.lower in NAMES for token in tokens[after : after + 2])


def _is_an_early_year(tokens: Tokens, first: int) -> bool:
    """ "dates from around 900", "dating back to 476"."""
    at = first - 1
    while at > 0 and first - at < 5 and tokens[at].lower in ("around", "about", "circa", "c", "from", "to", "back"):
        at -= 1
    return tokens[at].lower in ("date", "dates", "dated", "dating") and at < first - 1


def _is_numbered(tokens: Tokens, first: int) -> bool:
    """ "Resolution 2397", "page 5", "No. 10", "Room 40", "pages 20–30"."""
    at = first - 1
    if (
        tokens[at].text == "."
        and at > 0
        and tokens[at - 1].lower in ("no", "nos", "nr", "nrs", "vol", "p", "pp", "fig", "op", "art", "ch", "sec")
    ):
        return True
    if at < 0:
        return False
    word = tokens[at]
    if word.lower == "no" and not word.capital:
        return False
    if word.lower == "of" and tokens[at - 1].text == "Group":
        return True
    if word.lower in NUMBERED:
        return not _is_counted_day(tokens, at)
    if word.capital and word.lower in NUMBERED_CAPITALISED and at > 0:
        return True
    if word.text == "." and tokens[at - 1].capital and len(tokens[at - 1].text) == 1 and at > 0:
        return True  # "K. 525"
    return word.lower in ("top", "u") and word.kind == "word"


_SHARED = wordset("day week year game season group area bus floor unit line class part parts level levels")
_WHICH = wordset("a an each every this last that per same one next the past previous their his its following first")


def _is_counted_day(tokens: Tokens, at: int) -> bool:
    """ "each week 40", "this year 12": the word in front is not the number's noun."""
    return tokens[at].lower in _SHARED and tokens[at - 1].lower in _WHICH


def _is_clock_or_date(tokens: Tokens, first: int, after: int) -> bool:
    behind = tokens[after]
    tenths = tokens[first].text.partition(".")[2]
    if tenths and len(tenths) != 2:
        return False  # "2.1 pm" are picometres
    if behind.lower in _CLOCK or (
        behind.lower in ("a", "p") and tokens[after + 1].text == "." and tokens[after + 2].lower == "m"
    ):
        return behind.lower != "hrs"
    if behind.lower in MONTHS and behind.capital:
        return True
    before = tokens[first - 1]
    if before.lower in MONTHS and before.capital and len(tokens[first].text) <= 4 and "," not in tokens[first].text:
        return True
    return (
        before.text == "."
        and tokens[first - 2].lower in MONTHS
        and tokens[first - 2].capital
        and len(tokens[first].text) <= 2
    )


def _is_address(tokens: Tokens, after: int) -> bool:
    """ "17 Gorky Street", "10 Downing Street": up to three names and the word for a street, all with capitals."""
    for at in range(after, after + 4):
        if not tokens[at].capital:
            return False
        if tokens[at].lower in _STREETS and at > after:
            return True
    return False


def _is_a_zip(tokens: Tokens, first: int) -> bool:
    """ "Dover, DE 19901"."""
    state = tokens[first - 1].text
    return len(tokens[first].text) == 5 and len(state) == 2 and state.isupper() and state.isalpha() and first > 1


def _is_a_title(tokens: Tokens, after: int) -> bool:
    """ "60 Minutes", "30 Seconds to Mars": a unit with a capital is part of a name."""
    return tokens[after].capital and tokens[after].lower in TIME


def _is_leading(digits: str) -> bool:
    """ "007", "0500 hours": digits with a nought in front are a name or a time."""
    return len(digits) > 1 and digits[0] == "0" and digits.isdigit()


_LIMITING = wordset("over above under below than")
_ENDS = wordset("at to by of with")
_ROW = frozenset([",", "and", "or", "&"])


def _is_an_end(tokens: Tokens, first: int) -> bool:
    """ "put at over 1980", "rose to more than 2000": where something stands or went is no year."""
    at = first - 1
    if at < 1 or tokens[at].lower not in _LIMITING:
        return False
    at -= 2 if tokens[at].lower == "than" else 1
    return at >= 0 and tokens[at].lower in _ENDS


_COMPARING = wordset("most fewest highest lowest largest smallest best record level tied equal tally total led leads")
_COMPARED_REACH = 8  # tokens from such a word to the bracket: "tied with the Northern Isles on gold (40)"


def _is_set_beside(tokens: Tokens, first: int, after: int) -> bool:
    """ "level on points (63)", "won the most seats (41).": a figure in brackets behind what is compared."""
    if tokens[first - 2].kind != "word" or tokens[after + 1].kind not in ("sign", "possessive"):
        return False
    before = tokens[max(0, first - 1 - _COMPARED_REACH) : first - 1]
    return any(token.lower in _COMPARING for token in before)


_TALLY_REACH = 7  # tokens from one bracket of a tally to the next


def _is_in_a_tally(tokens: Tokens, first: int, after: int) -> bool:
    """ "Reds (13), Blues (6) and Greens (1)": names with what each has; "Hall (1), Marsh (2)" are numbered."""
    if tokens[first - 1].text != "(" or not tokens[first - 2].capital or tokens[after].text != ")":
        return False
    values = [
        int(tokens[at].text) for at in (_bracket_before(tokens, first), first, _bracket_behind(tokens, after)) if at
    ]
    return len(values) > 1 and any(two != one + 1 for one, two in pairwise(values))


def _bracket_before(tokens: Tokens, first: int) -> int:
    for at in range(first - 3, max(1, first - 3 - _TALLY_REACH), -1):
        if tokens[at].text == ")":
            return at - 1 if tokens[at - 1].text.isdecimal() and tokens[at - 2].text == "(" else 0
    return 0


def _bracket_behind(tokens: Tokens, after: int) -> int:
    if tokens[after + 1].lower not in _ROW:
        return 0
    for at in range(after + 2, min(after + 2 + _TALLY_REACH, len(tokens) - 2)):
        if tokens[at].text == "(":
            return at + 1 if tokens[at + 1].text.isdecimal() and tokens[at + 2].text == ")" else 0
    return 0


def _is_listed(tokens: Tokens, first: int, after: int) -> bool:
    """ "1. The", "(2)", "3)": the number of an item."""
    if len(tokens[first].text) > 2 or _is_set_beside(tokens, first, after) or _is_in_a_tally(tokens, first, after):
        return False
    if tokens[after].text == ")" and (
        first == 0 or (tokens[first - 1].text == "(" and tokens[first - 2].kind != "number")
    ):
        return first == 0 or tokens[first - 2].text not in ("one", "two")
    return first == 0 and tokens[after].text in (".", ")") and tokens[after + 1].kind in ("word", "possessive")


def _is_named(tokens: Tokens, first: int, counts: bool) -> bool:
    """A bare number right behind a name: "Storm Corps 11", "Channel 4", "the Leopard 2 tanks"."""
    before = tokens[first - 1]
    if (
        first < 1
        or before.kind != "word"
        or not before.capital
        or len(tokens[first].text) > 4
        or before.lower in MONTHS
    ):
        return False
    if first == 1:
        # The capital of the first word says nothing: "Only 40 died", "Killing 40", "Another 300".
        plain = before.lower in STOPS or before.lower in _OPENINGS or before.lower.endswith(("ing", "ed", "ly"))
        return not plain and not counts
    if not counts:
        return True
    # "gave Ukraine 5 tanks" counts, "ten Leopard 2 tanks" does not
    lead = tokens[first - 2]
    return len(tokens[first].text) == 1 and (lead.kind == "number" or lead.lower in COUNTING or lead.lower in _ARTICLES)


_ARTICLES = frozenset(["the", "a", "an", "its", "their"])
_OPENINGS = wordset("only just even all these those today now then meanwhile another still also further nearly about")


def _is_year(tokens: Tokens, numeral: Numeral, counts: bool) -> bool:
    """1100–2099 without a separator, unless it plainly counts something ("1500 soldiers", "about 1100 wounded")."""
    if len(numeral.digits) != 4 or not 1000 <= int(numeral.digits) <= 2099:
        return False
    before = tokens[numeral.first - 1].lower
    if not counts:
        return True
    modern = 1900 <= int(numeral.digits) <= 2040
    if modern and before in COUNTING:
        return True  # "his five 1976 fights"
    if before == "of":
        return modern and tokens[numeral.first - 2].lower not in _AMOUNTS
    return before in _YEAR_LEADS or (modern and (numeral.first == 0 or before in ("(", ",", "–", "-")))


def _is_in_a_name(tokens: Tokens, first: int, after: int, measured: bool) -> bool:
    """Number words inside names: "Six-Day War", "the Group of Seven", "Formula One", "the Three Gorges"."""
    word, behind = tokens[first], tokens[after]
    if not word.capital or measured:
        return False
    if behind.text in _HYPHENS and glued(tokens, after - 1) and tokens[after + 1].capital:
        return True
    if behind.capital and behind.lower in COUNTING:
        return True  # "Nineteen Eighty-Four"
    if first == 0 or tokens[first - 1].text in "\"“‘':;.!?":
        return behind.capital and behind.lower in ("gorges", "eyes", "rivers")
    before = tokens[first - 1]
    return before.capital or before.kind == "possessive" or behind.capital or before.lower in ("of", "the")


def are_years(left: Numeral, right: Numeral, *, counts: bool) -> bool:
    """Whether a range runs from year to year ("between 2011 and 2021", "1939–1945")."""
    if len(left.digits) != 4 or len(right.digits) != 4 or not 1000 <= int(left.digits) < int(right.digits) <= 2099:
        return False
    return not counts or int(left.digits) >= 1900
