"""Correcting, adding, splitting and merging claims on their pages, and withdrawing articles."""

import re
from html import unescape

import pytest

from claims.models import Claim
from tests import make

pytestmark = pytest.mark.django_db

TEXT = (
    "The harbour board of Mombasa rebuilt 14 quays and 3 warehouses in 2023. [1]\n"
    "Nobody repaired the lighthouse and the keeper left 9 lamps behind.\n"
    "Some say so.\nSome say so.\n\nReferences\n1. Harbour board, Annual report, 2023.\n2. Port diary, 2024."
)


@pytest.fixture
def claim():
    return make.claim()


@pytest.fixture
def desk(browse, ana):
    return browse(ana)


def fields(html: str) -> dict:
    """What a browser would send of the form as it came, boxes as they are ticked."""
    form = html[html.index("data-edit") : html.index("</form>", html.index("data-edit"))]
    found: dict = {}
    for tag in re.findall(r"<input[^>]*>", form):
        name, value = _attr(tag, "name"), _attr(tag, "value")
        if _attr(tag, "type") == "checkbox" and " checked" not in tag:
            continue
        empty = "on" if _attr(tag, "type") == "checkbox" else ""
        found.setdefault(name, []).append(empty if value is None else unescape(value))
    for name, inner in re.findall(r'<select name="(\w+)"[^>]*>(.*?)</select>', form, re.S):
        found[name] = [_attr(option, "value") for option in re.findall(r"<option[^>]*selected[^>]*>", inner)] or [""]
    for name, inner in re.findall(r'<textarea name="(\w+)"[^>]*>\n?(.*?)</textarea>', form, re.S):
        found[name] = [unescape(inner)]
    return {name: values for name, values in found.items() if name}


def _attr(tag, name):
    match = re.search(rf'\b{name}="([^"]*)"', tag)
    return match[1] if match else None


def opened(desk, claim) -> dict:
    return fields(desk.get(f"/claims/{claim.pk}/edit/").content.decode())


def test_the_form_as_it_came_changes_nothing(desk, claim):
    answer = desk.post(f"/claims/{claim.pk}/edit/", opened(desk, claim), follow=True)
    claim.refresh_from_db()
    assert "Nothing was changed" in answer.content.decode()
    assert (claim.version, claim.stage) == (1, "suggested")


def test_a_correction_is_kept_with_its_reason(desk, claim):
    form = opened(desk, claim)
    assert (form["figure_comparator"], form["figure_low"]) == (["at_least"], ["12"])
    form |= {"figure_comparator": "about", "figure_low": "12", "date_edtf": "2024-03-02", "reason": "so it reads"}
    answer = desk.post(f"/claims/{claim.pk}/edit/", form, follow=True)
    claim.refresh_from_db()
    assert (claim.version, claim.figure_comparator, claim.date_edtf, claim.stage) == (2, "about", "2024-03-02", "open")
    assert claim.place is not None
    assert "so it reads" in answer.content.decode()


def test_what_is_refused_comes_back_as_it_was_typed_with_each_fault_at_its_field(desk, claim):
    form = opened(desk, claim) | {"figure_low": "a dozen", "date_edtf": "March", "statement": "Typed with care."}
    answer = desk.post(f"/claims/{claim.pk}/edit/", form)
    html = answer.content.decode()
    assert answer.status_code == 400
    assert 'value="a dozen"' in html
    assert "Typed with care." in html
    assert 'id="id_figure_low_error"' in html
    assert 'id="id_date_edtf_error"' in html
    assert 'href="#id_figure_low"' in html
    assert Claim.objects.get(pk=claim.pk).version == 1


def test_a_part_is_cleared_and_entries_are_ticked(desk, claim):
    form = opened(desk, claim) | {"figure_comparator": "", "citations": ["2", "3"], "date_text": "", "date_edtf": ""}
    desk.post(f"/claims/{claim.pk}/edit/", form)
    claim.refresh_from_db()
    assert (claim.figure_comparator, claim.date_edtf) == ("", "")
    assert [link.citation.number for link in claim.links.order_by("position")] == [2, 3]
    desk.post(f"/claims/{claim.pk}/edit/", {**opened(desk, claim), "citations": []})
    assert not claim.links.exists()


