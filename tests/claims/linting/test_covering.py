"""Figures and the citations that cover them."""

from claims.extraction.reading import read
from claims.linting import read_lint


def lint(text):
    return read_lint(read(text))


def words(text, rule):
    return [item.words for item in lint(text).items if item.rule == rule]


def test_a_figure_without_a_citation_is_found_with_what_it_counts():
    text = "The flood reached 40 villages in the valley.\nIt took 12 bridges with it. [1]"
    assert words(text, "uncited_figure") == ["No citation covers “40 villages”."]
    (item,) = (item for item in lint(text).items if item.rule == "uncited_figure")
    assert text[item.start : item.end] == "40"


def test_what_the_next_citation_may_cover_is_said():
    text = "The flood reached 40 villages in the valley. It took 12 bridges with it. [4]"
    assert words(text, "uncited_figure") == [
        "No citation covers “40 villages”; it may be covered by [4] of the next cited sentence."
    ]


def test_the_share_that_is_covered():
    text = "The flood reached 40 villages in the valley. It took 12 bridges with it. [4] Some 300 people fled. [5]"
    found = lint(text).coverage
    assert (found.figures, found.cited, round(found.share, 2)) == (3, 2, 0.67)
    assert lint("The flood reached the valley and took the bridges.").coverage.share is None


def test_several_figures_that_lean_on_one_citation():
    text = "The flood reached 40 villages, took 12 bridges and drove 300 people out. [4]"
    text += " Another 20 fled [5] and 30 hid. [6]"
    assert words(text, "several_figures_one_citation") == [
        "3 figures lean on one citation, [4]: “40 villages”, “12 bridges”, “300 people”."
    ]


def test_two_citations_carry_two_figures():
    text = "The flood reached 40 villages and took 12 bridges. [4][5]"
    assert words(text, "several_figures_one_citation") == []


def test_figures_of_another_language_are_not_counted():
    found = lint("Die Flut erreichte am Montag 40 Dörfer und nahm zwölf Brücken mit, wie die Behörden sagten. [1]")
    assert (found.coverage.figures, found.coverage.share) == (0, None)
