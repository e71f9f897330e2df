"""The API's documentation in a browser: read without script, on a phone, on paper, and nothing for axe to find."""

from tests.web.browser.looking import faults, looks, sideways

ADDRESS = "/api/v1/docs/"
NARROW, WIDE = {"width": 320, "height": 800}, {"width": 1280, "height": 900}


def test_axe_finds_nothing_where_there_is_room_for_the_contents_beside(page_of, axe):
    assert faults(page_of(None), [ADDRESS], looks(1280), axe, sideways) == {}


def test_axe_finds_nothing_where_the_contents_unfold(page_of, axe):
    def unfold(page):
        page.get_by_text("On this page").click()

    assert faults(page_of(None, viewport=NARROW), [ADDRESS], looks(320), axe, sideways, first=[unfold]) == {}


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
