"""The whole job in a real browser, with a real worker: an article goes in, its claims come out everywhere the same."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

from django.core.management import call_command

from claims.models import Claim
from sources.models import Article
from tests import make


def sign_in(page, name: str) -> None:
    page.goto("/articles/add/")
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill("correct horse battery")
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/articles/add/")


def add(page, **fields: str) -> None:
    for name, words in fields.items():
        page.fill(f"[name={name}]", words)
    page.get_by_role("button", name="Add and read it").click()


Values = tuple[object, ...]


def from_row(row: dict[str, str]) -> Values:
    """A line of claims.csv as the values that every door must give alike."""
    low, high = (float(row[name]) if row[name] else None for name in ("low", "high"))
    words = (row["kind"], row["statement"], row["quote"], int(row["start"]), row["comparator"])
    return (*words, low, high, row["unit"], row["edtf"], row["place_name"], row["agent"], row["citations"])


def from_shape(claim: dict) -> Values:
    """The same of a claim as JSON, from the API or from `extract`."""
    figure, date, place, voice = (claim[part] or {} for part in ("figure", "date", "place", "attribution"))
    words = (claim["kind"], claim["statement"], claim["quote"]["exact"], claim["quote"]["start"])
    numbers = ";".join(str(link["number"]) for link in claim["citations"])
    rest = (figure.get("unit") or "", date.get("edtf") or "", place.get("name") or "", voice.get("agent") or "")
    return (*words, figure.get("comparator") or "", figure.get("low"), figure.get("high"), *rest, numbers)


def test_from_the_pasted_text_to_the_same_claims_everywhere(page_of, ana, worker, tmp_path):
    page = page_of(None)
    sign_in(page, "ana")
    add(page, title="High water", text=make.TEXT, published="2024-03")
    page.evaluate("document.documentElement.dataset.same = 'yes'")

    # It is read while she watches, and the page is still the one she watched.
    page.get_by_text("0 of 3 claims judged").wait_for(timeout=40_000)
    assert page.locator("html").get_attribute("data-same") == "yes"
    assert page.locator(".claim .figure-words").first.inner_text() == "at least 12"
    assert page.get_by_text("3 sources waiting to be identified").is_visible()

    # A citation opens beside the text, a claim on its own page.
    page.get_by_role("link", name="Source 1", exact=True).first.click()
    page.get_by_role("heading", name="Not yet identified").wait_for()
    page.locator("a.claim").first.click()
    page.wait_for_url("**/claims/*/")
    assert "12 or more, no upper end" in page.locator("main").inner_text()

    # The list, filtered and searched.
    page.locator("nav[aria-label=Main]").get_by_role("link", name="Claims").click()
    page.locator("#facets .count").first.wait_for()
    page.locator("input[name=comparator][value=between]").check()
    page.get_by_role("button", name="Apply").first.click()
    page.wait_for_url("**comparator=between**")
    assert page.locator(".claim-row").count() == 1
    page.get_by_role("link", name="Clear", exact=True).click()
    page.fill("#site-search", "houses")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=houses**")
    assert "About 3,000" in page.locator(".rows").inner_text()

    # What is downloaded there is what the API and `extract` say.
    page.goto("/claims/?order=id")
    with page.expect_download() as download:
        page.get_by_role("link", name=".csv").click()
    rows = list(csv.DictReader(io.StringIO(Path(download.value.path()).read_bytes().decode())))
    downloaded = [from_row(row) for row in rows]
    assert len(downloaded) == Claim.objects.count() == 3
    assert downloaded == over_the_api(page_of(None)) == extracted(tmp_path)


def over_the_api(script) -> list[Values]:
    """Every claim, asked for with a token."""
    told = io.StringIO()
    call_command("create_token", "ana", scope="read", stdout=told)
    token = {"Authorization": f"Bearer {told.getvalue().strip()}"}
    answer = script.request.get("/api/v1/claims/?order=id", headers=token)
    assert answer.status == 200
    return [from_shape(claim) for claim in answer.json()["results"]]


def extracted(folder: Path) -> list[Values]:
    """Every claim of the text, read without a database."""
    text, told = folder / "article.txt", io.StringIO()
    text.write_text(make.TEXT)
    call_command("extract", str(text), date="2024-03", stdout=told)
    return [from_shape(claim) for claim in json.loads(told.getvalue())["claims"]]


def test_the_same_way_without_script(page_of, ana, worker):
    page = page_of(None, java_script_enabled=False)
    sign_in(page, "ana")
    add(page, title="High water", text=make.TEXT)
    page.get_by_text("0 of 3 claims judged").wait_for(timeout=60_000)  # the page looks again by itself
    mark = page.get_by_role("link", name="Source 1", exact=True).first
    mark.click()
    page.wait_for_url(re.compile(r"source=1&mark=\d+#mark-\d+$"))
    assert page.get_by_role("heading", name="Not yet identified").is_visible()
    page.get_by_role("link", name="Close source 1").click()
    assert page.get_by_role("heading", name="Not yet identified").count() == 0
    page.select_option("#show", "uncited")
    page.get_by_role("button", name="Apply").click()
    page.wait_for_url("**show=uncited**")
    assert page.locator("a.claim").count() == 0
    page.goto("/claims/")
    page.locator("input[name=kind][value=casualties]").check()
    page.get_by_role("button", name="Apply").first.click()
    page.wait_for_url("**kind=casualties**")
    assert page.locator(".claim-row").count() == 1
    page.locator(".claim-row .row-title").click()
    page.wait_for_url("**/claims/*/")


def test_blank_text_is_refused_and_the_rest_kept(page_of, ana):
    page = page_of(ana)
    page.goto("/articles/add/")
    add(page, title="My title", text=" \n ")
    page.get_by_role("link", name="There is no text yet.").wait_for()
    assert page.input_value("[name=title]") == "My title"
    assert Article.objects.count() == 0


def test_html_in_a_text_is_read_as_words(page_of, ana):
    article = make.article(
        "<script>document.title = 'mine'</script> Ten <b>men</b> died in Lima. [1]", title="<i>T</i>"
    )
    page = page_of(ana)
    page.goto(f"/articles/{article.pk}/")
    assert "<script>document.title = 'mine'</script> Ten <b>men</b>" in page.locator(".article-body").inner_text()
    assert page.locator("h1").inner_text() == "<i>T</i>"
    assert page.title() == "<i>T</i> · Claimtracker"


def test_the_same_text_again_leads_to_the_first(page_of, ana):
    article = make.article(make.TEXT, title="The first")
    page = page_of(ana)
    page.goto("/articles/add/")
    add(page, title="The second", text=make.TEXT)
    page.wait_for_url(f"**/articles/{article.pk}/")
    assert page.get_by_text("This text is already here.").is_visible()


def test_a_picture_renamed_to_a_text_is_refused(page_of, ana):
    page = page_of(ana)
    page.goto("/articles/add/")
    picture = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20
    page.set_input_files("[name=file]", {"name": "notes.txt", "mimeType": "text/plain", "buffer": picture})
    add(page, title="Kept title")
    page.locator("#id_file_error").wait_for()
    assert page.input_value("[name=title]") == "Kept title"
    assert Article.objects.count() == 0
