"""What a figure counts: the unit printed with it, the noun behind it, the context."""

from __future__ import annotations

import pytest

from claims.extraction.figures import read_figures
from claims.extraction.words import read_words


def units(sentence: str) -> list[tuple[str, str | None]]:
    return [(figure.text, figure.unit) for figure in read_figures(read_words(sentence))]


@pytest.mark.parametrize(
    ("phrase", "text", "unit"),
    [
        ("$15 million", "$15 million", "dollars"),
        ("US$4bn", "US$4bn", "US dollars"),
        ("A$50", "A$50", "Australian dollars"),
        ("€1.2tn", "€1.2tn", "euros"),
        ("15 million euros", "15 million euros", "euros"),
        ("20 million Swiss francs", "20 million Swiss francs", "Swiss francs"),
        ("Rs 50 lakh", "Rs 50 lakh", "rupees"),
        ("৳10 million", "৳10 million", "taka"),
        ("USD 300", "USD 300", "US dollars"),
        ("10 €", "10 €", "euros"),
        ("3 dollars 50 cents", "3 dollars 50 cents", "dollars"),
        ("tens of millions of dollars", "tens of millions of dollars", "dollars"),
        ("37 km", "37 km", "kilometres"),
        ("a 15-km front", "15-km", "kilometres"),
        ("3.4 million km2", "3.4 million km2", "square kilometres"),
        ("80 square miles", "80 square miles", "square miles"),
        ("320 km/h", "320 km/h", "kilometres per hour"),
        ("300 miles an hour", "300 miles an hour", "miles per hour"),
        ("-18 °C", "-18 °C", "degrees Celsius"),
        ("5 ft 11 in", "5 ft 11 in", "feet"),
        ("2.5 mg/kg", "2.5 mg/kg", "milligrams per kilogram"),
        ("a 34-day siege", "34-day", "days"),
        ("two and a half hours", "two and a half hours", "hours"),
        ("half an hour", "half an hour", "hours"),
        ("a 45-year-old clerk", "45-year-old", "years"),
        ("12.5 per cent", "12.5 per cent", "%"),
        ("0.5 percentage points", "0.5 percentage points", "percentage points"),
        ("a 6.1-magnitude quake", "6.1-magnitude", "magnitude"),
        ("a Mw 6.1 quake", "Mw 6.1", "magnitude"),
        ("4.2 light-years", "4.2 light-years", "light-years"),
        ("4 km s−1", "4 km s−1", "kilometres per second"),
        ("9 W m-2", "9 W m-2", "watts per square metre"),
        ("5 fb−1", "5 fb−1", "per femtobarn"),
        ("1 km-2 km", "1 km-2 km", "kilometres"),
        ("2.1 pm", "2.1 pm", "picometres"),
        ('a 9" pipe', '9"', "inches"),
        ("$-99.99", "$-99.99", "dollars"),
    ],
)
def test_the_unit_printed_with_a_number_belongs_to_it(phrase, text, unit):
    assert units(f"It was {phrase}, they said.") == [(text, unit)]


@pytest.mark.parametrize(
    ("sentence", "unit", "counted"),
    [
        ("They sent 9,000 North Korean soldiers.", "soldiers", "North Korean soldiers"),
        ("They sent 13,000 shipping containers.", "containers", "shipping containers"),
        ("It lost 3,000 of its troops.", "troops", "troops"),
        ("It lost two T-72 tanks.", "tanks", "T-72 tanks"),
        ("It lost two F-16s.", "F-16s", "F-16s"),
        ("It lost ten Leopard 2 tanks.", "tanks", "Leopard 2 tanks"),
        ("They met 40 arms dealers.", "dealers", "arms dealers"),
        ("They met 40 United Nations peacekeepers.", "peacekeepers", "United Nations peacekeepers"),
        ("They met 13 women's groups.", "groups", "women's groups"),
        ("They freed 700,000 prisoners of war.", "prisoners", "prisoners"),
        ("It hurt 300 heavily armed men badly.", "men", "heavily armed men"),
        ("Some 600 dead were found.", "dead", "dead"),
        ("One Israeli soldier died.", "soldiers", "Israeli soldier"),
        ("A 15-member council met.", "members", "member"),
        ("It bought 40 aircraft.", "aircraft", "aircraft"),
        ("It played 14 other fights.", "fights", "other fights"),
        ("It lost 53 lettermen.", "lettermen", "lettermen"),
        ("Two thirds of the population left.", "population", "population"),
    ],
)
def test_the_head_of_the_noun_phrase_is_counted(sentence, unit, counted):
    (figure,) = read_figures(read_words(sentence))
    assert (figure.unit, figure.counted) == (unit, counted)


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("The number of fighters was put at 9,500.", [("9,500", "fighters")]),
        ("The death toll rose to 450.", [("450", "deaths")]),
        ("Casualties reached 450.", [("450", "casualties")]),
        ("A crowd of 5,000 gathered.", [("5,000", "people")]),
        ("The raid left many hurt, killing three.", [("three", "people")]),
        ("Some 1.6 million were displaced.", [("Some 1.6 million", "people")]),
        ("They sank 20 tankers, killing 30.", [("20", "tankers"), ("30", "people")]),
        ("Of 300 soldiers, 40 were captured.", [("300", "soldiers"), ("40", "soldiers")]),
        ("They were given 45 and 50 mg of it.", [("45", "milligrams"), ("50 mg", "milligrams")]),
        ("Three Israeli and 40 Syrian civilians fled.", [("Three", "civilians"), ("40", "civilians")]),
        ("Half of the 1,500 detainees left.", [("Half", "detainees"), ("1,500", "detainees")]),
        ("It shot down 34 of 41 drones.", [("34", "drones"), ("41", "drones")]),
        (
            "200 medics, at most 250, and 90 cooks came.",
            [("200", "medics"), ("at most 250", "medics"), ("90", "cooks")],
        ),
        ("Ms Poe, 45, resigned.", [("45", "years")]),
        ("Children under 5 get it.", [("under 5", "years")]),
        ("It was 11,000.", [("11,000", None)]),
    ],
)
def test_a_bare_number_takes_its_unit_from_the_sentence(sentence, answer):
    assert units(sentence) == answer
