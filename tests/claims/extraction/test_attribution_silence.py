"""Sentences that name no source, and text made to hurt."""

from __future__ import annotations

import gc
import time

import pytest

from claims.extraction.attribution import read_attributions
from claims.extraction.words import read_words

from .voices_heard import sources

TRIES = 5
LONG_ENOUGH = 0.05  # seconds; less says nothing about growth


@pytest.mark.parametrize(
    "sentence",
    [
        "It is believed that 3,000 people died.",
        "The company said nothing and closed 40 shops.",
        "The minister said goodbye to the 40 families.",
        "The film, based on a novel by Ada Kerr, sold 40,000 tickets.",
        "The market called it a day.",
        "What the elder said was that 40 sheep had died.",
        "The bridge was reportedly destroyed in 1944.",
        "He said that he would return.",
        "They claimed that 200 had been killed.",
        "The earthquake claimed 300 lives.",
        "The war has claimed the lives of 14,000 people.",
        "She claimed the gold medal in 2012.",
        "He was told that the flight had been cancelled.",
        "The club dismissed the manager after six games.",
        "The president rejected the proposal.",
        "As of the 2021 census, the town had a population of 3,400.",
        "Inflation reached 7.4% in March.",
        "Argentina's claim to the islands dates from 1833.",
        "The treaty was signed in Paris in 1951.",
        "Rescuers found 12 bodies in the rubble.",
        "Archaeologists discovered a tomb in 1922.",
        "He found a new job in Paris.",
        "Evidence suggests that the site was abandoned.",
        "The population is 34,000 (2011 census).",
        "The river is 450 km (280 mi) long.",
        "The company has 500 employees (300 in Paris).",
        "The World Health Organization (WHO) declared a pandemic on 11 March 2020.",
        "The paper was written by three students.",
        "The book was published by Penguin in 1984.",
        "Three people were killed by police.",
        "The species was described by Linnaeus in 1758.",
        "War was declared on 1 September 1939.",
        "Parliament declared independence in 1991.",
        "Tests showed that the water was safe.",
        "The results show that the drug works.",
        "In a survey of 2,000 adults, 61% said they were worried.",
        "The official death toll stood at 87.",
        "The film received positive reviews.",
        "The team added two players in January.",
        "Nokia revealed the design of its phone.",
        "The minister noted a rise in exports.",
        "The house was used by Smith as a studio.",
        "Doctors use 300 mg of the drug.",
        "The bank gave 300 million to charity.",
        "The court will announce its verdict on Friday.",
        "The ministry is expected to report the figures in May.",
        "The figure was later revised by the agency to 400.",
        "The number of dead is disputed.",
        "Doubts were raised about the figures.",
        "Police questioned two men about the fire.",
        "The church holds 300 people.",
        "Bulgarian claims that the border was violated were false.",
        "Insurance claims rose by 12%.",
        "Nobody said that it was easy.",
        "The law states that nobody under 16 may vote.",
        "A total of 350 people were reported missing.",
        "More than 20 cases were reported to the police.",
        "Cases reported in March doubled.",
        "The reported losses were high.",
        "The virus was first reported in Wuhan.",
        "Two reports of fire were received.",
        "Most estimates put the toll at 3,000.",
        "She was denied bail.",
        "Japan denied entry to 40 passengers.",
        "The committee recommended a ban.",
        "According to legend, the city was founded in 753 BC.",
        "The rooms are priced according to size.",
        "According to the plan, 400 homes would be built.",
        "According to Greek mythology, Zeus was born on Crete.",
        "Damascus called the report a fabrication.",
        "Iran's supreme leader praised the attack.",
        "The band has sold 40 million records.",
        "He noted that the plot was thin.",
        "The CDC recommends two doses.",
        "The drug is recommended by the CDC.",
        "The striker scored 30 goals and was named player of the year.",
        "It was reported that 40 people had died.",
        "Reports that 40 people had died were false.",
        "There are reports of 40 deaths.",
        "Numerous claims of fraud were made.",
        "Lawmakers were told that 1,500 had arrived.",
        "Former detainees described beatings.",
        "The airline has not commented.",
        "Boeing declined to comment.",
        "The inquiry heard that 14 firefighters had died.",
        "The population was estimated at 2,500 in 2010.",
        "In 1789 the naturalist Gilbert White described the bird.",
        "Modern estimates are much lower.",
        "Legend has it that he killed 40 men.",
        "Kyiv was accused of shelling the plant.",
        '"We will not negotiate," he added.',
        "The two leaders agreed to meet in June.",
        "The official Soviet figure was 13,000 dead.",
        "In 1905 Albert Einstein published four papers.",
        "Kepler's laws state that planets move in ellipses.",
        "A Kremlin spokesman, Dmitry Peskov, called the figure absurd.",
        "Fact-checkers found no evidence for the claim.",
        "Facebook launched in 2004.",
        "The Recording Industry Association of America certified the album platinum.",
        "Forbes listed her among the 100 most powerful women.",
        "Many believe that he was born in 1452.",
        "The painting was attributed to Titian by Berenson.",
        "Ptolemy listed 48 constellations.",
        "The Association of Southeast Asian Nations issued a statement.",
        "The AU, the UN and IGAD all condemned the attack.",
        "The trial enrolled 30,000 people.",
        "The first death was reported on 21 February.",
    ],
)
def test_nobody_is_made_to_speak(sentence):
    assert sources(sentence) == []


@pytest.mark.parametrize(
    "fragment",
    [
        "according to ",
        "X said that ",
        "the UN, ",
        "and A, B, C ",
        "5 (WHO, 2020) ",
        "reports by reports by ",
        "X's claim ",
        "a of ",
        "citing ",
        "5 (",
        "A-",
        "Dr. ",
        "who said ",
        "was reported by ",
        "Estimates from A, B ",
        '" said ',
        ", said, ",
        "X, director of Y, ",
    ],
)
def test_time_grows_with_the_text_and_no_faster(fragment):
    once, fourfold = (read_words(fragment * (size // len(fragment))) for size in (20_000, 80_000))
    best = [float("inf"), float("inf")]
    for _ in range(TRIES):
        best = [min(best[0], _seconds(once)), min(best[1], _seconds(fourfold))]
        if best[1] < max(2.3 * 2.3 * best[0], LONG_ENOUGH):
            return
    pytest.fail(f"once {best[0]:.3f} s, fourfold {best[1]:.3f} s")


def _seconds(words):
    gc.collect()
    gc.disable()  # a collection in the middle would be counted as growth
    try:
        begun = time.process_time()
        read_attributions(words)
        return time.process_time() - begun
    finally:
        gc.enable()
