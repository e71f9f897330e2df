"""Writing notes and answering them: on the whole, on words, once however often it is sent; and who hears of it."""

from __future__ import annotations

import pytest

from claims.annotating import add_note, reply
from claims.models import Annotation
from claims.notekeeping import withdraw_note
from claims.notenews import mentioned_in
from claims.notewords import NotInText
from claims.pinning import SeveralPlaces
from claims.placing import NotInThisText
from claimtracker.core.models import Happening, Subscription
from claimtracker.core.refusals import NotAllowed
from sources.refusals import BadText, BadValue
from tests import make
from tests.conftest import person

TEXT = (
    "😀 The mill at Brena burned on 3 May 2021, and 40 people lost their work. [1]\n"
    "Cafe\u0301 owners q\u0303uarrelled with the mayor. The mayor left. Nobody saw the mayor again."
)


@pytest.fixture
def article(db):
    return make.article(TEXT)


def words(article, exact: str) -> dict[str, int]:
    start = article.revision.text.index(exact)
    return {"start": start, "end": start + len(exact)}


def test_a_note_is_pinned_by_its_place_with_what_stands_around_it(article, ana):
    note, new = add_note(article, body="Which mill?", by=ana, revision=1, **words(article, "The mill at Brena"))
    assert (new, note.exact, note.prefix, note.suffix[:7]) == (True, "The mill at Brena", "😀 ", " burned")
    assert (note.place, note.is_orphan, note.created_by) == ((2, 19), False, ana)


def test_letters_beyond_the_first_plane_and_letters_with_marks_count_as_code_points(article, ana):
    text = article.revision.text
    assert "Caf\u00e9" in text
    assert "q\u0303" in text
    note, _ = add_note(article, body="Spelled so?", by=ana, exact="Cafe\u0301 owners q\u0303uarrelled")
    assert text[note.start : note.end] == note.exact == "Caf\u00e9 owners q\u0303uarrelled"


def test_words_alone_are_enough_where_they_stand_once(article, ana):
    note, _ = add_note(article, body="Where to?", by=ana, exact="The mayor left")
    assert note.place == (article.revision.text.index("The mayor left"), article.revision.text.index(" left") + 5)
    with pytest.raises(SeveralPlaces) as refused:
        add_note(article, body="Who?", by=ana, exact="the mayor")
    assert len(refused.value.extra["places"]) == 2


def test_blanks_at_the_ends_of_a_selection_are_no_part_of_it(article, ana):
    start = article.revision.text.index(" burned")
    note, _ = add_note(article, body="When?", by=ana, start=start, end=start + 8)
    assert note.exact == "burned"


@pytest.mark.parametrize(
    ("place", "refusal"),
    [
        ({"exact": "a castle"}, NotInText),
        ({"exact": "mill", "start": 0, "end": 4}, NotInText),
        ({"start": 0, "end": 9_999}, NotInText),
        ({"start": 9, "end": 9}, NotInText),
        ({"start": 1, "end": 2}, NotInText),
        ({"exact": "   "}, BadValue),
        ({"start": 4}, BadValue),
        ({"exact": "The mill", "revision": 2}, NotInThisText),
    ],
)
def test_words_that_are_not_there_are_refused_and_nothing_is_stored(article, ana, place, refusal):
    with pytest.raises(refusal):
        add_note(article, body="?", by=ana, **place)
    assert not Annotation.objects.exists()


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        ({"body": ""}, BadValue),
        ({"body": " \n"}, BadValue),
        ({"body": "x" * 10_001}, BadValue),
        ({"body": "a\0b"}, BadText),
        ({"body": "a\ud800b"}, BadText),
        ({"body": "Good.", "motivation": "praising"}, BadValue),
    ],
)
def test_a_note_says_something_in_letters_that_can_be_kept(article, ana, said, refusal):
    with pytest.raises(refusal):
        add_note(article, by=ana, **said)


def test_ten_thousand_characters_are_kept_as_they_were_typed(article, ana):
    body = "  *so* " + "😀" * 9_993
    assert add_note(article, body=body, by=ana)[0].body == body


