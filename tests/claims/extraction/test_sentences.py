"""Sentences: where they end, and which marks they take along. In the tables a bar stands where a sentence ends."""

import pytest

from claims.extraction.sentences import read_sentences
from sources.text.marks import read_marks


def sentences(text):
    return [text[found.start : found.end] for found in read_sentences(text, read_marks(text))]


def parts(marked):
    return marked.replace(" |", "").replace("|", ""), [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize(
    "marked",
    [
        "It rained.[1] | It snowed.[2]",
        "It rained. [1] | It snowed. [2]",
        "It rained [1]. | It snowed [2].",
        "It rained.[1][2] [3] | It snowed.",
        "It rained.[1]–[3] | It snowed.[4], [5] | Then",
        "It rained.[1]|It snowed.",
        "It rained.[note 1][citation needed] | It snowed.",
        "It rained.[better source needed] | It snowed.",
        "It rained.[1]: 23 | It snowed.[2]:4–5[3] | Then",
        "It rained,[1] it snowed,[2] it froze. | Then",
        "“It rained.”[1] | “It snowed[2].” | Then",
        "(It rained.)[1] | Then",
        "In the U.S.[1] it rained. | In the U.S.[2] | It snowed.",
        "The toll was 5,000.[12] | 300 fled.",
    ],
)
def test_a_mark_goes_with_the_sentence_before_it(marked):
    text, expected = parts(marked)
    assert sentences(text) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "Mr. Smith met Gen. Ito and Prof. Ali. | They left.",
        "J. R. R. Tolkien met George W. Bush. | Vitamin C. | The rest.",
        "The U.S. Army left. | It left the U.S. | The rest stayed.",
        "Acme Inc. Chairman Cole sold Acme Inc. | The firm closed.",
        "It lies near St. Petersburg. | He lives on Main St. | The house is red.",
        "No. 10 was hit. | He said no. | Nos. 3 and 4 fell, see Fig. 5 and pp. 3–4.",
        "On Oct. 7 it ended. | It met in Sept. | The rest followed.",
        "At 5 p.m. EST they met. | At 9 p.m. | Police came at 5 a.m. Monday.",
        "Smith et al. found approx. 50, i.e. half. | Apples, pears, etc. were sold, e.g. here.",
        "Jones vs. Brown, a.k.a. the trial, ended. | Then",
        "He has a Ph.D. from Yale. | He is Tom Jones Jr. | The end.",
        "The Rgt. Commander fell 5 km. | Police came.",
        "Staphylococcus spp. are common, as is E. coli. | Then",
        "1. It rained. | 2. It snowed.",
        "The end of World War I. | Germany lost. | Samuel I. Cole left. | He was b. 1520 in Rome.",
    ],
)
def test_an_abbreviation_ends_no_sentence(marked):
    text, expected = parts(marked)
    assert sentences(text) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "It was −5 °C. | Ice formed at 270 K. | World War 2 J. Ito survived.",
        "It cost $3.50. | $10 was paid, 9.5% more. | See example.org or node.js for it.",
        "What? | No!! | Really?! | Well... | They left… | It rained.",
        "Well... they left. | They left ... in May. | They left [...] in 1990. | [...] The rest stayed.",
        "“Stop!” Ito said. | “Why?” he asked. | “Go!” | They went.",
        "“It rained.” | He said: “It snowed. | It froze.” | Then",
        "It fell (see above. Note the scale.) and rose. | (It fell. | It rose.) | Then it fell (in May.) | Then",
        "It rained.† | It snowed.* | It froze.² | She joined Yahoo!. | Then",
        "Yahoo! Inc. grew. | The (!) army left.",
        "The group al-Shabaab left. | al-Shabaab came. | eBay grew.",
        "He left. | He slept.  |\u00a0He woke. |\u200b Then",
        "It was killed.|The army left.",
        "First line without a stop|\nSecond line. | Third|\r\n\nFourth|\u2028Fifth",
        "战争结束了。|他们离开了。",
        "انتهت الحرب. | ماذا حدث؟ | لا شيء.",
        "🙂 It rained. | 🙂 It snowed.",
    ],
)
def test_other_signs(marked):
    text, expected = parts(marked)
    assert sentences(text) == [part.strip("\u200b ") for part in expected]


def test_a_sentence_knows_its_paragraph_and_what_may_cover_it():
    text = "It rained. It snowed.[1][2] It froze.[a]\n\nIt thawed. Nobody cared.\nIt dried.[3]"
    found = list(read_sentences(text, read_marks(text)))
    assert [sentence.paragraph for sentence in found] == [0, 0, 0, 1, 1, 2]
    assert [sentence.citations for sentence in found] == [(), (1, 2), (), (), (), (3,)]
    assert [sentence.carried for sentence in found] == [(1, 2), (), (), (), (), ()], "never over a paragraph's end"


def test_lines_that_say_nothing_are_no_sentences():
    assert sentences("* * *\n\n...\n🙂\n—\n") == []


def test_only_the_stretches_asked_for_are_read():
    text = "It rained. It snowed.\nNotes\nIt thawed."
    found = read_sentences(text, [], [(0, 21), (28, len(text))])
    assert [text[sentence.start : sentence.end] for sentence in found] == ["It rained.", "It snowed.", "It thawed."]
