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


class Finding(models.TextChoices):
    """What a copy of a source says to a claim."""

    FOUND = "found"
    DIFFERS = "differs"
    ABSENT = "absent"
    UNAVAILABLE = "unavailable"