def test_a_claim_is_annotated_as_a_whole_or_on_its_own_words(article, ana):
    claim = article.claims.first()
    whole, _ = add_note(claim, body="Is this one claim?", by=ana)
    part, _ = add_note(claim, body="Counted by whom?", by=ana, exact="40 people")
    assert (whole.claim, whole.exact, whole.place) == (claim, "", None)
    assert claim.quote[part.start : part.end] == "40 people"
    assert part.place == (part.start, part.end)


def test_a_copy_is_annotated_on_its_words(db, ana):
    copy = make.snapshot(make.source(), "The office counted 12 barns. The office closed.")
    note, _ = add_note(copy, body="Barns or byres?", by=ana, exact="12 barns")
    assert (note.snapshot, note.place) == (copy, (19, 27))


def test_the_same_note_twice_is_one(article, ana, ed):
    first, new = add_note(article, body="Which mill?", by=ana, exact="The mill")
    again, second = add_note(article, body="Which mill?", by=ana, exact="The mill")
    assert (again, new, second) == (first, True, False)
    assert add_note(article, body="Which mill?", by=ana)[1]
    assert add_note(article, body="Which mill?", by=ed, exact="The mill")[1]
    assert reply(first, body="The old one.", by=ed) == (Annotation.objects.latest("pk"), True)
    assert not reply(first, body="The old one.", by=ed)[1]


def test_an_answer_to_an_answer_goes_to_the_same_thread(article, ana, ed):
    note, _ = add_note(article, body="Which mill?", by=ana)
    before = note.updated_at
    one, _ = reply(note, body="The old one.", by=ed)
    two, _ = reply(one, body="Thank you.", by=ana)
    note.refresh_from_db()
    assert list(note.replies.all()) == [one, two]
    assert (two.parent, two.article, note.updated_at > before) == (note, article, True)


def test_a_withdrawn_note_takes_no_answer(article, ana, ed):
    note, _ = add_note(article, body="Which mill?", by=ana)
    withdraw_note(note, reason="I have found it.", by=ana)
    with pytest.raises(Exception, match="withdrawn"):
        reply(note, body="The old one.", by=ed)


def test_a_reader_writes_nothing(article, rita, ana):
    note, _ = add_note(article, body="Which mill?", by=ana)
    for deed in (lambda: add_note(article, body="?", by=rita), lambda: reply(note, body="?", by=rita)):
        with pytest.raises(NotAllowed):
            deed()


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ("@ed please look", ["ed"]),
        ("Ask @ed.", ["ed"]),
        ("(@ed, @ana)", ["ana", "ed"]),
        ("@ed @ed @ed", ["ed"]),
        ("@Ed and @nobody", []),
        ("write to ed@ed or a@ed.example", []),
        ("`@ed` is code", []),
        ("    @ed is code", []),
        ("@j.doe. and @j.doe", ["j.doe"]),
        ("@gone", []),
        ("@@ed", []),
        ("*@ed*", ["ed"]),
    ],
)
def test_names_are_read_where_somebody_is_meant(ana, ed, body, named):
    person("j.doe", "reader")
    gone = person("gone", "analyst")
    type(gone).objects.filter(pk=gone.pk).update(is_active=False)
    assert sorted(user.username for user in mentioned_in(body)) == named


def test_somebody_without_a_role_is_not_told(db):
    stranger = person("stranger", "reader")
    stranger.groups.clear()
    assert mentioned_in("@stranger") == []


def test_who_is_named_is_told_of_it_and_everybody_else_of_the_note(article, ana, ed, rita):
    note, _ = add_note(article.claims.first(), body="@rita and @ana, look.", by=ana)
    told = {row.event: row for row in Happening.objects.filter(event__startswith="note.")}
    assert (note.mentions, told["note.mentioned"].to, told["note.mentioned"].private) == (
        sorted([ana.pk, rita.pk]), [rita.pk], True,
    )  # fmt: skip
    claim = article.claims.first()
    assert told["note.added"].subjects == [f"claim:{claim.pk}", f"article:{article.pk}"]
    assert (told["note.added"].path, told["note.added"].to) == (f"/notes/{note.pk}/", [])
    reply(note, body="@rita, yes.", by=ed)
    answered = Happening.objects.get(event="note.replied")
    assert answered.to == [ana.pk]
    assert Subscription.objects.filter(user=ana, kind="claim", object_id=claim.pk, watching=True).exists()
