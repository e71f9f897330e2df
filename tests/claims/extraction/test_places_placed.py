"""Where a place is: the one that the text means, with its country, its point and how precise it is."""

import pytest

from claims.extraction.places import read_names, read_places
from claims.extraction.words import read_words


def placed(text):
    words = read_words(text)
    return read_places(words, read_names([words]))


@pytest.mark.parametrize(
    ("text", "name", "country", "lat", "lon", "precision"),
    [
        ("It began in Russia's Kursk region.", "Kursk Oblast", "RU", 51.7, 36.2, "region"),
        ("Fighting reached Idlib province.", "Idlib Governorate", "SY", 35.8, 36.6, "region"),
        ("Fighting reached Idlib.", "Idlib", "SY", 35.93, 36.63, "city"),
        ("They met in Kiev.", "Kyiv", "UA", 50.45, 30.52, "city"),
        ("They met in Washington.", "Washington", "US", 38.9, -77.0, "city"),
        ("A dam broke in Washington state.", "Washington", "US", 47.3, -121, "region"),
        ("War broke out in Darfur.", "Darfur", "SD", 13.5, 24.5, "area"),
        ("The UAE agreed.", "United Arab Emirates", "AE", 24.5, 55, "country"),
        ("Rockets fell on northern Israel.", "northern Israel", "IL", 32, 35, "area"),
        ("A bomb hit Odesa airport.", "Odesa airport", "UA", 46.5, 30.7, "facility"),
    ],
)
def test_a_place_is_put_on_the_map(text, name, country, lat, lon, precision):
    place = placed(text)[-1]
    assert (place.name, place.country, place.precision) == (name, country, precision)
    assert (place.lat, place.lon) == (pytest.approx(lat, abs=0.8), pytest.approx(lon, abs=0.8))


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("He lives in Paris.", ["FR"]),
        ("He lives in Paris, Texas.", ["US", "US"]),
        ("Fire swept Birmingham, Alabama, and later Birmingham again.", ["US", "US", "US"]),
        ("Offices opened in Atlanta, Georgia, and in Tbilisi, Georgia.", ["US", "US", "GE", "GE"]),
        ("Voters in Georgia, Florida and Texas went first.", ["US", "US", "US"]),
        ("Georgia joined talks in Batumi.", ["GE", "GE"]),
        ("In Victoria, British Columbia, and in Victoria, Australia.", ["CA", "CA", "AU", "AU"]),
        ("The Soviet Union and the Black Sea.", [None, None]),
        ("A bus fell near San José.", ["CR"]),
        ("Georgia's 14th district ends in Chattanooga.", ["US", "US"]),
        ("In Burkina Faso and across the Sahel.", ["BF", None]),
        ("Rebels seized Kalambora, Zambia, at noon.", ["ZM", "ZM"]),
        ("They fled from the village of Tarnola in Plateau State.", ["NG", "NG"]),
    ],
)
def test_of_one_name_the_text_tells_which(text, countries):
    assert [place.country for place in placed(text)] == countries


def test_a_name_that_nobody_knows_has_no_point():
    (place,) = placed("The bridge near Zhovtivka fell.")
    assert (place.name, place.country, place.lat, place.lon, place.gazetteer_id) == (
        "Zhovtivka",
        None,
        None,
        None,
        None,
    )


def test_a_small_town_of_a_country_that_the_text_does_not_speak_of_is_not_meant():
    (mali, moura) = placed("Mali's army denied it had killed 500 villagers in Moura.")
    assert (mali.country, moura.country, moura.lat) == ("ML", None, None)
    assert placed("The mill in Moura, Portugal, closed.")[0].country == "PT"


def test_only_the_place_itself_has_its_id():
    israel, north = placed("Israel evacuated northern Israel.")
    assert israel.gazetteer_id
    assert north.gazetteer_id is None
