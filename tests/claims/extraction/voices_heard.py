"""What the tests of attribution ask of a sentence."""

from __future__ import annotations

import re

from claims.extraction.attribution import read_attributions
from claims.extraction.words import read_words


def sources(sentence):
    """The words of every source of the sentence, in order."""
    found = read_attributions(read_words(sentence))
    for voice in found:
        assert voice.text == sentence[voice.start : voice.end]
        assert voice.cue == sentence[voice.cue_start : voice.cue_end]
        assert voice.chain[-1] == voice.agent
    return [voice.text for voice in found]


def marked(sentence):
    """A sentence whose sources stand in braces, as the plain sentence and its sources."""
    pieces = re.split(r"[{}]", sentence)
    return "".join(pieces), pieces[1::2]


def only_voice(sentence):
    (voice,) = read_attributions(read_words(sentence))
    return voice
