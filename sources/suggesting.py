"""Which of the works that are here may be meant by a reference: proposals with their reasons; a person decides.

The same DOI or address proves it. A title that is much alike is looked for by trigrams (pg_trgm, on the index
`sources_by_title`) and then weighed with the year and the names.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.contrib.postgres.search import TrigramSimilarity
from django.db import connection, transaction
from django.db.models import Q
from rapidfuzz import fuzz

from sources.models import Source
from sources.text.entries import Name, Record, read_entry
from sources.works import keys_of, standing_of

MOST = 8
LOOKED_AT = 40  # titles that are weighed letter by letter
LIKE = 0.45  # of the trigrams of a title; less would look at half of the titles of one beat
LIKELY = 60  # of 100: less is no proposal
SAME_TITLE = 95  # of 100: "the same" but for commas and capitals
LONGEST = 300  # characters of a title that are compared
NAME = ("family", "given", "literal")
YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`likeness` from 0 to 100; `why` in the order of their weight: "same DOI", "title 93% alike", "same year" …"""

    source: Source
    likeness: int
    why: tuple[str, ...]


def suggestions(given: Record | str, *, without: Iterable[int] = (), most: int = MOST) -> list[Suggestion]:
    """The likeliest works first, for a record or the words of a reference."""
    text = given if isinstance(given, str) else ""
    record = read_entry(given) if isinstance(given, str) else given
    found = {one.source.pk: one for one in (*_by_title(record, text), *_by_key(record, text))}
    left = [one for pk, one in found.items() if pk not in set(without)]
    return sorted(left, key=lambda one: (-one.likeness, -one.source.pk))[:most]


def suggest_twins(source: Source) -> list[Suggestion]:
    """Other works that may be the same as this one."""
    names = tuple(Name(**{part: person.get(part, "") for part in NAME}) for person in source.authors)
    record = Record(title=source.title, authors=names, container=source.container, issued=source.issued)
    return suggestions(record, without=[source.pk])


def _by_key(record: Record, text: str) -> Iterator[Suggestion]:
    known = keys_of(record, text)
    tried = [
        ("same DOI", Q(doi=known.doi) if known.doi else None),
        ("same address", Q(address_key=known.address) if known.address else None),
        ("same entry", Q(entry_key=known.entry) if known.entry else None),
    ]
    for why, same in reversed(tried):
        if same and (source := Source.objects.filter(same).first()):
            yield Suggestion(standing_of(source), 100, (why,))


def _by_title(record: Record, text: str) -> Iterator[Suggestion]:
    title = (record.title or text)[:LONGEST]
    if len(title.strip()) < 4:
        return
    for source in _like(title):
        weighed = _weighed(source, record, title, text)
        if weighed.likeness >= LIKELY:
            yield weighed


@transaction.atomic
def _like(title: str) -> Sequence[Source]:
    with connection.cursor() as cursor:
        # For this transaction only: the connection's own threshold is for single words.
        cursor.execute("SELECT set_config('pg_trgm.similarity_threshold', %s, true)", [str(LIKE)])
    likeness = TrigramSimilarity("title", title)
    near = (
        Source.objects.standing().select_related("article").filter(title__trigram_similar=title).annotate(near=likeness)
    )
    return list(near.order_by("-near", "-id")[:LOOKED_AT])


def _weighed(source: Source, record: Record, title: str, text: str) -> Suggestion:
    alike = fuzz.ratio(_folded(source.title[:LONGEST]), _folded(title))
    if not record.title and text:
        # Nobody has said which words are the title: it must stand among them.
        alike = fuzz.partial_ratio(_folded(source.title[:LONGEST]), _folded(text))
    why = ["same title" if alike >= SAME_TITLE else f"title {round(alike)}% alike"]
    points = alike
    for said, worth in (_year(source, record, text), _names(source, record, text), _container(source, record)):
        why += [said] if said else []
        points += worth
    return Suggestion(source, max(0, min(99, round(points))), tuple(why))


def _year(source: Source, record: Record, text: str) -> tuple[str, int]:
    years = set(YEAR.findall(record.issued or text))
    if not years or not source.issued:
        return "", 0
    return ("same year", 4) if years & set(YEAR.findall(source.issued)) else ("another year", -15)


def _names(source: Source, record: Record, text: str) -> tuple[str, int]:
    theirs = _surnames(source.authors)
    ours = _surnames([name.as_csl() for name in record.authors]) or (
        set(WORD.findall(_folded(text))) if text else set()
    )
    if not theirs or not ours:
        return "", 0
    return ("same author", 4) if theirs & ours else ("another author", -10)


def _container(source: Source, record: Record) -> tuple[str, int]:
    if not source.container or not record.container:
        return "", 0
    same = fuzz.ratio(_folded(source.container), _folded(record.container)) >= SAME_TITLE
    return ("same publication", 2) if same else ("another publication", -8)


def _surnames(people: Sequence[dict[str, str]]) -> set[str]:
    named = [person.get("family") or person.get("literal", "").rpartition(" ")[2] for person in people]
    return {_folded(name) for name in named if name}


def _folded(text: str) -> str:
    """Letters and digits only, without case and accents."""
    bare = unicodedata.normalize("NFKD", text).casefold()
    return " ".join(WORD.findall("".join(char for char in bare if not unicodedata.combining(char))))