def test_the_short_form_leaves_alone_what_it_does_not_show_and_leads_on(desk, claim):
    html = desk.get(
        f"/claims/{claim.pk}/edit/?compact=1&next=/review/", headers={"HX-Request": "true"}
    ).content.decode()
    assert "<html" not in html
    form = fields(html)
    assert "attribution_mode" not in form
    assert form["next"] == ["/review/"]
    answer = desk.post(f"/claims/{claim.pk}/edit/", form | {"figure_unit": "persons"})
    was, now = claim, Claim.objects.get(pk=claim.pk)
    assert (answer.status_code, answer["Location"]) == (302, "/review/")
    assert (now.figure_unit, now.attribution_mode, now.links.count()) == ("persons", was.attribution_mode, 1)


@pytest.mark.parametrize("away", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "/\\evil.example"])
def test_it_leads_to_our_own_pages_only(desk, claim, away):
    answer = desk.post(f"/claims/{claim.pk}/edit/", opened(desk, claim) | {"next": away})
    assert answer["Location"] == f"/claims/{claim.pk}/"


@pytest.fixture
def conflict(desk, browse, ed, claim):
    """Ana and Ed have opened the same form; Ed was first."""
    mine, his = opened(desk, claim), opened(browse(ed), claim)
    his |= {"figure_unit": "victims", "date_edtf": "2024-03-05", "reason": "as it says"}
    browse(ed).post(f"/claims/{claim.pk}/edit/", his)
    mine |= {"figure_unit": "casualties", "place_name": "Lima Province", "statement": "Ana's own words."}
    return desk.post(f"/claims/{claim.pk}/edit/", mine)


def resolution(html: str) -> dict:
    form = html[html.index('name="resolve"') - 2000 :]
    sent = {
        _attr(tag, "name"): unescape(_attr(tag, "value") or "")
        for tag in re.findall(r'<input type="hidden"[^>]*>', form)
    }
    ticked = [tag for tag in re.findall(r'<input type="radio"[^>]*>', form) if " checked" in tag]
    return sent | {_attr(tag, "name"): _attr(tag, "value") for tag in ticked}


def test_of_two_the_second_sees_what_was_there_what_stands_there_and_their_own(conflict, claim):
    html = conflict.content.decode()
    assert conflict.status_code == 409
    assert "Ed changed this claim while you were editing" in html
    assert "Ana&#x27;s own words." in html
    assert "“as it says”" in html
    sent = resolution(html)
    assert (sent["pick-when"], sent["pick-where"], sent["pick-statement"]) == ("theirs", "yours", "yours")
    assert "pick-counted" not in sent
    assert Claim.objects.get(pk=claim.pk).version == 2


def test_what_both_changed_somebody_must_choose(conflict, desk, claim):
    sent = resolution(conflict.content.decode())
    again = desk.post(f"/claims/{claim.pk}/edit/", sent)
    assert again.status_code == 409
    assert "You have both changed this: Counted" in again.content.decode()
    assert [page.content.decode().count("data-focus") for page in (conflict, again)] == [1, 1]
    assert 'role="alert" tabindex="-1" data-focus' in again.content.decode()
    done = desk.post(f"/claims/{claim.pk}/edit/", resolution(again.content.decode()) | {"pick-counted": "yours"})
    now = Claim.objects.get(pk=claim.pk)
    assert done.status_code == 302
    assert (now.version, now.figure_unit, now.date_edtf) == (3, "casualties", "2024-03-05")
    assert (now.place.name, now.statement) == ("Lima Province", "Ana's own words.")


def test_the_choice_is_compare_and_set_too(conflict, desk, browse, ed, claim):
    sent = resolution(conflict.content.decode()) | {"pick-counted": "theirs"}
    third = opened(browse(ed), claim) | {"statement": "Ed once more."}
    browse(ed).post(f"/claims/{claim.pk}/edit/", third)
    again = desk.post(f"/claims/{claim.pk}/edit/", sent)
    html = again.content.decode()
    assert again.status_code == 409
    assert "Ed once more." in html
    assert "Ana&#x27;s own words." in html
    done = desk.post(f"/claims/{claim.pk}/edit/", resolution(html) | {"pick-statement": "theirs"})
    now = Claim.objects.get(pk=claim.pk)
    assert (done.status_code, now.version, now.statement) == (302, 4, "Ed once more.")
    assert (now.figure_unit, now.place.name) == ("victims", "Lima Province")


