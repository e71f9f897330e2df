"""Places by their own names: which words are a place, and which belong to its name.

In the tables a place stands in square brackets.
"""

import re

import pytest

from claims.extraction.places import Names, read_names, read_places
from claims.extraction.words import read_words

BRACKETED = re.compile(r"\[([^\]]*)\]")


def bracketed(sentence):
    """The sentence with its places in brackets, as it is read."""
    words = read_words(BRACKETED.sub(r"\1", sentence))
    read, at = "", 0
    for place in read_places(words, read_names([words])):
        assert place.text == words.text[place.start : place.end]
        read += f"{words.text[at : place.start]}[{place.text}]"
        at = place.end
    return read + words.text[at:]


def check(sentence):
    assert bracketed(sentence) == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "More than a million people fled [South Sudan] for [Uganda].",
        "[Kyiv] and [Moscow] agreed to swap prisoners.",
        "Cases were found in [Guangdong], [Hong Kong], [Macau] and [Singapore].",
        "The patient travelled from [Wuhan], [China], to [Seattle].",
        "Typhoon Haiyan killed at least 6,300 people in [Tacloban], [Leyte].",
        "[Brazil]'s output rose, the [UAE]'s fell, and [U.S.] exports to the [UK] did not change.",
        "In [Bosnia and Herzegovina], 100,000 people died.",
        "The [Isle of Wight] has 140,000 inhabitants, [Trinidad and Tobago] ten times as many.",
        "The [Democratic Republic of the Congo] reported 3,470 cases in [North Kivu] and [Ituri].",
        "The film was shot in the [People's Republic of China].",
        "[Washington, D.C.], has about 700,000 inhabitants.",
        "The [Strait of Hormuz] and the [Gulf of Aden] carry a fifth of the world's oil.",
        "A ship sank in the [Bab-el-Mandeb Strait], off [Yemen].",
        "The [Golan Heights], the [West Bank] and the [Gaza Strip] were captured in 1967.",
        "[Nagorno-Karabakh] and [Transnistria] are claimed by others.",
        "Drought spread across the [Sahel], the [Horn of Africa] and [sub-Saharan Africa].",
        "The [Ottoman Empire] and [Nazi Germany] no longer exist.",
        "[Deir ez-Zor] and [Rio de Janeiro] are cities.",
        "[St. Petersburg] lies on the [Neva].",
        "The court in [The Hague] ruled on Monday.",
        "In March [Ukraine] asked for more, and on Tuesday [Poland] agreed.",
    ],
)
def test_a_place_that_the_gazetteer_knows(sentence):
    check(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "[Russia]'s [Kursk region] was attacked from [Sumy Oblast].",
        "Turkish troops crossed into [northern Iraq] and [north-eastern Syria].",
        "Floods hit [southern and central Pakistan] and [eastern, western and northern India].",
        "[Southern Lebanon] and [Eastern Ukraine] were shelled.",
        "[Soviet Ukraine] lost millions, [British India] did too.",
        "The [Donetsk] and [Luhansk] oblasts were annexed.",
        "The [Tigris] and [Euphrates] rivers are low.",
        "Strikes hit the [Jenin refugee camp] and [Kabul airport].",
        "The army of [Rakhine state] lost ground.",
        "Shells fell on [17 Harbour Street] at noon.",
        "About 20 km north of [Mosul] a convoy was hit.",
        "The court struck down a [Texas] state law.",
    ],
)
def test_what_belongs_to_the_name(sentence):
    check(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The [Dnieper River], [Lake Sevan], [Mount Elgon] and the [Zagros Mountains] were mapped.",
        "He crossed the [Salang Pass] and the [Panjshir Valley].",
        "The [Three Gorges Dam] displaced 1.3 million people.",
        "[Osijek-Baranja County] and [Borno State] were flooded.",
        "An explosion at [Hamid Karzai International Airport] killed 183 people.",
        "Protesters filled [Tahrir Square], [Wembley Stadium] and the [Galata Bridge].",
        "The [Port of Beirut] and the [Tower of London] are closed.",
        "Dozens were treated at [Al-Ahli Hospital] and [Guy's Hospital].",
        "Crowds filled [Martyrs' Square] in [Tripoli].",
        "The bridge near [Zhovtivka] was blown up.",
        "A dam broke by the village of [Hroznivka] in [Ukraine].",
        "[Tumbaville] is a small town in [Ghana].",
        "She was born in [Umbarwadi], in the north.",
        "Rebels seized a mine in [Kalambora], [Zambia].",
        "The attack on the [Al-Noor mosque] was filmed.",
        "Gunmen came to the villages of [Sumbeka] and [Tarnola] at night.",
        "Families fled to [Sumbeka] on foot.",
        "Forty bodies were recovered from [Tarnola], in [Kerala], where troops in [Sumbeka] dug on.",
        "The siege of [Marvena] lasted 61 days.",
        "The dam at [Kaldani], in [Helmand], is 98 metres high.",
        "A convoy was hit north of [Whitmoor].",
        "She was born on 30 August 1963 in [Kabuwa] to a farmer.",
        "The old [Dunmore Pavilion] burned.",
        "Homes were razed in [Buhara] and [Kibota].",
        "Prisoners were shot at [Ovrana], a farm nearby, and buried in [Tarnola].",
        "[Cliddwell railway station] closed in 1932.",
        "The old [Bramley County Courthouse] burned.",
    ],
)
def test_a_place_by_how_it_is_built_or_shown(sentence):
    check(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "In [Reading], [Berkshire], police arrested three men.",
        "Reading the report, analysts found twelve errors.",
        "Nice weather brought visitors to [Nice].",
        "Mobile phones were used by most residents of [Mobile], [Alabama].",
        "Most people moved to [Bath] or [Split].",
        "The Arctic fox lives in the [Arctic].",
        "Amazon said it would open an office; the [Amazon] burned.",
        "They asked us to go, and the [US] did.",
        "A car was found; the [CAR] has none.",
        "The fire destroyed [Paradise], [California].",
        "[Phoenix], [Arizona], had 31 days above 43 °C.",
    ],
)
def test_a_name_that_is_a_word_needs_a_sign(sentence):
    check(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "[Valletta] and [Nicosia] opposed the plan.",
        "It was centred 23 km south-east of [General Santos].",
        "Bakeries in [Khan Younis] have shut.",
        "Trains run from [Aberdeen] to [Bath].",
        "Boats sank in the [central Mediterranean] this year.",
        "Senator Lena Reed of [Rhode Island] resigned.",
        "The post office in [India] sold stamps, and the Post Office in [Kenya] did too.",
        "The Azna fled at dawn.",
        "He won 42 fights by KOs.",
        "Rain in the [Eastern Cape] and [Limpopo] failed; the [Limpopo] rose.",
        "Passengers for [Málaga], [Faro] and [Nice] slept at [Stansted].",
        "Nine people died in the Bogside, an area of [Derry].",
        "He worked in [L.A.] and [NYC].",
        "Only [Donegal] and [County Mayo] voted against.",
    ],
)
def test_what_stands_around_a_known_name_tells_whether_it_is_meant(sentence):
    check(sentence)


def test_a_capital_means_a_name_only_where_it_is_one():
    assert (
        bracketed("turkey and china were on the table, from jordan")
        == "turkey and china were on the table, from jordan"
    )


def test_without_names_of_the_text_the_sentence_alone_is_read():
    words = read_words("Jordan signed the treaty.")
    assert [place.country for place in read_places(words)] == ["JO"]
    assert read_places(words, Names(people=frozenset({"jordan"}))) == []


def test_a_sentence_without_a_capital_has_no_places():
    assert read_places(read_words("nothing happened at all")) == []
    assert read_places(read_words("")) == []


def test_money_is_no_place():
    places = read_places(read_words("Aid of US$2.2 billion came from the US."), Names())
    assert [(place.text, place.start) for place in places] == [("US", 36)]
