"""Parts of a claim as they are given: which become columns, and what is said of the others."""

from decimal import Decimal

import pytest

from claims.parts_in import BadParts, Standing, Words, read_changes, read_value

QUOTE = "At least 13,000 homes, 3 of them brick, burnt down in Lima in March 2024, the Red Cross said"
WORDS = Words.alone(QUOTE)


def read(**changes):
    return read_changes(changes, Standing(WORDS))


def wrong(**changes):
    with pytest.raises(BadParts) as refused:
        read(**changes)
    return {error["pointer"]: error["code"] for error in refused.value.errors}


def figure(**fields):
    return {"text": "13,000", "comparator": "exact", "low": 13000} | fields


@pytest.mark.parametrize(
    ("comparator", "given", "kept"),
    [
        ("exact", {"low": 12}, (12, 12)),
        ("exact", {"low": 12, "high": 12}, (12, 12)),
        ("about", {"low": 1.5}, ("1.5", "1.5")),
        ("at_least", {"low": 3000}, (3000, None)),
        ("at_least", {"low": 3000, "high": None}, (3000, None)),
        ("more_than", {"low": -4}, (-4, None)),
        ("at_most", {"high": 600}, (None, 600)),
        ("less_than", {"high": 0}, (None, 0)),
        ("between", {"low": 10, "high": 12}, (10, 12)),
        ("vague", {"low": 20000, "high": 99999}, (20000, 99999)),
        ("vague", {"low": 5, "high": 5}, (5, 5)),
        ("exact", {"low": 999_999_999_999_999_999_999_999}, ("999999999999999999999999",) * 2),
        ("exact", {"low": Decimal("123456789012345678901234.123456")}, ("123456789012345678901234.123456",) * 2),
    ],
)
def test_comparator_and_bounds_go_together(comparator, given, kept):
    columns = read(figure={"text": "13,000", "comparator": comparator} | given).columns
    wanted = tuple(bound if bound is None else Decimal(bound) for bound in kept)
    assert (columns["figure_low"], columns["figure_high"]) == wanted


@pytest.mark.parametrize(
    ("fields", "pointer"),
    [
        ({"comparator": None}, "/figure/comparator"),
        ({"comparator": "roughly"}, "/figure/comparator"),
        ({"low": None}, "/figure/low"),
        ({"high": 14000}, "/figure/high"),
        ({"comparator": "at_least", "high": 14000}, "/figure/high"),
        ({"comparator": "at_least", "low": None}, "/figure/low"),
        ({"comparator": "at_most"}, "/figure/high"),
        ({"comparator": "at_most", "high": 14000}, "/figure/low"),
        ({"comparator": "between"}, "/figure/high"),
        ({"comparator": "between", "high": 13000}, "/figure/high"),
        ({"comparator": "between", "high": 12000}, "/figure/high"),
        ({"comparator": "vague", "high": 12000}, "/figure/high"),
        ({"low": "13,000"}, "/figure/low"),
        ({"low": True}, "/figure/low"),
        ({"low": 10**24}, "/figure/low"),
        ({"low": 10**5000}, "/figure/low"),
        ({"low": float("nan")}, "/figure/low"),
        ({"low": 0.00000012}, "/figure/low"),
        ({"form": "slice"}, "/figure/form"),
        ({"unit": "x" * 201}, "/figure/unit"),
        ({"unit": 7}, "/figure/unit"),
        ({"counted": "homes\0"}, "/figure/counted"),
        ({"counted": "\ud800"}, "/figure/counted"),
        ({"text": ""}, "/figure/text"),
        ({"text": None}, "/figure/text"),
        ({"text": "14,000"}, "/figure/text"),
        ({"size": 4}, "/figure/size"),
    ],
)
def test_a_wrong_field_of_a_figure_is_named(fields, pointer):
    assert pointer in wrong(figure=figure(**fields))


def test_all_that_is_wrong_is_said_at_once():
    found = wrong(figure=figure(comparator="at_least", low=None, high=5), date={"text": "March 2024"}, stage="open")
    assert found == {
        "/figure/low": "no_bound",
        "/figure/high": "invalid",
        "/date/edtf": "required",
        "/stage": "unknown_field",
    }


