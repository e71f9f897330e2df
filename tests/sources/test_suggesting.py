"""Works that may be meant by a reference: proposed with the reasons, never taken by themselves."""

from __future__ import annotations

import pytest

from sources.models import Source
from sources.suggesting import suggestions
from sources.text.entries import Record
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def bulletin() -> Source:
    return make.source(
        title="High water on the northern rivers",
        authors=[{"family": "Okello", "given": "Bea"}],
        issued="2023-05-12",
        container="The Lima Post",
        doi="10.5555/high",
        address="https://post.example/high",
        address_key="https://post.example/high",
    )


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Anybody (2001). Something else. doi:10.5555/HIGH", ("same DOI",)),
        ("http://www.post.example/high/?utm_source=feed", ("same address",)),
        ('Okello, Bea. "High water on the northern rivers". The Lima Post, 2023.',
         ("same title", "same year", "same author", "same publication")),
        ("High water on northern rivers, Okello, 2023", ("same year", "same author")),
        ("high water on the northern rivers", ("same title",)),
        ("Smith, J. (1999). High water on the northern rivers. Lima Press.", ("same title", "another year")),
    ],
)  # fmt: skip
def test_a_work_is_proposed_with_its_reasons(bulletin, text, why):
    make.source(title="A yearly report on cattle", issued="2023")
    found = suggestions(text)
    assert [one.source for one in found] == [bulletin]
    assert set(why) <= {*found[0].why}


def test_what_proves_it_stands_before_what_is_alike(bulletin):
    twin = make.source(title="High water on the northern rivers", issued="2023")
    found = suggestions("Okello, B. (2023). High water on the northern rivers. https://post.example/high")
    assert [(one.source, one.likeness == 100) for one in found] == [(bulletin, True), (twin, False)]


def test_another_year_makes_it_less_likely(bulletin):
    same, other = (suggestions(Record(title=bulletin.title, issued=year))[0] for year in ("2023", "1987"))
    assert same.likeness > other.likeness
    assert "another year" in other.why


def test_a_merged_work_is_not_proposed_but_leads_to_the_one_it_went_into(bulletin):
    make.source(title=bulletin.title, doi="10.5555/old", merged_into=bulletin)
    assert [one.source for one in suggestions("doi:10.5555/old")] == [bulletin]
    assert [one.source for one in suggestions(bulletin.title)] == [bulletin]


@pytest.mark.parametrize("text", ["", " ", "?", "Ibid.", "x" * 20_000, "%_\\'; --", "\N{ZERO WIDTH SPACE}"])
def test_of_nothing_nothing_is_proposed(bulletin, text):
    assert suggestions(text) == []


def test_itself_is_left_out(bulletin):
    assert suggestions(bulletin.title, without=[bulletin.pk]) == []
