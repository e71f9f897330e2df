"""Articles, their revisions, marks and citations, what they were made from, the sources that they cite, and the
copies of these that are kept.
"""

from .arrival import Arrival
from .article import Article, Revision
from .check import LinkCheck
from .citation import Citation, Identified, Mark
from .merge import Merge
from .reading import Reading
from .snapshot import Snapshot
from .source import Source
from .watch import Host, Link, Watch, Why

__all__ = [
    "Arrival",
    "Article",
    "Citation",
    "Host",
    "Identified",
    "Link",
    "LinkCheck",
    "Mark",
    "Merge",
    "Reading",
    "Revision",
    "Snapshot",
    "Source",
    "Watch",
    "Why",
]
