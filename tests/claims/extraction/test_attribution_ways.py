"""The other ways to name a source: prepositions, nouns of saying, passives, and several sources at once."""

from __future__ import annotations

import pytest

from .voices_heard import marked, sources


@pytest.mark.parametrize(
    "sentence",
    [
        "According to {John Smith, director of the World Health Organization}, 300 people died.",
        "According to {the 2011 census}, the village had 1,204 residents.",
        "Per {the Associated Press}, turnout was 61%.",
        "There were 41,000 layoffs (per {the 2014 Norwick study}) by then.",
        "It cost 40 crowns per {the audit}, and 50 per {the 2019 Norland census}.",
        "According to {netMeter}, 300 firms closed.",
        "The fire destroyed 400 homes, according to {figures from the interior ministry}.",
        "The troops suffered losses, according to {US and Ukrainian officials}, who accuse Moscow of hiding them.",
        "Turnout, according to {the Ministry of Interior in Baku}, was 71%.",
        "The toll was lower, according to {the draft of a report prepared for USAID}.",
        "According to {his widow}, he wrote 300 letters.",
        "According to {Statistics Canada}, the town had 3,402 residents in 2021.",
        "The film grossed $34 million, according to {Box Office Mojo}.",
        "In his memoirs, {Churchill} wrote that 400 aircraft had been lost.",
        "According to {Rummel's figures}, 4 million were murdered.",
        "According to {a Gallup poll} conducted in 2019, 44% agreed.",
        "German casualties were 3,000 according to {German records}.",
        "Marchers numbered 800,000 according to {the CGT union} and 300,000 according to {the police}.",
        "According to {Olusegun Obasanjo, the African Union envoy}, 600,000 had died.",
        "The king, according to {the chronicler Froissart}, lost 1,200 knights.",
        "There is no evidence to support the claim, according to {fact-checkers at AFP}.",
        "The album sold 4 million copies, according to {the label}.",
        "According to {Vasari}, Leonardo was left-handed.",
        "The French lost 8,000 men and the British 2,000, according to {Napier}.",
    ],
)
def test_a_preposition_names_its_source(sentence):
    words, named = marked(sentence)
    assert sources(words) == named


@pytest.mark.parametrize(
    "sentence",
    [
        "The toll was put at 4,500 by {the Red Cross}.",
        "The death toll was estimated by {the United Nations} at 12,000.",
        "{A report by Amnesty International} found that 300 prisoners had been tortured.",
        "Sweden was accused by {Turkey} of supporting the group.",
        "{Census data} show that the population fell by 12%.",
        "As reported by {the Guardian}, more than 200 staff were dismissed.",
        "{NASA scientists} found that the ice had thinned by 3 metres.",
        "{Zelenskyy}'s claim that 31,000 had died was disputed by {analysts}.",
        "The number has not been confirmed by {the army}.",
        "{Video footage released by the police} shows the car turning left.",
        "{Data from the World Bank} show that poverty halved.",
        "{Figures released by the Home Office} show 300 arrests.",
        "Estimates by {the Brookings Institution} range from 3,000 to 4,000.",
        "{Moscow}'s estimate of 1,351 dead has not changed since 2022.",
        "{The study} suggests that coffee reduces the risk by 12%.",
        "The suspect was identified by {police} as John Doe.",
        "{The group}, led by Paul Kagame, claimed that 300 had surrendered.",
        "{A poll by YouGov} found that 52% supported the plan.",
        "Unemployment fell to 6.5%, {data from Eurostat} showed on Friday.",
        "{An analysis by Bloomberg} suggests that losses exceed $4 billion.",
        "{Intelligence estimates from the US, Ukraine, and South Korea} suggest that 11,000 soldiers are there.",
        "The 20% figure was published by {the Climate Panel} in 2007.",
        "{The study, by Doctors Without Borders}, found that 4,000 had died.",
        "{The regime's own figures} suggest that the harvest fell by a third.",
        "Turnout was estimated at 30% by {independent observers}.",
        "{The government}'s count of 64 dead was challenged by {researchers from Harvard University}.",
        "The claim was denied by {Damascus}.",
        "{Historian Antony Beevor}'s estimate of 150,000 is higher.",
        "{Archaeological evidence} suggests that the site was settled by 3000 BC.",
        "{A 2015 Cochrane review} found that the drug reduced deaths by 12%.",
        "{A survey conducted by Gallup} in 2019 found that 44% agreed.",
        "The fee was reported by {BBC Sport} as £30 million.",
        "{The OECD}'s projection of 1.6% was cut in March.",
        "The accusation was rejected by {the committee} as politically motivated.",
        "{Mediazona} and {the BBC} have identified 95,000 dead by name.",
        "The figure of 600,000 was cited by {the envoy}.",
        "{Labour} claimed that waiting lists had risen by 300,000.",
        "{A team of researchers led by Emily Shuckburgh} found that sea levels rose 20 cm.",
        "The species is listed as endangered by {the IUCN}.",
        "{Tacitus}'s figure of 80,000 is doubted.",
        "GDP grew by 5.2%, beating {analysts}' forecasts of 5.0%.",
        "{Economists polled by Reuters} had forecast growth of 5.0%.",
        "{A 2012 study by Kuipers and de Jong} found that 14% of patients relapsed.",
        "{Research by the University of Leeds} suggests that 300 species are at risk.",
        "The estimate was dismissed as absurd by {Peskov}.",
        "{An investigation by The Guardian and Bellingcat} revealed that 40 ships were involved.",
        "Her net worth was estimated by {Forbes} at $400 million.",
        "{A letter from the bishop} states that 600 houses burned.",
        "British losses were put at 1,400 by {Wellington} in his dispatch.",
    ],
)
def test_a_noun_of_saying_or_a_passive_names_its_source(sentence):
    words, named = marked(sentence)
    assert sources(words) == named


