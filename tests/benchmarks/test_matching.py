"""The scoreboard of the matching, and the least that it must reach on the pairs that ship with the project."""

import json

import pytest

from . import matching
from .judging import FIELDS, Score, judge, score
from .labelled import SHIPPED as PASSAGES
from .long_texts import long_texts
from .matching import LEAST_FINDINGS, main, misses, score_table, texts_a_second, total_table
from .pairs import SECOND, SHIPPED, read_pairs


@pytest.fixture(scope="module")
def judged():
    return [judge(pair) for pair in read_pairs()]


@pytest.fixture
def quick(monkeypatch):
    monkeypatch.setattr(matching, "texts_a_second", lambda pairs: 212.4)
    monkeypatch.setattr(matching, "pairs_a_second", lambda pairs: 1_900.6)


def test_every_claim_of_a_pair_is_read(judged):
    # But for a gross of rifles.
    assert [one.pair.claim for one in judged if one.support is None] == ["A gross of rifles"]


def test_at_least_95_findings_of_100_are_right(judged):
    assert score(judged).share("finding") >= LEAST_FINDINGS / 100


@pytest.mark.parametrize("shipped", [SHIPPED, SECOND])
def test_nothing_is_found_where_the_source_counts_something_else(shipped):
    assert [one.pair.id for one in map(judge, read_pairs(shipped)) if one.found_elsewhere] == []


def test_a_category_has_a_row(judged):
    table = score_table("pairs", judged)
    assert table.rows[0] == ("same figure", "20", *["20/20"] * 5, "0", "0", "0")
    assert {len(row) for row in table.rows} == {len(table.heads)}


def test_a_set_has_a_row_and_the_goals_stand_below():
    fields = dict.fromkeys(FIELDS, (3, 4)) | {"hedge": (0, 0)}
    table = total_table({"mine": Score(5, fields, not_read=1, wrongly_found=2, found_elsewhere=0)})
    three = "75.0 % (3/4)"
    assert table.rows == [
        ("mine", "5", three, three, "", three, three, "1", "2", "0"),
        ("at least", "", "95 %", "", "", "", "", "", "", "0"),
    ]
    assert {len(row) for row in table.rows} == {len(table.heads)}


def test_the_misses_say_what_was_labelled_and_what_was_found(judged):
    said = list(misses(judged))
    assert len(said) - 1 == sum(not all(one.right.values()) for one in judged)
    assert all(" found " in line or "not read" in line for line in said[:-1])


def test_long_texts_are_a_thousand_words_and_the_same_each_time():
    pairs = read_pairs()
    texts = [text for _, text in long_texts(pairs, 20)]
    assert all(1_000 <= len(text.split()) <= 1_060 for text in texts)
    assert texts == [text for _, text in long_texts(pairs, 20)]
    assert len(set(texts)) == 20


def test_it_searches_fast_enough():
    assert texts_a_second(read_pairs(), 40) > 40, (
        "texts of a thousand words; a quiet machine searches several times as many"
    )


def test_the_whole_board_is_printed(quick, tmp_path, capsys):
    row = json.loads(PASSAGES.read_text(encoding="utf-8").split("\n")[0])
    (tmp_path / "mine.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert main(["--data", str(tmp_path), "--markdown", "--misses"]) == 0
    said = capsys.readouterr().out
    for words in ("| shipped pairs", "| second shipped pairs", "| passages of mine", "| 212 |", "| 1,901 |"):
        assert words in said
    assert str(tmp_path) not in said
    assert said.endswith("run.py bench matching --data DIR --markdown --misses\n")


def test_a_folder_without_labelled_passages_is_an_error(quick, monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(matching, "read_pairs", lambda file=None: [])
    assert main(["--data", str(tmp_path)]) == 1
    assert "no file with labelled texts" in capsys.readouterr().err
