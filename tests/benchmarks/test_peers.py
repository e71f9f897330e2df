"""What other libraries say, in the words of the labels."""

import pytest

from .peers import blanked, dateparser, quantulum3, quantulum3_filtered


def row(text, markers=(), dct=None):
    return {"text": text, "markers": [{"start": start, "end": end} for start, end in markers], "dct": dct}


def figures(reader, text):
    return [
        (text[one["start"] : one["end"]], one["low"], one["high"], one["comparator"], one["unit"])
        for one in reader(row(text))["quantities"]
    ]


def test_marks_are_blanked_and_offsets_stay():
    assert blanked(row("Ten died.[4] Six [5] fled.", [(9, 12), (17, 20)])) == "Ten died.    Six     fled."


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("The wall is 37 km long.", [("37 km", 37, 37, "eq", "kilometre")]),
        ("It grew by 1.5% at once.", [("1.5%", 1.5, 1.5, "eq", "%")]),
        ("The mine holds 412 barrels.", [("412 barrels", 412, 412, "eq", "barrel")]),
        ("Between 40 and 60 came.", [("Between 40 and 60", 40, 60, "range", "")]),
    ],
)
def test_quantulum3_answers_in_the_words_of_the_labels(text, answer):
    assert [tuple(one) for one in figures(quantulum3, text)] == answer


@pytest.mark.parametrize(
    "text",
    ["The dam broke in 1987 at night.", "They won the 4th prize.", "On 12 July they left.", "On April 7 they left."],
)
def test_the_filter_takes_dates_and_ordinals_out(text):
    assert figures(quantulum3_filtered, text) == []


def test_the_filter_leaves_other_figures():
    assert len(figures(quantulum3_filtered, "The dam held 1,987 tonnes, and 20.5 km of pipe.")) == 2


@pytest.mark.parametrize(
    ("text", "surface", "edtf"),
    [
        ("The dam broke in October 2024 and was left.", "October 2024", "2024-10"),
        ("The dam broke on 3 May 2024.", "3 May 2024", "2024-05-03"),
        ("The dam broke in 1987.", "1987", "1987"),
    ],
)
def test_dateparser_answers_as_precisely_as_it_says(text, surface, edtf):
    (date,) = dateparser(row(text, dct="2025-03"))["dates"]
    assert (text[date["start"] : date["end"]], date["edtf"]) == (surface, edtf)


def test_dateparser_knows_the_date_of_the_article():
    (date,) = dateparser(row("They left yesterday.", dct="2025-03-10"))["dates"]
    assert date["edtf"] == "2025-03-09"
