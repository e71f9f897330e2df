"""The closed word lists of a claim. Their words are part of the API (DESIGN section 4)."""

from django.db import models


class Kind(models.TextChoices):
    TROOPS = "troops"
    CASUALTIES = "casualties"
    MATERIEL = "materiel"
    QUANTITY = "quantity"
    DATE = "date"
    LOCATION = "location"
    STATEMENT = "statement"


class Comparator(models.TextChoices):
    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    BETWEEN = "between"
    VAGUE = "vague"


class Form(models.TextChoices):
    AMOUNT = "amount"
    CHANGE = "change"
    SHARE = "share"
    RATIO = "ratio"


class Stage(models.TextChoices):
    """Who is working on it."""

    SUGGESTED = "suggested"
    OPEN = "open"
    IN_REVIEW = "in_review"
    SETTLED = "settled"
    PUBLISHED = "published"
    REJECTED = "rejected"
    RETRACTED = "retracted"


class Verdict(models.TextChoices):
    """What we think of the claim and what it cites (the terms of WiCE, SciFact, AVeriTeC)."""

    SUPPORTED = "supported"
    PARTLY_SUPPORTED = "partly_supported"
    CONTRADICTED = "contradicted"
    NOT_SUPPORTED = "not_supported"
    CANNOT_TELL = "cannot_tell"


class Outcome(models.TextChoices):
    """How a claim was found in a revision."""

    EXACT = "exact"
    MOVED = "moved"
    FIGURE_CHANGED = "figure_changed"
    AMBIGUOUS = "ambiguous"
    LOST = "lost"
    BY_HAND = "by_hand"


class Flag(models.TextChoices):
    """Something computed about a claim, never set by hand."""

    UNCITED = "uncited"
    SOURCE_UNIDENTIFIED = "source_unidentified", "Source not identified"
    ANCHOR_LOST = "anchor_lost", "Not found in the current text"
    FIGURE_CHANGED = "figure_changed", "Figure changed in the current text"


class Finding(models.TextChoices):
    """What a copy of a source says to a claim."""

    FOUND = "found"
    DIFFERS = "differs"
    ABSENT = "absent"
    UNAVAILABLE = "unavailable"


class LintRule(models.TextChoices):
    """What the check of an article's citations looks for."""

    NO_LIST = "no_list", "No list of references"
    CITED_WITHOUT_ENTRY = "cited_without_entry", "Cited, but no entry"
    DUPLICATE_ENTRIES = "duplicate_entries", "Duplicate entries"
    ENTRY_NEVER_CITED = "entry_never_cited", "Entry never cited"
    OUT_OF_ORDER = "out_of_order", "Numbers out of order"
    CITATION_NEEDED = "citation_needed", "Citation needed"
    UNCITED_FIGURE = "uncited_figure", "Figure that no citation covers"
    NEAR_TWINS = "near_twins", "Figures that disagree"
    SEVERAL_FIGURES_ONE_CITATION = "several_figures_one_citation", "Several figures on one citation"
    RANGE_EXPANDED = "range_expanded", "Range expanded"
    NOTE_ONLY = "note_only", "Leads to a note only"
    TOO_MANY = "too_many", "More than are listed"


class Severity(models.TextChoices):
    PROBLEM = "problem"
    LOOK = "look", "Worth a look"
    INFORMATION = "information"


class ChangeKind(models.TextChoices):
    """What became of a claim from one text of its article to the next."""

    VALUE_CHANGED = "value_changed", "Value changed"
    HEDGE_CHANGED = "hedge_changed", "Hedge changed"
    CITATION_SWAPPED = "citation_swapped", "Citation swapped"
    AMBIGUOUS = "ambiguous", "Could be in several places"
    DROPPED = "dropped", "Not found any more"
    ADDED = "added", "Added"
    REWORDED = "reworded", "Reworded"
    MOVED = "moved", "Moved"
    RENUMBERED = "renumbered", "Citation renumbered"


class Origin(models.TextChoices):
    """Who found the claim."""

    RULES = "rules", "Read by the rules"
    MODEL = "model", "Proposed by a model, and read again by the rules"
    BY_HAND = "by_hand", "Added by hand"
