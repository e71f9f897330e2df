"""A source as a reference: in the usual styles, whatever its record holds, and never more than a line of text."""

from __future__ import annotations

import re
import time
from contextlib import suppress

import pytest

from sources.models import Source
from sources.styling import FIRST, CannotCite, NoStyle, cite, styles, title_of

WORK = {
    "type": "article-newspaper",
    "title": "High water & low bridges",
    "authors": [{"family": "Okello", "given": "Bea"}, {"literal": "Rain Desk"}],
    "container": "The Lima Post",
    "issued": "2024-03-12",
    "address": "https://post.example/high?a=1&b=2",
}


def source(**columns) -> Source:
    return Source(**{**WORK, **columns})


@pytest.mark.parametrize("style", FIRST)
def test_the_well_known_styles_cite_it(style):
    done = cite(source(), style)
    assert "High water & low bridges".casefold() in done.text.casefold()
    assert "&amp;" in done.html
    assert "2024" in done.text
    assert not done.text.startswith(("1.", "[1]"))


def test_apa_is_apa():
    done = cite(source(authors=[{"family": "Okello", "given": "Bea"}]), "apa")
    assert done.text == (
        "Okello, B. (2024, March 12). High water & low bridges. The Lima Post. https://post.example/high?a=1&b=2"
    )
    assert "<i>The Lima Post</i>" in done.html


HOSTILE = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</i><svg onload=alert(1)>", "&lt;b&gt;",
    "\ue001\ue002",
    '<span class="nocase">', "{{ x }}", "%s %(a)s", "\u202e\u200b", "a" * 1000, "'\"><", "]]>", "😀",
]  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(words):
    columns = {"title": words, "container": words, "publisher": words, "authors": [{"literal": words}]}
    for style in ("apa", "ieee", "harvard-cite-them-right"):
        done = cite(source(**columns, csl={"page": words, "editor": [{"family": words, "given": words}]}), style)
        assert "<" not in re.sub(r"</?(?:b|em|i|strong|sub|sup|u)>", "", done.html)


@pytest.mark.parametrize("issued", ["", "2024", "2024-03", "2024-21", "195X", "2024~", "2023/2024", "2024-02/..",
                                    "[2020,2021]", "-0043", "Y17E7", "XXXX"])  # fmt: skip
def test_any_date_of_edtf_is_cited(issued):
    assert cite(source(issued=issued), "apa").text


@pytest.mark.parametrize("kind", ["document", "article", "post-weblog", "legal_case", "software", "nonsense", ""])
@pytest.mark.parametrize("style", ["apa", "chicago-author-date", "ieee"])
def test_any_type_and_any_gap_is_cited(kind, style):
    assert "Rain" in cite(Source(type=kind, title="Rain"), style).text
    assert cite(Source(type=kind, address="https://a.example/"), style)


@pytest.mark.parametrize("style", ["", "no-such-style", "../apa", "apa/../../x", "APA", "a" * 300, "apa\x00"])
def test_an_unknown_style_is_refused_in_words(style):
    with pytest.raises(NoStyle, match="No style"):
        cite(source(), style)


def test_a_style_that_depends_on_another_is_that_one():
    assert cite(source(), "nature-physics").text == cite(source(), "nature").text
    assert title_of("nature-physics") == "Nature Physics"


@pytest.mark.parametrize(("locale", "word"), [("de-DE", "März"), ("fr-FR", "mars"), ("en-US", "March")])
def test_other_languages_have_their_words(locale, word):
    assert word in cite(source(), "apa", locale).text


@pytest.mark.parametrize("locale", ["xx", "../en", "en_GB", "de-XX"])
def test_an_unknown_language_is_refused(locale):
    with pytest.raises(NoStyle):
        cite(source(), "apa", locale)


def test_the_list_begins_with_the_well_known_and_has_titles():
    found = list(styles())
    assert found[: len(FIRST)] == list(FIRST)
    assert len(found) > 2000
    assert all(styles().values())


def test_of_all_styles_most_cite_and_none_breaks():
    tried = list(styles())[::150]
    cited = 0
    for style in tried:
        with suppress(CannotCite):
            cited += bool(cite(source(), style).text)
    assert cited > 0.8 * len(tried)


def test_it_is_quick_once_a_style_is_read():
    cite(source(), "apa")
    began = time.process_time()
    cite(source(), "apa")
    assert time.process_time() - began < 1


@pytest.mark.django_db
def test_by_the_api(api, rita):
    api.force_authenticate(rita)
    work = Source.objects.create(**WORK)
    url = f"/api/v1/sources/{work.pk}/cite/"
    assert api.get(url).json()["style"] == "apa"
    assert "März" in api.get(url, {"style": "apa", "locale": "de-DE"}).json()["text"]
    assert api.get(url, {"style": "none"}).json()["code"] == "no_style"
    assert api.get(url, {"colour": "red"}).status_code == 400
    assert api.get("/api/v1/sources/styles/").json()["results"][0]["name"] == FIRST[0]
