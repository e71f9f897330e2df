"""What a claim is about, told by what its figure counts and what stands around its parts."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from claims.extraction.kinds import kind_of
from claims.extraction.parts import Date, Figure, Place
from claims.extraction.words import read_words


def figure(sentence, text, unit=None, counted=None, form="amount"):
    start = sentence.index(text)
    one = Decimal(1)
    return Figure(start, start + len(text), text, "exact", one, one, unit, counted, form)


def date(sentence, text, relation=None):
    start, day = sentence.index(text), dt.date(2020, 1, 1)
    return Date(start, start + len(text), text, "2020", day, day, "year", relation)


def place(sentence, text):
    start = sentence.index(text)
    return Place(start, start + len(text), text, text, None, None, None, "city")


@pytest.mark.parametrize(
    ("sentence", "text", "unit", "counted", "kind"),
    [
        ("Some 600 soldiers crossed the river.", "600", "soldiers", "soldiers", "troops"),
        ("The bank employs 600 officers.", "600", "officers", "officers", "quantity"),
        ("The brigade deployed 600 officers to the front.", "600", "officers", "officers", "troops"),
        ("An army of 70,000 troops was raised.", "70,000", "troops", "troops", "troops"),
        ("Some 600 soldiers were killed at dawn.", "600", "soldiers", "soldiers", "casualties"),
        ("They killed 600 soldiers.", "600", "soldiers", "soldiers", "casualties"),
        ("They took two enemy soldiers alive.", "two", "soldiers", "enemy soldiers", "casualties"),
        ("They captured 600 soldiers.", "600", "soldiers", "soldiers", "casualties"),
        ("They captured 12 villages.", "12", "villages", "villages", "quantity"),
        ("There were 379 deaths.", "379", "deaths", "deaths", "casualties"),
        ("The flood left 40 people missing.", "40", "people", "people", "casualties"),
        ("The raid ended, killing three.", "three", None, None, "casualties"),
        ("The raid ended, killing three and capturing two.", "two", "people", None, "casualties"),
        ("The toll has risen to 400.", "400", None, None, "casualties"),
        ("The count of children killed by the storm rose to 90.", "90", "children", None, "casualties"),
        ("About 30,000 Rwandans died.", "30,000", "Rwandans", "Rwandans", "casualties"),
        ("About 30,000 Rwandans fled.", "30,000", "Rwandans", "Rwandans", "quantity"),
        ("The rebels lost 40 tanks.", "40", "tanks", "tanks", "materiel"),
        ("They fired 200 rockets.", "200", "rockets", "rockets", "materiel"),
        ("They sent 900 containers of ammunition.", "900", "containers", "containers", "materiel"),
        ("They sent 900 containers of bananas.", "900", "containers", "containers", "quantity"),
        ("The navy lost 9 ships.", "9", "ships", "ships", "materiel"),
        ("The port saw 9 ships a day.", "9", "ships", "ships", "quantity"),
        ("Prices rose by 9%.", "9%", "%", None, "quantity"),
        ("They marched 37 km to the battle.", "37 km", "kilometres", None, "quantity"),
        ("Some 800 prisoners were taken.", "800", "prisoners", "prisoners", "casualties"),
        ("Three fishermen are still missing.", "Three", "fishermen", "fishermen", "casualties"),
        ("Nine died of typhus and another 90 soldiers were ill.", "90", "soldiers", "soldiers", "troops"),
        ("Some 340 villagers were killed, of whom 81 were children.", "81", "children", "children", "casualties"),
        ("Some 340 villagers were killed, 81 of them abroad.", "81", "villagers", None, "casualties"),
        ("A magnitude 6.1 quake killed 90 people.", "6.1", "magnitude", None, "quantity"),
        ("The raid killed 90 people and did 5 million rupees of damage.", "5", "rupees", None, "quantity"),
        ("They sent 900 workers abroad.", "900", "workers", "workers", "quantity"),
        ("They raised 350 soldiers, and 20 civilians were killed.", "350", "soldiers", "soldiers", "troops"),
        ("They raised 350 soldiers, and 20 civilians were killed.", "20", "civilians", "civilians", "casualties"),
    ],
)
def test_a_figure_decides_by_what_it_counts(sentence, text, unit, counted, kind):
    assert kind_of(read_words(sentence), figure(sentence, text, unit, counted), None, None) == kind


def test_a_share_of_the_dead_is_a_quantity():
    sentence = "Of the dead, 30% were children."
    assert kind_of(read_words(sentence), figure(sentence, "30%", "%", None, "share"), None, None) == "quantity"


def test_the_figure_comes_before_the_date_and_the_place():
    sentence = "In 2020 some 40 tanks were stationed in Riga."
    parts = figure(sentence, "40", "tanks", "tanks"), date(sentence, "2020"), place(sentence, "Riga")
    assert kind_of(read_words(sentence), *parts) == "materiel"


@pytest.mark.parametrize(
    ("sentence", "day", "town", "kind"),
    [
        ("The war began in 2020.", "2020", None, "date"),
        ("The treaty was signed in Riga in 2020.", "2020", "Riga", "date"),
        ("Reports first surfaced in 2020.", "2020", None, "date"),
        ("In 2020, the bridge opened.", "2020", None, "date"),
        ("The troops were stationed near Riga.", None, "Riga", "location"),
        ("The troops have been deployed in Riga since 2020.", "2020", "Riga", "location"),
        ("The factory is located in Riga.", None, "Riga", "location"),
        ("The mayor of Riga praised the idea.", None, "Riga", "statement"),
        ("In 2020, critics praised the idea.", "2020", None, "statement"),
        ("The idea was praised.", None, None, "statement"),
    ],
)
def test_without_a_figure_the_point_of_the_sentence_decides(sentence, day, town, kind):
    parts = day and date(sentence, day), town and place(sentence, town)
    assert kind_of(read_words(sentence), None, *parts) == kind
