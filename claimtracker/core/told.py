"""History in plain words: what was done, and to which column. What is not in the table is read from its own name."""

from __future__ import annotations

# "dispute.upheld" says itself: "Dispute upheld". These do not.
ACTIONS = {
    "anchor.insert": "Found in a text of the article",
    "article.address_learnt": "Address of the article learnt",
    "article.being_taken_in": "Article being taken in",
    "article.read": "Read from the article",
    "article.reread": "Article given another text",
    "article.retried": "Reading tried again",
    "claim.insert": "Claim added",
    "evidence.checked": "Copies compared with the claim",
    "evidence.cleared": "Findings cleared",
    "evidence.judged_anew": "Copies compared again",
    "evidence.pinned": "Words of a copy put beside it",
    "evidence.withdrawn": "Words of a copy taken back",
    "link.insert": "Citation added",
    "link.delete": "Citation taken away",
    "review.given": "Verdict given",
    "review.superseded": "Verdict superseded",
    "review.taken_back": "Verdict taken back",
    "source.copy_given": "Copy of the source given",
    "source.described": "Record of the source corrected",
    "source.family_set": "Publisher’s family set",
    "source.fetch_asked": "Source asked for",
    "source.link_pinned": "State of the link set by hand",
    "source.link_unpinned": "State of the link left to the program",
}
VERBS = {"insert": "added", "update": "changed", "delete": "removed"}
# The kinds of record in a history, as somebody calls them.
KINDS = {"link": "citation", "note": "note", "tag": "tag", "finding": "finding of the program", "snapshot": "copy"}
FIELDS = {
    "attribution_agent": "who says so",
    "attribution_chain": "through whom",
    "attribution_cue": "reporting word",
    "attribution_mode": "how it is said",
    "attribution_text": "words for who says so",
    "assignee": "assigned to",
    "by": "person",
    "date_edtf": "date",
    "date_text": "words of the date",
    "duplicate_of": "duplicate of claim",
    "figure_comparator": "how the figure is bounded",
    "figure_counted": "what is counted",
    "figure_form": "form of the figure",
    "figure_high": "upper bound",
    "figure_low": "lower bound",
    "figure_per": "per",
    "figure_text": "words of the figure",
    "figure_unit": "unit",
    "merged_into": "merged into source",
    "outcome_reason": "reason of the outcome",
    "place": "place",
    "place_text": "words of the place",
    "rank_reason": "reason of the rank",
    "start": "from character",
    "end": "to character",
}


def action_words(name: str) -> str:
    """ "dispute.upheld" as "Dispute upheld"."""
    if name in ACTIONS:
        return ACTIONS[name]
    noun, _, verb = name.partition(".")
    words = f"{kind_words(noun)} {VERBS.get(verb, verb)}".replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def kind_words(name: str) -> str:
    return KINDS.get(name, name)


def field_words(name: str) -> str:
    """ "figure_low" as "lower bound"."""
    return FIELDS.get(name, name.replace("_", " "))
