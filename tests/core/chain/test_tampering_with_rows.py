"""Whatever is done to a row of history is found, and said where; nothing else is accused."""

from __future__ import annotations

import pytest
from django.apps import apps

from claimtracker.core.chain.tables import event_models
from tests.core.chain import tricks
from tests.core.chain.conftest import verify

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tampering")]

MODELS = sorted(event_models(), key=lambda model: model._meta.db_table)
CLAIMS = apps.get_model("claims.Claim").pgh_event_model


def columns_of(model):
    return sorted(field.column for field in model._meta.concrete_fields if field.name not in ("pgh_id", "pgh_context"))


OTHERS = [(place, model) for place, model in enumerate(MODELS) if model is not CLAIMS]
# Every column of a claim, and of each other table another one.
EDITS = [(CLAIMS, column) for column in columns_of(CLAIMS)]
EDITS += [(model, columns_of(model)[place * 3 % len(columns_of(model))]) for place, model in OTHERS]
FORGOTTEN = [(model, columns_of(model)[place * 2 % len(columns_of(model))]) for place, model in OTHERS[::2]]
# Every trick on the claims, and on each other table four, other ones from table to table.
TRICKS = [(trick, CLAIMS) for trick in tricks.EVERYWHERE]
TRICKS += [
    (tricks.EVERYWHERE[(place + step * 4) % len(tricks.EVERYWHERE)], model)
    for place, model in OTHERS
    for step in range(4)
]


def of_rows(faults):
    return {tricks.where(fault) for fault in faults if fault.row is not None}


def tables(faults):
    return {fault.table for fault in faults}


def named(part):
    return getattr(part, "__name__", str(part))


@pytest.mark.parametrize(("model", "column"), EDITS, ids=named)
def test_an_edited_value_is_found(model, column):
    expected = tricks.edit(model._meta.db_table, column)
    faults = list(verify())
    assert of_rows(faults) == expected
    assert tables(faults) <= {model._meta.db_table, model.pgh_tracked_model._meta.db_table}


@pytest.mark.parametrize(("model", "column"), FORGOTTEN, ids=named)
def test_a_value_that_was_taken_out_is_found(model, column):
    expected = tricks.forget(model._meta.db_table, column)
    assert of_rows(verify()) == expected


@pytest.mark.parametrize(("trick", "model"), TRICKS, ids=named)
def test_what_is_done_to_the_rows_of_a_table_is_found(trick, model):
    expected = trick(model._meta.db_table)
    faults = list(verify())
    assert of_rows(faults) == expected
    assert tables(faults) <= {model._meta.db_table, model.pgh_tracked_model._meta.db_table}


def test_these_are_more_than_two_hundred_kinds():
    assert len({*EDITS, *FORGOTTEN, *TRICKS}) > 200
