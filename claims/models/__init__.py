"""Claims, where they stand in a text, what they cite and what that says to them, the places they name, and the check
of an article's citations.
"""

from .anchor import Anchor
from .change import Change
from .claim import Claim
from .evidence import Evidence
from .finding import EvidenceCheck, Finding
from .link import ClaimCitation
from .lint import Dismissal, LintItem
from .place import Place
from .word import Word

__all__ = [
    "Anchor",
    "Change",
    "Claim",
    "ClaimCitation",
    "Dismissal",
    "Evidence",
    "EvidenceCheck",
    "Finding",
    "LintItem",
    "Place",
    "Word",
]
