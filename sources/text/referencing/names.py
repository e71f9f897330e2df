"""Authors as lists print them: "Smith, J., & Doe, R.", "Smith J, Doe R", "J. Smith and R. Doe", a ministry."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .draft import CUT
from .record import Name
from .vocabulary import PARTICLES, SUFFIXES, is_organisation

MOST = 100
INITIALS = re.compile(r"(?:[^\W\d_a-z]\.?[\s-]?){1,4}(?:,?\s(?:Jr|Sr|II|III)\.?)?")
VANCOUVER = re.compile(r"((?:[^\W\d_][\w'’-]*\s){1,3})([^\W\d_a-z]{1,3}\.?)(?:\s(?:Jr|Sr|2nd|3rd))?")
SEPARATORS = re.compile(r"\s*(,|;|(?<=\s)and(?=\s)|(?<=\s)with(?=\s)|&)\s*")
OTHERS = re.compile(r",?\s*(?:(?:and|&)\s+(?:others|colleagues)|et\.? al\.?)\s*$", re.IGNORECASE)
BYLINE = re.compile(r"^(?:written\s)?by\s", re.IGNORECASE)
EDITORS = re.compile(r",?\s*[(\[]?(?<!\w)(?:eds?\.?|editors?|hrsg\.?)[)\]]?[\s.,:]*$", re.IGNORECASE)
HANDLE = re.compile(r"\s?[\[(]?@\w{1,40}[\])]?")
WORD = re.compile(r"[^\W\d_][\w'’.-]*\.?")


def read_names(text: str) -> tuple[Name, ...]:
    """The names of a list of authors, in order; "et al." stands for nobody."""
    text = _bare(text)
    if not text:
        return ()
    if ";" in text:
        return tuple(_one(piece) for piece in text.split(";")[:MOST] if _bare(piece))
    pieces, signs = _pieces(text)
    if len(pieces) > 1 and all(VANCOUVER.fullmatch(piece) for piece in pieces):
        return tuple(_one(piece) for piece in pieces)
    if _is_one_body(text, pieces):
        return (Name(literal=text),)
    return tuple(_walk(pieces, signs))


def are_people(text: str) -> bool:
    """Whether a text is nothing but names of people."""
    names = read_names(text)
    return bool(names) and all(name.family for name in names)


def names_editors(text: str) -> bool:
    return EDITORS.search(text) is not None


def _bare(text: str) -> str:
    text = EDITORS.sub("", HANDLE.sub("", text.replace(CUT, " ")).strip(" ,;:&"))
    text = OTHERS.sub("", BYLINE.sub("", text)).strip(" ,;:&")
    return text.rstrip(".") if not re.search(r"(?:^|[\s.,-])[^\W\d_a-z]\.$|\s(?:Jr|Sr)\.$", text) else text


def _pieces(text: str) -> tuple[list[str], list[str]]:
    """The parts between the commas and "and"s, and the sign behind each."""
    split = SEPARATORS.split(text)[: 2 * MOST]
    pieces, signs = [], []
    for at in range(0, len(split), 2):
        sign = split[at + 1] if at + 1 < len(split) else ""
        if split[at].strip():
            pieces.append(split[at].strip())
            signs.append(sign)
        elif signs:
            signs[-1] = sign  # ", and": the last sign counts
    return pieces, signs


def _is_one_body(text: str, pieces: Sequence[str]) -> bool:
    """One name with "and" or commas inside: "Ministry of Health and Care", "Department for Food, Farms and Rain"."""
    if len(pieces) == 1:
        return False
    return is_organisation(text) and not any(_is_person(piece) or INITIALS.fullmatch(piece) for piece in pieces[1:])


def _walk(pieces: Sequence[str], signs: Sequence[str]) -> list[Name]:
    names: list[Name] = []
    at = 0
    while at < len(pieces):
        following = pieces[at + 1] if at + 1 < len(pieces) and signs[at] == "," else ""
        if pieces[at].lower() in SUFFIXES and names:
            at += 1
        elif following and _is_inverted(pieces[at], following, first=at == 0):
            names.append(Name(family=pieces[at], given=following))
            at += 2
        else:
            names.append(_one(pieces[at]))
            at += 1
    return names


def _is_inverted(family: str, given: str, *, first: bool) -> bool:
    if INITIALS.fullmatch(given):
        return len(family) > 2
    if not first or is_organisation(given) or is_organisation(family):
        return False
    surname = [word for word in family.split() if word.lower() not in PARTICLES]
    if len(surname) + len(given.split()) > 3 or any(INITIALS.fullmatch(word) for word in surname):
        return False  # "Mari Lund, David Okoro", "M. Lund, R. Hale": two people
    return (
        0 < len(surname) <= 2 and 0 < len(given.split()) <= 3 and all(_is_name_word(w) for w in given.split() + surname)
    )


def _one(piece: str) -> Name:
    piece = _bare(piece)
    family, comma, given = (part.strip() for part in piece.partition(","))
    if comma and given and len(given.split()) <= 4 and not is_organisation(family):
        return Name(family=family, given=given)
    if (match := VANCOUVER.fullmatch(piece)) and not is_organisation(piece):
        return Name(family=match[1].strip(), given=match[2])
    if not _is_person(piece):
        return Name(literal=piece)
    words = piece.split()
    last = len(words) - 1
    while last > 1 and words[last - 1].lower() in PARTICLES:
        last -= 1
    return Name(family=" ".join(words[last:]), given=" ".join(words[:last]))


def _is_person(piece: str) -> bool:
    words = piece.split()
    if not 2 <= len(words) <= 5 or is_organisation(piece) or words[0].lower() in ("the", "a", "an"):
        return False
    return all(_is_name_word(word) for word in words) and not piece.isupper() and len(words[-1].rstrip(".")) > 1


def _is_name_word(word: str) -> bool:
    if word.lower() in PARTICLES:
        return True
    return bool(WORD.fullmatch(word)) and (word[0].isupper() or "-" in word or "'" in word)
