"""The labels of pairs that labelled passages make of each other arise from the labels of the set alone."""

from .passage_pairs import OTHERS, REST, WHOLE, passage_pairs

FIRST = "The mill in Orvanne burned down. It killed 12 workers. Some 12 workers fled. It cost 9 francs."
SECOND = "The war in Tarsia killed 12 workers."
SAME_NAME = "Everyone in Orvanne owns 12 cats."


def figure(text, words, unit, counted=None, nth=0, **more):
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    label = {"low": 12, "high": 12, "comparator": "eq", "unit": unit, "counted": counted or unit}
    return {"start": start, "end": start + len(words), "surface": words, **label, **more}


def passage(name, text, *figures):
    ends = [at + 1 for at, sign in enumerate(text) if sign == "."]
    starts = [0, *(end + 1 for end in ends)]
    sentences = [{"start": start, "end": end} for start, end in zip(starts, ends, strict=False)]
    return {"id": name, "text": text, "quantities": list(figures), "sentences": sentences, "dct": None}


def labels(*rows):
    return {(pair.id, pair.category): pair.finding for pair in passage_pairs(rows)}


def test_a_claim_is_found_in_its_own_passage_and_in_none_of_another_topic():
    first = passage("a", FIRST, figure(FIRST, "12", "workers"))
    found = labels(first, passage("b", SECOND, figure(SECOND, "12", "workers")))
    assert found == {
        ("a-0-whole", WHOLE): "found",
        ("a-0-b", OTHERS): "absent",
        ("b-0-whole", WHOLE): "found",
        ("b-0-a", OTHERS): "absent",
    }


def test_passages_that_share_a_name_may_be_of_one_topic():
    first = passage("a", FIRST, figure(FIRST, "12", "workers"))
    assert ("a-0-b", OTHERS) not in labels(first, passage("b", SAME_NAME, figure(SAME_NAME, "12", "cats")))


def test_the_rest_of_the_passage_is_asked_only_where_the_labels_say():
    killed = figure(FIRST, "12", "workers", "workers killed")
    fled = figure(FIRST, "Some 12", "workers", "workers that fled")
    again = figure(FIRST, "12", "workers", "workers killed", nth=1)
    cost = figure(FIRST, "9", "francs", low=9, high=9)
    assert labels(passage("a", FIRST, killed, cost))["a-0-rest", REST] == "absent"
    assert labels(passage("a", FIRST, killed, again))["a-0-rest", REST] == "found"
    assert ("a-0-rest", REST) not in labels(passage("a", FIRST, killed, fled))


def test_the_sentence_of_the_claim_is_taken_out_of_the_rest():
    rest = passage("a", FIRST, figure(FIRST, "12", "workers"), figure(FIRST, "9", "francs", low=9, high=9))
    [source] = {pair.source for pair in passage_pairs([rest]) if pair.id == "a-0-rest"}
    assert source == "The mill in Orvanne burned down. Some 12 workers fled. It cost 9 francs."


def test_what_is_denied_or_optional_makes_no_pair():
    figures = [figure(FIRST, "12", "workers", negated_claim=True), figure(FIRST, "9", "francs", optional=True)]
    assert labels(passage("a", FIRST, *figures)) == {}
