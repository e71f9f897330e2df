"""Extractors beside the rules: they may ask somebody else, and may only propose.

    llm        the rules, then a language model's proposals, merged into one reading
    endpoint   one question to an OpenAI-compatible address, within time and size
    passages   which text is asked about, and in what words
    answers    what a model answered → proposals
    quotes     where the words of a proposal stand in the text
    rereading  the figure, date and place that our own readers find in those words
    judging    proposals → claims, or a reason why not

A model points at words; what they say is read by `claims.extraction`. Nothing
that it wrote itself gets into a claim, so a text that tells the model what to
answer can at worst have it point at words that stand there.
"""

from __future__ import annotations

from claims.extraction.extractor import RULES, Extractor

from .endpoint import LONGEST, Endpoint, Limits
from .llm import Proposing

__all__ = ["extractor_of"]


def extractor_of(url: str, model: str, key: str, seconds: float = LONGEST) -> Extractor:
    """The extractor for the settings LLM_URL, LLM_MODEL and LLM_KEY: the rules alone where there is no address.

    `seconds` is the longest that its `read_in_steps` may give no sign of life: less than the lease of a reading.
    """
    return Proposing(Endpoint(url, model, key, Limits(seconds))) if url else RULES
