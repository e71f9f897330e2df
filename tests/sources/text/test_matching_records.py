"""Records of a file matched to the numbers of an article: by what, and how surely."""

import json
import time

from sources.text.bibliography import match_records, read_bibliography


def bibliography(*records):
    return read_bibliography(json.dumps([{"type": "document", **record} for record in records]).encode(), "refs.json")


LEVEES = {"id": "a", "title": "Levees fail in Norland", "issued": {"date-parts": [[2021]]}}
RAIN = {"id": "b", "title": "Rain on the plain", "DOI": "10.1000/JW.12"}
DAM = {
    "id": "c",
    "title": "The dam",
    "URL": "http://www.valley.example/dam/",
    "author": [{"family": "Berg", "given": "T"}],
}
GIVEN = bibliography(LEVEES, RAIN, DAM)


def matches(found, entries):
    return [(match.number, match.index, match.why, match.sure) for match in match_records(found, entries)]


def test_a_doi_an_address_and_a_title_prove_a_record():
    entries = [
        (1, "Lund, M. (2020). Rain on the plains. doi:10.1000/jw.12"),
        (2, "Berg, T. https://web.archive.org/web/2021/https://valley.example/dam?utm_source=x"),
        (3, "Okoro, D. “Levees Fail in Norland”. Harbour Times. 3 September 2021."),
        (4, "Hale, R. Something else. 1999."),
    ]
    assert matches(GIVEN, entries) == [(1, 1, "doi", True), (2, 2, "address", True), (3, 0, "title", True)]


def test_another_year_makes_a_title_unsure():
    assert matches(GIVEN, [(1, "Okoro, D. “Levees fail in Norland”. Harbour Times. 1987.")]) == [(1, 0, "title", False)]


def test_a_short_title_needs_a_name():
    assert matches(GIVEN, [(1, "Behind the dam, a history. 2020.")]) == []
    assert matches(GIVEN, [(1, "Berg, T. “The dam”. 2020.")]) == [(1, 2, "title", True)]


def test_two_records_that_fit_alike_are_both_kept():
    twice = bibliography(LEVEES, {**LEVEES, "id": "z"}, RAIN, RAIN)
    assert matches(twice, [(1, "“Levees fail in Norland”, 2021"), (2, "doi:10.1000/jw.12")]) == [
        (1, 0, "title", False),
        (1, 1, "title", False),
        (2, 2, "doi", False),
        (2, 3, "doi", False),
    ]


def test_of_a_title_inside_a_title_the_longer_is_meant():
    found = bibliography({"title": "Rain on the plain in spring"}, {"title": "Rain on the plain"})
    assert matches(found, [(1, "Lund. “Rain on the plain in spring”. 2020.")])[0][:3] == (1, 0, "title")
    assert matches(found, [(1, "Lund. “Rain on the plain”. 2020.")])[0][:3] == (1, 1, "title")


def test_a_number_counts_unless_the_entry_is_another_work():
    named = bibliography({**LEVEES, "citation-number": 5}, {**RAIN, "id": "ref6"})
    assert matches(named, [(5, ""), (6, "")]) == [(5, 0, "number", True), (6, 1, "number", True)]
    assert matches(named, [(5, "“Levees fail in Norland”, 2021")]) == [(5, 0, "number", True)]
    assert matches(named, [(5, "“Rain on the plain”, 2021")]) == [(5, 0, "number", False), (5, 1, "number", False)]


def test_the_order_is_a_guess_for_an_article_without_entries():
    assert matches(GIVEN, [(1, ""), (2, ""), (3, "")]) == [(n + 1, n, "order", False) for n in range(3)]
    assert matches(GIVEN, [(1, ""), (2, "")]) == []
    assert matches(GIVEN, [(1, ""), (2, ""), (3, "A text of its own")]) == []


def test_nothing_is_matched_with_nothing():
    assert matches(bibliography({"id": "a"}), [(1, "Lund, M. Rain.")]) == []
    assert matches(GIVEN, []) == []


def test_many_records_and_entries_are_matched_in_time():
    found = bibliography(*({"title": f"The rain of station {n} in the year of floods"} for n in range(10_000)))
    entries = [
        (n, f"Lund, M. “The rain of station {n * 7} in the year of floods”. Norland {n}.") for n in range(1, 1000)
    ]
    began = time.process_time()
    read = match_records(found, entries)
    assert time.process_time() - began < 20
    right = sum(match.index == match.number * 7 for match in read)
    assert right == len({match.number for match in read}) == 999
