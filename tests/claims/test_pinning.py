"""Evidence by hand: words that stand in a copy, beside what the program finds."""

import pytest

from claims import pinning
from claims.models import Evidence
from claimtracker.core.refusals import NotAllowed
from sources.refusals import BadValue
from tests import make

pytestmark = pytest.mark.django_db

TEXT = "😀 The levee broke at dawn. Engineers counted 340 damaged houses. The levee broke again at noon."
WORDS = "340 damaged houses"


def pin(by, exact=WORDS, **options):
    options.setdefault("snapshot", make.snapshot(make.source(), TEXT))
    options.setdefault("stance", "supports")
    claim = options.pop("claim", None) or make.claim()
    return pinning.pin_evidence(claim, exact=exact, by=by, **options)


def test_words_are_kept_with_their_place_in_code_points_and_what_stands_around(ana):
    made, new = pin(ana, standpoint="relays", credibility=2, note="by the engineers")
    assert new
    assert TEXT[made.start : made.end] == made.exact == WORDS
    assert (made.prefix, made.suffix) == (TEXT[made.start - 32 : made.start], TEXT[made.end : made.end + 32])
    assert (made.stance, made.standpoint, made.credibility, made.created_by) == ("supports", "relays", 2, ana)


def test_offsets_alone_will_do(ana):
    made, _ = pin(ana, "", start=2, end=27)
    assert made.exact == "The levee broke at dawn. "


def test_words_in_several_places_are_asked_back_with_the_places(ana):
    with pytest.raises(pinning.SeveralPlaces) as refused:
        pin(ana, "The levee broke")
    places = refused.value.extra["places"]
    assert [TEXT[place["start"] : place["end"]] for place in places] == ["The levee broke"] * 2
    made, _ = pin(ana, "The levee broke", **places[1])
    assert made.start == TEXT.rindex("The levee broke")


@pytest.mark.parametrize(
    "place",
    [
        {"exact": "341 damaged houses"},
        {"exact": WORDS, "start": 0, "end": len(WORDS)},
        {"exact": "", "start": 5, "end": 5},
        {"exact": "", "start": 9, "end": 3},
        {"exact": "", "start": 0, "end": 10_000},
        {"exact": "", "start": 1, "end": 2},
        {"exact": "", "start": -3, "end": 2},
    ],
)
def test_what_does_not_stand_there_is_refused(ana, place):
    with pytest.raises(pinning.NotInCopy):
        pin(ana, **place)
    assert not Evidence.objects.exists()


@pytest.mark.parametrize(
    ("field", "value"), [("stance", "likes"), ("standpoint", "guess"), ("credibility", 7), ("credibility", 0)]
)
def test_words_of_the_lists_only(ana, field, value):
    with pytest.raises(BadValue) as refused:
        pin(ana, **{field: value})
    assert refused.value.pointer == f"/{field}"


def test_nothing_said_is_nothing_pinned(ana):
    with pytest.raises(BadValue):
        pin(ana, " ")


def test_a_double_submit_pins_once_and_a_second_thought_changes_the_judgement(ana, ed):
    claim, snapshot = make.claim(), make.snapshot(make.source(), TEXT)
    first, _ = pin(ana, claim=claim, snapshot=snapshot)
    again, new = pin(ana, claim=claim, snapshot=snapshot)
    assert (again.pk, new) == (first.pk, False)
    other, _ = pin(ana, claim=claim, snapshot=snapshot, stance="contradicts")
    assert (other.pk, other.stance) == (first.pk, "contradicts")
    assert pin(ed, claim=claim, snapshot=snapshot)[1], "another person has a judgement of their own"


def test_readers_pin_nothing(rita):
    with pytest.raises(NotAllowed):
        pin(rita)


def test_one_withdraws_ones_own_and_an_editor_anybodys_with_a_reason(ana, ed):
    made, _ = pin(ana)
    with pytest.raises(BadValue):
        pinning.withdraw_evidence(made, reason=" ", by=ana)
    withdrawn = pinning.withdraw_evidence(made, reason="wrong levee", by=ana)
    assert (withdrawn.withdrawn_by, withdrawn.withdrawn_reason) == (ana, "wrong levee")
    with pytest.raises(pinning.AlreadyWithdrawn):
        pinning.withdraw_evidence(made, reason="again", by=ana)
    theirs, _ = pin(ed)
    with pytest.raises(NotAllowed):
        pinning.withdraw_evidence(theirs, reason="no", by=ana)
    mine, _ = pin(ana)
    assert pinning.withdraw_evidence(mine, reason="checked", by=ed).withdrawn_by == ed
