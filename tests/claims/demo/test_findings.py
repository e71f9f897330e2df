"""What each source of the story says to the claim that cites it: fetched, read, and compared without a database."""

from __future__ import annotations

import pytest
from django.test import override_settings

from claims.demo.web.pages import CORRECTED
from claims.demo.web.server import DemoWeb
from claims.extraction.reading import read
from claims.matching.support import Asked, SourceText, find_support
from sources.looking import look
from sources.text.fences import read_fences
from sources.text.plain import plain
from sources.text.references import read_references
from tests import story

SET = ("finding", "relation", "hedge")
ROWS = story.findings()


@pytest.fixture(scope="module")
def web():
    with DemoWeb() as served:
        yield served


@pytest.fixture(scope="module")
def claims(web):
    """Of each claim that cites: what is asked of its source."""
    reading = read(plain(web.article(), "markdown"), None)
    return [Asked.from_claim(claim) for claim in reading.claims if claim.citations]


@pytest.fixture(scope="module")
def sources(web):
    """The text of each source by its number; None where there is none."""
    entries = read_references(plain(web.article(), "markdown"))
    addresses = {entry.number: entry.text.rpartition(" ")[2] for entry in entries} | {3: web.address(story.COURIER)}
    return {number: source_at(web, address) for number, address in addresses.items()}


def source_at(web, address):
    with override_settings(FETCH_LOOPBACK_PORTS=[web.port]):
        document = look(address, None, known=lambda sha256: False, asked=lambda found: None).document
    return document and SourceText(document.text, [(start, end, kind) for start, end, kind in read_fences(document)])


def told(asked, source):
    if source is None:
        return {"finding": "unavailable"}
    support = find_support(asked, source)
    return {name: getattr(support, name) for name in SET}


def cases():
    for at, row in enumerate(ROWS):
        yield pytest.param(at, id=f"{row['begins']} [{row['number']}]")


@pytest.mark.parametrize("at", list(cases()))
def test_the_source_says_to_the_claim_what_a_reader_finds(at, claims, sources):
    row = ROWS[at]
    wanted, answer = row.get("before", row), told(claims[at], sources[row["number"]])
    assert answer["finding"] == wanted["finding"]
    assert "relation" not in wanted or answer["relation"] in (wanted["relation"], wanted.get("relation_alt"))
    assert "hedge" not in wanted or answer["hedge"] == wanted["hedge"]


@pytest.mark.parametrize("at", range(len(ROWS)))
def test_what_is_not_found_is_never_found_wrongly(at, claims, sources):
    row = ROWS[at]
    wanted = row.get("before", row)["finding"]
    assert told(claims[at], sources[row["number"]])["finding"] in (wanted, "absent")


def test_the_correction_turns_what_the_paper_says(web, claims):
    (at,) = (at for at, row in enumerate(ROWS) if "before" in row)
    answers = [told(claims[at], source_at(web, web.address(CORRECTED)))["finding"]]
    web.correct()
    answers.append(told(claims[at], source_at(web, web.address(CORRECTED)))["finding"])
    assert answers == ["differs", "found"] == [ROWS[at]["before"]["finding"], ROWS[at]["finding"]]
