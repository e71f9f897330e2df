"""The scorers themselves: what counts as right."""

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from claims.extraction.reading import read

from .labelled import SHIPPED, as_row, labelled_rows
from .scoring import score
from .tallies import Tally, same_span, tally
from .values import bounds, fold_edtf, fold_unit, kind_of_bound

SCORERS = Path(__file__).resolve().parents[3] / "shared" / "data" / "extraction" / "scorers"


def span(start, end, **more):
    return {"start": start, "end": end, **more}


def test_f1_is_the_harmonic_mean():
    assert Tally(right=3, said=4, asked=6).f1 == pytest.approx(60)
    assert Tally().f1 == 0


def test_optional_labels_are_neither_asked_for_nor_held_against_anyone():
    labels = [span(0, 5), span(10, 15, optional=True)]
    same = lambda label, item: int(label["start"] == item["start"])  # noqa: E731 -- a table entry
    assert tally(labels, [span(0, 5), span(10, 15)], same) == Tally(1, 1, 1)
    assert tally(labels, [span(0, 5), span(20, 25)], same) == Tally(1, 2, 1)


@pytest.mark.parametrize(
    ("start", "end", "right"),
    [(4, 19, True), (0, 19, True), (3, 20, True), (13, 19, True), (8, 19, False), (4, 18, False)],
)
def test_rims_numbers_and_articles_make_no_difference_to_a_span(start, end, right):
    text = "the at least 13,000."
    label = span(4, 19, num_start=13, num_end=19)
    assert same_span(text, label, span(start, end), articles=True) is right


@pytest.mark.parametrize(
    ("one", "other"),
    [("dollars", "USD"), ("$", "US dollars"), ("people", "persons"), ("km", "kilometres"), ("men", "man"), (None, "")],
)
def test_the_same_unit_in_other_words(one, other):
    assert fold_unit(one) == fold_unit(other)


@pytest.mark.parametrize(("one", "other"), [("deaths", "wounded"), ("%", ""), ("miles", "metres")])
def test_other_units(one, other):
    assert fold_unit(one) != fold_unit(other)


def test_bounds_and_their_kinds():
    assert bounds({"low": 3000, "high": None}) == (3000, 3000)
    assert kind_of_bound({"low": 1, "high": 2, "comparator": "about"}) == "range"
    assert kind_of_bound({"low": 1, "high": 1, "comparator": "exact"}) == "eq"
    assert fold_edtf("2024-01/open") == fold_edtf("2024-01/..")


def damaged(row, chance):
    """A reading with mistakes of every sort."""
    return {layer: [item for one in items for item in _damaged(layer, one, chance)] for layer, items in row.items()}


def _damaged(layer, item, chance):
    item, luck = dict(item), chance.random()
    if luck < 0.1:
        return []
    item["start"] = max(0, item["start"] - chance.choice([0, 0, 0, 4]))
    item["end"] += chance.choice([0, 0, 0, 3])
    if layer == "quantities":
        item["comparator"] = chance.choice([item["comparator"], "about", "vague"])
        item["unit"] = chance.choice([item["unit"], None, "people"])
        item["low"] = chance.choice([item["low"], item["low"], 5, None])
    if layer == "dates":
        item["edtf"] = chance.choice([item["edtf"], "2020"])
        item["relation"] = chance.choice([item["relation"], "since"])
    if "cites" in item:
        item["cites"] = chance.choice([item["cites"], [1]])
    return [item, item] if luck > 0.9 else [item]


def theirs(script, labels, said, *options):
    command = [sys.executable, str(SCORERS / script), str(labels), str(said), *options]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


@pytest.mark.skipif(not SCORERS.exists(), reason="the other scorers are not beside the repository")
@pytest.mark.parametrize("seed", range(3))
def test_other_scorers_of_the_same_rules_agree(tmp_path, seed):
    chance, total, lines = random.Random(seed), {}, []
    for row in labelled_rows(SHIPPED):
        said = damaged(as_row(read(row["text"], row["dct"])), chance)
        lines.append(json.dumps({"id": row["id"], "text": row["text"], **said}))
        for layer, one in score(row, said).items():
            total.setdefault(layer, Tally()).__iadd__(one)
    said = tmp_path / "said.jsonl"
    said.write_text("\n".join(lines), encoding="utf-8")

    def keys(layer):
        return ("--gold-key", layer, "--pred-key", layer)

    citations = theirs("score_citations.py", SHIPPED, said)
    figures = theirs("score_quantity.py", SHIPPED, said, *keys("quantities"))
    dates = theirs("score_temporal.py", SHIPPED, said, *keys("dates"), "--scheme", "edtf", "--articles")
    places = theirs("score_spans.py", SHIPPED, said, *keys("places"), "--articles")
    voices = theirs("score_spans.py", SHIPPED, said, *keys("attribution"), "--articles")
    expected = {
        "marks": citations["markers"],
        "sentences": citations["sentences"],
        "citation links": citations["claim_citations"],
        "figures: value": figures["value"],
        "figures: value + comparator": figures["value+cmp"],
        "figures: value + unit": figures["value+unit"],
        "figures: everything": figures["all"],
        "dates: strict": dates["strict"],
        "dates: value": dates["value"],
        "dates: value + relation": dates["value+relation"],
        "places strict": places["strict"],
        "attribution relaxed": voices["relaxed"],
    }
    assert {layer: total[layer] for layer in expected} == {
        layer: Tally(one["tp"], one["pred"], one["gold"]) for layer, one in expected.items()
    }
    assert round(total["claims with exactly the right citations"].f1, 1) == citations["claims_exact"]
    assert round(total["parts with exactly the right citations"].f1, 1) == citations["items_exact"]
