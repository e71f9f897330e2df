"""Two people correct one claim, by the keyboard alone; and the pages of editing as they look."""

import pytest

from claims.models import Claim
from tests import make
from tests.web.browser.looking import faults, looks, sideways


@pytest.fixture
def claim(roles):
    return make.claim()


def edit(page, claim):
    page.goto(f"/claims/{claim.pk}/")
    page.keyboard.press("e")
    page.wait_for_url(f"**/claims/{claim.pk}/edit/")
    return page


def type_over(page, label, words):
    field = page.get_by_label(label, exact=True)
    field.focus()
    page.keyboard.press("Control+A")
    page.keyboard.type(words)


def test_two_people_meet_and_nothing_typed_is_lost(page_of, ana, ed, claim, axe):
    hers, his = edit(page_of(ana), claim), edit(page_of(ed), claim)
    type_over(his, "Unit", "victims")
    his.keyboard.press("Enter")
    his.wait_for_url(f"**/claims/{claim.pk}/")
    type_over(hers, "Unit", "casualties")
    type_over(hers, "Statement", "Her own words.")
    hers.get_by_role("button", name="Correct and accept").focus()
    hers.keyboard.press("Enter")
    hers.get_by_role("heading", name="Ed changed this claim while you were editing").wait_for()
    assert axe(hers) == []
    hers.get_by_role("radio", name="Counted, Theirs").focus()
    hers.keyboard.press("ArrowRight")
    hers.keyboard.press("Space")
    assert hers.get_by_role("radio", name="Counted, Yours").is_checked()
    hers.get_by_role("button", name="Save as version 3").focus()
    hers.keyboard.press("Enter")
    hers.wait_for_url(f"**/claims/{claim.pk}/")
    now = Claim.objects.get(pk=claim.pk)
    assert (now.version, now.figure_unit, now.statement) == (3, "casualties", "Her own words.")


def test_the_pages_of_editing_are_open_to_everybody(page_of, ed, claim, axe):
    start = claim.article.revision.text.index("Nobody has counted")
    add = f"/articles/{claim.article_id}/claims/add/"
    addresses = {
        "edit": f"/claims/{claim.pk}/edit/",
        "short": f"/claims/{claim.pk}/edit/?compact=1",
        "split": f"/claims/{claim.pk}/split/",
        "merge": f"/claims/{claim.pk}/merge/",
        "which": add,
        "add": f"{add}?revision=1&start={start}&end={start + 29}",
        "withdraw": f"/articles/{claim.article_id}/withdraw/",
        "claim": f"/claims/{claim.pk}/",
    }
    assert faults(page_of(ed), addresses, looks(390, 1280), axe, sideways) == {}
