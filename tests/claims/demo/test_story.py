"""The pages of the story as a fetch finds them: what each is for, and the words and figures that stand in it."""

from __future__ import annotations

import pytest

from claims.demo.web.pages import ARCHIVED, CORRECTED, PAGES
from claims.demo.web.server import DemoWeb
from claims.extraction.reading import read
from sources.http import (
    Busy,
    DisallowedByRobots,
    Limits,
    NotThere,
    Policy,
    RemoteFailed,
    Robots,
    SignInNeeded,
    TooSlow,
    Validators,
    fetch,
)
from sources.parsing import parse
from sources.text.bibliography import read_bibliography
from sources.text.marks import read_marks
from sources.text.plain import plain
from sources.text.references import find_references, read_references
from tests import story

PRESS = "/ostmere.example/press/lissen-spill"
COURIER = "/harnwick-courier.example/news/lissen-homes"
WIKI = "/wiki.example/wiki/Lissen_spill"
ARCHIVE = f"/archive.example/web/20250311063000{ARCHIVED}"
FLOOD = "/kellmark-university.example/research/lissen-flood"
FLOOD_BEFORE = "/kellmark-university.example/flood"
BULLETIN = "/weather.example/bulletins/2025-03-10.txt"
REPORT = "/lissen-water.example/report.pdf"
BLADET = "/sodra-bladet.example/english/night"


@pytest.fixture(scope="module")
def web():
    with DemoWeb() as served:
        yield served


def fetched(web, path, *, seconds=20.0, validators=None, **policy):
    asked = Policy(allow_loopback_ports=frozenset({web.port}), **policy)
    return fetch(web.address(path), asked, Limits(seconds=seconds), validators, robots=Robots())


def document(web, path):
    found = fetched(web, path)
    return parse(found.body, path, f"{found.media_type}; charset={found.charset}", page=True)


@pytest.mark.parametrize(
    ("path", "outlet", "published", "words"),
    [
        (PRESS, "Region of Ostmere", "2025-03-11", ["At least 12 people died.", "About 340 homes", "2,150 people"]),
        (PRESS, "Region of Ostmere", "2025-03-11", ["opened on 9 March 2025", "85 firefighters"]),
        ("/norrwire.example/2025/03/11/ostmere-dam", "Norrwire", "2025-03-11", ["At least twelve", "Some 340 homes"]),
        (COURIER, "Harnwick Courier", "2025-03-12", ["About 430 homes were damaged", "At least 12 people died"]),
        ("/brackholm-post.example/doors", "Brackholm Post", "2025-03-12", ["More than 340 homes were damaged"]),
        ("/valley-herald.example/lists", "Valley Herald", "2025-03-13", ["\n340 homes were damaged"]),
        (CORRECTED, "Coast Daily", "2025-03-12", ["Twenty-one people died when"]),
        ("/ledger.example/insurers", "The Ledger", "2025-03-15", ["The four insurers of the valley"]),
        (REPORT, "", "", ["4.2 million cubic metres", "about 32 kilometres", "between 8 million and 9 million euros"]),
        (FLOOD_BEFORE, "University of Kellmark", "2025-03-17", ["Between 900 and 1,100 hectares of farmland"]),
        (
            BLADET,
            "Södra Bladet",
            "2025-03-12",
            ["85 firefighters", "Café Blå", "“nobody was a stranger”"],
        ),
        (BULLETIN, "", "", ["118 mm of rain fell"]),
        ("/valley-notes.example/who-counted", "Valley Notes", "2025-03-16", ["“About 430 homes", "Harnwick Courier"]),
        (WIKI, "", "", ["opened on 9 March 2025.[1]"]),
        ("/picture-desk.example/sandbags", "Picture Desk", "2025-03-11", ["Around 60 soldiers filled sandbags"]),
        (ARCHIVE, "Town of Brackholm", "2025-03-10", ["sounded for 15 minutes"]),
    ],
)
def test_a_page_is_read_with_its_figures_in_it(path, outlet, published, words, web):
    found = document(web, path)
    assert [missing for missing in words if missing not in found.text] == []
    assert (found.outlet, found.published) == (outlet, published)


