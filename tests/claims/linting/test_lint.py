"""The lint as a whole: an article, keys that stay, and time that grows with the text only."""

import time

import pytest

from claims.extraction.reading import read
from claims.linting import SEVERITY, read_lint
from tests.timing import grows_at_most

ARTICLE = """Flood in the Lunde valley
On 3 June 2021 the dam above Lunde broke.[1] The wave reached 14 villages within an hour.[2] According to
the Road Office, it took 12 bridges and closed 90 km of road.[3–5] At least 240 people were killed, the police said.[6]
The army sent 2,000 soldiers to the valley.[7] They brought 400 tents. A week later the ministry spoke
of 2,200 troops.[2]
Of the 240 dead, 31 were children.[9] The valley had 18,000 residents before the flood.[a] In the days after, 270
deaths were counted.[8] The mayor called the dam “a disgrace”.[citation needed]

References
1. Lund, Mari. “Dam breaks.” Valley Post. 3 June 2021. https://valleypost.example/dam
2. “Fourteen villages under water.” Fjord News. 4 June 2021.
3. Road Office: Closures. https://roads.example/a
4. Road Office: Bridges. https://roads.example/b
5. Dam breaks. https://www.valleypost.example/dam/?utm_source=feed
6. “Police count the dead.” Harbour Times. 5 June 2021.
7. “Army in the valley.” Harbour Times. 6 June 2021.
8. “Toll rises.” Harbour Times. 12 June 2021.
10. Hale, Ruth. The Wet Year. Bergen: Nordlys, 2022.
"""
TEXT = ARTICLE.replace("to\nthe", "to the").replace("spoke\nof", "spoke of").replace(" 270\ndeaths", " 270 deaths")


def by_rule(text):
    found = {}
    for item in read_lint(read(text, "2021-06")).items:
        found.setdefault(item.rule, []).append(item)
    return found


def test_an_article_is_read_as_an_editor_would():
    found = by_rule(TEXT)
    assert {rule: [item.numbers for item in items] for rule, items in found.items()} == {
        "range_expanded": [(3, 4, 5)],
        "uncited_figure": [(2,), (8,)],
        "near_twins": [(7, 2), (9, 8)],
        "cited_without_entry": [(9,)],
        "out_of_order": [(9,)],
        "note_only": [()],
        "citation_needed": [()],
        "duplicate_entries": [(1, 5)],
        "entry_never_cited": [(10,)],
        "several_figures_one_citation": [(9,)],
    }
    assert {rule: TEXT[items[0].start : items[0].end] for rule, items in found.items()} == {
        "range_expanded": "[3–5]",
        "uncited_figure": "400",
        "near_twins": "2,000",
        "cited_without_entry": "[9]",
        "out_of_order": "[9]",
        "note_only": "[a]",
        "citation_needed": "[citation needed]",
        "duplicate_entries": "1. Lund, Mari. “Dam breaks.” Valley Post. 3 June 2021. https://valleypost.example/dam",
        "entry_never_cited": "10. Hale, Ruth. The Wet Year. Bergen: Nordlys, 2022.",
        "several_figures_one_citation": "240",
    }


def test_every_finding_is_one_plain_sentence_with_a_place_and_a_key():
    items = read_lint(read(TEXT, "2021-06")).items
    assert len({item.key for item in items}) == len(items)
    for item in items:
        assert item.words[0].isupper() or item.words[0] in "[0123456789"
        assert item.words.endswith(".")
        assert "\n" not in item.words
        assert 0 <= item.start < item.end <= len(TEXT)
        assert item.severity == SEVERITY[item.rule]


def test_a_new_reading_of_the_same_text_has_the_same_keys():
    keys = [item.key for item in read_lint(read(TEXT, "2021-06")).items]
    assert keys == [item.key for item in read_lint(read(TEXT, "2021-06")).items]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Flood in the Lunde valley", "Flood in the valley of Lunde, a year on"),
        ("On 3 June 2021 the dam", "Early on 3 June 2021, after days of rain, the dam"),
        ("a disgrace", "a disgrace and a shame"),
        ("Harbour Times. 6 June 2021.", "Harbour Times. 6 June 2021. Retrieved 1 July 2021."),
    ],
)
def test_a_small_edit_elsewhere_leaves_the_keys_alone(old, new):
    before = {item.key: item for item in read_lint(read(TEXT, "2021-06")).items}
    after = {item.key for item in read_lint(read(TEXT.replace(old, new), "2021-06")).items}
    lost = [item for key, item in before.items() if key not in after]
    assert [item.rule for item in lost if item.rule != "citation_needed"] == []


def test_a_figure_that_changes_is_a_new_finding():
    keys = {item.key for item in by_rule(TEXT)["uncited_figure"]}
    changed = {item.key for item in by_rule(TEXT.replace("400 tents", "500 tents"))["uncited_figure"]}
    assert len(keys - changed) == len(changed - keys) == 1


def test_the_same_words_twice_are_two_findings():
    items = by_rule("The army brought 400 tents.\nThe army brought 400 tents.\n")["uncited_figure"]
    assert [item.key[-2:] for item in items] == ["-1", "-2"]


FAMILIES = {
    "the same figure": "They saw 10,000 troops. ",
    "figures apart": "They saw {n} troops. ",
    "one citation": "It took {n} boats, {n} ships [1] ",
    "marks in order": "It rained.[{m}] ",
    "marks in disorder": "It rained.[{d}] ",
    "notes": "It rained.[a] ",
    "ranges": "It rained.[1–30] ",
}


@pytest.mark.parametrize("family", FAMILIES.values(), ids=FAMILIES)
def test_time_grows_with_the_text_only(family):
    def linting(count):
        text = "".join(family.format(n=10_000 + at, m=at % 9000 + 1, d=9000 - at % 9000) for at in range(count))
        reading = read(text)
        return lambda: read_lint(reading)

    grows_at_most(linting(800), linting(1600), lambda small: 3 * small + 0.1)


def test_a_list_of_equal_entries_takes_no_time():
    text = "It rained.[1]\nReferences\n" + "".join(f"[{n}] Lund. Rain. 2020.\n" for n in range(1, 3000))
    reading = read(text)
    began = time.process_time()
    found = read_lint(reading)
    assert time.process_time() - began < 10
    assert max(len(item.others) for item in found.items) == 200
