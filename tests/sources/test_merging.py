"""Two rows for one work: previewed, merged, taken apart again; nothing lost on the way."""

from __future__ import annotations

import pytest
from django.utils import timezone

from claimtracker.core.refusals import NotAllowed
from sources.merging import CannotMerge, CannotUndo, merge, preview_merge, undo_merge
from sources.models import Citation, Snapshot, Source
from sources.refusals import MergedAway
from sources.signals import citations_identified
from sources.text.entries import read_entry
from sources.works import sources_for
from tests import make

pytestmark = pytest.mark.django_db


def placed(address: str, **columns) -> Source:
    return make.source(address=address, address_key=address, **columns)


def copy(source: Source, text: str) -> Snapshot:
    digest = f"{abs(hash(text)):064x}"[:64]
    return Snapshot.objects.create(
        source=source, captured_at=timezone.now(), method="pasted", sha256=digest, size=len(text), text=text,
        text_sha256=digest, characters=len(text),
    )  # fmt: skip


@pytest.fixture
def two():
    """The copy of a wire, without a date, and the wire itself; each cited, each with copies."""
    one = placed("https://copy.example/1", title="High water", issued="2024-03", publisher="Rain", csl={"page": "4"})
    two = placed(
        "https://wire.example/1", title="High water in Lima", doi="10.5555/wire", csl={"page": "5", "note": "x"}
    )
    for source in (one, two):
        article = make.article()
        article.revision.citations.filter(number=1).update(source=source, identified="by_hand")
    copy(one, "the same words")
    copy(one, "only here")
    copy(two, "the same words")
    return one, two


def test_the_preview_says_what_stays_what_fills_and_what_moves(two, ed):
    one, other = two
    preview = preview_merge(one, other, by=ed)
    outcomes = {field.name: field.outcome for field in preview.fields}
    assert outcomes["title"] == outcomes["address"] == "stays"
    assert outcomes["issued"] == outcomes["publisher"] == "fills"
    assert outcomes["container"] == "same"
    assert (preview.citations, preview.snapshots, preview.doubles, preview.claims) == (1, 1, 1, 1)
    assert Source.objects.get(pk=one.pk).merged_into is None


def test_a_merge_moves_and_fills_and_leads_on(two, ed):
    one, other = two
    heard = []
    citations_identified.connect(lambda **sent: heard.append(set(sent["sources"])), weak=False, dispatch_uid="heard")
    try:
        done = merge(one, other, by=ed, reason="The same wire.")
    finally:
        citations_identified.disconnect(dispatch_uid="heard")
    one.refresh_from_db()
    other.refresh_from_db()
    assert (one.merged_into, other.issued, other.publisher, other.title) == (
        other, "2024-03", "Rain", "High water in Lima",
    )  # fmt: skip
    assert Citation.objects.filter(source=other).count() == 2
    assert sorted(other.snapshots.values_list("text", flat=True)) == ["only here", "the same words"]
    assert [left.text for left in one.snapshots.all()] == ["the same words"]
    assert other.csl == {"page": "5", "note": "x"}
    assert {one.pk, other.pk} in heard
    assert done.reason == "The same wire."
    # Whoever names it by its old address finds the other.
    assert sources_for({1: (read_entry("https://copy.example/1"), "")}, origin="entry") == {1: other}


def test_a_key_goes_over_and_back(two, ed):
    one, other = two
    merge(other, one, by=ed)
    one.refresh_from_db()
    other.refresh_from_db()
    assert (one.doi, other.doi) == ("10.5555/wire", None)
    undo_merge(other, by=ed)
    one.refresh_from_db()
    other.refresh_from_db()
    assert (one.doi, other.doi) == (None, "10.5555/wire")


