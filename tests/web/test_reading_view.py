"""An article with its claims, as a person reads it."""

from __future__ import annotations

import re

import pytest

from claims.models import Claim
from claims.web.windows import MOST_ELEMENTS, SIZE, parts_of
from sources.models import Article, Mark, Reading, Revision
from tests import make


def page(client, article, query=""):
    answer = client.get(f"/articles/{article.pk}/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_every_claim_is_underlined_and_has_its_card(browse, rita):
    article = make.article()
    html = page(browse(rita), article)
    for claim in Claim.objects.filter(article=article):
        assert html.count(f'id="claim-{claim.pk}"') == 1
        assert f'aria-label="Claim {claim.pk}"' in html
    assert '<span class="figure-words">at least 12</span>' in html


def test_the_numbers_are_honest(browse, rita):
    article = make.article()
    html = page(browse(rita), article)
    assert f"0 of {article.claims.count()} claims judged" in html
    assert "3 sources waiting to be identified" in html
    assert "The article gives a number and no entry." in html


@pytest.mark.parametrize("read", [True, False])
def test_its_history_is_one_click_away(browse, rita, read):
    article = make.article(read=read)
    address = f"/articles/{article.pk}/history/"
    assert f'<a href="{address}">History</a>' in page(browse(rita), article)
    assert browse(rita).get(address).status_code == 200


def test_a_mark_opens_its_source_beside_the_text(browse, rita):
    html = page(browse(rita), make.article(), "?source=2")
    assert 'id="source-slot" aria-label="Source beside the text" data-open' in html
    assert "Not yet identified" in html


def test_with_script_only_the_slot_is_sent(browse, rita):
    article = make.article()
    answer = browse(rita).get(
        f"/articles/{article.pk}/?source=2", headers={"HX-Request": "true", "HX-Target": "source-slot"}
    )
    assert answer.content.decode().lstrip().startswith("<aside")
    assert "HX-Request" in answer["Vary"]


def test_a_mark_of_several_numbers_leads_to_each_and_closing_leads_back_to_it(browse, rita):
    article = make.article("At least 12 people died in Lima. [2-4] Nobody knows why. [1]")
    mark = Mark.objects.get(revision=article.revision, start__lt=40)
    html = page(browse(rita), article, f"?source=3&mark={mark.pk}")
    assert "[2-4] stands for" in html
    for number in (2, 3, 4):
        assert f'href="?part=1&amp;source={number}&amp;mark={mark.pk}#mark-{mark.pk}"' in html
    closed = browse(rita).get(
        f"/articles/{article.pk}/?part=1&mark={mark.pk}", headers={"HX-Request": "true", "HX-Target": "source-slot"}
    )
    assert f'data-returns="mark-{mark.pk}"' in closed.content.decode()


@pytest.mark.parametrize(
    ("show", "there", "gone"),
    [
        ("all", ["at least 12", "Some 300"], []),
        ("waiting", ["at least 12", "Some 300"], []),
        ("uncited", ["Some 300"], ["at least 12"]),
        ("none", [], ["at least 12", "Some 300"]),
        ("nonsense", ["at least 12", "Some 300"], []),
    ],
)
def test_a_reader_chooses_which_claims_the_text_shows(browse, rita, show, there, gone):
    article = make.article("The flood killed at least 12 people in Lima. [1]\n\nSome 300 houses were lost.")
    html = page(browse(rita), article, f"?show={show}")
    lit = [f'<span class="figure-words">{words}</span>' in html for words in there + gone]
    assert lit == [True] * len(there) + [False] * len(gone)
    assert "Some 300" in html
    assert "0 of 2 claims judged" in html


def test_a_number_that_nobody_cites_says_so(browse, rita):
    assert "No citation 99" in page(browse(rita), make.article(), "?source=99")


@pytest.mark.parametrize(
    "query",
    [
        "?source=x",
        "?mark=x&source=1",
        "?closed=7",
        "?part=-1",
        "?part=99",
        "?source=99999999999999",
        "?part=0&claim=zz",
    ],
)
def test_a_strange_address_is_no_error(browse, rita, query):
    page(browse(rita), make.article(), query)


def test_html_is_shown_as_text(browse, rita):
    html = page(browse(rita), make.article("<script>alert(1)</script> Ten <b>men</b> died. [1]"))
    assert "<script>alert(1)" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_a_text_that_cites_nothing_says_so(browse, rita):
    html = page(browse(rita), make.article("Ten people died in Lima on 3 May 2024."))
    assert "This text cites nothing" in html
    assert "Uncited" in html
    assert "1 figure uncited" in html


def test_a_text_in_another_language_says_what_was_not_read(browse, rita):
    text = "Die Regierung hat am Montag bekannt gegeben, dass zehn Menschen bei dem Unfall gestorben sind. [1] " * 4
    assert "Its figures were not read" in page(browse(rita), make.article(text))


def test_while_it_is_read_the_page_shows_how_far_and_looks_again(browse, rita):
    article = make.article(read=False)
    Reading.objects.update(state="running", read_to=40)
    html = page(browse(rita), article)
    assert "Being read" in html
    assert re.search(r'hx-trigger="every 1s"', html)
    assert '<progress value="40"' in html


def test_a_failed_reading_says_what_was_kept_and_offers_another_try(browse, ana, rita):
    article = make.article(read=False)
    Article.objects.update(state="failed", problem="The reader stopped.")
    assert "Read again" in page(browse(ana), article)
    assert "The reader stopped." in page(browse(rita), article)


def test_a_long_text_comes_in_parts_and_a_claim_finds_its_own(browse, rita, django_assert_max_num_queries):
    line = "On day {} of the flood, {} people died in Lima, officials said. [1]\n"
    article = make.article("".join(line.format(n, n + 2) for n in range(1000)))
    last = Claim.objects.filter(article=article).latest("id")
    client = browse(rita)
    answer = client.get(f"/articles/{article.pk}/?claim={last.pk}")
    assert answer.status_code == 302
    assert f"#claim-{last.pk}" in answer["Location"]
    with django_assert_max_num_queries(15):
        html = client.get(answer["Location"]).content.decode()
    assert f'id="claim-{last.pk}"' in html
    assert html.count("<") < 2 * 2000


@pytest.mark.parametrize("text", ["word " * 9000, ("x" * 200 + "\n") * 200, "😀" * 30_000])
@pytest.mark.parametrize("claims", [0, 400])
def test_the_parts_of_a_text_are_the_whole_of_it(db, text, claims):
    revision = make.article(text, read=False).revision
    parts = parts_of(revision, claims=claims)
    windows = [parts.read(n) for n in range(parts.count)]
    assert "".join(window.text for window in windows) == text
    assert all(len(window.text) <= parts.size + parts.slack for window in windows)
    for window in windows:
        assert parts.holding(window.start) == window.number


@pytest.mark.parametrize(
    ("characters", "claims", "marks"), [(0, 0, 0), (100_000, 100, 100), (300_000, 5000, 5000), (25_000, 1, 5000)]
)
def test_the_closer_the_claims_the_shorter_the_parts(characters, claims, marks):
    parts = parts_of(Revision(characters=characters), claims=claims, marks=marks)
    assert parts.size <= SIZE
    assert (claims * 23 + marks) * parts.size <= MOST_ELEMENTS * max(characters, 1) or parts.size < 1000


def test_a_visitor_signs_in_first_where_the_desk_is_closed(visitor, db, settings):
    article = make.article()
    answer = visitor.get(f"/articles/{article.pk}/")
    assert answer.status_code == 302
    assert "/sign-in/" in answer["Location"]
    settings.PUBLIC_READ = True
    assert visitor.get(f"/articles/{article.pk}/").status_code == 200


def test_what_a_model_proposed_is_said_in_numbers(browse, rita):
    article = make.article()
    dropped = {"words_not_in_text": 3, "already_found": 1}
    Reading.objects.filter(revision=article.revision).update(proposals={"kept": 2, "dropped": dropped, "problem": ""})
    assert "A model proposed claims beside the rules: 2 kept, 4 dropped" in page(browse(rita), article)
