"""Notes in the next text of their article: found again by evidence, or orphans; none is dropped, none is guessed."""

from __future__ import annotations

import time

import pytest

from claims import intake
from claims.annotating import add_note
from claims.models import Annotation, NoteAnchor
from claims.notecarrying import carry_notes
from claims.notekeeping import place_note, resolve, withdraw_note
from sources import ingest
from tests import make

LEAD = "The mill stood where the river turns. Two bridges led to it, and a path through the reeds.\n\n"
LINE = "On 3 May 2021 the mill at Brena burned, and 40 people lost their work. [1]"
TAIL = "\n\nThe owner sold the land to the town in spring. The town built a school there."


def article(words: str = LINE):
    return make.article(LEAD + words + TAIL)


def give(found, words: str = LINE, *, lead: str = LEAD, tail: str = TAIL):
    revision, _ = ingest.reread_article(found, text=lead + words + tail, by=None)
    assert intake.read_article(revision.pk)
    found.refresh_from_db()
    return revision


def written(found, exact: str, by):
    return add_note(found, body=f"On {exact[:40]}", exact=exact, by=by)[0]


def fresh(note):
    return Annotation.objects.with_thread().get(pk=note.pk)


def there(note) -> str:
    now = fresh(note)
    text = now.article.revision.text
    return text[slice(*now.place)] if now.place else ""


@pytest.mark.parametrize(
    ("exact", "changes", "outcome", "words"),
    [
        ("Two bridges led to it", {"tail": "\n\nIt is quiet now."}, "exact", "Two bridges led to it"),
        ("Two bridges led to it", {"lead": "It had rained.\n\n" + LEAD}, "exact", "Two bridges led to it"),
        (
            "The owner sold the land to the town in spring.",
            {"lead": "The owner sold the land to the town in spring.\n\n" + LEAD, "tail": "\n\nIt is quiet now."},
            "moved",
            "The owner sold the land to the town in spring.",
        ),
        ("and 40 people lost their work", {"words": LINE.replace("40", "50")}, "figure_changed",
         "and 50 people lost their work"),
        ("The owner sold the land", {"tail": "\n\nGrass grows there. Nobody remembers whose it was."}, "lost", ""),
    ],
)  # fmt: skip
def test_a_note_stands_where_its_words_stand(ana, exact, changes, outcome, words):
    found = article()
    note = written(found, exact, ana)
    revision = give(found, **changes)
    anchor = NoteAnchor.objects.get(note=note, revision=revision)
    assert (anchor.outcome, there(note)) == (outcome, words)
    assert fresh(note).is_orphan == (words == "")
    assert fresh(note).exact == exact


def test_of_two_places_that_are_alike_neither_is_chosen(ana):
    found = make.article("A clerk counted the sacks.\n\n" + LINE)
    note = written(found, "A clerk counted the sacks.", ana)
    text = "Night fell.\n\nA clerk counted the sacks.\n\nRain came.\n\nA clerk counted the sacks.\n\nDawn broke."
    revision, _ = ingest.reread_article(found, text=text, by=None)
    intake.read_article(revision.pk)
    found.refresh_from_db()
    anchor = NoteAnchor.objects.get(note=note, revision=revision)
    assert (anchor.outcome, anchor.start, len(anchor.candidates)) == ("ambiguous", None, 2)
    assert list(Annotation.objects.orphans()) == [note]
    assert list(Annotation.objects.placed()) == []


def test_words_that_come_back_are_found_again(ana):
    found = article()
    note = written(found, "The owner sold the land", ana)
    give(found, tail="\n\nGrass grows there.")
    assert fresh(note).is_orphan
    give(found)
    assert there(note) == "The owner sold the land"


def test_resolved_notes_are_carried_too_and_withdrawn_ones_are_not(ana):
    found = article()
    done, gone = (written(found, words, ana) for words in ("Two bridges", "a path through the reeds"))
    resolve(done, reason="Seen.", by=ana)
    withdraw_note(gone, reason="Wrong mill.", by=ana)
    revision = give(found, lead="It had rained.\n\n" + LEAD)
    assert list(NoteAnchor.objects.filter(revision=revision).values_list("note", flat=True)) == [done.pk]


def test_an_orphan_is_placed_by_hand_and_goes_on_from_there(ana):
    found = article()
    note = written(found, "The owner sold the land", ana)
    give(found, tail="\n\nThe land went to the town for a small sum.")
    assert fresh(note).is_orphan
    place_note(note, revision=2, exact="The land went to the town", by=ana)
    anchor = fresh(note).anchor
    assert (anchor.outcome, anchor.verbatim, there(note)) == ("by_hand", False, "The land went to the town")
    assert fresh(note).exact == "The owner sold the land"
    give(found, lead="It had rained.\n\n" + LEAD, tail="\n\nThe land went to the town for a small sum.")
    assert there(note) == "The land went to the town"


def test_a_note_written_while_a_text_is_being_stored_is_carried_with_the_rest(ana, monkeypatch):
    """Between the first carrying and the moment in which the text becomes the current one."""
    found = article()
    first = written(found, "Two bridges", ana)
    late = []

    def carried(revision):
        made = carry_notes(revision)
        if not late:
            late.append(written(found, "a path through the reeds", ana))
        return made

    monkeypatch.setattr(intake, "carry_notes", carried)
    revision = give(found, lead="It had rained.\n\n" + LEAD)
    assert NoteAnchor.objects.filter(revision=revision).count() == 2
    assert (there(first), there(late[0])) == ("Two bridges", "a path through the reeds")


def test_a_thousand_notes_are_carried_in_seconds_and_a_few_queries(ana, django_assert_max_num_queries):
    lines = [f"Line {n} tells of barn {n * 7} at the ford of Orrin, and of its {n + 3} doors." for n in range(500)]
    found = make.article("\n".join(lines), read=False)
    intake.read_article(found.revision_id)
    found.refresh_from_db()
    text = found.revision.text
    notes = []
    for n in range(500):
        for exact in (f"tells of barn {n * 7} at the ford", f"of its {n + 3} doors"):
            start = text.index(exact, text.index(f"Line {n} "))
            notes.append(
                Annotation(article=found, revision=found.revision, exact=exact, start=start, end=start + len(exact),
                           body="?", created_by=ana)
            )  # fmt: skip
    Annotation.objects.bulk_create(notes)
    NoteAnchor.objects.bulk_create(
        NoteAnchor(note=note, revision=note.revision, start=note.start, end=note.end) for note in notes
    )
    lines[250] = "Nothing is left of that barn."
    revision, _ = ingest.reread_article(found, text="It had rained.\n" + "\n".join(lines), by=None)
    begun = time.process_time()
    with django_assert_max_num_queries(8):
        assert carry_notes(revision) == 1000
    assert time.process_time() - begun < 20
    anchors = NoteAnchor.objects.filter(revision=revision)
    assert anchors.filter(start=None).count() == 2
    assert anchors.filter(outcome="exact").count() >= 990