def test_a_field_is_chosen_and_the_address_that_made_way_still_leads_here(two, ed):
    one, other = two
    merge(one, other, by=ed, fields={"title": "comes", "address": "comes"})
    other.refresh_from_db()
    assert (other.title, other.address_key) == ("High water", "https://copy.example/1")
    for address in ("https://copy.example/1", "https://wire.example/1"):
        assert sources_for({1: (read_entry(address), "")}, origin="entry") == {1: other}
    undo_merge(one, by=ed)
    one.refresh_from_db()
    other.refresh_from_db()
    assert (one.address_key, other.address_key) == ("https://copy.example/1", "https://wire.example/1")


def test_undone_everything_is_as_before(two, ed):
    one, other = two
    columns = ("title", "issued", "publisher", "csl", "doi", "address_key", "merged_into")
    rows = lambda: (  # noqa: E731
        list(Source.objects.order_by("pk").values(*columns)),
        list(Citation.objects.order_by("pk").values_list("pk", "source", "identified")),
        list(Snapshot.objects.order_by("pk").values_list("pk", "source")),
    )  # fmt: skip
    before = rows()
    merge(one, other, by=ed)
    undone = undo_merge(one, by=ed)
    assert rows() == before
    assert undone.undone_by == ed
    with pytest.raises(CannotUndo):
        undo_merge(one, by=ed)


def test_what_somebody_has_said_since_stays(two, ed):
    one, other = two
    moved = Citation.objects.get(source=one)
    merge(one, other, by=ed)
    third = make.source()
    Citation.objects.filter(pk=moved.pk).update(source=third)
    Source.objects.filter(pk=other.pk).update(publisher="Another house")
    undo_merge(one, by=ed)
    moved.refresh_from_db()
    other.refresh_from_db()
    assert (moved.source, other.publisher, other.issued) == (third, "Another house", "")


def test_chains_lead_to_the_end_and_are_undone_from_there(two, ed):
    one, other = two
    last = make.source(title="The last")
    merge(one, other, by=ed)
    merge(other, last, by=ed)
    assert sources_for({1: (read_entry("https://copy.example/1"), "")}, origin="entry") == {1: last}
    with pytest.raises(CannotUndo, match="Take that back first"):
        undo_merge(one, by=ed)
    undo_merge(other, by=ed)
    undo_merge(one, by=ed)
    one.refresh_from_db()
    assert one.merged_into is None


def test_a_merge_into_a_merged_one_goes_to_where_that_went(two, ed):
    one, other = two
    last = make.source()
    merge(other, last, by=ed)
    assert merge(one, other, by=ed).into == last


def test_no_ring_and_no_second_merge(two, ed):
    one, other = two
    with pytest.raises(CannotMerge):
        merge(one, one, by=ed)
    merge(one, other, by=ed)
    with pytest.raises(MergedAway):
        merge(one, make.source(), by=ed)
    with pytest.raises(CannotMerge):
        merge(other, one, by=ed)


def test_an_article_of_the_desk_goes_with_its_row_but_two_are_two(two, ed):
    one, _ = two
    article = make.article(address="https://desk.example/a")
    own = article.source
    merge(own, one, by=ed)
    article.refresh_from_db()
    assert article.source == one
    with pytest.raises(CannotMerge, match="Both are articles"):
        merge(make.article(address="https://desk.example/b").source, one, by=ed)
    undo_merge(own, by=ed)
    article.refresh_from_db()
    assert article.source == own


def test_a_grade_comes_with_its_reason(two, ed):
    one, other = two
    Source.objects.filter(pk=one.pk).update(
        reliability="D", reliability_reason="Often wrong.", state="retracted", state_reason="x"
    )
    one.refresh_from_db()
    merge(one, other, by=ed)
    other.refresh_from_db()
    assert (other.reliability, other.reliability_reason, other.state) == ("D", "Often wrong.", "retracted")


def test_only_editors_merge(two, ana):
    one, other = two
    for deed in (lambda: preview_merge(one, other, by=ana), lambda: merge(one, other, by=ana)):
        with pytest.raises(NotAllowed):
            deed()
    with pytest.raises(NotAllowed):
        undo_merge(one, by=ana)
