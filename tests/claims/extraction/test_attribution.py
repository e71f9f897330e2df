"""What an attribution says of its source: the name in it, the word that says so, the mode, the chain."""

from __future__ import annotations

import pytest

from claims.extraction.attribution import read_attributions
from claims.extraction.words import read_words

from .voices_heard import only_voice, sources


@pytest.mark.parametrize(
    ("sentence", "mode", "cue"),
    [
        ("The ministry said 40 drones were shot down.", "states", "said"),
        ("According to the ministry, 40 drones were shot down.", "states", "According to"),
        ("Seoul reported 300 deaths.", "reports", "reported"),
        ("With Seoul reporting at least 300 deaths, talks were put off.", "reports", "reporting"),
        ("Officials estimate that 300 died.", "estimates", "estimate"),
        ("The charity put the toll at 300.", "estimates", "put"),
        ("Rebels claimed 300 kills.", "claims", "claimed"),
        ("Critics argue that 300 died.", "claims", "argue"),
        ("Oslo's claim that 300 died is old.", "claims", "claim"),
        ("Satellite images suggest that the bridge is gone.", "suggests", "suggest"),
        ("The army confirmed the loss of a ship.", "confirms", "confirmed"),
        ("The army announced the loss of a ship.", "announces", "announced"),
        ("Delhi accused Islamabad of firing first.", "accuses", "accused"),
        ("Islamabad denied firing first.", "denies", "denied"),
        ("Islamabad has dismissed these reports as baseless.", "denies", "dismissed"),
        ("Islamabad rejected the allegation.", "denies", "rejected"),
        ("Islamabad called the allegation false.", "denies", "called"),
        ("Islamabad described the footage as fake.", "denies", "described"),
        ("Islamabad said the reports were baseless.", "denies", "said"),
        ("Islamabad rejected the document as a forgery.", "denies", "rejected"),
        ("The toll of 40, a number that Islamabad disputes, includes soldiers.", "denies", "disputes"),
        ("The toll was dismissed as not credible by Islamabad.", "denies", "dismissed"),
        ("The figure was described as false by Islamabad.", "denies", "described"),
        ("The figure was called baseless by Islamabad.", "denies", "called"),
        ("Islamabad said the talks were long.", "states", "said"),
        ("A toll of 40, a figure Islamabad called fanciful, was printed.", "denies", "called"),
        ("The report was rejected by Islamabad as baseless.", "denies", "rejected by"),
        ("Analysts doubt that 300 died.", "doubts", "doubt"),
        ("Economists questioned the figure.", "doubts", "questioned"),
        ("Oslo did not confirm that 40 lorries burnt.", "doubts", "did not confirm"),
        ("Oslo has not acknowledged the loss.", "doubts", "has not acknowledged"),
        ("The agency could not verify the figures.", "doubts", "could not verify"),
        ("The agency declined to confirm the figures.", "doubts", "declined to confirm"),
        ("The agency was not able to confirm the figures.", "doubts", "was not able to confirm"),
        ("The agency was unable to verify the figures.", "doubts", "was unable to verify"),
        ("Islamabad continued to deny the raid.", "denies", "deny"),
        ("The toll was estimated by the charity at 300.", "estimates", "estimated by"),
        ("The figure was cited by the charity.", "states", "cited by"),
        ("A figure from the charity put it higher.", "reports", "A figure from"),
        ("Estimates of the dead, by several aid agencies, run to 300.", "estimates", "Estimates"),
        ("According to estimates by the charity, 300 died.", "estimates", "According to"),
    ],
)
def test_denial_and_hedging_are_modes(sentence, mode, cue):
    voice = only_voice(sentence)
    assert (voice.mode, voice.cue) == (mode, cue)


@pytest.mark.parametrize(
    ("sentence", "agent"),
    [
        ("The Red Cross said 300 died.", "Red Cross"),
        ("Prime Minister Mia Mottley said 300 homes were lost.", "Mia Mottley"),
        ("Judge Jones said the law was void.", "Judge Jones"),
        ("State news agency TASS said the ship sank.", "TASS"),
        ("The envoy to Yemen Hans Grundberg said 300 died.", "Hans Grundberg"),
        ("The World Food Programme (WFP) said 300 died.", "World Food Programme"),
        ("The rights group the Kurdish Observatory (KO) said 300 died.", "Kurdish Observatory"),
        ("A spokesman for the Ministry of Defence said 300 died.", "Ministry of Defence"),
        ("Researchers at the University of Oslo said 300 died.", "University of Oslo"),
        ("A report by Oxfam said 300 died.", "Oxfam"),
        ("Officials in Nairobi said 300 died.", "Officials in Nairobi"),
        ("The mayor, Ada Colau, said 300 died.", "Ada Colau"),
        ("Ada Colau, the mayor, said 300 died.", "Ada Colau"),
        ("The village elder's cousin, a teacher, said that 300 died.", None),
    ],
)
def test_the_agent_is_the_name_in_the_source(sentence, agent):
    voices = read_attributions(read_words(sentence))
    assert [voice.agent for voice in voices] == ([agent] if agent else [])


@pytest.mark.parametrize(
    ("sentence", "chain"),
    [
        ("Reuters, citing Kenyan police, said 30 had died.", ("Reuters", "Kenyan police")),
        ("Reuters reported that Kenyan police said 30 had died.", ("Reuters", "Kenyan police")),
        ("Kenyan police told Reuters that 30 had died.", ("Reuters", "Kenyan police")),
        ("The minister was quoted by Reuters as saying that 30 had died.", ("Reuters", "minister")),
        ("Kenyan police said 30 had died.", ("Kenyan police",)),
    ],
)
def test_the_relaying_voice_comes_first_and_the_root_last(sentence, chain):
    assert max((voice.chain for voice in read_attributions(read_words(sentence))), key=len) == chain


def test_two_voices_of_one_sentence_are_not_chained_across_clauses():
    chains = [voice.chain for voice in read_attributions(read_words("Oslo said 3 had died, but Riga reported 30."))]
    assert chains == [("Oslo",), ("Riga",)]


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        (
            "Between 20,000 (Red Cross, May 1999) and 35,000 (Dr. Ann Lee, 2003) people died.",
            ["Red Cross", "Dr. Ann Lee"],
        ),
        ("At least 500 (WHO) fell ill.", ["WHO"]),
        ("At least 500 (Smith et al., 2010) fell ill.", ["Smith et al."]),
        ("At least 500 (source: Oxfam) fell ill.", ["Oxfam"]),
        ("The road is 450 km (280 mi) long.", []),
        ("It has 500 employees (300 in Lyon).", []),
        ("The World Food Programme (WFP) has 500 lorries.", []),
        ("It rose to 5.4 million (Japan) in a year.", []),
        ("It cost 5.4 million (USD) in a year.", []),
        ("He was born in Lyon (Smith, 2003).", []),
    ],
)
def test_a_source_in_brackets_stands_behind_a_figure(sentence, named):
    assert sources(sentence) == named


def test_pronouns_and_nobody_in_particular_are_no_sources():
    for sentence in ("They said 300 died.", "It is believed that 300 died.", "Reportedly, 300 died.", "Some say so."):
        assert sources(sentence) == []
