"""Names of people, organisations, events, works and posts are no places, and shut in those inside them."""

import pytest

from claims.extraction.places import read_names, read_places
from claims.extraction.words import read_words

from .test_places import check


@pytest.mark.parametrize(
    "sentence",
    [
        "The Bank of England and the University of Oxford published a study.",
        "The Supreme Court of India ordered [Tamil Nadu] to release water to [Karnataka].",
        "The Kenya Red Cross and the Boston Philharmonic Orchestra agreed.",
        "The United Nations Mission in Liberia had 15,000 troops.",
        "The Ministry of Foreign Affairs of Ukraine said so in [Kyiv].",
        "The London and South Western Railway opened a line.",
        "Researchers at the University of California, Berkeley, found twelve genes.",
        "Manchester United player Marcus Bell was born in [Lisbon].",
        "Bayern Munich beat Liverpool.",
        "He played 26 games for Lausanne.",
        "Kent beat Somerset by 40 runs.",
        "People in Facebook groups fled to Telegram.",
        "He was held in Custody, and the film was shot in Technicolor.",
        "The rite, celebrated in Judaism, lies north of Lindqvist's theme.",
        "The striker signed for Valencia.",
        "Sunderland, who lost last week, drew.",
        "Hong Kong Disneyland closed in January.",
        "The Michigan State coach resigned.",
        "The Tokyo Electric Power Company apologised.",
    ],
)
def test_an_organisation_is_no_place(sentence):
    check(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Battle of Stalingrad cost more than a million lives.",
        "The Treaty of Versailles was signed in [Versailles].",
        "The Paris Agreement was adopted in [Paris].",
        "The Gaza war and the Vietnam War displaced millions.",
        "The Iraq War began with the invasion of [Iraq].",
        "The Boston Marathon bombing killed three.",
        "The 1908 Messina earthquake killed about 80,000.",
        "The Great Fire of London destroyed 13,200 houses.",
        "The Russia-Ukraine conflict went on.",
        "The West Nile virus and Spain flu spread.",
        "The Madrid train bombings and the Salem witch trials are taught.",
        "The Second Congo War ended in 2003.",
    ],
)
def test_an_event_is_no_place(sentence):
    check(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Washington Post reported that [Washington] had sent envoys to [Doha].",
        "The Kyiv Independent cited officials in [Kharkiv Oblast].",
        "According to the Dallas Morning News, 246 people died in [Texas].",
        'The song "Paris" was recorded in [Berlin].',
        "Their album Live In Memphis sold a million.",
        "The Prime Minister of India and the Duke of Edinburgh met.",
        "The Mayor of London banned cars.",
        "UAE president and US officials met in [Abu Dhabi].",
    ],
)
def test_a_work_or_a_post_is_no_place(sentence):
    check(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Jordan Smith scored 30 points in [Chicago].",
        "Mr. Jordan said the company would open plants in [Jordan] and [Egypt].",
        "Paris Hilton flew from [Los Angeles] to [Paris].",
        "Abraham Lincoln was shot in [Washington]; Lincoln died the next morning.",
        "Virginia Woolf lived in [Sussex].",
        "President Washington crossed the [Delaware River].",
        "The singer Ruela Santos left; Santos went on tour.",
        "The envoy to [Syria] Geir Pedersen resigned.",
        "Queen Victoria died in 1901.",
    ],
)
def test_a_person_is_no_place(sentence):
    check(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Israeli, Russian and South Korean officials met.",
        "French forces left [French Indochina].",
        "The pro-Russia party and the London-based monitor disagreed.",
        "A Saudi-led coalition struck [Sanaa].",
        "Americans, Germans and the Dutch agreed in English.",
        "On Sunday in May the Tutsi-backed army left.",
    ],
)
def test_a_demonym_or_an_adjective_is_no_place(sentence):
    check(sentence)


def test_a_person_is_remembered_through_the_text():
    sentences = [read_words("Michael Jordan retired in 2003."), read_words("Jordan owned a team in Charlotte.")]
    names = read_names(sentences)
    assert "jordan" in names.people
    assert [place.text for place in read_places(sentences[1], names)] == ["Charlotte"]


def test_an_unknown_place_is_remembered_through_the_text():
    sentences = [read_words("Floods reached the village of Sumbeka."), read_words("Sumbeka has two schools.")]
    names = read_names(sentences)
    assert names.places == {"sumbeka"}
    assert [place.text for place in read_places(sentences[1], names)] == ["Sumbeka"]
    assert read_places(sentences[1]) == []


def test_a_text_without_that_person_means_the_country():
    sentences = [read_words("Talks were held in Amman."), read_words("Jordan hosts many refugees.")]
    assert [place.country for place in read_places(sentences[1], read_names(sentences))] == ["JO"]
