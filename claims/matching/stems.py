"""Words brought to what they have in common: "evacuated" and "evacuation", "city" and "cities".

Crude on purpose and cheap: a stem is compared with a stem, never shown.
"""

from __future__ import annotations

from functools import lru_cache

SHORTEST = 4  # letters that a stem keeps
_ENDINGS = (
    ("ational", ""), ("ations", ""), ("ation", ""), ("ating", ""), ("ated", ""), ("ates", ""), ("ate", ""),
    ("ements", ""), ("ement", ""), ("ments", ""), ("ment", ""), ("ings", ""), ("ing", ""), ("iest", "y"),
    ("ies", "y"), ("ied", "y"), ("ier", "y"), ("ers", ""), ("ions", ""), ("ion", ""), ("ors", ""), ("edly", ""),
    ("ed", ""), ("es", ""), ("er", ""), ("or", ""), ("ly", ""), ("s", ""), ("al", ""), ("e", ""),
)  # fmt: skip
_IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "people": "person", "persons": "person", "feet": "foot",
    "began": "begin", "begun": "begin", "bought": "buy", "built": "build", "sent": "send", "sold": "sell",
    "lost": "lose", "losing": "lose", "losses": "lose", "loss": "lose", "held": "hold", "fell": "fall",
    "fallen": "fall", "rose": "rise", "risen": "rise", "rising": "rise", "grew": "grow", "grown": "grow",
    "paid": "pay", "spent": "spend", "made": "make", "making": "make", "took": "take", "taken": "take",
    "taking": "take", "gave": "give", "given": "give", "giving": "give", "went": "go", "gone": "go", "won": "win",
    "winning": "win", "led": "lead", "left": "leave", "leaving": "leave", "met": "meet", "fled": "flee",
    "fleeing": "flee", "shot": "shoot", "fought": "fight", "struck": "strike", "strikes": "strike",
    "sank": "sink", "sunk": "sink", "drove": "drive", "driven": "drive", "flew": "fly", "flown": "fly",
    "born": "birth", "births": "birth", "dying": "die", "died": "die", "dies": "die", "lying": "lie",
    "written": "write", "wrote": "write", "signed": "sign", "opened": "open", "opening": "open",
    "founded": "found", "founding": "found", "foundation": "found", "arrived": "arriv", "arrival": "arriv",
    "weeks": "week", "days": "day", "years": "year", "months": "month",
}  # fmt: skip


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of a word in small letters."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) <= SHORTEST or not word.isalpha():
        return word[:-1] if len(word) == SHORTEST and word.endswith("s") and not word.endswith("ss") else word
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) + len(instead) >= SHORTEST:
            if ending == "s" and word.endswith(("ss", "us", "is")):
                continue
            return _single(word[: len(word) - len(ending)] + instead)
    return word


def _single(word: str) -> str:
    """ "shipp" → "ship"; an end that came with the ending goes with it."""
    if len(word) > SHORTEST and word[-1] == word[-2] and word[-1] not in "aeious":
        return word[:-1]
    return word[:-1] if word.endswith("i") and len(word) > SHORTEST else word