@pytest.mark.parametrize(
    "sentence",
    [
        "{Reuters} reported that {South Korean intelligence} said 600 soldiers had died.",
        "{Reuters}, citing {South Korean intelligence}, reported that 600 soldiers had died.",
        "{The BBC} reported 42 deaths, citing {officials in Khartoum}.",
        "{Ukraine} and {Russia} accused each other of shelling the plant.",
        "{Officials} and {residents} said that the bridge had collapsed.",
        "{The US}, {the UK} and {France} confirmed that chemical weapons had been used.",
        "{Moscow} said it had shot down 18 drones, while {Kyiv} reported 11 deaths.",
        "{South Korean lawmaker Lee Seong-kweun}, citing {the spy agency}, said 300 were killed.",
        "Between 20,000 ({Red Cross}) and 35,000 ({Smith}, 2003) people died.",
        "{Yonhap} quoted {an official} as saying that 30 were missing.",
        "{Addis Ababa} claims 30,000 deaths while {independent researchers} put the toll at over 500,000.",
        "Both {Ukraine} and {the United States} have assessed that the losses are heavy.",
        "Neither {Moscow} nor {Pyongyang} has confirmed the deployment.",
        "{The Washington Post} reported, citing {US officials}, that 500 had been killed.",
        "{Soviet sources} claimed 4,000 German dead, while {the Germans} admitted to 1,100.",
        "{Organisers} claimed 500,000 marchers while {police} estimated 120,000.",
        "{Amnesty International} and {Human Rights Watch} accused both sides of war crimes.",
        "{Israel} says Hamas uses hospitals, a charge {the group} denies.",
        "{Scientists from NASA} and {the University of California} reported that the ice sheet lost 2,700 gigatonnes.",
        "{The Wall Street Journal}, citing {unnamed officials}, put losses at 80,000.",
    ],
)
def test_sources_joined_or_chained_are_one_each(sentence):
    words, named = marked(sentence)
    assert sources(words) == named


@pytest.mark.parametrize(
    "sentence",
    [
        "The count showed 90 unpaid seasonal jobs as of March 1987 ({Northern Press}).",
        "The camp held 300 men by May 1942 ({Red Cross}).",
        "The town had 3,000 people in 2011 ({Norland Statistics Office}).",
        "Norvian fever 2019 (NOVID-19) spread.",
    ],
)
def test_a_date_stands_between_a_figure_and_its_source(sentence):
    words, named = marked(sentence)
    assert sources(words) == named


@pytest.mark.parametrize(
    "sentence",
    [
        "{Two studies} produce estimates of 300 to 400 deaths.",
        "{The bureau} released an estimate of 40,000.",
        "{The ministry} provided official figures of 12 and 15.",
        "The studio released a film of 300 minutes.",
        "The plant produced 300 cars, and the firm issued 300 estimates.",
        "The firm provided figures to its owners.",
        "The college admitted its first students on 3 October 1901.",
        "The clinic admitted 40 patients, and the club admitted members from 1950.",
        "{The minister} admitted that 40 patients had died.",
    ],
)
def test_who_puts_out_an_estimate_says_it(sentence):
    words, named = marked(sentence)
    assert sources(words) == named


@pytest.mark.parametrize(
    "sentence",
    [
        "{The Health and Welfare Minister, Ann Bell}, reported that 300 had died.",
        "{The Trade and Industry Secretary} said that sales had doubled.",
        "{The Food and Drugs Commissioner} said 12 were ill.",
        "{The health minister} and {the police chief} said 12 were ill.",
    ],
)
def test_two_spheres_of_one_office_are_one_source(sentence):
    words, named = marked(sentence)
    assert sources(words) == named