@pytest.mark.parametrize(
    ("changes", "status"), [({"figure": figure(text="no such")}, 422), ({"figure": []}, 400), ({"colour": 1}, 400)]
)
def test_a_wrong_shape_is_400_and_a_broken_rule_422(changes, status):
    with pytest.raises(BadParts) as refused:
        read(**changes)
    assert refused.value.status == status


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("At least 13,000", (0, 15)),
        ("13,000", (9, 15)),
        ("3", (23, 24)),  # and not a piece of 13,000
        ("the Red Cross", (74, 87)),
        ("said", (88, 92)),
    ],
)
def test_words_are_found_in_the_quote(text, span):
    columns = read(attribution={"text": text, "agent": "x"}).columns
    assert (columns["attribution_start"], columns["attribution_end"]) == span


BEFORE, AFTER = "🌊 In Lima, 🌊 ", ". The mayor of Lima wept."


@pytest.fixture
def around() -> Words:
    """A quote in its text, of which the first thousand characters were not fetched."""
    text = f"{BEFORE}some 40 boats sank{AFTER}"
    return Words(text, len(BEFORE), len(BEFORE) + 18, 1000)


def test_words_outside_of_the_quote_are_found_where_they_are_nearest(around):
    columns = read_changes({"place": {"text": "Lima"}}, Standing(around)).columns
    assert columns["place_start"] == BEFORE.index("Lima") - len(BEFORE)
    columns = read_changes({"attribution": {"text": "The mayor", "agent": "mayor"}}, Standing(around)).columns
    assert columns["attribution_start"] == 18 + AFTER.index("The")


@pytest.mark.parametrize(
    ("start", "end", "answer"),
    [
        (1018, 1020, (5, 7)),  # code points: each wave is one
        (1017, 1020, "/figure/start"),
        (1020, 1018, "/figure/start"),
        (18, 20, "/figure/start"),
        (-1, 5, "/figure/start"),
        (10**9, 10**9 + 2, "/figure/start"),
        (1018, None, "/figure/end"),
        (None, 1020, "/figure/start"),
        (1018.0, 1020, (5, 7)),  # JSON knows no other numbers
        (1018.5, 1020, "/figure/start"),
        ("1018", 1020, "/figure/start"),
    ],
)
def test_offsets_count_in_the_text_of_the_article(around, start, end, answer):
    given = {"figure": {"text": "40", "start": start, "end": end, "comparator": "exact", "low": 40}}
    if isinstance(answer, tuple):
        columns = read_changes(given, Standing(around)).columns
        assert (columns["figure_start"], columns["figure_end"]) == answer
        return
    with pytest.raises(BadParts) as refused:
        read_changes(given, Standing(around))
    assert [error["pointer"] for error in refused.value.errors] == [answer]


def test_a_claim_that_the_text_lost_takes_no_offsets():
    assert wrong(figure=figure(start=9, end=15)) == {"/figure/start": "invalid"}


def test_the_same_words_stay_where_they_were():
    words = Words.alone("12 of 12 bridges")
    kept = Standing(words, {"figure_text": "12", "figure_start": 6, "figure_end": 8})
    columns = read_changes({"figure": figure(text="12", low=12)}, kept).columns
    assert (columns["figure_start"], columns["figure_end"]) == (6, 8)


