"""Entries read as records: field by field on labelled entries, and whole where a rule is at stake."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.text.entries import Name, Record, read_entry, record_key
from sources.text.referencing.days import read_day
from sources.text.referencing.names import read_names

from .cited import FIELDS, authors_of
from .cited_again import AGAIN
from .cited_fresh import FRESH
from .cited_news import NEWS, WIKIPEDIA
from .cited_scholarly import SCHOLARLY
from .cited_third import THIRD

ALL = [*WIKIPEDIA, *NEWS, *SCHOLARLY, *FRESH, *AGAIN, *THIRD]


def read_field(record, field):
    return authors_of(record) if field == "authors" else getattr(record, field)


@pytest.mark.parametrize("cited", ALL, ids=[cited.text[:60] for cited in ALL])
def test_a_labelled_entry_is_read(cited):
    record = read_entry(cited.text)
    asked = [field for field in FIELDS if field != "type" or cited.type]
    assert {field: read_field(record, field) for field in asked} == {field: getattr(cited, field) for field in asked}
    assert {name: record.csl.get(name) for name, _ in cited.more} == dict(cited.more)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("Smith, John; Doe, Jane", [("Smith", "John"), ("Doe", "Jane")]),
        ("Smith, J. A., Doe, J., Jr., & Roe, R.", [("Smith", "J. A."), ("Doe", "J."), ("Roe", "R.")]),
        ("J. A. Smith and R. van der Roe", [("Smith", "J. A."), ("van der Roe", "R.")]),
        ("Smith JA, Doe R", [("Smith", "JA"), ("Doe", "R")]),
        ("Mari Lund, David Okoro and Ruth Hale", [("Lund", "Mari"), ("Okoro", "David"), ("Hale", "Ruth")]),
        ("By Mari Lund", [("Lund", "Mari")]),
        ("Ministry of Health and Care", ["Ministry of Health and Care"]),
        ("Department for Food, Farms and Rain", ["Department for Food, Farms and Rain"]),
        ("World Rain Bank", ["World Rain Bank"]),
        ("O’Neil, C.; World Rain Bank", [("O’Neil", "C."), "World Rain Bank"]),
        ("Lund, M., et al.", [("Lund", "M.")]),
    ],
)
def test_names_are_told_from_bodies(names, expected):
    read = [name.literal or (name.family, name.given) for name in read_names(names)]
    assert read == expected


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("12 March 2024", "2024-03-12"),
        ("March 12th, 2024", "2024-03-12"),
        ("Tuesday, 12 Mar. 2024", "2024-03-12"),
        ("2024, March 12", "2024-03-12"),
        ("2024 Mar 12", "2024-03-12"),
        ("2024-03-12T10:00:00Z", "2024-03-12"),
        ("12.03.2024", "2024-03-12"),
        ("25/03/2024", "2024-03-25"),
        ("03/04/2024", "2024"),
        ("12–14 March 2024", "2024-03-12/2024-03-14"),
        ("March–April 2024", "2024-03/2024-04"),
        ("Spring 2024", "2024-21"),
        ("c. 1890", "1890~"),
        ("2020b", "2020"),
        ("2019–2021", "2019/2021"),
        ("31 February 2024", ""),
        ("12,024 boats", ""),
        ("n.d.", ""),
    ],
)
def test_a_date_of_a_list_is_edtf(words, value):
    assert read_day(words) == value


def test_the_same_page_or_doi_however_written_has_one_key():
    one = read_entry("“Levees.” Harbour Times, http://www.harbourtimes.example/levees/?utm_source=x")
    archived = read_entry(
        "Levees. https://web.archive.org/web/2021/https://harbourtimes.example/levees. Accessed 4 May 2022."
    )
    assert record_key(one).address == record_key(archived).address == "https://harbourtimes.example/levees"
    dressed = [
        "doi:10.1000/ABC(1)",
        "https://dx.doi.org/10.1000/abc(1).",
        "https://www.wiley.example/doi/abs/10.1000/abc(1)",
    ]
    assert {record_key(read_entry(f"Lund, M. (2020). Ebb. {words}")).doi for words in dressed} == {"10.1000/abc(1)"}
    assert record_key(Record()) == ("", "")


@pytest.mark.parametrize("words", ["", " ", "[]", "()", "\x00\x1e\x1f", "“”", ". . .", "(2020)", "2020", "a"])
def test_nothing_is_made_of_nothing(words):
    record = read_entry(words)
    assert (record.title, record.authors, record.container, record.address, record.doi) in (
        ("", (), "", "", ""),
        (words, (), "", "", ""),
    )


PIECES = [
    "Lund, M. ",
    "(2020). ",
    "“",
    "”",
    "'",
    '"',
    "J. Rain, ",
    "12(3), ",
    "https://a.example/(",
    "doi:10.1000/x(",
    "[",
    "]",
]
PIECES += [
    "Retrieved ",
    "Archived from the original on ",
    "et al. ",
    "In ",
    "(Eds.) ",
    "; ",
    ", and ",
    "a b c ",
    "\x1f",
    "\x1e",
]


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_words_are_read_without_a_fall(words):
    record = read_entry(words)
    assert "\x1f" not in f"{record}"
    assert "\x1e" not in f"{record}"


@pytest.mark.parametrize(
    "piece", [*PIECES, "A. ", "Ab C, ", "12, ", "1:2-", "(", "— ", "/", ".", "May 2020 ", "ISBN 1 2 3 "]
)
def test_a_hostile_entry_takes_no_time(piece):
    words = piece * (200_000 // len(piece))
    began = time.process_time()
    read_entry(words)
    assert time.process_time() - began < 1


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_a_damaged_entry_leaks_no_sign_of_the_reader(data):
    words = data.draw(st.sampled_from(ALL)).text
    at, length = data.draw(st.integers(0, len(words))), data.draw(st.integers(0, 30))
    put = data.draw(st.text("“”\"'()[]:;., 12Aé\x00\x1e\x1f", max_size=5))
    read = repr(read_entry(words[:at] + put + words[at + length :]))
    assert not {"\\x00", "\\x1e", "\\x1f"} & set(re.findall(r"\\x..", read))


def test_the_record_keeps_names_as_csl_has_them():
    assert Name(family="Lund", given="M.").as_csl() == {"family": "Lund", "given": "M."}
    assert Name(literal="World Rain Bank").as_csl() == {"literal": "World Rain Bank"}
