"""Resolved, taken up again, withdrawn: each with a reason, each once, and everything stays on record."""

from __future__ import annotations

import pytest

from claims.annotating import NoteWithdrawn, add_note, reply
from claims.models import Annotation
from claims.notekeeping import AlreadyResolved, NotResolved, place_note, reopen, resolve, withdraw_note
from claimtracker.core.models import Happening
from claimtracker.core.refusals import NotAllowed
from sources.refusals import BadValue
from tests import make


@pytest.fixture
def note(ana):
    return add_note(make.article(), body="Which Lima?", by=ana)[0]


def test_resolving_and_taking_up_again_say_who_and_why(note, ed, ana):
    resolve(note, reason="The one in Peru.", by=ed)
    assert (note.resolved_by, note.resolved_reason) == (ed, "The one in Peru.")
    with pytest.raises(AlreadyResolved):
        resolve(note, reason="Again.", by=ed)
    reopen(note, reason="There is one in Ohio.", by=ana)
    assert (note.resolved_at, note.resolved_by, note.resolved_reason) == (None, None, "")
    assert (note.reopened_by, note.reopened_reason) == (ana, "There is one in Ohio.")
    with pytest.raises(NotResolved):
        reopen(note, reason="Again.", by=ana)
    actions = [event.pgh_context["action"] for event in Annotation.pgh_event_model.objects.order_by("pgh_id")]
    assert actions == ["note.added", "note.resolved", "note.reopened"]
    assert [row.to for row in Happening.objects.filter(event="note.resolved")] == [[ana.pk], []]


@pytest.mark.parametrize("reason", ["", "  ", "x" * 2001])
def test_each_takes_a_reason_that_can_be_read(note, ed, reason):
    for deed in (resolve, withdraw_note):
        with pytest.raises(BadValue):
            deed(note, reason=reason, by=ed)


def test_one_withdraws_ones_own_and_an_editor_anybodys(note, ana, ed, rita):
    answer, _ = reply(note, body="In Peru.", by=ed)
    with pytest.raises(NotAllowed):
        withdraw_note(answer, reason="No.", by=ana)
    with pytest.raises(NotAllowed):
        withdraw_note(note, reason="No.", by=rita)
    withdraw_note(note, reason="Off topic.", by=ed)
    assert (note.withdrawn_by, note.withdrawn_reason, note.body) == (ed, "Off topic.", "Which Lima?")
    for deed in (withdraw_note, resolve):
        with pytest.raises(NoteWithdrawn):
            deed(note, reason="Again.", by=ed)


def test_an_answer_is_not_resolved_by_itself(note, ed):
    answer, _ = reply(note, body="In Peru.", by=ed)
    with pytest.raises(BadValue, match="an answer"):
        resolve(answer, reason="Done.", by=ed)


def test_only_notes_on_words_of_an_article_have_a_place_to_be_moved_to(note, ana):
    with pytest.raises(BadValue):
        place_note(note, revision=1, start=0, end=3, by=ana)
