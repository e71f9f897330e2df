"""What each parameter of a list asks for, in a sentence: for openapi.json and the documentation page.

A parameter means the same on every list that has it, so one line a name is enough.
"""

MEANINGS = {
    "agent": "Who says so, by name; capitals do not count.",
    "article": "The id of an article.",
    "assignee": "The user name of whoever it is assigned to.",
    "comparator": "How the figure is bounded: “at least 3,000” is at_least.",
    "country": "Where: two letters (ISO 3166-1); capitals do not count.",
    "date_from": "Claims whose date is not over before this day.",
    "date_to": "Claims whose date has begun by this day.",
    "figure_overlaps": "Figures that have a value in common with low..high; one end may be left out: 1000..",
    "flag": "What the desk has noticed about it: all of these.",
    "has": "Which parts it carries: all of these.",
    "high_gte": "The figure's upper bound is this or more.",
    "high_lte": "The figure's upper bound is this or less.",
    "identified": "Whether it is known which source it points at.",
    "identified_in": "Sources that the current text of this article cites: its id.",
    "ids": "These records only: up to 200 ids with commas between them.",
    "kind": "What sort of assertion it is.",
    "low_gte": "The figure's lower bound is this or more.",
    "low_lte": "The figure's lower bound is this or less.",
    "number": "The number of a citation it leans on: 4 for “[4]”.",
    "place": "Where: a name as in the gazetteer or in the article, or the id of a place.",
    "published_from": "Published on this day or later.",
    "published_to": "Published on this day or earlier.",
    "q": "Words that must all be there.",
    "reliability": "How far the source is trusted, A to F (Admiralty code).",
    "source": "The id of a source.",
    "stage": "How far the work on it is.",
    "state": "The state of the record.",
    "type": "What sort of work it is, by its CSL name: article, report, webpage.",
    "unit": "What the figure is in; capitals do not count.",
    "updated_since": "Changed at this time or later.",
    "verdict": "What the reviewers hold of it; none: not reviewed yet.",
}
