"""Migrating in less time makes the same of it: the lists of each model are those that Django would have."""

from __future__ import annotations

from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import AddIndex
from django.db.models import Index

from claimtracker.core.described import described_once


def lists(state) -> dict:
    names = ("indexes", "constraints", "triggers")
    return {key: {name: list(model.options.get(name, ())) for name in names} for key, model in state.models.items()}


def test_every_model_has_the_lists_that_django_gives_it():
    theirs = lists(MigrationLoader(None).project_state())
    with described_once():
        ours = lists(MigrationLoader(None).project_state())
    assert ours == theirs
    assert any(found["triggers"] for found in ours.values())


def test_what_is_described_already_has_the_new_list_without_being_described_anew():
    state = MigrationLoader(None).project_state(("core", "0001_initial"))
    before = state.apps.get_model("core", "user")
    with described_once():
        AddIndex("user", Index(fields=["username"], name="by_name")).state_forwards("core", state)
    assert state.apps.get_model("core", "user") is before
    assert "by_name" in [index.name for index in before._meta.indexes]


def test_afterwards_django_does_it_its_own_way():
    theirs = AddIndex.state_forwards
    with described_once():
        assert AddIndex.state_forwards is not theirs
    assert AddIndex.state_forwards is theirs
