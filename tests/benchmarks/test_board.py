"""The tables of the scoreboard."""

import json

import pytest

from . import extraction
from .article import Count, article_beside, article_counts
from .board import article_table, growth_table, layer_table, spec_table, speed_table
from .extraction import main
from .goals import HARD, PASSAGES, SPECS, goals_of
from .growth import Growth
from .labelled import SHIPPED, Scores, labelled_rows
from .specs import SPECIFICATIONS, Specified, specified
from .tables import Table, as_markdown, as_text
from .tallies import Tally


@pytest.fixture
def quick(monkeypatch):
    monkeypatch.setattr(extraction, "SPEED_SECONDS", 0.01)
    monkeypatch.setattr(extraction, "growths", lambda: [Growth("digits", 8_000, 0.02, 2.04)])


@pytest.fixture
def folder(tmp_path):
    row = labelled_rows(SHIPPED)[0]
    (tmp_path / "mine.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    (tmp_path / "other.jsonl").write_text('{"spec": "of another shape"}\n', encoding="utf-8")
    return tmp_path


def test_a_layer_stands_beside_its_goal_and_its_peers():
    ours = Scores("passages", 3, {"marks": Tally(1, 1, 1), "dates: strict": Tally(1, 2, 2)})
    table = layer_table(ours, {"other": {"dates: strict": Tally(1, 3, 1)}})
    assert table.heads[1:] == ("ours", "at least", "aim", "other")
    assert table.rows == [
        ("marks", "100.0 (1/1/1)", "99", "100", "–"),
        ("dates: strict", "50.0 (1/2/2)", "92", "96", "50.0"),
    ]


def test_rare_forms_have_goals_of_their_own():
    assert goals_of("hard_dev") == HARD
    assert goals_of("passages_dev") == PASSAGES


def test_the_worst_five_families_are_shown_and_all_are_counted():
    found = [Growth(f"family {at}", 8_000, 0.02, 2.4 - at / 10) for at in range(8)]
    table = growth_table(found)
    assert [row[0] for row in table.rows[:-1]] == [f"family {at}" for at in range(5)]
    assert table.rows[0][1:4] == ("2.40", "2.3", "8,000 characters")
    assert table.rows[-1][1] == "6 of 8"  # 2.3 itself is not under it


def test_speed_and_article():
    assert speed_table(2412.7).rows == [("sentences per second, one core", "2,413", "2,000")]
    assert article_table({"marks": Count(3, 4), "claims": Count(9)}).rows == [("marks", "3", "4"), ("claims", "9", "–")]


def test_a_specification_stands_beside_its_goal():
    found = {"python-edtf: phrases": Specified(Tally(9, 10, 10), 0), "one more": Specified(Tally(1, 2, 2), 4)}
    assert spec_table(found).rows == [
        ("python-edtf: phrases", "90.0 (9/10/10)", "85", "95", "0"),
        ("one more", "50.0 (1/2/2)", "", "", "4"),
    ]


def test_specifications_are_scored_where_they_lie(folder):
    assert specified(None) == specified(folder) == {}
    for name in ("quantulum3", "recognizers"):
        (folder / name).mkdir()
    row = {
        "text": "It took 1987 and 37 km.",
        "gold": [label("1987", 8, None, 1987), label("37 km", 17, "kilometre", 37)],
    }
    (folder / "quantulum3" / "quantities.jsonl").write_text(json.dumps(row), encoding="utf-8")
    for name in ("NumberModel", "NumberRangeModel", "PercentModel", "OrdinalModel"):
        (folder / "recognizers" / f"Number_{name}.jsonl").touch()
    assert specified(folder)["quantulum3, values"] == Specified(Tally(1, 1, 1), left_out=1)


def label(surface, start, unit, value):
    return {"surface": surface, "start": start, "end": start + len(surface), "unit": unit, "low": value, "high": value}


def test_every_goal_of_a_specification_is_of_one_that_is_scored(tmp_path):
    for needed, *_ in SPECIFICATIONS:
        for name in needed:
            (tmp_path / name).mkdir(exist_ok=True)
    for name in (
        "edtf/natlang",
        "edtf/parser",
        "recognizers/DateTime_DateParser",
        "recognizers/DateTime_DatePeriodParser",
    ):
        (tmp_path / f"{name}.jsonl").touch()
    assert set(SPECS) <= set(specified(tmp_path))


def test_a_table_reads_well_on_both_sides():
    table = Table(("what", "n"), [("a|b", "10"), ("c", "2")])
    assert list(as_text(table)) == ["what   n", "a|b   10", "c      2", ""]
    assert list(as_markdown(table)) == ["| what | n |", "|---|---:|", "| a\\|b | 10 |", "| c | 2 |", ""]


def test_an_article_beside_the_texts_is_counted(folder):
    assert article_beside(None) is None
    assert article_beside(folder) is None
    (folder / "article.txt").write_text("Ten men died in May 2024, police said. [1] Nine fled.", encoding="utf-8")
    assert article_beside(folder / "mine.jsonl") == folder / "article.txt"
    assert article_counts(folder / "article.txt") == {
        "marks": Count(1),
        "quantities": Count(2),
        "dates": Count(1),
        "claims": Count(2),
        "cited sentences with all their numbers on claims": Count(1, 1),
        "named sources": Count(1),
    }


def test_the_whole_board_is_printed(quick, folder, capsys):
    (folder / "article.txt").write_text("Ten men died. [1]", encoding="utf-8")
    assert main(["--data", str(folder)]) == 0
    said = capsys.readouterr().out
    assert all(row in said for row in PASSAGES)
    for words in ("mine (1 texts)", "quantulum3", "dateparser", "article.txt", "sentences per second", "1 of 1"):
        assert words in said
    assert "other" not in said.replace("other libraries", "")
    assert said.splitlines()[-1].endswith(f"run.py bench extraction --data {folder}")


def test_what_is_pasted_names_no_folder_of_this_machine(quick, folder, capsys):
    assert main(["--markdown", "--data", str(folder)]) == 0
    said = capsys.readouterr().out
    assert str(folder) not in said
    assert said.endswith("run.py bench extraction --markdown --data DIR\n")


def test_it_can_be_pasted_into_the_readme(quick, capsys):
    assert main(["--markdown"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("| labelled (")
    assert said[1].startswith("|---|---:|")
    dated = next(at for at, line in enumerate(said) if line.startswith("| prose with dates ("))
    assert [line.split(" | ")[0] for line in said[dated + 2 : dated + 5]] == [
        "| dates: strict",
        "| dates: value",
        "| dates: value + relation",
    ]
    assert any(line.startswith("| prose with figures (") and "quantulum3" in line for line in said)
