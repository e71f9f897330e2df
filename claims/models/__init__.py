"""Claims, where they stand in a text, what they cite and what that says to them, the places they name, the check of
an article's citations, and what people say about all that.
"""

from .act import Act
from .anchor import Anchor
from .annotation import Annotation, NoteAnchor
from .change import Change
from .claim import Claim
from .dispute import Dispute
from .evidence import Evidence
from .finding import EvidenceCheck, Finding
from .link import ClaimCitation
from .lint import Dismissal, LintItem
from .place import Place
from .review import Review
from .risk import Risk, Walk
from .rival import Rival
from .tag import ClaimTag, Tag
from .word import Word

__all__ = [
    "Act",
    "Anchor",
    "Annotation",
    "Change",
    "Claim",
    "ClaimCitation",
    "ClaimTag",
    "Dismissal",
    "Dispute",
    "Evidence",
    "EvidenceCheck",
    "Finding",
    "LintItem",
    "NoteAnchor",
    "Place",
    "Review",
    "Risk",
    "Rival",
    "Tag",
    "Walk",
    "Word",
]