def test_a_missed_claim_is_found_by_its_words_and_added(desk):
    article = make.article(TEXT)
    address = f"/articles/{article.pk}/claims/add/"
    found = desk.post(address, {"words": "the keeper left 9 lamps behind"})
    assert found.status_code == 302
    form = fields(desk.get(found["Location"]).content.decode())
    assert (form["figure_low"], form["figure_text"]) == (["9"], ["9"])
    added = desk.post(address, form | {"statement": "The keeper left nine lamps."}, follow=True)
    claim = Claim.objects.latest("pk")
    assert added.redirect_chain[-1][0] == f"/claims/{claim.pk}/"
    assert (claim.origin, claim.figure_low, claim.statement) == ("by_hand", 9, "The keeper left nine lamps.")
    twice = desk.post(address, fields(desk.get(found["Location"]).content.decode()) | {"figure_text": "9"})
    assert (twice.status_code, Claim.objects.filter(origin="by_hand").count()) == (409, 1)


@pytest.mark.parametrize(
    ("words", "said"),
    [("", "Which words?"), ("no such words", "do not stand in the current text"), ("Some say so.", "several places")],
)
def test_words_that_cannot_be_taken_are_said(desk, words, said):
    article = make.article(TEXT)
    answer = desk.post(f"/articles/{article.pk}/claims/add/", {"words": words})
    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_a_claim_is_split_and_each_leads_to_the_other(desk, ana):
    article = make.article(TEXT)
    start = TEXT.index("rebuilt 14")
    place = f"?revision=1&start={start}&end={start + len('rebuilt 14 quays and 3 warehouses')}"
    address = f"/articles/{article.pk}/claims/add/"
    desk.post(address, fields(desk.get(address + place).content.decode()))
    claim = Claim.objects.latest("pk")
    html = desk.get(f"/claims/{claim.pk}/split/").content.decode()
    assert html.count('name="figure"') == 2
    few = desk.post(f"/claims/{claim.pk}/split/", {"version": 1, "figure": ["0"], "reason": "Two things."})
    assert few.status_code == 422
    both = {"version": 1, "figure": ["0", "1"]}
    assert "Say why it is more than one claim" in desk.post(f"/claims/{claim.pk}/split/", both).content.decode()
    done = desk.post(f"/claims/{claim.pk}/split/", both | {"reason": "Two things."}, follow=True)
    new = Claim.objects.latest("pk")
    assert f"/claims/{new.pk}/" in done.content.decode()
    assert (new.figure_low, Claim.objects.get(pk=claim.pk).figure_low) == (3, 14)
    assert f"/claims/{claim.pk}/" in desk.get(f"/claims/{new.pk}/").content.decode()


def test_a_claim_is_merged_and_its_page_leads_to_the_other(desk, claim):
    other = Claim.objects.filter(article=claim.article).exclude(pk=claim.pk).first()
    assert f'value="{other.pk}"' in desk.get(f"/claims/{claim.pk}/merge/").content.decode()
    assert desk.post(f"/claims/{claim.pk}/merge/", {"version": 1}).status_code == 422
    meant = {"into": other.pk, "reason": "The same dead."}
    assert desk.post(f"/claims/{claim.pk}/merge/", meant | {"version": 9}).status_code == 412
    assert desk.post(f"/claims/{claim.pk}/merge/", {"version": 1, "into": other.pk}).status_code == 422
    assert desk.post(f"/claims/{claim.pk}/merge/", meant | {"version": 1, "other": claim.pk}).status_code == 422
    desk.post(f"/claims/{claim.pk}/merge/", meant | {"version": 1})
    html = desk.get(f"/claims/{claim.pk}/").content.decode()
    assert f"Merged into claim {other.pk}" in html
    assert "Split, merge" not in html
    assert f"/claims/{claim.pk}/" in desk.get(f"/claims/{other.pk}/").content.decode()


def test_a_withdrawn_article_says_why_and_comes_back(browse, ed, claim):
    desk, pk = browse(ed), claim.article_id
    assert desk.post(f"/articles/{pk}/withdraw/", {"reason": " "}).status_code == 422
    desk.post(f"/articles/{pk}/withdraw/", {"reason": "It was a hoax."})
    assert "It was a hoax." in desk.get(f"/articles/{pk}/").content.decode()
    assert "Its article was withdrawn" in desk.get(f"/claims/{claim.pk}/").content.decode()
    desk.post(f"/articles/{pk}/withdraw/", {"do": "restore", "reason": "It was none."})
    claim.article.refresh_from_db()
    assert claim.article.withdrawn_at is None
