"""Is this text English? A cheap vote of scripts and of the commonest little words.

Figures, dates, places and voices are read in English only. Short or unclear
texts count as English: reading one figure too many does less harm than
telling an English reader that the text is foreign.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

SAMPLES = 3  # taken from the beginning, the middle and the end
SAMPLE = 8_000  # characters
FEWEST_WORDS = 12
CLEARLY = 1.5  # a language wins over English with so many times its votes

WORD = re.compile(r"[^\W\d_]+")
BEYOND_LATIN = re.compile(r"[^\x00-\u024f]")

# The commonest words of a language that are not also common English words. ISO 639-1.
COMMON = {
    "en": "the of and to that was for it with as on be at by this from they which have had were been would their "
    "what said who will more when there he she his her has not a an in is are it its or but than into about between "
    "during could other some these those through only over under near where while after before",
    "de": "der die das und ist nicht ein eine einer eines dem den des zu mit sich auf für von im auch werden wurde "
    "wurden nach bei aus sind oder wird noch einem einen über zum zur hat",
    "fr": "le la les des et est une dans qui que pour sur pas par plus avec au aux du ce cette sont été ont mais "
    "leur leurs ses après selon deux comme",
    "es": "el la los las de que y en un una por con no para es del se su al lo como más fue pero sus han este esta "
    "según entre también hasta",
    "it": "il lo la gli le di che e un una per con non è del della dei delle nel nella sono da si anche più alla "
    "dal stato dopo secondo hanno ha",
    "pt": "o os as de que e um uma por com não para é do da dos das no na em se mais foi ao pelo pela são como "
    "segundo foram também até",
    "nl": "de het een en van dat niet met voor zijn op te aan er ook naar bij om uit wordt werden werd nog maar "
    "door deze heeft hebben",
    "sv": "och att det som en på är av för med den till inte har de om ett var från men efter också vid eller",
    "da": "og at det som en på er af for med den til ikke har de om et var fra men efter også ved eller blev",
    "no": "og at det som en på er av for med den til ikke har de om et var fra men etter også ved eller ble",
    "fi": "ja on ei se että oli hän ovat mutta kun myös joka tai niin ole sen mukaan sekä jälkeen",
    "pl": "i w na z do że się nie jest to o po od za przez dla jak oraz są był było co ale tym roku",
    "cs": "a v na z do že se ne je to o po od za pro jak jsou byl bylo co ale která který podle roce",
    "hu": "a az és hogy nem is egy volt meg csak van mint de már még után szerint vagy ez",
    "ro": "și în de la cu pe nu este un o din care pentru au fost mai că sau după prin sunt",
    "tr": "ve bir bu da de için ile olarak çok daha olan kadar sonra göre ise ancak gibi oldu",
    "id": "yang dan di dengan untuk dari pada dalam tidak ini itu adalah akan oleh telah juga ke mereka",
    "vi": "và của là có không được trong cho các một những với người này đã từ khi theo",
}
VOTES: dict[str, tuple[str, ...]] = {}
for _language, _words in COMMON.items():
    for _word in _words.split():
        VOTES[_word] = (*VOTES.get(_word, ()), _language)

# A script that one language alone, or nearly so, is written in.
SCRIPTS = {
    "HANGUL": "ko",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "CJK": "zh",
    "GREEK": "el",
    "HEBREW": "he",
    "ARMENIAN": "hy",
    "GEORGIAN": "ka",
    "THAI": "th",
    "BENGALI": "bn",
}


def read_language(text: str) -> str | None:
    """The language as ISO 639-1, "en" where in doubt; None for one that is not English and not known here."""
    words = [word for sample in _samples(text) for word in WORD.findall(sample)]
    foreign = _foreign_letters(words)
    if foreign is not None:
        return _by_script(foreign)
    if len(words) < FEWEST_WORDS:
        return "en"
    votes: Counter[str] = Counter(language for word in words for language in VOTES.get(word.lower(), ()))
    best, count = max(votes.items(), key=lambda item: item[1], default=("en", 0))
    return best if count > CLEARLY * votes["en"] and count * 12 > len(words) else "en"


def _samples(text: str) -> list[str]:
    step = max(SAMPLE, (len(text) - SAMPLE) // (SAMPLES - 1))
    return [text[at : at + SAMPLE] for at in range(0, len(text), step)][: SAMPLES + 1]


def _foreign_letters(words: list[str]) -> str | None:
    """The letters outside the Latin script, where they are the most."""
    letters = "".join(words)
    beyond = BEYOND_LATIN.findall(letters)
    foreign = "".join(letter for letter in beyond if not unicodedata.name(letter, "").startswith("LATIN"))
    return foreign if len(foreign) * 2 > len(letters) else None


def _by_script(letters: str) -> str | None:
    scripts = Counter(unicodedata.name(letter, "").split(" ")[0].split("-")[0] for letter in letters[:4000])
    if scripts["HIRAGANA"] + scripts["KATAKANA"]:
        return "ja"
    script = scripts.most_common(1)[0][0]
    if script == "CYRILLIC":
        return _by_letter(letters, {"uk": "їєґі", "ru": "ыэъё"})
    if script == "ARABIC":
        return "fa" if not set("پچژگ").isdisjoint(letters) else "ar"
    return SCRIPTS.get(script)


def _by_letter(letters: str, own: dict[str, str]) -> str | None:
    counts = {language: sum(letters.count(letter) for letter in chars) for language, chars in own.items()}
    best = max(counts, key=counts.__getitem__)
    return best if counts[best] else None
