"""What changed from one copy to another: the words, and the figures among them."""

from __future__ import annotations

import datetime as dt
import random
import time

import pytest
from django.utils import timezone

from claims.web.difference import compare_texts
from tests import make
from tests.web.test_frame import words

OLD = "A bulletin.\n\nThe ministry counted 410 tents and about 30 boats.\nThe weir holds.\nSigned, the minister."
NEW = "A bulletin.\nThe ministry counted 470 tents and 30 boats.\n\nThe weir holds.\nSigned, the deputy.\nCorrected."


def differences(old, new):
    return compare_texts(old, new).read(0, 50)


def rebuilt(difference, side):
    return "".join(run for kind, run in difference.runs if kind in ("same", side))


def test_words_and_figures_that_changed_are_told():
    first, second = differences(OLD, NEW)
    assert (first.before, first.gone, first.new) == ("A bulletin.", ("410", "about 30"), ("470", "30"))
    assert rebuilt(first, "removed") == "The ministry counted 410 tents and about 30 boats."
    assert rebuilt(first, "added") == "The ministry counted 470 tents and 30 boats."
    assert rebuilt(second, "added") == "Signed, the deputy.\nCorrected."
    assert (second.gone, second.new) == ((), ())


def test_blank_lines_and_blanks_at_the_ends_are_no_difference():
    assert differences("A.\n\n B.", "A. \nB.") == []


def test_only_added_and_only_removed():
    (added,) = differences("A.", "A.\nForty tents burned.")
    assert (added.runs, added.new) == ((("added", "Forty tents burned."),), ("Forty",))
    (removed,) = differences("A.\nForty tents burned.", "A.")
    assert (removed.runs, removed.gone) == ((("removed", "Forty tents burned."),), ("Forty",))


def test_a_stretch_that_is_too_long_is_shown_from_its_beginning():
    (one,) = differences("tent " * 9000, "boat " * 9000)
    assert one.cut
    assert len(one.runs[0][1]) == len(one.runs[1][1]) == 2000


def test_ten_million_characters_are_compared_in_seconds():
    chance = random.Random(1)
    lines = [" ".join(f"w{chance.randrange(5000)}" for _ in range(80)) for _ in range(22_000)]
    changed = [line.replace("w1", "x9") if number % 60 == 0 else line for number, line in enumerate(lines)]
    begun = time.process_time()
    compared = compare_texts("\n".join(lines), "\n".join(changed))
    assert len(compared.gaps) == 367
    compared.read(0, 20)
    compare_texts("a\n" * 1_000_000, "a\nb\n" * 500_000).read(0, 20)
    assert time.process_time() - begun < 20


@pytest.fixture
def copies(db):
    source, now = make.source(), timezone.now()
    return [
        make.snapshot(source, text, captured_at=now - dt.timedelta(days=days)) for text, days in ((OLD, 2), (NEW, 1))
    ]


def test_the_page_shows_the_difference_to_the_copy_before(browse, rita, copies):
    old, new = copies
    for address in (f"/snapshots/{new.pk}/diff/", f"/snapshots/{new.pk}/diff/?to={old.pk}"):
        shown = words(browse(rita).get(address))
        assert "2 places differ" in shown
        assert "Figures changed" in shown
        assert "<del>410</del><ins>470</ins>" in shown


def test_the_first_copy_has_nothing_before_it(browse, rita, copies):
    assert "There is no copy before this one" in words(browse(rita).get(f"/snapshots/{copies[0].pk}/diff/"))


@pytest.mark.parametrize("to", ["self", "other", "9999999"])
def test_only_copies_of_the_same_source_are_compared(browse, rita, copies, to):
    new = copies[1]
    pk = {"self": new.pk, "other": make.snapshot(make.source(), OLD).pk}.get(to, to)
    assert browse(rita).get(f"/snapshots/{new.pk}/diff/?to={pk}").status_code == 404


def test_many_differences_come_by_pages(browse, rita):
    source, now = make.source(), timezone.now()
    old = make.snapshot(source, "\n".join(f"Line {n} has a tent." for n in range(0, 100)), captured_at=now)
    lines = [f"Line {n} has a {'boat' if n % 3 == 0 else 'tent'}." for n in range(0, 100)]
    new = make.snapshot(source, "\n".join(lines), captured_at=now)
    shown = words(browse(rita).get(f"/snapshots/{new.pk}/diff/?to={old.pk}"))
    assert "34 places differ" in shown
    assert f"?to={old.pk}&amp;from=20" in shown
    last = words(browse(rita).get(f"/snapshots/{new.pk}/diff/?to={old.pk}&from=20"))
    assert "21 to 34" in last
    assert "From the first" in last