@pytest.mark.parametrize(
    ("given", "edtf", "earliest", "latest", "precision"),
    [
        ({"edtf": "2024-03"}, "2024-03", "2024-03-01", "2024-03-31", "month"),
        ({"edtf": "2024"}, "2024", "2024-01-01", "2024-12-31", "year"),
        ({"edtf": "2024-02-29"}, "2024-02-29", "2024-02-29", "2024-02-29", "day"),
        ({"edtf": "195X"}, "195X", "1950-01-01", "1959-12-31", "decade"),
        ({"edtf": "2024-22"}, "2024-22", "2024-06-01", "2024-08-31", "season"),
        ({"edtf": "2024-03~"}, "2024-03~", "2024-03-01", "2024-03-31", "month"),
        ({"edtf": "[2022,2024]"}, "[2022,2024]", "2022-01-01", "2024-12-31", "range"),
        ({"edtf": "2024-02/2024-05"}, "2024-02/2024-05", "2024-02-01", "2024-05-31", "range"),
        ({"edtf": "2024-02/.."}, "2024-02/..", "2024-02-01", None, "month"),
        ({"edtf": "2024-02", "relation": "since"}, "2024-02/..", "2024-02-01", None, "month"),
        ({"edtf": "2024-02/..", "relation": "since"}, "2024-02/..", "2024-02-01", None, "month"),
        ({"edtf": "2024-02", "relation": "until"}, "../2024-02", None, "2024-02-29", "month"),
        ({"edtf": "2024-02", "relation": "by"}, "../2024-02", None, "2024-02-29", "month"),
        ({"edtf": "2024-02", "relation": "before"}, "../2024-01-31", None, "2024-01-31", "month"),
        ({"edtf": "2024-02", "relation": "after"}, "2024-03-01/..", "2024-03-01", None, "month"),
        ({"edtf": "2024-02", "relation": "as_of"}, "2024-02", "2024-02-01", "2024-02-29", "month"),
        ({"edtf": "../2024-01-31", "relation": "before", "precision": "month"},
         "../2024-01-31", None, "2024-01-31", "month"),
        ({"edtf": "2024-03", "earliest": "2024-03-01", "latest": "2024-03-31", "precision": "month"},
         "2024-03", "2024-03-01", "2024-03-31", "month"),
    ],
)  # fmt: skip
def test_days_and_precision_follow_from_the_edtf(given, edtf, earliest, latest, precision):
    columns = read(date={"text": "March 2024"} | given).columns
    days = [columns[name] and columns[name].isoformat() for name in ("date_earliest", "date_latest")]
    assert [columns["date_edtf"], *days, columns["date_precision"]] == [edtf, earliest, latest, precision]


@pytest.mark.parametrize(
    ("given", "pointer"),
    [
        ({}, "/date/edtf"),
        ({"edtf": "March 2024"}, "/date/edtf"),
        ({"edtf": "2024-13"}, "/date/edtf"),
        ({"edtf": "2024-02-30"}, "/date/edtf"),
        ({"edtf": "2024-05/2024-02"}, "/date/edtf"),
        ({"edtf": "../.."}, "/date/edtf"),
        ({"edtf": "2024-03", "relation": "around"}, "/date/relation"),
        ({"edtf": "2024-03/..", "relation": "until"}, "/date/relation"),
        ({"edtf": "../2024-03", "relation": "since"}, "/date/relation"),
        ({"edtf": "2024-03", "qualifier": "middling"}, "/date/qualifier"),
        ({"edtf": "2024-03", "earliest": "2024-02-01"}, "/date/earliest"),
        ({"edtf": "2024-03/..", "latest": "2024-03-31"}, "/date/latest"),
        ({"edtf": "2024", "precision": "month"}, "/date/precision"),
        ({"edtf": "2024-03", "inferred": "yes"}, "/date/inferred"),
    ],
)
def test_a_wrong_field_of_a_date_is_named(given, pointer):
    assert list(wrong(date={"text": "March 2024"} | given)) == [pointer]


def test_a_date_in_words_is_answered_with_its_edtf():
    with pytest.raises(BadParts, match="Did you mean 2024-03"):
        read(date={"text": "March 2024", "edtf": "March 2024"})


