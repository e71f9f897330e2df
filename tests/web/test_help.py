"""Help, and the list of error codes that every problem document points into."""

from __future__ import annotations

import pytest

from claimtracker.core.refusals import Refused
from claimtracker.core.web.codes import codes
from tests.web.test_frame import words


def refusals(kind: type[Refused] = Refused):
    yield kind
    for narrower in kind.__subclasses__():
        yield from refusals(narrower)


def test_help_is_open_to_everybody(visitor, db):
    page = words(visitor.get("/help/"))
    assert "What the words mean" in page
    assert "<kbd>g</kbd> <kbd>c</kbd>" in page


@pytest.mark.parametrize("refusal", list(refusals()), ids=lambda refusal: refusal.__name__)
def test_every_refusal_is_explained(visitor, db, refusal):
    page = words(visitor.get("/help/errors/"))
    assert f'<div id="{refusal.code}">' in page


def test_the_type_of_a_problem_leads_to_its_line(visitor, api, db):
    kind, _, code = api.get("/api/v1/nowhere/").json()["type"].partition("#")
    assert f'<div id="{code}">' in words(visitor.get(kind))


def test_a_download_that_broke_off_is_explained(visitor, db):
    page = words(visitor.get("/help/errors/"))
    assert "download it again" in page.partition('<div id="incomplete">')[2].partition("</div>")[0]


def test_a_code_has_one_line():
    names = [one.code for one in codes()]
    assert len(names) == len(set(names))
    assert all(one.says.endswith(".") for one in codes())


def test_a_refusal_is_explained_in_a_sentence_and_not_by_its_title():
    titled = {refusal.code for refusal in refusals() if not refusal.__doc__ or refusal.__doc__ == Refused.__doc__}
    assert titled <= {"refused"}
