"""The diff of two texts, word by word: nothing left out, nothing twice."""

import random

import pytest

from sources.text.anchors import Change, read_changes

from .edited_texts import EDITS, Edited, made_text


def shown(old, new):
    return [
        (change.kind, old[change.old_start : change.old_end], new[change.new_start : change.new_end])
        for change in read_changes(old, new)
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", []),
        ("It rained.", "It rained.", [("same", "It rained.", "It rained.")]),
        ("", "It rained.", [("added", "", "It rained.")]),
        ("It rained.", "", [("removed", "It rained.", "")]),
        (
            "At least 12 died.",
            "At least 13 died.",
            [("same", "At least ", "At least "), ("replaced", "12", "13"), ("same", " died.", " died.")],
        ),
        (
            "They died.",
            "They may have died.",
            [("same", "They ", "They "), ("added", "", "may have "), ("same", "died.", "died.")],
        ),
        (
            "It rained.[3] It froze.",
            "It rained.[4] It froze.",
            [("same", "It rained.[", "It rained.["), ("replaced", "3", "4"), ("same", "] It froze.", "] It froze.")],
        ),
        ("The end", "the end", [("replaced", "The", "the"), ("same", " end", " end")]),
    ],
)
def test_the_changes_are_words(old, new, expected):
    assert shown(old, new) == expected


def test_a_moved_sentence_is_removed_and_added():
    first, second, third = "The river rose that night. ", "Schools stayed shut until Monday. ", "The mayor fled. "
    kinds = [kind for kind, *_ in shown(first + second + third, second + third + first)]
    assert sorted(kinds) == ["added", "removed", "same"]


@pytest.mark.parametrize("seed", range(60))
def test_every_character_lies_in_one_change(seed):
    rng = random.Random(seed)
    old, sentences = made_text(rng)
    edited = Edited(old, sentences, rng)
    for _ in range(rng.randint(0, 30)):
        edited.edit(rng.choice(EDITS))
    new = "".join(char for char, *_ in edited.characters())
    changes = read_changes(old, new)
    assert "".join(old[change.old_start : change.old_end] for change in changes) == old
    assert "".join(new[change.new_start : change.new_end] for change in changes) == new
    assert all(_is_what_it_says(change, old, new) for change in changes)


def _is_what_it_says(change: Change, old, new):
    before, after = old[change.old_start : change.old_end], new[change.new_start : change.new_end]
    return {
        "same": before == after != "",
        "added": not before and bool(after),
        "removed": bool(before) and not after,
        "replaced": bool(before) and bool(after) and before != after,
    }[change.kind]