@pytest.mark.parametrize(
    ("given", "name", "country", "precision", "known"),
    [
        ({}, "Lima", "PE", "city", True),
        ({"name": "Lima", "country": "US"}, "Lima", "US", "city", True),
        ({"name": "Peru"}, "Peru", "PE", "country", True),
        ({"gazetteer_id": "3936456"}, "Lima", "PE", "city", True),
        ({"name": "Lima", "lat": -12.043, "lon": -77.028}, "Lima", "PE", "city", True),
        ({"name": "Upper Quarry", "country": "PE", "precision": "facility"}, "Upper Quarry", "PE", "facility", False),
        ({"name": "Upper Quarry", "lat": -12.5, "lon": -77}, "Upper Quarry", None, "area", False),
        ({"name": "Lima", "lat": 1, "lon": 2}, "Lima", None, "area", False),
    ],
)
def test_a_place_is_looked_up_by_what_is_said_of_it(given, name, country, precision, known):
    place = read(place={"text": "Lima"} | given).place
    assert (place.name, place.country, place.precision) == (name, country, precision)
    assert bool(place.gazetteer_id) == known


@pytest.mark.parametrize(
    ("given", "pointer"),
    [
        ({"country": "Peru"}, "/place/country"),
        ({"lat": 3}, "/place/lon"),
        ({"lon": 3}, "/place/lat"),
        ({"lat": 91, "lon": 0}, "/place/lat"),
        ({"lat": "12", "lon": 0}, "/place/lat"),
        ({"precision": "street"}, "/place/precision"),
        ({"gazetteer_id": "0"}, "/place/gazetteer_id"),
        ({"gazetteer_id": "3936456|Lima"}, "/place/gazetteer_id"),
    ],
)
def test_a_wrong_field_of_a_place_is_named(given, pointer):
    assert list(wrong(place={"text": "Lima"} | given)) == [pointer]


def test_a_voice_is_the_root_of_its_chain():
    given = {"text": "the Red Cross", "agent": "Red Cross", "cue": "said", "mode": "states"}
    assert read(attribution=given).columns["attribution_chain"] == ["Red Cross"]
    chain = ["Reuters", "Red Cross"]
    assert read(attribution=given | {"chain": chain}).columns["attribution_chain"] == chain
    assert list(wrong(attribution=given | {"chain": ["Red Cross", "Reuters"]})) == ["/attribution/chain"]
    assert list(wrong(attribution=given | {"chain": "Reuters"})) == ["/attribution/chain"]
    assert list(wrong(attribution=given | {"mode": "sings"})) == ["/attribution/mode"]
    assert list(wrong(attribution=given | {"agent": " "})) == ["/attribution/agent"]


@pytest.mark.parametrize("part", ["figure", "date", "place", "attribution"])
def test_null_clears_a_part_and_what_is_not_named_stays(part):
    columns = read(**{part: None}).columns
    assert {name.partition("_")[0] for name in columns} == {part}
    assert not any(columns.values())


@pytest.mark.parametrize(
    ("given", "numbers"),
    [([4, 5], (4, 5)), ([{"number": 4}], (4,)), ([5, 4, 5], (5, 4)), ([], ()),
     ([{"id": 9, "number": 4, "label": "4", "source": None, "finding": "unavailable"}], (4,))],
)  # fmt: skip
def test_citations_are_numbers_or_the_shape_that_the_api_shows(given, numbers):
    assert read(citations=given).citations == numbers


@pytest.mark.parametrize("given", ["4", None, {"number": 4}, ["4"], [True], [{"id": 4}], [{"number": 4, "x": 1}]])
def test_other_citations_are_refused(given):
    assert all(pointer.startswith("/citations") for pointer in wrong(citations=given))


def test_kind_and_statement_are_never_empty():
    assert wrong(kind="gossip", statement=" ") == {"/kind": "unknown_word", "/statement": "blank"}
    assert wrong(kind=None, statement=None) == {"/kind": "required", "/statement": "required"}


def test_a_value_that_stands_in_no_text_of_ours_needs_no_place_in_one():
    found = read_value({"figure": figure(text="no such words here"), "date": {"text": "x", "edtf": "2024"}}, "/rival")
    assert not {"figure_start", "figure_end", "date_start", "date_inferred"} & set(found.columns)
    with pytest.raises(BadParts) as refused:
        read_value({"figure": figure(low=None)}, "/rival")
    assert refused.value.pointer == "/rival/figure/low"
