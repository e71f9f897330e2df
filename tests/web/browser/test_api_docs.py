"""The API's documentation in a browser: read without script, on a phone, on paper, and nothing for axe to find."""

import pytest

from tests.web.browser.test_every_page import NARROW, WIDE, sideways

ADDRESS = "/api/v1/docs/"


@pytest.mark.parametrize("viewport", [NARROW, WIDE], ids=["narrow", "wide"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(page_of, axe, scheme, viewport):
    page = page_of(None, color_scheme=scheme, viewport=viewport)
    page.goto(ADDRESS)
    if viewport is NARROW:
        page.get_by_text("On this page").click()
    assert axe(page) == []
    assert not sideways(page)


def test_a_reader_follows_an_answer_to_its_fields_without_script(page_of, rita):
    page = page_of(rita, java_script_enabled=False, viewport=NARROW)
    page.goto("/help/")
    page.locator("footer").get_by_role("link", name="API").click()
    page.get_by_role("article", name="GET /api/v1/claims/", exact=True).get_by_role(
        "link", name="PaginatedClaimList"
    ).click()
    page.wait_for_url("**#shape-PaginatedClaimList")
    page.get_by_role("article", name="PaginatedClaimList").get_by_role("link", name="Claim", exact=True).click()
    assert page.get_by_role("article", name="Claim", exact=True).get_by_text("Counts changes of").is_visible()


def test_a_wide_page_shows_where_things_are(page_of, rita):
    page = page_of(rita, viewport=WIDE)
    page.goto(ADDRESS)
    page.get_by_role("navigation", name="On this page").get_by_role("link", name="POST /articles/", exact=True).click()
    assert page.get_by_text("Taken as it is: nothing is trimmed. Without it, the address is fetched.").count() == 1


def test_on_paper_nothing_is_cut_off(page_of, rita):
    page = page_of(rita, viewport=WIDE)
    page.goto(ADDRESS)
    page.emulate_media(media="print")
    assert not page.get_by_role("navigation", name="On this page").is_visible()
    assert page.get_by_role("article", name="Claim", exact=True).is_visible()
    assert not sideways(page)
