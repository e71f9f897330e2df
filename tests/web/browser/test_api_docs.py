"""The API's documentation in a browser, under the strict content policy."""

import pytest
from playwright.sync_api import expect


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_reader_looks_an_operation_up_and_tries_it(page_of, rita, theme):
    page = page_of(rita, color_scheme=theme)
    page.goto("/api/v1/docs/")
    row = page.locator("#operations-index-get_index")
    row.get_by_role("button", name="/api/v1/", exact=False).first.click()
    row.get_by_role("button", name="Try it out").click()
    row.get_by_role("button", name="Execute").click()
    expect(row.get_by_text('"claims_facets"').first).to_be_visible()
