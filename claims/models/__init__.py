"""Claims, where they stand in a text, what they cite, the places they name, and the check of an article's citations."""

from .anchor import Anchor
from .change import Change
from .claim import Claim
from .link import ClaimCitation
from .lint import Dismissal, LintItem
from .place import Place
from .word import Word

__all__ = ["Anchor", "Change", "Claim", "ClaimCitation", "Dismissal", "LintItem", "Place", "Word"]