@pytest.mark.parametrize(
    ("path", "failure", "status"),
    [
        (ARCHIVED, NotThere, 404),
        ("/lissen-water.example/our-dam", NotThere, 410),
        ("/firefighters.example/members/after-the-night", SignInNeeded, 200),
        ("/ledger.example/reinsurance", RemoteFailed, 402),
        ("/live.example/lissen", Busy, 429),
        ("/flood-map.example/lissen", Busy, 503),
        ("/slow.example/timeline", TooSlow, None),
        ("/silent.example/statement", TooSlow, None),
    ],
)
def test_a_page_fails_as_it_is_meant_to(path, failure, status, web):
    with pytest.raises(failure) as found:
        fetched(web, path, seconds=1.5 if failure is TooSlow else 20)
    assert found.value.status == status


def test_the_live_page_asks_for_five_seconds(web):
    with pytest.raises(Busy) as found:
        fetched(web, "/live.example/lissen")
    assert found.value.retry_after == 5


def test_a_page_has_moved_and_says_so(web):
    found = fetched(web, FLOOD_BEFORE)
    assert [hop.status for hop in found.hops] == [301, 200]
    assert found.final_address == web.address(FLOOD)


@pytest.mark.parametrize("path", [PRESS, BULLETIN])
def test_a_page_that_has_not_changed_is_not_sent_again(path, web):
    said = dict(fetched(web, path).headers)
    for known in (Validators(etag=said["ETag"]), Validators(last_modified=said["Last-Modified"])):
        again = fetched(web, path, validators=known)
        assert (again.status, again.body) == (304, b"")
    assert fetched(web, path, validators=Validators(etag='"another"')).status == 200


def test_the_archive_says_what_its_copy_is_of_and_when_it_was_taken(web):
    said = dict(fetched(web, ARCHIVE).headers)
    assert said["Memento-Datetime"] == "Tue, 11 Mar 2025 06:30:00 GMT"
    assert said["Link"] == f'<{web.address(ARCHIVED)}>; rel="original"'


def test_the_paywalled_page_says_that_it_is_not_whole(web):
    assert "paywall" in [note.code for note in document(web, "/ledger.example/insurers").notes]
    assert "35 million" not in document(web, "/ledger.example/insurers").text


def test_the_robots_file_keeps_programs_from_one_page(web):
    with pytest.raises(DisallowedByRobots):
        fetched(web, "/lissen-water.example/minutes", robots=True)
    assert fetched(web, REPORT, robots=True).status == 200
    assert fetched(web, "/lissen-water.example/minutes").status == 200


def test_in_the_encyclopaedia_the_figure_stands_only_in_the_list_of_references(web):
    text = document(web, WIKI).text
    (references,) = find_references(text)
    assert references.start < text.index("2,150 people") < references.end
    assert text.count("2,150") == 1


def test_the_hostile_page_is_words(web):
    found = fetched(web, "/hostile.example/letters")
    assert len(found.body) > 1_000_000
    text = document(web, "/hostile.example/letters").text
    assert "27 letters have reached this desk" in text
    assert "<script>document.title = 'taken'</script> is what a schoolboy" in text
    assert "onerror" not in text


@pytest.mark.parametrize(("name", "count"), [("library.bib", 6), ("library.ris", 3), ("library.json", 2)])
def test_the_lists_for_import_name_pages_of_the_story(name, count, web):
    given = read_bibliography(fetched(web, f"/{name}").body, name).records
    assert len(given) == count
    assert {one.record.address.removeprefix(web.base) for one in given} <= PAGES.keys()
    assert COURIER in {one.record.address.removeprefix(web.base) for one in given}


def test_the_article_cites_all_of_it_by_number_and_names_no_third_source(web):
    text = plain(fetched(web, "/article.md").body.decode(), "markdown")
    cited = {number for mark in read_marks(text) for number in mark.numbers}
    entries = {entry.number: entry.text for entry in read_references(text)}
    assert cited == set(range(1, 18))
    assert entries.keys() == cited - {3}
    assert {words.rpartition(" ")[2].removeprefix(web.base) for words in entries.values()} <= PAGES.keys()


def test_every_claim_of_the_article_that_cites_has_its_finding_in_the_table(web):
    rows = story.findings()
    claims = read(plain(web.article(), "markdown"), None).as_json()["claims"]
    cited = [claim for claim in claims if claim["citations"]]
    assert len(cited) == len(rows) > 20
    for claim, row in zip(cited, rows, strict=True):
        part = claim["figure"] or claim["date"]
        assert claim["quote"]["exact"].startswith(row["begins"])
        assert (part["text"], [one["number"] for one in claim["citations"]]) == (row["figure"], [row["number"]])
