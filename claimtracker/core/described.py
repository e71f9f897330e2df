"""Migrating without describing a model anew, and all that relate to it, for each index, constraint and trigger it gets.

Django does so after every operation, and that is half of what a first start takes. None of these changes a field: what
is described stays as it is, but for a list among its options.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db.migrations.operations import AddConstraint, AddIndex
from django.db.migrations.state import ProjectState
from pgtrigger.migrations import AddTrigger

# Each operation, and its attribute that joins the list.
LISTED: dict[Any, str] = {AddIndex: "index", AddConstraint: "constraint", AddTrigger: "trigger"}


@contextmanager
def described_once() -> Iterator[None]:
    """Only for migrating forwards: earlier states share what is described with later ones."""
    theirs = {operation: operation.state_forwards for operation in LISTED}
    for operation, attribute in LISTED.items():
        operation.state_forwards = _lister(attribute)
    try:
        yield
    finally:
        for operation, state_forwards in theirs.items():
            operation.state_forwards = state_forwards


def _lister(attribute: str) -> Callable[[Any, str, ProjectState], None]:
    def state_forwards(operation: Any, app_label: str, state: ProjectState) -> None:
        key, name = (app_label, operation.model_name_lower), operation.option_name
        options = state.models[key].options
        options[name] = [*options.get(name, ()), getattr(operation, attribute)]
        if "apps" in vars(state):
            setattr(state.apps.get_model(*key)._meta, name, [*options[name]])

    return state_forwards
