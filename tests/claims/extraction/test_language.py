"""Is a text English? Figures are read in English only."""

import pytest

from claims.extraction.language import read_language

RAIN = {
    "en": "The rain that fell on the hills this week has been the heaviest in years, and it will not end soon.",
    "de": "Der Regen, der in dieser Woche auf die Hügel fiel, ist der stärkste seit Jahren und wird nicht bald enden.",
    "fr": "La pluie qui est tombée cette semaine sur les collines est la plus forte depuis des années et elle dure.",
    "es": "La lluvia que cayó esta semana sobre las colinas es la más fuerte en años y no se va a acabar pronto.",
    "pt": "A chuva que caiu esta semana sobre as colinas é a mais forte em anos e não vai acabar tão cedo, dizem.",
    "it": "La pioggia che è caduta questa settimana sulle colline è la più forte da anni e non si fermerà presto.",
    "nl": "De regen die deze week op de heuvels viel is de zwaarste in jaren en het zal niet snel ophouden.",
    "pl": "Deszcz, który spadł w tym tygodniu na wzgórza, jest najsilniejszy od lat i nie skończy się tak szybko.",
    "uk": "Дощ, що пройшов цього тижня на пагорбах, є найсильнішим за останні роки, і він не скоро закінчиться.",
    "ru": "Дождь, который прошёл на этой неделе на холмах, самый сильный за последние годы, и он скоро не кончится.",
    "ar": "المطر الذي هطل هذا الأسبوع على التلال هو الأشد منذ سنوات ولن ينتهي قريبا.",
    "zh": "这个星期山上下的雨是多年来最大的一次，而且不会很快结束。",
    "ja": "今週丘に降った雨はここ数年で最も強く、すぐには止みそうにない。",
    "ko": "이번 주 언덕에 내린 비는 몇 년 만에 가장 강한 비이며 곧 그치지 않을 것이다.",
    "el": "Η βροχή που έπεσε αυτή την εβδομάδα στους λόφους είναι η ισχυρότερη εδώ και χρόνια.",
}


@pytest.mark.parametrize("language", RAIN)
def test_the_language_is_told(language):
    assert read_language(RAIN[language]) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12,000 (2024)",
        "Kyiv",
        "Toll: 300",
        "Rue de la Paix, Paris",
        "List of killed: Ali, Omar, Ito, Kim, Park, Lee, Sato, Tanaka, Chen, Wang, Liu, Zhang, Singh, Kumar.",
        "He called it “la guerra que no se va a acabar” and left; the rest of it was in English, as before.",
        "🙂🙂🙂 !!! ???",
    ],
)
def test_short_and_unclear_texts_count_as_english(text):
    assert read_language(text) == "en"


@pytest.mark.parametrize(
    "text",
    [
        "The Verrin Cave is a large underground limestone cave located near Lorn, with a lake and a chapel.",
        "Parking is available in a garage or on a deck a block away, and is free after six.",
        "It is a small town in a wide valley, and a railway is its only way out in winter.",
    ],
)
def test_little_english_words_are_not_taken_for_another_language(text):
    assert read_language(text) == "en"


def test_a_language_nobody_knows_here_has_no_name():
    assert read_language("ትላንት በተራሮች ላይ የዘነበው ዝናብ ከብዙ ዓመታት ወዲህ ከባዱ ነው") is None


def test_a_foreign_quotation_at_the_start_does_not_decide():
    assert read_language(RAIN["de"] + " " + (RAIN["en"] + " ") * 300) == "en"
