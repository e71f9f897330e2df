"""The pages on which people write, grade, merge, import and cite sources."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from sources.models import Citation, Source
from tests import make


@pytest.fixture
def work(db) -> Source:
    return make.source(title="Rivers", type="report", authors=[{"family": "Okello", "given": "Bea"}], csl={"page": "4"})


@pytest.fixture
def ana_at(browse, ana):
    return browse(ana)


@pytest.fixture
def ed_at(browse, ed):
    return browse(ed)


def form(client, url: str) -> dict[str, str]:
    return dict(client.get(url).context["form"].initial)


def test_a_record_is_corrected_and_the_rest_stays(ana_at, work):
    url = f"/sources/{work.pk}/edit/"
    given = form(ana_at, url)
    assert given["authors"] == "Okello, Bea"
    given |= {"title": "Rivers of the north", "authors": "Okello, Bea\nWorld Bank", "issued": "2024-03"}
    answer = ana_at.post(url, given)
    work.refresh_from_db()
    assert answer["Location"] == f"/sources/{work.pk}/"
    assert (work.title, work.issued, work.csl) == ("Rivers of the north", "2024-03", {"page": "4"})
    assert work.authors == [{"family": "Okello", "given": "Bea"}, {"literal": "World Bank"}]
    assert work.origins == {"title": "by_hand", "issued": "by_hand", "authors": "by_hand"}
    assert "written by a person" in ana_at.get(url).content.decode()


def test_who_saves_over_another_is_told(ana_at, work):
    url = f"/sources/{work.pk}/edit/"
    given = form(ana_at, url)
    ana_at.post(url, {**given, "title": "First"})
    answer = ana_at.post(url, {**given, "title": "Second"})
    work.refresh_from_db()
    assert (answer.status_code, work.title) == (409, "First")
    assert 'value="Second"' in answer.content.decode()


WRONG = [("issued", "soon"), ("address", "javascript:1"), ("doi", "x"), ("type", "leaflet")]


@pytest.mark.parametrize(("field", "value"), WRONG)
def test_what_cannot_be_is_told_at_its_field(ana_at, work, field, value):
    url = f"/sources/{work.pk}/edit/"
    answer = ana_at.post(url, {**form(ana_at, url), field: value})
    assert answer.status_code == 422
    assert answer.context["form"].errors[field]


def test_a_known_address_leads_to_its_source(ana_at, work):
    there = make.source(title="There", address="https://a.example/1", address_key="https://a.example/1")
    answer = ana_at.post("/sources/add/", {"type": "webpage", "title": "New", "address": "http://a.example/1/"})
    assert answer.status_code == 409
    assert f'href="/sources/{there.pk}/"' in answer.content.decode()
    answer = ana_at.post("/sources/add/", {"type": "webpage", "title": "New", "address": "http://a.example/2/"})
    assert answer["Location"] == f"/sources/{Source.objects.get(title='New').pk}/"


def test_an_editor_grades(ed_at, ana_at, work):
    url = f"/sources/{work.pk}/edit/"
    given = {"grade": "1", "reliability": "C", "reliability_reason": "", "state": "active", "family": "Delta"}
    assert ed_at.post(url, given).status_code == 422
    assert ed_at.post(url, {**given, "reliability_reason": "Often right."}).status_code == 302
    work.refresh_from_db()
    assert (work.reliability, work.family) == ("C", "Delta")
    assert "Fairly reliable." in ed_at.get(url).content.decode()
    assert ana_at.post(url, given).status_code == 403
    assert "What it is worth" not in ana_at.get(url).content.decode()


def test_two_are_merged_after_a_look_and_taken_apart(ed_at, work):
    other = make.source(title="Rivers", issued="2024")
    article = make.article()
    article.revision.citations.filter(number=1).update(source=work, identified="by_hand")
    url = f"/sources/{work.pk}/merge/"
    assert f"?into={other.pk}" in ed_at.get(url).content.decode()
    assert f"?into={other.pk}" in ed_at.get(url, {"q": "rivers"}).content.decode()
    html = ed_at.get(url, {"into": other.pk}).content.decode()
    assert "1 citation and 0 copies move" in html
    html = ed_at.post(url, {"into": other.pk, "take-type": "comes"}, follow=True).content.decode()
    assert "Take it back" in html
    assert Citation.objects.filter(source=other).exists()
    assert f'href="/sources/{work.pk}/"' not in ed_at.get("/sources/").content.decode()
    ed_at.post(f"/sources/{work.pk}/unmerge/")
    assert Citation.objects.filter(source=work).exists()
    assert ed_at.post(f"/sources/{work.pk}/unmerge/", follow=True).status_code == 200


def test_what_cannot_be_merged_says_why(ed_at, work):
    answer = ed_at.get(f"/sources/{work.pk}/merge/", {"into": work.pk})
    assert answer.status_code == 422
    assert "cannot be merged into itself" in answer.content.decode()
    assert ed_at.get(f"/sources/{work.pk}/merge/", {"into": "x"}).status_code == 200


def test_a_file_is_imported(ana_at, db):
    file = SimpleUploadedFile("a.bib", b"@book{a, title={Rivers}, year=2020}\n@misc{b, note={x}}")
    html = ana_at.post("/sources/import/", {"file": file}).content.decode()
    assert "2 records in this BibTeX file: 1 new, 0 here already" in html
    assert "names no work" in html
    assert ana_at.post("/sources/import/", {"references": "Dear aunt"}).status_code == 422
    assert ana_at.post("/sources/import/", {}).status_code == 422


def test_it_is_cited_in_a_style(browse, rita, work):
    client = browse(rita)
    assert "Okello, B. (n.d.). <i>Rivers</i>" in client.get(f"/sources/{work.pk}/cite/").content.decode()
    assert client.get(f"/sources/{work.pk}/cite/", {"style": "ieee"}).status_code == 200
    assert client.get(f"/sources/{work.pk}/cite/", {"style": "none"}).status_code == 422


@pytest.mark.parametrize("page", ["edit/", "merge/", "cite/"])
def test_hostile_records_stay_words(ed_at, page):
    bad = "<script>alert(1)</script>"
    columns = {"title": bad, "container": bad, "publisher": bad, "csl": {"note": bad}, "origins": {bad: bad}}
    work = make.source(**columns, authors=[{"literal": bad}])
    twin = make.source(title=bad)
    for address in (f"/sources/{work.pk}/{page}", f"/sources/{work.pk}/merge/?into={twin.pk}"):
        assert "<script>alert" not in ed_at.get(address).content.decode()
