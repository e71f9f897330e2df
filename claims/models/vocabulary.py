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
    EXACT = "exact", "exactly"
    ABOUT = "about", "about"
    AT_LEAST = "at_least", "at least"
    MORE_THAN = "more_than", "more than"
    AT_MOST = "at_most", "at most"
    LESS_THAN = "less_than", "less than"
    BETWEEN = "between", "between"
    VAGUE = "vague", "an order of magnitude"


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


CLOSED = (Stage.REJECTED, Stage.RETRACTED)  # nobody works on it: it is not judged, corrected, disputed or given away


class Verdict(models.TextChoices):
    """What we think of the claim and what it cites (the terms of WiCE, SciFact, AVeriTeC)."""

    SUPPORTED = "supported"
    PARTLY_SUPPORTED = "partly_supported"
    CONTRADICTED = "contradicted"
    NOT_SUPPORTED = "not_supported"
    CANNOT_TELL = "cannot_tell"


class RejectedAs(models.TextChoices):
    """Why something is no claim of this desk."""

    NOT_A_CLAIM = "not_a_claim", "not a claim"
    DUPLICATE = "duplicate", "said by another claim"
    OUT_OF_SCOPE = "out_of_scope", "out of scope"
    WITHDRAWN = "withdrawn", "taken back"


class Ground(models.TextChoices):
    """What a dispute objects to."""

    MISREAD = "misread", "the record misreads the article"
    CONTESTED = "contested", "what the article says is contested"


class Aspect(models.TextChoices):
    """The part that a dispute is about."""

    FIGURE = "figure"
    DATE = "date"
    PLACE = "place"
    ATTRIBUTION = "attribution"
    CITATION = "citation"
    WORDING = "wording"
    DUPLICATE = "duplicate"


class DisputeState(models.TextChoices):
    OPEN = "open"
    ACKNOWLEDGED = "acknowledged"
    UPHELD = "upheld"
    PARTLY_UPHELD = "partly_upheld", "Partly upheld"
    DISMISSED = "dismissed"
    WITHDRAWN = "withdrawn"


class Rank(models.TextChoices):
    """How a rival stands to the others (Wikidata's ranks)."""

    PREFERRED = "preferred"
    NORMAL = "normal"
    DEPRECATED = "deprecated"


class Motivation(models.TextChoices):
    """What a note is for (W3C Web Annotation vocabulary)."""

    COMMENTING = "commenting"
    QUESTIONING = "questioning"
    EDITING = "editing"
    ASSESSING = "assessing"


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
    DIFFERS = "differs", "A source says otherwise"
    NO_SUPPORT_FOUND = "no_support_found", "In none of the copies"
    SOURCE_RISK = "source_risk", "A source is withdrawn or unreliable"
    SINGLE_ORIGIN = "single_origin", "Several citations, one origin"
    DISPUTED = "disputed"
    STALE = "stale", "Changed since it was judged"
    OVERDUE = "overdue"


class Finding(models.TextChoices):
    """What a copy of a source says to a claim."""

    FOUND = "found"
    DIFFERS = "differs"
    ABSENT = "absent"
    UNAVAILABLE = "unavailable"


class Relation(models.TextChoices):
    """The source's interval to the claim's."""

    IDENTICAL = "identical"
    EQUIVALENT = "equivalent", "the same in other words"
    INSIDE = "inside", "inside the claim's"
    WIDER = "wider", "wider than the claim's"
    OVERLAPS = "overlaps", "overlaps the claim's"
    DISJOINT = "disjoint", "apart from the claim's"


class Hedge(models.TextChoices):
    """What became of the hedge on the way from the source to the article."""

    KEPT = "kept"
    WEAKENED = "weakened"
    STRENGTHENED = "strengthened"
    LOST = "lost"
    ADDED = "added"


class Subject(models.TextChoices):
    """Whether the source counts the same thing."""

    SAME = "same", "the same thing"
    OTHER = "other", "another thing"
    UNKNOWN = "unknown", "cannot be told"


class Stance(models.TextChoices):
    """What a person says that words of a source say to a claim."""

    SUPPORTS = "supports"
    PARTLY_SUPPORTS = "partly_supports", "supports it in part"
    CONTRADICTS = "contradicts"
    MENTIONS = "mentions"
    DOES_NOT_ADDRESS = "does_not_address", "does not address it"


class Standpoint(models.TextChoices):
    """How the source came to know."""

    OWN_OBSERVATION = "own_observation", "its own observation"
    RELAYS = "relays", "relays what others say"
    QUOTES = "quotes", "quotes somebody"
    BACKGROUND = "background"


class Credibility(models.IntegerChoices):
    """The information scale of the Admiralty code (NATO AJP-2.1)."""

    CONFIRMED = 1, "1: confirmed by other sources"
    PROBABLY_TRUE = 2, "2: probably true"
    POSSIBLY_TRUE = 3, "3: possibly true"
    DOUBTFUL = 4, "4: doubtful"
    IMPROBABLE = 5, "5: improbable"
    CANNOT_BE_JUDGED = 6, "6: truth cannot be judged"


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
