"""Claims, where they stand in a text, what they cite, and the places they name."""

from .anchor import Anchor
from .claim import Claim
from .link import ClaimCitation
from .place import Place
from .word import Word

__all__ = ["Anchor", "Claim", "ClaimCitation", "Place", "Word"]
