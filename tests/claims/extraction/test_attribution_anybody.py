"""Sources that no list knows, and phrases with more than one name, clause or noun in them."""

from __future__ import annotations

import pytest

from .voices_heard import marked, sources


@pytest.mark.parametrize(
    "sentence",
    [
        "{A fisherman from Larvik, Salem Ali}, told the Star that waves had reached 7 metres.",
        "In Tofte, {shoppers} told the Northern Star that 40 doors were shut.",
        "{The mission}, known as MINVO, recorded 74 incidents.",
        "{A shopkeeper in Larvik} said that 12 windows were broken.",
        "{Three former employees} told the Evening Star that 400 jobs would go.",
        "“There was no warning”, {a ferryman} told AFP.",
        "But, {villagers in nearby Tofte} say, the well never ran dry.",
        "{Military rulers in Sarova} claim to hold 70% of the land.",
        "{Residents reached by telephone} said that 40 houses had burnt.",
        "{Officials in neighbouring Norvia} warned that 3,000 people were at risk.",
        "{The author} himself concedes that 40 names are missing.",
        "{A person close to the general staff} told the Star the number was nearer 18,000.",
        "{The speaker} said of {the CIA}'s claim that 60,000 had fled that it was odd.",
    ],
)
def test_whoever_says_so_is_a_source(sentence):
    words, named = marked(sentence)
    assert sources(words) == named


@pytest.mark.parametrize(
    "sentence",
    [
        "{Bank of Norvia economists} expect prices to rise by 4%.",
        "{The European Chamber} expects output in Norvia to fall by 4%.",
        "{The Norvian Enterprise and Business Confederation} put the loss at $84 million.",
        "{The union} says 900 of the jobs are permanent, and {the regional government of Sarova} says that 40 are.",
        "{The rebels} denied that they had shot at the helicopter, which fell near Tofte, and {a UN official} said "
        "that 4 people died.",
        "{One of the authors, Ida Holm}, defended the method and said that 40 towns were missed.",
        "{Ambra, a security firm}, reported no damage and 40 delays.",
        "{The Red Crescent} recorded 412 burials.",
        "{The Guardian} and {the Times} reported 40 deaths.",
    ],
)
def test_a_source_is_read_whole_and_alone(sentence):
    words, named = marked(sentence)
    assert sources(words) == named


@pytest.mark.parametrize(
    "sentence",
    [
        "{A leaked police file} showed that 112 shots were fired.",
        "{Norvian records captured at Tofte} list 4,597 dead.",
        "Based on {the ministry's own figures}, one patient in 50 dies.",
        "{Geologists at the University of Sarova} attribute the 40 slips to rain.",
        "{SIGAR} documented similar waste in 12 provinces.",
        "{Norvian scientists} later found traces of caesium.",
        "{The census} of 1926 counted 31.2 million people.",
        "{The Coastal Times}, quoting {an unreleased army report}, reported that 14 had died.",
        "{The agency} believes this to be an undercount.",
        "{The Coastal Morning Post} reported 40 arrests.",
        "Norvia sold 60,000 tonnes last year, {customs data} show.",
        "The output fell by 4%, {the OECD} reported in April.",
        "{Sky News} understands that 40 jobs will go.",
    ],
)
def test_documents_and_deductions_have_a_source(sentence):
    words, named = marked(sentence)
    assert sources(words) == named


def test_a_paper_that_quotes_somebody_passes_the_words_on():
    words, named = marked("{The Coastal Morning Post} quoted {a safety officer} as saying that 40 had died.")
    assert sources(words) == named
