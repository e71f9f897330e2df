"""Words of a copy put beside a claim: by a selection, by the words alone, by choosing a place; and taken back."""

from __future__ import annotations

import pytest

from claims.models import Evidence
from tests import make
from tests.web.test_frame import words

TEXT = "😀 The ministry counted 410 tents.\n\nThe army lent 30 boats,  and 30 boats more.\nNobody counted the cattle."


@pytest.fixture
def copy(db):
    return make.snapshot(make.source(), TEXT)


@pytest.fixture
def claim(db):
    return make.claim()


@pytest.fixture
def send(browse, ana, copy, claim):
    def post(who=ana, **sent):
        sent = {"stance": "supports", **sent}
        return browse(who).post(f"/snapshots/{copy.pk}/pin/?claim={claim.pk}", sent)

    return post


def test_the_page_shows_the_claim_and_the_form_to_who_may(browse, ana, rita, copy, claim):
    address = f"/snapshots/{copy.pk}/?claim={claim.pk}"
    assert "Put words beside the claim" in words(browse(ana).get(address))
    reader = words(browse(rita).get(address))
    assert "The claim" in reader
    assert "Put words beside the claim" not in reader
    assert "Put words beside the claim" not in words(browse(ana).get(f"/snapshots/{copy.pk}/"))


def test_a_selection_is_pinned_where_it_stands(send, copy, claim, ana):
    start = TEXT.index("410")
    sent = {"standpoint": "relays", "credibility": "2", "note": "Counted twice."}
    answer = send(words="410 tents", start=start, end=start + 9, stance="contradicts", **sent)
    one = Evidence.objects.get()
    assert (one.exact, one.start, one.end, one.stance) == ("410 tents", start, start + 9, "contradicts")
    assert (one.standpoint, one.credibility, one.note, one.created_by) == ("relays", 2, "Counted twice.", ana)
    assert answer["Location"] == f"/snapshots/{copy.pk}/?claim={claim.pk}&at={start}-{start + 9}#at"


def test_pasted_words_are_found_whatever_the_blanks(send):
    send(words=" tents.\r\n The   army ")
    assert Evidence.objects.get().exact == "tents.\n\nThe army"


def test_a_place_that_does_not_have_the_words_is_not_believed(send):
    send(words="410 tents", start=0, end=9)
    assert Evidence.objects.get().start == TEXT.index("410")


def test_of_several_places_one_is_asked_for_and_then_taken(send):
    answer = send(words="30 boats", note="My note.")
    shown = words(answer)
    assert answer.status_code == 422
    assert "Which place?" in shown
    assert "My note." in shown
    second = TEXT.rindex("30 boats")
    assert f'value="{second}-{second + 8}"' in shown
    assert not Evidence.objects.exists()
    send(words="30 boats", place=f"{second}-{second + 8}")
    assert Evidence.objects.get().start == second


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"words": "50 tents"}, "These words do not stand in this copy."),
        ({"words": " \n"}, "Which words?"),
        ({"words": "x" * 4001}, "at most 4,000 characters"),
        ({"words": "410 tents", "stance": ""}, "Say what these words say to the claim."),
        ({"words": "410 tents", "stance": "proves"}, "proves is not one of the available choices"),
        ({"words": "410 tents", "credibility": "9"}, "9 is not one of the available choices"),
    ],
)
def test_what_cannot_be_pinned_comes_back_as_it_was_typed(send, sent, said):
    answer = send(**{"note": "My note.", **sent})
    assert answer.status_code == 422
    assert said in words(answer)
    assert "My note." in words(answer)
    assert "Nothing was pinned" in words(answer)
    assert not Evidence.objects.exists()


@pytest.mark.parametrize("number", ["-1", "x", "1.5", "²", "9" * 30, "\0", ""])
def test_no_offset_makes_it_fall_over(send, number):
    send(words="410 tents", start=number, end=number, place=f"{number}-{number}")
    assert Evidence.objects.count() <= 1


def test_the_same_words_twice_are_one_pin_with_the_later_judgement(send):
    send(words="410 tents")
    answer = send(words="410 tents", stance="mentions")
    assert answer.status_code == 302
    assert Evidence.objects.get().stance == "mentions"


def test_a_pin_is_withdrawn_with_a_reason_by_whom_it_is_or_an_editor(browse, send, ana, ed, rita, copy, claim):
    send(words="410 tents")
    one = Evidence.objects.get()
    shown = words(browse(ana).get(f"/snapshots/{copy.pk}/?claim={claim.pk}"))
    assert f'action="/evidence/{one.pk}/withdraw/"' in shown
    url = f"/evidence/{one.pk}/withdraw/"
    assert browse(rita).post(url, {"reason": "No."}).status_code == 403
    assert "Say why it is withdrawn." in words(browse(ana).post(url, {"reason": " "}, follow=True))
    assert "Withdrawn. It stays in the history" in words(browse(ed).post(url, {"reason": "A slip."}, follow=True))
    one.refresh_from_db()
    assert (one.withdrawn_by, one.withdrawn_reason) == (ed, "A slip.")
    assert "withdrawn before" in words(browse(ana).post(url, {"reason": "Again."}, follow=True))


def test_another_analyst_does_not_withdraw_mine(browse, send, claim, copy):
    from tests.conftest import person

    send(words="410 tents")
    one, other = Evidence.objects.get(), person("otto", "analyst")
    assert "/withdraw/" not in words(browse(other).get(f"/snapshots/{copy.pk}/?claim={claim.pk}"))
    browse(other).post(f"/evidence/{one.pk}/withdraw/", {"reason": "Mine."})
    one.refresh_from_db()
    assert one.withdrawn_at is None


def test_nothing_is_pinned_to_no_claim_or_in_no_copy(browse, ana, copy, claim):
    sent = {"words": "410 tents", "stance": "supports"}
    for query in ("?claim=999999", "?claim=x", ""):
        answer = browse(ana).post(f"/snapshots/{copy.pk}/pin/{query}", sent, follow=True)
        assert "There is no such claim." in words(answer)
    assert browse(ana).post(f"/snapshots/999999/pin/?claim={claim.pk}", sent).status_code == 404
    assert not Evidence.objects.exists()
